"""The filters of hearings and of deadlines, as the form above a calendar asks for them."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeVar

from django.db.models import Exists, Model, OuterRef, QuerySet

from docket.choices import Certainty, DeadlineState, HearingKind
from docket.listing.filter_by_row import Named, NamedFilter
from docket.listing.filterset import ListFilter
from docket.listing.pagination import Key, Order
from docket.models import CaseMatter, Deadline, Hearing
from docket.site.filters import search
from docket.site.filters.parts import choice, forum_filter, matter_filter
from docket.site.filters.periods import Period, PeriodFilter

M = TypeVar("M", bound=Model)
APART = timedelta(days=60)  # two readings of the law are never further apart


class CalendarFilter(ListFilter):
    """What both have: who set the day, the span of days, and the case. Each says itself what its `from_day` (that day
    or later) and `to_day` (that day or before) are.
    """

    first = ("certainty", "day_from", "day_to")

    certainty = choice("Certainty", Certainty.choices)
    day_from = PeriodFilter(label="From", method="from_day")
    day_to = PeriodFilter(label="To", method="to_day")
    matter = matter_filter()
    case = NamedFilter(label="Case", find=search.cases_named, what="cases", method="of_case")
    forum = forum_filter()

    def in_matter(self, rows: QuerySet[M], name: str, matter: Named) -> QuerySet[M]:
        """Days in cases that belong to the matter, or to one of those so named."""
        return rows.filter(Exists(CaseMatter.objects.filter(case=OuterRef("case"), matter__in=matter.ids)))

    def of_case(self, rows: QuerySet[M], name: str, case: Named) -> QuerySet[M]:
        """Of one case, or those so named."""
        return rows.filter(case__in=case.ids)

    def in_forum(self, rows: QuerySet[M], name: str, forum: Named) -> QuerySet[M]:
        """Days in cases before the forum, or before one of those so named."""
        return rows.filter(case__forum__in=forum.ids)


class HearingFilter(CalendarFilter):
    """Hearings in the order of time."""

    orders = (Order("soonest", "In the order of time", (Key("date"), Key("pk"))),)

    kind = choice("Kind", HearingKind.choices)

    def from_day(self, rows: QuerySet[Hearing], name: str, period: Period) -> QuerySet[Hearing]:
        """Hearings on or after the first day of the period."""
        return rows.filter(date__gte=period.first)

    def to_day(self, rows: QuerySet[Hearing], name: str, period: Period) -> QuerySet[Hearing]:
        """Hearings on or before the last day of the period."""
        return rows.filter(date__lte=period.last)


class DeadlineFilter(CalendarFilter):
    """Deadlines in the order of time."""

    orders = (Order("soonest", "In the order of time", (Key("earliest"), Key("pk"))),)

    state = choice("State", DeadlineState.choices)

    def from_day(self, rows: QuerySet[Deadline], name: str, period: Period) -> QuerySet[Deadline]:
        """By the later reading, as the calendar lists them; the first condition alone can bound an index."""
        return rows.filter(earliest__gte=period.first - APART, latest__gte=period.first)

    def to_day(self, rows: QuerySet[Deadline], name: str, period: Period) -> QuerySet[Deadline]:
        """Due on or before the period's last day by the earlier reading."""
        return rows.filter(earliest__lte=period.last)
