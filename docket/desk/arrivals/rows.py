"""The lines of the page of waiting files: each with its boxes, what speaks for its place, what was found in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from docket.desk.addresses import desk_page
from docket.desk.arrivals.places import Place, Places
from docket.desk.arrivals.placing import same_elsewhere
from docket.intake.matching.named_files import title_of
from docket.models import WaitingFile
from docket.personal_data import find
from docket.publishing.redaction.shape import Hidden

MOST = 500  # rows of a page; the next ones follow when these have their places
READ = 100_000  # letters of a file in which personal data is looked for here; publishing looks at all of them


@dataclass
class Row:
    """A waiting file. typed, title, is_left: its boxes. where: the docket's words at that place. why: what speaks for
    it, or why none is offered. same: documents with the very same file: words, address. found: what was found in it.
    """

    waiting: WaitingFile
    address: str
    typed: str
    title: str
    is_left: bool
    where: str
    why: str
    same: list[tuple[str, str]]
    found: list[str]
    error: str = ""

    @property
    def size(self) -> str:
        """“3 pages, 120.6 KB”."""
        pages = self.waiting.pages
        return f"{pages:,} page{'' if pages == 1 else 's'}, {filesizeformat(self.waiting.byte_size)}"


def rows(request: HttpRequest, places: Places, sent: Mapping[str, str] | None = None) -> list[Row]:
    """Those that wait for a place in a case, as offered, or as a person has filled them in."""
    waiting = list(WaitingFile.objects.filter(case=places.case).select_related("user")[:MOST])
    same = same_elsewhere(request, [each.sha256 for each in waiting])
    return [_row(places, each, same.get(each.sha256, []), sent) for each in waiting]


def _row(places: Places, waiting: WaitingFile, same: list[Any], sent: Mapping[str, str] | None) -> Row:
    offer = places.offer(waiting)
    place = Place(offer.entry.pk, offer.attachment) if offer.entry else None
    typed, title = places.written(place) if place else "", title_of(waiting.file_name)
    is_left = False
    if sent is not None:
        typed = sent.get(f"place-{waiting.pk}", "").strip()
        title = sent.get(f"title-{waiting.pk}", "").strip()
        is_left = f"leave-{waiting.pk}" in sent
        place = places.read(typed)
    return Row(
        waiting,
        reverse("admin:docket_case_file", args=[places.case.pk, waiting.pk]),
        typed,
        title,
        is_left,
        places.words(place) if place else "",
        offer.why,
        [(_named(document), desk_page(document)) for document in same],
        _found(waiting),
    )


def _named(document: Any) -> str:
    number = f"no. {document.filing.entry_number}" if document.filing.entry_number else str(document.filing)
    return f"{document.case}, {number}, {document}"


def _found(waiting: WaitingFile) -> list[str]:
    """Sentences on what publishing will ask about."""
    said = [f"page {page}: {Hidden(kind).label}" for kind, page, _, _ in waiting.findings]
    kinds = sorted({finding.kind.label for finding in find(waiting.text[:READ])})
    words = [f"hides words ({'; '.join(said[:3])}{' …' if len(said) > 3 else ''})"] if said else []
    words += [f"holds personal data: {', '.join(kinds)}"] if kinds else []
    words += ["is scanned, with no text layer"] if not waiting.text.strip() else []
    return words
