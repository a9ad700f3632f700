"""A file that waits is put at its place: the document's original, with what was found in it. Nothing goes public."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest

from docket.desk.arrivals.places import Place, Places
from docket.desk.changes import worked_on
from docket.desk.workspace.opened import rows_of
from docket.models import Document, DocumentOriginal, Filing, WaitingFile
from docket.publishing.document_checks import keep
from docket.publishing.visibility import PLACEHOLDERS, Visibility


@transaction.atomic
def put(request: HttpRequest, places: Places, waiting: WaitingFile, place: Place, title: str) -> Document:
    """The document that has the file now: the one that the docket lists there, or a new draft.

    The bytes stay where they are in the vault. Raises ValidationError where another file is there, or none may come.
    """
    # of two who put files at one entry at the same moment the second waits here
    Filing.objects.select_for_update(no_key=True, of=("self",)).get(pk=place.filing)
    document = _listed(request, places, place) or _new(place, title)
    original = DocumentOriginal(document=document, file=waiting.file.name, file_name=waiting.file_name)
    original.sha256 = waiting.sha256
    original.save()
    keep(original, {name: getattr(waiting, name) for name in ("pages", "findings", "left_behind", "text")})
    waiting.delete()
    worked_on.note(request, document)
    return document


def _listed(request: HttpRequest, places: Places, place: Place) -> Document | None:
    """The document that is there without a file; None: there is no document yet."""
    there = Document.objects.filter(filing=place.filing, attachment_number=place.attachment)
    document = there.exclude(visibility=Visibility.EXPUNGED).first()
    if document is None:
        return None
    written = places.written(place)
    if document.visibility in PLACEHOLDERS or not rows_of(request, Document).filter(pk=document.pk).exists():
        raise ValidationError(f"No file can be put at {written}.")
    if document.file or DocumentOriginal.objects.filter(document=document).exists():
        raise ValidationError(
            f"“{written}” has a file already, “{document}”: replace it in its form, or give this one another number."
        )
    return document


def _new(place: Place, title: str) -> Document:
    document = Document(
        filing_id=place.filing, attachment_number=place.attachment, title=title, visibility=Visibility.DRAFT
    )
    document.save()
    return document


def same_elsewhere(request: HttpRequest, hashes: list[str]) -> dict[str, list[Any]]:
    """Documents whose file is the very same, by hash; only such as the user may see."""
    rows = rows_of(request, Document).filter(original__sha256__in=hashes).select_related("original", "filing", "case")
    found: dict[str, list[Any]] = {}
    for document in rows.order_by("pk"):
        found.setdefault(document.original.sha256, []).append(document)
    return found
