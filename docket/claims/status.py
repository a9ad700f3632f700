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

from docket.choices import CLAIM_EVENT_RULES, Beside, ClaimEffect, FilingState, dates
from docket.choices import ClaimEventKind as Kind
from docket.claims.families import ANSWERED_BY_FILINGS, SILENCE, Family
from docket.claims.wording import (
    ANSWERED_AFTER_DEFAULT,
    BROUGHT,
    CHALLENGED,
    CONVICTED,
    UNORDERED,
    UNSAID,
    VOID_PLEADING,
    words_of,
)

APPEAL_ENDED = (
    *(Kind.APPEAL_DISMISSED, Kind.AFFIRMED, Kind.MODIFIED_ON_APPEAL),
    *(Kind.APPEAL_WITHDRAWN, Kind.PERMISSION_REFUSED, Kind.CERTIORARI_DENIED),
)
# an ending that shows that something was decided, where the decision itself is not in this record
SHOWS_A_DECISION = (Kind.AFFIRMED, Kind.MODIFIED_ON_APPEAL)
# said beside a conviction that they leave, and with them the appeal is over
ENDS_THE_APPEAL = (Kind.SENTENCE_VACATED, Kind.REMANDED_RESENTENCING)
# reopens the claim, but decides the appeal's own issue
OVERTURNED = (Kind.REVERSED, Kind.VACATED, Kind.REMANDED_ON_APPEAL, Kind.REMANDED_NEW_TRIAL)
CARRIES_OUT_A_SETTLEMENT = (
    Kind.VOLUNTARILY_DISMISSED,
    Kind.DISMISSED_MOTION,
    Kind.DISMISSED_STIPULATED,
    Kind.CONSENT_JUDGMENT,
    Kind.CONSENT_AWARD,
)
PLEADED = (Kind.ASSERTED, Kind.CHARGED, Kind.CITED)
# without the conviction itself in this record, these say that there was one
IMPLIES_A_CONVICTION = (*(Kind.SENTENCE_VACATED, Kind.REMANDED_RESENTENCING, Kind.COMMUTED, Kind.SENTENCE_ENHANCED),)
# How far an open claim has come: served again after a later step, it does not go back.
STEPS = {
    Kind.SERVED: 1,
    Kind.SERVICE_WAIVED: 1,
    Kind.ARRAIGNED: 1,
    Kind.PLEADED_NOT_GUILTY: 2,
    Kind.STAY_LIFTED: 2,
    Kind.DEFERRAL_ENDED: 2,
}
LAST_STEP = 3  # a default set aside
# said of a claim only while it is pending
WHILE_PENDING = (Beside.PLEADING, Beside.SUBMISSION, Beside.PART_DECIDED, Beside.TRIAL)
# true whatever is decided or reopened
LASTING = (Beside.CLASS, Beside.OPTING_OUT, Beside.DEATH)


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
    offense: str

    @property
    def filing(self) -> Filed | None:
        """The filing that did it."""


@dataclass(frozen=True)
class Part:
    """One thing that is said of a claim, and the event that it describes; None where it describes no event."""

    words: str
    event: Event | None = None


@dataclass(frozen=True)
class ClaimStatus:
    """Where a claim stands.

    parts: what is said, each with the event that it rests on. decision: the event that decided it, where that stands;
    what only adds to it (a sentence, an amended judgment) leaves it. answer: the last, where it has not been undone.
    settled: whether a settlement led there. is_silent: whether it says that there is no answer. is_certain: False where
    the record does not say in what order things happened, and that would matter: then the parts are what is said in
    either order, and the effect is NONE where it depends on that. family: by what rules the claim is answered.
    """

    parts: tuple[Part, ...]
    effect: ClaimEffect
    decision: Event | None = None
    answer: Event | None = None
    settled: bool = False
    is_silent: bool = False
    is_certain: bool = True
    family: Family = Family.SUIT

    @property
    def text(self) -> str:
        """“Decided by jury verdict; on appeal”, without the days."""
        return "; ".join(part.words for part in self.parts)

    @property
    def event(self) -> Event | None:
        """The last event that is spoken of, None while nothing has happened in this record."""
        return next((part.event for part in reversed(self.parts) if part.event), None)

    @property
    def date(self) -> date | None:
        """The day of the event that made it so; its precision is the event's."""
        return self.event.date if self.event else None

    @property
    def precision(self) -> str:
        """How much of the date is known."""
        return self.event.date_precision if self.event else ""


