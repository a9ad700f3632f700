"""Rows of a file as dictionaries, by the names of its columns: the same expressions as the CSV, typed as JSON types.

Whatever the number of rows, the number of questions to the database is the same.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from docket.site.exports.columns import Column, File, Kind

Row = dict[str, Any]


def rows_by_key(file: File, rows: QuerySet[Any], names: Collection[str]) -> dict[int, Row]:
    """The columns of these names, of each row by its primary key. `rows` are the file's own, few, in no order."""
    told = {column.name: column for column in file.columns if column.name in names}
    derived = _derived(file, rows) if any(column.value is None for column in told.values()) else {}
    asked = [column for column in told.values() if column.value is not None]
    values = {f"x_{column.name}": column.array or column.value for column in asked}
    found: dict[int, Row] = {}
    for key, *stored in rows.order_by().annotate(**values).values_list("pk", *values):
        by_name = dict(zip((column.name for column in asked), stored, strict=True)) | derived.get(key, {})
        found[key] = {name: json_value(column, by_name.get(name)) for name, column in told.items()}
    return found


def _derived(file: File, rows: QuerySet[Any]) -> dict[int, Row]:
    """What Python derives of the rows, for the columns without an expression."""
    names = [column.name for column in file.columns if column.value is None]
    if file.derive_each:
        told = file.derive_each(list(rows.order_by().values_list("pk", flat=True)))
        return {key: dict(zip(names, values, strict=True)) for key, values in told.items()}
    if file.derive is None:
        return {}
    return {row.pk: dict(zip(names, file.derive(row), strict=True)) for row in file.with_derived(rows.order_by())}


def json_value(column: Column, value: Any) -> Any:
    """A value as JSON has it: null where the CSV is empty, a list for several values, an amount as text, exactly."""
    if column.kind is Kind.LIST:
        return _several(value)
    if value is None or value == "":
        return None
    if column.kind is Kind.FLAG:
        return value in (True, "true")
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def _several(value: Any) -> list[str]:
    if not isinstance(value, list):
        return [value] if value else []
    return [one for one in value if one is not None]
