"""The places that a case's docket has for files, as one user sees them: how each is written, offered and read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest

from docket.desk.partial_dates import partial_date_of
from docket.desk.workspace.opened import rows_of
from docket.intake.matching.named_files import Entry, Offer, offered
from docket.models import Case, Document, Filing, WaitingFile
from docket.publishing.document_checks import BETWEEN_PAGES
from docket.publishing.visibility import PLACEHOLDERS

MOST_LISTED = 1000  # offered while one types; any other is written out
WORDS = 70
ATTACHMENT = re.compile(r"^(?P<label>.*\S)\s*[-–#]\s*(?P<number>\d{1,4})$")


@dataclass(frozen=True)
class Place:
    """An entry, and 0 for its main document or the number of an attachment."""

    filing: int
    attachment: int


class Places:
    """Of one case and one user: read once for a page."""

    def __init__(self, request: HttpRequest, case: Case) -> None:
        self.request, self.case = request, case

    @cached_property
    def filings(self) -> list[Any]:
        """In the docket's own order."""
        rows = rows_of(self.request, Filing).filter(case=self.case).exclude(visibility__in=PLACEHOLDERS)
        return list(rows.select_related(None).order_by("sequence"))

    @cached_property
    def labels(self) -> dict[int, str]:
        """How each entry is written: its number; where there is none, or two have it, with its day and words."""
        numbers = Counter(filing.entry_number for filing in self.filings if filing.entry_number)
        return {row.pk: row.entry_number if numbers[row.entry_number] == 1 else _in_words(row) for row in self.filings}

    @cached_property
    def by_label(self) -> dict[str, int]:
        """The entries by what is typed for them; of two that read alike the first."""
        return {label.casefold(): pk for pk, label in reversed(self.labels.items())}

    @property
    def listed(self) -> Iterable[tuple[str, str]]:
        """The newest entries for a list to choose from: label and words."""
        return [(self.labels[row.pk], _in_words(row)) for row in self.filings[: -MOST_LISTED - 1 : -1]]

    def written(self, place: Place) -> str:
        """As a person types it: “45”, “45-2”, “2023-05-02 Minute entry #2”."""
        label = self.labels[place.filing]
        if not place.attachment:
            return label
        return f"{label}-{place.attachment}" if label.isdigit() else f"{label} #{place.attachment}"

    def read(self, text: str) -> Place | None:
        """The place that was typed; None where no entry is meant by it."""
        typed = " ".join(text.split()).casefold()
        if typed in self.by_label:
            return Place(self.by_label[typed], 0)
        parts = ATTACHMENT.match(typed)
        if parts and parts["label"] in self.by_label:
            return Place(self.by_label[parts["label"]], int(parts["number"]))
        return None

    def words(self, place: Place) -> str:
        """What stands in the docket there."""
        return next(_in_words(row) for row in self.filings if row.pk == place.filing)

    @cached_property
    def entries(self) -> list[Entry]:
        """As files are compared with them."""
        documents: dict[int, list[tuple[int, str, str]]] = {}
        for row in rows_of(self.request, Document).filter(case=self.case).select_related(None):
            listed = (row.attachment_number, row.court_document_id, row.title)
            documents.setdefault(row.filing_id, []).append(listed)
        return [
            Entry(
                row.pk,
                row.entry_number,
                f"{row.title} {row.docket_text}",
                row.court_document_id,
                tuple(documents.get(row.pk, ())),
            )
            for row in self.filings
        ]

    def offer(self, waiting: WaitingFile) -> Offer:
        """Where a file may belong."""
        first_page = waiting.text.partition(BETWEEN_PAGES)[0]
        return offered(waiting.file_name, first_page, self.entries, self._is_case)

    def _is_case(self, number: str) -> bool:
        """Whether a number on a stamp is this case's; where the record knows none, nothing speaks against it."""
        return not self.case.docket_number or self.case.may_be_numbered(number)


def _in_words(filing: Any) -> str:
    words = " ".join((filing.title or filing.docket_text or filing.short_text).split())
    day = str(partial_date_of(filing, "date_filed") or "")
    return " ".join(part for part in (day, words[:WORDS].strip()) if part) or f"entry without words ({filing.pk})"
