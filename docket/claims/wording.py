"""How the status of a claim is put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docket.choices import CLAIM_EVENT_RULES, ClaimEventKind, FilingState, Prejudice, Response
from docket.claims.families import ANSWERED_BY_FILINGS, SILENCE, Family

if TYPE_CHECKING:
    from docket.claims.status import Event

CHALLENGED = "challenged by motion"
ANSWERED_AFTER_DEFAULT = ", after default was entered"
VOID_PLEADING = {
    FilingState.STRICKEN: "pleading stricken",
    FilingState.WITHDRAWN: "pleading withdrawn",
    FilingState.FILED_IN_ERROR: "pleading filed in error",
}
RESPONSE_WORDS = {
    Response.ADMIT: "admitted",
    Response.DENY: "denied",
    Response.GENERAL_DENIAL: "denied",
    Response.ADMIT_IN_PART: "admitted in part, denied in part",
    Response.LACK_KNOWLEDGE: "denied for lack of knowledge",
    Response.NO_RESPONSE_REQUIRED: "no response required",
}
PREJUDICE_WORDS = {Prejudice.WITH: "with prejudice", Prejudice.WITHOUT: "without prejudice"}
SERVED = {ClaimEventKind.SERVED: "served", ClaimEventKind.SERVICE_WAIVED: "service waived"}
CONVICTED = "convicted"
UNORDERED = "the record does not say in what order these things happened"
# where the docket was not compared with the court's since: that nobody answered or decided is not known
UNDECIDED = ", not decided"
UNSAID = "this record does not say whether it was answered"
BROUGHT = {
    Family.SUIT: "pleaded",
    Family.PETITION: "petition filed",
    Family.ARBITRATION: "claim made",
    Family.PROOF: "proof of claim filed",
    Family.CHARGE: "charged",
    Family.CITATION: "cited",
    Family.ISSUE: SILENCE[Family.ISSUE],  # speaks of this record only
}
# a conviction on what is not the offense charged names it
OF_THE_OFFENSE = {
    ClaimEventKind.CONVICTED_LESSER: "convicted of {}, a lesser offense",
    ClaimEventKind.SENTENCED: "sentenced for {}",
}


def words_of(event: Event, family: Family = Family.SUIT, covered: bool = True) -> str:
    """What an event makes of a claim: “answered, denied”, “dismissed on motion with prejudice”.

    covered: whether silence may be spoken of; the docket was compared with the court's since.
    """
    if event.kind == ClaimEventKind.ASSERTED:
        return SILENCE[family] if covered else BROUGHT[family]
    if event.kind in SERVED:
        if family not in ANSWERED_BY_FILINGS:
            return SILENCE[family] if covered else BROUGHT[family]
        return (
            f"{SERVED[ClaimEventKind(event.kind)]}, {SILENCE[family]}"
            if covered
            else SERVED[ClaimEventKind(event.kind)]
        )
    words = CLAIM_EVENT_RULES[event.kind].status
    if event.offense:
        words = OF_THE_OFFENSE.get(ClaimEventKind(event.kind), f"{words} to {{}}").format(event.offense)
    if event.response:
        words += f", {RESPONSE_WORDS[Response(event.response)]}"
    if event.with_prejudice in PREJUDICE_WORDS:
        words += f" {PREJUDICE_WORDS[Prejudice(event.with_prejudice)]}"
    return words if covered else words.removesuffix(UNDECIDED)
