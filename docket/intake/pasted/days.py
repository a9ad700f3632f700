"""A day as people and courts write it: 3/4/2023, 4 Nov 23, 11.4.2023, 2023-04-11, “2 mai 2023”, also with a clock.

Whether 3/4 is in March or in April is said by the forum's country, or by nobody: then it is asked, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MONTH_FIRST, DAY_FIRST = "month", "day"
ORDERS = (MONTH_FIRST, DAY_FIRST)
# how far a day without a year may lie before the one it follows
BACK = timedelta(days=60)

# the beginnings of the months' names, in English, German, French, Spanish, Italian, Portuguese and Dutch
MONTHS: tuple[tuple[str, ...], ...] = (
    ("jan", "ene", "gen"),
    ("feb", "fev", "fév"),
    ("mar", "mär", "maa", "mrt"),
    ("apr", "avr", "abr"),
    ("may", "mai", "mag", "mei"),
    ("jun", "juin", "giu"),
    ("jul", "juil", "lug"),
    ("aug", "aou", "aoû", "ago"),
    ("sep", "set"),
    ("oct", "okt", "ott", "out"),
    ("nov",),
    ("dec", "dez", "déc", "dic"),
)
_names = "|".join(sorted((name for names in MONTHS for name in names), key=len, reverse=True))
_name = rf"(?:{_names})[^\W\d_]*\.?"
_weekday = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?"
_year = r"(?:\d{4}|'?\d{2})(?!\d)"
_iso = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)"
_compact = r"(?:19|20)\d{6}(?!\d)"
_numeric = r"\d{1,2}(?P<mark>[-/.])\d{1,2}(?P=mark)(?:\d{4}|\d{2})(?!\d)"
_named = (
    rf"(?:{_name} \d{{1,2}}(?:st|nd|rd|th)?,? {_year}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.|º|er)?[ -](?:de |of )?{_name}(?: de |,? |-){_year})"
)
_ended = r"(?=[\s:;,|)–—-]|$)(?![/.-]\d)(?!,? (?:19|20)\d\d)"
_short = rf"\d{{1,2}}/\d{{1,2}}{_ended}"
_yearless = rf"(?:{_short}|(?:{_name} \d{{1,2}}|\d{{1,2}} {_name}){_ended})"
CLOCK = (
    r"(?:[T,]? ?(?:at )?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\b\.?)?(?:Z|[+-]\d{2}:?\d{2})?"
    r"(?: [A-Z]{2,4}\b)?)?"
)
# a day with which a line of text may begin
DAY = rf"{_weekday}(?:{_iso}|{_compact}|{_numeric}|{_named}|{_short})"
_whole = re.compile(rf"(?P<day>{DAY}|{_weekday}{_yearless}){CLOCK}", re.IGNORECASE)
_numbers = re.compile(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?")
_parts = re.compile(rf"(?P<month>{_name})|(?P<number>\d+)", re.IGNORECASE)


class NotADay(ValueError):
    """In words what was found and what to write."""


class Ambiguous(NotADay):
    """Either of two days; `readings` month first, then day first."""

    def __init__(self, text: str, readings: tuple[date, date]) -> None:
        month, day = readings
        super().__init__(f"“{text}” may be {_said(month)} or {_said(day)}: say which comes first, month or day.")
        self.readings = readings


@dataclass(frozen=True)
class Day:
    """A date, how much of it is known, and whether its year was taken from elsewhere."""

    date: date
    precision: str = "day"
    year_taken: bool = False


def read_day(text: str, order: str = "", near: date | None = None) -> Day:
    """The day that a text says; order: MONTH_FIRST, DAY_FIRST or "" (not known); near: the day it most likely follows.

    read_day("11.4.2023", DAY_FIRST) is 11 April 2023. Raises NotADay, and Ambiguous for 3/4/2023 in no order.
    """
    words = " ".join(text.replace("\u00a0", " ").split())
    if found := _less_than_a_day(words):
        return found
    match = _whole.fullmatch(words)
    if match is None:
        raise NotADay(f"“{text.strip()[:40]}” is no date. Write 2023-10-04, 10/4/2023 or 4 Oct 2023.")
    return _day(re.sub(rf"^{_weekday}", "", match["day"], flags=re.IGNORECASE), order, near)


def order_shown(text: str) -> str:
    """Which comes first in a day that can be read in one way only: 13/4/2023 shows DAY_FIRST; "" for any other."""
    match = _numbers.match(text.strip())
    if not match or (len(match[0]) < len(text.strip()) and text.strip()[len(match[0])].isdigit()):
        return ""
    first, second = int(match[1]), int(match[2])
    if first > 12 >= second >= 1:
        return DAY_FIRST
    return MONTH_FIRST if second > 12 >= first >= 1 else ""


def _less_than_a_day(words: str) -> Day | None:
    """2023, 2023-05, 5/2023, May 2023."""
    if re.fullmatch(r"(?:17|18|19|20)\d\d", words):
        return Day(date(int(words), 1, 1), "year")
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})|(\d{1,2})/(\d{4})", words):
        return Day(_date(int(match[1] or match[4]), int(match[2] or match[3]), 1, words), "month")
    if match := re.fullmatch(rf"({_name}) (\d{{4}})", words, re.IGNORECASE):
        return Day(_date(int(match[2]), _month(match[1]), 1, words), "month")
    return None


def _day(words: str, order: str, near: date | None) -> Day:
    if re.fullmatch(_compact, words):
        return Day(_date(int(words[:4]), int(words[4:6]), int(words[6:]), words))
    if match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", words):
        return Day(_date(int(match[1]), int(match[2]), int(match[3]), words))
    if match := _numbers.fullmatch(words):
        return _in_order(int(match[1]), int(match[2]), match[3], words, order, near)
    parts = list(_parts.finditer(words))
    month = next(_month(part[0]) for part in parts if part["month"])
    numbers = [part[0] for part in parts if part["number"]]
    return _dated(month, int(numbers[0]), numbers[1] if len(numbers) > 1 else "", words, near)


def _in_order(first: int, second: int, year: str | None, words: str, order: str, near: date | None) -> Day:
    shown = order_shown(words) or order
    if first == second:
        shown = MONTH_FIRST
    if shown:
        month, day = (first, second) if shown == MONTH_FIRST else (second, first)
        return _dated(month, day, year or "", words, near)
    month_first = _dated(first, second, year or "", words, near)
    raise Ambiguous(words, (month_first.date, _dated(second, first, year or "", words, near).date))


def _dated(month: int, day: int, year: str, words: str, near: date | None) -> Day:
    if year:
        return Day(_date(_full(year), month, day, words))
    if near is None:
        raise NotADay(f"“{words}” has no year. Write it: 10/4/2023.")
    earliest = near - BACK
    return Day(next(_years(month, day, words, earliest)), year_taken=True)


def _years(month: int, day: int, words: str, earliest: date) -> Iterator[date]:
    """The days of that name from `earliest` on; of 29 February those that exist."""
    for year in range(earliest.year, earliest.year + 9):
        if (month, day) == (2, 29) and not _leaps(year):
            continue
        if (found := _date(year, month, day, words)) >= earliest:
            yield found


def _leaps(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _date(year: int, month: int, day: int, words: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise NotADay(f"“{words}” is in no calendar. Write 2023-10-04, 10/4/2023 or 4 Oct 2023.") from None


def _full(year: str) -> int:
    number = int(year)
    return number if len(year) == 4 else number + (2000 if number < 70 else 1900)


def _month(name: str) -> int:
    said = name.casefold()
    fits = [(len(begin), number) for number, names in enumerate(MONTHS, 1) for begin in names if said.startswith(begin)]
    return max(fits)[1]


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
