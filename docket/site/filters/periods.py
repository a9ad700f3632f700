"""Spans of days asked for in a filter, against dates of which only the month or the year may be known."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from docket.choices import DatePrecision

PARTIAL = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


@dataclass(frozen=True)
class Period:
    """A day, month or year, from its first day to its last."""

    first: date
    last: date
    text: str

    def __str__(self) -> str:
        return self.text


def read_period(text: str) -> Period:
    """“2021-10-21”, “2021-10” or “2021”. Raises ValueError."""
    match = PARTIAL.fullmatch(text.strip())
    if not match:
        raise ValueError(f"“{text[:40]}” is not a date: write 2021-10-21, 2021-10 or 2021.")
    year, *rest = (int(part) for part in match.groups() if part)
    first = date(year, *[*rest, 1, 1][:2])
    if not rest:
        last = date(year, 12, 31)
    elif len(rest) == 1:
        last = first.replace(day=monthrange(year, first.month)[1])
    else:
        last = first
    return Period(first, last, text.strip())


def since(column: str, first: date) -> Q:
    """Dates that lie on or after a day, or whose month or year reaches to it."""
    month, year = first.replace(day=1), first.replace(month=1, day=1)
    precision = f"{column}_precision"
    reaching = Q(**{precision: DatePrecision.MONTH, f"{column}__gte": month}) | Q(**{precision: DatePrecision.YEAR})
    # the first condition alone can bound an index
    return Q(**{f"{column}__gte": year}) & (Q(**{f"{column}__gte": first}) | reaching)


def until(column: str, last: date) -> Q:
    """Dates whose day, month or year begins on or before a day."""
    return Q(**{f"{column}__lte": last})


def over_by(column: str, day: date) -> Q:
    """Dates that certainly lie on or before a day: where only the month or year is known, all of it is over by then."""
    return Q(**{f"{column}__isnull": False}) & ~since(column, day + timedelta(days=1))


def perhaps_by(column: str, day: date) -> Q:
    """Dates that may lie on or before a day, and may not: missing, or of a month or year that runs on past it."""
    return Q(**{f"{column}__isnull": True}) | (until(column, day) & since(column, day + timedelta(days=1)))


class PeriodField(forms.CharField):
    """A date that may be partial; a text field, as a date picker cannot say “October 2021”."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"placeholder": "2021 or 2021-10", "size": 15})
        super().__init__(max_length=10, widget=widget, **options)

    def clean(self, value: Any) -> Any:
        """The Period that was typed; None of nothing. Raises ValidationError for what is no date."""
        text = super().clean(value)
        try:
            return read_period(text) if text else None
        except ValueError as error:
            raise ValidationError(str(error)) from error


class PeriodFilter(django_filters.Filter):  # type: ignore[misc]
    """Passes a Period to its method."""

    field_class = PeriodField
