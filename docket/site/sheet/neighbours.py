"""What stands before and after a filing on its docket, and the address of its own line there; three queries."""

from __future__ import annotations

from dataclasses import dataclass

from docket.models import Filing
from docket.publishing.visibility import NOT_LISTED
from docket.site.sheet.page import ROWS, ids_from


@dataclass(frozen=True)
class Neighbours:
    """previous, following: the filings beside it, None at either end. line: the address of its own line."""

    previous: Filing | None
    following: Filing | None
    line: str


def neighbours_of(filing: Filing) -> Neighbours:
    """In the court's order. A line beyond the docket's first page is the first of the page that its address opens."""
    readable = Filing.objects.filter(case=filing.case_id).exclude(visibility__in=NOT_LISTED)
    before = ids_from(readable, newest_first=False, start=filing, backwards=True)
    after = ids_from(readable, newest_first=False, start=filing, backwards=False)
    beside = {row.pk: row for row in Filing.objects.filter(pk__in=[*before[:1], *after[:1]])}
    previous = beside.get(before[0]) if before else None
    page = f"?after={previous.public_id}" if previous and len(before) >= ROWS else ""
    return Neighbours(
        previous=previous,
        following=beside.get(after[0]) if after else None,
        line=f"{filing.case.get_absolute_url()}{page}#e-{filing.public_id}",
    )
