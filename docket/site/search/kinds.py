"""The kinds of rows that a search finds, each by the filter of its own list, so that both find the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict

from docket.listing.counting import Count
from docket.listing.filterset import ListFilter
from docket.listing.pagination import Page
from docket.site.search.asked import SearchFilter
from docket.site.search.question import Question


@dataclass(frozen=True)
class Kind:
    """A kind of row. takes: the filters of the search that narrow it; with another one on, none of them is found.

    shown: how many stand among the results of every kind; finish, cases_of: what a page's rows need, and the cases of
    which each of them speaks.
    """

    code: str
    one: str
    many: str
    filter: type[ListFilter]
    rows: Callable[[], QuerySet[Any]]
    takes: frozenset[str]
    shown: int
    decorate: Callable[[QuerySet[Any]], QuerySet[Any]]
    cases_of: Callable[[Any], Iterable[int]]
    finish: Callable[[list[Any]], list[Any]] = list
    csv: str = ""

    def knows(self, names: Iterable[str]) -> bool:
        """Whether each of these filters says something of its rows."""
        return set(names) <= self.takes


class Found:
    """What a search finds of one kind."""

    def __init__(self, kind: Kind, asked: SearchFilter, question: Question) -> None:
        self.kind = kind
        data = QueryDict(mutable=True)
        for name in kind.takes & {*asked.narrowing, "order"}:
            data[name] = asked.data.get(name, "")
        if question.finds:
            data["q"] = question.finds
        if question.cases and not question.is_number:
            data["case"] = question.cases[0].public_id if len(question.cases) == 1 else question.number
        self.asked = kind.filter(data, kind.rows())
        self.is_valid = self.asked.is_valid()

    @cached_property
    def count(self) -> Count:
        """How many, up to the cap."""
        return self.asked.count() if self.is_valid else Count(0)

    @property
    def words(self) -> str:
        """How many were found in words, such as “12 filings”."""
        return self.count.of(self.kind.one, self.kind.many)

    @property
    def known(self) -> list[int]:
        """The keys of all of them where words found few."""
        return (self.asked.known if self.is_valid else None) or []

    def page(self, size: int, after: str = "", before: str = "") -> Page[Any]:
        """Rows in the order chosen. Raises BadCursor."""
        return self.asked.page(self.kind.decorate, size, after, before)

    @property
    def question(self) -> str:
        """The same asked of the kind's own list."""
        return self.asked.address()
