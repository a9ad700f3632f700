"""Citations for reference managers: BibTeX and CSL-JSON. Pure."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any

from docket.choices import DatePrecision
from docket.law.citing.forms import Day

BIBTEX_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ESCAPES = {
    **{mark: f"\\{mark}" for mark in "&%$#_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


@dataclass(frozen=True)
class Item:
    """What a reference manager keeps. kind: a CSL type. within: the case that a filing belongs to.

    genre: what sort of decision. reporter: volume, name and page where a decision is printed.
    """

    id: str
    kind: str
    title: str
    address: str
    accessed: date
    number: str = ""
    authority: str = ""
    issued: Day | None = None
    authors: tuple[str, ...] = ()
    within: str = ""
    note: str = ""
    genre: str = ""
    reporter: tuple[str, str, str] = ("", "", "")


def bibtex(item: Item) -> str:
    """An entry of the type misc, which every style knows; authors are names of parties, never taken apart."""
    fields: list[tuple[str, str]] = []
    if item.authors:
        fields.append(("author", " and ".join(f"{{{_escaped(name)}}}" for name in item.authors)))
    fields.append(("title", f"{{{_escaped(item.title)}}}"))
    printed = " ".join(filter(None, item.reporter))
    number = f"No. {item.number}" if item.number else ""
    how = ", ".join(filter(None, (item.within, printed, number, item.genre, item.authority)))
    fields += [("howpublished", _escaped(how))] if how else []
    if item.issued:
        fields.append(("year", str(item.issued.date.year)))
        if item.issued.precision != DatePrecision.YEAR:
            fields.append(("month", BIBTEX_MONTHS[item.issued.date.month - 1]))
        if item.issued.precision == DatePrecision.DAY:
            fields.append(("day", str(item.issued.date.day)))
    fields += [("url", item.address), ("urldate", item.accessed.isoformat())]
    fields += [("note", _escaped(item.note))] if item.note else []
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}" for name, value in fields]
    return f"@misc{{{item.id},\n" + ",\n".join(lines) + "\n}"


def csl_json(item: Item) -> str:
    """A list of one item, as reference managers read it."""
    data: dict[str, Any] = {"id": item.id, "type": item.kind, "title": item.title}
    if item.authors:
        data["author"] = [{"literal": name} for name in item.authors]
    for name, value in (
        ("genre", item.genre),
        ("volume", item.reporter[0]),
        ("container-title", item.within or item.reporter[1]),
        ("page", item.reporter[2]),
        ("number", item.number),
        ("authority", item.authority),
        ("note", item.note),
    ):
        if value:
            data[name] = value
    if item.issued:
        parts = {DatePrecision.YEAR: 1, DatePrecision.MONTH: 2}.get(DatePrecision(item.issued.precision), 3)
        data["issued"] = {"date-parts": [_parts(item.issued.date)[:parts]]}
    data |= {"URL": item.address, "accessed": {"date-parts": [_parts(item.accessed)]}}
    return "[{\n" + ",\n".join(f"  {_json(name)}: {_json(value)}" for name, value in data.items()) + "\n}]"


def key_of(name: str, public_id: str) -> str:
    """A key of plain letters, unlike any other: “roe-v-example-pictures-llc-k7f3qz”."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join([*re.findall(r"[a-z0-9]+", plain)[:6], public_id])


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _parts(day: date) -> list[int]:
    return [day.year, day.month, day.day]


def _escaped(text: str) -> str:
    return "".join(ESCAPES.get(mark, mark) for mark in " ".join(text.split()))
