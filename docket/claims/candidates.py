"""Which claims may stand in some way, before their events are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from docket.choices import CLAIM_EVENT_RULES, ClaimEffect, FilingState
from docket.models import ClaimEvent

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from docket.models import ClaimAgainst


def candidates(rows: QuerySet[ClaimAgainst], effect: str) -> QuerySet[ClaimAgainst]:
    """At least all that stand so: only something that happened answers, stays, ends or reopens a claim.

    Silence shows in no event, and an answer may have been stricken: any claim may be open.
    """
    if effect == ClaimEffect.OPEN:
        return rows
    events = ClaimEvent.objects.filter(claim_against=OuterRef("pk"))
    kinds = [kind for kind, rule in CLAIM_EVENT_RULES.items() if rule.effect in _effects(effect)]
    happened = Q(kind__in=kinds)
    if effect == ClaimEffect.DISPOSED:
        happened |= ~Q(filing__state=FilingState.OK) & Q(filing__isnull=False)  # a stricken pleading ends its claims
    return rows.filter(Exists(events.filter(happened)))


def _effects(effect: str) -> set[ClaimEffect]:
    # in an appeal's own docket, what reopens the claim below decides the issue
    return {ClaimEffect(effect), *([ClaimEffect.REOPENED] if effect == ClaimEffect.DISPOSED else [])}
