"""The hand-labelled sample of docket entries: where it lies, how it was drawn, how a reading is scored against it.

`tests/data/reading_labels.tsv` holds ids and hashes only; the texts stand in the collection of real dockets beside the
checkout. 533 entries were drawn with a fixed seed, a number for each kind of source and in turn from each of its files,
so that no long docket fills its stratum; then up to 40 more that mention "answer" and 40 that mention "complaint",
which a plain draw holds too few of. Files were split at random into two halves (entries, where a kind has one file).
Both were labelled by reading, before any rule was written; the half "held" was only counted afterwards.

Columns: half, file, entry (its place in the expected JSON), sha256 of the text, types ("|" between those that are
right, "-" for none), links (kind:entry=outcome, "/" between right kinds), dates (H: a hearing set, D: a day ordered).

"linked entries" counts what is read; the other lines about links count what comes into the record: a number that the
docket does not have, or that is the line's own, links to nothing.
"""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from docket.reading import DateKind, Reading, read

DOCKETS = Path(__file__).parents[2] / "shared" / "dockets"
LABELS = Path(__file__).parent / "data" / "reading_labels.tsv"
GROUPS = {
    "motions": ("mot.", "crim.motion"),
    "orders": ("order.",),
    "answers": ("resp.",),
    "complaints": ("init.complaint", "init.amended_complaint", "init.cross", "init.third", "crim.complaint"),
    "notices": ("notice.",),
    "service": ("svc.",),
    "motion papers": ("brief.",),
    "other types": ("init.", "stip.", "judg.", "crim.", "disc.", "prob."),
}


@dataclass
class Entry:
    """One labelled entry with its text."""

    name: str
    half: str
    text: str
    is_short: bool
    types: frozenset[str]
    first_type: str
    links: tuple[tuple[frozenset[str], str, str], ...]
    dates: frozenset[str]
    others: frozenset[str]
    """The targets that the docket has beside the entry itself."""


@dataclass
class Score:
    """right, wrong, missed of one thing."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    def __str__(self) -> str:
        return (
            f"{self.right + self.missed:>5} in the sample, precision {self.precision:7.1%}, recall {self.recall:7.1%}"
            f"   ({self.right} right, {self.wrong} wrong, {self.missed} missed)"
        )


@dataclass
class Scores:
    """Everything counted over one half."""

    of: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    mistakes: list[str] = field(default_factory=list)

    def note(self, what: str, found: set[Any], expected: set[Any], where: Entry) -> None:
        self.of[what].right += len(found & expected)
        self.of[what].wrong += len(found - expected)
        self.of[what].missed += len(expected - found)
        if found != expected:
            self.mistakes.append(f"{where.name} {what}: {sorted(found - expected)} for {sorted(expected - found)}")


def sample() -> list[Entry]:
    """The labelled entries; an empty list where the collection is not there."""
    if not DOCKETS.is_dir():
        return []
    with LABELS.open() as lines:
        return [_entry(row) for row in csv.DictReader(lines, delimiter="\t")]


def _entry(row: dict[str, str]) -> Entry:
    text, is_short = texts(row["file"])[int(row["entry"])]
    assert sha256(text.encode()).hexdigest() == row["sha256"], f"{row['file']} {row['entry']} is another text"
    types = ["" if name == "-" else name for name in row["types"].split("|")]
    links = tuple(_link(label) for label in row["links"].split())
    return Entry(
        name=f"{row['file']}:{row['entry']}",
        half=row["half"],
        text=text,
        is_short=is_short,
        types=frozenset(types),
        first_type=types[0],
        links=links,
        dates=frozenset(row["dates"].split()),
        others=_others(row["file"], int(row["entry"])),
    )


def _link(label: str) -> tuple[frozenset[str], str, str]:
    kinds, _, rest = label.partition(":")
    target, _, outcome = rest.partition("=")
    return frozenset(kinds.split("/")), target, outcome


@cache
def texts(file: str) -> list[tuple[str, bool]]:
    """The texts of a file's entries as the readers of each kind give them, and whether each is a short description."""
    found = json.loads((DOCKETS / file).read_text())
    kind = file.partition("/")[0]
    if kind == "texas":
        events = [(e["type"], e.get("disposition"), e.get("remarks")) for e in found["case_events"]]
        return [(" ".join(part for part in event if part), False) for event in events]
    if kind == "lasc":
        papers = [(paper["document_type"], paper["memo"]) for paper in found["DocumentFiled"]]
        return [(" ".join(part for part in paper if part), False) for paper in papers]
    dockets = found if isinstance(found, list) else [found]
    return [_text(entry) for docket in dockets for entry in docket.get("docket_entries", [])]


