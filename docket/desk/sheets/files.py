"""The files that one takes away: an empty one of each kind, and the refused rows with the reasons."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

from docket.desk.sheets.columns import Kind, Reads
from docket.intake.sheets.confined_reading import lines_of
from docket.listing.formula_safety import neutral
from docket.models import SheetImport

BOM = "\ufeff"  # without it Excel takes UTF-8 for Windows-1252
WHY = "why_refused"


def template_of(kind: Kind) -> str:
    """The heading line alone, with the columns that a new row may fill."""
    left_out = (Reads.STAMP, Reads.ACCESS)
    return BOM + _line([column.name for column in kind.columns if column.reads not in left_out])


def refused_rows(sheet: SheetImport) -> Iterator[str]:
    """The heading line and the refused rows as they came, each with why: to be set right and sent again."""
    yield BOM + _line([*map(neutral, sheet.heads), WHY])
    for line in lines_of(bytes(sheet.refused or b"")):
        _, cells, reasons = json.loads(line)
        yield _line([*map(neutral, _as_many(cells, len(sheet.heads))), neutral(in_words(reasons))])


def in_words(reasons: Iterable[tuple[str, str]]) -> str:
    """“date_filed: “3/4/2023” may be …; caption: This field is required.”"""
    return " ".join(f"{column}: {words}" if column else words for column, words in reasons)


def _as_many(cells: list[str], width: int) -> list[str]:
    return [*cells[:width], *[""] * (width - len(cells))]


def _line(cells: list[str]) -> str:
    made = io.StringIO()
    csv.writer(made).writerow(cells)
    return made.getvalue()
