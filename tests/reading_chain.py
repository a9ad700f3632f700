"""Other proceedings that real pages name, against labels: `python -m tests.reading_chain` prints precision and recall.

`tests/data/chain_labels.tsv` has a row for each proceeding that the fields of a page name (what its entries tell in
words is not labelled): the page, the kinds of link that are right ("|" between), the court's id ("-" where the page's
words are of no court in the table), and the SHA-256 of the number as printed, without judges' initials ("-" for a
proceeding without a number). Labelled by reading every page of both collections; pages without a row name none. The
lists of Florida's cases and of one multidistrict litigation were taken down by another program than the readers, and
looked through. A link is right when page, number, kind and, where it is known, the court are those of a label.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from docket.forums.pacer_courts import federal_court_named
from docket.intake.court_pages.readers import read_dockets
from docket.intake.court_pages.sniff import sniff
from docket.intake.shape import ImportedDocket, Refused
from docket.law.reading.measuring import wilson_lower
from tests.shared import DOCKETS, SHARED

LABELS = Path(__file__).parent / "data" / "chain_labels.tsv"


@dataclass(frozen=True)
class Named:
    """One proceeding that a page names: kinds of which one is right, the court's id or "-", the number's hash."""

    page: str
    kinds: frozenset[str]
    court: str
    number: str

    @property
    def key(self) -> tuple[str, str]:
        return self.page, self.number

    def is_as(self, label: Named) -> bool:
        """Whether what is read says no other kind and no other court than the label."""
        return self.kinds <= label.kinds and self.court in (label.court, "-")


def labels() -> list[Named]:
    """Every labelled proceeding."""
    with LABELS.open() as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return [Named(row["file"], frozenset(row["kinds"].split("|")), row["court"], row["sha256"]) for row in rows]


def found() -> list[Named]:
    """Every proceeding that is read on a page of either collection."""
    return [named for page, court in _pages() for docket in _read(page, court) for named in _named(page, docket)]


def _pages() -> Iterator[tuple[str, str]]:
    for root in ("dockets", "dockets_more"):
        with (SHARED / root / "index.tsv").open() as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield f"{root}/{row['file']}", row["court"]


def _read(page: str, court: str) -> tuple[ImportedDocket, ...]:
    """The dockets of a page, by its own word for the court or else by the collection's; none of what is refused."""
    data = (SHARED / page).read_bytes()
    for forum in ("", court):
        try:
            return read_dockets(sniff(data), data, Path(page).name, forum)
        except Refused:
            continue
    return ()


def _named(page: str, docket: ImportedDocket) -> Iterator[Named]:
    for related in docket.related:
        court = related.court_id or federal_court_named(related.court) or "-"
        for number in related.numbers or ("",):
            yield Named(page, frozenset({related.kind}), court, sha256(number.encode()).hexdigest() if number else "-")


@dataclass(frozen=True)
class Score:
    """right and wrong among what is read; how many labels there are; which were missed."""

    right: int
    wrong: tuple[Named, ...]
    labelled: int
    missed: tuple[Named, ...]


def score(without: frozenset[str] = frozenset()) -> Score:
    """Count what is read against the labels, of all pages but some."""
    wanted = Counter[Named]()
    by_key: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for label in labels():
        if label.page not in without:
            wanted[label] += 1
            by_key[label.key].append(label)
    right, wrong = 0, list[Named]()
    for named in (named for named in found() if named.page not in without):
        meant = next((label for label in by_key[named.key] if named.is_as(label)), None)
        if meant is None:
            wrong.append(named)
        else:
            right += 1
            wanted[meant] = 0
    return Score(right, tuple(wrong), len({*wanted}), tuple(label for label, count in wanted.items() if count))


def lists() -> frozenset[str]:
    """Pages of more than ten labels, which would outweigh all others."""
    pages = Counter(label.page for label in labels())
    return frozenset(page for page, count in pages.items() if count > 10)


def report() -> Iterator[str]:
    """Precision and recall with the lower bounds of their 95 % intervals, of all pages and without the long lists."""
    for what, without in (("all pages", frozenset[str]()), ("without lists of more than ten", lists())):
        counted = score(without)
        read_ones, kept = counted.right + len(counted.wrong), counted.labelled - len(counted.missed)
        bound = wilson_lower(counted.right, read_ones)
        yield f"{what}: {counted.right} of {read_ones} read are right, at least {bound:.1%}"
        yield f"  {kept} of {counted.labelled} named are read, at least {wilson_lower(kept, counted.labelled):.1%}"
    for one in counted.wrong:
        yield f"  wrong  {one.page} {'|'.join(one.kinds)} {one.court} {one.number[:12]}"
    for one in counted.missed:
        yield f"  missed {one.page} {'|'.join(one.kinds)} {one.court} {one.number[:12]}"


if __name__ == "__main__":
    if not DOCKETS.is_dir():
        sys.exit(f"Nothing to count: the pages stand in {SHARED}, which is not there.")
    print(*report(), sep="\n")
