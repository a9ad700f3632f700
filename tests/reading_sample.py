"""The hand-labelled samples of docket entries: where they lie, how they were drawn. `reading_score` counts a reading.

`tests/data/*_labels.tsv` hold ids and hashes only; the texts stand in the collection of real dockets beside the
checkout. Files were split at random into two halves (entries, where a kind has one file): rules are written on "open",
"held" is only counted.

- reading_labels: 533 entries were drawn with a fixed seed, a number for each kind of source and in turn from each of
  its files, so that no long docket fills its stratum; then up to 40 more that mention "answer" and 40 that mention
  "complaint", which a plain draw holds too few of. Both halves were labelled by reading, before any rule was written.
- ruling_labels: 110 of the open half and 140 of the held one, of the entries left that name an act of a court in their
  first words, a number, and one of 25 words of ruling (grant, deny, moot, strike, defer, extend …), whoever files them,
  in turn from each file, seed 20261122.
- filer_labels: 90 a half, of the entries left with the words "by" or "on behalf of", of dockets that list parties.
  The held half of these two was first read, and labelled, when the rules were done: outcomes then had a precision of
  93.8 % and a recall of 88.2 %. One rule came later (a motion granted in one thing and denied in another), for an
  entry of the open half; one entry of the held half has the same form.

Columns: half, file, entry (its place in the expected JSON), sha256 of the text, types ("|" between those that are
right, "-" for none), links (kind:entry=outcome, "/" between right kinds, "?" after an outcome that may be left
unsaid), dates (H: a hearing set, D: a day ordered), filers (places in the list of parties, "~" before one that may
be left unsaid).
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from docket.law.reading import read_line
from tests.shared import DOCKETS

LABELS = Path(__file__).parent / "data"


@dataclass
class Entry:
    """One labelled entry with its text."""

    name: str
    half: str
    text: str
    is_short: bool
    types: frozenset[str]
    """Empty in the samples that are about something else."""
    first_type: str
    links: tuple[Link, ...]
    dates: frozenset[str]
    others: frozenset[str]
    """The targets that the docket has beside the entry itself."""
    type_of: Callable[[str], str]
    """What sort of filing a target is, as it reads by itself."""
    parties: tuple[str, ...]
    filers: frozenset[int]
    perhaps_filers: frozenset[int]


@dataclass(frozen=True)
class Link:
    """A labelled reference. kinds: all that are right; is_sure: the outcome must be said."""

    kinds: frozenset[str]
    target: str
    outcome: str
    is_sure: bool


def sample(name: str = "reading") -> list[Entry]:
    """The labelled entries of one sample; an empty list where the collection is not there."""
    if not DOCKETS.is_dir():
        return []
    with (LABELS / f"{name}_labels.tsv").open() as lines:
        return [_entry(row) for row in csv.DictReader(lines, delimiter="\t")]


def _entry(row: dict[str, str]) -> Entry:
    file, place = row["file"], int(row["entry"])
    text, is_short = texts(file)[place]
    assert sha256(text.encode()).hexdigest() == row["sha256"], f"{file} {place} is another text"
    types = ["" if name == "-" else name for name in row["types"].split("|")] if "types" in row else []
    filers = row.get("filers", "").split()
    return Entry(
        name=f"{file}:{place}",
        half=row["half"],
        text=text,
        is_short=is_short,
        types=frozenset(types),
        first_type=types[0] if types else "",
        links=tuple(_link(label) for label in row.get("links", "").split()),
        dates=frozenset(row.get("dates", "").split()),
        others=_others(file, place),
        type_of=partial(_type_of, file),
        parties=_parties(file),
        filers=frozenset(int(filer) for filer in filers if filer.isdecimal()),
        perhaps_filers=frozenset(int(filer[1:]) for filer in filers if filer.startswith("~")),
    )


def _link(label: str) -> Link:
    kinds, _, rest = label.partition(":")
    target, _, outcome = rest.partition("=")
    return Link(frozenset(kinds.split("/")), target, outcome.rstrip("?"), not outcome.endswith("?"))


@cache
def texts(file: str) -> list[tuple[str, bool]]:
    """The texts of a file's entries as the readers of each kind give them, and whether each is a short description."""
    found = json.loads((DOCKETS / file).read_text())
    kind = file.partition("/")[0]
    if kind == "texas":
        events = [(e["type"], e.get("disposition"), e.get("remarks")) for e in found["case_events"]]
        return [(" ".join(part for part in event if part), False) for event in events]
    if kind == "lasc":
        filings = [(filing["document_type"], filing["memo"]) for filing in found["DocumentFiled"]]
        return [(" ".join(part for part in filing if part), False) for filing in filings]
    dockets = found if isinstance(found, list) else [found]
    return [_text(entry) for docket in dockets for entry in docket.get("docket_entries", [])]


@cache
def _targets(file: str) -> list[set[str]]:
    """By which each entry of a docket can be named; nothing where the file is of many dockets or numbers nothing."""
    found = json.loads((DOCKETS / file).read_text())
    entries = found.get("docket_entries", []) if isinstance(found, dict) else []
    return [{str(entry.get("document_number") or ""), f"@{entry.get('pacer_seq_no')}"} - {""} for entry in entries]


@cache
def _parties(file: str) -> tuple[str, ...]:
    """The names in the docket's list of parties."""
    found = json.loads((DOCKETS / file).read_text())
    return tuple(party["name"] for party in found.get("parties") or ()) if isinstance(found, dict) else ()


def _others(file: str, place: int) -> frozenset[str]:
    targets = _targets(file)
    return frozenset[str]().union(*targets) - (targets[place] if targets else set())


@cache
def _type_of(file: str, target: str) -> str:
    found = [text for text, targets in zip(texts(file), _targets(file), strict=True) if target in targets]
    text, is_short = found[0] if len(found) == 1 else ("", False)
    return (read_line("", text) if is_short else read_line(text, "")).filing_type


def _text(entry: dict[str, Any]) -> tuple[str, bool]:
    long, short = entry.get("description") or "", entry.get("short_description") or ""
    return (long or short), not long
