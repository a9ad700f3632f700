"""A month as weeks of days, each with its lines. Pure."""

from __future__ import annotations

from calendar import Calendar as Weeks
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import MAXYEAR, date

from docket.site.schedule.entries import Entry

MOST_A_DAY = 6
SUNDAY_FIRST = Weeks(firstweekday=6)


@dataclass(frozen=True)
class Day:
    """A day of the month with the first of its lines, and how many more there are."""

    day: date
    entries: list[Entry]
    more: int


@dataclass(frozen=True)
class Month:
    """A month of a year: `Month(2026, 5)` is May 2026."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> Month:
        """The month in which a day lies."""
        return cls(day.year, day.month)

    @classmethod
    def read(cls, text: str) -> Month:
        """“2026-05”. Raises ValueError for anything else, and for years that have no neighbours."""
        day = date.fromisoformat(f"{text}-01")
        if len(text) != 7 or not 1 < day.year < MAXYEAR:
            raise ValueError(text)
        return cls.of(day)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    @property
    def name(self) -> str:
        """The month in words, such as “May 2026”."""
        return f"{self.first:%B} {self.year}"

    @property
    def first(self) -> date:
        """The first day of the month."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """The last day of the month."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    def weeks(self, entries: Iterable[Entry]) -> list[list[Day | None]]:
        """Weeks from Sunday to Saturday; None for days of the months beside it."""
        by_day: dict[date, list[Entry]] = {}
        for entry in entries:
            by_day.setdefault(entry.day, []).append(entry)
        return [
            [self._day(day, by_day.get(day, [])) for day in week]
            for week in SUNDAY_FIRST.monthdatescalendar(self.year, self.month)
        ]

    def _day(self, day: date, entries: list[Entry]) -> Day | None:
        if day.month != self.month:
            return None
        return Day(day, entries[:MOST_A_DAY], max(len(entries) - MOST_A_DAY, 0))
