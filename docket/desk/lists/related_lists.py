"""The lists that belong to a row: a case's filings, parties and claims, counted and linked instead of inline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from docket.desk.addresses import desk_list
from docket.desk.lists.changelist import CAP, CappedPaginator


@dataclass(frozen=True)
class Below:
    """Rows of `model` whose `path` is the row; `key` is what their list's filter is called.

    adds: one is added from here although the way is longer than a key; the form of the new row reads `key`.
    """

    model: type[models.Model]
    key: str
    path: str = ""
    adds: bool = False


@dataclass(frozen=True)
class Listed:
    """One such list of one row: how many, where it is, where one adds to it (empty: not from here)."""

    words: str
    address: str
    add: str
    one: str


def lists_below(request: HttpRequest, row: models.Model, declared: tuple[Below, ...]) -> list[Listed]:
    """The lists below a row's form, such as the filings of a case; one query each."""
    return [_listed(request, row, below) for below in declared]


def _listed(request: HttpRequest, row: models.Model, below: Below) -> Listed:
    theirs: Any = admin.site.get_model_admin(below.model)
    options = below.model._meta
    rows = theirs.get_queryset(request).filter(**{below.path or below.key: row.pk})
    count = CappedPaginator(rows, 1).count
    name = options.verbose_name if count == 1 else options.verbose_name_plural
    query = urlencode({below.key: row.pk})
    may_add = theirs.has_add_permission(request) and (below.adds or not below.path)
    return Listed(
        f"{count:,}{'+' if count >= CAP else ''} {name}",
        f"{desk_list(below.model)}?{query}",
        f"{desk_list(below.model, 'add')}?{query}" if may_add else "",
        str(options.verbose_name),
    )
