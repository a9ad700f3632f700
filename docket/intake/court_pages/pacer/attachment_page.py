"""Reader of attachment pages: the documents of one entry, of district, bankruptcy and appellate courts."""

from collections.abc import Mapping
from typing import Any

from juriscraper.pacer import AppellateAttachmentPage, AttachmentPage

from docket.forums.pacer_courts import forum_id, is_appellate
from docket.intake.court_pages.entry_numbers import numbered
from docket.intake.court_pages.juriscraper_parsers import REVIEW, parsed
from docket.intake.court_pages.pacer.page import attachments, case_id, clean, document_id, find_court, is_main, source
from docket.intake.court_pages.sniff import Sniffed
from docket.intake.shape import ImportedDocket, ImportedEntry, Refused


def read_page(sniffed: Sniffed, data: bytes, file_name: str, forum: str = "") -> ImportedDocket:
    """One attachment page: a case known by the court's id only, with one entry and its documents."""
    court = find_court(sniffed.text, "", False, forum)
    parser = AppellateAttachmentPage if is_appellate(forum_id(court)) else AttachmentPage
    _, found = parsed(lambda: _trusting(parser)(court), sniffed.text)
    case = found.get("pacer_case_id") or case_id(sniffed.text)
    if not case:
        raise Refused("The page does not say which case it is of.", REVIEW)
    if not (found.get("document_number") or document_id(found["pacer_doc_id"]) or found["pacer_seq_no"]):
        raise Refused("The page does not say which entry it is of.", REVIEW)
    return ImportedDocket(
        kind=sniffed.kind,
        source=source(sniffed.text, data, file_name),
        court_id=forum_id(court),
        docket_number="",
        source_case_id=case,
        entries=(_entry(found),),
        warnings=sniffed.warnings,
    )


def _trusting(parser: Any) -> Any:
    """The parser, without its habit to call a page invalid for words in a description."""
    return type(parser.__name__, (parser,), {"check_validity": lambda self, text: setattr(self, "is_valid", True)})


def _entry(found: Mapping[str, Any]) -> ImportedEntry:
    listed = found["attachments"]
    main = next((part for part in listed if is_main(part, found)), found)
    return ImportedEntry(
        ordinal=0,
        **numbered(found.get("document_number")),
        date_filed=None,
        date_entered=None,
        text="",
        source_document_id=document_id(found["pacer_doc_id"]),
        source_sequence=found["pacer_seq_no"] or "",
        page_count=main.get("page_count"),
        size_bytes=main.get("file_size_bytes"),
        main_title=clean(main.get("description")),
        attachments=attachments(found),
    )
