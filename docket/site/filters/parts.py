"""What the FilterSets share: orders by date, filters by a matter, a forum or a party of the case."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Q

from docket.listing.filter_by_row import NamedFilter
from docket.listing.pagination import Key, Order
from docket.listing.select import PlainSelect
from docket.site.filters import search
from parties.filters import parties_named

NEWEST = Order(
    "newest", "Newest first", (Key("date_filed", True, nulls="last"), Key("pk", descending=True)), nullable=True
)
# the same index read backwards keeps NULLs first
OLDEST = Order("oldest", "Oldest first", (Key("date_filed", nulls="first"), Key("pk")), nullable=True)
DOCKET = Order(
    "docket",
    "Order of the docket",
    (Key("date_filed", nulls="last"), Key("sequence"), Key("pk")),
    nullable=True,
)
BEST = Order("best", "Best match first", ())


def choice(label: str, choices: Any, **options: Any) -> django_filters.ChoiceFilter:
    """A filter by one of a few values."""

    def these() -> Any:
        """Asked for when they are needed: each request copies the filters, and would copy hundreds of pairs."""
        return choices

    return django_filters.ChoiceFilter(label=label, choices=these, empty_label="Any", widget=PlainSelect, **options)


def matter_filter() -> NamedFilter:
    """By the matter of the case."""
    return NamedFilter(label="Matter", find=search.matters_named, what="matters", method="in_matter")


def forum_filter() -> NamedFilter:
    """By the forum of the case."""
    return NamedFilter(label="Forum", find=search.forums_named, what="forums", method="in_forum")


def party_filter(label: str, method: str) -> NamedFilter:
    """By a party of the case."""
    return NamedFilter(label=label, find=parties_named, what="parties", method=method)


def part_in_case(asked: dict[str, Any], prefix: str = "") -> Q:
    """The condition on a party's row in a case; empty when neither party nor role is asked for."""
    part = Q()
    if asked.get("party"):
        part &= Q(**{f"{prefix}party__in": asked["party"].ids})
    if asked.get("role"):
        part &= Q(**{f"{prefix}role": asked["role"]})
    return part
