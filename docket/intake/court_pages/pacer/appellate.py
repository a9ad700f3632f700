"""Reader of the dockets of federal courts of appeals (CM/ECF)."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from juriscraper.pacer import AppellateDocketReport

from docket.forums.pacer_courts import HOST, court_of_appeals, forum_id, is_appellate, may_serve
from docket.intake.court_pages.closure import closed_heading
from docket.intake.court_pages.entry_numbers import numbered
from docket.intake.court_pages.juriscraper_parsers import REVIEW, parsed
from docket.intake.court_pages.pacer.page import attachments, clean, day, document_id, source
from docket.intake.court_pages.pacer.report import CHANGED, NO_PARTIES
from docket.intake.court_pages.page_head import head
from docket.intake.court_pages.people_on_appeal import parties
from docket.intake.court_pages.sniff import Sniffed, squeeze
from docket.intake.shape import CourtUnknown, ImportedDocket, ImportedEntry, ImportedRelated, Refused
from docket.intake.wording.alien_numbers import without_alien_numbers

PARTIES = re.compile(r"NEW SECTION - (?:Case Type|Party|Orig Court)", re.I)
PARTY_TABLE = re.compile(r"NEW SECTION - Party", re.I)
OTHER_APPEALS = re.compile(r"\b(prior|current) cases:(.{0,6000}?)(?=\bcurrent cases:|\bpanel assignment|$)", re.I)
APPEAL_NUMBER = re.compile(r"(?<![\d/-])\d\d-\d{2,6}(?![\d/-])")
CASE_ID = re.compile(r"[?&]caseId=(\d+)")
TOLD = (
    ("assigned_to", "trial judge"),
    ("ordering_judge", "ordering judge"),
    ("court_reporter", "court reporter"),
    ("date_filed", "filed"),
    ("date_disposed", "disposed"),
    ("disposition", "disposition"),
    ("date_judgment", "judgment"),
    ("date_judgment_eod", "judgment entered"),
    ("date_filed_noa", "notice of appeal"),
    ("date_received_coa", "received on appeal"),
    ("identifier", "identifier"),
)


class Docket(AppellateDocketReport):  # type: ignore[misc]
    """juriscraper's reader; what a page is, is known by now, and words in an entry do not make it something else."""

    def check_validity(self, text: str) -> None:
        self.is_valid = True


def read_page(sniffed: Sniffed, data: bytes, file_name: str, forum: str = "") -> ImportedDocket:
    """One appellate docket as ImportedDocket, without alien registration numbers."""
    html = sniffed.text
    court = find_court(html, forum)
    _, found = parsed(lambda: Docket(court), html)
    if not found["docket_number"]:
        raise Refused("The page shows no docket number.", REVIEW)
    if not found["parties"] and PARTY_TABLE.search(html):
        raise Refused(NO_PARTIES, CHANGED)
    ids = Counter(CASE_ID.findall(html))
    docket = ImportedDocket(
        kind=sniffed.kind,
        source=source(html, data, file_name),
        court_id=forum_id(court),
        docket_number=found["docket_number"],
        source_case_id=ids.most_common(1)[0][0] if ids else "",
        caption=clean(found["case_name"]),
        closed=closed_heading(_heading(html), sniffed.kind),
        case_type=clean(found["case_type_information"]),
        fee_status=clean(found["fee_status"]),
        nature_of_suit=clean(found["nature_of_suit"]),
        date_filed=day(found["date_filed"]),
        date_terminated=day(found["date_terminated"]),
        panel=tuple(clean(name) for name in found["panel"]),
        related=(
            *lower_court(found["appeal_from"], found["originating_court_information"]),
            *_other_appeals(_heading(html), forum_id(court), found["docket_number"]),
        ),
        parties=parties(found["parties"]),
        entries=tuple(_entry(raw, place) for place, raw in enumerate(found["docket_entries"])),
        warnings=sniffed.warnings,
    )
    return without_alien_numbers(docket)


def _heading(html: str) -> str:
    """What stands above the list of parties, without tags."""
    return squeeze(PARTIES.split(head(html), maxsplit=1)[0])


def _other_appeals(heading: str, court: str, own: str) -> tuple[ImportedRelated, ...]:
    """ "Prior Cases: 22-30652 Date Filed: … Current Cases: None": other numbers of the same court."""
    found: dict[str, ImportedRelated] = {}
    for said in OTHER_APPEALS.finditer(heading):
        note = "An earlier appeal." if said[1].lower() == "prior" else "An appeal that is heard beside this one."
        for number in APPEAL_NUMBER.findall(said[2]):
            if number != own:
                found.setdefault(number, ImportedRelated("related", court_id=court, numbers=(number,), note=note))
    return tuple(found.values())


def find_court(text: str, forum: str = "") -> str:
    """The court of appeals by the page's heading or addresses; those of the court below do not count."""
    headed = court_of_appeals(squeeze(text))
    hosts = Counter(host.lower() for host in HOST.findall(text) if is_appellate(host.lower()))
    return agreed_court(headed, hosts.most_common(1)[0][0] if hosts else "", forum)


def agreed_court(headed: str, host: str, forum: str) -> str:
    """The court that a page names in its heading, else by its addresses, which must be `forum` where that is given."""
    court = headed or host
    if forum and court and not (forum == court or (not headed and may_serve(host, forum))):
        raise Refused(f"The page is of the court {court!r}, not {forum!r}.", f"Leave the forum out, or give {court!r}.")
    if not (forum or court):
        raise CourtUnknown("The page does not say which court it is of.")
    return forum or court


def lower_court(appeal_from: str, said: Mapping[str, Any]) -> tuple[ImportedRelated, ...]:
    """The proceeding under review, as far as it is named; an alien registration number never is."""
    told = [f"{label} {clean(str(said[key]))}" for key, label in TOLD if said.get(key)]
    court = clean(appeal_from or said.get("name") or "")
    number = clean(said.get("docket_number"))
    if not (court or number):
        return ()
    return (
        ImportedRelated(
            kind="appeal_of",
            court=court,
            court_id=forum_id(said.get("court_id") or ""),
            numbers=(number,) if number else (),
            day=day(said.get("date_judgment") or said.get("date_disposed")),
            note="; ".join(told),
        ),
    )


def _entry(raw: Mapping[str, Any], place: int) -> ImportedEntry:
    return ImportedEntry(
        ordinal=place,
        **numbered(raw["document_number"]),
        date_filed=day(raw["date_filed"]),
        date_entered=day(raw["date_entered"]),
        text=clean(raw["description"]),
        source_document_id=document_id(raw["pacer_doc_id"]),
        source_sequence=clean(raw.get("pacer_seq_no")),
        page_count=raw.get("page_count"),
        attachments=attachments(raw),
    )
