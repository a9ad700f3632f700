"""What is asked of the search: words and the filters by which results are narrowed, each of which can be taken off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django import forms
from django.http import QueryDict

from docket.choices import ClaimEffect, FilingType, PartyRole
from docket.listing.filter_by_row import NamedFilter
from docket.listing.filterset import Active, ListFilter, WordsFilter
from docket.models import Case
from docket.site.filters import search
from docket.site.filters.parts import BEST, NEWEST, OLDEST, choice, party_filter
from docket.site.filters.periods import PeriodFilter
from docket.site.search.question import Question

KINDS = {
    "cases": "Cases",
    "parties": "People and organizations",
    "counsel": "Counsel",
    "claims": "Claims",
    "filings": "Filings",
    "pages": "Pages of documents",
    "matters": "Matters",
}
# What the addresses of other pages, and the tests of a choice in the form, need not repeat.
NOT_NARROWING = frozenset({"q", "what", "order"})
LABELS = {"filed_from": "filed since", "filed_to": "filed until", "party": "of the party", "forum": "before"}


class SearchFilter(ListFilter):
    """The box and what narrows its results. It finds nothing itself: each kind of row has a filter of its own."""

    orders = (NEWEST, OLDEST)
    at_times = (BEST,)

    q = WordsFilter(label="A docket number, a person, a lawyer or words of a docket", method="unchanged")
    what = choice("Kind of result", list(KINDS.items()), method="unchanged")
    forum = NamedFilter(label="Forum", find=search.forums_named, what="forums", method="unchanged")
    filed_from = PeriodFilter(label="Filed from", method="unchanged")
    filed_to = PeriodFilter(label="Filed to", method="unchanged")
    party = party_filter("Party", "unchanged")
    role = choice("Role of the party", PartyRole.choices, method="unchanged")
    effect = choice(
        "Where a claim stands", [one for one in ClaimEffect.choices if one[0] != ClaimEffect.NONE], method="unchanged"
    )
    motions = choice("Motions", [("no_ruling", "No ruling linked to them")], method="unchanged")
    type = choice("Type of filing", FilingType.choices, method="unchanged")

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data, Case.objects.none())
        # chosen by a link beside the results; two hundred types would weigh more than these do
        for hidden in ("what", "type"):
            self.filters[hidden].extra["widget"] = forms.HiddenInput

    def offered(self) -> tuple[Any, ...]:
        """Best first only among words."""
        return (*self.orders, *((BEST,) if self.data.get("q") else ()))

    @property
    def narrowing(self) -> dict[str, str]:
        """The filters that are on besides words and kind, as typed."""
        cleaned = self.form.cleaned_data
        on = [name for name in self.filters if name not in NOT_NARROWING and cleaned[name]]
        return {name: str(self.data[name]) for name in on}

    def parts(self, question: Question) -> list[Active]:
        """All that is asked for in words, each with the address without it."""
        return [*self._of_words(question), *self._of_filters()]

    def _of_words(self, question: Question) -> Iterator[Active]:
        for part in question.parts:
            yield Active(part.label, part.words, self.address(q=part.rest))

    def _of_filters(self) -> Iterator[Active]:
        cleaned, fields = self.form.cleaned_data, self.form.fields
        labels = {name: str(fields[name].label) for name in cleaned}
        on = [name for name in cleaned if name not in ("q", "order") and cleaned[name]]
        for one, name in zip((one for one in self.active if one.label != labels["q"]), on, strict=True):
            yield replace(one, label=LABELS.get(name, labels[name].lower()), value=str(one.value))
