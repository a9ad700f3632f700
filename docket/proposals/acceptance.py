"""What staff do with a proposal: accept it, as it is or changed, or dismiss it. Only so does it become a deadline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.utils import timezone

from docket.choices import Certainty, DeadlineState, ProposalKind, ProposalState
from docket.law.deadlines import DeadlineError
from docket.law.deadlines.periods import by_id
from docket.models import Deadline, DeadlineProposal, Filing
from docket.proposals import propose
from docket.proposals.closing import propose_closing
from docket.proposals.counting import Place, copy_inputs, fill
from docket.proposals.propose import locked
from docket.publishing import verbs
from docket.publishing.wall import lifecycle
from docket.publishing.why import is_public

PUBLISH = "docket.publish_record"
# What staff may give otherwise than proposed; the rest is counted from it.
CHANGEABLE = (
    *("title", "case_party", "citation", "counted_by", "trigger_date", "trigger_time"),
    *("period", "unit", "direction", "service", "extension_days", "options"),
)
RESULT = ("earliest", "latest", "due_at", "steps", "reason", "notes", "rule_version", "calendar_version")


@transaction.atomic
def accept(
    proposal: DeadlineProposal,
    *,
    actor: Any,
    changes: Mapping[str, Any] | None = None,
    reason: str = "",
    due: date | None = None,
    publish: bool = False,
    version: int | None = None,
) -> Deadline:
    """Do what is proposed; returns the deadline that was made, changed or closed.

    actor: the user, None for the command line. changes: columns of `CHANGEABLE` given otherwise; then a reason is due,
    unless all that is given is the party, which the record did not tell. due: the day up to which an order extends.
    publish: show a new deadline to the public. version: of the proposal as the actor saw it (`row_version`), None where
    nobody looked. Raises ValidationError for a proposal that was decided or counted anew meanwhile, a missing reason or
    what cannot be counted, PermissionDenied where a public deadline would change and the actor may not publish.
    """
    if publish:
        # the chain before the case, as in a save that publishes
        with connection.cursor() as cursor:
            lifecycle.lock_chain(cursor)
    locked(proposal.case_id)
    proposal = _open(proposal)
    _refuse_unseen(proposal, version)
    given = {name: value for name, value in (changes or {}).items() if getattr(proposal, name) != value}
    if unknown := set(given) - set(CHANGEABLE):
        raise ValueError(f"Not to be changed in a proposal: {', '.join(sorted(unknown))}.")
    departs = set(given) - (set() if proposal.case_party else {"case_party"})
    if departs:
        _needs(reason)
    if proposal.deadline and proposal.kind != ProposalKind.NEW:
        _may_touch(proposal.deadline, actor)
    deadline = _DONE[proposal.kind](proposal, given, due)
    _decide(proposal, ProposalState.ACCEPTED, actor, reason, deadline)
    if deadline.state == DeadlineState.OPEN:
        _follow(proposal, deadline)
    if publish:
        verbs.act("publish", deadline, actor=actor, reason=reason or "accepted as proposed")
    return deadline


@transaction.atomic
def dismiss(proposal: DeadlineProposal, *, actor: Any, reason: str) -> None:
    """It does not apply; it is not proposed again while nothing changes. Raises ValidationError without a reason."""
    _needs(reason)
    proposal = _open(proposal)
    _decide(proposal, ProposalState.DISMISSED, actor, reason, proposal.deadline)


@transaction.atomic
def recount(
    deadline: Deadline, *, actor: Any, changes: Mapping[str, Any], reason: str, version: int | None = None
) -> Deadline:
    """Count an accepted deadline anew from other columns, as staff say; kept like a proposal that was accepted.

    version: of the deadline as the actor saw it, as for `accept`.
    """
    locked(deadline.case_id)
    _refuse_unseen(Deadline.objects.select_for_update(no_key=True).get(pk=deadline.pk), version)
    change = DeadlineProposal(case=deadline.case, kind=ProposalKind.CHANGE, deadline=deadline, title=deadline.title)
    copy_inputs(deadline, change)
    change.case_party, change.trigger, change.hearing = deadline.case_party, deadline.trigger, deadline.hearing
    change.because = "Staff counted it anew."
    _count(change)
    DeadlineProposal.objects.filter(deadline=deadline, kind=ProposalKind.CHANGE, state=ProposalState.OPEN).update(
        state=ProposalState.SUPERSEDED
    )
    change.save()
    return accept(change, actor=actor, changes=changes, reason=reason)


def overtake(deadline: Deadline) -> None:
    """A deadline that was closed by hand leaves nothing to decide about it, nor does one opened again by hand."""
    about = DeadlineProposal.objects.filter(deadline=deadline, state=ProposalState.OPEN)
    if deadline.state == DeadlineState.OPEN:
        about = about.filter(kind=ProposalKind.REOPEN)
    about.update(state=ProposalState.SUPERSEDED)


def _new(proposal: DeadlineProposal, given: dict[str, Any], due: date | None) -> Deadline:
    deadline = Deadline(case=proposal.case, title=proposal.title, certainty=Certainty.COMPUTED)
    deadline.case_party, deadline.trigger, deadline.hearing = proposal.case_party, proposal.trigger, proposal.hearing
    return _counted(deadline, proposal, given)


def _change(proposal: DeadlineProposal, given: dict[str, Any], due: date | None) -> Deadline:
    """Another day, or the same one again after what suspended it."""
    deadline = _deadline(proposal, DeadlineState.OPEN, DeadlineState.SUSPENDED)
    deadline.state, deadline.stopped_by = DeadlineState.OPEN, None
    deadline.trigger = proposal.trigger or deadline.trigger
    return _counted(deadline, proposal, given)


def _counted(deadline: Deadline, proposal: DeadlineProposal, given: dict[str, Any]) -> Deadline:
    copy_inputs(proposal, deadline)
    for name in RESULT:
        setattr(deadline, name, getattr(proposal, name))
    for name, value in given.items():
        setattr(deadline, name, value)
    if given:
        _count(deadline)
    deadline.full_clean(exclude=["case", "trigger", "hearing"])
    deadline.save()
    return deadline


def _close(proposal: DeadlineProposal, given: dict[str, Any], due: date | None) -> Deadline:
    deadline = _deadline(proposal)
    deadline.state, deadline.satisfied_by = DeadlineState.MET, proposal.satisfied_by
    deadline.save()
    return deadline


def _extend(proposal: DeadlineProposal, given: dict[str, Any], due: date | None) -> Deadline:
    """The order's day takes the place of the computed one, which stays and says so."""
    old = _deadline(proposal)
    if due is None:
        raise ValidationError({"due": "Give the day up to which the order extends it."})
    if due <= old.latest:
        raise ValidationError({"due": f"An extension ends after {old.latest}, the day that it extends."})
    old.state = DeadlineState.EXTENDED
    old.save()
    return Deadline.objects.create(
        case=old.case,
        title=given.get("title", old.title),
        case_party=old.case_party,
        trigger=proposal.satisfied_by,
        earliest=due,
        latest=due,
        certainty=Certainty.ORDERED,
        extended_from=old,
    )


