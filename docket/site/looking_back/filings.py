"""Filings by what is certain of their day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from docket.choices import DatePrecision
from docket.models import Filing
from docket.publishing.visibility import NOT_LISTED
from docket.site.sheet.lines import lines_of
from docket.site.sheet.page import dress

AT_MOST = 100


def lines_by_key(keys: Iterable[int]) -> dict[int, Any]:
    """Lines of a docket as its sheet shows them, in one query."""
    lines = {line.id: line for line in lines_of(list(keys))}
    for line in lines.values():
        dress(line)
    return lines


def filed_by(on: date) -> Q:
    """Filed on that day or before: the whole month or year is over where no more is known."""
    next_day = on + timedelta(days=1)
    return (
        Q(date_filed_precision=DatePrecision.DAY, date_filed__lte=on)
        | Q(date_filed_precision=DatePrecision.MONTH, date_filed__lt=next_day.replace(day=1))
        | Q(date_filed_precision=DatePrecision.YEAR, date_filed__lt=next_day.replace(day=1, month=1))
    )


def perhaps_filed_by(rows: QuerySet[Filing], on: date) -> QuerySet[Filing]:
    """Those of which the record does not say whether they had been filed by then; nothing is known of a removed one."""
    unsure = Q(date_filed__isnull=True) | (Q(date_filed__lte=on) & ~filed_by(on))
    return rows.filter(unsure).exclude(visibility__in=NOT_LISTED).order_by("date_filed", "sequence")
