"""How cases and how filings are tied to one another, read from either end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from docket.choices import CASE_LINK_INVERSE_LABEL, FILING_LINK_RULES
from docket.models import Case, CaseLink, Filing, FilingLink


@dataclass
class Relation:
    """A tie to another case, read from this one. `case` is None where only words name the other end."""

    label: str
    case: Case | None
    link: CaseLink


def relations_of(case: Case) -> list[Relation]:
    """The ties of a case in both directions; one query."""
    links = CaseLink.objects.filter(Q(from_case=case) | Q(to_case=case))
    found = []
    for link in links.select_related("from_case__forum", "to_case__forum").order_by("kind", "pk"):
        if link.from_case_id == case.pk:
            found.append(Relation(link.get_kind_display(), link.to_case, link))
        else:
            found.append(Relation(CASE_LINK_INVERSE_LABEL[link.kind], link.from_case, link))
    return found


@dataclass
class Tie:
    """A link of a filing, read from it: “ruled on by 14 (granted)”. `case` where the other end is elsewhere."""

    words: str
    filing: Filing
    case: Case | None
    outcome: str


def ties_of(filings: Iterable[Filing]) -> dict[int, list[Tie]]:
    """The links of these filings in both directions, by filing; one query."""
    ids = [filing.pk for filing in filings]
    links = FilingLink.objects.filter(Q(from_filing__in=ids) | Q(to_filing__in=ids))
    links = links.select_related("from_filing", "to_filing", "from_case", "to_case").order_by("kind", "pk")
    ties: dict[int, list[Tie]] = {pk: [] for pk in ids}
    for link in links:
        rule = FILING_LINK_RULES[link.kind]
        crosses = link.from_case_id != link.to_case_id
        outcome = link.get_outcome_display().lower() if link.outcome else ""
        if link.from_filing_id in ties:
            other = link.to_case if crosses else None
            ties[link.from_filing_id].append(Tie(rule.label, link.to_filing, other, outcome))
        if link.to_filing_id in ties:
            other = link.from_case if crosses else None
            ties[link.to_filing_id].append(Tie(rule.inverse_label, link.from_filing, other, outcome))
    return ties
