"""The filters of parties that need no case; docket/site/filters.py adds those that do."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Q, QuerySet

from docket.listing.filter_by_row import all_words
from docket.listing.filterset import ListFilter, WordsFilter
from docket.listing.pagination import Key, Order
from docket.listing.select import PlainSelect
from docket.listing.words import read_words
from parties.choices import PartyKind
from parties.models import FormerAddress, Party, PartyAlias


def party_words(text: str) -> Q:
    """Parties by their own name or by another: one after the other, each by its index; an OR would have none."""
    own, others = _with_name(text)
    found = Q(pk__in=own.union(others, all=True))
    for word in read_words(text).without:
        found &= ~Q(name__icontains=word)  # whatever another of its names is
    return found


def parties_named(text: str) -> QuerySet[Any, Any]:
    """Parties by id, also one from before a merge, or words of a name, as NamedField asks."""
    by_id = Party.objects.filter(public_id=text).order_by().values("pk")
    by_former_id = FormerAddress.objects.filter(former=text).order_by().values("party")
    found = Party.objects.filter(pk__in=by_id.union(by_former_id, *_with_name(text), all=True))
    return found.values_list("public_id", "pk", "name")


def _with_name(text: str) -> tuple[QuerySet[Any, Any], QuerySet[Any, Any]]:
    own = Party.objects.filter(all_words(text, "name")).order_by()
    others = PartyAlias.objects.filter(all_words(text, "name")).order_by()
    return own.values("pk"), others.values("party")


class PartyFilter(ListFilter):
    """Parties by name and kind."""

    orders = (Order("name", "Name", (Key("sort_name"), Key("pk"))),)
    first = ("q", "kind")

    q = WordsFilter(label="Name", method="by_words")
    kind = django_filters.ChoiceFilter(label="Kind", choices=PartyKind.choices, empty_label="Any", widget=PlainSelect)

    def by_words(self, rows: QuerySet[Party], name: str, text: str) -> QuerySet[Party]:
        """Parties whose name, or another name of theirs, has the words."""
        return rows.filter(party_words(text))
