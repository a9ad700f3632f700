"""Keyset pagination: page 10,000 costs what page 1 costs, and nothing is skipped or repeated while rows come and go.

A cursor is made of public facts only: the date by which the list is sorted, and the public id of the row beside which
the page begins. The primary key breaks ties inside the database and never leaves it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from typing import Any, Generic, TypeVar

from django.db.models import BooleanField, F, Func, Model, Q, QuerySet, Value
from django.db.models.expressions import OrderBy

M = TypeVar("M", bound=Model)
R = TypeVar("R")
CURSOR = re.compile(r"(?:(?P<day>\d{4}-\d\d-\d\d)?_)?(?P<row>[-\w]{1,160})", re.ASCII)
# A list that Python narrows further reads at most so many rows for one page; the next link goes on from there.
MOST_READ = 200


class BadCursor(ValueError):
    """The address does not name a place in the list."""


@dataclass(frozen=True)
class Key:
    """One column of an order. nulls: of a nullable one, where its index keeps them; a list shows them last anyway."""

    column: str
    descending: bool = False
    nulls: str = ""


@dataclass(frozen=True)
class Order:
    """An order of a list: by the keys, of which the last is unique. nullable: the first is a date that may be NULL.

    public_id: by what a row is named in addresses. find: the rows of a name, where it is made of several columns.
    """

    code: str
    label: str
    keys: tuple[Key, ...]
    nullable: bool = False
    public_id: str = "public_id"
    find: Callable[[QuerySet[Any], str], QuerySet[Any]] | None = None

    def named(self, rows: QuerySet[Any], public_id: str) -> QuerySet[Any]:
        """The row of that name; of several that read the same in the order that `find` gives."""
        return self.find(rows, public_id) if self.find else rows.filter(**{self.public_id: public_id})

    def by(self, reverse: bool = False) -> list[OrderBy]:
        """For the index: NULLs stand where it keeps them."""
        return [_order_by(key, reverse) for key in self.keys]

    def in_full(self) -> list[OrderBy]:
        """For a list read from end to end: NULLs come last."""
        first = replace(self.keys[0], nulls="last" if self.nullable else "")
        return [_order_by(first, False), *self.by()[1:]]


@dataclass(frozen=True)
class Page(Generic[R]):
    """Rows of a list, with the cursors of its neighbours; "" where there is none.

    lost: the row that the address names is not in the list any more, so that the page begins as near as can be told.
    """

    rows: list[R]
    after: str
    before: str
    lost: bool = False


Keep = Callable[[Any], bool]


def paginate(
    queryset: QuerySet[M], order: Order, *, size: int, after: str = "", before: str = "", keep: Keep | None = None
) -> Page[M]:
    """The page of `queryset` next to a cursor; the first one without. Raises BadCursor.

    keep: narrows the rows further, in Python; a page may then be short and still have a next one.
    """
    reverse = bool(before) and not after
    place = _Place.read(queryset, order, after or before) if after or before else None
    if place is None:
        rows, more = _take(queryset, order, None, size, False, keep)
        return Page(rows, cursor(more, order) if more else "", "", lost=bool(after or before))
    rows, more = _take(queryset, order, place, size, reverse, keep)
    if not reverse:
        first = cursor(rows[0], order) if rows else ""
        return Page(rows, cursor(more, order) if more else "", first, lost=not place.exact)
    if not more:  # the first page is a full one
        return paginate(queryset, order, size=size, keep=keep)
    rows.reverse()
    last = cursor(rows[-1], order) if rows else ""
    return Page(rows, last, cursor(more, order), lost=not place.exact)


def cursor(row: Any, order: Order) -> str:
    """The public words for a row's place."""
    name = str(_value(row, order.public_id))
    if not order.nullable:
        return name
    day: date | None = _value(row, order.keys[0].column)
    return f"{day or ''}_{name}"


@dataclass(frozen=True)
class _Place:
    """Where a page begins: the keys of a row, or of a row that is gone only its date."""

    values: tuple[Any, ...]
    exact: bool

    @classmethod
    def read(cls, queryset: QuerySet[Any], order: Order, text: str) -> _Place | None:
        """None when the row is gone and its date is not in the cursor."""
        public_id, day = place_named(text)
        rows = order.named(queryset.model._default_manager.using(queryset.db).all(), public_id)
        if values := rows.values_list(*(key.column for key in order.keys)).first():
            return cls(values, True)
        if not order.nullable or "_" not in text:
            return None
        return cls((day,), False)


def place_named(text: str) -> tuple[str, date | None]:
    """The public id and the date that a cursor names. Raises BadCursor."""
    match = CURSOR.fullmatch(text)
    if not match:
        raise BadCursor(f"“{text[:80]}” does not name a place in this list.")
    try:
        return match["row"], date.fromisoformat(match["day"]) if match["day"] else None
    except ValueError as error:
        raise BadCursor(f"“{match['day']}” is not a day.") from error


