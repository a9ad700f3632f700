"""Hearings that a line sets and days by which it says something is due."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, time

from docket.choices import FilingType, HearingKind, filing_group
from docket.law.reading.shape import DateKind, ReadDate
from docket.law.reading.tables.dates import (
    AVAILABLE,
    BETWEEN,
    BY,
    CANCELLED,
    DONE,
    DUE,
    DUE_NAMES,
    HEARINGS,
    LAST,
    LOOSE_ENDS,
    SET,
    SET_ANEW,
    SURRENDER,
    TAKEN_BACK,
    TAKES_BACK,
    TOLD,
    UNTIL,
)
from docket.law.reading.wording import Table

MOST = 60
BEFORE = 170  # characters before a date in which it is said what it is
SPOKEN = 90  # the longest title of a deadline
NAMED = 60  # and of a hearing
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_month = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*"
DATE = re.compile(
    rf"(?<!-)\b(?:(\d{{1,2}})([/-])(\d{{1,2}})\2(\d{{4}}|\d{{2}})(?!-)"
    rf"|({_month})\.? (\d{{1,2}}),? (\d{{4}}))\b",
    re.IGNORECASE,
)
TIME = re.compile(r"(?:,? (?:at|@|by|time:) |,? )(\d{1,2})[:.](\d{2}) ?([ap])\.?m\b", re.IGNORECASE)
TIME_BEFORE = re.compile(r"\bat (\d{1,2}):(\d{2}) ?([ap])\.?m\.?(?: \([^)]*\))? on (?:\w+day, )?$", re.IGNORECASE)
WEEKDAY = r"(?:\d{1,2}(?::\d{2})? ?[ap]\.?m\.?,? )?(?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"

_is_set = re.compile(
    rf"\b(?P<verb>{SET}){BETWEEN}(?: \d{{1,2}}[:.]\d{{2}} ?[ap]\.?m\.?(?: \([^)]*\))? on)? ?{WEEKDAY}$", re.IGNORECASE
)
_on = re.compile(
    rf"\b(?:presentment|hearing|conference|trial|argument)\b(?:(?!{DONE})[^;]){{0,80}}? on {WEEKDAY}$", re.IGNORECASE
)
_straight = re.compile(rf"\b(?:hearing|conference|argument)(?: for)? {WEEKDAY}$", re.IGNORECASE)
_due = re.compile(rf"\b(?:{DUE}) ?{WEEKDAY}$", re.IGNORECASE)
_others = re.compile(rf"\b(?:{BY}|{UNTIL}|{LAST}|{TOLD}|{AVAILABLE}|{SURRENDER}) ?{WEEKDAY}$", re.IGNORECASE)
_and_by = re.compile(rf"\band,? .{{0,60}}?\bby {WEEKDAY}$", re.IGNORECASE)
_due_name = re.compile(rf"\b(?:{DUE_NAMES})\b", re.IGNORECASE)
_cancelled = re.compile(CANCELLED, re.IGNORECASE)
_set_anew = re.compile(rf"\b{SET_ANEW} ?{WEEKDAY}$", re.IGNORECASE)
_taken_back = re.compile(TAKEN_BACK, re.IGNORECASE)
_takes_back = re.compile(TAKES_BACK, re.IGNORECASE)
_loose_ends = re.compile(LOOSE_ENDS, re.IGNORECASE)
_hearings = Table(HEARINGS, r"\b")
SENTENCE = re.compile(r"(?:[.;:]|\)|,(?= [A-Z]))\s+")
WITHOUT_PREAMBLE = re.compile(r"^(?:and|the|a|an|with|now|is|has been|for|that|court|as to .{2,60}?)\s+", re.IGNORECASE)


def dates(text: str, filing_type: str) -> tuple[ReadDate, ...]:
    """The days that the line sets, each once, in the order of the text."""
    found: dict[tuple[DateKind, date, str], ReadDate] = {}
    if _takes_back.match(text):
        return ()
    last_end = 0
    for match in DATE.finditer(text):
        day = _day(match)
        if day is None:
            continue
        before = text[max(last_end, match.start() - BEFORE) : match.start()]
        for read in _read(text, match, day, before, filing_type):
            found.setdefault((read.kind, read.day, read.title.casefold()), read)
        last_end = match.end()
        if len(found) >= MOST:
            break
    return tuple(read for read in found.values() if not _said_better(read, found.values()))


def _said_better(read: ReadDate, others: Iterable[ReadDate]) -> bool:
    """Whether the same hearing stands in the line once more, with its time: "Continued to 1/20. Hearing set for …"."""
    return (
        read.kind == DateKind.HEARING
        and read.at is None
        and any(other.kind == read.kind and other.day == read.day and other.at is not None for other in others)
    )


def _read(text: str, match: re.Match[str], day: date, before: str, filing_type: str) -> Iterator[ReadDate]:
    if (_cancelled.search(before[-60:]) and not _set_anew.search(before)) or _taken_back.match(text, match.end()):
        return
    clock = _clock(text, match, before)
    if setting := _is_set.search(before):
        yield from _set(text[max(0, match.start() - BEFORE) : match.start()], before[: setting.start()], day, clock)
    elif _on.search(before) or (filing_type != FilingType.ORDER_MINUTES and _straight.search(before)):
        yield ReadDate(DateKind.HEARING, day, _name(before, _last_hearing(before)), clock, _last_hearing(before))
    elif due := _due.search(before):
        yield ReadDate(DateKind.DEADLINE, day, _title(before[: due.start()] + " due"), clock)
    elif _orders(filing_type) and (told := _others.search(before) or _and_by.search(before)):
        yield ReadDate(DateKind.DEADLINE, day, _title(before[: told.end()]), clock)
    elif last := re.search(rf"\b{LAST} ?{WEEKDAY}$", before, re.IGNORECASE):
        yield ReadDate(DateKind.DEADLINE, day, _title(before[: last.end()]), clock)


def _set(further: str, name: str, day: date, clock: time | None) -> Iterator[ReadDate]:
    """What is set: by its own words in the same sentence, else by the nearest words that name a hearing."""
    words = SENTENCE.split(name)[-1]
    if _due_name.search(words[-40:]) and not _last_hearing(words[-20:]):
        yield ReadDate(DateKind.DEADLINE, day, _title(words), clock)
    elif kind := _last_hearing(words) or _last_hearing(further):
        yield ReadDate(DateKind.HEARING, day, _name(words, kind), clock, kind)


def _name(words: str, kind: str) -> str:
    """The court's words where they name the hearing, else the kind's own name."""
    title = _title(words)
    return title if len(title) <= NAMED and _last_hearing(title) else str(HearingKind(kind).label)


def _last_hearing(words: str) -> str:
    """The kind that the words name; of several the one that stands nearest to the date."""
    kind, position = "", 0
    while found := _hearings.anywhere(words, position, len(words)):
        kind, position, _ = found
    return kind


def _orders(filing_type: str) -> bool:
    """Whether the line can set a day by itself: a motion only asks for one."""
    group = filing_group(filing_type)
    return group not in ("mot", "brief", "resp") and filing_type != FilingType.INIT_COMPLAINT


def _title(words: str) -> str:
    found = " ".join(SENTENCE.split(words.strip())[-1].split()).strip(" ,:-(")
    while shorter := WITHOUT_PREAMBLE.sub("", found):
        if shorter == found:
            break
        found = shorter
    if len(found) > SPOKEN:
        found = found[-SPOKEN:].partition(" ")[2]
    found = _loose_ends.sub("", found)
    return found[:1].upper() + found[1:]


def _day(match: re.Match[str]) -> date | None:
    month, _, day, year, name, day_of_name, year_of_name = match.groups()
    if name:
        month = str(MONTHS.index(name[:3].lower()) + 1)
        day, year = day_of_name, year_of_name
    number = int(year) + (0 if len(year) == 4 else 2000 if int(year) < 70 else 1900)
    try:
        return date(number, int(month), int(day))
    except ValueError:
        return None


def _clock(text: str, match: re.Match[str], before: str) -> time | None:
    found = TIME.match(text, match.end()) or TIME_BEFORE.search(before)
    if not found:
        return None
    hour, minute = int(found[1]) % 12 + (12 if found[3].lower() == "p" else 0), int(found[2])
    return time(hour, minute) if int(found[1]) <= 12 and minute < 60 else None
