"""How the status of a claim is put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docket.choices import CLAIM_EVENT_RULES, ClaimEventKind, FilingState, Prejudice, Response
from docket.claims.families import SILENCE, Family

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
SERVED = {
    ClaimEventKind.SERVED: "served, ",
    ClaimEventKind.SERVICE_WAIVED: "service waived, ",
}
ANSWERED_BY_FILINGS = (Family.SUIT, Family.ARBITRATION, Family.PROOF)


def words_of(event: Event, family: Family = Family.SUIT) -> str:
    """What an event makes of a claim: “answered, denied”, “dismissed on motion with prejudice”."""
    if event.kind == ClaimEventKind.ASSERTED:
        return SILENCE[family]
    if event.kind in SERVED:
        served = SERVED[ClaimEventKind(event.kind)] if family in ANSWERED_BY_FILINGS else ""
        return served + SILENCE[family]
    words = CLAIM_EVENT_RULES[event.kind].status
    if event.response:
        words += f", {RESPONSE_WORDS[Response(event.response)]}"
    if event.with_prejudice in PREJUDICE_WORDS:
        words += f" {PREJUDICE_WORDS[Prejudice(event.with_prejudice)]}"
    return words
