"""A calendar as iCalendar (RFC 5545), for programs to subscribe to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit

import icalendar

from docket.choices import Certainty, DeadlineState
from docket.models import Deadline, Hearing
from docket.site.schedule import wording
from docket.site.schedule.entries import Entry

PRODUCT = "-//Docketbook//Hearings and deadlines//EN"
OFF = (DeadlineState.EXTENDED, DeadlineState.SUSPENDED, DeadlineState.VACATED)
NOT_OFFICIAL = "Not an official court record: check the court's docket."


def feed(name: str, entries: Iterable[Entry], base: str) -> bytes:
    """The calendar file. base: the address of the site, without a slash at its end; uids are made of its host.

    A row keeps its uid for ever, and the same rows give the same bytes: nothing in it depends on the clock.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-published-ttl", "PT6H")
    listed = list(entries)
    for entry in listed:
        calendar.add_component(_event(entry, base))
    if years := [entry.day.year for entry in listed]:
        calendar.add_missing_timezones(date(max(min(years) - 1, 1), 1, 1), date(min(max(years) + 2, 9999), 1, 1))
    return bytes(calendar.to_ical())


def _event(entry: Entry, base: str) -> icalendar.Event:
    row, case = entry.row, entry.row.case
    event = icalendar.Event()
    event.add("uid", f"{row.public_id}@{urlsplit(base).hostname or 'docketbook'}")
    event.add("dtstamp", row.updated_at)
    event.add("last-modified", row.updated_at)
    event.add("dtstart", entry.moment or entry.day)
    event.add("summary", f"{_what(row)} – {case.caption_short or case.caption}")
    event.add("description", "\n".join(_lines(entry)))
    event.add("url", base + row.get_absolute_url())
    event.add("categories", ["Hearing" if entry.is_hearing else "Deadline"])
    event.add("status", _status(row))
    if isinstance(row, Hearing) and row.place:
        event.add("location", row.place)
    if isinstance(row, Deadline):
        event.add("transp", "TRANSPARENT")
    return event


def _what(row: Hearing | Deadline) -> str:
    if isinstance(row, Hearing):
        return row.title
    return f"Due: {row.title} ({wording.certainty(row)})"


def _status(row: Hearing | Deadline) -> str:
    if row.is_vacated if isinstance(row, Hearing) else row.state in OFF:
        return "CANCELLED"
    return "CONFIRMED" if row.certainty == Certainty.ORDERED else "TENTATIVE"


def _lines(entry: Entry) -> list[str]:
    row, case = entry.row, entry.row.case
    says = entry.says[:1].upper() + entry.says[1:]
    lines = [f"{says}.", entry.state and f"{entry.state[:1].upper()}{entry.state[1:]}."]
    if isinstance(row, Deadline):
        lines += [f"{heading}: {text}" if heading else text for heading, text in wording.sentences(row)]
        lines += [row.reason, *wording.chosen(row), *row.notes, row.rule_version and f"{row.rule_version}."]
        lines += _filings(entry)
        if row.case_party:
            lines.append(f"For {row.case_party.party}.")
    forum = case.forum_name
    number = f", No. {case.docket_number}" if case.docket_number else ""
    return [line for line in (*lines, f"{case.caption}, {forum}{number}.", NOT_OFFICIAL) if line]


def _filings(entry: Entry) -> list[str]:
    """The filing from which it runs, and the one that closed it."""
    filings = (("Runs from", entry.started_by), ("By", entry.closed_by))
    return [f"{what}: {filing}." for what, filing in filings if filing]
