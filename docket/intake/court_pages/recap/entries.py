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
        for paper in raw.get("recap_documents") or ()
        if _is_attachment(paper) and closed_by(paper, kind)
    )


def _entry(raw: Mapping[str, Any], place: int, kind: Kind) -> ImportedEntry:
    papers = raw.get("recap_documents") or ()
    main: Mapping[str, Any] = next((paper for paper in papers if not _is_attachment(paper)), {})
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
            _attachment(paper) for paper in papers if _is_attachment(paper) and not closed_by(paper, kind)
        ),
    )


def _is_attachment(paper: Mapping[str, Any]) -> bool:
    return bool(paper.get("attachment_number")) or paper.get("document_type", MAIN) != MAIN


def _attachment(paper: Mapping[str, Any]) -> ImportedAttachment:
    return ImportedAttachment(
        number=int(paper["attachment_number"]),
        description=clean(paper.get("description")),
        page_count=paper.get("page_count"),
        size_bytes=paper.get("file_size"),
        source_document_id=document_id(paper.get("pacer_doc_id")),
    )
