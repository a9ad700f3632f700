"""Many new rows of one model by COPY: four times as fast as INSERT, and the triggers see them all the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Any

from django.db import connection, models
from django.db.models import NOT_PROVIDED
from psycopg import sql
from psycopg.types.json import Jsonb

# the sequence is looked up once, not for each row
TAKE_IDS = "select nextval((select pg_get_serial_sequence(%s, 'id')::regclass)) from generate_series(1, %s)"


def copy_in(model: type[models.Model], rows: Sequence[dict[str, Any]]) -> list[int]:
    """Insert rows given as field name → value (keys as `case_id`); returns their ids, in order.

    What a row leaves out gets the field's default; defaults of the database are PostgreSQL's. Nothing is cleaned
    and `save` is not called. Plans are discarded: a check of keys planned in this session while the table was a page
    long reads the whole table for each row, until someone says that it has grown.
    """
    if not rows:
        return []
    ids = _take_ids(model, len(rows))
    named = {name for row in rows for name in row}
    columns: dict[str, Iterable[Any]] = {"id": ids}
    for field in model._meta.local_concrete_fields:
        if field.primary_key or field.db_default is not NOT_PROVIDED:
            continue
        default = _default(field)
        if field.attname in named or callable(default):
            columns[field.column] = _column(field, rows, default)
        elif default is not None:
            columns[field.column] = repeat(default)
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    query = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(model._meta.db_table), names)
    # a cursor of Django's wraps the driver's errors, its COPY does not
    with connection.cursor() as cursor, connection.wrap_database_errors:
        with cursor.copy(query) as copy:
            for values in zip(*columns.values(), strict=False):  # a default repeats without end
                copy.write_row(values)
        cursor.execute("discard plans")
    return ids


def _column(field: models.Field[Any, Any], rows: Sequence[dict[str, Any]], default: Any) -> list[Any]:
    name = field.attname
    given = [row[name] if name in row else (default() if callable(default) else default) for row in rows]
    return [Jsonb(value) for value in given] if isinstance(field, models.JSONField) else given


def _take_ids(model: type[models.Model], count: int) -> list[int]:
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(TAKE_IDS, [table, count])
        return [row[0] for row in cursor.fetchall()]


def _default(field: models.Field[Any, Any]) -> Any:
    """The default's value, or the function that makes one for each row (public ids)."""
    if field.has_default() and callable(field.default):
        return field.default
    return field.get_db_prep_save(field.get_default(), connection)
