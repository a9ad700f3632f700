"""Claims whose public status would be false, because what changed it is withheld: a person chooses what is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from docket.claims import standing_on_record
from docket.desk.acts import try_out
from docket.models import ClaimAgainst, ClaimEvent
from docket.publishing.preview import as_published

CHOICES = ClaimAgainst.Disclosure.choices


@dataclass(frozen=True)
class Falsified:
    """A claim × party that the record says one thing of, and the public page would say another."""

    row: ClaimAgainst
    truly: str
    publicly: str
    choices: list[tuple[str, str]]

    @property
    def name(self) -> str:
        """The name of its box."""
        return f"disclosure-{self.row.pk}"


def falsified(row: Any, act: str) -> list[Falsified]:
    """The claims of the row's case, or decided by its papers, that would be shown with another status than theirs."""
    case = row.pk if row._meta.label == "docket.Case" else getattr(row, "case_id", None)
    if case is None or not act:
        return []
    concerned = ClaimAgainst.objects.filter(
        Q(case=case) | Q(pk__in=ClaimEvent.objects.filter(filing_case=case).values("claim_against")),
        disclosure=ClaimAgainst.Disclosure.SHOWN,
    )
    truly = {claim.pk: claim for claim in _with_events(concerned)}
    if not any(claim.events.all() for claim in truly.values()):
        return []
    with as_published(lambda: try_out(act, row)):
        publicly = {c.pk: standing_on_record(c).text for c in _with_events(ClaimAgainst.objects.filter(pk__in=truly))}
    return [
        Falsified(truly[pk], said, text, CHOICES)
        for pk, text in sorted(publicly.items())
        if (said := standing_on_record(truly[pk]).text) != text
    ]


def choose(answers: Mapping[str, Any], falsified: list[Falsified]) -> None:
    """Write down what a person chose for each."""
    for found in falsified:
        answer = answers.get(found.name)
        if answer in ClaimAgainst.Disclosure.values and answer != found.row.disclosure:
            ClaimAgainst.objects.filter(pk=found.row.pk).update(disclosure=answer)


def _with_events(claims: QuerySet[ClaimAgainst]) -> QuerySet[ClaimAgainst]:
    return ClaimAgainst.objects.with_events().filter(pk__in=claims.values("pk"))