def status_from(events: Iterable[Event], family: Family = Family.SUIT, compared: date | None = None) -> ClaimStatus:
    """Where the claim stands after these events.

    compared: the day on which the docket was last compared with the court's; only then, and only of what had happened
    by that day, is it said that there is no answer or decision.
    """
    known = list(events)
    status = _folded(sorted(known, key=oldest_first), family, compared)
    if any(event.date is None or event.date_precision != "day" for event in known):
        late = _folded(sorted(known, key=_latest_possible), family, compared)
        if (late.text, late.effect) != (status.text, status.effect):
            return _in_either_order(status, late)
    return status


def _in_either_order(early: ClaimStatus, late: ClaimStatus) -> ClaimStatus:
    """What is said where the one or the other came first: neither order is told for the true one."""
    said = {(part.words, id(part.event)) for part in early.parts}
    others = tuple(part for part in late.parts if (part.words, id(part.event)) not in said)
    parts = (*early.parts, *others, Part(UNORDERED))
    agreed = (early.effect, early.decision and early.decision.kind) == (
        late.effect,
        late.decision and late.decision.kind,
    )
    effect = early.effect if agreed else ClaimEffect.NONE
    return replace(early, parts=parts, effect=effect, is_silent=False, is_certain=False)


def oldest_first(event: Event) -> tuple[bool, date, int, int]:
    """By date; one without a date first, as what it says cannot be newer than what is dated."""
    return event.date is not None, event.date or date.min, event.position, event.pk


def _latest_possible(event: Event) -> tuple[date, int, int]:
    day = dates.last_day(event.date, event.date_precision) if event.date else date.max
    return day, event.position, event.pk


def _folded(events: Iterable[Event], family: Family, compared: date | None) -> ClaimStatus:
    course = _Course(family, compared)
    for event in events:
        course.take(event)
    return course.status()


