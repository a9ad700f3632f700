"""Rows by SQL of our own, for the page that is read most: the ORM would spend more on writing its SQL than it takes.

The public site and the desk's preview run the same text: the search path decides which schema's tables are meant.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from django.db import connection


def fetch(sql: str, params: Any) -> list[SimpleNamespace]:
    """The rows with their columns as attributes; a json column is what it says, None where it has nothing."""
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        names = [column.name for column in cursor.description]
        return [SimpleNamespace(**dict(zip(names, row, strict=True))) for row in cursor.fetchall()]
