"""Which filings answer which open deadlines, which orders extend them, and which answers no longer stand.

Proposed, never done.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from django.db.models import Prefetch, Q, QuerySet

from docket.choices import (
    DatePrecision,
    DeadlineState,
    FilingLinkKind,
    FilingState,
    FilingType,
    ProposalKind,
    ProposalState,
    RulingOutcome,
    dates,
)
from docket.law.deadlines.units import Direction
from docket.models import Case, Deadline, DeadlineProposal, Filing, FilingLink, FilingParty
from docket.proposals.ends import RESPONDING, ended_by

GRANTED = (RulingOutcome.GRANTED, RulingOutcome.GRANTED_IN_PART)
ENDS = (ProposalKind.CLOSE, ProposalKind.EXTEND, ProposalKind.REOPEN)

Row = Deadline | DeadlineProposal
R = TypeVar("R", Deadline, DeadlineProposal)


def propose_closing(case: Case, filings: QuerySet[Filing]) -> None:
    """For each filing the deadlines that it meets, extends or no longer meets; what it does not do now is overtaken."""
    deadlines = list(Deadline.objects.open().filter(case=case).select_related("trigger", "case_party"))
    known = list(DeadlineProposal.objects.filter(case=case, kind__in=ENDS).exclude(state=ProposalState.SUPERSEDED))
    wanted = [row for filing in _readied(filings, deadlines) for row in _proposals(case, filing, deadlines)]
    wanted += _reopenings(case, filings)
    _overtake([row for row in known if row.state == ProposalState.OPEN], wanted, filings)
    waiting = {row.deadline_id for row in known if row.state == ProposalState.OPEN}
    # what was accepted and applies again was undone since: the answer was struck, and stands again
    decided = {_key(row) for row in known if row.state != ProposalState.ACCEPTED}
    for row in wanted:
        if _key(row) not in decided and row.deadline_id not in waiting:
            row.save()
            waiting.add(row.deadline_id)


def is_met(case: Case, row: DeadlineProposal) -> bool:
    """Whether a filing in the record does what a deadline not yet made would call for."""
    filings = _readied(Filing.objects.filter(case=case, state=FilingState.OK), [row])
    return any(_met(filing, [row]) for filing in filings)


def _overtake(waiting: list[DeadlineProposal], wanted: list[DeadlineProposal], filings: QuerySet[Filing]) -> None:
    asked = set(filings.filter(pk__in=[row.satisfied_by_id for row in waiting]).values_list("pk", flat=True))
    still = {_key(row) for row in wanted}
    for row in waiting:
        if row.satisfied_by_id in asked and _key(row) not in still:
            row.state = ProposalState.SUPERSEDED
            row.save(update_fields=["state"])


def _proposals(case: Case, filing: Filing, deadlines: list[Deadline]) -> Iterable[DeadlineProposal]:
    if filing.state != FilingState.OK:
        return
    for deadline in _met(filing, deadlines):
        yield _proposal(case, ProposalKind.CLOSE, deadline, filing, _because(deadline, filing))
    for deadline in _extended(filing, deadlines):
        yield _proposal(case, ProposalKind.EXTEND, deadline, filing, f"{filing} grants more time. Give the new day.")


def _reopenings(case: Case, filings: QuerySet[Filing]) -> list[DeadlineProposal]:
    """The deadlines that one of the filings met or took out of force, which does not stand any more."""
    fallen = filings.exclude(state=FilingState.OK).values("pk")
    met = Q(state=DeadlineState.MET, satisfied_by__in=fallen) | Q(state=DeadlineState.VACATED, stopped_by__in=fallen)
    deadlines = Deadline.objects.filter(met, case=case).select_related("satisfied_by", "stopped_by", "case_party")
    return [
        _proposal(case, ProposalKind.REOPEN, deadline, closed_by, _fallen(closed_by))
        for deadline in deadlines
        if (closed_by := deadline.satisfied_by or deadline.stopped_by)
    ]


def _met(filing: Filing, deadlines: Sequence[R]) -> list[R]:
    """The deadlines that a filing meets: those whose trigger it is linked to, or the only one of its kind."""
    called_for = [
        d
        for d in deadlines
        if d.trigger_id != filing.pk and _does(filing, d) and _is_by(filing, d) and _is_in_its_time(filing, d)
    ]
    linked = [deadline for deadline in called_for if deadline.trigger_id and deadline.trigger_id in _answered(filing)]
    return linked or (called_for if len(called_for) == 1 else [])


def _does(filing: Filing, deadline: Row) -> bool:
    linked = deadline.trigger_id in _answered(filing)
    return filing.filing_type in ended_by(deadline.rule) or (linked and not deadline.rule)


def _is_by(filing: Filing, deadline: Row) -> bool:
    """By the party whose deadline it is, in whichever of its roles; an unnamed filer may be anyone."""
    filers = {row.case_party.party_id for row in filing.filing_parties.all()}
    return not filers or deadline.case_party is None or deadline.case_party.party_id in filers


def _is_in_its_time(filing: Filing, deadline: Row) -> bool:
    """Not from before the day on which time began to run: that one answered something else."""
    begun = deadline.trigger_date if deadline.direction == Direction.AFTER else None
    known = filing.date_filed if filing.date_filed_precision == DatePrecision.DAY else None
    return not begun or not known or known >= begun or deadline.trigger_id in _answered(filing)


def _answered(filing: Filing) -> set[int]:
    """The filings that it answers, and the proofs of service of those."""
    links = [link for link in filing.links_from.all() if link.kind in RESPONDING]
    proofs = {
        proof.from_filing_id
        for link in links
        for proof in link.to_filing.links_to.all()
        if proof.kind == FilingLinkKind.PROOF_OF_SERVICE_OF
    }
    return {link.to_filing_id for link in links} | proofs


def _extended(filing: Filing, deadlines: list[Deadline]) -> list[Deadline]:
    """The open deadlines of those whose motion for more time it grants."""
    movants = {
        row.case_party.party_id
        for link in filing.links_from.all()
        if link.kind == FilingLinkKind.RULES_ON and link.outcome in GRANTED
        if link.to_filing.filing_type == FilingType.MOT_EXTEND_TIME
        for row in link.to_filing.filing_parties.all()
    }
    return [d for d in deadlines if d.case_party and d.case_party.party_id in movants]


def _readied(filings: QuerySet[Filing], deadlines: Sequence[Row]) -> QuerySet[Filing]:
    """Those that may meet or extend one of the deadlines, in a constant number of queries."""
    types = {filing_type for deadline in deadlines for filing_type in ended_by(deadline.rule)}
    triggers = [deadline.trigger_id for deadline in deadlines if deadline.trigger_id]
    may = Q(filing_type__in=types) | Q(links_from__to_filing__in=triggers)
    may |= Q(links_from__to_filing__filing_type=FilingType.MOT_EXTEND_TIME)
    filers = FilingParty.objects.select_related("case_party")
    links = FilingLink.objects.select_related("to_filing").prefetch_related(
        Prefetch("to_filing__filing_parties", filers), "to_filing__links_to"
    )
    found = filings.filter(may).distinct() if deadlines else filings.none()
    return found.prefetch_related(Prefetch("filing_parties", filers), Prefetch("links_from", links))


def _proposal(case: Case, kind: str, deadline: Deadline, filing: Filing, because: str) -> DeadlineProposal:
    return DeadlineProposal(
        case=case,
        kind=kind,
        deadline=deadline,
        title=deadline.title,
        case_party=deadline.case_party,
        satisfied_by=filing,
        because=because,
    )


def _because(deadline: Deadline, filing: Filing) -> str:
    """For staff: with how it stands to the day."""
    if filing.date_filed is None:
        return f"{filing} does what was due; the day of filing is not known."
    days = (filing.date_filed - deadline.latest).days
    late = f", {days} day{'s' if days != 1 else ''} after {dates.show(deadline.latest)}: late" if days > 0 else ""
    return f"{filing}, filed {dates.show(filing.date_filed, filing.date_filed_precision)}{late}."


def _fallen(filing: Filing) -> str:
    """For staff."""
    return f"{filing}, which closed it, is marked: {filing.get_state_display().lower()}."


def _key(row: DeadlineProposal) -> tuple[str, int | None, int | None]:
    return row.kind, row.deadline_id, row.satisfied_by_id
