"""A file as a spreadsheet (XLSX): the rows and columns of its CSV, texts as they were written and never a formula.

A spreadsheet is a ZIP archive, whose contents stand at its end: it is written to disk, a row at a time, and then sent.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Generator, Iterable, Iterator
from datetime import UTC, datetime
from tempfile import TemporaryFile
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from docket.listing.filterset import ListFilter
from docket.listing.formula_safety import as_it_was
from docket.site.exports.columns import WRITTEN, Column, File, Kind
from docket.site.exports.copy import csv_of

MOST = 100_000  # rows; a programme opens a million, but takes minutes for it
LONGEST = 32_767  # characters of a cell
CUT = "… (the rest is in the CSV)"
EXACT = 15  # digits of a number in a spreadsheet
PIECE = 1 << 16
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# texts are texts; and as two askers get the same bytes, an archive tells nothing of when it was made
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def has_too_many(file: File, asked: ListFilter) -> bool:
    """Whether the rows are more than a spreadsheet is written of. `asked` is valid."""
    rows = file.of(asked.rows.order_by())
    return rows[: MOST + 1].count() > MOST


def xlsx_of(file: File, asked: ListFilter) -> Generator[bytes]:
    """The whole file in pieces. `asked` is valid and has not too many rows."""
    with TemporaryFile() as archive:
        _write(file, _rows(csv_of(file, asked)), archive)
        archive.seek(0)
        while piece := archive.read(PIECE):
            yield piece


def _write(file: File, rows: Iterable[list[str]], archive: Any) -> None:
    """The names of the columns stay in sight above the rows."""
    with xlsxwriter.Workbook(archive, OPTIONS) as book:
        book.set_properties({"created": MADE})
        sheet = book.add_worksheet(file.name[:31])
        sheet.freeze_panes(1, 0)
        sheet.set_row(0, None, book.add_format({"bold": True}))
        writers = [_writer(sheet, column) for column in file.columns]
        for line, row in enumerate(rows):
            for place, text in enumerate(row):
                if line and text:
                    writers[place](line, place, text)
                elif text:
                    sheet.write_string(line, place, text)


def _writer(sheet: Worksheet, column: Column) -> Callable[[int, int, str], Any]:
    """How a value of that column is written: numbers as numbers where that loses nothing, all else as text."""
    if column.kind in (Kind.NUMBER, Kind.AMOUNT):
        return lambda line, place, text: (
            sheet.write_number(line, place, float(text))
            if len(text.strip("-").replace(".", "")) <= EXACT
            else sheet.write_string(line, place, text)
        )
    if column.kind in WRITTEN:
        return lambda line, place, text: sheet.write_string(line, place, _fitting(as_it_was(text)))
    return lambda line, place, text: sheet.write_string(line, place, _fitting(text))


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT


def _rows(pieces: Iterable[bytes]) -> Iterator[list[str]]:
    """The fields of each row; every piece holds whole rows."""
    for piece in pieces:
        yield from csv.reader(io.StringIO(piece.decode(), newline=""), strict=True)
