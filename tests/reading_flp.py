"""Types beside those of others: 915 entries labelled by Free Law Project, with what two other systems said of them.

`tests/data/flp_classes.tsv` says of each beginning of a type which of eight families and of 25 classes it is; the
first that fits holds. A row that is labelled "other", "multiple" or "error" names no family and is not judged by
families: the first of these holds notices, motions and orders too. Half of the dockets, by SHA-256 of their id, were
never looked at while rules were written (`is_unseen`).
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from docket.law.reading import read_line

SHARED = Path(__file__).parents[2] / "shared" / "labels" / "flp_entries.tsv"
CLASSES = Path(__file__).parent / "data" / "flp_classes.tsv"
FAMILIES = {
    "motion": "motion",
    "motion for time extension": "motion",
    "motion to dismiss": "motion",
    "motion to seal": "motion",
    "order": "order",
    "minute entry": "minute entry",
    "complaint": "complaint",
    "answer": "answer",
    "notice": "notice",
    "summons": "summons",
    "stipulation": "stipulation",
    "brief": "brief",
}


@dataclass(frozen=True)
class Counted:
    """right, said and labelled of one system."""

    right: int
    said: int
    labelled: int

    def __str__(self) -> str:
        precision, recall = self.right / max(self.said, 1), self.right / max(self.labelled, 1)
        f1 = 2 * precision * recall / ((precision + recall) or 1)
        return f"F1 {f1:.2f} (precision {precision:.2f}, recall {recall:.2f}, {self.labelled} labelled)"


@cache
def entries() -> list[dict[str, str]]:
    """The labelled rows; none where they are not there."""
    if not SHARED.is_file():
        return []
    with SHARED.open() as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def is_unseen(row: dict[str, str]) -> bool:
    """Whether it is of a docket that nobody looked at while rules were written."""
    docket = row["unique_id"].partition("-")[0]
    return int(sha256(docket.encode()).hexdigest(), 16) % 2 == 0


@cache
def _classes() -> list[dict[str, str]]:
    with CLASSES.open() as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def as_theirs(filing_type: str, column: str) -> str:
    """The family or class of a type, "" for none."""
    if not filing_type:
        return ""
    return next((row[column] for row in _classes() if filing_type.startswith(row["starts"])), "")


def families(said: Callable[[dict[str, str]], str], unseen: bool) -> Counted:
    """How often a system names the family of the reviewed label."""
    rows = [row for row in entries() if FAMILIES.get(row["label32"]) and (is_unseen(row) or not unseen)]
    pairs = [(said(row), FAMILIES[row["label32"]]) for row in rows]
    return Counted(sum(a == b for a, b in pairs), sum(bool(a) for a, _ in pairs), len(pairs))


def classes(said: Callable[[dict[str, str]], str], unseen: bool) -> Counted:
    """The same for the 25 classes."""
    rows = [row for row in entries() if row["label25"] and (is_unseen(row) or not unseen)]
    pairs = [(said(row), row["label25"]) for row in rows]
    return Counted(sum(a == b for a, b in pairs), sum(bool(a) for a, _ in pairs), len(pairs))


def our_family(row: dict[str, str]) -> str:
    return as_theirs(read_line(row["text"]).filing_type, "family")


def our_class(row: dict[str, str]) -> str:
    return as_theirs(read_line(row["text"]).filing_type, "class")


def report() -> Iterator[str]:
    """Each beside theirs, on all entries and on those of dockets nobody looked at."""
    for unseen in (False, True):
        yield "entries labelled by others" + (", of unseen dockets" if unseen else "")
        yield f"  families, ours    {families(our_family, unseen)}"
        yield f"  families, SCALES  {families(lambda row: FAMILIES.get(row['scales_model_label'], ''), unseen)}"
        yield f"  classes, ours     {classes(our_class, unseen)}"
        yield f"  classes, GPT-4o-m {classes(lambda row: row['gpt4o_mini_label25'], unseen)}"
