"""Entries in CourtListener's and the Internet Archive's JSON, without what is marked as sealed.

`is_sealed` stands on a document. Of an entry whose main document has it, nothing is taken; a sealed attachment is left
out.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from docket.intake.court_pages.closure import closed_by
from docket.intake.court_pages.entry_numbers import numbered
from docket.intake.court_pages.pacer.page import clean, document_id
from docket.intake.court_pages.recap.case import iso
from docket.intake.shape import ImportedAttachment, ImportedEntry, Kind

MAIN = 1


def entries(listed: Iterable[Mapping[str, Any]], kind: Kind) -> tuple[ImportedEntry, ...]:
    """Every entry, by the place that the archive gives it."""
    ordered = sorted(listed, key=lambda raw: str(raw.get("recap_sequence_number") or ""))
    return tuple(_entry(raw, place, kind) for place, raw in enumerate(ordered))


def sealed_attachments(listed: Iterable[Mapping[str, Any]], kind: Kind) -> int:
    """How many attachments are left out since they are marked as sealed."""
    return sum(
        1
        for raw in listed
        for document in raw.get("recap_documents") or ()
        if _is_attachment(document) and closed_by(document, kind)
    )


def _entry(raw: Mapping[str, Any], place: int, kind: Kind) -> ImportedEntry:
    documents = raw.get("recap_documents") or ()
    main: Mapping[str, Any] = next((document for document in documents if not _is_attachment(document)), {})
    return ImportedEntry(
        ordinal=place,
        **numbered(raw.get("entry_number")),
        date_filed=iso(raw.get("date_filed")),
        date_entered=None,
        text=clean(raw.get("description")),
        short_text=clean(main.get("description")),
        closed=closed_by(raw, kind) or closed_by(main, kind),
        source_document_id=document_id(main.get("pacer_doc_id")),
        source_sequence=clean(str(raw.get("pacer_sequence_number") or "")),
        page_count=main.get("page_count"),
        size_bytes=main.get("file_size"),
        attachments=tuple(
            _attachment(document)
            for document in documents
            if _is_attachment(document) and not closed_by(document, kind)
        ),
    )


def _is_attachment(document: Mapping[str, Any]) -> bool:
    return bool(document.get("attachment_number")) or document.get("document_type", MAIN) != MAIN


def _attachment(document: Mapping[str, Any]) -> ImportedAttachment:
    return ImportedAttachment(
        number=int(document["attachment_number"]),
        description=clean(document.get("description")),
        page_count=document.get("page_count"),
        size_bytes=document.get("file_size"),
        source_document_id=document_id(document.get("pacer_doc_id")),
    )
