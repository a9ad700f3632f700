"""Claims as pages list them: what is claimed, and where it stands against whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from docket.answers_due import answers_due
from docket.choices import ClaimEffect
from docket.claims import ClaimStatus, status_of
from docket.models import Claim, ClaimAgainst, ClaimEvent, Deadline
from docket.wording import Charge, note_of, standing_line


@dataclass
class Outcome:
    """The same standing of a claim against one or several parties."""

    words: str
    note: str
    status: ClaimStatus
    against: list[ClaimAgainst] = field(default_factory=list)
    due: list[Deadline] = field(default_factory=list)


@dataclass
class ClaimLine:
    """A claim with where it stands against whom."""

    claim: Any
    outcomes: list[Outcome]


def claim_lines(claims: Iterable[Claim]) -> list[ClaimLine]:
    """Each claim, the parties against whom it stands alike taken together."""
    return [ClaimLine(claim, outcomes_of(claim.against.all())) for claim in claims]


def outcomes_of(rows: Iterable[ClaimAgainst]) -> list[Outcome]:
    """The parties by where the claim against them stands; rows come with their events."""
    outcomes: dict[tuple[str, str, int | None], Outcome] = {}
    for row in rows:
        status = status_of(row)
        words, note, event = standing_line(status), note_on(row, status), cast("ClaimEvent | None", status.event)
        key = words, note, event.filing_id if event else None
        outcomes.setdefault(key, Outcome(words, note, status)).against.append(row)
    return list(outcomes.values())


def with_answers_due(lines: list[ClaimLine], on: date) -> list[ClaimLine]:
    """With the days, from that day on, by which those who have not answered are to; one query."""
    waiting = [outcome for line in lines for outcome in line.outcomes if outcome.status.effect == ClaimEffect.OPEN]
    due = answers_due([row for outcome in waiting for row in outcome.against], on) if waiting else {}
    for outcome in waiting:
        outcome.due = list(dict.fromkeys(due[row.pk] for row in outcome.against if row.pk in due))
    return lines


def note_on(row: ClaimAgainst, status: ClaimStatus) -> str:
    """The sentence that a decided claim owes its reader."""
    return note_of(status, row.case_party.party.name)


def claims_in_words(lines: Iterable[ClaimLine]) -> list[Charge]:
    """Claimants, title and those against whom, by name, for `docket.wording.digest`."""
    return [
        (
            tuple(party.name for party in line.claim.claimants),
            line.claim.title,
            tuple(row.case_party.party.name for outcome in line.outcomes for row in outcome.against),
        )
        for line in lines
    ]


def standings(lines: Iterable[ClaimLine]) -> list[tuple[str, ClaimStatus]]:
    """Every party against whom something is claimed, with where that stands."""
    return [
        (row.case_party.party.name, outcome.status)
        for line in lines
        for outcome in line.outcomes
        for row in outcome.against
    ]
