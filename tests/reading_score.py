"""How a reading is counted against the labelled samples (`reading_sample`): `python -m tests.reading_score`.

"linked entries" counts what is read; the other lines about links count what comes into the record: a number that the
docket does not have, or that is the line's own, links to nothing. `--table` writes `docket/law/reading/measured.py`.
Every figure has the lower end of its 95 % interval.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docket.law.reading import DateKind, Reading, read_line, ruled_on
from docket.law.reading.measuring import wilson_lower
from docket.law.reading.names import Names
from tests import reading_chain, reading_flp, reading_opposite, reading_unseen
from tests.reading_sample import Entry, sample
from tests.shared import DOCKETS

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


# kinds of filing for which there was no word when these samples were labelled
LATER = ("admin.", "bk.", "trial.", "crim.", "notice.")


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
            f"{self.right + self.missed:>5} in the sample, precision {self.precision:7.1%}"
            f" (at least {wilson_lower(self.right, self.right + self.wrong):.1%}), recall {self.recall:7.1%}"
            f" (at least {wilson_lower(self.right, self.right + self.missed):.1%})"
            f"   {self.right} right, {self.wrong} wrong, {self.missed} missed"
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


def score(half: str, name: str = "reading") -> Scores:
    """Read every entry of a half of a sample and count."""
    scores = Scores()
    for entry in (entry for entry in sample(name) if entry.half == half):
        reading = read_line("", entry.text) if entry.is_short else read_line(entry.text, "")
        if name == "filer":
            _score_filers(scores, entry, reading)
            continue
        if name == "reading":
            _score_type(scores, entry, reading)
        _score_links(scores, entry, reading)
        _score_dates(scores, entry, reading)
    return scores


def _score_type(scores: Scores, entry: Entry, reading: Reading) -> None:
    found = reading.filing_type
    if not entry.first_type and found.startswith(LATER):
        return
    right = found if found in entry.types else entry.first_type
    scores.note("the exact type", {found} - {""}, {right} - {""}, entry)
    group, expected = group_of(found), group_of(right)
    if found not in entry.types and group in {group_of(name) for name in entry.types}:
        expected = group
    for name in sorted({group, expected} - {""}):
        scores.note(name, {name} & {group}, {name} & {expected}, entry)


def _score_links(scores: Scores, entry: Entry, reading: Reading) -> None:
    targets = {link.target for link in entry.links}
    scores.note("linked entries", {link.target for link in reading.links}, targets, entry)
    kept = {link.target for link in reading.links} & entry.others
    scores.note("links in the record", kept, targets & entry.others, entry)
    links = [link for link in ruled_on(reading.links, entry.type_of) if link.target in entry.others]
    found = {(link.kind, link.target) for link in links}
    labelled = [link for link in entry.links if link.target in entry.others]
    expected = set()
    for link in labelled:
        fits = {(kind, link.target) for kind in link.kinds} & found
        expected |= fits or {(min(link.kinds), link.target)}
    scores.note("links with their kind", found, expected, entry)
    outcomes = {(link.target, link.outcome) for link in links if link.outcome}
    decided = {(link.target, link.outcome): link.is_sure for link in labelled if link.outcome}
    scores.note("outcomes", outcomes, {said for said, is_sure in decided.items() if is_sure or said in outcomes}, entry)


def _score_dates(scores: Scores, entry: Entry, reading: Reading) -> None:
    letters = {DateKind.HEARING: "H", DateKind.DEADLINE: "D"}
    found = {f"{letters[day.kind]}:{day.day.isoformat()}" for day in reading.dates}
    for letter, name in (("H", "hearings"), ("D", "deadlines")):
        scores.note(name, {day for day in found if day[0] == letter}, {d for d in entry.dates if d[0] == letter}, entry)


def _score_filers(scores: Scores, entry: Entry, reading: Reading) -> None:
    """A party that stands in the list twice, in two roles, is one."""
    first = {name: place for place, name in reversed([*enumerate(entry.parties)])}
    found = set(Names((name, place) for name, place in first.items()).first_listed(reading.filers))
    expected = {first[entry.parties[place]] for place in entry.filers}
    scores.note("filers", found, expected | (entry.perhaps_filers & found), entry)


def group_of(filing_type: str) -> str:
    """The name under which a type is counted."""
    return next((name for name, starts in GROUPS.items() if filing_type.startswith(starts)), "")


def lines(half: str) -> Iterator[str]:
    """The tables of one half."""
    for name in ("reading", "ruling", "filer"):
        entries = Counter(entry.half for entry in sample(name))
        yield f"{half}, {name} sample: {entries[half]} entries"
        for what, counted in score(half, name).of.items():
            yield f"  {what:<22} {counted}"


if __name__ == "__main__":
    if not DOCKETS.is_dir():
        sys.exit(f"Nothing to count: the labelled texts stand in {DOCKETS}, which is not there.")
    if "--table" in sys.argv:
        reading_unseen.MEASURED.write_text(reading_unseen.table())
        sys.exit()
    print("courts that no rule was written for", *reading_unseen.report(), sep="\n")
    print(*reading_flp.report(), sep="\n")
    for half in ("open", "held"):
        print("\n".join(lines(half)))
    print(reading_opposite.report(), "other proceedings that pages name", *reading_chain.report(), sep="\n")
