"""Who of the record has a name like the one that is being typed: its words in any order, its other names, typos."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.db import connection, models
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from docket.desk.veil import is_stand_in
from docket.intake.wording.capacities import doe_range
from docket.listing.likeness import compare_loosely, has_words, spelled_alike
from docket.listing.words import tidy
from docket.models import Appearance, CaseParty, Forum
from parties import merging
from parties.models import Attorney, Firm, Party, PartyAlias

SORTS: dict[str, type[models.Model]] = {"party": Party, "attorney": Attorney, "firm": Firm, "forum": Forum}
MOST = 8
CANDIDATES = 200
TOLD = 60  # rows that are read to tell the offered ones apart
# what stands behind a name and does not tell one body from another
LEGAL_FORMS = frozenset(
    ["inc", "incorporated", "corp", "corporation", "co", "company", "llc", "ltd", "limited", "lp", "llp", "plc", "pllc"]
)


@dataclass(frozen=True)
class Known:
    """A row whose name is like the typed one. completes: each typed word begins a word of its name, so that it is
    most likely meant; firm: with which an attorney appeared last.
    """

    pk: int
    name: str
    detail: str
    completes: bool
    firm: Any = None


def clean_name(text: str) -> str:
    """Without invisible characters, and with plain single spaces."""
    visible = "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf")
    return " ".join(visible.split())


def known(request: HttpRequest, sort: str, text: str) -> list[Known]:
    """At most MOST rows of that sort that the user may see, those that the words complete first."""
    words = words_of(text)
    if sort == "party" and doe_range(text):
        return []  # the Does of another case are others
    if not words or not admin.site.get_model_admin(SORTS[sort]).has_view_permission(request):
        return []
    rows = _named(request, sort, words, text)
    if len(rows) < MOST and has_words(text):
        rows |= _alike(request, sort, " ".join(words))
    others = _other_names(rows) if sort == "party" else {}
    found = [_known(row, words, others.get(row.pk, ())) for row in rows.values()]
    first = sorted(found, key=lambda one: (not one.completes, one.name.casefold(), one.pk))[:MOST]
    return _told_apart(request, sort, first)


def words_of(text: str) -> list[str]:
    """The words of a name without what stands around them and without legal forms: “Heron Lifts, Inc.” has two."""
    words = [word.strip(".()“”\"'") for word in tidy(clean_name(text)).casefold().split()]
    words = [word for word in words if word]
    return [word for word in words if word not in LEGAL_FORMS] or words


def row_of(request: HttpRequest, sort: str, pk: str) -> Any:
    """The row of that number, if the user may see it and it was not merged into another."""
    if not (pk.isascii() and pk.isdecimal() and len(pk) < 18):
        return None
    return _seen(request, sort).filter(pk=int(pk)).first()


def _seen(request: HttpRequest, sort: str) -> QuerySet[Any]:
    rows: QuerySet[Any] = admin.site.get_model_admin(SORTS[sort]).get_queryset(request)
    return rows if sort == "forum" else merging.unmerged(rows)


def _named(request: HttpRequest, sort: str, words: list[str], text: str) -> dict[int, Any]:
    model = SORTS[sort]
    if model is Forum:
        owner: Any = admin.site.get_model_admin(model)
        rows = owner.get_search_results(request, _seen(request, sort), clean_name(text))[0]
        return {row.pk: row for row in rows.order_by("name")[:CANDIDATES]}
    found = _all_words(words)
    if model is Party:
        found |= Q(pk__in=PartyAlias.objects.filter(_all_words(words)).order_by().values("party"))
    # the keys first: clearance is asked of the few that are named so
    keys = list(model._default_manager.filter(found).order_by().values_list("pk", flat=True)[:CANDIDATES])
    return _seen(request, sort).in_bulk(keys) if keys else {}


def _all_words(words: Iterable[str]) -> Q:
    found = Q()
    for word in words:
        found &= Q(name__icontains=word)
    return found


def _alike(request: HttpRequest, sort: str, text: str) -> dict[int, Any]:
    compare_loosely(connection)
    rows, spellings = SORTS[sort]._default_manager.all(), dict.fromkeys((text, _plain(text)))
    keys = [pk for spelling in spellings for pk in spelled_alike(rows, "name", spelling)[:CANDIDATES]]
    return _seen(request, sort).in_bulk(keys) if keys else {}


def _known(row: Any, words: list[str], others: Iterable[str]) -> Known:
    names = [str(row), getattr(row, "short_name", ""), *others]
    own = row.description or row.get_kind_display() if isinstance(row, Party) else ""
    return Known(row.pk, str(row), own, any(_completes(words, name) for name in names))


def _completes(words: list[str], name: str) -> bool:
    parts = [_plain(part) for part in words_of(name)]
    return all(any(part.startswith(_plain(word)) for part in parts) for word in words)


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _other_names(rows: dict[int, Any]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for party, name in PartyAlias.objects.filter(party__in=rows).values_list("party_id", "name"):
        found.setdefault(party, []).append(name)
    return found


def _told_apart(request: HttpRequest, sort: str, found: list[Known]) -> list[Known]:
    """Each with what tells it from a namesake: a case that it is in, the firm of its last appearance."""
    model = {"party": CaseParty, "attorney": Appearance}.get(sort)
    if model is None or not found:
        return found
    owner: Any = admin.site.get_model_admin(model)
    if not owner.has_view_permission(request):
        return found
    rows = owner.get_queryset(request).filter(**{f"{sort}__in": [one.pk for one in found]})
    last: dict[int, Any] = {}
    for row in rows.select_related("case", *([] if sort == "party" else ["firm"])).order_by("-pk")[:TOLD]:
        last.setdefault(getattr(row, f"{sort}_id"), row)
    return [_with(one, last.get(one.pk)) for one in found]


def _with(one: Known, row: Any) -> Known:
    if row is None:
        return one
    firm = getattr(row, "firm", None)
    firm = None if firm is None or is_stand_in(firm) else firm
    told = [one.detail, str(firm) if firm else "", str(row.case)]
    return Known(one.pk, one.name, " · ".join(filter(None, told)), one.completes, firm)
