"""Worked examples of periods that statutes count by themselves."""

from datetime import date

from docket.law.deadlines.examples import Example
from docket.law.deadlines.units import Unit

EXAMPLES = (
    Example("osh.contest", date(2026, 6, 12), date(2026, 7, 6), "derived: Juneteenth is no working day"),
    Example("nm.wrongful_death", date(2021, 10, 21), date(2024, 10, 21), "derived from NMSA 41-2-2"),
    Example(
        "years", date(2024, 2, 29), date(2025, 2, 28), "derived: the last day of a shorter month", n=1, unit=Unit.YEARS
    ),
    Example("years", date(2023, 3, 2), date(2026, 3, 2), "derived: the anniversary", n=3, unit=Unit.YEARS),
    Example(
        "osh1903", date(2026, 3, 2), date(2026, 3, 23), "derived from 29 CFR 1903.22(c)", n=15, unit=Unit.COURT_DAYS
    ),
    Example(
        "osh1903",
        date(2026, 5, 15),
        date(2026, 6, 8),
        "derived: Memorial Day is no working day",
        n=15,
        unit=Unit.COURT_DAYS,
    ),
)
