"""Keep the open proposals of a case in line with its record. Nothing here touches a deadline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from docket.choices import Certainty, DeadlineState, ProposalKind, ProposalState
from docket.law.deadlines import DeadlineError
from docket.law.deadlines.periods import Trigger
from docket.models import Case, Deadline, DeadlineProposal, Filing, Forum, Hearing
from docket.proposals.closing import is_met, propose_closing
from docket.proposals.counting import Place, copy_inputs, fill, inputs_of, knows_service
from docket.proposals.ends import PURPOSES
from docket.proposals.following import Following, from_filings, from_hearings, from_services, too_old
from docket.proposals.reasons import NO_LONGER, because, title, why_changed
from docket.proposals.starts import STARTS
from docket.proposals.triggering_filings import Papers

Key = tuple[str, str, int | None, int | None, int | None]
SERVICE = (Trigger.SUMMONS_SERVED, Trigger.REMOVABLE_PLEADING_RECEIVED)
SERVING = [kind for kind, starts in STARTS.items() if any(start.trigger in SERVICE for start in starts)]
ABOUT_THE_DAY = (ProposalKind.NEW, ProposalKind.CHANGE, ProposalKind.WITHDRAW)


@dataclass
class Proposed:
    """What is open after the record was followed, and what could not be counted, in words with the remedy."""

    proposals: list[DeadlineProposal] = field(default_factory=list)
    uncounted: list[str] = field(default_factory=list)


@transaction.atomic
def follow_filing(filing: Filing) -> Proposed:
    """After a filing was entered or changed: what it starts, and what it ends."""
    case = locked(filing.case_id)
    follow, own = _Follow(case, Q(trigger=filing)), Filing.objects.filter(pk=filing.pk)
    papers = Papers(case, own)
    follow.all(from_filings(papers))
    follow.result.uncounted += too_old(papers)
    propose_closing(case, own)
    return follow.proposed(Q(trigger=filing) | Q(satisfied_by=filing))


@transaction.atomic
def follow_services(case: Case) -> Proposed:
    """After a claim or its events were entered or changed: a service may run by its event or by its proof."""
    case = locked(case.pk)
    scope = Q(trigger_kind__in=SERVICE)
    follow, papers = _Follow(case, scope), Papers(case, Filing.objects.filter(case=case, filing_type__in=SERVING))
    served = [f for f in from_filings(papers) if f.period.trigger in SERVICE]
    follow.all(served + from_services(case))
    return follow.proposed(scope)


@transaction.atomic
def follow_hearing(hearing: Hearing) -> Proposed:
    """After a hearing was set, moved or vacated."""
    case = locked(hearing.case_id)
    follow = _Follow(case, Q(hearing=hearing))
    follow.all(from_hearings(case, Hearing.objects.filter(pk=hearing.pk)))
    return follow.proposed(Q(hearing=hearing))


@transaction.atomic
def follow_case(case: Case, since: date | None = None) -> Proposed:
    """Everything: after the case moved to another forum, or its docket was imported.

    since: no new deadline is proposed that ended before that day or that a filing has met already. An imported docket
    tells of years; what fell due before the court served the page is past.
    """
    case = locked(case.pk)
    follow = _Follow(case, Q(), since)
    filings, hearings = Filing.objects.filter(case=case), Hearing.objects.filter(case=case)
    follow.all(from_filings(Papers(case, filings)) + from_services(case) + from_hearings(case, hearings))
    if follow.deadlines:
        propose_closing(case, filings)
    return follow.proposed(Q()) if follow.is_about_anything else follow.result


def follow_new_case(case: Case, since: date) -> Proposed:
    """The same for a case that this transaction made: it has no deadlines, services or hearings yet, and no rival."""
    follow = _Follow(case, None, since)
    # nobody can have asked for anything
    follow.all(from_filings(Papers(case, Filing.objects.filter(case=case), on_request=False)))
    return follow.proposed(Q()) if follow.is_about_anything else follow.result


def follow_deadline(deadline: Deadline) -> None:
    """After a deadline was opened again: whatever it is counted from."""
    if deadline.trigger:
        follow_filing(deadline.trigger)
    elif deadline.hearing:
        follow_hearing(deadline.hearing)
    else:
        follow_services(deadline.case)


def follow_forum(forum: Forum) -> list[Proposed]:
    """After a forum's rules, zone or closed days changed: its cases that have open deadlines or proposals."""
    counted = Deadline.objects.open().filter(certainty=Certainty.COMPUTED).values("case")
    waiting = DeadlineProposal.objects.filter(state=ProposalState.OPEN).values("case")
    cases = Case.objects.filter(Q(forum=forum) | Q(forum__parent=forum)).filter(Q(pk__in=counted) | Q(pk__in=waiting))
    return [follow_case(case) for case in cases.order_by("pk")]


def draft(case: Case, following: Following, place: Place) -> DeadlineProposal:
    """The proposal of what follows, counted but not saved. Raises DeadlineError."""
    found = DeadlineProposal(case=case, kind=ProposalKind.NEW, **inputs_of(following.period, following.trigger_date))
    found.trigger, found.hearing = following.trigger, following.hearing
    found.case_party = following.case_party
    found.title = title(following)
    found.because = because(following)
    fill(found, place)
    return found


