"""What the tables that are read now say of claims, motions and pleadings: their public status, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from docket.claims import status_of
from docket.models import Case, ClaimAgainst, ClaimEvent
from docket.models.claims import ClaimAgainstQuerySet
from docket.publishing.visibility import Visibility
from docket.site.sheet.motions import said_of


@dataclass(frozen=True)
class Told:
    """By the ids of claims against a party, and of filings. open_cases: of the claims' cases, those that are public."""

    claims: dict[int, str] = field(default_factory=dict)
    filings: dict[int, str] = field(default_factory=dict)
    open_cases: frozenset[int] = frozenset()


def read(claims: Iterable[int], case: int | None) -> Told:
    """What is said now; nothing of what the tables do not hold."""
    rows = list(ClaimAgainst.objects.filter(pk__in=list(claims)).with_events())
    cases = Case.objects.filter(pk__in={row.case_id for row in rows}, visibility=Visibility.PUBLIC)
    return Told(
        {row.pk: status_of(row).text for row in rows},
        said_of([case]) if case else {},
        frozenset(cases.values_list("pk", flat=True)),
    )


def case_of(row: Any) -> int | None:
    """The case of which a row says something."""
    return row.pk if row._meta.label == "docket.Case" else getattr(row, "case_id", None)


def claims_of(row: Any) -> list[int]:
    """The claims of the row's case, decided by its filings, or against that person."""
    found = concerned(row)
    return [] if found is None else list(found.values_list("pk", flat=True))


def concerned(row: Any) -> ClaimAgainstQuerySet | None:
    """The same as rows; None where the row has neither a case nor is a person."""
    if row._meta.label == "parties.Party":
        return ClaimAgainst.objects.filter(case_party__party=row)
    case = case_of(row)
    if case is None:
        return None
    elsewhere = ClaimEvent.objects.filter(filing_case=case).values("claim_against")
    return ClaimAgainst.objects.filter(Q(case=case) | Q(pk__in=elsewhere))
