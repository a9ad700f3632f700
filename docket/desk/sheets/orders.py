"""What comes first in the dates of each column, the month or the day: shown by the column itself, or asked."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from docket.desk.sheets.columns import DATES, Kind
from docket.intake.pasted.days import Ambiguous, NotADay, order_shown, read_day
from docket.intake.sheets.confined_reading import lines_of


@dataclass
class Dates:
    """The dates of a column: which orders its own days show, and one that may be either of two."""

    shown: set[str] = field(default_factory=set)
    either: str = ""

    def look(self, cell: str) -> None:
        """Take one cell in."""
        if found := order_shown(cell):
            self.shown.add(found)
        elif not self.either and _may_be_either(cell):
            self.either = cell

    @property
    def order(self) -> str:
        """What the column shows; "" where it shows nothing, or both."""
        return next(iter(self.shown)) if len(self.shown) == 1 else ""


def dates_of(kind: Kind, mapping: dict[str, int], rows: bytes) -> dict[str, Dates]:
    """Of each column of dates what its cells show."""
    columns = {c.name: mapping[c.name] for c in kind.columns if c.reads in DATES and c.name in mapping}
    found = {name: Dates() for name in columns}
    for line in lines_of(rows) if columns else ():
        cells = json.loads(line)[1]
        for name, at in columns.items():
            if cells[at]:
                found[name].look(cells[at].strip())
    return found


def _may_be_either(cell: str) -> bool:
    try:
        read_day(cell)
    except Ambiguous:
        return True
    except NotADay:
        return False
    return False
