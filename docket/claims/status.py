"""The derivation: a claim's events, in any order, folded into where the claim stands. Pure: no ORM and no clock.

The rules, after DOMAIN 5.5: what is decided stays decided until something reopens it; a stay lies over what stood
before and is lifted from it; an appeal adds to a decision and never deletes it; an entered default stands until it is
set aside; a filing that is stricken, withdrawn or filed in error did nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from docket.choices import CLAIM_EVENT_RULES, ClaimEffect, FilingState, dates
from docket.choices import ClaimEventKind as Kind
from docket.claims.families import SILENCE, Family
from docket.claims.wording import ANSWERED_AFTER_DEFAULT, CHALLENGED, VOID_PLEADING, words_of

APPEAL_ENDED = (Kind.APPEAL_DISMISSED, Kind.AFFIRMED, Kind.MODIFIED_ON_APPEAL)
LEAVES_THE_APPEAL = (Kind.JUDGMENT_AMENDED, Kind.SENTENCED)
OVERTURNED = (
    Kind.REVERSED,
    Kind.VACATED,
    Kind.REMANDED_ON_APPEAL,
)  # reopens the claim, but decides the appeal's own issue
CARRIES_OUT_A_SETTLEMENT = (
    Kind.VOLUNTARILY_DISMISSED,
    Kind.DISMISSED_MOTION,
    Kind.DISMISSED_STIPULATED,
    Kind.CONSENT_JUDGMENT,
    Kind.CONSENT_AWARD,
)
PLEADED = (Kind.ASSERTED, Kind.CHARGED, Kind.CITED)
# How far an open claim has come: served again after a later step, it does not go back.
STEPS = {Kind.SERVED: 1, Kind.SERVICE_WAIVED: 1, Kind.ARRAIGNED: 1, Kind.PLEADED_NOT_GUILTY: 2, Kind.STAY_LIFTED: 2}
LAST_STEP = 3  # a default set aside


class Filed(Protocol):
    """What the derivation reads of a filing."""

    state: str


class Event(Protocol):
    """What the derivation reads of an event."""

    pk: int
    kind: str
    date: date | None
    date_precision: str
    position: int
    response: str
    with_prejudice: str

    @property
    def filing(self) -> Filed | None:
        """The filing that did it."""


@dataclass(frozen=True)
class ClaimStatus:
    """Where a claim stands.

    event: the one that made it so, None while nothing has happened in this record. decision: the one that decided it,
    where that stands. answer: the last one, where it has not been undone. settled: whether a settlement led there.
    is_certain: False where the record does not say in what order things happened, and that would matter.
    """

    text: str
    effect: ClaimEffect
    event: Event | None = None
    decision: Event | None = None
    answer: Event | None = None
    settled: bool = False
    is_certain: bool = True

    @property
    def date(self) -> date | None:
        """The day of the event that made it so; its precision is the event's."""
        return self.event.date if self.event else None

    @property
    def precision(self) -> str:
        """How much of the date is known."""
        return self.event.date_precision if self.event else ""


def status_from(events: Iterable[Event], family: Family = Family.SUIT) -> ClaimStatus:
    """Where the claim stands after these events."""
    known = list(events)
    status = _folded(sorted(known, key=oldest_first), family)
    if any(event.date is None or event.date_precision != "day" for event in known):
        late = _folded(sorted(known, key=_latest_possible), family)
        if (late.text, late.effect) != (status.text, status.effect):
            return replace(status, is_certain=False)
    return status


def oldest_first(event: Event) -> tuple[bool, date, int, int]:
    """By date; one without a date first, as what it says cannot be newer than what is dated."""
    return event.date is not None, event.date or date.min, event.position, event.pk


def _latest_possible(event: Event) -> tuple[date, int, int]:
    day = dates.last_day(event.date, event.date_precision) if event.date else date.max
    return day, event.position, event.pk


def _folded(events: Iterable[Event], family: Family) -> ClaimStatus:
    course = _Course(family)
    for event in events:
        course.take(event)
    return course.status()


