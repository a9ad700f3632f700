"""What the public reads of some rows at one moment, and how that differs from what it reads at another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, models

from docket.publishing import outcome
from docket.publishing.outcome import Key, Outcome
from docket.publishing.wall.tables import Table, published_tables

# Of each table so many rows are read in full, of the others only whether they differ.
MOST_READ = 60


@dataclass(frozen=True)
class Side:
    """The fingerprints of the rows that are read, and of the first ones their columns."""

    rows: Outcome = field(default_factory=dict)
    columns: dict[Key, dict[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class Differing:
    """The rows that appear, read otherwise and disappear, parents before children."""

    appear: list[Key]
    change: list[Key]
    disappear: list[Key]


NOTHING_READ = Side()


def side_of(rows: Mapping[str, list[int]]) -> Side:
    """What is read of rows in the tables as they are now."""
    columns: dict[Key, dict[str, Any]] = {}
    with connection.cursor() as cursor:
        for table in (t for t in published_tables() if t.name in rows):
            names = columns_shown(table)
            statement = f"select id, {', '.join(names)} from published.{table.name} where id = any(%s)"
            cursor.execute(statement, [rows[table.name][:MOST_READ]])
            columns |= {(table.name, pk): dict(zip(names, found, strict=True)) for pk, *found in cursor.fetchall()}
    return Side(outcome.read(rows), columns)


def columns_shown(table: Table) -> list[str]:
    """The columns in which a person sees a change: those that staff edit, and the visibility."""
    compared = set(outcome.compared_columns(table)) - table.unseen
    fields = [f for f in table.fields if f.column in compared and (f.editable or f.name == "visibility")]
    return [f.column for f in fields if not isinstance(f, models.AutoField) and not f.name.endswith("_precision")]


def is_shown(table: Table, column: str, row: Mapping[str, Any]) -> bool:
    """Whether the public reads a column of a row: of a placeholder only some."""
    return "visibility" not in row or row["visibility"] in table.stays(column)


def differing(now: Side, then: Side) -> Differing:
    """How one side differs from the other."""
    changed = [key for key in now.rows.keys() & then.rows.keys() if now.rows[key] != then.rows[key]]
    return Differing(
        _in_order(then.rows.keys() - now.rows.keys()),
        _in_order(changed),
        _in_order(now.rows.keys() - then.rows.keys()),
    )


def _in_order(keys: Iterable[Key]) -> list[Key]:
    order = {table.name: number for number, table in enumerate(published_tables())}
    return sorted(keys, key=lambda key: (order[key[0]], key[1]))


def open_ids(table: Table, ids: list[int]) -> list[int]:
    """Those of a table's rows that are published, and no placeholders."""
    if not ids:
        return []
    is_open = " and p.visibility = 'public'" if table.has_visibility else ""
    with connection.cursor() as cursor:
        cursor.execute(f"select p.id from published.{table.name} p where p.id = any(%s){is_open}", [ids])
        return sorted(pk for (pk,) in cursor.fetchall())
