"""Dates known to the day, the month or the year: shown and written no finer than that."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from docket.choices import DatePrecision


def show(day: date | None, precision: str = DatePrecision.DAY) -> str:
    """For a reader: “3 May 2022”, “May 2022”, “2022”; nothing for no date."""
    if day is None:
        return ""
    if precision == DatePrecision.YEAR:
        return str(day.year)
    if precision == DatePrecision.MONTH:
        return f"{day:%B} {day.year}"
    return f"{day.day} {day:%B} {day.year}"


def iso(day: date | None, precision: str = DatePrecision.DAY) -> str:
    """For a machine: “2022-05-03”, “2022-05”, “2022”; nothing for no date."""
    if day is None:
        return ""
    length = {DatePrecision.YEAR: 4, DatePrecision.MONTH: 7}.get(DatePrecision(precision), 10)
    return day.isoformat()[:length]


def last_day(day: date, precision: str = DatePrecision.DAY) -> date:
    """The last day of what is known: of the month or the year."""
    if precision == DatePrecision.YEAR:
        return day.replace(month=12, day=31)
    if precision == DatePrecision.MONTH:
        return day.replace(day=monthrange(day.year, day.month)[1])
    return day


def happened_by(day: date | None, precision: str, on: date) -> bool:
    """Whether it certainly had happened on that day: its whole month or year is over, where no more is known."""
    return day is not None and last_day(day, precision) <= on


def may_have_happened_by(day: date | None, precision: str, on: date) -> bool:
    """Whether it may have happened on that day although that is not certain: the date is missing or straddles it."""
    return day is None or day <= on < last_day(day, precision)
