"""Rows by SQL of our own, for the page that is read most: the ORM would spend more on writing its SQL than it takes.

The public site and the desk's preview run the same text: the search path decides which schema's tables are meant.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from django.db import connection
from django.db.models import Model


def fetch(sql: str, params: Any) -> list[SimpleNamespace]:
    """The rows with their columns as attributes; a json column is what it says, None where it has nothing."""
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        names = [column.name for column in cursor.description]
        return [SimpleNamespace(**dict(zip(names, row, strict=True))) for row in cursor.fetchall()]


def instance(model: type[Model], row: dict[str, Any]) -> Any:
    """A JSON object as an instance of a model; values that are no columns become attributes.

    Columns that were not asked for are deferred, so that a page that needs them shows up in its queries.
    """
    columns = [field for field in model._meta.concrete_fields if field.attname in row]
    names = [field.attname for field in columns]
    made: Any = model.from_db(connection.alias, names, [f.to_python(row[f.attname]) for f in columns])
    for name in row.keys() - set(names):
        setattr(made, name, row[name])
    return made
