"""Where a claim against a party stands: derived from its dated events, in this one place, and never typed.

Pure: no ORM and no clock. `standing` takes events in any order; `status_of` a ClaimAgainst with its events loaded.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from docket.choices import CLAIM_EVENT_RULES, ClaimEffect, ClaimEventKind, Prejudice, Response

if TYPE_CHECKING:
    from docket.models import ClaimAgainst

INCOMPLETE = "record incomplete"
UNANSWERED = "no answer in this record"
RESPONSE_WORDS = {
    Response.ADMIT: "admitted",
    Response.DENY: "denied",
    Response.GENERAL_DENIAL: "denied",
    Response.ADMIT_IN_PART: "admitted in part, denied in part",
    Response.LACK_KNOWLEDGE: "denied for lack of knowledge",
    Response.NO_RESPONSE_REQUIRED: "no response required",
}
PREJUDICE_WORDS = {Prejudice.WITH: "with prejudice", Prejudice.WITHOUT: "without prejudice"}


class Event(Protocol):
    """What the derivation reads of an event."""

    pk: int
    kind: str
    date: date | None
    date_precision: str
    position: int
    response: str
    with_prejudice: str


@dataclass(frozen=True)
class ClaimStatus:
    """Where a claim stands. event: the one that made it so, None while nothing has happened in this record."""

    text: str
    effect: ClaimEffect
    event: Event | None = None

    @property
    def date(self) -> date | None:
        """The day of the event that made it so; its precision is the event's."""
        return self.event.date if self.event else None

    @property
    def precision(self) -> str:
        """How much of the date is known."""
        return self.event.date_precision if self.event else ""


def status_of(claim_against: ClaimAgainst) -> ClaimStatus:
    """The public status of a claim against a party; staff may have chosen “record incomplete” instead."""
    if claim_against.disclosure == claim_against.Disclosure.INCOMPLETE:
        return ClaimStatus(INCOMPLETE, ClaimEffect.NONE)
    return standing(claim_against.events.all())


def standing(events: Iterable[Event]) -> ClaimStatus:
    """Fold the events, oldest first, into where the claim stands."""
    now = ClaimStatus(UNANSWERED, ClaimEffect.OPEN)
    before_stay: ClaimStatus | None = None
    for event in sorted(events, key=_order):
        rule = CLAIM_EVENT_RULES[event.kind]
        new = ClaimStatus(_words(event), rule.effect, event)
        if event.kind == ClaimEventKind.STAY_LIFTED:
            now, before_stay = before_stay or new, None
        elif rule.effect == ClaimEffect.STAYED:
            before_stay = before_stay or now
            now = new
        elif rule.effect != ClaimEffect.NONE:
            now = _next(now, new)
    return now


def _order(event: Event) -> tuple[bool, date, int, int]:
    """Oldest first; one without a date first, as what it says cannot be newer than what is dated."""
    return event.date is not None, event.date or date.min, event.position, event.pk


def _next(now: ClaimStatus, new: ClaimStatus) -> ClaimStatus:
    if new.effect == ClaimEffect.OPEN and now.effect != ClaimEffect.OPEN:
        return now  # served again after the answer, charged again after the plea: nothing goes back
    if new.effect == ClaimEffect.ON_APPEAL and now.effect == ClaimEffect.DISPOSED:
        return replace(new, text=f"{now.text}; on appeal")
    if now.effect == ClaimEffect.ON_APPEAL and new.effect == ClaimEffect.DISPOSED:
        decided = now.text.removesuffix("; on appeal")
        return replace(
            new, text=f"{decided}; {new.text.removeprefix('decided, ')}" if decided != now.text else new.text
        )
    return new


def _words(event: Event) -> str:
    words = CLAIM_EVENT_RULES[event.kind].status
    if event.response:
        words += f", {RESPONSE_WORDS[Response(event.response)]}"
    if event.with_prejudice in PREJUDICE_WORDS:
        words += f" {PREJUDICE_WORDS[Prejudice(event.with_prejudice)]}"
    return words
