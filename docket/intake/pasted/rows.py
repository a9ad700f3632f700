"""Pasted rows, read: each with its day, number and text, or with why it could not be read and all that it said."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from docket.intake.pasted.cells import read_cells
from docket.intake.pasted.days import DAY_FIRST, MONTH_FIRST, Ambiguous, Day, NotADay, order_shown, read_day
from docket.intake.pasted.lines import read_lines
from docket.intake.pasted.raw import Raw

MOST = 1000  # rows of one paste
_unseen = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")


@dataclass(frozen=True)
class PastedRow:
    """day: as read, None where it could not be; day_as_pasted: its words. problem: why it cannot be saved as it is;
    notes: what to look at.
    """

    number: str
    day: Day | None
    day_as_pasted: str
    text: str
    problem: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pasted:
    """The rows, the oldest first. order: how days were read; asks: whether some may be either of two days."""

    rows: list[PastedRow]
    order: str
    asks: bool
    was_newest_first: bool
    left_out: int = 0


def read_rows(text: str, order: str = "") -> Pasted:
    """What was pasted, in the order in which it happened. order: MONTH_FIRST, DAY_FIRST or "" by what the forum's
    country writes; what the days themselves show comes first.
    """
    raw = _raw(text)
    order = _order([row.day for row in raw], order)
    rows, asks, newest_first = [], False, _is_newest_first(raw, order)
    near: date | None = None
    for row in reversed(raw) if newest_first else raw:
        found, doubtful = _read(row, order, near)
        asks |= doubtful
        near = found.day.date if found.day else near
        rows.append(found)
    return Pasted(_with_repeats(rows[:MOST]), order, asks, newest_first, max(0, len(rows) - MOST))


def _raw(text: str) -> list[Raw]:
    plain = (
        _unseen.sub("", text).replace("\u00a0", " ").replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    )
    table = read_cells(plain)
    return table if table is not None else read_lines(plain)


def _order(days: list[str], order: str) -> str:
    """What the days that can be read in one way only show, where they agree; else the forum's."""
    shown = {found for day in days if (found := order_shown(day))}
    return shown.pop() if len(shown) == 1 else order


def _read(raw: Raw, order: str, near: date | None) -> tuple[PastedRow, bool]:
    """The row, and whether its day may be either of two."""
    problem, day, asks, notes = "", None, False, raw.told
    try:
        if not raw.day:
            raise NotADay("No date at its beginning: write one, or add its text to the row above.")
        day = read_day(raw.day, order, near)
    except NotADay as error:
        problem, asks = str(error), isinstance(error, Ambiguous)
    if day and day.year_taken:
        notes = (*notes, "The year is taken from the row before.")
    if not problem and not (raw.text or raw.number):
        problem = "Nothing but a date."
    return PastedRow(raw.number, day, raw.day, raw.text, problem, notes), asks


def _is_newest_first(raw: list[Raw], order: str) -> bool:
    """Whether the days, or on one day the numbers, run backwards."""
    days: list[date] = []
    for row in raw:
        try:
            days.append(read_day(row.day, order or MONTH_FIRST, days[-1] if days else None).date)
        except NotADay:
            continue
    steps = Counter((after > before) - (after < before) for before, after in pairwise(days))
    if steps[1] != steps[-1]:
        return steps[-1] > steps[1]
    numbers = [int(row.number) for row in raw if row.number.isdecimal()]
    return len(numbers) > 1 and numbers[0] > numbers[-1]


def _with_repeats(rows: list[PastedRow]) -> list[PastedRow]:
    """Rows of the same day and text, pointed out from the second on."""
    seen: dict[tuple[date | None, str], int] = {}
    found = []
    for place, row in enumerate(rows, 1):
        key = (row.day.date if row.day else None, same_words(row.text))
        notes = row.notes
        if row.text and key in seen:
            notes = (*notes, f"The same day and text as row {seen[key]}.")
        seen.setdefault(key, place)
        found.append(PastedRow(row.number, row.day, row.day_as_pasted, row.text, row.problem, notes))
    return found


def same_words(text: str) -> str:
    """A text by which it is known again: without regard to case, spaces and punctuation at its end."""
    return " ".join(text.casefold().split()).rstrip(" .;,")


__all__ = ["DAY_FIRST", "MONTH_FIRST", "MOST", "Pasted", "PastedRow", "read_rows", "same_words"]
