"""Cells of a spreadsheet or of a page's table: which column is the day, the number, the text."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field, replace

from docket.intake.pasted.days import CLOCK, DAY
from docket.intake.pasted.raw import Raw, number_in

IS_DAY = re.compile(rf"{DAY}{CLOCK}", re.IGNORECASE)
# what columns are called: the first name of a kind that is there is taken
NAMES: dict[str, tuple[str, ...]] = {
    "day": ("date filed", "filed", "filing date", "date", "file date", "date entered", "entered", "event date"),
    "number": ("no", "no.", "#", "number", "doc", "doc.", "doc. no.", "docket no.", "docket number", "entry",
               "entry no.", "entry number", "dkt", "seq", "nr", "nr.", "document number"),
    "text": ("docket text", "text", "description", "docket entry", "event", "proceedings", "proceeding", "document",
             "title", "docket description", "event description", "action"),
}  # fmt: skip
BESIDE = " · "  # between cells that are no column of ours, so that nothing is lost


@dataclass
class _Columns:
    """Where each kind stands, by the headings; empty where there are none."""

    of: dict[str, int] = field(default_factory=dict)

    def cell(self, cells: list[str], kind: str) -> str:
        at = self.of.get(kind, -1)
        return cells[at] if 0 <= at < len(cells) else ""


def read_cells(text: str) -> list[Raw] | None:
    """The rows of a table; None for text that is none."""
    table = _table(text)
    if table is None:
        return None
    columns, body = _headed(table)
    rows: list[Raw] = []
    for cells in body:
        goes_on = len(cells) == 1 and rows and not IS_DAY.fullmatch(cells[0])
        if goes_on:
            rows[-1] = rows[-1].with_more(cells[0])
        elif any(cells):
            rows.append(_row(cells, columns))
    return rows


def _table(text: str) -> list[list[str]] | None:
    lines = [line for line in text.split("\n") if line.strip()]
    if sum("\t" in line for line in lines) * 2 > len(lines) or _has_cell_of_day(lines, "\t"):
        return _split(text, "\t")
    if sum(line.count("|") > 1 for line in lines) * 2 > len(lines):
        rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
        return [row for row in rows if not all(set(cell) <= set("-: ") for cell in row)]
    for mark in (",", ";"):
        if lines and _is_separated(lines[0], mark):
            return _split(text, mark)
    return None


def _is_separated(head: str, mark: str) -> bool:
    """Whether a first line has headings of ours, or quoted cells, with this mark between them."""
    cells = [cell.strip(' "').casefold() for cell in head.split(mark)]
    return (len(cells) > 1 and "day" in _kinds(cells)) or (head.startswith('"') and f'"{mark}' in head)


def _has_cell_of_day(lines: list[str], mark: str) -> bool:
    """Whether some line has a cell that is a day and nothing else."""
    return any(IS_DAY.fullmatch(cell.strip()) for line in lines if mark in line for cell in line.split(mark))


def _split(text: str, mark: str) -> list[list[str]]:
    """The cells, also where one holds line breaks in quotation marks; quotation marks that do not pair are text."""
    if re.search(rf'(?:^|[{mark}\n])"', text) and text.count('"') % 2 == 0:
        try:
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True))
            return [[" ".join(cell.split()) for cell in row] for row in rows if any(map(str.strip, row))]
        except csv.Error:
            pass
    return [[cell.strip() for cell in line.split(mark)] for line in text.split("\n") if line.strip()]


def _headed(table: list[list[str]]) -> tuple[_Columns, list[list[str]]]:
    """The columns that the headings name, and the rows below them."""
    for place, cells in enumerate(table[:3]):
        found = _kinds([cell.casefold() for cell in cells])
        if len(cells) > 1 and "day" in found and not any(IS_DAY.fullmatch(cell) for cell in cells):
            return _Columns(found), table[place + 1 :]
    return _Columns(), table


def _kinds(heads: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for kind, names in NAMES.items():
        at = next((heads.index(name) for name in names if name in heads), None)
        if at is not None and at not in found.values():
            found[kind] = at
    return found


def _row(cells: list[str], columns: _Columns) -> Raw:
    if columns.of:
        used = set(columns.of.values())
        rest = [cell for place, cell in enumerate(cells) if place not in used and cell]
        text = columns.cell(cells, "text")
        number = columns.cell(cells, "number")
        raw = Raw(number_in(number) or number, columns.cell(cells, "day"), BESIDE.join(filter(None, [text, *rest])))
        return replace(raw, told=("Other columns were added to the text.",)) if rest else raw
    left = list(enumerate(cells))
    day = next((place for place, cell in left if IS_DAY.fullmatch(cell)), None)
    numbered = next((place for place, cell in left[:3] if place != day and number_in(cell)), None)
    rest = [cell for place, cell in left if place not in (day, numbered) and cell]
    told = ("Several cells make up the text.",) if len(rest) > 1 else ()
    return Raw(
        number_in(cells[numbered]) if numbered is not None else "",
        cells[day] if day is not None else "",
        BESIDE.join(rest),
        told,
    )
