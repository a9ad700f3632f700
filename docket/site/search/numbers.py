"""The cases of a docket number, however it is written: their own number, or another one that they have or had."""

from __future__ import annotations

from django.db.models import Q

from docket.law.docket_numbers import may_be_one, searched
from docket.models import Case, CaseNumber
from docket.site.filters import listed

MOST = 300  # cases of one number in so many forums and offices
SHORT = 5  # a number of fewer letters stands in too many others to be looked for in them


def cases_numbered(text: str) -> list[Case]:
    """Cases that are not under seal and may be meant by this number; at most two queries."""
    cores = sorted({number.core for number in searched(text) if number.core})
    if not cores:
        return []
    own = listed.cases().filter(_holds("docket_number_normal", cores)).select_related("forum").order_by()[:MOST]
    found = [case for case in own if case.may_be_numbered(text)]
    return found or _by_other_number(text, cores)


def _by_other_number(text: str, cores: list[str]) -> list[Case]:
    written = _holds("number", [*cores, text])
    rows = CaseNumber.objects.filter(written, case__in=listed.cases()).select_related("case__forum", "forum")
    found = {
        row.case.pk: row.case
        for row in rows.order_by()[:MOST]
        if may_be_one(row.number, text, row.forum.docket_pattern if row.forum else "")
    }
    return list(found.values())


def _holds(column: str, numbers: list[str]) -> Q:
    found = Q()
    for number in numbers:
        found |= Q(**{f"{column}__{'iexact' if len(number) < SHORT else 'icontains'}": number})
    return found
