"""Columns that several models share: partial dates, money, their constraints."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Q

from docket.choices import DatePrecision

# NaN is greater than every number in PostgreSQL, so an upper bound refuses it where `>= 0` alone lets it pass.
LARGEST_AMOUNT = Decimal("9999999999999999.99")


def partial_date(what: str, **options: Any) -> models.DateField[Any, Any]:
    """A date that may be unknown or known only in part; its precision stands in a second column."""
    options.setdefault("null", True)
    options.setdefault("blank", True)
    return models.DateField(
        help_text=f"{what} Known only to the month or year: enter its first day and set the precision.",
        **options,
    )


def precision() -> models.CharField[Any, Any]:
    """How much of the date beside it is known."""
    return models.CharField(
        max_length=5,
        choices=DatePrecision,
        default=DatePrecision.DAY,
        help_text="How much of the date is known. It is shown, exported and sorted no finer than that.",
    )


def precise(table: str, date: str) -> models.CheckConstraint:
    """A month-only date is stored as its first day, a year-only one as 1 January, so that sorting is stable."""
    column = f"{date}_precision"
    return models.CheckConstraint(
        condition=Q(**{f"{date}__isnull": True})
        | Q(**{column: DatePrecision.DAY})
        | Q(**{column: DatePrecision.MONTH}) & Q(**{f"{date}__day": 1})
        | Q(**{column: DatePrecision.YEAR}) & Q(**{f"{date}__day": 1, f"{date}__month": 1}),
        name=f"{table}_{date}_precise",
        violation_error_message="A date known to the month is its first day; known to the year, 1 January.",
    )


def in_order(table: str, earlier: str, later: str, words: str) -> models.CheckConstraint:
    """`later` is not before `earlier`, where both are known; `words` name them to a reader.

    A later date known only to its month or year may well precede the earlier one's day: it is compared as the end
    of its period would be, by leaving it to the reader when the periods overlap.
    """
    same_year = Q(**{f"{later}__year__gte": models.F(f"{earlier}__year")})
    same_month = Q(**{f"{later}__year__gt": models.F(f"{earlier}__year")}) | Q(
        **{
            f"{later}__year": models.F(f"{earlier}__year"),
            f"{later}__month__gte": models.F(f"{earlier}__month"),
        }
    )
    return models.CheckConstraint(
        condition=Q(**{f"{earlier}__isnull": True})
        | Q(**{f"{later}__isnull": True})
        | Q(**{f"{later}__gte": models.F(earlier)})
        | Q(**{f"{later}_precision": DatePrecision.MONTH}) & same_month
        | Q(**{f"{later}_precision": DatePrecision.YEAR}) & same_year,
        name=f"{table}_{later}_after_{earlier}"[:63],
        violation_error_message=words,
    )


def amount(what: str) -> models.DecimalField[Any, Any]:
    """Money, with its currency in a second column."""
    return models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True, help_text=what)


def currency() -> models.CharField[Any, Any]:
    """The ISO 4217 code of the amount beside it."""
    return models.CharField(max_length=3, default="USD", help_text="ISO 4217 code, such as USD or EUR.")


def real_amount(table: str, column: str = "amount") -> models.CheckConstraint:
    """An amount is a number and not negative."""
    return models.CheckConstraint(
        condition=Q(**{f"{column}__isnull": True}) | Q(**{f"{column}__gte": 0, f"{column}__lte": LARGEST_AMOUNT}),
        name=f"{table}_{column}_real",
        violation_error_message="An amount is a number of zero or more.",
    )
