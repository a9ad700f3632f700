"""What has come into the record since a day: filed since, or older and added or corrected here since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from django.db.models import Q, QuerySet

from docket.models import Case, ClaimEvent, Filing, Hearing, Matter, Update
from docket.site.filters.periods import since as reaching
from docket.site.looking_back.filings import AT_MOST, lines_by_key


@dataclass
class Changes:
    """filed: lines of the docket. touched: older lines, older events: added or corrected in this record since."""

    filed: list[Any]
    more_filed: bool
    touched: list[Any]
    events: list[ClaimEvent]
    hearings: list[Hearing]
    updates: list[Update]

    @property
    def any(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.filed or self.touched or self.events or self.hearings or self.updates)


def changes_since(row: Case | Matter, filings: QuerySet[Filing], day: date) -> Changes:
    """Since that day, the newest first; six queries."""
    moment = datetime.combine(day, time.min, UTC)
    of_case = Q(case=row) if isinstance(row, Case) else Q(case__in=filings.values("case"))
    new = filings.filter(reaching("date_filed", day)).order_by("-date_filed", "-sequence")
    filed = list(new.values_list("pk", flat=True)[: AT_MOST + 1])
    older = filings.filter(updated_at__gte=moment).exclude(reaching("date_filed", day) & Q(date_filed__isnull=False))
    touched = list(older.order_by("-updated_at", "-date_filed", "-sequence").values_list("pk", flat=True)[:AT_MOST])
    lines = lines_by_key([*filed[:AT_MOST], *touched])
    events = ClaimEvent.objects.filter(of_case, updated_at__gte=moment).exclude(
        reaching("date", day) & Q(date__isnull=False)
    )
    shown = events.select_related("claim_against__claim", "claim_against__case_party__party", "filing")
    return Changes(
        filed=[lines[pk] for pk in filed[:AT_MOST]],
        more_filed=len(filed) > AT_MOST,
        touched=[lines[pk] for pk in touched],
        events=list(shown.order_by("-updated_at", "-date", "position", "pk")[:AT_MOST]),
        hearings=list(Hearing.objects.filter(of_case, updated_at__gte=moment).order_by("-date", "pk")[:AT_MOST]),
        updates=list(Update.objects.filter(_prose(row), date__gte=day).order_by("-date", "-pk")[:AT_MOST]),
    )


def _prose(row: Case | Matter) -> Q:
    return Q(case=row) if isinstance(row, Case) else Q(matter=row)
