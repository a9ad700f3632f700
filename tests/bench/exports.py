"""The CSV of all filings against the same COPY, drained by psycopg."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connection, transaction
from django.http import QueryDict

from docket.site.exports.copy import SETTINGS, csv_of, statements
from docket.site.exports.filings import FILINGS
from tests.bench.measuring import Row, again, in_turn, memory, ratio, usual, within, worst

MOST_MEMORY = 32


def rows() -> Iterator[Row]:
    """The file as a whole, its first row, the memory that it takes."""
    _first_row()  # the next ones find its pages in memory
    yield within("first data row of the CSV", 50, worst(again(_first_row, 20)))
    before = memory()
    ours, bare = in_turn(_ours, _bare, times=2)
    grown = memory() - before
    yield ratio("CSV of all filings / raw COPY", 1.25, usual(ours), usual(bare))
    yield Row("extra memory of the CSV", f"≤ {MOST_MEMORY} MB", f"{grown:.0f} MB", grown <= MOST_MEMORY)


def _asked() -> Any:
    found = FILINGS.filter(QueryDict(), FILINGS.listed())
    assert found.is_valid()
    return found


def _ours() -> None:
    for _ in csv_of(FILINGS, _asked()):
        pass


def _bare() -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for setting in SETTINGS:
            cursor.execute(setting)
        (sql,) = statements(FILINGS, _asked(), connection)
        with cursor.copy(sql) as copied:
            for _ in copied:
                pass


def _first_row() -> None:
    pieces = csv_of(FILINGS, _asked())
    next(pieces)  # the header
    next(pieces)
    pieces.close()
