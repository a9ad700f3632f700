"""What a holiday calendar is made of: dated rows, and how a holiday on a weekend is moved."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple, Protocol

from docket.law.deadlines.dates import DAY, SAT, SUN, easter, nth_weekday
from docket.law.deadlines.errors import DeadlineError
from docket.law.deadlines.marks import Mark


class When(NamedTuple):
    """The day is a holiday only where this option of the rule set is answered so: law or list is open."""

    option: str
    answer: str


class DayOfYear(Protocol):
    def in_year(self, year: int) -> tuple[date, ...]: ...


@dataclass(frozen=True)
class On:
    month: int
    day: int

    def in_year(self, year: int) -> tuple[date, ...]:
        return (date(year, self.month, self.day),)


@dataclass(frozen=True)
class Nth:
    """The nth weekday of a month: Nth(3, MON, 1); Nth(-1, MON, 5) is the last Monday in May."""

    n: int
    weekday: int
    month: int
    days_later: int = 0

    def in_year(self, year: int) -> tuple[date, ...]:
        return (nth_weekday(year, self.month, self.weekday, self.n) + timedelta(days=self.days_later),)


@dataclass(frozen=True)
class FromEaster:
    """So many days from Easter Sunday: FromEaster(-2) is Good Friday."""

    days: int

    def in_year(self, year: int) -> tuple[date, ...]:
        return (easter(year) + timedelta(days=self.days),)


@dataclass(frozen=True)
class EveryYears:
    """A day in every nth year only, counted from one in which it falls: EveryYears(4, 2025, On(1, 20))."""

    n: int
    start: int
    day: DayOfYear

    def in_year(self, year: int) -> tuple[date, ...]:
        return self.day.in_year(year) if (year - self.start) % self.n == 0 else ()


@dataclass(frozen=True)
class Dates:
    """Days that follow no rule of our calendar: proclaimed one by one, or set by the moon."""

    days: tuple[date, ...]

    def in_year(self, year: int) -> tuple[date, ...]:
        return tuple(day for day in self.days if day.year == year)


@dataclass(frozen=True)
class Holiday:
    """One row. `first` and `last` are the days on which the law that makes it a holiday began and ceased."""

    name: str
    day: DayOfYear
    cite: str
    first: date = date.min
    last: date = date.max
    when: When | None = None


@dataclass(frozen=True)
class Moved:
    """A holiday on this weekend day is kept `days` later (earlier when negative)."""

    days: int
    cite: str
    when: When | None = None


class ClosedDay(NamedTuple):
    day: date
    name: str
    cite: str
    when: When | None


@dataclass(frozen=True, eq=False)
class HolidayCalendar:
    id: str
    title: str
    verified_on: date
    sources: tuple[str, ...]
    covers_from: date
    rows: tuple[Holiday, ...]
    saturday: Moved | None = None
    sunday: Moved | None = None
    note: str = ""
    mark: Mark = Mark.READ  # how well the list was checked on that day
    place: str = ""  # of a State's own calendar: the State, as forums name their jurisdiction
    _years: dict[int, dict[date, tuple[ClosedDay, ...]]] = field(default_factory=dict, repr=False)

    @property
    def version(self) -> str:
        return f"{self.id} {self.verified_on.isoformat()}"

    def on(self, day: date) -> tuple[ClosedDay, ...]:
        """The holidays kept on that day; empty when none. Raises DeadlineError before the calendar begins."""
        if day < self.covers_from:
            raise DeadlineError(
                f"The calendar {self.id} begins on {self.covers_from.isoformat()}; "
                f"{day.isoformat()} lies before it. Add its holidays to the calendar first."
            )
        if day.year not in self._years:
            self._years[day.year] = self._kept_in(day.year)
        return self._years[day.year].get(day, ())

    def _kept_in(self, year: int) -> dict[date, tuple[ClosedDay, ...]]:
        kept: dict[date, tuple[ClosedDay, ...]] = {}
        # the neighbouring years too: 1 January on a Saturday is kept on 31 December
        for near in range(max(year - 1, 1), min(year + 1, 9999) + 1):
            for row in self.rows:
                for closed in self._days_of(row, near):
                    if closed.day.year == year:
                        kept[closed.day] = (*kept.get(closed.day, ()), closed)
        return kept

    def _days_of(self, row: Holiday, year: int) -> list[ClosedDay]:
        found = []
        for day in row.day.in_year(year):
            if not row.first <= day <= row.last:
                continue
            found.append(ClosedDay(day, row.name, row.cite, row.when))
            move = {SAT: self.saturday, SUN: self.sunday}.get(day.weekday())
            if move is not None:
                name = f"{row.name}, observed"
                found.append(ClosedDay(day + DAY * move.days, name, move.cite, row.when or move.when))
        return found
