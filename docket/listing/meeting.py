"""Rows that words find: few are found first, by the words' index, then sorted; many are read in the list's order."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet

from docket.listing.counting import CAP

# So many matches are looked up one by one; beyond, rows are read in the list's order until a page is full.
MOST_CANDIDATES = CAP
SCANS = ("enable_seqscan", "enable_indexscan", "enable_indexonlyscan")


def met(found: QuerySet[Any], *columns: str, most: int = MOST_CANDIDATES) -> list[tuple[Any, ...]]:
    """The columns of what is found, in no order, at most one row more than `most`.

    Two common words that never meet make the planner expect a match at every turn: it would read all rows in the list's
    order, in vain. For this one question it may scan neither the table nor an index in its order, so it meets the
    words in theirs. Settings and question are one round trip; the role's statement_timeout holds besides.
    """
    connection = connections[found.db]
    query = found.order_by().values_list(*columns)[: most + 1].query
    try:
        asked, params = query.get_compiler(found.db).as_sql()
    except EmptyResultSet:
        return []
    with connection.cursor() as cursor:
        cursor.execute("; ".join([*_set("off"), asked, *_set("on")]), params)
        # counted from the end, as history may have put a statement of its own in front
        cursor.set_result(-1 - len(SCANS))
        return list(cursor.fetchall())


def keys_met(found: QuerySet[Any]) -> list[int] | None:
    """The primary keys of everything found, or None where that is more than MOST_CANDIDATES."""
    keys = [key for (key,) in met(found, "pk")]
    return None if len(keys) > MOST_CANDIDATES else keys


def _set(value: str) -> list[str]:
    return [f"set local {scan} = {value}" for scan in SCANS]
