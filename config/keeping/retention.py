"""Which backups are kept: the newest of each of the last days, weeks and months that have one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True)
class Pace:
    """How many of each. Example: Pace.read("7,4,12") keeps 7 days, 4 weeks, 12 months."""

    days: int
    weeks: int
    months: int

    @classmethod
    def read(cls, text: str) -> Pace:
        """ImproperlyConfigured unless it is three numbers, at least one of them above 0."""
        parts = [part.strip() for part in text.split(",")]
        if len(parts) != 3 or not all(part.isdecimal() for part in parts) or not any(int(part) for part in parts):
            raise ImproperlyConfigured(f"BACKUP_KEEP={text}: say how many days, weeks and months, as in 7,4,12.")
        return cls(*(int(part) for part in parts))

    def kept(self, made: Iterable[datetime]) -> set[datetime]:
        """Of the moments at which backups were made; the newest is always kept."""
        newest_first = sorted(made, reverse=True)
        periods: list[tuple[int, Callable[[datetime], object]]] = [
            (self.days, lambda at: at.date()),
            (self.weeks, lambda at: at.isocalendar()[:2]),
            (self.months, lambda at: (at.year, at.month)),
        ]
        kept = set(newest_first[:1])
        for most, period in periods:
            newest: dict[object, datetime] = {}
            for at in newest_first:
                newest.setdefault(period(at), at)
            kept |= set(list(newest.values())[:most])
        return kept
