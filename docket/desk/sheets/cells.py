"""A cell read as its column says: what it means, to compare with the record, and how a form's box takes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from django.db import models

from docket.desk.partial_dates import PartialDate, partial_date_of
from docket.desk.sheets.columns import Reads, SheetColumn
from docket.intake.pasted.days import NotADay, read_day
from docket.listing.formula_safety import as_it_was

TAKE_OUT = "(take out)"  # what a cell says to empty the field: an empty cell leaves it as it is
YES, NO = ("true", "yes", "y", "1", "x"), ("false", "no", "n", "0")
# in Excel a day is the number of days since this one; five digits are 1927 to 2173
EXCELS_FIRST = date(1899, 12, 30)
_serial = re.compile(r"\d{5}(?:\.\d+)?")
_clock = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?(?: ?([ap])\.?m\.?)?", re.IGNORECASE)


class NotRead(ValueError):
    """In words what was found and what to write."""


@dataclass(frozen=True)
class Given:
    """What a cell says. value: comparable with `recorded`; box: as the form's box would send it."""

    value: Any
    box: str | list[str]


def read_cell(column: SheetColumn, model: type[models.Model], cell: str, order: str) -> Given | None:
    """None for an empty cell. order: what comes first in this column's dates. Raises NotRead."""
    written = as_it_was(cell).replace("\r\n", "\n").strip()
    if not written:
        return None
    if written == TAKE_OUT:
        return Given(_nothing(column, model), "")
    return _READERS[column.reads](column, model, written, order)


def recorded(column: SheetColumn, row: models.Model) -> Any:
    """What the record has, in the same shape as `Given.value`."""
    if column.reads == Reads.DATE:
        return partial_date_of(row, column.field)
    if column.reads == Reads.KEY:
        return getattr(row, f"{column.field}_id")
    value = getattr(row, column.field)
    if column.reads == Reads.TEXT:
        return "" if value is None else str(value).replace("\r\n", "\n").strip()
    return tuple(value or ()) if column.reads == Reads.LIST else value


def _nothing(column: SheetColumn, model: type[models.Model]) -> Any:
    if column.reads == Reads.LIST:
        return ()
    return "" if column.reads in (Reads.TEXT, Reads.CODE) else None


def _text(column: SheetColumn, model: type[models.Model], written: str, order: str) -> Given:
    return Given(written, written)


def _partial(column: SheetColumn, model: type[models.Model], written: str, order: str) -> Given:
    if _serial.fullmatch(written):
        day = EXCELS_FIRST + timedelta(days=int(float(written)))
        return Given(PartialDate(day), day.isoformat())
    try:
        found = read_day(written, order)
    except NotADay as error:
        raise NotRead(str(error)) from error
    value = PartialDate(found.date, found.precision)
    return Given(value, str(value))


def _day(column: SheetColumn, model: type[models.Model], written: str, order: str) -> Given:
    value = _partial(column, model, written, order).value
    if value.precision != "day":
        raise NotRead(f"“{written}” is no whole day. Write 2023-10-04.")
    return Given(value.date, str(value))


def _time(column: SheetColumn, model: type[models.Model], written: str, order: str) -> Given:
    match = _clock.fullmatch(written)
    hour, minute = (int(match[1]), int(match[2])) if match else (99, 0)
    if match and match[3]:
        hour = hour % 12 + 12 * (match[3].lower() == "p") if 1 <= hour <= 12 else 99
    if hour > 23 or minute > 59:
        raise NotRead(f"“{written}” is no time of day. Write 14:30.")
    return Given(time(hour, minute), f"{hour:02}:{minute:02}")


def _code(column: SheetColumn, model: type[models.Model], written: str, order: str) -> Given:
    codes = _codes(model, column.field)
    code = codes.get(written.casefold())
    if code is None:
        raise NotRead(f"“{written}” is none of the values of {column.name}: {_some(codes)}.")
    return Given(code, code)


@cache
def _codes(model: type[models.Model], field: str) -> dict[str, str]:
    """Code or label, in lower case → code; a label that two codes share is none."""
    choices = [(str(code), str(words)) for code, words in model._meta.get_field(field).flatchoices if code]  # type: ignore[union-attr]
    labels = [words.casefold() for _, words in choices]
    found = {words.casefold(): code for code, words in choices if labels.count(words.casefold()) == 1}
    return found | {code.casefold(): code for code, _ in choices}


def _some(codes: dict[str, str]) -> str:
    values = list(dict.fromkeys(codes.values()))
    return ", ".join(values[:8]) + (" …" if len(values) > 8 else "")


def _list(column: SheetColumn, model: type[models.Model], written: str, order: str) -> Given:
    parts = [part.strip() for part in written.split(";") if part.strip()]
    base: Any = model._meta.get_field(column.field)
    if base.base_field.choices:
        return Given(tuple(parts), parts)
    between = "\n" if isinstance(base.base_field, models.TextField) else ","  # as DeskOptions makes the box
    return Given(tuple(parts), between.join(parts))


def _flag(column: SheetColumn, model: type[models.Model], written: str, order: str) -> Given:
    said = written.casefold()
    if said not in YES + NO:
        raise NotRead(f"“{written}” is neither true nor false. Write true or false.")
    return Given(said in YES, "on" if said in YES else "")


def _number(column: SheetColumn, model: type[models.Model], written: str, order: str) -> Given:
    plain = written.lstrip("$€£ ").replace("\u00a0", "").replace(" ", "")
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", plain):
        plain = plain.replace(",", "")
    try:
        value = Decimal(plain)
    except InvalidOperation:
        raise NotRead(f"“{written}” is no number. Write 1234.56.") from None
    return Given(value, str(value))


_READERS = {
    Reads.TEXT: _text,
    Reads.DATE: _partial,
    Reads.DAY: _day,
    Reads.TIME: _time,
    Reads.CODE: _code,
    Reads.LIST: _list,
    Reads.FLAG: _flag,
    Reads.NUMBER: _number,
    Reads.KEY: _text,
    Reads.PARTIES: _text,
}
