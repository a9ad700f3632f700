"""Many new rows of one model by COPY: four times as fast as INSERT, and the triggers see them all the same."""

from __future__ import annotations

from collections.abc import Sequence
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
    and `save` is not called. All rows name the same fields, or leave out only such as have a default.
    """
    if not rows:
        return []
    fields = [field for field in model._meta.local_concrete_fields if field.db_default is NOT_PROVIDED]
    columns = sql.SQL(", ").join(sql.Identifier(field.column) for field in fields)
    query = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(model._meta.db_table), columns)
    ids = _take_ids(model, len(rows))
    defaults = {field.attname: _default(field) for field in fields}
    json = {field.attname for field in fields if isinstance(field, models.JSONField)}
    with connection.cursor() as cursor, cursor.copy(query) as copy:
        for pk, row in zip(ids, rows, strict=True):
            given = {"id": pk, **row}
            copy.write_row(
                [
                    _value(given[name], name in json)
                    if name in given
                    else (default() if callable(default) else default)
                    for name, default in defaults.items()
                ]
            )
    return ids


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


def _value(value: Any, is_json: bool) -> Any:
    return Jsonb(value) if is_json else value
