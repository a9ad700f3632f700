"""What staff make of what was read: confirm it, set it right, take it away, or make a hearing or deadline of a day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils import timezone

from docket.choices import Certainty, Derived, DerivedDateKind, ProposalState
from docket.models import Deadline, DerivedDate, Filing, FilingLink, FilingParty, Hearing


def confirm(rows: QuerySet[Any]) -> int:
    """Say of derived types, filers or links that they are right; returns how many were open."""
    if rows.model is Filing:
        return rows.filter(type_derived=Derived.DERIVED).update(type_derived=Derived.CONFIRMED)
    return rows.filter(is_derived=True).update(is_derived=False)


def confirm_filers(filings: QuerySet[Filing]) -> int:
    """Say of the filers that were read of these filings that they are right; returns how many were open."""
    return confirm(FilingParty.objects.filter(filing__in=filings))


def set_type(filings: QuerySet[Filing], filing_type: str) -> int:
    """Give filings a type, or none, that no later reading changes."""
    return filings.update(filing_type=filing_type, type_derived=Derived.CONFIRMED)


def set_link(links: QuerySet[FilingLink], kind: str, outcome: str) -> int:
    """Say what links do, and how what they rule on ended; no later reading changes them."""
    return links.update(kind=kind, outcome=outcome, is_derived=False)


def reject(links: QuerySet[FilingLink]) -> int:
    """Take derived links away; what imports remember of them keeps them from coming back."""
    return links.filter(is_derived=True).delete()[0]


@transaction.atomic
def accept(days: Iterable[DerivedDate], *, actor: Any) -> list[Model]:
    """Make a draft hearing or deadline of each day that waits; one that the record has already is not made again."""
    made = []
    for day in DerivedDate.objects.select_for_update(no_key=True).filter(
        pk__in=[day.pk for day in days], state=ProposalState.OPEN
    ):
        row = _hearing(day) if day.kind == DerivedDateKind.HEARING else _deadline(day)
        if row.pk is None:
            row.save()
            made.append(row)
        _decided(day, ProposalState.ACCEPTED, actor)
    return made


def dismiss(days: Iterable[DerivedDate], *, actor: Any) -> int:
    """Keep days from being proposed again; returns how many waited."""
    waiting = DerivedDate.objects.filter(pk__in=[day.pk for day in days], state=ProposalState.OPEN)
    return waiting.update(state=ProposalState.DISMISSED, decided_by=actor, decided_at=timezone.now())


def _hearing(day: DerivedDate) -> Model:
    same = Hearing.objects.filter(case=day.case_id, date=day.date, time=day.time, kind=day.hearing_kind)
    return same.first() or Hearing(
        case_id=day.case_id,
        kind=day.hearing_kind,
        title=day.title,
        date=day.date,
        time=day.time,
        certainty=Certainty.ORDERED,
        set_by_id=day.filing_id,
    )


def _deadline(day: DerivedDate) -> Model:
    same = Deadline.objects.filter(case=day.case_id, earliest=day.date, title=day.title)
    return same.first() or Deadline(
        case_id=day.case_id,
        title=day.title,
        earliest=day.date,
        latest=day.date,
        certainty=Certainty.ORDERED,
        trigger_id=day.filing_id,
    )


def _decided(day: DerivedDate, state: ProposalState, actor: Any) -> None:
    day.state, day.decided_by, day.decided_at = state, actor, timezone.now()
    day.save(update_fields=["state", "decided_by", "decided_at"])
