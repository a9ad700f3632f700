"""The filters of filings, and the full-text search among them."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import Any

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, Exists, F, Func, OuterRef, QuerySet, Value

from docket.choices import FILING_GROUPS, CaseCategory, FilingState, FilingType, PartyRole, filing_group
from docket.listing.filter_by_row import Named, NamedFilter
from docket.listing.filterset import Decorate, ListFilter, WordsFilter
from docket.listing.pages_in_hand import page_of_known, sorted_by
from docket.listing.pagination import Order, Page
from docket.models import CaseMatter, Document, Filing, FilingParty
from docket.site.filters import search
from docket.site.filters.parts import (
    BEST,
    DOCKET,
    NEWEST,
    OLDEST,
    choice,
    forum_filter,
    matter_filter,
    part_in_case,
    party_filter,
)
from docket.site.filters.periods import Period, PeriodFilter, since, until
from docket.site.undecided import without_ruling


class FilingFilter(ListFilter):
    """Filings by their words, type, state, documents, filer and date, and by their case."""

    orders = (NEWEST, OLDEST)
    at_times = (DOCKET, BEST)
    first = ("q", "group", "type", "filed_from", "filed_to")

    q = WordsFilter(label="Words in title or docket text", method="by_words")
    group = choice("Sort of filing", list(FILING_GROUPS.items()), method="of_group")
    type = choice("Type of filing", FilingType.choices, field_name="filing_type")
    filed_from = PeriodFilter(label="Filed from", method="from_day")
    filed_to = PeriodFilter(label="Filed to", method="to_day")
    documents = choice(
        "Documents",
        [("file", "Can be read here"), ("listed", "Are listed"), ("none", "None listed")],
        method="with_documents",
    )
    state = choice("State", FilingState.choices)
    motions = choice("Motions", [("no_ruling", "No ruling linked to them")], method="of_motions")
    party = party_filter("Filed by", "unchanged")
    role = choice("Role of the filer", PartyRole.choices, method="unchanged")
    matter = matter_filter()
    case = NamedFilter(label="Case", find=search.cases_named, what="cases", method="of_case")
    forum = forum_filter()
    category = choice("Category of case", CaseCategory.choices, field_name="case__category")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        group, asked = self.data.get("group"), self.data.get("type")
        # two hundred types are offered group by group; one of another group is answered too, by no rows
        if group in FILING_GROUPS:
            of_group = [pair for pair in FilingType.choices if filing_group(pair[0]) == group or pair[0] == asked]
            self.filters["type"].extra["choices"] = of_group
        elif not asked:
            self.filters["type"].extra["widget"] = forms.HiddenInput

    def offered(self) -> tuple[Order, ...]:
        """Best first only among words, the docket's own order only within a case."""
        words, case = self.data.get("q"), self.data.get("case")
        return (*((DOCKET,) if case else ()), *self.orders, *((BEST,) if words else ()))

    def by_words(self, rows: QuerySet[Filing], name: str, text: str) -> QuerySet[Filing]:
        """Filings whose title or docket text holds the words."""
        return rows.filter(text_vector=search.filing_query(text))

    def of_group(self, rows: QuerySet[Filing], name: str, group: str) -> QuerySet[Filing]:
        """Every type of a group."""
        return rows.filter(filing_type__in=[value for value in FilingType.values if filing_group(value) == group])

    def from_day(self, rows: QuerySet[Filing], name: str, period: Period) -> QuerySet[Filing]:
        """Filed in or after the period."""
        return rows.filter(since("date_filed", period.first))

    def to_day(self, rows: QuerySet[Filing], name: str, period: Period) -> QuerySet[Filing]:
        """Filed in or before the period."""
        return rows.filter(until("date_filed", period.last))

    def with_documents(self, rows: QuerySet[Filing], name: str, which: str) -> QuerySet[Filing]:
        """By what of its documents is in the record."""
        listed = Document.objects.filter(filing=OuterRef("pk"))
        if which == "none":
            return rows.filter(~Exists(listed))
        return rows.filter(Exists(listed.exclude(file="") if which == "file" else listed))

    def of_motions(self, rows: QuerySet[Filing], name: str, which: str) -> QuerySet[Filing]:
        """Those that a page of their case would list as without a ruling."""
        return rows.filter(without_ruling())

    def in_matter(self, rows: QuerySet[Filing], name: str, matter: Named) -> QuerySet[Filing]:
        """Filings of the matter's cases."""
        return rows.filter(Exists(CaseMatter.objects.filter(case=OuterRef("case"), matter__in=matter.ids)))

    def of_case(self, rows: QuerySet[Filing], name: str, case: Named) -> QuerySet[Filing]:
        """One docket, or those of cases so named."""
        return rows.filter(case__in=case.ids)

    def in_forum(self, rows: QuerySet[Filing], name: str, forum: Named) -> QuerySet[Filing]:
        """Filings in cases before the forum, or before one of those so named."""
        return rows.filter(case__forum__in=forum.ids)

    def filter_queryset(self, rows: QuerySet[Filing]) -> QuerySet[Filing]:
        """The filer in that role: of one and the same row."""
        rows = super().filter_queryset(rows)
        part = part_in_case(self.form.cleaned_data, "case_party__")
        return rows.filter(Exists(FilingParty.objects.filter(part, filing=OuterRef("pk")))) if part else rows

    @cached_property
    def found(self) -> list[search.Candidate] | None:
        return search.candidates(self.qs) if self.form.cleaned_data["q"] else None

    @cached_property
    def known(self) -> list[int] | None:
        """Found in the index of words where that finds few; else they are read in the list's order."""
        return None if self.found is None else [row.pk for row in self.found]

    @cached_property
    def ranked(self) -> list[Any]:
        """What is found, or the newest of very much, best first."""
        found = self.found
        if found is None:
            newest = self.rows.order_by(*NEWEST.by())[: search.MOST_RANKED]
            ids = list(newest.values_list("pk", flat=True))
        else:
            ids = [row.pk for row in found]
        best = search.best_first(Filing.objects.filter(pk__in=ids), self.form.cleaned_data["q"])
        return list(best.values_list("pk", "public_id", named=True))

    def in_order(self) -> QuerySet[Filing]:
        """The same for a file."""
        if self.chosen is not BEST:
            return super().in_order()
        ids = [row.pk for row in self.ranked]
        place = Func(Value(ids, ArrayField(BigIntegerField())), F("pk"), function="array_position")
        rows: QuerySet[Filing] = self.queryset.filter(pk__in=ids)
        return rows.order_by(place)

    def page(self, decorate: Decorate, size: int, after: str = "", before: str = "") -> Page[Any]:
        """What is known already is cut into pages here: best first has no index, and few need none."""
        if self.chosen is BEST:
            known = self.ranked
        elif self.found is not None:
            known = sorted_by(self.found, self.chosen)
        else:
            return super().page(decorate, size, after, before)
        page = page_of_known(known, self.chosen, size=size, after=after, before=before)
        rows = decorate(self.queryset).order_by().in_bulk([row.pk for row in page.rows])
        return replace(page, rows=[rows[row.pk] for row in page.rows if row.pk in rows])
