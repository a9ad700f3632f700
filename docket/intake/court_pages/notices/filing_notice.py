"""Notices of electronic filing (district and bankruptcy courts) and of docket activity (courts of appeals; ACMS).

juriscraper reads them; its answer names the recipients and holds the links that work once, of which nothing is taken.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from juriscraper.pacer.email import NotificationEmail

from docket.forums.pacer_courts import court_in_heading, court_in_links, court_of_appeals, forum_id, pacer_id
from docket.intake.court_pages.entry_numbers import numbered
from docket.intake.court_pages.juriscraper_parsers import parsed
from docket.intake.court_pages.notices.letter import Letter
from docket.intake.court_pages.notices.private import without_private
from docket.intake.court_pages.pacer.page import clean, day, document_id, number_parts
from docket.intake.shape import (
    CourtUnknown,
    ImportedDocket,
    ImportedEntry,
    ImportedSource,
    Kind,
    Refused,
)

MARK = re.compile(
    r"notice of (?:electronic filing|docket activity)|the following transaction was (?:entered|rec)", re.I
)
CLAIM = re.compile(r"notice of electronic claims? filing", re.I)
ENTERED = re.compile(r"transaction was [^.]{0,200}?\bon (\d{1,2}/\d{1,2}/\d{4})", re.I)
ENDS = re.compile(
    r"electronically mailed|sent by (?:other|regular)|by other means|associated with this transaction", re.I
)
SENDER = re.compile(r"@(?:[a-z0-9-]{1,30}\.)?([a-z]{2,6}\d{0,2})\.uscourts\.gov")
HEADING = 400  # characters before the name of the notice: the court's own heading
MDL = "MDL No."


class Notice(NotificationEmail):  # type: ignore[misc]
    """juriscraper's reader, told the subject and which of the two forms the message has."""

    def __init__(self, court: str, message: Letter) -> None:
        super().__init__(court)
        self.content_type = "text/html" if message.page else "text/plain"
        self.subject = message.subject or None


def read_letter(
    message: Letter, words: str, source: ImportedSource, kind: Kind, forum: str = ""
) -> tuple[ImportedDocket, ...]:
    """One ImportedDocket for each case of a notice; raises Refused for one that breaks off or names no court."""
    if CLAIM.search(words):
        raise Refused("This is a notice of a claim filed in a bankruptcy.", "Save the court's claims register.")
    _refuse_what_breaks_off(words)
    court = find_court(message, words, forum)
    text = message.page.replace("\n", " ") if message.page else message.plain
    _, found = parsed(lambda: Notice(court, message), text)
    entered = _entered(words)
    listed = [raw for raw in found["dockets"] if raw["docket_number"] and raw["docket_entries"]]
    own = [raw for raw in listed if court != "jpml" or raw["docket_number"].startswith(MDL)]
    if not own:
        raise Refused("The notice names no case.", "Save the whole message again.")
    dockets = tuple(_docket(raw, kind, forum_id(court), source, entered) for raw in own)
    return _with_left_out(dockets, len(listed) - len(own))


def find_court(message: Letter, words: str, forum: str = "") -> str:
    """PACER's id of the court, by the links, else by the heading, else by the sender; checked against `forum`."""
    mark = MARK.search(words)
    heading = words[max(0, mark.start() - HEADING) : mark.start()].lower() if mark else ""
    sender = SENDER.search(message.sender)
    named = (
        court_in_links(message.page or message.plain)
        or court_of_appeals(heading)
        or court_in_heading(heading, "bankruptcy" in heading)
        or (sender[1] if sender else "")
    )
    if forum and named and pacer_id(forum) != named:
        raise Refused(f"The notice is of the court {forum_id(named)!r}, not {forum!r}.", "Leave the forum out.")
    if not (forum or named):
        raise CourtUnknown("The notice does not say which court it is of.")
    return named or pacer_id(forum)


def _refuse_what_breaks_off(words: str) -> None:
    begins = words.lower().find("docket text:")
    if begins < 0 or not ENDS.search(words, begins):
        raise Refused(
            "The notice breaks off: its docket text, or what stands after it, is not there.", "Save it again."
        )


def _entered(words: str) -> date | None:
    found = ENTERED.search(words)
    return datetime.strptime(found[1], "%m/%d/%Y").date() if found else None


def _with_left_out(dockets: tuple[ImportedDocket, ...], number: int) -> tuple[ImportedDocket, ...]:
    if not number:
        return dockets
    said = f"{number:,} cases of other courts, which the panel's notice names as well, were left out."
    first, *others = dockets
    return (replace(first, warnings=(said,)), *others)


def _docket(
    raw: Mapping[str, Any], kind: Kind, court: str, source: ImportedSource, entered: date | None
) -> ImportedDocket:
    entries = raw["docket_entries"]
    return ImportedDocket(
        kind=kind,
        source=source,
        court_id=court,
        docket_number=raw["docket_number"],
        number_parts=number_parts(raw),
        source_case_id=next((entry["pacer_case_id"] for entry in entries if entry["pacer_case_id"]), ""),
        caption=clean(raw["case_name"]),
        entries=tuple(_entry(entry, place, entered) for place, entry in enumerate(entries)),
    )


def _entry(raw: Mapping[str, Any], place: int, entered: date | None) -> ImportedEntry:
    return ImportedEntry(
        ordinal=place,
        **numbered(raw["document_number"]),
        date_filed=day(raw["date_filed"]),
        date_entered=entered,
        text=without_private(raw["description"]),
        short_text=without_private(raw["short_description"]),
        source_document_id=document_id(raw["pacer_doc_id"]),
        source_sequence=raw["pacer_seq_no"] or "",
    )
