"""The rows of a list, counted in SQL: bounded, so that a chart costs no more than a page may."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet

from docket.site.sheet.fetch import fetch

MOST = 500_000


def counted(sql: str, rows: QuerySet[Any], *columns: str) -> list[SimpleNamespace]:
    """What SQL finds over `{rows}`, a subquery of these columns of the list's rows.

    It has one row more than may be counted, so that more are noticed. Of a list that surely is empty nothing is asked.
    """
    try:
        inner, params = rows.order_by().values(*columns)[: MOST + 1].query.sql_with_params()
    except EmptyResultSet:
        return []
    return fetch(sql.format(rows=inner), params)
