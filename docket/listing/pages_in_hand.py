"""Pages of rows that are all in hand: a search that finds few sorts them here, which costs less than asking again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from operator import gt, lt
from typing import Any, TypeVar

from docket.listing.pagination import Key, Order, Page, cursor, place_named

R = TypeVar("R")


def sorted_by(rows: Iterable[R], order: Order) -> list[R]:
    """Sorted as the database would for a list read from end to end: NULLs last."""
    found = list(rows)
    for key in reversed(order.keys):
        found.sort(key=lambda row, key=key: _sortable(getattr(row, key.column), key), reverse=key.descending)  # type: ignore[misc]
    return found


def page_of_known(rows: list[R], order: Order, *, size: int, after: str = "", before: str = "") -> Page[R]:
    """The page of rows in order next to a cursor; the first one without. Raises BadCursor."""
    start, lost = 0, False
    if named := after or before:
        public_id, day = place_named(named)
        at = next((n for n, row in enumerate(rows) if getattr(row, order.public_id) == public_id), None)
        lost = at is None
        if at is None:
            at = _beside(rows, order, day, forwards=bool(after)) if order.nullable and "_" in named else 0
            start = at if after else at - size
        else:
            start = at + 1 if after else at - size
    start = max(start, 0)
    cut = rows[start : start + size]
    return Page(
        cut,
        cursor(cut[-1], order) if cut and start + size < len(rows) else "",
        cursor(cut[0], order) if cut and start else "",
        lost=lost,
    )


def _beside(rows: list[Any], order: Order, day: date | None, forwards: bool) -> int:
    """Where the rows of a date begin, or going back where they end."""
    first = order.keys[0]
    there = _sortable(day, first)
    precedes = gt if first.descending else lt
    places = [_sortable(getattr(row, first.column), first) for row in rows]
    return sum(precedes(place, there) if forwards else not precedes(there, place) for place in places)


def _sortable(value: Any, key: Key) -> Any:
    return ((value is None) is not key.descending, value or date.min) if key.nulls else value