def _take(
    queryset: QuerySet[M], order: Order, place: _Place | None, size: int, reverse: bool, keep: Keep | None
) -> tuple[list[M], M | None]:
    """The next rows from a place on, and the last row read where there are more."""
    rows: list[M] = []
    for found in segments(queryset, order, place.values if place else (), reverse):
        if len(rows) == size:
            return rows, rows[-1] if found.exists() else None
        taken, more = _read(found, size - len(rows), keep)
        rows += taken
        if more:
            return rows, more
    return rows, None


def segments(queryset: QuerySet[M], order: Order, place: Sequence[Any], reverse: bool) -> Iterator[QuerySet[M]]:
    """The rows beyond a place, in one or two parts of which each is a range of an index.

    Those with a first key come before those without; the other way round when going back. place: the values of a row's
    keys, or of the first key alone; empty: all rows.
    """
    if not order.nullable:
        yield _beyond(queryset, order.keys, place, reverse).order_by(*order.by(reverse))
        return
    name = order.keys[0].column
    for is_null in (True, False) if reverse else (False, True):
        within = bool(place) and (place[0] is None) == is_null
        if place and not within and is_null == reverse:
            continue  # wholly on the other side of the place
        keys, values = (order.keys[1:], place[1:]) if is_null else (order.keys, place)
        segment = queryset.filter(**{f"{name}__isnull": is_null})
        yield _beyond(segment, keys, values if within else (), reverse).order_by(*order.by(reverse))


def _read(rows: QuerySet[M], size: int, keep: Keep | None) -> tuple[list[M], M | None]:
    if keep is None:
        found = list(rows[: size + 1])
        return found[:size], found[size - 1] if len(found) > size else None
    kept: list[M] = []
    found = list(rows[:MOST_READ])
    for place, row in enumerate(found):
        if keep(row):
            kept.append(row)
        if len(kept) == size:
            return kept, row if len(found) > place + 1 or len(found) == MOST_READ else None
    return kept, found[-1] if len(found) == MOST_READ else None


def _beyond(queryset: QuerySet[M], keys: Sequence[Key], values: Sequence[Any], reverse: bool) -> QuerySet[M]:
    """The rows strictly after the one with these values of the keys; of fewer, those of the first on; of none, all."""
    if not values:
        return queryset
    ways = [key.descending != reverse for key in keys]
    run = next((i for i, way in enumerate(ways) if way != ways[0]), len(keys))
    if len(values) < len(keys):
        return queryset.filter(_rows(keys[:1], values[:1], ways[0], or_equal=True))
    bound = _rows(keys[:run], values[:run], ways[0], or_equal=run < len(keys))
    queryset = queryset.filter(bound)
    return queryset if run == len(keys) else queryset.filter(_exactly_beyond(keys, values, ways))


def _exactly_beyond(keys: Sequence[Key], values: Sequence[Any], ways: Sequence[bool]) -> Q:
    """k1 beyond v1, or k1 = v1 and k2 beyond v2, or …"""
    steps = []
    for i, key in enumerate(keys):
        equal = {k.column: v for k, v in zip(keys[:i], values[:i], strict=True)}
        steps.append(Q(**equal) & Q(**{f"{key.column}__{'lt' if ways[i] else 'gt'}": values[i]}))
    return reduce(Q.__or__, steps)


def _rows(keys: Sequence[Key], values: Sequence[Any], descending: bool, or_equal: bool) -> RowComparison:
    operator = ("<" if descending else ">") + ("=" if or_equal else "")
    # a bare text would be taken for the name of a column
    return RowComparison(*(F(key.column) for key in keys), *map(Value, values), operator=operator)


class RowComparison(Func):
    """`(a, b) < (x, y)`: one bound of an index, where an OR of comparisons would read the index from its start."""

    output_field = BooleanField()

    def as_sql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """Row on the left, row on the right."""
        parts = [compiler.compile(expression) for expression in self.get_source_expressions()]
        words, half = [sql for sql, _ in parts], len(parts) // 2
        sql = f"({', '.join(words[:half])}) {self.extra['operator']} ({', '.join(words[half:])})"
        return sql, [param for _, params in parts for param in params]


def _order_by(key: Key, reverse: bool) -> OrderBy:
    descending, last = key.descending != reverse, (key.nulls == "last") != reverse
    # said of a nullable column only: an index on a NOT NULL one would not match
    nulls = {("nulls_last" if last else "nulls_first"): True} if key.nulls else {}
    return OrderBy(F(key.column), descending=descending, **nulls)


def _value(row: Any, path: str) -> Any:
    return reduce(getattr, path.split("__"), row)
