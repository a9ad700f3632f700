"""Reader of a register of actions as a table of dates and texts, pasted into a file or saved: New Mexico, California.

Nothing in such a table says what its columns are, so the docket says how it was read, and an import asks staff to
confirm that once for each court (docket/intake/reading_confirmed.py). Names of parties are not looked for.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import lxml.html

from docket.intake.court_pages.juriscraper_parsers import REVIEW
from docket.intake.court_pages.pacer.page import clean
from docket.intake.court_pages.page_head import without_tags
from docket.intake.court_pages.sniff import Sniffed
from docket.intake.shape import ImportedDocket, ImportedEntry, ImportedSource, Refused

DAY = (
    r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}-\d{1,2}-\d{4}|\d{4}-\d\d-\d\d"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2}-[A-Z]{3}-\d{4}"
)
FORMS = ("%m/%d/%Y", "%m-%d-%Y", "%Y-%m-%d", "%B %d, %Y", "%b %d, %Y", "%b. %d, %Y", "%d-%b-%Y")
ONLY_A_DAY = re.compile(DAY)
DATED_LINE = re.compile(rf"\A[ \t]*({DAY})[ \t,;|]+(\S.*)")
CELLS = re.compile(r"\t|\|| {2}")
TAGS = re.compile(r"<(?:html|body|table|tr|td)\b", re.I)
BREAKS = re.compile(r"</(?:tr|p|li|div|h\d|t[dh])>|<br\b[^>]{0,200}>", re.I)
# behind its name, or as New Mexico writes its numbers: "D-202-CV-2021-00123"
NUMBER = re.compile(
    r"\b(?:case|docket|cause)\s{0,9}(?:number|num\.?|no\.?|#)\s{0,9}[:#]?\s{0,99}(?P<named>(?=\S{0,40}\d)[A-Z0-9][\w:./-]{3,40})"
    r"|\b(?P<shown>[A-Z]-\d{1,4}-[A-Z]{2}-\d{4}-\d{5})\b",
    re.I,
)
TITLE = re.compile(r"^[ \t]*(?:case (?:title|name|caption)|style|caption)\s{0,9}:?\s{0,99}(\S.{2,300})$", re.I | re.M)
VERSUS = re.compile(r"^[ \t]*(\S.{1,200}? (?:v|vs|versus)\.? \S.{1,200})$", re.I | re.M)
LETTERS = re.compile(r"[^\W\d_]{2}")
LONGEST_HEAD, MOST_COLUMNS = 60, 12  # a register has a handful of columns with a word or two above each
FEWEST = 3  # lines with a date that make a table


@dataclass(frozen=True, slots=True)
class Table:
    """Cells by line. heads: what stands above the columns, () where nothing does; before: the text above it."""

    heads: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    before: str


def read_page(sniffed: Sniffed, data: bytes, file_name: str, forum: str = "") -> ImportedDocket:
    """The register as ImportedDocket, whose `reading` says how; raises Refused where no table or number is found."""
    table = _saved(sniffed.text) if TAGS.search(sniffed.text) else _pasted(sniffed.text)
    dated = [line for line in table.lines if _dates(line)]
    if len(dated) < FEWEST:
        raise Refused("No table of dates and texts was found in the file.", REVIEW)
    number = NUMBER.search(table.before)
    if number is None:
        raise Refused(
            "Above the table stands no case number.",
            "Put the line “Case Number: …” as the court prints it above the table, and “Case Title: …” below that.",
        )
    title = TITLE.search(table.before) or VERSUS.search(table.before)
    column = min(_dates(dated[0]))
    return ImportedDocket(
        kind=sniffed.kind,
        source=ImportedSource(file_name, hashlib.sha256(data).hexdigest()),
        court_id=forum,
        docket_number=clean(number["named"] or number["shown"]),
        caption=" ".join(clean(title[1]).split()) if title else "",
        entries=tuple(_entry(place, line, column) for place, line in enumerate(dated)),
        warnings=sniffed.warnings,
        reading=_reading(table.heads, dated, column),
    )


def _entry(place: int, line: tuple[str, ...], column: int) -> ImportedEntry:
    if column not in _dates(line):
        raise Refused(f"Line {place + 1} of the table has its date in another column than the first.", REVIEW)
    told = [cell for at, cell in enumerate(line) if at != column and LETTERS.search(cell)]
    return ImportedEntry(
        ordinal=place, number=None, date_filed=_day(line[column]), date_entered=None, text=" – ".join(told)
    )


def _reading(heads: tuple[str, ...], lines: Sequence[tuple[str, ...]], column: int) -> str:
    """ "dates from column 1 “Event Date”, texts from the columns 2 “Event”, 3 “Result”"."""
    used = sorted({at for line in lines for at, cell in enumerate(line) if at != column and LETTERS.search(cell)})
    if len(used) > MOST_COLUMNS:
        raise Refused(f"The table has {len(used)} columns with words, more than a docket has.", REVIEW)
    texts = ", ".join(_column(heads, at) for at in used)
    return f"dates from column {_column(heads, column)}, texts from column{'s' * (len(used) > 1)} {texts}"


def _column(heads: tuple[str, ...], at: int) -> str:
    return f"{at + 1} “{heads[at][:LONGEST_HEAD]}”" if at < len(heads) and heads[at] else str(at + 1)


def _dates(line: tuple[str, ...]) -> list[int]:
    """The columns of a line that hold a date and nothing else, if another one holds words."""
    found = [at for at, cell in enumerate(line) if ONLY_A_DAY.fullmatch(cell)]
    return found if any(LETTERS.search(cell) for at, cell in enumerate(line) if at not in found) else []


def _saved(html: str) -> Table:
    """Of a page's tables the one with most dated rows; what its cells hold in tables of their own is theirs."""
    page = lxml.html.document_fromstring(html)
    tables = [list(_rows(table)) for table in page.iter("table")]
    best = max(tables, key=lambda rows: sum(bool(_dates(row)) for row in rows), default=[])
    shown = BREAKS.sub("\n", html)
    first = next((row for row in best if _dates(row)), ())
    before = without_tags(shown).replace("&nbsp;", " ")
    stop = before.find(first[0]) if first else -1
    return Table(_heads(best), tuple(best), before[:stop] if stop >= 0 else before)


