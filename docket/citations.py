"""“Cite this”: a case as a legal citation names it (DOMAIN 8.3). Pure."""

from __future__ import annotations

from datetime import date

from docket.choices import DatePrecision

MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


def cited_date(day: date, precision: str) -> str:
    """“Feb. 15, 2022”, “Feb. 2022”, “2022”."""
    month = MONTHS[day.month - 1]
    if precision == DatePrecision.YEAR:
        return str(day.year)
    if precision == DatePrecision.MONTH:
        return f"{month} {day.year}"
    return f"{month} {day.day}, {day.year}"


def case_citation(caption: str, number: str, forum: str, filed: date | None, precision: str, address: str) -> str:
    """“Roe v. Poe, No. D-101-CV-2022-00099 (N.M. Dist. Ct. filed Feb. 15, 2022), https://…”; unknown parts left out."""
    named = f"{caption}, No. {number}" if number else caption
    when = f"filed {cited_date(filed, precision)}" if filed else ""
    where = " ".join(part for part in (forum, when) if part)
    return f"{named} ({where}), {address}" if where else f"{named}, {address}"