@cache
def _targets(file: str) -> list[set[str]]:
    """By which each entry of a docket can be named; nothing where the file is of many dockets or numbers nothing."""
    found = json.loads((DOCKETS / file).read_text())
    entries = found.get("docket_entries", []) if isinstance(found, dict) else []
    return [{str(entry.get("document_number") or ""), f"@{entry.get('pacer_seq_no')}"} - {""} for entry in entries]


def _others(file: str, place: int) -> frozenset[str]:
    targets = _targets(file)
    return frozenset[str]().union(*targets) - (targets[place] if targets else set())


def _text(entry: dict[str, Any]) -> tuple[str, bool]:
    long, short = entry.get("description") or "", entry.get("short_description") or ""
    return (long or short), not long


def score(half: str) -> Scores:
    """Read every entry of a half and count."""
    scores = Scores()
    for entry in (entry for entry in sample() if entry.half == half):
        reading = read("", entry.text) if entry.is_short else read(entry.text, "")
        _score_type(scores, entry, reading)
        _score_links(scores, entry, reading)
        _score_dates(scores, entry, reading)
    return scores


def _score_type(scores: Scores, entry: Entry, reading: Reading) -> None:
    found = reading.filing_type
    right = found if found in entry.types else entry.first_type
    scores.note("the exact type", {found} - {""}, {right} - {""}, entry)
    group, expected = group_of(found), group_of(right)
    if found not in entry.types and group in {group_of(name) for name in entry.types}:
        expected = group
    for name in sorted({group, expected} - {""}):
        scores.note(name, {name} & {group}, {name} & {expected}, entry)


def _score_links(scores: Scores, entry: Entry, reading: Reading) -> None:
    targets = {target for _, target, _ in entry.links}
    scores.note("linked entries", {link.target for link in reading.links}, targets, entry)
    kept = {link.target for link in reading.links} & entry.others
    scores.note("links in the record", kept, targets & entry.others, entry)
    found = {(link.kind, link.target) for link in reading.links if link.target in entry.others}
    expected = set()
    for kinds, target, _ in (link for link in entry.links if link[1] in entry.others):
        fits = {(kind, target) for kind in kinds} & found
        expected |= fits or {(min(kinds), target)}
    scores.note("links with their kind", found, expected, entry)
    outcomes = {(link.target, link.outcome) for link in reading.links if link.outcome and link.target in entry.others}
    decided = {(target, outcome) for _, target, outcome in entry.links if outcome and target in entry.others}
    scores.note("outcomes", outcomes, decided, entry)


def _score_dates(scores: Scores, entry: Entry, reading: Reading) -> None:
    letters = {DateKind.HEARING: "H", DateKind.DEADLINE: "D"}
    found = {f"{letters[day.kind]}:{day.day.isoformat()}" for day in reading.dates}
    for letter, name in (("H", "hearings"), ("D", "deadlines")):
        scores.note(name, {day for day in found if day[0] == letter}, {d for d in entry.dates if d[0] == letter}, entry)


def group_of(filing_type: str) -> str:
    """The name under which a type is counted."""
    return next((name for name, starts in GROUPS.items() if filing_type.startswith(starts)), "")


def lines(half: str) -> Iterator[str]:
    """The table of one half."""
    entries = Counter(entry.half for entry in sample())
    yield f"{half}: {entries[half]} entries"
    for name, counted in score(half).of.items():
        yield f"  {name:<22} {counted}"


if __name__ == "__main__":
    for half in ("open", "held"):
        print("\n".join(lines(half)))
