"""Histories of claims, and where each leaves the claim, read the way a clerk would: by looking back from the end.

Written apart from `docket.claims`, which goes forward event by event: tests/claims/test_claims.py compares the two.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any

from hypothesis import strategies as st

from docket.choices import CLAIM_EVENT_RULES, ClaimEffect, ClaimEventKind, Prejudice, Response
from docket.claims import SILENCE, Family
from docket.claims.wording import RESPONSE_WORDS

ids = count(1)
# One kind of each sort, so that they meet in short histories; the others come too, but seldom.
OFTEN = (
    *("asserted", "served", "answered", "moved_against", "motion_denied", "defaulted", "default_set_aside"),
    *("stayed", "stay_lifted", "settled", "verdict", "default_judgment", "judgment_amended", "reopened", "reversed"),
    *("appealed", "appeal_dismissed", "affirmed", "modified_on_appeal", "convicted", "sentenced", "sentence_vacated"),
    *("satisfied", "amended", "mistrial", "class_certified", "pardoned"),
)


@dataclass
class Filed:
    state: str = "ok"


@dataclass
class Event:
    kind: str
    date: Any = None
    response: str = ""
    with_prejudice: str = ""
    offense: str = ""
    ground: str = ""
    prevailing: str = ""
    position: int = 0
    date_precision: str = "day"
    filing: Any = None
    pk: int = field(default_factory=lambda: next(ids))

    @property
    def rule(self) -> Any:
        return CLAIM_EVENT_RULES[self.kind]


@st.composite
def events(draw: Any, day_only: bool = True) -> Event:
    """Any event on one of a few days, so that many fall together."""
    kind = draw(st.sampled_from(OFTEN) | st.sampled_from(ClaimEventKind.values))
    rule = CLAIM_EVENT_RULES[kind]
    precision = draw(st.sampled_from(["day"] if day_only else ["day", "month", "year"]))
    day = date(2022 + draw(st.integers(0, 1)), draw(st.integers(1, 3)), draw(st.integers(1, 4)))
    if precision != "day":
        day = day.replace(day=1) if precision == "month" else day.replace(day=1, month=1)
    return Event(
        kind,
        draw(st.none() | st.just(day)) if not day_only else day,
        response=draw(st.sampled_from(Response.values)) if rule.takes_response else "",
        with_prejudice=draw(st.sampled_from(Prejudice.values)) if rule.needs_prejudice else "",
        offense=draw(st.sampled_from(["", "trespass"])) if rule.takes_offense else "",
        position=draw(st.integers(0, 3)),
        date_precision=precision,
        filing=draw(st.sampled_from([None, Filed(), Filed(), Filed("stricken")])),
    )


APPEAL_OVER = (
    *("appeal_dismissed", "affirmed", "modified_on_appeal"),
    *("appeal_withdrawn", "permission_refused", "certiorari_denied"),
)
RESENTENCING = ("sentence_vacated", "remanded_resentencing")
PENDING_ONLY, ALWAYS = ("pleading", "submission", "part_decided", "trial"), ("class", "opting_out", "death")
UNDECIDED_FAMILIES = {"charge": "charged", "citation": "cited", "issue": "not decided in this record"}
PAPERS = (Family.SUIT, Family.PETITION, Family.ARBITRATION, Family.PROOF)


def in_words(event: Event, family: Family, covered: bool = True) -> str:
    """What the event itself says."""
    words = str(event.rule.status)
    if event.kind == "asserted":
        brought = {
            "suit": "pleaded",
            "petition": "petition filed",
            "arbitration": "claim made",
            "proof": "proof of claim filed",
            **UNDECIDED_FAMILIES,
        }
        words = SILENCE[family] if covered else brought[family]
    if event.kind in ("served", "service_waived"):
        served = {"served": "served", "service_waived": "service waived"}[event.kind]
        words = f"{served}, {SILENCE[family]}" if covered else served
        words = words if family in PAPERS else SILENCE[family] if covered else UNDECIDED_FAMILIES[family]
    if event.offense:
        words = {
            "convicted_lesser": "convicted of trespass, a lesser offense",
            "sentenced": "sentenced for trespass",
        }.get(event.kind, f"{words} to trespass")
    if event.response:
        words += ", " + RESPONSE_WORDS[Response(event.response)]
    if not covered:
        words = words.removesuffix(", not decided")
    return words + {"with": " with prejudice", "without": " without prejudice"}.get(event.with_prejudice, "")


class History:
    """What stands, looking back over events in their order."""

    def __init__(self, told: list[Event], family: Family, compared: date | None = None) -> None:
        self.family, self.compared = family, compared
        stands = [e for e in told if e.filing is None or e.filing.state == "ok"]
        void = [e for e in told if e not in stands and e.kind in ("asserted", "charged", "cited")]
        pleaded = any(e.kind in ("asserted", "charged", "cited", "amended") for e in stands)
        self.void = void[-1] if void and not pleaded else None
        self.all = [e for e in stands if self.counts(e)]
        # everything before the last reopening is history, except how far the claim had come and that it was answered
        last = max((n for n in range(len(self.all)) if self.reopens(n)), default=-1)
        self.reopening, self.since = (self.all[last] if last >= 0 else None), self.all[last + 1 :]

    def counts(self, event: Event) -> bool:
        if event.rule.effect == ClaimEffect.ANSWERED:
            return self.family != Family.CHARGE
        return event.kind != "defaulted" or self.family in (Family.SUIT, Family.PETITION)

    def reopens(self, n: int) -> bool:
        event = self.all[n]
        if event.kind == "default_set_aside":
            before = self.all[max((m + 1 for m in range(n) if self.reopens(m)), default=0) : n]
            decision = self.decision_of(before)
            return decision is not None and decision.kind == "default_judgment"
        return event.rule.effect == ClaimEffect.REOPENED and not self.decides_issue(event)

    def decides_issue(self, event: Event) -> bool:
        return self.family == Family.ISSUE and event.kind in (
            *("reversed", "vacated", "remanded_on_appeal", "remanded_new_trial"),
        )

    def decision_of(self, acts: list[Event]) -> Event | None:
        """The last decision; an affirmance of what is not in this record is one, unless a stay was appealed from."""
        found: Event | None = None
        for n, e in enumerate(acts):
            if e.kind in ("affirmed", "modified_on_appeal"):
                if found is None and self.stay_of(acts[:n]) is None:
                    found = e
            elif e.kind in APPEAL_OVER:
                continue
            elif e.rule.beside:
                alone = found is None or found.rule.beside == e.rule.beside
                found = e if alone and e.rule.effect == ClaimEffect.DISPOSED else found
            elif self.decides_issue(e) or e.rule.effect == ClaimEffect.DISPOSED:
                found = e
        return found

    def stay_of(self, acts: list[Event]) -> Event | None:
        """The last stay that nothing lifted and no decision ended."""
        for n in range(len(acts) - 1, -1, -1):
            e = acts[n]
            if e.rule.effect == ClaimEffect.STAYED:
                return e
            if e.kind in ("stay_lifted", "deferral_ended") or e is self.decision_of(acts[: n + 1]):
                return None
        return None

    def status(self) -> tuple[str, ClaimEffect]:
        decision = self.decision_of(self.since)
        if decision is None and self.void:
            return "pleading stricken", ClaimEffect.DISPOSED
        text, effect, anything = self.decided(decision) if decision else self.undecided()
        appeal, ended = self.appeals(decision)
        later = self.beside()
        if ended and ended is not decision and not (ended.kind == "modified_on_appeal" and decision):
            later.append(ended)
        if decision and (stay := self.stay_of(self.since)):
            later.append(stay)
        for e in sorted(later, key=self.all.index):
            text += "; " + in_words(e, self.family).removeprefix("decided, ")
        if appeal:
            return (f"{text}; on appeal" if anything or later else "on appeal"), ClaimEffect.ON_APPEAL
        return text, effect

    def decided(self, decision: Event) -> tuple[str, ClaimEffect, bool]:
        text = in_words(decision, self.family).removeprefix("pending, ")
        if decision.kind in (*RESENTENCING, "commuted", "sentence_enhanced"):
            text = f"convicted; {text}"
        return text, ClaimEffect.DISPOSED, True

    def beside(self) -> list[Event]:
        """The newest of each sort of thing said beside what stands, unless something since has overtaken it."""
        found: dict[str, Event] = {}
        for n, e in enumerate(self.all):
            if e.rule.beside and self.is_beside(n):
                found[e.rule.beside] = e
        return list(found.values())

    def is_beside(self, n: int) -> bool:
        e, since = self.all[n], self.segment(n)
        sort, before = e.rule.beside, self.decision_of(since[:-1])
        if self.decision_of(since) is e or (before and sort in PENDING_ONLY):
            return False
        if e.kind == "modified_on_appeal" and before is None:
            return False
        return sort in ALWAYS or not any(self.overtakes(m, str(sort)) for m in range(n + 1, len(self.all)))

    def overtakes(self, m: int, sort: str) -> bool:
        """Whether that event is a decision, a reopening or, of a new pleading, its answer."""
        e, since = self.all[m], self.segment(m)
        answers = e.rule.effect == ClaimEffect.ANSWERED and self.decision_of(since) is None
        return self.reopens(m) or self.decision_of(since) is e or (answers and sort == "pleading")

    def segment(self, n: int) -> list[Event]:
        """From the last reopening before the event up to the event itself."""
        start = max((m + 1 for m in range(n) if self.reopens(m)), default=0)
        return self.all[start : n + 1]

    def passes(self, e: Event) -> bool:
        """Whether a decision leaves a pending appeal pending: a sentence, an amended judgment."""
        return bool(e.rule.beside) and e.kind not in (*APPEAL_OVER, *RESENTENCING)

    def appeals(self, decision: Event | None) -> tuple[Event | None, Event | None]:
        """The appeal that is pending, or else how the last one ended, if nothing since has overtaken it."""
        for e in reversed(self.since):
            if e.rule.effect == ClaimEffect.ON_APPEAL:
                return e, None
            if e is decision and self.passes(e):
                return self.appeal_left_by(e), None
            if e is decision or e.kind in RESENTENCING:
                return None, None
            if e.kind in APPEAL_OVER:
                return None, e
            if decision is None and e.rule.effect in (ClaimEffect.ANSWERED, ClaimEffect.STAYED):
                return self.appeal_left_by(e), None
        return None, None

    def appeal_left_by(self, event: Event) -> Event | None:
        """An appeal that was pending when a judgment was amended, a sentence given, an answer filed, a stay ordered."""
        before = self.since[: self.since.index(event)]
        for n in range(len(before) - 1, -1, -1):
            e = before[n]
            if e.rule.effect == ClaimEffect.ON_APPEAL:
                return e
            over = e.kind in (*APPEAL_OVER, *RESENTENCING)
            if over or (e is self.decision_of(before[: n + 1]) and not self.passes(e)):
                return None
        return None

    def undecided(self) -> tuple[str, ClaimEffect, bool]:
        if stay := self.stay_of(self.since):
            covered = bool(self.compared and stay.date and stay.date <= self.compared)
            return in_words(stay, self.family, covered), ClaimEffect.STAYED, True
        default, answer = self.last("defaulted", "default_set_aside"), self.answer(self.since)
        default = None if default and default.kind == "default_set_aside" else default
        late = default and answer and self.since.index(answer) > self.since.index(default)
        # a default since the reopening is what stood last, also once it is set aside
        overtaken = answer or any(e.kind == "defaulted" for e in self.since)
        if self.reopening and self.reopening.kind != "default_set_aside" and not overtaken:
            return in_words(self.reopening, self.family), ClaimEffect.REOPENED, True
        if default and not late:
            return "default entered", ClaimEffect.OPEN, True
        if answer := answer or self.answer(self.all):
            words = in_words(answer, self.family) + (", after default was entered" if late else "")
            return words, ClaimEffect.ANSWERED, True
        return self.silent()

    def silent(self) -> tuple[str, ClaimEffect, bool]:
        steps = {"served": 1, "service_waived": 1, "arraigned": 1, "pleaded_not_guilty": 2, "stay_lifted": 2}
        steps["deferral_ended"] = 2
        best: Event | None = None
        for n, e in enumerate(self.all):
            opens = e.rule.effect == ClaimEffect.OPEN and e.kind != "defaulted"
            if e.kind == "stay_lifted" and self.stayed_before(n):
                continue
            reached = 3 if best and best.kind == "default_set_aside" else steps.get(best.kind, 0) if best else 0
            if opens and (e.kind == "default_set_aside" or steps.get(e.kind, 0) >= reached):
                best = e
        motion = self.last("moved_against", "motion_denied")
        day = best.date if best else date.min
        covered = bool(self.compared and day and day <= self.compared) or self.family == Family.ISSUE
        unsaid = UNDECIDED_FAMILIES.get(self.family, "this record does not say whether it was answered")
        unsaid = SILENCE[self.family] if covered else unsaid
        words = in_words(best, self.family, covered) if best else unsaid
        if motion and motion.kind == "moved_against":
            return f"{words}; challenged by motion", ClaimEffect.OPEN, True
        return words, ClaimEffect.OPEN, best is not None

    def stayed_before(self, n: int) -> bool:
        start = max((m + 1 for m in range(n) if self.reopens(m)), default=0)
        return self.stay_of(self.all[start:n]) is not None

    def answer(self, acts: list[Event]) -> Event | None:
        return next((e for e in reversed(acts) if e.rule.effect == ClaimEffect.ANSWERED), None)

    def last(self, *kinds: str) -> Event | None:
        return next((e for e in reversed(self.since) if e.kind in kinds), None)
