"""The mark of an outcome: a shape for where a claim stands against a party, always beside the words that say it.

Pure: a derived status in, a mark out. A mark groups outcomes, so it never says more than the words do: what the record
does not place (a judgment by default, a ruling without the side that won, an issue decided on appeal) is “decided”.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from enum import StrEnum
from typing import cast

from docket.choices import ClaimEffect, ClaimEventKind, Prejudice, PrevailingSide
from docket.claims import ClaimStatus, Family
from docket.models import ClaimEvent

K = ClaimEventKind


class Mark(StrEnum):
    """The values are the classes of claims.css."""

    PENDING = "o"
    STAYED = "w"
    UPHELD = "y"
    IN_PART = "h"
    REJECTED = "n"
    SETTLED = "g"
    DECIDED = "d"
    ENDED = "x"
    UNKNOWN = "u"


# In the order of a key: what each mark means there, and how one of them is counted.
MEANINGS: dict[Mark, tuple[str, str]] = {
    Mark.PENDING: ("not finally decided in this record", "not finally decided"),
    Mark.STAYED: ("stayed, held or deferred", "stayed"),
    Mark.UPHELD: ("upheld: for the claimant, convicted, citation affirmed", "upheld"),
    Mark.IN_PART: ("upheld in part or modified", "upheld in part"),
    Mark.REJECTED: ("rejected: against the claimant, acquitted, citation vacated", "rejected"),
    Mark.SETTLED: ("settled or agreed", "settled"),
    Mark.DECIDED: ("decided otherwise: the words say how", "decided"),
    Mark.ENDED: ("ended without a finding", "ended without a finding"),
    Mark.UNKNOWN: ("record incomplete", "record incomplete"),
}
LIVE = (Mark.PENDING, Mark.STAYED)
OF_CHARGES = {Mark.UPHELD: "convicted", Mark.REJECTED: "acquitted"}

BY_EFFECT = {ClaimEffect.STAYED: Mark.STAYED, ClaimEffect.NONE: Mark.UNKNOWN}
FOUND_FOR = {
    PrevailingSide.ASSERTING: Mark.UPHELD,
    PrevailingSide.RESPONDING: Mark.REJECTED,
    PrevailingSide.SPLIT: Mark.IN_PART,
}
FINDINGS = (K.VERDICT, K.BENCH_JUDGMENT, K.SUMMARY_JUDGMENT, K.JMOL_DIRECTED_VERDICT, K.JUDGMENT_ON_PLEADINGS, K.AWARD)
SETTLEMENTS = (K.SETTLED, K.CONSENT_JUDGMENT, K.CONSENT_AWARD)
BY_DECISION = {
    K.CONVICTED: Mark.UPHELD,
    K.SENTENCED: Mark.UPHELD,
    K.ACQUITTED: Mark.REJECTED,
    K.CLAIM_UPHELD: Mark.UPHELD,
    K.CLAIM_NOT_UPHELD: Mark.REJECTED,
    K.CITATION_AFFIRMED: Mark.UPHELD,
    K.CITATION_MODIFIED: Mark.IN_PART,
    K.CITATION_VACATED: Mark.REJECTED,
}
ENDINGS = frozenset(
    {
        *(K.VOLUNTARILY_DISMISSED, K.DISMISSED_MOTION, K.DISMISSED_WANT_OF_PROSECUTION, K.DISMISSED_STIPULATED),
        *(K.WITHDRAWN, K.SUPERSEDED, K.MERGED, K.MOOT, K.REMOVED, K.REMANDED, K.TRANSFERRED, K.SEVERED),
        *(K.CONSOLIDATED, K.ARBITRATION_TERMINATED, K.NOLLE_PROSEQUI, K.DISMISSED_CRIMINAL),
        *(K.DISCONTINUED, K.LIES_ON_FILE),
    }
)


def mark_of(status: ClaimStatus, family: Family) -> Mark:
    """The mark of a status; of what cannot be placed DECIDED, which says only that it is over."""
    if status.effect != ClaimEffect.DISPOSED:
        return BY_EFFECT.get(status.effect, Mark.PENDING)
    if (decision := cast("ClaimEvent | None", status.decision)) is None:
        return Mark.ENDED  # its pleading was stricken, withdrawn or filed in error
    if family == Family.ISSUE:
        return Mark.DECIDED  # for whom an appeal went depends on what was decided below
    return _of_decision(decision, settled=status.settled)


def _of_decision(decision: ClaimEvent, settled: bool) -> Mark:
    kind = ClaimEventKind(decision.kind)
    if settled or kind in SETTLEMENTS:
        return Mark.SETTLED
    if kind in FINDINGS:
        return FOUND_FOR.get(PrevailingSide(decision.prevailing or PrevailingSide.NOT_STATED), Mark.DECIDED)
    if kind in ENDINGS:
        with_prejudice = kind == K.DISMISSED_MOTION and decision.with_prejudice == Prejudice.WITH
        return Mark.DECIDED if with_prejudice else Mark.ENDED
    return BY_DECISION.get(kind, Mark.DECIDED)


def counted(marks: Mapping[Mark, int], of_charges: Container[Mark] = ()) -> list[tuple[Mark, str]]:
    """“2 stayed”, “1 upheld”, in the order of the key; of_charges: which marks are of charges alone (“1 acquitted”)."""
    words = {mark: short for mark, (_, short) in MEANINGS.items()}
    words |= {mark: word for mark, word in OF_CHARGES.items() if mark in of_charges}
    return [(mark, f"{marks[mark]} {words[mark]}") for mark in MEANINGS if marks.get(mark)]
