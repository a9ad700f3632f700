"""Is a row public, and if not, why not: the words that every row of the desk carries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection, models

from docket.publishing.tables import Table, published_tables
from docket.publishing.visibility import Visibility


@dataclass(frozen=True)
class Reason:
    """One thing that keeps a row from the public: the row in the way and what to do about it."""

    blocker: models.Model
    words: str


def published_ids(model: type[models.Model], ids: list[int]) -> set[int]:
    """Which of these rows are wholly public now."""
    table = _table(model)
    with connection.cursor() as cursor:
        cursor.execute(f"select r.id from published.{table.name} r where r.id = any(%s){table.open_sql}", [ids])
        return {row[0] for row in cursor.fetchall()}


def is_public(row: models.Model) -> bool:
    """Whether the row is wholly public now."""
    return row.pk in published_ids(type(row), [row.pk])


def why_not(row: Any) -> list[Reason]:
    """What keeps the row from the public; empty when it is public."""
    if is_public(row):
        return []
    table = _table(type(row))
    visibility = getattr(row, "visibility", Visibility.PUBLIC)
    reasons = []
    if visibility != Visibility.PUBLIC:
        reasons.append(Reason(row, f"it is {row.get_visibility_display().lower()}"))
    if getattr(row, "disclosure", "") == "withheld":
        reasons.append(Reason(row, "it is withheld"))
    for key in table.keys:
        if key.mode == "blank" or getattr(row, key.column) is None:
            continue
        parent = key.parent._default_manager.get(pk=getattr(row, key.column))
        reasons += _of_parent(parent)
    if table.rule.presence and not reasons:
        reasons.append(Reason(row, "nothing public refers to it"))
    return reasons


def _of_parent(parent: Any) -> list[Reason]:
    rule = _table(type(parent)).rule
    if rule.presence:
        hidden = parent.visibility != Visibility.PUBLIC
        return [Reason(parent, f"{parent._meta.verbose_name} “{parent}” is hidden")] if hidden else []
    return [
        r if r.blocker != parent else Reason(parent, f"{parent._meta.verbose_name} “{parent}”: {r.words}")
        for r in why_not(parent)
    ]


def _table(model: type[models.Model]) -> Table:
    return next(t for t in published_tables() if t.model is model)
