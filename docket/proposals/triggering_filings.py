"""The filings that may start a period, with what decides for whom: each table read once, and only when it is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property
from typing import Any, TypeVar

from django.db.models import F, Q, QuerySet

from docket.choices import ClaimEventKind, DatePrecision, Side
from docket.law.deadlines.periods import PERIODS
from docket.law.deadlines.rules import RULE_SETS
from docket.models import Case, CaseParty, ClaimAgainst, ClaimEvent, Filing, FilingLink, FilingParty
from docket.proposals.starts import NOT_COUNTED, STARTS, Whom

T = TypeVar("T")


class CaseRecord:
    """Filings of one case, in the order of its docket. A motion, say, starts its periods without any other table.

    on_request: also those that start only what staff must ask for.
    """

    def __init__(self, case: Case, filings: QuerySet[Filing], on_request: bool = True) -> None:
        self.case = case
        types = starting(counted_by(case), on_request)
        self._found = filings.filter(filing_type__in=types).order_by() if types else filings.none()
        self.filings = list(self._found.order_by(F("date_filed").asc(nulls_last=True), "sequence"))

    @cached_property
    def links(self) -> dict[int, list[FilingLink]]:
        """What each filing answers or rules on."""
        rows = FilingLink.objects.filter(from_filing__in=self._asking(Whom.OTHER_END)).select_related("to_filing")
        return _grouped((link.from_filing_id, link) for link in rows.order_by("kind", "pk"))

    @cached_property
    def filers(self) -> dict[int, list[CaseParty]]:
        """Who filed each filing, and each that it links to."""
        answered = FilingLink.objects.filter(from_filing__in=self._asking(Whom.OTHER_END)).order_by()
        theirs = Q(filing__in=self._asking(Whom.FILERS)) | Q(filing__in=answered.values("to_filing"))
        rows = FilingParty.objects.filter(theirs).select_related("case_party").order_by("pk")
        return _grouped((row.filing_id, row.case_party) for row in rows)

    @cached_property
    def against(self) -> dict[int, list[CaseParty]]:
        """Against whom each filing's claims are made."""
        rows = ClaimAgainst.objects.filter(claim__asserted_in__in=self._asking(Whom.AGAINST))
        found = rows.select_related("claim", "case_party").order_by("case_party__position", "case_party__pk", "pk")
        return _grouped((row.claim.asserted_in_id or 0, row.case_party) for row in found)

    @cached_property
    def services(self) -> dict[int, list[ClaimEvent]]:
        """The services of process that each filing proves."""
        rows = served(ClaimEvent.objects.filter(filing__in=self._asking(Whom.SERVED)))
        return _grouped((event.filing_id or 0, event) for event in rows)

    @cached_property
    def responding(self) -> list[CaseParty]:
        """Those who may have to respond, in the order of the caption."""
        parties = CaseParty.objects.filter(case=self.case, side=Side.RESPONDING)
        return list(parties.filter(date_terminated__isnull=True, doe_from=None).order_by("position", "pk"))

    def _asking(self, whom: Whom) -> QuerySet[Filing, Any]:
        types = [str(kind) for kind, starts in STARTS.items() if any(start.whom == whom for start in starts)]
        return self._found.filter(filing_type__in=types).values("pk")


def counted_by(case: Case) -> str:
    """The rule set of the case's forum; "" where none of its periods are held."""
    rule_set = case.forum.deadline_rules if case.forum else ""
    own = RULE_SETS[rule_set].categories if rule_set in RULE_SETS else ()
    counts = case.category in own if own else case.category not in NOT_COUNTED
    return rule_set if counts else ""


def slug_of(case: Case) -> str:
    """The forum's slug, by which local rules know their court; "" where the case names no forum."""
    return case.forum.slug if case.forum else ""


def why_none(case: Case) -> str:
    """In words for staff: why nothing is proposed in this case whatever is filed; "" where rules are held."""
    if counted_by(case):
        return ""
    if case.forum and case.forum.deadline_rules:
        return f"No periods are held for {case.get_category_display().lower()} cases: enter deadlines by hand."
    if case.forum is None:
        return "The case names no forum, so that no rules are known: enter deadlines by hand, or name the forum."
    return (
        f"No rules are held for this court ({case.forum}): enter deadlines by hand, with the rule that sets them. "
        "What is held: /about/deadlines/."
    )


def served(events: QuerySet[ClaimEvent]) -> QuerySet[ClaimEvent]:
    """Of those the services on a known day."""
    known = events.filter(kind=ClaimEventKind.SERVED, date__isnull=False, date_precision=DatePrecision.DAY)
    return known.select_related("claim_against__case_party", "filing")


@cache
def starting(rule_set: str, on_request: bool) -> frozenset[str]:
    """The types of filing that start a period under a rule set, in whatever year."""
    periods = [period for period in PERIODS if on_request or not period.condition]
    triggers = {period.trigger for period in periods if rule_set in period.forums}
    return frozenset(
        filing_type for filing_type, starts in STARTS.items() if any(start.trigger in triggers for start in starts)
    )


def _grouped(pairs: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