class _Course:
    """What has been made of a claim so far; each attribute is the event that did it."""

    def __init__(self, family: Family, compared: date | None) -> None:
        self.family, self.compared = family, compared
        self.order: dict[int, int] = {}
        self.opened: Event | None = None
        self.answer: Event | None = None
        self.default: Event | None = None
        self.motion: Event | None = None
        self.reopened: Event | None = None
        self.stay: Event | None = None
        self.decision: Event | None = None
        self.beside: dict[Beside, Event] = {}
        self.appeal: Event | None = None
        self.appeal_ended: Event | None = None
        self.settled = self.pleaded = self.answered_after_default = False
        self.void_pleading: Event | None = None

    def take(self, event: Event) -> None:
        """Take one more event into account; events come the oldest first."""
        if event.filing is not None and event.filing.state != FilingState.OK:
            if event.kind in PLEADED:
                self.void_pleading = event
            return
        self.order[id(event)] = len(self.order)
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
        elif (sort := CLAIM_EVENT_RULES[event.kind].beside) is not None:
            self._say_beside(event, sort)
        else:
            self._take_by_effect(event)

    def _say_beside(self, event: Event, sort: Beside) -> None:
        """What stands stays; with nothing to stand beside, a decision's sequel is all that is known of the decision."""
        decides = CLAIM_EVENT_RULES[event.kind].effect == ClaimEffect.DISPOSED
        if decides and (self.decision is None or CLAIM_EVENT_RULES[self.decision.kind].beside == sort):
            self._decide(event)
        elif self.decision is None or sort not in WHILE_PENDING:
            self.beside[sort] = event
        if event.kind in ENDS_THE_APPEAL:
            self.appeal = self.appeal_ended = None

    def _take_by_effect(self, event: Event) -> None:
        match CLAIM_EVENT_RULES[event.kind].effect:
            case ClaimEffect.OPEN:
                self.stay = None if event.kind == Kind.DEFERRAL_ENDED else self.stay
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
            self.beside.pop(Beside.PLEADING, None)

    def _default(self, event: Event) -> None:
        if self.family in (Family.SUIT, Family.PETITION) and self.decision is None:
            self.default, self.answered_after_default, self.reopened = event, False, None

    def _set_default_aside(self, event: Event) -> None:
        if self.decision is not None and self.decision.kind == Kind.DEFAULT_JUDGMENT:
            self._reopen()
        self.default = None
        self.opened = event

    def _decide(self, event: Event) -> None:
        self.decision = event
        self._keep_what_lasts()
        self.settled = event.kind == Kind.SETTLED or (self.settled and event.kind in CARRIES_OUT_A_SETTLEMENT)
        self.appeal_ended = self.motion = self.stay = self.reopened = None
        if CLAIM_EVENT_RULES[event.kind].beside is None or event.kind in APPEAL_ENDED:
            self.appeal = None

    def _reopen(self) -> None:
        self.decision = self.appeal = self.appeal_ended = self.stay = self.default = self.motion = None
        self.reopened, self.settled = None, False
        self._keep_what_lasts()

    def _keep_what_lasts(self) -> None:
        self.beside = {sort: event for sort, event in self.beside.items() if sort in LASTING}

    def _end_appeal(self, event: Event) -> None:
        self.appeal, self.appeal_ended = None, event
        if event.kind == Kind.MODIFIED_ON_APPEAL and self.decision:
            self.beside[Beside.MODIFICATION] = event
        elif event.kind in SHOWS_A_DECISION and not self.decision and not self.stay:
            # what was affirmed or modified is not in this record, but that it was decided is
            self._decide(event)

    def status(self) -> ClaimStatus:
        """Where that leaves the claim."""
        void = self.void_pleading if not self.pleaded else None
        if self.decision is None and void is not None and void.filing is not None:
            words = VOID_PLEADING[FilingState(void.filing.state)]
            return ClaimStatus((Part(words, void),), ClaimEffect.DISPOSED, family=self.family)
        parts, effect, silent = self._decided(self.decision) if self.decision else self._undecided()
        parts += self._afterwards()
        if self.appeal:
            words = words_of(self.appeal)
            parts = [*parts, Part(words, self.appeal)] if parts[-1].event else [Part(words, self.appeal)]
            effect, silent = ClaimEffect.ON_APPEAL, False
        known = self.decision, self.answer, self.settled, silent
        return ClaimStatus(tuple(parts), effect, *known, family=self.family)

    def _decided(self, decision: Event) -> tuple[list[Part], ClaimEffect, bool]:
        parts = [Part(words_of(decision).removeprefix("pending, "), decision)]
        if decision.kind in IMPLIES_A_CONVICTION:
            parts.insert(0, Part(CONVICTED))
        return parts, ClaimEffect.DISPOSED, False

    def _afterwards(self) -> list[Part]:
        """What is said beside what stands, in the order in which it happened."""
        ended = self.appeal_ended
        if ended is self.decision or (self.decision and ended and ended.kind == Kind.MODIFIED_ON_APPEAL):
            ended = None
        stay = self.stay if self.decision else None
        found = [event for event in (*self.beside.values(), ended, stay) if event]
        found.sort(key=lambda event: self.order[id(event)])
        return [Part(words_of(event).removeprefix("decided, "), event) for event in found]

    def _undecided(self) -> tuple[list[Part], ClaimEffect, bool]:
        if self.stay:
            words = words_of(self.stay, self.family, self._is_covered(self.stay))
            return [Part(words, self.stay)], ClaimEffect.STAYED, False
        if self.reopened:
            return [Part(words_of(self.reopened), self.reopened)], ClaimEffect.REOPENED, False
        if self.default and not self.answered_after_default:
            return [Part(words_of(self.default), self.default)], ClaimEffect.OPEN, False
        if self.answer:
            late = ANSWERED_AFTER_DEFAULT if self.default else ""
            return [Part(words_of(self.answer) + late, self.answer)], ClaimEffect.ANSWERED, False
        return self._silent()

    def _silent(self) -> tuple[list[Part], ClaimEffect, bool]:
        covered = self.family == Family.ISSUE or self._is_covered(self.opened)
        if self.opened:
            parts = [Part(words_of(self.opened, self.family, covered), self.opened)]
        else:
            unsaid = UNSAID if self.family in ANSWERED_BY_FILINGS else BROUGHT[self.family]
            parts = [Part(SILENCE[self.family] if covered else unsaid)]
        if self.motion:
            parts.append(Part(CHALLENGED, self.motion))
        silent = covered and SILENCE[self.family] in parts[0].words
        return parts, ClaimEffect.OPEN, silent

    def _is_covered(self, last: Event | None) -> bool:
        """Whether the docket was compared with the court's after the last that happened: what brought it, served it."""
        if self.compared is None or last is None:
            return self.compared is not None
        return last.date is not None and dates.last_day(last.date, last.date_precision) <= self.compared


def _step(event: Event) -> int:
    return LAST_STEP if event.kind == Kind.DEFAULT_SET_ASIDE else STEPS.get(Kind(event.kind), 0)
