"""Reader of the dockets that the Internet Archive keeps (gov.uscourts.….docket.xml, and the newer docket.json)."""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from juriscraper.pacer import InternetArchive

from docket.forums.pacer_courts import forum_id, pacer_id
from docket.intake.court_pages.entry_numbers import numbered
from docket.intake.court_pages.juriscraper_parsers import OFFLINE, REVIEW, parsed
from docket.intake.court_pages.pacer.docket import party
from docket.intake.court_pages.pacer.page import attachments, clean, day, document_id
from docket.intake.court_pages.recap import reader as recap
from docket.intake.court_pages.sniff import Sniffed
from docket.intake.shape import ImportedDocket, ImportedEntry, ImportedSource, NumberParts, Refused

COURT = re.compile(r"<court>\s*([a-z0-9]+)\s*</court>", re.I)
CASE = re.compile(r"<pacer_case_num>\s*(\d+)\s*</pacer_case_num>")
TYPE = re.compile(r"^(?:(?P<office>\d+):)?\d\d-(?P<type>[a-z]{1,5})-")
DOCUMENT = re.compile(r"<document\b")


def read_page(
    sniffed: Sniffed, data: bytes, file_name: str, forum: str = ""
) -> ImportedDocket | tuple[ImportedDocket, ...]:
    """One archived docket; raises Refused when it names no court, another court, or no number."""
    if sniffed.text.lstrip().startswith("{"):
        return recap.read_page(sniffed, data, file_name, forum)
    xml = sniffed.text
    court = COURT.search(xml)
    if court is None:
        raise Refused("The file does not say which court it is of.", REVIEW)
    if forum and pacer_id(forum) != pacer_id(court[1]):
        raise Refused(f"The file is of the court {forum_id(court[1])!r}, not {forum!r}.", "Leave the forum out.")
    _, found = parsed(lambda: InternetArchive(court[1], **OFFLINE), xml)
    if not found["docket_number"]:
        raise Refused("The file shows no docket number.", REVIEW)
    case, parts = CASE.search(xml), TYPE.match(found["docket_number"])
    entries = tuple(_entry(raw, place) for place, raw in enumerate(found["docket_entries"]))
    taken = len(entries) + sum(len(raw.get("attachments", ())) for raw in found["docket_entries"])
    left_out = len(DOCUMENT.findall(xml)) - taken
    said = (f"{left_out:,} documents without date or readable number were left out.",) if left_out > 0 else ()
    return ImportedDocket(
        kind=sniffed.kind,
        source=ImportedSource(file_name, hashlib.sha256(data).hexdigest()),
        court_id=forum_id(court[1]),
        docket_number=found["docket_number"],
        number_parts=NumberParts(office=parts["office"], case_type=parts["type"]) if parts else NumberParts(),
        source_case_id=case[1] if case else "",
        caption=clean(found["case_name"]),
        date_filed=day(found["date_filed"]),
        date_terminated=day(found["date_terminated"]),
        assigned_to=clean(found["assigned_to_str"]),
        referred_to=clean(found["referred_to_str"]),
        cause=clean(found["cause"]),
        nature_of_suit=clean(found["nature_of_suit"]),
        jury_demand=clean(found["jury_demand"]),
        jurisdiction=clean(found["jurisdiction"]),
        parties=tuple(party(raw) for raw in found["parties"]),
        entries=entries,
        warnings=(*sniffed.warnings, *said),
    )


def _entry(raw: Mapping[str, Any], place: int) -> ImportedEntry:
    return ImportedEntry(
        ordinal=place,
        **numbered(raw["document_number"]),
        date_filed=day(raw.get("date_filed")),
        date_entered=None,
        text=clean(raw["description"]),
        short_text=clean(raw.get("short_description")),
        source_document_id=document_id(raw["pacer_doc_id"]),
        source_sequence=raw["pacer_seq_no"] or "",
        attachments=attachments(raw),
    )
