"""The other forms of a file: JSON Lines and Parquet, made from its CSV, with the texts as they were written.

Parquet is DuckDB's: one library without others behind it, a third of the size of what else writes the format, and the
one by which the documented lines read it.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import duckdb

from docket.listing.formula_safety import as_it_was
from docket.site.exports.columns import WRITTEN, Column, File, Kind

LONGEST_LINE = 1 << 26
TYPES = {Kind.NUMBER: "BIGINT", Kind.AMOUNT: "DECIMAL(18, 2)", Kind.FLAG: "BOOLEAN"}


def write_json_lines(file: File, table: Path, target: Path) -> None:
    """One object a line, by the names of the columns; null where the CSV is empty."""
    with table.open(encoding="utf-8", newline="") as rows, target.open("w", encoding="utf-8") as lines:
        reader = csv.reader(rows, strict=True)
        next(reader)
        for row in reader:
            told = {column.name: value_of(column, text) for column, text in zip(file.columns, row, strict=True)}
            lines.write(json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n")


def value_of(column: Column, text: str) -> Any:
    """The value of a cell. An amount stays text, so that no cent is lost."""
    if text == "":
        return None
    if column.kind is Kind.FLAG:
        return text == "true"
    if column.kind is Kind.NUMBER:
        return int(text)
    return as_it_was(text) if column.kind in WRITTEN else text


def write_parquet(file: File, lines: Path, target: Path) -> None:
    """The same rows with their types. Raises duckdb.Error."""
    types = {column.name: TYPES.get(column.kind, "VARCHAR") for column in file.columns}
    with duckdb.connect(":memory:", config={"threads": 1, "memory_limit": "1GB"}) as connection:
        connection.execute(f"copy ({_rows(types, lines)}) to {_quoted(str(target))} (format parquet, compression zstd)")


def _rows(types: dict[str, str], lines: Path) -> str:
    """SQL of the rows: of an empty file none, as nothing can be read from it."""
    if not lines.stat().st_size:
        return f"select {', '.join(f'null::{kind} as {name}' for name, kind in types.items())} where false"
    columns = ", ".join(f"{name}: {_quoted(kind)}" for name, kind in types.items())
    return (
        f"select * from read_json({_quoted(str(lines))}, format = 'newline_delimited', "
        f"columns = {{{columns}}}, maximum_object_size = {LONGEST_LINE})"
    )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
