"""CSV as people have it: any of the usual encodings, commas, semicolons or tabs, cells with line breaks."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from docket.confined import Unreadable

LONGEST_CELL = 1_000_000  # characters
MARKS = (",", ";", "\t")
NO_TEXT = "The file is no text in an encoding that spreadsheets write: save it as “CSV UTF-8” or as XLSX."


def separated_rows(data: bytes) -> Iterator[list[str]]:
    """The rows of a CSV file, each a list of cells as written. Raises Unreadable with a sentence."""
    text = decoded(data)
    text, mark = _marked(text)
    csv.field_size_limit(LONGEST_CELL)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    except csv.Error as fault:
        raise Unreadable(f"The file is no CSV: {fault}. Save it again from the spreadsheet.") from fault


def decoded(data: bytes) -> str:
    """The text of a file: by its byte order mark, or UTF-16 by its zeros, UTF-8, else Windows-1252.

    decoded("Café".encode("cp1252")) is "Café". Raises Unreadable.
    """
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text.removeprefix("\ufeff")
    raise Unreadable(NO_TEXT)


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    head = data[:2000]
    if head[1::2].count(0) * 4 > len(head):
        return ("utf-16-le",)
    if head[::2].count(0) * 4 > len(head):
        return ("utf-16-be",)
    return ("utf-8", "cp1252")


def _marked(text: str) -> tuple[str, str]:
    """The text below Excel's line `sep=;`, and what stands between its cells: what its first line has most of."""
    first, _, rest = text.lstrip("\r\n").partition("\n")
    said = first.strip().strip('"')
    if said.casefold().startswith("sep=") and len(said) == 5:
        return rest, said[4]
    bare = "".join(part for place, part in enumerate(first.split('"')) if place % 2 == 0)
    return text, max(MARKS, key=bare.count)
