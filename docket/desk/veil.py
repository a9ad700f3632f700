"""Rows as somebody without clearance reads them: what they carry along of rows under seal is taken away or unnamed.

A row that may be seen can point at one that may not (a claim carried from a sealed one), and rows loaded with it can be
under seal (the events from which a status is derived). `veiled` queries fetch as any other; then every key to such a
row leads to a stand-in that has its number and no words, and every list that was loaded along is without them. What is
derived from the rows, a status or a date, is thereby what the public would read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from django.db import models
from django.db.models import QuerySet

UNNAMED = "(not to be seen)"
# of each kind of row the columns that name it
NAMES = ("caption", "title", "name")
Open = Callable[[QuerySet[Any]], QuerySet[Any]]


class Veil(QuerySet[Any]):
    """Mixed into a query's own class; `only_open` leaves out what is under seal."""

    only_open: Open

    def _fetch_all(self) -> None:
        is_first = self._result_cache is None or not self._prefetch_done  # type: ignore[attr-defined]
        super()._fetch_all()
        if is_first:
            veil([row for row in self._result_cache or () if isinstance(row, models.Model)], type(self).only_open)

    def iterator(self, chunk_size: int | None = None) -> Iterator[Any]:
        """Row by row, each looked at by itself."""
        for row in super().iterator(chunk_size):
            if isinstance(row, models.Model):
                veil([row], type(self).only_open)
            yield row


@cache
def _class_of(plain: type[QuerySet[Any]], only_open: Open) -> type[QuerySet[Any]]:
    return type(f"Veiled{plain.__name__}", (Veil, plain), {"only_open": staticmethod(only_open)})


def veiled(rows: QuerySet[Any], only_open: Open) -> QuerySet[Any]:
    """The same query, whose rows are veiled when they are fetched."""
    if isinstance(rows, Veil):
        return rows
    rows = rows.all()
    rows.__class__ = _class_of(type(rows), only_open)
    return rows


def veil(rows: list[models.Model], only_open: Open) -> None:
    """Take from loaded rows what is under seal of all that was loaded with them. One query a model concerned."""
    loaded = list(_reached(rows))
    asked: dict[type[models.Model], set[Any]] = {}
    for row in loaded:
        for field in _loose_keys(type(row)):
            asked.setdefault(_target(field), set()).add(row.__dict__.get(field.attname))
        for along in _along(row).values():
            for other in along:
                asked.setdefault(type(other), set()).add(other.pk)
    seen = {model: _open_ids(model, ids - {None}, only_open) for model, ids in asked.items()}
    for row in loaded:
        for field in _loose_keys(type(row)):
            key = row.__dict__.get(field.attname)
            if key is not None and key not in seen[_target(field)]:
                row._state.fields_cache[field.name] = stand_in(_target(field), key)
        for along in _along(row).values():
            along._result_cache = [other for other in along if other.pk in seen[type(other)]]


def is_stand_in(row: Any) -> bool:
    """Whether this stands for a row that may not be seen."""
    return bool(getattr(row, "_stands_in", False))


def stand_in(model: type[models.Model], pk: int) -> Any:
    """A row of that number without anything of its own."""
    names = {f.name: UNNAMED for f in model._meta.local_concrete_fields if f.name in NAMES}
    row = model(pk=pk, **names)
    for field in (f for f in model._meta.local_concrete_fields if isinstance(f, models.ForeignKey) and not f.null):
        if not names:
            row._state.fields_cache[field.name] = stand_in(_target(field), 0)
    row._stands_in = True  # type: ignore[attr-defined]
    return row


def _open_ids(model: type[models.Model], ids: set[int], only_open: Open) -> set[int]:
    rows = model._base_manager.filter(pk__in=ids)
    seen = only_open(rows) if ids else rows
    return ids if seen is rows else set(seen.values_list("pk", flat=True))


def _reached(rows: Iterable[models.Model]) -> Iterator[models.Model]:
    """The rows and all that was loaded with them, each once."""
    waiting, met = list(rows), set[int]()
    while waiting:
        row = waiting.pop()
        if id(row) in met or is_stand_in(row):
            continue
        met.add(id(row))
        yield row
        waiting += [other for other in row._state.fields_cache.values() if isinstance(other, models.Model)]
        waiting += [other for along in _along(row).values() for other in along]


def _along(row: Any) -> dict[str, Any]:
    """The lists that were loaded with a row."""
    return getattr(row, "_prefetched_objects_cache", {})


@cache
def _loose_keys(model: type[models.Model]) -> tuple[models.ForeignKey[Any, Any], ...]:
    """Keys within the record that may be empty: the row is seen also where their target is not."""
    keys = (f for f in model._meta.local_concrete_fields if isinstance(f, models.ForeignKey))
    return tuple(f for f in keys if f.null and _target(f)._meta.app_label in ("docket", "parties"))


def _target(field: models.ForeignKey[Any, Any]) -> type[models.Model]:
    related: type[models.Model] = field.related_model  # type: ignore[assignment]
    return related
