"""Filings by what is certain of their day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from docket.models import Filing
from docket.publishing.visibility import NOT_LISTED
from docket.site.filters.periods import over_by, perhaps_by
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
    return over_by("date_filed", on)


def perhaps_filed_by(rows: QuerySet[Filing], on: date) -> QuerySet[Filing]:
    """Those of which the record does not say whether they had been filed by then; nothing is known of a removed one."""
    return (
        rows.filter(perhaps_by("date_filed", on)).exclude(visibility__in=NOT_LISTED).order_by("date_filed", "sequence")
    )
