"""Who claims what from whom, as rows: every claim of a case or a matter against every party, the live ones first.

Three queries and those for what is due. Where there are more outcomes than a page can hold, the page shows the table
of `docket.site.grid.page` instead, window by window.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from docket.choices import CaseCategory
from docket.claims import ClaimStatus, Family, family_of
from docket.claims.certainty import of_claim
from docket.law.count_numbers import counts_in
from docket.site.grid.marks import LIVE, MEANINGS, Mark, counted, mark_of
from docket.site.grid.page import Cell, cell_of, charge_of, say_what_is_due, stands
from docket.site.grid.question import GridQuestion
from docket.site.grid.records import MOST_CLAIMS, Claims, cells_of
from docket.site.wording import Charge
from parties.models import Party

MOST_OUTCOMES = 600
FIRST_LIVE, FIRST_OUTCOMES = 8, 6
MOST_MARKS = 20
NOBODY = "someone not in this record"


@dataclass
class Outcome:
    """A claim against a party, with its mark and where it stands."""

    claim: Any
    party: Party
    cell: Cell
    mark: Mark

    @property
    def is_live(self) -> bool:
        """Whether it is still to be decided."""
        return self.mark in LIVE


class Tally:
    """What is counted of some outcomes; a mark that charges alone have, in the words of charges."""

    def __init__(self, outcomes: Iterable[Outcome]) -> None:
        known = list(outcomes)
        self.marks = Counter(outcome.mark for outcome in known)
        others = {outcome.mark for outcome in known if family_of(outcome.claim.kind) != Family.CHARGE}
        self.of_charges = set(self.marks) - others

    @property
    def counts(self) -> list[tuple[Mark, str]]:
        """The mark and “2 pending”, in the order of the key."""
        return counted(self.marks, self.of_charges)

    @property
    def words(self) -> str:
        """The counts in words, such as “2 pending, 1 upheld”."""
        return ", ".join(words for _, words in self.counts)

    @property
    def row(self) -> list[Mark]:
        """A mark for each outcome, in the order of the key; of very many none, as the words count them."""
        marks = [mark for mark in MEANINGS for _ in range(self.marks[mark])]
        return marks if len(marks) <= MOST_MARKS else []


@dataclass
class ClaimLine:
    """A claim with all its outcomes."""

    claim: Any
    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def is_live(self) -> bool:
        """Whether it is still to be decided against anybody, or nobody is known against whom it is."""
        return not self.outcomes or any(outcome.is_live for outcome in self.outcomes)


@dataclass
class Claimants:
    """The claims of the same people in one proceeding."""

    by: str
    lines: list[ClaimLine]

    @property
    def footing(self) -> str:
        """“alleged”; “” where they do not all stand on the same."""
        footings = {of_claim(line.claim) for line in self.lines}
        return footings.pop() if len(footings) == 1 else ""


@dataclass
class Suit:
    """The claims of one proceeding."""

    case: Any
    lines: list[ClaimLine]

    @property
    def category(self) -> str:
        """The sort of case in words, such as “Civil”."""
        return str(CaseCategory(self.case.category).label)

    @property
    def live(self) -> list[Claimants]:
        """What is still to be decided, by claimant."""
        return _by_claimant(line for line in self.lines if line.is_live)

    @property
    def ended(self) -> list[Claimants]:
        """What is decided or ended, by claimant."""
        return _by_claimant(line for line in self.lines if not line.is_live)

    @property
    def ended_count(self) -> int:
        """How many claims are decided or ended."""
        return sum(not line.is_live for line in self.lines)

    @cached_property
    def tally(self) -> Tally:
        """How many of its outcomes are of each sort, such as “2 pending, 1 upheld”."""
        return Tally(outcome for line in self.lines for outcome in line.outcomes)


@dataclass
class Person:
    """A party and everything that is claimed from it. shown: what is live, and some of the rest; folded: the others."""

    party: Party
    outcomes: list[Outcome]
    shown: list[Outcome] = field(default_factory=list)
    folded: list[Outcome] = field(default_factory=list)

    @cached_property
    def tally(self) -> Tally:
        """How many of its outcomes are of each sort, such as “2 pending, 1 upheld”."""
        return Tally(self.outcomes)


@dataclass
class Overview:
    """All claims of a case or a matter."""

    question: GridQuestion
    lines: list[ClaimLine]
    charges: list[Charge]

    is_whole = True

    @property
    def outcomes(self) -> list[Outcome]:
        """Every claim against every party."""
        return [outcome for line in self.lines for outcome in line.outcomes]

    @property
    def statuses_named(self) -> list[tuple[str, ClaimStatus]]:
        """Every party against whom something is claimed with where that stands."""
        return [(outcome.party.name, outcome.cell.status) for outcome in self.outcomes]

    @property
    def counts(self) -> list[ClaimStatus]:
        """Where each count stands, as often as the lines name counts: “BANK FRAUD(5-20)” is sixteen."""
        shown = [(outcome.claim.title, outcome.cell.status) for outcome in self.outcomes]
        return [status for title, status in shown for _ in range(counts_in(title))]

    @cached_property
    def suits(self) -> list[Suit]:
        """By proceeding, those with something still to be decided first, each part in the matter's order."""
        by_case: dict[int, Suit] = {}
        for line in self.lines:
            by_case.setdefault(line.claim.case_id, Suit(line.claim, [])).lines.append(line)
        return sorted(by_case.values(), key=lambda suit: not suit.live)

    @cached_property
    def persons(self) -> list[Person]:
        """By the party they are against: those with something still to be decided first, and each one's live claims."""
        by_party: dict[int, Person] = {}
        for outcome in self.outcomes:
            by_party.setdefault(outcome.party.pk, Person(outcome.party, [])).outcomes.append(outcome)
        persons = sorted(by_party.values(), key=lambda person: not any(one.is_live for one in person.outcomes))
        _choose_shown(persons)
        return persons

    @property
    def usual(self) -> tuple[str, str]:
        """By whom most of it is claimed, and on what footing: said once, above."""
        by = Counter(", ".join(line.claim.by) or NOBODY for line in self.lines)
        footing = Counter(of_claim(line.claim) for line in self.lines)
        return by.most_common(1)[0][0], footing.most_common(1)[0][0]

    @property
    def first_persons(self) -> list[Person]:
        """Those of whom something is shown at once."""
        return [person for person in self.persons if person.shown]

    @property
    def other_persons(self) -> list[Person]:
        """Those who are folded away."""
        return [person for person in self.persons if not person.shown]

    @property
    def other_tally(self) -> Tally:
        """Of those who are folded away."""
        return Tally(outcome for person in self.other_persons for outcome in person.outcomes)

    @property
    def against_nobody(self) -> list[ClaimLine]:
        """Claims of which the record does not say against whom they are."""
        return [line for line in self.lines if not line.outcomes]

    @property
    def key(self) -> list[tuple[Mark, int, str]]:
        """The marks that occur, how often, and what they mean."""
        marks = Counter(outcome.mark for outcome in self.outcomes)
        return [(mark, marks[mark], meaning) for mark, (meaning, _) in MEANINGS.items() if marks[mark]]

    @property
    def are_charges(self) -> bool:
        """Whether all of it is the counts of criminal proceedings."""
        return bool(self.lines) and all(line.claim.category == CaseCategory.CRIMINAL for line in self.lines)


