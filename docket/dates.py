"""Dates known to the day, the month or the year: shown and written no finer than that."""

from __future__ import annotations

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
