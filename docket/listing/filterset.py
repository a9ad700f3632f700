"""What a reader asks of a list: filters that combine, live in the address and can be taken off one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import QueryDict

from docket.listing.counting import CAP, Count, count
from docket.listing.filter_by_row import LONGEST, refuse_long
from docket.listing.meeting import keys_met
from docket.listing.pagination import Keep, Order, Page, paginate
from docket.listing.select import PlainSelect
from docket.listing.words import straight

Decorate = Callable[[QuerySet[Any]], QuerySet[Any]]

PLACES = ("after", "before")  # where in the list; not what is in it


@dataclass(frozen=True)
class Active:
    """A filter that is on: what it says, and the address without it."""

    label: str
    value: str
    without: str


class WordsField(forms.CharField):
    """Words to search for, few enough to be answered in time."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=LONGEST, widget=forms.TextInput(attrs={"type": "search"}), **options)

    def clean(self, value: Any) -> Any:
        """The words with straight quotation marks. Raises ValidationError for more words than a search takes."""
        text = straight(super().clean(value))
        refuse_long(text)
        return text


class WordsFilter(django_filters.Filter):  # type: ignore[misc]
    """Full text or names, as its method decides."""

    field_class = WordsField


class ListFilter(django_filters.FilterSet):  # type: ignore[misc]
    """The filters and orders of a list, and what they find: for the page, its count and its CSV alike.

    The first order is the default; one of `at_times` is offered beside certain filters only, and forgotten without.
    The filters of `first` stand above “More filters”.
    """

    orders: ClassVar[tuple[Order, ...]]
    at_times: ClassVar[tuple[Order, ...]] = ()
    first: ClassVar[tuple[str, ...]] = ("q",)

    order = django_filters.ChoiceFilter(
        label="Order", method="unchanged", empty_label=None, choices=(), widget=PlainSelect
    )

    def __init__(self, data: QueryDict, queryset: QuerySet[Any], **options: Any) -> None:
        super().__init__(data, queryset, **options)
        offered = {order.code: order.label for order in self.offered()}
        self.filters["order"].extra["choices"] = list(offered.items())
        if data.get("order") in {order.code for order in self.at_times} - set(offered):
            self.data = data.copy()
            del self.data["order"]

    def offered(self) -> tuple[Order, ...]:
        """The orders that may be asked for."""
        return self.orders

    def unchanged(self, rows: QuerySet[Any], name: str, value: Any) -> QuerySet[Any]:
        """For fields that are not filters, or are combined with others in `filter_queryset`."""
        return rows

    @property
    def chosen(self) -> Order:
        """The order asked for by its code, such as `?order=oldest`; the list's first where none is."""
        code = self.form.cleaned_data.get("order")
        return next((order for order in self.offered() if order.code == code), self.offered()[0])

    @cached_property
    def rows(self) -> QuerySet[Any]:
        """What is found, in no order; of a valid form. A few that words find are found once, in their own index."""
        if self.keep or self.known is None:
            return self.qs  # type: ignore[no-any-return]
        return self.queryset.filter(pk__in=self.known)  # type: ignore[no-any-return]

    def count(self) -> Count:
        """How many are found: exact up to a cap, “more than 1,000” beyond it."""
        if self.keep or not self.form.cleaned_data.get("q"):
            return count(self.rows, self.keep)
        return Count(CAP, True) if self.known is None else Count(len(self.known))

    def page(self, decorate: Decorate, size: int, after: str = "", before: str = "") -> Page[Any]:
        """A page of them in the order chosen; `decorate` brings what a row shows. Raises BadCursor."""
        return paginate(decorate(self.rows), self.chosen, size=size, after=after, before=before, keep=self.keep)

    def in_order(self) -> QuerySet[Any]:
        """All of them in the order chosen, for a file."""
        return self.rows.order_by(*self.chosen.in_full())

    @property
    def keep(self) -> Keep | None:
        """What the database cannot decide; see pagination."""
        return None

    @property
    def active(self) -> list[Active]:
        """The filters that are on, of a valid form."""
        return list(self._active())

    @cached_property
    def known(self) -> list[int] | None:
        """The keys of what words find, where they are few; None where they are many, or no words are asked for."""
        return keys_met(self.qs) if self.form.cleaned_data.get("q") else None

    def _active(self) -> Iterator[Active]:
        for name, value in self.form.cleaned_data.items():
            if name == "order" or value in (None, "", [], ()):
                continue
            field = self.form.fields[name]
            for one in value if isinstance(value, list) else [value]:
                yield Active(field.label or name, _words(field, one), self.address(without=(name, one)))

    def address(self, without: tuple[str, Any] | None = None, **changes: str) -> str:
        """The query string with something changed; it begins anew at the first page unless that is what changes."""
        data = self.data.copy()
        for place in PLACES:
            data.pop(place, None)
        if without:
            name, value = without
            rest = [one for one in data.getlist(name) if one != value] if len(data.getlist(name)) > 1 else []
            data.setlist(name, rest)
        for name, value in changes.items():
            data[name] = value
        for name in [name for name, values in data.lists() if not any(values)]:
            del data[name]
        return f"?{data.urlencode()}"

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter is on."""
        return bool(self.form.is_valid() and self.active)

    def fields_of(self, part: str) -> list[forms.BoundField]:
        """The form's fields: `first`, the filters that always show, or `more`, the others."""
        shown = (*self.first, "order")
        more = [name for name in self.form.fields if name not in shown]
        return [self.form[name] for name in (shown if part == "first" else more)]

    @property
    def first_fields(self) -> list[forms.BoundField]:
        """The fields above “More filters”, as a template asks for them."""
        return self.fields_of("first")

    @property
    def more_is_on(self) -> bool:
        """Whether a filter under “More filters” is on or wrong."""
        return any(field.data or field.errors for field in self.more_fields)

    @property
    def more_fields(self) -> list[forms.BoundField]:
        """The fields below “More filters”, as a template asks for them."""
        return self.fields_of("more")


def _words(field: forms.Field, value: Any) -> str:
    choices: Mapping[str, str] = dict(_flat(getattr(field, "choices", ())))
    return str(choices.get(str(value), value))


def _flat(choices: Any) -> Iterator[tuple[str, str]]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from _flat(label)
        else:
            yield str(value), str(label)
