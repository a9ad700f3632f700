"""The CSV of filings, whole and filtered, against the plain COPY of their own table: statements of the bench's own."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.http import QueryDict

from docket.site.exports.copy import csv_of
from docket.site.exports.filings import FILINGS
from tests.bench import datasette
from tests.bench.measuring import Row, again, in_turn, memory, once, ratio, usual, with_busy, within, worst

MOST_MEMORY = 32
GOAL = 4  # times the plain COPY, which has neither case nor filers, documents, links
FIRST_ROW = 50  # ms, which a filtered file may take besides
# what is asked for, and the same rows in plain SQL
FILTERED = {
    "forum=other": "case_id in (select c.id from docket_case c join docket_forum f on f.id = c.forum_id "
    "where f.slug = 'other')",
    "filed_from=2010&filed_to=2012-06": "date_filed between '2010-01-01' and '2012-06-30'",
    "matter=Matter+177": "case_id in (select cm.case_id from docket_casematter cm join docket_matter m "
    "on m.id = cm.matter_id where m.title like '%Matter 177%')",
    "q=mandamus": "text_vector @@ to_tsquery('english', 'mandamus')",
}


def rows() -> Iterator[Row]:
    """The file as a whole, its first row, the memory that it takes; then filtered."""
    _first_row()  # the next ones find its pages in memory
    yield within("first data row of the CSV", FIRST_ROW, worst(again(_first_row, 20)))
    before = memory()
    (ours, bare), (ours_busy, bare_busy) = _both(_ours(""), _plain("true"))
    grown = memory() - before
    yield ratio("CSV of all filings / plain COPY of their table", GOAL, ours, bare)
    yield ratio("… in processor time, here and in PostgreSQL", GOAL, ours_busy, bare_busy)
    yield Row("extra memory of the CSV", f"≤ {MOST_MEMORY} MB", f"{grown:.0f} MB", grown <= MOST_MEMORY)
    for question, condition in FILTERED.items():
        yield _filtered(question, condition)
    beside = str(Path(sys.executable).parent)
    if program := os.environ.get("DATASETTE") or shutil.which("datasette", path=beside):
        yield from _beside(program)
    else:
        print("Datasette is not here (.venv/bin/pip install datasette, or DATASETTE=/its/path): not measured beside it")


def _both(ours: Callable[[], None], bare: Callable[[], None]) -> tuple[list[float], list[float]]:
    """How long each takes, and how busy it is meanwhile: that hardly changes when the machine does other things too."""
    rounds = [[with_busy(lambda what=what: once(what)) for what in (ours, bare)] for _ in range(3)]  # type: ignore[misc]
    taken, busy = ([[each[i] for each in one] for one in zip(*rounds, strict=True)] for i in (0, 1))
    return [usual(times) for times in taken], [usual(times) for times in busy]


def _filtered(question: str, condition: str) -> Row:
    _ours(question)()
    ours, bare = (usual(taken) for taken in in_turn(_ours(question), _plain(condition), times=3))
    says = f"{ours / bare:.2f} ({ours:,.0f} / {bare:,.0f} ms)"
    return Row(f"CSV of {question}", f"≤ {GOAL} × + {FIRST_ROW} ms", says, ours <= GOAL * bare + FIRST_ROW)


def _beside(program: str) -> Iterator[Row]:
    """Both for the same rows, of the forum that has a tenth of them."""
    question = "forum=other"
    pieces = list(csv_of(FILINGS, _asked(question)))
    count = b"".join(pieces).count(b"\r\n") - 1
    with datasette.serving(program, b"".join(pieces).decode()) as theirs:
        ours, other = (usual(taken) for taken in in_turn(_ours(question), theirs, times=3))
    says = f"{other / ours:.1f} × ({count / ours * 1000:,.0f} / {count / other * 1000:,.0f})"
    yield Row(f"rows a second, of Datasette's, {count:,} rows", "≥ 4 ×", says, other >= 4 * ours)


def _asked(question: str) -> Any:
    found = FILINGS.filter(QueryDict(question), FILINGS.listed())
    assert found.is_valid()
    return found


def _ours(question: str) -> Callable[[], None]:
    def drain() -> None:
        for _ in csv_of(FILINGS, _asked(question)):
            pass

    return drain


def _plain(condition: str) -> Callable[[], None]:
    sql = (
        f"copy (select * from docket_filing where {condition} order by date_filed desc nulls last, id desc) "
        "to stdout with (format csv)"
    )

    def drain() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("set local statement_timeout = '10min'; set local max_parallel_workers_per_gather = 0")
            with cursor.copy(sql) as copied:
                for _ in copied:
                    pass

    return drain


def _first_row() -> None:
    pieces = csv_of(FILINGS, _asked(""))
    next(pieces)  # the header
    next(pieces)
    pieces.close()
