"""Who may see what is under seal: staff without the permission meet neither the row nor what hangs on it.

The lookups are derived from the models' own keys, as the projection is: a row is under seal when it says so, or when a
row that it must point at is.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, cast

from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet

from docket.desk.veil import veiled
from docket.publishing.rules import Published, publication_of
from docket.publishing.visibility import PLACEHOLDERS
from docket.publishing.wall.projection import Projection
from docket.publishing.wall.tables import APPS, Table, published_tables
from parties.merging import merged_ids

PERMISSION = "docket.seal_record"
Rows = TypeVar("Rows", bound="QuerySet[Any]")


def is_cleared(user: Any) -> bool:
    """Whether a user may read what is under seal or was removed."""
    return bool(user.has_perm(PERMISSION))


def cleared(rows: Rows, user: Any) -> Rows:
    """Only the rows that a user may see, and of what is loaded with them only that (veil.py)."""
    return rows if is_cleared(user) else cast("Rows", veiled(open_rows(rows), open_rows))


def unseen(rows: Rows, user: Any) -> Rows:
    """The other rows: those that are kept from a user. Of them no more may be said than that they are there."""
    return rows.none() if is_cleared(user) else rows.exclude(pk__in=open_rows(rows.all()).order_by().values("pk"))


def open_tables(user: Any) -> list[QuerySet[Any]]:
    """Of each table that holds rows which a user may not see, those that the user may; empty for who is cleared.

    People come first and children before their parents: no query needs a table that stands before its own.
    """
    if is_cleared(user):
        return []
    tables = [table.model._default_manager.all() for table in reversed(published_tables())]
    found = [(rows, open_rows(rows)) for rows in tables]
    return [seen for rows, seen in found if seen is not rows]


def open_rows(rows: Rows) -> Rows:
    """Without rows under seal, and without people whom only such rows name or who were merged into others."""
    model: type[models.Model] = rows.model
    under_seal = Q()
    for path in _paths(model):
        under_seal |= Q(**{f"{path}__in": PLACEHOLDERS})
    for field in _people(model):
        under_seal |= Q(**{f"{field.name}__in": _only_under_seal(_related(field))})
    if _is_person(model):
        # of a row that was merged nothing tells any more whether only rows under seal named it
        under_seal |= Q(pk__in=_only_under_seal(model)) | Q(pk__in=merged_ids(model))
    return rows.exclude(under_seal) if under_seal else rows


def _only_under_seal(person: type[models.Model]) -> QuerySet[Any]:
    """The people (or sources) that rows under seal name and no open row does."""
    named, openly = Q(), Q()
    for table, column in _referrers(person):
        rows = table.model._default_manager.all()
        seen = open_rows(rows)
        named |= Q(pk__in=rows.exclude(pk__in=seen.values("pk")).exclude(**{column: None}).values(column))
        openly |= Q(Exists(seen.filter(**{column: OuterRef("pk")})))
    return person._default_manager.filter(named).exclude(openly).values("pk")


@cache
def _paths(model: type[models.Model]) -> tuple[str, ...]:
    """Lookups from a model to every `visibility` that puts its rows under seal."""
    return tuple(dict.fromkeys(_climb(model)))


def _climb(
    model: type[models.Model],
    prefix: str = "",
    case_asked: bool = False,
    below: frozenset[type[models.Model]] = frozenset(),
) -> Iterator[str]:
    rule = publication_of(model)
    if isinstance(rule, Published) and rule.placeholder:
        yield f"{prefix}visibility"
    keys = _keys(model)
    # what a row of a case points at is of the same case, which need not be asked for again
    in_case = case_asked or any(_is_case(_related(f)) and not f.null for f in keys)
    for field in keys:
        parent = _related(field)
        if parent in below or parent is model or (case_asked and _is_case(parent)):
            continue
        yield from _climb(parent, f"{prefix}{field.name}__", in_case, below | {model})


def _keys(model: type[models.Model]) -> list[models.ForeignKey[Any, Any]]:
    """The keys by which a row is under seal with its target: those that the projection follows, in the vault all."""
    keys = [f for f in model._meta.local_concrete_fields if isinstance(f, models.ForeignKey)]
    keys = [f for f in keys if _related(f)._meta.app_label in APPS and not _is_person(_related(f))]
    rule = publication_of(model)
    if not isinstance(rule, Published):
        return keys
    follow = {k.column for k in Table(model, rule).keys if k.mode == "must"}
    return [f for f in keys if f.column in follow]


def _people(model: type[models.Model]) -> list[models.ForeignKey[Any, Any]]:
    """The keys of a vault table to people: a note on somebody whom only a sealed case names."""
    if isinstance(publication_of(model), Published):
        return []
    keys = [f for f in model._meta.local_concrete_fields if isinstance(f, models.ForeignKey)]
    return [f for f in keys if _is_person(_related(f))]


@cache
def _referrers(person: type[models.Model]) -> list[tuple[Table, str]]:
    tables = published_tables()
    return Projection(tables).referrers(next(t for t in tables if t.model is person))


def _is_person(model: type[models.Model]) -> bool:
    rule = publication_of(model)
    return isinstance(rule, Published) and rule.presence


def _is_case(model: type[models.Model]) -> bool:
    return model._meta.label == "docket.Case"


def _related(field: models.ForeignKey[Any, Any]) -> type[models.Model]:
    related: type[models.Model] = field.related_model  # type: ignore[assignment]
    return related
