"""The filters of cases."""

from __future__ import annotations

from django import forms
from django.db.models import Exists, OuterRef, QuerySet

from docket.choices import CASE_STATUS_PUBLIC_LABEL, CaseCategory, CaseType, PartyRole
from docket.listing.filter_by_row import Named, NamedFilter
from docket.listing.filterset import ListFilter, WordsFilter
from docket.models import Case, CaseMatter, CaseParty
from docket.site.filters import search
from docket.site.filters.parts import NEWEST, OLDEST, choice, forum_filter, matter_filter, part_in_case, party_filter
from docket.site.filters.periods import Period, PeriodFilter, since, until


class CaseFilter(ListFilter):
    """Cases by caption or number, matter, forum, type, status, party and date."""

    orders = (NEWEST, OLDEST)
    first = ("q", "category", "status")

    q = WordsFilter(label="Caption or number", method="by_words")
    category = choice("Category", CaseCategory.choices)
    status = choice("Status", list(CASE_STATUS_PUBLIC_LABEL.items()))
    matter = matter_filter()
    forum = forum_filter()
    type = choice("Type of case", CaseType.choices, field_name="case_type")
    party = party_filter("Party", "unchanged")
    role = choice("Role of the party", PartyRole.choices, method="unchanged")
    filed_from = PeriodFilter(label="Filed from", method="from_day")
    filed_to = PeriodFilter(label="Filed to", method="to_day")
    # not in the form, where words of the caption do as well: the files of one case ask by it
    case = NamedFilter(label="Case", find=search.cases_named, what="cases", method="of_case", widget=forms.HiddenInput)

    def by_words(self, rows: QuerySet[Case], name: str, text: str) -> QuerySet[Case]:
        """Cases whose caption or docket number, here or elsewhere, has the words."""
        return rows.filter(search.case_words(text))

    def of_case(self, rows: QuerySet[Case], name: str, case: Named) -> QuerySet[Case]:
        """One case, or those so named."""
        return rows.filter(pk__in=case.ids)

    def in_matter(self, rows: QuerySet[Case], name: str, matter: Named) -> QuerySet[Case]:
        """A case may belong to several matters: it is listed once."""
        return rows.filter(Exists(CaseMatter.objects.filter(case=OuterRef("pk"), matter__in=matter.ids)))

    def in_forum(self, rows: QuerySet[Case], name: str, forum: Named) -> QuerySet[Case]:
        """Cases before the forum, or before one of those so named."""
        return rows.filter(forum__in=forum.ids)

    def from_day(self, rows: QuerySet[Case], name: str, period: Period) -> QuerySet[Case]:
        """Filed in or after the period."""
        return rows.filter(since("date_filed", period.first))

    def to_day(self, rows: QuerySet[Case], name: str, period: Period) -> QuerySet[Case]:
        """Filed in or before the period."""
        return rows.filter(until("date_filed", period.last))

    def filter_queryset(self, rows: QuerySet[Case]) -> QuerySet[Case]:
        """The party in that role: of one and the same row."""
        rows = super().filter_queryset(rows)
        part = part_in_case(self.form.cleaned_data)
        return rows.filter(Exists(CaseParty.objects.filter(part, case=OuterRef("pk")))) if part else rows
