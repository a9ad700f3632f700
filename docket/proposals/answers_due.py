"""When an answer is due: for each claim against a party the open deadline by which that party answers it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, QuerySet

from docket.choices import FilingLinkKind
from docket.models import Claim, ClaimAgainst, Deadline, FilingLink
from docket.proposals.ends import answer_periods


def answers_due(rows: Iterable[ClaimAgainst], on: date | None = None) -> dict[int, Deadline]:
    """By the claim-against's primary key; one query for any number of rows, which come with their claim.

    on: leave out days that on every reading lie before that day; None keeps them, for the desk. A deadline that runs
    from a pleading, or from the proof of its service, is for the claims of that pleading; any other is for every claim
    against the party. Where several would do, the first to fall due counts.
    """
    rows = list(rows)
    due = Deadline.objects.pending(on) if on else Deadline.objects.open()
    # the first to fall due comes last, and so stays in the dictionary
    found = _with_pleadings(due.filter(case_party__in={row.case_party_id for row in rows})).order_by("-earliest", "-pk")
    return {
        row.pk: deadline
        for deadline in found
        for row in rows
        if deadline.case_party_id == row.case_party_id and _is_for(row.claim, deadline)
    }


def _with_pleadings(deadlines: QuerySet[Deadline]) -> QuerySet[Deadline]:
    proofs = FilingLink.objects.filter(from_filing=OuterRef("trigger"), kind=FilingLinkKind.PROOF_OF_SERVICE_OF)
    return (
        deadlines.filter(rule__in=answer_periods())
        .select_related("case__forum", "case_party__party")
        .annotate(
            pleads=Exists(Claim.objects.filter(asserted_in=OuterRef("trigger"))),
            serves=ArraySubquery(proofs.values("to_filing")),
        )
    )


def _is_for(claim: Claim, deadline: Any) -> bool:
    pleadings = [deadline.trigger_id] if deadline.pleads else deadline.serves
    return not pleadings or claim.asserted_in_id in (None, *pleadings)