class _Course:
    """What has been made of a claim so far; each attribute is the event that did it."""

    def __init__(self, family: Family) -> None:
        self.family = family
        self.opened: Event | None = None
        self.answer: Event | None = None
        self.default: Event | None = None
        self.motion: Event | None = None
        self.reopened: Event | None = None
        self.stay: Event | None = None
        self.decision: Event | None = None
        self.decided = ""
        self.appeal: Event | None = None
        self.appeal_ended: Event | None = None
        self.settled = self.pleaded = self.answered_after_default = False
        self.void_pleading: Event | None = None

    def take(self, event: Event) -> None:
        """One more event."""
        if event.filing is not None and event.filing.state != FilingState.OK:
            if event.kind in PLEADED:
                self.void_pleading = event
            return
        self.pleaded = self.pleaded or event.kind in (*PLEADED, Kind.AMENDED)
        if event.kind in APPEAL_ENDED:
            self._end_appeal(event)
        elif event.kind in OVERTURNED and self.family == Family.ISSUE:
            self._decide(event)
        elif event.kind == Kind.DEFAULTED:
            self._default(event)
        elif event.kind == Kind.DEFAULT_SET_ASIDE:
            self._set_default_aside(event)
        elif event.kind == Kind.STAY_LIFTED and self.stay:
            self.stay = None
        elif event.kind == Kind.MOVED_AGAINST:
            self.motion = event
        elif event.kind == Kind.MOTION_DENIED:
            self.motion = None
        else:
            self._take_by_effect(event)

    def _take_by_effect(self, event: Event) -> None:
        match CLAIM_EVENT_RULES[event.kind].effect:
            case ClaimEffect.OPEN:
                if self.opened is None or _step(event) >= _step(self.opened):
                    self.opened = event
            case ClaimEffect.ANSWERED:
                self._answer(event)
            case ClaimEffect.STAYED:
                self.stay = event
                self.appeal_ended = self.appeal_ended if self.decision else None
            case ClaimEffect.DISPOSED:
                self._decide(event)
            case ClaimEffect.ON_APPEAL:
                self.appeal, self.appeal_ended = event, None
            case ClaimEffect.REOPENED:
                self._reopen()
                self.reopened = event

    def _answer(self, event: Event) -> None:
        if self.family == Family.CHARGE:
            return  # a plea is no answer, and nothing else answers a charge
        self.answer = event
        self.answered_after_default = self.default is not None
        if self.decision is None:
            self.reopened = self.motion = self.appeal_ended = None

    def _default(self, event: Event) -> None:
        if self.family == Family.SUIT and self.decision is None:
            self.default, self.answered_after_default, self.reopened = event, False, None

    def _set_default_aside(self, event: Event) -> None:
        if self.decision is not None and self.decision.kind == Kind.DEFAULT_JUDGMENT:
            self._reopen()
        self.default = None
        self.opened = event

    def _decide(self, event: Event) -> None:
        self.decision, self.decided = event, words_of(event).removeprefix("pending, ")
        self.settled = event.kind == Kind.SETTLED or (self.settled and event.kind in CARRIES_OUT_A_SETTLEMENT)
        self.appeal_ended = self.motion = self.stay = self.reopened = None
        if event.kind not in LEAVES_THE_APPEAL:
            self.appeal = None

    def _reopen(self) -> None:
        self.decision = self.appeal = self.appeal_ended = self.stay = self.default = self.motion = None
        self.reopened, self.settled, self.decided = None, False, ""

    def _end_appeal(self, event: Event) -> None:
        self.appeal, self.appeal_ended = None, event
        if event.kind == Kind.MODIFIED_ON_APPEAL and self.decision:
            self.decided += f"; {_ending(event)}"
        elif event.kind != Kind.APPEAL_DISMISSED and not self.decision and not self.stay:
            # what was affirmed or modified is not in this record, but that it was decided is
            self._decide(event)

    def status(self) -> ClaimStatus:
        """Where that leaves the claim."""
        void = self.void_pleading if not self.pleaded else None
        if self.decision is None and void is not None and void.filing is not None:
            return ClaimStatus(VOID_PLEADING[FilingState(void.filing.state)], ClaimEffect.DISPOSED, void)
        status = self._on_appeal(self._decided() if self.decision else self._undecided())
        return replace(status, decision=self.decision, answer=self.answer, settled=self.settled)

    def _decided(self) -> ClaimStatus:
        if self.stay:
            return ClaimStatus(f"{self.decided}; {words_of(self.stay)}", ClaimEffect.DISPOSED, self.stay)
        return ClaimStatus(self.decided, ClaimEffect.DISPOSED, self.decision)

    def _undecided(self) -> ClaimStatus:
        if self.stay:
            return ClaimStatus(words_of(self.stay), ClaimEffect.STAYED, self.stay)
        if self.reopened:
            return ClaimStatus(words_of(self.reopened), ClaimEffect.REOPENED, self.reopened)
        if self.default and not self.answered_after_default:
            return ClaimStatus(words_of(self.default), ClaimEffect.OPEN, self.default)
        if self.answer:
            late = ANSWERED_AFTER_DEFAULT if self.default else ""
            return ClaimStatus(words_of(self.answer) + late, ClaimEffect.ANSWERED, self.answer)
        words = words_of(self.opened, self.family) if self.opened else SILENCE[self.family]
        if self.motion:
            return ClaimStatus(f"{words}; {CHALLENGED}", ClaimEffect.OPEN, self.motion)
        return ClaimStatus(words, ClaimEffect.OPEN, self.opened)

    def _on_appeal(self, status: ClaimStatus) -> ClaimStatus:
        if self.appeal:
            words = f"{status.text}; on appeal" if status.event else "on appeal"
            return ClaimStatus(words, ClaimEffect.ON_APPEAL, self.appeal)
        if (ended := self.appeal_ended) is None or ended is self.decision:
            return status
        if ended.kind == Kind.MODIFIED_ON_APPEAL and self.decision:
            return replace(status, event=ended)
        return replace(status, text=f"{status.text}; {_ending(ended)}", event=ended)


def _step(event: Event) -> int:
    return LAST_STEP if event.kind == Kind.DEFAULT_SET_ASIDE else STEPS.get(Kind(event.kind), 0)


def _ending(event: Event) -> str:
    return words_of(event).removeprefix("decided, ")
