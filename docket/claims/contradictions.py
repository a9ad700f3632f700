"""Where a case and the events of its claims cannot both be right: found for the publication page, the desk, a command.

Nothing is mended by it: which of the two is wrong only the filings can tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from docket.choices import (
    CLAIM_EVENT_RULES,
    CONVICTIONS,
    PLEAS_OF_GUILT,
    CaseDisposition,
    CaseStatus,
    ClaimEffect,
    ClaimEventKind,
    FilingState,
    FilingType,
    PartyRole,
)
from docket.claims.status import ClaimStatus, oldest_first
from docket.claims.status_in_record import for_status, status_on_record
from docket.models import Case, ClaimAgainst, Filing

Seen = Callable[[QuerySet[Any]], QuerySet[Any]]
Stand = tuple[ClaimAgainst, ClaimStatus]
AT_ONCE = 200
K, D = ClaimEventKind, CaseDisposition
CLOSED = (CaseStatus.DISPOSED, CaseStatus.REOPENED_DISPOSED)
# who was never named or served is commonly left when a case closes
NEVER_NAMED = (PartyRole.DOE_DEFENDANT, PartyRole.ROE)
PENDING = (ClaimEffect.OPEN, ClaimEffect.ANSWERED, ClaimEffect.REOPENED)
# a case that closed so has at least one claim that ended so
NEEDS: dict[str, tuple[ClaimEventKind, ...]] = {
    D.CONVICTED: tuple(kind for kind in CONVICTIONS if kind not in PLEAS_OF_GUILT),
    D.ACQUITTED: (K.ACQUITTED, K.ACQUITTAL_DIRECTED, K.NOT_GUILTY_INSANITY),
    D.PLEA: (*PLEAS_OF_GUILT, K.SENTENCED, K.SENTENCE_VACATED, K.REMANDED_RESENTENCING, K.COMMUTED),
}
# decides what is still there to be decided, so not what was dismissed, settled or withdrawn
JUDGMENTS = frozenset(
    {
        *(K.VERDICT, K.BENCH_JUDGMENT, K.SUMMARY_JUDGMENT, K.JUDGMENT_ON_PLEADINGS, K.JMOL_DIRECTED_VERDICT),
        *(K.DEFAULT_JUDGMENT, K.DECLARED, K.CONVICTED, K.CONVICTED_LESSER, K.ACQUITTED, K.SENTENCED),
        *(K.PETITION_GRANTED, K.PETITION_GRANTED_IN_PART, K.PETITION_DENIED, K.CLAIM_UPHELD, K.CLAIM_NOT_UPHELD),
        *PLEAS_OF_GUILT,
    }
)
GONE = frozenset(
    {
        *(K.VOLUNTARILY_DISMISSED, K.DISMISSED_MOTION, K.DISMISSED_STIPULATED, K.DISMISSED_WANT_OF_PROSECUTION),
        *(K.WITHDRAWN, K.STRUCK_OUT, K.NOLLE_PROSEQUI, K.DISMISSED_CRIMINAL, K.DEFERRAL_COMPLETED, K.SETTLED),
        *(K.DISCONTINUED, K.LIES_ON_FILE),
    }
)


@dataclass(frozen=True)
class Contradiction:
    """Two things in the record that cannot both be right, in a sentence; row: where to begin looking."""

    row: Case | ClaimAgainst
    sentence: str


def _all(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows


def contradictions(cases: Iterable[Case], seen: Seen = _all) -> Iterator[Contradiction]:
    """Of these cases, drafts and public ones alike; six queries for any two hundred.

    seen: narrows the claims and filings that are looked at to those that the reader may see.
    """
    waiting = iter(cases)
    while batch := list(islice(waiting, AT_ONCE)):
        yield from _of_batch(batch, seen)


def _of_batch(cases: list[Case], seen: Seen) -> Iterator[Contradiction]:
    of_cases = ClaimAgainst.objects.filter(case__in=cases, claim__carried_to__isnull=True)  # operative claims only
    of_cases = of_cases.select_related("case_party__party")
    stands: dict[int, list[Stand]] = {case.pk: [] for case in cases}
    for row in for_status(seen(of_cases)).order_by("claim", "pk"):
        stands[row.case_id].append((row, status_on_record(row)))
    pleas: dict[int, list[Any]] = {case.pk: [] for case in cases}
    agreements = Filing.objects.filter(case__in=cases, filing_type=FilingType.CRIM_PLEA_AGREEMENT, state=FilingState.OK)
    for plea in seen(agreements).prefetch_related("filing_parties__case_party").order_by("pk"):
        pleas[plea.case_id].append(plea)
    for case in cases:
        yield from _beside_a_closed_case(case, stands[case.pk])
        yield from _beside_a_plea(case, stands[case.pk], pleas[case.pk])
        for row, _ in stands[case.pk]:
            yield from _judged_though_gone(row)


def _beside_a_closed_case(case: Case, stands: list[Stand]) -> Iterator[Contradiction]:
    if case.status not in CLOSED or not stands:
        return
    ended = f" as “{case.get_disposition_display()}”" if case.disposition else ""
    for row, status in stands:
        if status.effect in PENDING and row.case_party.role not in NEVER_NAMED:
            yield Contradiction(row, f"{case} is closed{ended}, and {_against(row)} is pending: “{status.text}”.")
    needed = NEEDS.get(case.disposition, ())
    decided = {status.decision.kind for _, status in stands if status.decision}
    if needed and not decided & set(needed):
        yield Contradiction(case, f"{case} is closed{ended}, and no claim in it ended so.")


def _beside_a_plea(case: Case, stands: list[Stand], pleas: list[Any]) -> Iterator[Contradiction]:
    pending = [(row, status) for row, status in stands if status.effect in PENDING and status.decision is None]
    if not pending or case.category != "criminal":
        return
    for plea in pleas:
        filers = {filer.case_party.party_id for filer in plea.filing_parties.all()}
        for row, _ in pending:
            if row.case_party.party_id in filers or len({r.case_party_id for r, _ in stands}) == 1:
                words = f"{plea} is a plea agreement, and {_against(row)} is not decided"
                yield Contradiction(row, f"{words}: {row.case_party.party.name} is told to be presumed innocent.")


def _judged_though_gone(row: ClaimAgainst) -> Iterator[Contradiction]:
    """A judgment after a dismissal or settlement, with nothing between that reopened the claim."""
    gone: Any = None
    for event in sorted(row.events.all(), key=oldest_first):
        if event.filing is not None and event.filing.state != FilingState.OK:
            continue
        if event.kind in GONE:
            gone = event
        elif CLAIM_EVENT_RULES[event.kind].effect == ClaimEffect.REOPENED or event.kind == K.DEFAULT_SET_ASIDE:
            gone = None
        elif gone is not None and event.kind in JUDGMENTS:
            yield Contradiction(row, f"{_against(row)} has “{event}” after “{gone}”, and nothing reopened it.")
            return


def _against(row: ClaimAgainst) -> str:
    return f"“{row.claim.label or row.claim.title}” against {row.case_party.party.name}"
