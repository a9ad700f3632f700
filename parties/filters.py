"""The filters of parties that need no case; docket/filters.py adds those that do."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Q, QuerySet

from docket.listing.asking import ListFilter, WordsFilter
from docket.listing.named import all_words
from docket.listing.pagination import Key, Order
from parties.choices import PartyKind
from parties.models import Party


def party_words(text: str) -> Q:
    """Parties by their own name, or by another in two steps: each has an index, an OR across both tables has none."""
    others = Party.objects.filter(all_words(text, "aliases__name")).values("pk")
    return all_words(text, "name") | Q(pk__in=others)


def parties_named(text: str) -> QuerySet[Any, Any]:
    """Parties by id or words of a name, as NamedField asks."""
    return Party.objects.filter(Q(public_id=text) | party_words(text)).values_list("public_id", "pk", "name")


class PartyFilter(ListFilter):
    """Parties by name and kind."""

    orders = (Order("name", "Name", (Key("sort_name"), Key("pk"))),)
    first = ("q", "kind")

    q = WordsFilter(label="Name", method="by_words")
    kind = django_filters.ChoiceFilter(label="Kind", choices=PartyKind.choices, empty_label="Any")

    def by_words(self, rows: QuerySet[Party], name: str, text: str) -> QuerySet[Party]:
        """Names and other names."""
        return rows.filter(party_words(text))
