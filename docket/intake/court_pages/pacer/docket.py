"""Reader of PACER docket reports: district courts, bankruptcy courts, Court of International Trade, JPML."""

import re
from collections.abc import Mapping
from typing import Any

from docket.forums.pacer_courts import forum_id
from docket.intake.court_pages.closure import closed_heading
from docket.intake.court_pages.entry_numbers import numbered
from docket.intake.court_pages.pacer.other_proceedings import other_proceedings
from docket.intake.court_pages.pacer.page import (
    attachments,
    case_id,
    clean,
    day,
    document_id,
    find_court,
    number_parts,
    source,
    text,
)
from docket.intake.court_pages.pacer.party_aliases import with_aliases
from docket.intake.court_pages.pacer.party_info import aliases, capacities
from docket.intake.court_pages.pacer.report import left_out, parse
from docket.intake.court_pages.page_head import between, head
from docket.intake.court_pages.sniff import Sniffed
from docket.intake.page_kinds.table import PAGE_KINDS
from docket.intake.shape import (
    ImportedAttorney,
    ImportedCharges,
    ImportedCount,
    ImportedDocket,
    ImportedEntry,
    ImportedParty,
)

HEADING = re.compile(
    r"<h3\b.{0,2000}?</h3>"
    r"|<center>.{0,600}?(?:bankruptcy petition|adversary proceeding)\s{0,20}#.{0,1000}?</(?:font|center|b)>",
    re.I | re.S,
)
NUMBER = re.compile(r"#\s*:?\s*(?P<number>MDL No\.\s*\d+|[\dA-Za-z:~_/-]+)")
CELL_BEGINS, CELL_ENDS = (
    re.compile(r"<td\b[^>]{0,200}?\balign=[\"']?right[^>]{0,200}>", re.I),
    re.compile(r"</td>", re.I),
)
FLAG = re.compile(r"[A-Za-z0-9][\w .&/'-]{1,40}")
PRO_SE = re.compile(r"^\s*PRO SE\s*$", re.I | re.M)


def read_page(sniffed: Sniffed, data: bytes, file_name: str, forum: str = "") -> ImportedDocket:
    """One docket report as ImportedDocket. `forum` is a forum id that the page must not contradict.

    Raises Refused when the court is unknown or another one, or when the parser finds no docket in the page.
    """
    html, is_bankruptcy = sniffed.text, PAGE_KINDS[sniffed.kind].is_bankruptcy
    top = head(html)
    match = HEADING.search(top)
    heading = text(match[0]) if match else ""
    court = find_court(html, heading, is_bankruptcy, forum)
    report, found = parse(html, court)
    number = NUMBER.search(heading)
    shows_entered = found["ordered_by"] == "date_entered"
    entries = tuple(_entry(raw, place, shows_entered) for place, raw in enumerate(found["docket_entries"]))
    parties = tuple(party(raw) for raw in found["parties"])
    if is_bankruptcy:
        parties = with_aliases(parties, html)
    return ImportedDocket(
        kind=sniffed.kind,
        source=source(html, data, file_name),
        court_id=forum_id(court),
        docket_number=found["docket_number"],
        docket_number_as_filed=number["number"] if number else found["docket_number"],
        number_parts=number_parts(found),
        source_case_id=case_id(html),
        caption=clean(found["case_name"]),
        date_filed=day(found["date_filed"]),
        date_terminated=day(found["date_terminated"]),
        date_converted=day(found["date_converted"]),
        date_discharged=day(found["date_discharged"]),
        assigned_to=clean(found["assigned_to_str"]),
        referred_to=clean(found["referred_to_str"]),
        cause=clean(found["cause"]),
        nature_of_suit=clean(found["nature_of_suit"]),
        jury_demand=clean(found["jury_demand"]),
        demand=clean(found["demand"]),
        jurisdiction=clean(found["jurisdiction"]),
        mdl_status=clean(found["mdl_status"]),
        flags=flags(top[: match.start()] if match else ""),
        closed=closed_heading(heading, sniffed.kind),
        ordered_by=found["ordered_by"] or "",
        related=other_proceedings(html, forum_id(court), found["docket_number"], clean(found["cause"])),
        parties=parties,
        entries=entries,
        warnings=(*sniffed.warnings, *left_out(report, len(entries))),
    )


def flags(top: str) -> tuple[str, ...]:
    """The court's tokens at the top right, above the heading: ("CLOSED", "CASREF")."""
    cells = between(CELL_BEGINS, CELL_ENDS, top)
    tokens = [token.strip() for token in text(cells[-1]).split(",")] if cells else []
    return tuple(token for token in tokens if FLAG.fullmatch(token))


def _entry(raw: Mapping[str, Any], place: int, shows_entered: bool) -> ImportedEntry:
    """One row; where the first column shows the day of entry, the page does not say when it was filed."""
    shown = day(raw["date_filed"])
    return ImportedEntry(
        ordinal=place,
        **numbered(raw["document_number"]),
        date_filed=None if shows_entered else shown,
        date_entered=shown if shows_entered else day(raw["date_entered"]),
        text=clean(raw["description"]),
        source_document_id=document_id(raw["pacer_doc_id"]),
        source_sequence=raw["pacer_seq_no"] or "",
        page_count=raw.get("page_count"),
        size_bytes=raw.get("file_size_bytes"),
        attachments=attachments(raw),
    )


def party(raw: Mapping[str, Any]) -> ImportedParty:
    extra = clean(raw.get("extra_info"))
    return ImportedParty(
        name=clean(raw.get("name")),
        role_as_filed=clean(raw["type"]),
        date_terminated=day(raw.get("date_terminated")),
        capacities=capacities(extra),
        aliases=aliases(extra),
        extra_info=extra,
        attorneys=tuple(_attorney(counsel) for counsel in raw.get("attorneys", ())),
        charges=_charges(raw["criminal_data"]) if raw.get("criminal_data") else None,
    )


def _attorney(raw: Mapping[str, Any]) -> ImportedAttorney:
    return ImportedAttorney(
        name=clean(raw["name"]),
        roles=tuple(clean(role) for role in raw["roles"]),
        contact=clean(raw["contact"]),
        self_represented=bool(PRO_SE.search(raw["contact"]) or any(PRO_SE.match(role) for role in raw["roles"])),
    )


def _charges(raw: Mapping[str, Any]) -> ImportedCharges:
    return ImportedCharges(
        counts=tuple(_count(count) for count in raw["counts"]),
        complaints=tuple(_count(complaint) for complaint in raw["complaints"]),
        highest_offense_opening=clean(raw["highest_offense_level_opening"]),
        highest_offense_terminated=clean(raw["highest_offense_level_terminated"]),
    )


def _count(raw: Mapping[str, Any]) -> ImportedCount:
    return ImportedCount(clean(raw["name"]), clean(raw["disposition"]), clean(raw.get("status")))
