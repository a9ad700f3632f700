"""The filters of firms and of sources: what other lists name, by itself."""

from __future__ import annotations

from django.db.models import QuerySet

from docket.choices import SourceKind
from docket.listing.filter_by_row import all_words
from docket.listing.filterset import ListFilter, WordsFilter
from docket.listing.pagination import Key, Order
from docket.site.filters.parts import choice
from parties.models import Firm


class FirmFilter(ListFilter):
    """Firms by name."""

    orders = (Order("name", "Name", (Key("name"), Key("pk"))),)

    q = WordsFilter(label="Name", method="by_words")

    def by_words(self, rows: QuerySet[Firm], name: str, text: str) -> QuerySet[Firm]:
        """Firms whose name holds all the words."""
        return rows.filter(all_words(text, "name"))


class SourceFilter(ListFilter):
    """Sources by kind."""

    orders = (Order("oldest", "In the order in which they came in", (Key("pk"),)),)
    first = ("kind",)

    kind = choice("Kind", SourceKind.choices)
