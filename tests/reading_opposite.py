"""Whether a ruling is read as the opposite of what the court did: a second, naive method beside the reader of clauses.

It knows no grammar: a text in which only words of granting stand cannot deny, one in which only words of denying stand
cannot grant. Texts with both were read by a person, each ruling against its words: `tests/data/reviewed_rulings.tsv`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from docket.law.reading import read_line
from docket.law.reading.measuring import wilson_lower
from docket.law.reading.rulings import DENYING, GRANTING
from tests import reading_unseen

REVIEWED = Path(__file__).parent / "data" / "reviewed_rulings.tsv"
GRANTS = re.compile(r"\b(?:grant|allow|approv|sustain|confirm)(?:ing|ed|e?s)?\b", re.IGNORECASE)
DENIES = re.compile(r"\b(?:den(?:y|ying|ied|ies)|overrul\w+|disallow\w*|disapprov\w+|moot\w*)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Ruled:
    """One ruling as it was read. both: words of granting and of denying stand in the text."""

    digest: str
    target: str
    outcome: str
    is_opposite: bool
    both: bool


def rulings() -> list[Ruled]:
    """Every granting and denying that is read in all the texts of the collection, each text once."""
    return [ruled for text, is_short in texts() for ruled in _rulings(text, is_short)]


def _rulings(text: str, is_short: bool) -> Iterator[Ruled]:
    grants, denies = bool(GRANTS.search(text)), bool(DENIES.search(text))
    for link in (read_line("", text) if is_short else read_line(text)).links:
        if link.outcome in GRANTING | DENYING:
            opposite = not (grants if link.outcome in GRANTING else denies)
            digest = sha256(text.encode()).hexdigest()
            yield Ruled(digest, link.target, str(link.outcome), opposite, grants and denies)


@cache
def texts() -> tuple[tuple[str, bool], ...]:
    """The texts of both collections of dockets and of both sets of labels."""
    found: dict[str, bool] = {}
    for root in ("dockets", "dockets_more"):
        for file in sorted((reading_unseen.SHARED / root).rglob("*.json")):
            if ".raw" not in file.name:
                found.update(reading_unseen.texts_of(str(file.relative_to(reading_unseen.SHARED))))
    for name in ("flp", "dec"):
        found.update(dict.fromkeys(reading_unseen.labelled(name).values(), False))
    return tuple(found.items())


def seen_by_a_person() -> set[tuple[str, str, str]]:
    """Rulings that a person held against the text: its SHA-256, the number, the outcome."""
    with REVIEWED.open() as lines:
        reviewed = {(row["sha256"], row["target"], row["outcome"]) for row in csv.DictReader(lines, delimiter="\t")}
    judged = (row for row in reading_unseen.labels() if row["family"] == "ruling")
    return reviewed | {(row["sha256"], row["target"], row["name"]) for row in judged}


def report() -> str:
    """How many grants and denials say the opposite of what the court did, of how many."""
    found, held = rulings(), seen_by_a_person()
    opposite = sum(ruled.is_opposite for ruled in found)
    unread = sum(ruled.both and (ruled.digest, ruled.target, ruled.outcome) not in held for ruled in found)
    right = wilson_lower(len(found) - opposite, len(found))
    said = f"{opposite} of {len(found)} grants and denials are opposite to the court's; at least {right:.1%} are not"
    return f"{said}; {unread} of those with words of both were read by nobody"
