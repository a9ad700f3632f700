"""Workbooks (XLSX, and what else is a workbook: XLSB, XLS, ODS): the first sheet with something in it, as text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from docket.confined import Unreadable

SIGNATURES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
LOCKED = "The workbook is locked by a password: save a copy without one."
BROKEN = "The file is no workbook that can be read: save it again as XLSX or as CSV."


def is_workbook(data: bytes) -> bool:
    """By the first bytes, never by the name."""
    return data.startswith(SIGNATURES)


def workbook_rows(data: bytes) -> Iterator[list[str]]:
    """The rows of the first sheet that has any. Raises Unreadable."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.height:
                for row in sheet.iter_rows():
                    yield [cell_text(cell) for cell in row]
                return
    except PasswordError as fault:
        raise Unreadable(LOCKED) from fault
    except CalamineError as fault:
        raise Unreadable(BROKEN) from fault


def cell_text(cell: Any) -> str:
    """A cell as a person reads it: 12.0 is 12, a date is 2023-05-02, a moment at midnight is its day."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return _moment(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.isoformat("minutes")
    if isinstance(cell, timedelta):
        return _moment(datetime.min + cell)[11:] if timedelta() <= cell < timedelta(days=1) else str(cell)
    return str(cell)


def _moment(moment: datetime) -> str:
    """Without the clock at midnight, as a spreadsheet shows a day."""
    return moment.date().isoformat() if moment.time() == time() else moment.isoformat(" ", "minutes")
