"""A page of a resource: by the list's own pagination, or for rows that the lists have not, in the order of entry."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, cast

from django.db.models import F, QuerySet

from docket.listing.filterset import ListFilter
from docket.listing.pagination import BadCursor, Key, Order, paginate
from docket.site.api.rows import Row, rows_by_key
from docket.site.exports.columns import File

ID = re.compile(r"[-\w]{1,160}", re.ASCII)
GONE = "The row after which the page begins is not in this list any more: begin anew, without `after`."


class Gone(BadCursor):
    """The address names a place that is not in the list any more, or never was."""


@dataclass(frozen=True)
class Found:
    """Rows in order, by primary key, and the cursor of the next page; "" where there is none."""

    rows: dict[int, Row]
    after: str


def page_of(file: File, asked: ListFilter, names: Collection[str], size: int, after: str) -> Found:
    """The next `size` rows after a cursor; the first ones without. `asked` is valid. Raises BadCursor, Gone."""
    if asked.form.cleaned_data.get("party"):
        file = file.of_a_party()
    keys, following = (_joined if file.joins else _listed)(file, asked, size, after)
    model = file.of(file.listed()).model if file.joins else asked.queryset.model
    rows = rows_by_key(file, model._default_manager.filter(pk__in=keys), names)
    return Found({key: rows[key] for key in keys if key in rows}, following)


def row_of(file: File, public_id: str, names: Collection[str]) -> tuple[int, Row] | None:
    """The row of that id among those that the file may hold."""
    found = _with_id(file, file.of(file.listed()), public_id)
    rows = rows_by_key(file, found, names) if found is not None else {}
    return next(iter(rows.items()), None)


def _listed(file: File, asked: ListFilter, size: int, after: str) -> tuple[list[int], str]:
    """As the page of the list has them: keys and cursor."""
    page = asked.page(lambda rows: _for_place(file, asked, rows), size, after)
    if page.lost and not asked.chosen.nullable:
        raise Gone(GONE)
    return [row.pk for row in page.rows], page.after


def _for_place(file: File, asked: ListFilter, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Of a row what its place is named by, or what decides whether it is found."""
    if asked.keep:
        return file.with_derived(rows)
    first = asked.chosen.keys[0].column if asked.chosen.keys else "pk"
    if "__" in first:
        return rows.select_related(first.rpartition("__")[0])
    return rows.only(first, asked.chosen.public_id)


def _joined(file: File, asked: ListFilter, size: int, after: str) -> tuple[list[int], str]:
    """In the order of entry."""
    rows = file.of(asked.rows.order_by()).annotate(x_id=file.columns[0].value).only("pk")
    page = paginate(rows, _entry(file), size=size, after=after)
    if page.lost:
        raise Gone(GONE)
    return [row.pk for row in page.rows], page.after


def _entry(file: File) -> Order:
    """The order of entry, by the ids of the file's own rows."""

    def find(rows: QuerySet[Any], public_id: str) -> QuerySet[Any]:
        # of two that read the same the later, so that no page begins before itself
        found = _with_id(file, rows, public_id)
        return rows.none() if found is None else found.order_by("-pk")

    return Order("entry", "Order of entry", (Key("pk"),), public_id="x_id", find=find)


def _with_id(file: File, rows: QuerySet[Any], public_id: str) -> QuerySet[Any] | None:
    """The rows of that id, found by what it begins with; None where it is none."""
    if not ID.fullmatch(public_id):
        return None
    value = file.columns[0].value
    if isinstance(value, F):
        return rows.filter(**{file.id_begins: public_id})
    begins = public_id.partition("-")[0]
    near = rows.filter(**{file.id_begins: begins}).annotate(x_the_id=value)
    return cast("QuerySet[Any]", near.filter(x_the_id=public_id))