def _rows(table: lxml.html.HtmlElement) -> Iterator[tuple[str, ...]]:
    for row in table.iter("tr"):
        if next(row.iterancestors("table")) is table:
            cells = [cell for cell in row if cell.tag in ("td", "th")]
            yield tuple(" ".join(clean(cell.text_content()).split()) for cell in cells)


def _pasted(text: str) -> Table:
    """Lines that begin with a date; those between belong to the line above them."""
    lines: list[tuple[str, ...]] = []
    before: list[str] = []
    for line in text.splitlines():
        if dated := DATED_LINE.fullmatch(line):
            rest = [cell.strip() for cell in CELLS.split(dated[2]) if cell.strip()]
            lines.append((dated[1], *rest))
        elif lines and line.strip():
            lines[-1] = (*lines[-1][:-1], f"{lines[-1][-1]} {' '.join(line.split())}")
        elif not lines:
            before.append(line)
    heads = [
        cells for line in before[-2:] if len(cells := [cell.strip() for cell in CELLS.split(line) if cell.strip()]) > 1
    ]
    return Table(tuple(heads[-1]) if heads else (), tuple(lines), "\n".join(before))


def _heads(rows: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The last row above the first dated one that has as many cells."""
    first = next((place for place, row in enumerate(rows) if _dates(row)), 0)
    above = [row for row in rows[:first] if len(row) == len(rows[first])]
    return above[-1] if above else ()


def _day(raw: str) -> date:
    for form in FORMS:
        try:
            return datetime.strptime(raw, form).date()
        except ValueError:
            continue
    raise Refused(f"“{raw}” is no date.", REVIEW)
