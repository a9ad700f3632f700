"""What runs in the confined process that reads a spreadsheet: its rows as lines of JSON, the heading line first.

Once confined it can open no file, so everything that reading needs is loaded here.
"""

from __future__ import annotations

import encodings.cp1252
import encodings.utf_8_sig
import encodings.utf_16
import encodings.utf_16_be
import encodings.utf_16_le
import json
from collections.abc import Iterator
from itertools import chain
from typing import Any, BinaryIO

from docket.confined import Unreadable
from docket.intake.sheets.separated import separated_rows
from docket.intake.sheets.workbook import is_workbook, workbook_rows

LOADED = (
    *(encodings.cp1252, encodings.utf_8_sig),
    *(encodings.utf_16, encodings.utf_16_be, encodings.utf_16_le),
)
MOST_ROWS = 100_000
MOST_COLUMNS = 200
EMPTY = "There is nothing in the file: the first line names the columns, and each line below it is a row."


def read_within(given: BinaryIO, made: BinaryIO, told: Any) -> dict[str, Any]:
    """Write each row below the heading line as [its place in the file, its cells]; answers with the headings."""
    rows = _filled(given.read())
    _, heads = next(rows, (0, []))
    if not heads:
        raise Unreadable(EMPTY)
    if len(heads) > MOST_COLUMNS:
        raise Unreadable(f"The file has {len(heads):,} columns; {MOST_COLUMNS} is the most. Take out what is not used.")
    count = 0
    for count, (place, cells) in enumerate(rows, 1):
        if count > MOST_ROWS:
            raise Unreadable(f"The file has more than {MOST_ROWS:,} rows: send it in parts.")
        row = [*cells, *[""] * (len(heads) - len(cells))]
        made.write(json.dumps([place, row], ensure_ascii=False).encode() + b"\n")
    return {"heads": [" ".join(head.split()) for head in heads], "rows": count}


def _filled(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """The rows in which something stands, each with its place counted from 1, and without empty cells at their end."""
    rows = workbook_rows(data) if is_workbook(data) else separated_rows(data)
    for place, cells in enumerate(rows, 1):
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            yield place, cells


_ = list(chain(separated_rows("a;é\n1;2".encode("cp1252")), separated_rows("a".encode("utf-16"))))
