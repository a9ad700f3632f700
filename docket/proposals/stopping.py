"""Which open deadlines a notice of removal takes out of force in the state court (28 U.S.C. 1446(d)).

Proposed, never done.
"""

from __future__ import annotations

from docket.choices import Certainty, DeadlineState, ProposalKind, ProposalState
from docket.law.deadlines.periods import Purpose, purpose_of
from docket.models import Case, Deadline, DeadlineProposal, Filing
from docket.proposals.removal import STATE_TIME, out_of
from docket.proposals.upkeep import Proposed

RUNS_ON = frozenset({Purpose.REMOVAL, Purpose.REMAND})


def propose_stops(case: Case, result: Proposed) -> None:
    """For each open deadline that the state court counted, once; what staff dismissed is not proposed again."""
    notice = out_of(case)
    known = DeadlineProposal.objects.filter(case=case, kind=ProposalKind.STOP).exclude(state=ProposalState.SUPERSEDED)
    if notice is None or notice.date_filed is None:
        return
    asked = set(known.filter(satisfied_by=notice).values_list("deadline", flat=True))
    open_ones = Deadline.objects.filter(case=case, state=DeadlineState.OPEN, certainty=Certainty.COMPUTED)
    for deadline in open_ones.filter(latest__gte=notice.date_filed).exclude(pk__in=asked).order_by("pk"):
        if purpose_of(deadline.rule) not in RUNS_ON:
            _stop(deadline, notice).save()


def _stop(deadline: Deadline, notice: Filing) -> DeadlineProposal:
    return DeadlineProposal(
        case=deadline.case,
        kind=ProposalKind.STOP,
        deadline=deadline,
        title=deadline.title,
        case_party=deadline.case_party,
        satisfied_by=notice,
        because=f"{notice}. {STATE_TIME}",
    )
