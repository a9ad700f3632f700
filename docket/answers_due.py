"""When an answer is due: for each claim against a party the open deadline by which that party answers it."""

from __future__ import annotations

from collections.abc import Iterable

from docket.choices import FilingLinkKind
from docket.models import Claim, ClaimAgainst, Deadline, FilingLink
from docket.proposals.ends import answer_periods


def answers_due(rows: Iterable[ClaimAgainst]) -> dict[int, Deadline]:
    """By the claim-against's primary key; three queries for any number of rows, which come with their claim.

    A deadline that runs from a pleading, or from the proof of its service, is for the claims of that pleading; any
    other is for every claim against the party. Where several would do, the first to fall due counts.
    """
    rows = list(rows)
    due = Deadline.objects.open().filter(rule__in=answer_periods())
    # the first to fall due comes last, and so stays in the dictionary
    found = list(due.filter(case_party__in={row.case_party_id for row in rows}).order_by("-earliest", "-pk"))
    pleadings = _pleadings({deadline.trigger_id for deadline in found if deadline.trigger_id})
    return {
        row.pk: deadline
        for deadline in found
        for row in rows
        if deadline.case_party_id == row.case_party_id
        and row.claim.asserted_in_id in (None, *pleadings.get(deadline.trigger_id or 0, {row.claim.asserted_in_id}))
    }


def _pleadings(papers: set[int]) -> dict[int, set[int]]:
    """The pleadings that each of these papers is or serves; none for an order that starts the time anew."""
    found = {
        pk: {pk} for pk in Claim.objects.filter(asserted_in__in=papers).values_list("asserted_in", flat=True) if pk
    }
    for link in FilingLink.objects.filter(from_filing__in=papers, kind=FilingLinkKind.PROOF_OF_SERVICE_OF):
        found.setdefault(link.from_filing_id, set()).add(link.to_filing_id)
    return found
