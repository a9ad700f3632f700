"""An exported CSV of one case's filings, as it was or edited in a spreadsheet: rows in, ImportedDocket out.

Taken back are the lines of the docket: number, dates as far as they are known, type, title, text, state, the forum's
ids. Who filed and what answers what stand in files of their own and are not read here.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator
from datetime import date

from docket.choices import CaseCategory, DatePrecision, FilingState, FilingType
from docket.intake.court_pages.sniff import Sniffed
from docket.intake.shape import ImportedDocket, ImportedEntry, ImportedSource, Refused
from docket.listing.formula_safety import as_it_was

NEEDED = ("filing_id", "case_id", "forum_id", "docket_number", "caption", "category", "entry_number", "date_filed")
LONGEST = 10_000_000  # characters of one field; Python's own limit is less than a long order
PARTIAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
LATER = "Export the file again, or change it as the data page explains."

Row = dict[str, str]


def read_page(sniffed: Sniffed, data: bytes, name: str, court_id: str = "") -> ImportedDocket:
    """The docket that the file's rows make. Raises Refused, naming row and column."""
    rows, sealed = _without_sealed(rows_of(sniffed.text))
    first = _one_case(rows)
    if not first["docket_number"]:
        raise Refused("The case has no docket number in this file.", "Write it into the column docket_number.")
    if not first["forum_id"] and not court_id:
        raise Refused("The case has no forum in this file.", "Write its id into the column forum_id.")
    return ImportedDocket(
        kind=sniffed.kind,
        source=ImportedSource(name, hashlib.sha256(data).hexdigest()),
        court_id=court_id or first["forum_id"],
        docket_number=first["docket_number"],
        caption=first["caption"],
        category=_word(first, 2, "category", CaseCategory.values),
        ordered_by="date_filed",
        entries=tuple(_entry(place, row) for place, row in enumerate(rows)),
        warnings=(*sniffed.warnings, *sealed),
    )


def rows_of(text: str) -> list[Row]:
    """The rows as they were in the record: what was put before text for the sake of spreadsheets is taken off."""
    csv.field_size_limit(LONGEST)
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    try:
        table = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as fault:
        raise Refused(f"The file is not a sound CSV: {fault}.", LATER) from None
    names = [cell.strip() for cell in table[0]]
    if missing := [column for column in NEEDED if column not in names]:
        raise Refused(f"The columns {', '.join(missing)} are missing.", LATER)
    return [dict(zip(names, cells, strict=True)) for cells in _whole(table[1:], len(names))]


def _whole(lines: list[list[str]], width: int) -> Iterator[list[str]]:
    for place, cells in enumerate(lines, 2):
        if not any(cells):
            continue
        if len(cells) != width:
            raise Refused(f"Row {place} has {len(cells)} cells where the first row has {width}.", LATER)
        yield [as_it_was(cell) for cell in cells]


def _without_sealed(rows: list[Row]) -> tuple[list[Row], tuple[str, ...]]:
    left = [row for row in rows if row.get("access") != "sealed"]
    number = len(rows) - len(left)
    return left, (f"{number} sealed {'entry' if number == 1 else 'entries'} of the file left out.",) if number else ()


def _one_case(rows: list[Row]) -> Row:
    cases = {row["case_id"]: row for row in rows}
    if not cases:
        raise Refused("The file has no rows.", LATER)
    if len(cases) > 1:
        raise Refused(
            f"The file has filings of {len(cases)} cases.", "Import the file of one case: /cases/…/filings.csv."
        )
    return rows[0]


def _entry(place: int, row: Row) -> ImportedEntry:
    line = place + 2
    filed, filed_precision = _day(row, line, "date_filed")
    entered, entered_precision = _day(row, line, "date_entered")
    served, served_precision = _day(row, line, "date_served")
    return ImportedEntry(
        ordinal=place,
        number=row["entry_number"] or None,
        date_filed=filed,
        date_filed_precision=filed_precision,
        date_entered=entered,
        date_entered_precision=entered_precision,
        date_served=served,
        date_served_precision=served_precision,
        text=row.get("docket_text", ""),
        short_text=row.get("short_text", ""),
        title=row.get("title", ""),
        filing_type=_word(row, line, "filing_type", FilingType.values),
        state=_word(row, line, "state", FilingState.values),
        source_document_id=row.get("court_document_id", ""),
        source_sequence=row.get("court_sequence", ""),
    )


def _day(row: Row, line: int, column: str) -> tuple[date | None, str]:
    """A date and how much of it is known; "" for all of it."""
    text = row.get(column, "").strip()
    if not text:
        return None, ""
    match = PARTIAL.fullmatch(text)
    try:
        if match is None:
            raise ValueError
        day = date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        raise Refused(
            f"Row {line}, column {column}: “{text[:40]}” is not a date.", "Write 2021-10-21, 2021-10 or 2021."
        ) from None
    if match[3]:
        return day, ""
    return day, DatePrecision.MONTH if match[2] else DatePrecision.YEAR


def _word(row: Row, line: int, column: str, words: list[str]) -> str:
    """A word of a vocabulary, or ""."""
    word = row.get(column, "").strip()
    if word and word not in words:
        raise Refused(f"Row {line}, column {column}: “{word[:40]}” is none of the known values.", LATER)
    return word