def overview_of(read: Claims, question: GridQuestion, today: date) -> Overview | None:
    """All claims in their last version with where each stands; None where they are too many for rows."""
    claims, named = read
    known = [claim for claim in claims[:MOST_CLAIMS] if stands(claim, None)]
    if len(claims) > MOST_CLAIMS or sum(len(claim.against) for claim in known) > MOST_OUTCOMES:
        return None
    lines = {claim.id: ClaimLine(claim) for claim in known}
    for claim in known:
        claim.by = [named[pk].name for pk in claim.claimants]
    cells = cells_of(lines, {pk for claim in known for pk in claim.against}) if known else []
    shown = []
    for row in cells:
        line, party = lines[row.claim_id], named[row.party_id]
        shown.append(cell_of(row, line.claim, party.name))
        mark = mark_of(shown[-1].status, family_of(line.claim.kind))
        line.outcomes.append(Outcome(line.claim, party, shown[-1], mark))
    say_what_is_due(shown, today)
    return Overview(question, list(lines.values()), [charge_of(claim, named) for claim in known])


def _choose_shown(persons: list[Person]) -> None:
    """What is shown at once: what is still to be decided, and as far as there is room what is decided or ended."""
    room = FIRST_LIVE
    for person in persons:
        live = [outcome for outcome in person.outcomes if outcome.is_live]
        person.shown = live[: max(room, 0)]
        room -= len(live)
    room += FIRST_OUTCOMES - FIRST_LIVE
    for person in persons:
        ended = [outcome for outcome in person.outcomes if not outcome.is_live]
        person.shown += ended[: max(room, 0)]
        room -= len(ended)
        person.folded = [outcome for outcome in person.outcomes if outcome not in person.shown]


def _by_claimant(lines: Iterable[ClaimLine]) -> list[Claimants]:
    """In the order of the pleadings; claims of the same people that stand together share one heading."""
    groups: list[Claimants] = []
    for line in lines:
        by = ", ".join(line.claim.by) or NOBODY
        if not groups or groups[-1].by != by:
            groups.append(Claimants(by, []))
        groups[-1].lines.append(line)
    return groups