def _withdraw(proposal: DeadlineProposal, given: dict[str, Any], due: date | None) -> Deadline:
    deadline = _deadline(proposal)
    deadline.state = DeadlineState.VACATED
    deadline.save()
    return deadline


def _stop(proposal: DeadlineProposal, given: dict[str, Any], due: date | None) -> Deadline:
    """Suspended until a motion is decided, or out of force; the filing that does it stays named."""
    deadline = _deadline(proposal)
    tolled = by_id(deadline.rule, deadline.trigger_date).tolled_by if deadline.rule else None
    motion = proposal.satisfied_by
    suspends = tolled is not None and motion is not None and motion.filing_type in tolled.motions
    deadline.state = DeadlineState.SUSPENDED if suspends else DeadlineState.VACATED
    deadline.stopped_by = motion
    deadline.save()
    return deadline


def _reopen(proposal: DeadlineProposal, given: dict[str, Any], due: date | None) -> Deadline:
    deadline = proposal.deadline
    if deadline is None or proposal.satisfied_by_id not in (deadline.satisfied_by_id, deadline.stopped_by_id):
        raise ValidationError(f"“{deadline}” is not closed by that filing any more.")
    deadline.state, deadline.satisfied_by, deadline.stopped_by = DeadlineState.OPEN, None, None
    deadline.save()
    return deadline


_DONE: dict[str, Callable[[DeadlineProposal, dict[str, Any], date | None], Deadline]] = {
    ProposalKind.NEW: _new,
    ProposalKind.CHANGE: _change,
    ProposalKind.CLOSE: _close,
    ProposalKind.EXTEND: _extend,
    ProposalKind.WITHDRAW: _withdraw,
    ProposalKind.STOP: _stop,
    ProposalKind.REOPEN: _reopen,
}


def _follow(proposal: DeadlineProposal, deadline: Deadline) -> None:
    """What the record holds about it already: a day that moved while it was closed, a filing that meets it."""
    if proposal.kind == ProposalKind.REOPEN:
        propose.follow_deadline(deadline)
    if proposal.kind in (ProposalKind.NEW, ProposalKind.REOPEN):
        propose_closing(deadline.case, Filing.objects.filter(case=deadline.case))


def _refuse_unseen(row: DeadlineProposal | Deadline, version: int | None) -> None:
    if version is not None and row.row_version != version:
        raise ValidationError(f"“{row}” has changed since this page showed it. Nothing was done: look at it again.")


def _open(proposal: DeadlineProposal) -> DeadlineProposal:
    """The proposal as it stands now, locked."""
    now = DeadlineProposal.objects.select_for_update(no_key=True, of=("self",)).select_related("case", "deadline")
    proposal = now.get(pk=proposal.pk)
    if proposal.state != ProposalState.OPEN:
        raise ValidationError(f"“{proposal}” is {proposal.get_state_display().lower()} already: nothing is left to do.")
    return proposal


def _deadline(proposal: DeadlineProposal, *states: str) -> Deadline:
    """The deadline that it is about, in one of these states; none: open."""
    if proposal.deadline is None:
        raise ValueError(f"Proposal {proposal.pk} names no deadline.")
    if proposal.deadline.state not in (states or (DeadlineState.OPEN,)):
        raise ValidationError(f"“{proposal.deadline}” is closed already.")
    return proposal.deadline


def _count(row: Deadline | DeadlineProposal) -> None:
    try:
        fill(row, Place(row.case.forum))
    except DeadlineError as error:
        raise ValidationError(str(error)) from error


def _needs(reason: str) -> None:
    if len(reason.strip()) < 3:
        raise ValidationError({"reason": "Say why; the reason is kept with your name."})


def _may_touch(deadline: Deadline, actor: Any) -> None:
    if actor is not None and not actor.has_perm(PUBLISH) and is_public(deadline):
        raise PermissionDenied(f"“{deadline}” is public, and {actor} may not publish: ask an editor.")


def _decide(proposal: DeadlineProposal, state: str, actor: Any, reason: str, deadline: Deadline | None) -> None:
    proposal.state, proposal.deadline = state, deadline
    proposal.decided_by, proposal.decided_at, proposal.decision_reason = actor, timezone.now(), reason.strip()
    proposal.save()
    if deadline and deadline.state != DeadlineState.OPEN:
        overtake(deadline)
