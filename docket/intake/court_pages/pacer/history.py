"""Reader of docket history reports: every entry of a case with its dates and a short description."""

import re
from collections.abc import Mapping
from typing import Any

from juriscraper.pacer import DocketHistoryReport

from docket.forums.pacer_courts import forum_id
from docket.intake.court_pages.closure import closed_heading
from docket.intake.court_pages.entry_numbers import numbered
from docket.intake.court_pages.juriscraper_parsers import REVIEW, parsed
from docket.intake.court_pages.pacer.page import (
    case_id,
    clean,
    day,
    document_id,
    find_court,
    number_parts,
    source,
    text,
)
from docket.intake.court_pages.page_head import head
from docket.intake.court_pages.sniff import Sniffed
from docket.intake.shape import ImportedDocket, ImportedEntry, Refused

COURT = re.compile(r"(?:U\.S\. |United States )(?:District|Bankruptcy) Court.{0,600}", re.I | re.S)
ROW = re.compile(r"DktText\(", re.I)


class History(DocketHistoryReport):  # type: ignore[misc]
    """juriscraper's reader; what a page is, is known by now, and words in an entry do not make it something else."""

    def check_validity(self, text: str) -> None:
        self.is_valid = True


def read_page(sniffed: Sniffed, data: bytes, file_name: str, forum: str = "") -> ImportedDocket:
    """One history report as ImportedDocket; raises Refused when court or number are not to be found."""
    html = sniffed.text
    match = COURT.search(head(html))
    heading = text(match[0]) if match else ""
    court = find_court(html, heading, "bankruptcy court" in heading.lower(), forum)
    _, found = parsed(lambda: History(court), html)
    if not found["docket_number"]:
        raise Refused("The page shows no docket number.", REVIEW)
    entries = tuple(_entry(raw, place) for place, raw in enumerate(found["docket_entries"]))
    left_out = len(ROW.findall(html)) - len(entries)
    said = (f"Left out: {left_out:,} row{'s' * (left_out > 1)} without a number.",) if left_out > 0 else ()
    return ImportedDocket(
        kind=sniffed.kind,
        source=source(html, data, file_name),
        court_id=forum_id(court),
        docket_number=found["docket_number"],
        number_parts=number_parts(found),
        source_case_id=case_id(html),
        closed=closed_heading(heading, sniffed.kind),
        caption=clean(found["case_name"]),
        date_filed=day(found["date_filed"]),
        date_terminated=day(found["date_terminated"]),
        date_discharged=day(found["date_discharged"]),
        assigned_to=clean(found["assigned_to_str"]),
        referred_to=clean(found["referred_to_str"]),
        entries=entries,
        warnings=(*sniffed.warnings, *said),
    )


def _entry(raw: Mapping[str, Any], place: int) -> ImportedEntry:
    return ImportedEntry(
        ordinal=place,
        **numbered(raw["document_number"]),
        date_filed=day(raw["date_filed"]),
        date_entered=day(raw["date_entered"]),
        text=clean(raw["description"]),
        short_text=clean(raw["short_description"]),
        source_document_id=document_id(raw["pacer_doc_id"]),
        source_sequence=raw["pacer_seq_no"] or "",
    )
