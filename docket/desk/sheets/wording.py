"""docs/spreadsheets.md: the kinds and columns of spreadsheets in words, from the one table of them."""

from __future__ import annotations

from collections.abc import Iterator

from docket.desk.sheets.cells import TAKE_OUT
from docket.desk.sheets.columns import KINDS, Kind, SheetColumn

HEAD = f"""# Importing spreadsheets

At the desk, *Import a spreadsheet* (`/admin/sheets/`) takes CSV (UTF-8, UTF-16, Windows-1252; commas, semicolons or
tabs) and workbooks (XLSX, ODS, XLS: the first sheet with something in it). The first line names the columns; a column
is found by its name below or by what else it is called, and what you choose instead is remembered for that heading
line. Every row is compared with the record and shown before anything is saved: new, changed, unchanged, proposed to an
editor (a change to a public row by who may not publish), or refused, with the reason. Then all but the refused rows are
saved in one transaction; the refused ones can be taken away as CSV, set right and sent again.

- A row with our id brings that row up to date; a row without one is new. Our own CSV files come back unchanged.
- An empty cell leaves a field as it is; `{TAKE_OUT}` empties it.
- Dates: 2023-10-04, 4 Oct 2023, 10/4/2023, Excel's own. What comes first in 3/4/2023 is told by the column's other
  dates, by the case's court, or asked; where nobody says it, the row is refused.
- New rows are drafts, unless their case publishes its new filings at once. Personal data that would be public is
  refused without a reason.
- Up to 100,000 rows and 50 MB; what has more than 500 rows goes on in the worker, and can be left and ended.
"""


def page() -> str:
    """The whole document."""
    return HEAD + "".join(line for kind in KINDS.values() for line in _of(kind))


def _of(kind: Kind) -> Iterator[str]:
    yield f"\n## {kind.name.capitalize()}\n\n| column | holds | also called | |\n|---|---|---|---|\n"
    for column in kind.columns:
        cells = (f"`{column.name}`{_needed(kind, column)}", column.reads, ", ".join(column.also), column.about)
        yield f"| {' | '.join(cells)} |\n"


def _needed(kind: Kind, column: SheetColumn) -> str:
    return " (needed)" if column.field in kind.must else ""
