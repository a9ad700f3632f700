"""How many filings were filed in each month or year, counted over the rows of a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from docket.models import Filing
from docket.site.charts.counted import MOST, counted

MONTHS_AT_MOST = 60  # a longer time is drawn by years
YEARS_AT_MOST = 150
HEIGHT, WIDTH, GAP = 100, 1000, 0.15

COUNTED = """
select date_filed is null as undated, date_filed_precision = 'year' as year_only,
  extract(year from date_filed)::int as year, extract(month from date_filed)::int as month, count(*) as number,
  count(*) filter (where case__is_sample) as samples
from ({rows}) s group by 1, 2, 3, 4
"""


@dataclass(frozen=True)
class Period:
    """A month or a year and how many were filed in it."""

    label: str
    number: int


@dataclass(frozen=True)
class OverTime:
    """Periods in order, none left out between the first and the last.

    unit: month or year. year_only: filings of which only the year is known, drawn by no month. undated: of no known
    day. earlier: those before the first period, where the time is longer than can be drawn. samples: of sample matters.
    """

    unit: str
    periods: list[Period]
    total: int
    year_only: int = 0
    undated: int = 0
    earlier: int = 0
    samples: int = 0

    @property
    def highest(self) -> int:
        """The most in one period; 0 of nothing."""
        return max((period.number for period in self.periods), default=0)

    @property
    def shape(self) -> str:
        """All bars as one path, 1,000 wide and 100 high."""
        step = WIDTH / max(len(self.periods), 1)
        bars = ((place * step, period.number * HEIGHT / self.highest) for place, period in enumerate(self.periods))
        gap = step * GAP
        return "".join(f"M{x + gap:.1f} {HEIGHT}V{HEIGHT - h:.1f}H{x + step - gap:.1f}V{HEIGHT}z" for x, h in bars if h)

    @property
    def words(self) -> str:
        """What the drawing shows: “Filings by month, March 2020 to May 2022; the most in May 2022: 14”."""
        top = next(period for period in self.periods if period.number == self.highest)
        span = f"{self.periods[0].label} to {self.periods[-1].label}" if len(self.periods) > 1 else top.label
        return f"Filings by {self.unit}, {span}; the most in {top.label}: {top.number:,}"


def over_time(filings: QuerySet[Filing]) -> OverTime | None:
    """Counted in one query; None of more than half a million, which would take too long.

    A filing is counted in the month that is known of it; one of which only the year is known has no month, and is told
    beside a drawing by months.
    """
    found = counted(COUNTED, filings, "date_filed", "date_filed_precision", "case__is_sample")
    total = sum(row.number for row in found)
    if total > MOST:
        return None
    dated = [row for row in found if not row.undated]
    samples = sum(row.samples for row in found)
    undated = total - sum(row.number for row in dated)
    months = [(row.year * 12 + row.month - 1, row.number) for row in dated if not row.year_only]
    year_only = sum(row.number for row in dated if row.year_only)
    if months and max(months)[0] - min(months)[0] < MONTHS_AT_MOST:
        return OverTime("month", _filled(months, _month), total, year_only, undated, samples=samples)
    periods = _filled([(row.year, row.number) for row in dated], str)
    earlier = sum(period.number for period in periods[:-YEARS_AT_MOST])
    return OverTime("year", periods[-YEARS_AT_MOST:], total, undated=undated, earlier=earlier, samples=samples)


def _month(place: int) -> str:
    return f"{date(place // 12, place % 12 + 1, 1):%B %Y}"


def _filled(numbers: list[tuple[int, int]], label: Callable[[int], str]) -> list[Period]:
    """Each place from the first to the last, also those in which nothing was filed."""
    found = Counter[int]()
    for place, number in numbers:
        found[place] += number
    return [Period(label(place), found[place]) for place in range(min(found), max(found) + 1)] if found else []