def locked(case_id: int) -> Case:
    """The case; until the transaction ends no other follows it, so that two people saving at once propose once.

    Its row is not locked: somebody publishing the case holds that, and waits for the filing that is being saved here.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended('docket.proposals', %s))", [case_id])
    return Case.objects.select_related("forum").get(pk=case_id)


class _Follow:
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

    def all(self, followings: list[Following]) -> None:
        """Bring every proposal of the scope up to date."""
        matched: dict[int, Following] = {}
        fresh: list[Following] = []
        for following in followings:
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
        self._overtake({_key_of(following) for following in fresh})

    def proposed(self, scope: Q) -> Proposed:
        """What is open now."""
        rows = DeadlineProposal.objects.filter(scope, case=self.case, state=ProposalState.OPEN)
        self.result.proposals = list(rows)
        return self.result

    # New deadlines

    def _propose(self, following: Following) -> None:
        before = self.before.get(_key_of(following))
        if before and before.state == ProposalState.DISMISSED and before.trigger_date == following.trigger_date:
            return
        waiting = before if before and before.state == ProposalState.OPEN else None
        if not waiting and following.on_request:
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
        """The same period from the same day for the same party, by another paper: the complaint and its proof."""
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
        before = self.before.get(_key_of(following))
        if before and before.deadline_id:
            return self.deadlines[before.deadline_id]
        return next((d for d in self.deadlines.values() if _key(d) == _key_of(following)), None)

    def _was_proposed(self, deadline: Deadline) -> bool:
        return any(row.deadline_id == deadline.pk for row in self.before.values())

    def _compare(self, deadline: Deadline, following: Following) -> None:
        """Propose the change where the trigger's day, the forum's rules or its closed days lead elsewhere now."""
        if not _is_ours(deadline):
            return
        moved = self._last_day(deadline) != following.trigger_date
        self._change(deadline, following, following.trigger_date if moved else deadline.trigger_date)

    def _last_day(self, deadline: Deadline) -> date | None:
        """The trigger's day when staff last decided: they may have counted from another."""
        decided = [row for row in self.changes.get(deadline.pk, []) if row.state != ProposalState.OPEN]
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
        change.trigger_date = day
        try:
            fill(change, self.place)
        except DeadlineError as error:
            self.result.uncounted.append(f"{deadline.title}: {error}")
            return
        same = (change.earliest, change.latest) == (deadline.earliest, deadline.latest)
        if same and change.rule == deadline.rule and change.trigger_date == deadline.trigger_date:
            _overtake(_open_about(deadline, ProposalKind.CHANGE, ProposalKind.WITHDRAW))
            return
        self._save_change(deadline, change, why_changed(deadline, change))

    def _save_change(self, deadline: Deadline, change: DeadlineProposal | None, because: str) -> None:
        kind = ProposalKind.CHANGE if change else ProposalKind.WITHDRAW
        new = change or DeadlineProposal(case=self.case, kind=kind)
        new.deadline, new.title, new.case_party = deadline, deadline.title, deadline.case_party
        new.trigger, new.hearing, new.because = deadline.trigger, deadline.hearing, because
        last = next((row for row in reversed(self.changes.get(deadline.pk, [])) if row.kind == kind), None)
        if last and last.state in (ProposalState.OPEN, ProposalState.DISMISSED) and not _differs(last, new):
            return
        _overtake(_open_about(deadline, ProposalKind.CHANGE, ProposalKind.WITHDRAW))
        new.save()


def _key(row: Deadline | DeadlineProposal) -> Key:
    return row.rule, row.trigger_kind, row.trigger_id, row.hearing_id, row.case_party_id


def _key_of(following: Following) -> Key:
    return (
        following.period.id,
        following.period.trigger.value,
        following.trigger.pk if following.trigger else None,
        following.hearing.pk if following.hearing else None,
        following.case_party.pk if following.case_party else None,
    )


def _newest_by_deadline(case: Case, deadlines: Iterable[int]) -> dict[int, list[DeadlineProposal]]:
    rows = DeadlineProposal.objects.filter(case=case, deadline__in=deadlines).exclude(state=ProposalState.SUPERSEDED)
    found: dict[int, list[DeadlineProposal]] = {}
    for row in rows.filter(kind__in=ABOUT_THE_DAY).order_by("pk"):
        found.setdefault(row.deadline_id or 0, []).append(row)
    return found


def _is_ours(deadline: Deadline) -> bool:
    """A date that a court set is never counted again, and what is closed stays closed."""
    return deadline.certainty == Certainty.COMPUTED and deadline.state == DeadlineState.OPEN


def _takes_the_place(following: Following, deadline: Deadline, before: dict[Key, DeadlineProposal]) -> bool:
    origin = next(row for row in before.values() if row.deadline_id == deadline.pk)
    return (
        following.purpose == PURPOSES.get(deadline.rule)
        and not following.on_request
        and _key_of(following)[2:] == _key(origin)[2:]
    )


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
