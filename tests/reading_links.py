"""The published set of motions and what orders did with them: `python -m tests.reading_links` counts our reading on it.

`docs/data/rulings.tsv` holds ids, hashes and labels only; `docs/data/README.md` says what its columns mean and how it
was labelled. The texts stand in the collection beside the checkout. After new labels (`text_sha256`, `target`,
`ruling`; the other columns may be empty) `--write` fills in from the collection where each text stands.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from docket.choices import FilingLinkKind, RulingOutcome
from docket.law.reading import Reading, read_line, ruled_on
from docket.law.reading.measuring import wilson_lower
from docket.law.reading.rulings import DENYING, GRANTING
from tests.shared import SHARED

PUBLISHED = Path(__file__).parents[1] / "docs" / "data" / "rulings.tsv"
COLUMNS = ("collection", "court", "docket_sha256", "entry", "target", "ruling", "text_sha256")
NONE, UNSAID, ADOPTED, TERMINATED = "none", "unsaid", "adopted", "terminated"
OUTCOMES = frozenset({*RulingOutcome.values} - {RulingOutcome.OTHER})
RULINGS = (*sorted(OUTCOMES), ADOPTED, TERMINATED, UNSAID, NONE)
LABELLED = {"flp": ("flp_entries.tsv", "unique_id"), "de_classifier": ("de_classifier.tsv", "docket_entry_id")}


@dataclass(frozen=True)
class Place:
    """Where a text stands. docket: its other entries' texts by their number; {} where the docket is not there."""

    collection: str
    court: str
    docket_sha256: str
    entry: str
    text: str
    docket: dict[str, str]


def labels() -> list[dict[str, str]]:
    """The published rows."""
    with PUBLISHED.open() as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


@cache
def collection() -> dict[str, Place]:
    """Every text of the collection by its SHA-256, each at the first place where it stands."""
    found: dict[str, Place] = {}
    for place in (*_of_dockets(), *_of_labelled()):
        found.setdefault(_hash(place.text), place)
    return found


def _of_dockets() -> Iterator[Place]:
    for root in ("dockets", "dockets_more"):
        for file in sorted((SHARED / root).rglob("*.json")):
            if ".raw" not in file.name:
                yield from _of_file(json.loads(file.read_text()))


def _of_file(found: Any) -> Iterator[Place]:
    for docket in (docket for docket in (found if isinstance(found, list) else [found]) if isinstance(docket, dict)):
        inner = docket.get("dockets")
        for each in (docket, *(inner if isinstance(inner, list) else ())):
            yield from _of_docket(each, str(docket.get("court_id") or ""))


def _of_docket(docket: dict[str, Any], court: str) -> Iterator[Place]:
    texts = [(str(entry.get("document_number") or ""), _text(entry)) for entry in docket.get("docket_entries") or []]
    numbers = Counter(number for number, _ in texts)
    once = {number: text for number, text in texts if number and numbers[number] == 1}
    key = _hash(f"{docket.get('court_id') or court} {docket.get('docket_number') or ''}")
    for number, text in texts:
        if text:
            yield Place("juriscraper", docket.get("court_id") or court, key, number, text, once)


def _text(entry: dict[str, Any]) -> str:
    said = entry.get("description") or entry.get("short_description") or ""
    return said if isinstance(said, str) else ""


def _of_labelled() -> Iterator[Place]:
    for name, (file, column) in LABELLED.items():
        if not (SHARED / "labels" / file).is_file():
            return
        with (SHARED / "labels" / file).open() as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield Place(name, "", "", row[column], row["text"], {})


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def published() -> str:
    """The file as it should be: each label with the place of its text, in the order of the places."""
    places = collection()
    rows = [{**row, **_where(places[row["text_sha256"]])} for row in labels()]
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, delimiter="\t", lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(sorted(rows, key=lambda row: [row[name] for name in (*COLUMNS[:4], "text_sha256", "target")]))
    return out.getvalue()


def _where(place: Place) -> dict[str, str]:
    return {name: getattr(place, name) for name in COLUMNS[:4]}


@dataclass(frozen=True)
class Compared:
    """One label beside the reading. said: as a label; "" for a ruling that the reading leaves open how."""

    digest: str
    target: str
    label: str
    said: str

    @property
    def is_opposite(self) -> bool:
        """Granted where the court denied, or the other way round."""
        return {self.said in GRANTING, self.label in GRANTING} == {True, False} and (
            self.said in DENYING or self.label in DENYING
        )


def compared() -> list[Compared]:
    """Every label whose text is here, with what is read of it as it comes into a record of that docket."""
    places = collection()
    rows = (row for row in labels() if row["text_sha256"] in places)
    return [
        Compared(row["text_sha256"], row["target"], row["ruling"], _said(places[row["text_sha256"]], row["target"]))
        for row in rows
    ]


def _said(place: Place, target: str) -> str:
    found = ruled_on(_reading(place.text).links, lambda other: _reading(place.docket.get(other, "")).filing_type)
    said = next((link for link in found if link.target == target), None)
    if said is None or said.kind not in (FilingLinkKind.RULES_ON, FilingLinkKind.DISPOSES):
        return NONE
    return TERMINATED if said.kind == FilingLinkKind.DISPOSES else str(said.outcome)


@cache
def _reading(text: str) -> Reading:
    return read_line(text)


def report() -> Iterator[str]:
    """Precision and recall of outcomes with the lower bound of the 95 % interval, and each wrong or missed one."""
    every = compared()
    said = [one for one in every if one.said in OUTCOMES]
    right = [one for one in said if one.said == one.label]
    ruled = [one for one in every if one.label in OUTCOMES]
    opposite = sum(one.is_opposite for one in every)
    yield f"{len(every)} links, {len(ruled)} of them rulings whose outcome the court says"
    yield f"  outcomes read: {len(right)} of {len(said)} right, at least {wilson_lower(len(right), len(said)):.1%}"
    yield f"  outcomes found: {len(right)} of {len(ruled)}, at least {wilson_lower(len(right), len(ruled)):.1%}"
    yield f"  opposite: {opposite}"
    for one in every:
        if one.said in OUTCOMES | {TERMINATED} and one.said != one.label:
            yield f"  wrong  {one.digest[:12]} {one.target}: {one.said} for {one.label}"
    for one in ruled:
        if one.said not in OUTCOMES:
            yield f"  missed {one.digest[:12]} {one.target}: {one.label}"


if __name__ == "__main__":
    if not collection():
        sys.exit(f"Nothing to count: the labelled texts stand in {SHARED}, which is not there.")
    if "--write" in sys.argv:
        PUBLISHED.write_text(published())
        sys.exit()
    print(*report(), sep="\n")
