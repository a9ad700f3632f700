"""By what results can be narrowed, counted: forum, year, type, filer in a role; where they can all be counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Count

from docket.choices import PartyRole
from docket.models import Case, FilingParty, Forum
from docket.models.filings import FILING_TYPE_WORDS
from docket.site.filters.search import Candidate
from docket.site.search.asked import SearchFilter

T = TypeVar("T")
SHOWN = 6
MOST_LOOKED_UP = 200  # filings whose filers are asked for: they stand in three other tables


@dataclass(frozen=True)
class Choice:
    """One way to narrow: in words, how many are left, where to."""

    words: str
    count: int
    address: str


@dataclass(frozen=True)
class Facet:
    """What the choices are of."""

    name: str
    choices: list[Choice]


def facets(asked: SearchFilter, cases: list[int], filings: list[Candidate]) -> list[Facet]:
    """Of all cases and filings found; at most three queries. A facet that would leave everything is left out."""
    forums: Counter[int] = Counter()
    years: Counter[int] = Counter()
    types: Counter[str] = Counter()
    for forum, day, kind in _rows(cases, filings):
        forums[forum or 0] += 1
        years[day.year if day else 0] += 1
        types[kind] += 1
    found = [
        Facet("Forum", list(_forums(asked, _most(forums)))),
        Facet("Filed", [_year(asked, year, n) for year, n in sorted(years.items(), reverse=True)[:SHOWN] if year]),
        Facet("Type of filing", [_choice(asked, n, FILING_TYPE_WORDS[t], type=t) for t, n in _most(types) if t]),
        Facet("Filed by", list(_filers(asked, [row.pk for row in filings]))),
    ]
    return [facet for facet in found if len(facet.choices) > 1 and not _is_on(asked, facet)]


def _rows(cases: list[int], filings: list[Candidate]) -> Iterator[tuple[int | None, date | None, str]]:
    """Forum, day and type of each."""
    if cases:
        for forum, day in Case.objects.filter(pk__in=cases).order_by().values_list("forum", "date_filed"):
            yield forum, day, ""
    for row in filings:
        yield row.case__forum, row.date_filed, row.filing_type


def _forums(asked: SearchFilter, counted: list[tuple[int, int]]) -> Iterator[Choice]:
    named = Forum.objects.in_bulk([forum for forum, _ in counted])
    for forum, number in counted:
        if forum in named:
            name = named[forum].short_name or named[forum].name
            yield _choice(asked, number, name, forum=named[forum].slug)


def _filers(asked: SearchFilter, filings: list[int]) -> Iterator[Choice]:
    named = ("case_party__party__public_id", "case_party__party__name", "case_party__role")
    rows = FilingParty.objects.filter(filing__in=filings).order_by().values_list(*named).annotate(n=Count("pk"))
    few = 0 < len(filings) <= MOST_LOOKED_UP
    for public_id, name, role, number in rows.order_by("-n", *named)[:SHOWN] if few else ():
        yield _choice(asked, number, f"{name}, {PartyRole(role).label.lower()}", party=public_id, role=role)


def _most(counted: Counter[T]) -> list[tuple[T, int]]:
    return sorted(counted.items(), key=lambda pair: (-pair[1], str(pair[0])))[:SHOWN]


def _year(asked: SearchFilter, year: int, number: int) -> Choice:
    return _choice(asked, number, str(year), filed_from=str(year), filed_to=str(year))


def _choice(asked: SearchFilter, number: int, words: str, **on: str) -> Choice:
    return Choice(words, number, asked.address(without=None, **on))


def _is_on(asked: SearchFilter, facet: Facet) -> bool:
    names = {"Forum": "forum", "Filed": "filed_from", "Type of filing": "type", "Filed by": "party"}
    return names[facet.name] in asked.narrowing
