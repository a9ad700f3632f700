"""What an address asks of a resource: the list's own filters, and which fields, how many rows, after which."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, QueryDict

from docket.listing.filterset import ListFilter
from docket.site.exports.columns import File

MOST, USUAL = 100, 50
OWN = ("limit", "after", "fields", "expand")
# what rows that join others cannot be asked for: their order is that of entry, and a claim's status is the claim's
NOT_JOINED = frozenset({"order", "effect"})


class Refused(ValueError):
    """A question that cannot be answered: by parameter, what is wrong with it."""

    def __init__(self, parameter: str, *words: str) -> None:
        super().__init__(*words)
        self.errors: dict[str, list[str]] = {parameter: list(words)}


class RefusedFilters(Refused):
    """The filters' own words about each of them."""

    def __init__(self, errors: Mapping[str, list[str]]) -> None:
        super().__init__("")
        self.errors = dict(errors)


@dataclass(frozen=True)
class Asked:
    """A question that can be answered."""

    filters: ListFilter
    fields: list[str]
    expand: list[str]
    limit: int
    after: str


def filters_of(file: File) -> list[str]:
    """The names of the filters of a resource."""
    return [name for name in file.filter.base_filters if not (file.joins and name in NOT_JOINED)]


def read(request: HttpRequest, file: File, expansions: Mapping[str, Any]) -> Asked:
    """The question of a list. Raises Refused."""
    _refuse_unknown(request.GET, (*OWN, *filters_of(file)))
    filters = file.filter(request.GET, file.listed(), request=request)
    if not filters.is_valid():
        raise RefusedFilters({name: [str(one) for one in errors] for name, errors in filters.form.errors.items()})
    fields, expand = read_row(request, file, expansions)
    return Asked(filters, fields, expand, _limit(request.GET), request.GET.get("after", ""))


def read_row(request: HttpRequest, file: File, expansions: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Which fields, and what is put in. Raises Refused."""
    names = [column.name for column in file.columns]
    fields = _names(request.GET, "fields", names) or names
    return fields, _names(request.GET, "expand", list(expansions))


def refuse_unknown_of_row(request: HttpRequest) -> None:
    """A row by its id is asked for nothing but what is told of it. Raises Refused."""
    _refuse_unknown(request.GET, ("fields", "expand"))


def _refuse_unknown(data: QueryDict, known: tuple[str, ...]) -> None:
    for name in data:
        if name not in known:
            raise Refused(name[:80], f"No such parameter. There are: {', '.join(known)}.")


def _limit(data: QueryDict) -> int:
    text = data.get("limit", "") or str(USUAL)
    if not re.fullmatch(r"[0-9]{1,3}", text) or not 1 <= int(text) <= MOST:
        raise Refused("limit", f"“{text[:80]}” is not a number from 1 to {MOST}.")
    return int(text)


def _names(data: QueryDict, parameter: str, known: list[str]) -> list[str]:
    """Names joined by commas, each once, in the order of the columns."""
    asked = [name.strip() for text in data.getlist(parameter) for name in text.split(",") if name.strip()]
    for name in asked:
        if name not in known:
            choices = ", ".join(known) or "none here"
            raise Refused(parameter, f"“{name[:80]}” is none of: {choices}.")
    return [name for name in known if name in asked]
