"""The filters of matters."""

from __future__ import annotations

import django_filters
from django.db.models import Exists, OuterRef, QuerySet

from docket.listing.filter_by_row import Named, all_words
from docket.listing.filterset import ListFilter, WordsFilter
from docket.listing.pagination import Key, Order
from docket.models import CaseMatter, Matter, MatterParty
from docket.site.filters.parts import party_filter
from docket.site.filters.periods import Period, PeriodFilter, since, until


class MatterFilter(ListFilter):
    """Matters by title, subject, person and date."""

    orders = (
        Order("newest", "Newest first", (Key("happened_on", True, nulls="last"), Key("pk", True)), nullable=True),
        Order("oldest", "Oldest first", (Key("happened_on", nulls="last"), Key("pk")), nullable=True),
        Order("title", "Title", (Key("title"), Key("pk"))),
    )
    first = ("q", "tag")

    q = WordsFilter(label="Title or place", method="by_words")
    tag = django_filters.CharFilter(label="Subject", method="with_tag", max_length=60)
    party = party_filter("Person or organization", "with_party")
    happened_from = PeriodFilter(label="Happened from", method="from_day")
    happened_to = PeriodFilter(label="Happened to", method="to_day")

    def by_words(self, rows: QuerySet[Matter], name: str, text: str) -> QuerySet[Matter]:
        """Matters whose title or place holds all the words."""
        return rows.filter(all_words(text, "title", "place"))

    def with_tag(self, rows: QuerySet[Matter], name: str, tag: str) -> QuerySet[Matter]:
        """Matters that bear the tag, whole: `rigging` does not find `stage rigging`."""
        return rows.filter(tags__contains=[tag])

    def with_party(self, rows: QuerySet[Matter], name: str, party: Named) -> QuerySet[Matter]:
        """In the event itself or in a case that followed."""
        event = MatterParty.objects.filter(matter=OuterRef("pk"), party__in=party.ids)
        case = CaseMatter.objects.filter(matter=OuterRef("pk"), case__case_parties__party__in=party.ids)
        return rows.filter(Exists(event) | Exists(case))

    def from_day(self, rows: QuerySet[Matter], name: str, period: Period) -> QuerySet[Matter]:
        """Happened in or after the period."""
        return rows.filter(since("happened_on", period.first))

    def to_day(self, rows: QuerySet[Matter], name: str, period: Period) -> QuerySet[Matter]:
        """Happened in or before the period."""
        return rows.filter(until("happened_on", period.last))
