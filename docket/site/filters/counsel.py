"""The filters of counsel: attorneys by their own name and by the firm with which they appear."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from docket.listing.filter_by_row import Named, NamedFilter, all_words
from docket.listing.filterset import ListFilter, WordsFilter
from docket.listing.pagination import Key, Order
from docket.models import Appearance
from docket.site.filters import search
from docket.site.filters.parts import forum_filter, party_filter
from parties.models import Attorney, Firm


class CounselFilter(ListFilter):
    """Attorneys by name or firm, by whom they represent, in which case and before which forum."""

    orders = (Order("name", "Name", (Key("name"), Key("pk"))),)

    q = WordsFilter(label="Name or firm", method="by_words")
    party = party_filter("Represents", "unchanged")
    case = NamedFilter(label="Case", find=search.cases_named, what="cases", method="unchanged")
    forum = forum_filter()

    def by_words(self, rows: QuerySet[Attorney], name: str, text: str) -> QuerySet[Attorney]:
        """One after the other, each by its index; an OR would have none."""
        own = Attorney.objects.filter(all_words(text, "name")).order_by().values("pk")
        firms = Firm.objects.filter(all_words(text, "name")).order_by().values("pk")
        of_firm = Appearance.objects.filter(firm__in=firms).order_by().values("attorney")
        return rows.filter(pk__in=own.union(of_firm, all=True))

    def in_forum(self, rows: QuerySet[Attorney], name: str, forum: Named) -> QuerySet[Attorney]:
        """Together with the others, of one and the same appearance."""
        return rows

    def filter_queryset(self, rows: QuerySet[Attorney]) -> QuerySet[Attorney]:
        """For that party in that case before that forum: of one and the same row."""
        rows = super().filter_queryset(rows)
        asked, part = self.form.cleaned_data, Q()
        for name, column in (("party", "case_party__party"), ("case", "case"), ("forum", "case__forum")):
            if asked[name]:
                part &= Q(**{f"{column}__in": asked[name].ids})
        return rows.filter(Exists(Appearance.objects.filter(part, attorney=OuterRef("pk")))) if part else rows
