"""The filters of forums."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from docket.choices import ForumKind, ForumLevel, ForumSystem
from docket.listing.filterset import ListFilter, WordsFilter
from docket.listing.pagination import Key, Order
from docket.models import Case, Forum
from docket.site.filters import search
from docket.site.filters.parts import choice


class ForumFilter(ListFilter):
    """Forums by any of their names, kind, level and system."""

    orders = (Order("name", "Name", (Key("name"), Key("pk")), public_id="slug"),)
    first = ("q", "kind", "used")

    q = WordsFilter(label="Name", method="by_words")
    kind = choice("Kind", ForumKind.choices)
    used = choice("Cases in this record", [("yes", "With cases"), ("no", "Without")], method="with_cases")
    level = choice("Level", ForumLevel.choices)
    system = choice("System", ForumSystem.choices)

    def by_words(self, rows: QuerySet[Forum], name: str, text: str) -> QuerySet[Forum]:
        """Forums of which the name, the short name or another name has the words."""
        return rows.filter(search.forum_words(text))

    def with_cases(self, rows: QuerySet[Forum], name: str, which: str) -> QuerySet[Forum]:
        """Whether a case is before it."""
        cases = Exists(Case.objects.filter(forum=OuterRef("pk")))
        return rows.filter(cases if which == "yes" else ~cases)
