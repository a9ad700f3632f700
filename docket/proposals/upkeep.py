"""One pass over a part of a case: what follows now against what was proposed and entered before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet

from docket.choices import Certainty, DeadlineState, ProposalKind, ProposalState
from docket.law.deadlines import DeadlineError
from docket.law.deadlines.periods import purpose_of
from docket.models import Case, Deadline, DeadlineProposal
from docket.proposals import tolling
from docket.proposals.closing import is_met
from docket.proposals.counting import Place, copy_inputs, fill, inputs_of, knows_service
from docket.proposals.found import Following, Found, Key
from docket.proposals.reasons import NO_LONGER, because, title, why_changed, why_stopped

ABOUT_THE_DAY = (ProposalKind.NEW, ProposalKind.CHANGE, ProposalKind.WITHDRAW, ProposalKind.STOP)
ANOTHER_DAY = (ProposalKind.CHANGE, ProposalKind.WITHDRAW)


@dataclass
class Proposed:
    """What is open after the record was followed, and what could not be counted, in words with the remedy."""

    proposals: list[DeadlineProposal] = field(default_factory=list)
    uncounted: list[str] = field(default_factory=list)


def draft(case: Case, following: Following, place: Place) -> DeadlineProposal:
    """The proposal of what follows, counted but not saved. Raises DeadlineError."""
    found = DeadlineProposal(case=case, kind=ProposalKind.NEW, **inputs_of(following.period, following.trigger_date))
    found.trigger, found.hearing = following.trigger, following.hearing
    found.case_party = following.case_party
    found.title = title(following)
    found.because = because(following)
    fill(found, place)
    return found


class Upkeep:
    """One pass over a part of a case: what follows now against what was proposed and entered before."""

    def __init__(self, case: Case, scope: Q | None, since: date | None = None) -> None:
        """`scope` of None: nothing was proposed or entered before."""
        self.case, self.place, self.since = case, Place(case.forum), since
        self.before: dict[Key, DeadlineProposal] = {}
        self.deadlines: dict[int, Deadline] = {}
        if scope is not None:
            self._recall(scope)
        self.changes = _newest_by_deadline(case, self.deadlines) if self.deadlines else {}
        self.result = Proposed()
        self.is_about_anything = bool(self.before or self.deadlines)

    def _recall(self, scope: Q) -> None:
        mine = DeadlineProposal.objects.filter(scope, case=self.case).order_by("pk")
        rows = list(mine.filter(kind=ProposalKind.NEW).select_related("deadline"))
        self.before = {_key(row): row for row in rows}
        self.deadlines = {d.pk: d for d in Deadline.objects.filter(scope, case=self.case).select_related("trigger")}
        self.deadlines |= {row.deadline.pk: row.deadline for row in rows if row.deadline}

    def all(self, found: Found) -> None:
        """Bring every proposal of the scope up to date."""
        self.result.uncounted += found.told
        matched: dict[int, Following] = {}
        fresh: list[Following] = []
        for following in found.followings:
            deadline = self._deadline_of(following)
            if deadline:
                matched[deadline.pk] = following
            else:
                fresh.append(following)
        for pk, following in matched.items():
            self._compare(self.deadlines[pk], following)
        for deadline in self.deadlines.values():
            if deadline.pk not in matched and self._was_proposed(deadline):
                self._replace_or_withdraw(deadline, fresh)
        for following in fresh:
            self._propose(following)
        self._overtake({following.key for following in fresh if not following.suspended_by})

    def proposed(self, scope: Q) -> Proposed:
        """The proposals of the case that are open now, within a condition, and what was changed to get there."""
        rows = DeadlineProposal.objects.filter(scope, case=self.case, state=ProposalState.OPEN)
        self.result.proposals = list(rows)
        return self.result

    # New deadlines

    def _propose(self, following: Following) -> None:
        before = self.before.get(following.key)
        if before and before.state == ProposalState.DISMISSED and before.trigger_date == following.trigger_date:
            return
        waiting = before if before and before.state == ProposalState.OPEN else None
        if not waiting and following.on_request:
            return
        if following.suspended_by:
            self.result.uncounted.append(tolling.why(following))
            return
        try:
            new = draft(self.case, following, self.place)
        except DeadlineError as error:
            self.result.uncounted.append(f"{following.period.title} ({following.period.rule}): {error}")
            return
        if waiting is None:
            if not self._is_past(new) and not self._is_held(following):
                new.save()
                self.is_about_anything = True
        elif _differs(waiting, new):
            new.pk, new.row_version, new.created_at = waiting.pk, waiting.row_version, waiting.created_at
            new.save(force_update=True)

    def _is_past(self, new: DeadlineProposal) -> bool:
        if self.since is None or new.latest is None:
            return False
        return new.latest < self.since or is_met(self.case, new)

    def _is_held(self, following: Following) -> bool:
        """The same period from the same day for the same party, by another filing: the complaint and its proof."""
        party = following.case_party.pk if following.case_party else None
        same = {"rule": following.period.id, "case_party": party, "trigger_date": following.trigger_date}
        if following.trigger and not party:
            return False
        proposals = DeadlineProposal.objects.filter(case=self.case, state=ProposalState.OPEN, **same)
        others = proposals.exclude(trigger=following.trigger, hearing=following.hearing)
        return others.exists() or Deadline.objects.open().filter(case=self.case, **same).exists()

    def _overtake(self, still: set[Key]) -> None:
        gone = [row.pk for key, row in self.before.items() if row.state == ProposalState.OPEN and key not in still]
        if gone:
            _overtake(DeadlineProposal.objects.filter(pk__in=gone))

    # Deadlines that staff accepted or entered

    def _deadline_of(self, following: Following) -> Deadline | None:
        before = self.before.get(following.key)
        if before and before.deadline_id:
            return self.deadlines[before.deadline_id]
        same = next((d for d in self.deadlines.values() if _key(d) == following.key), None)
        return same or (self._deadline_of(following.instead_of) if following.instead_of else None)

    def _was_proposed(self, deadline: Deadline) -> bool:
        return any(row.deadline_id == deadline.pk for row in self.before.values())

    def _compare(self, deadline: Deadline, following: Following) -> None:
        """Propose the change where the trigger's day, the forum's rules or its closed days lead elsewhere now."""
        if not _is_ours(deadline):
            return
        if following.suspended_by:
            self._stop(deadline, following)
            return
        if deadline.state == DeadlineState.SUSPENDED or _is_another(deadline, following):
            self._change(deadline, following, following.trigger_date)
            return
        moved = self._last_day(deadline) != following.trigger_date
        self._change(deadline, following, following.trigger_date if moved else deadline.trigger_date)

    def _last_day(self, deadline: Deadline) -> date | None:
        """The trigger's day when staff last decided: they may have counted from another."""
        about = [row for row in self.changes.get(deadline.pk, []) if row.kind != ProposalKind.STOP]
        decided = [row for row in about if row.state != ProposalState.OPEN]
        return decided[-1].trigger_date if decided else deadline.trigger_date

    def _replace_or_withdraw(self, deadline: Deadline, fresh: list[Following]) -> None:
        if not _is_ours(deadline):
            return
        instead = next((f for f in fresh if _takes_the_place(f, deadline, self.before)), None)
        if instead is None:
            self._save_change(deadline, None, NO_LONGER)
            return
        fresh.remove(instead)
        self._change(deadline, instead, instead.trigger_date)

    def _change(self, deadline: Deadline, following: Following, day: date | None) -> None:
        change = DeadlineProposal(case=self.case, kind=ProposalKind.CHANGE)
        copy_inputs(deadline, change)
        if following.period.id != deadline.rule:
            _another_rule(change, following)
        change.trigger_date, change.trigger, change.hearing = day, deadline.trigger, deadline.hearing
        if _is_another(deadline, following):
            change.trigger = following.trigger
        try:
            fill(change, self.place)
        except DeadlineError as error:
            self.result.uncounted.append(f"{deadline.title}: {error}")
            return
        same = (change.earliest, change.latest) == (deadline.earliest, deadline.latest)
        same = same and deadline.state == DeadlineState.OPEN
        if same and change.rule == deadline.rule and change.trigger_date == deadline.trigger_date:
            _overtake(_open_about(deadline, *self._kinds(deadline)))
            return
        self._save_change(deadline, change, why_changed(deadline, change))

    def _save_change(self, deadline: Deadline, change: DeadlineProposal | None, because: str) -> None:
        kind = ProposalKind.CHANGE if change else ProposalKind.WITHDRAW
        new = change or DeadlineProposal(case=self.case, kind=kind, trigger=deadline.trigger, hearing=deadline.hearing)
        new.deadline, new.title, new.case_party = deadline, deadline.title, deadline.case_party
        new.because = because
        last = next((row for row in reversed(self.changes.get(deadline.pk, [])) if row.kind == kind), None)
        if last and last.state in (ProposalState.OPEN, ProposalState.DISMISSED) and not _differs(last, new):
            return
        _overtake(_open_about(deadline, *self._kinds(deadline)))
        new.save()

    def _stop(self, deadline: Deadline, following: Following) -> None:
        """Propose that a motion suspends it; once for each motion."""
        motion = following.suspended_by
        if deadline.state == DeadlineState.SUSPENDED or motion is None:
            return
        new = DeadlineProposal(case=self.case, kind=ProposalKind.STOP, deadline=deadline, satisfied_by=motion)
        new.title, new.case_party, new.because = deadline.title, deadline.case_party, why_stopped(following)
        stops = [row for row in self.changes.get(deadline.pk, []) if row.kind == ProposalKind.STOP]
        asked = [row for row in stops if row.state in (ProposalState.OPEN, ProposalState.DISMISSED)]
        if any(row.satisfied_by_id == motion.pk for row in asked):
            return
        _overtake(_open_about(deadline, *self._kinds(deadline)))
        new.save()

    @staticmethod
    def _kinds(deadline: Deadline) -> tuple[ProposalKind, ...]:
        """The proposals that another one about its day takes the place of."""
        return (*ANOTHER_DAY, ProposalKind.STOP) if deadline.rule in tolling.TOLLED else ANOTHER_DAY


def _key(row: Deadline | DeadlineProposal) -> Key:
    return row.rule, row.trigger_kind, row.trigger_id, row.hearing_id, row.case_party_id


def _newest_by_deadline(case: Case, deadlines: Iterable[int]) -> dict[int, list[DeadlineProposal]]:
    rows = DeadlineProposal.objects.filter(case=case, deadline__in=deadlines).exclude(state=ProposalState.SUPERSEDED)
    found: dict[int, list[DeadlineProposal]] = {}
    for row in rows.filter(kind__in=ABOUT_THE_DAY).order_by("pk"):
        found.setdefault(row.deadline_id or 0, []).append(row)
    return found


def _is_ours(deadline: Deadline) -> bool:
    """A date that a court set is never counted again, and what is closed stays closed."""
    may_run = deadline.state in (DeadlineState.OPEN, DeadlineState.SUSPENDED)
    return deadline.certainty == Certainty.COMPUTED and may_run


def _is_another(deadline: Deadline, following: Following) -> bool:
    """It runs from another filing now: an order on a motion that suspended it, a notice of removal."""
    return following.instead_of is not None and following.key != _key(deadline)


def _takes_the_place(following: Following, deadline: Deadline, before: dict[Key, DeadlineProposal]) -> bool:
    origin = next(row for row in before.values() if row.deadline_id == deadline.pk)
    keys = [f.key[2:] for f in (following, following.instead_of) if f]
    return following.purpose == purpose_of(deadline.rule) and not following.on_request and _key(origin)[2:] in keys


def _another_rule(change: DeadlineProposal, following: Following) -> None:
    for name, value in inputs_of(following.period, following.trigger_date).items():
        setattr(change, name, value)
    change.options = {}
    if not knows_service(change.counted_by, following.trigger_date, change.service):
        change.service = ""


def _differs(one: DeadlineProposal, other: DeadlineProposal) -> bool:
    columns = ("rule", "trigger_date", "earliest", "latest", "title", "because", "calendar_version", "rule_version")
    return any(getattr(one, name) != getattr(other, name) for name in columns)


def _open_about(deadline: Deadline, *kinds: str) -> QuerySet[DeadlineProposal]:
    return DeadlineProposal.objects.filter(deadline=deadline, kind__in=kinds, state=ProposalState.OPEN)


def _overtake(rows: QuerySet[DeadlineProposal]) -> None:
    rows.filter(state=ProposalState.OPEN).update(state=ProposalState.SUPERSEDED)
