"""Finding by words: full text in filings; names of cases, matters and forums by their letters."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import BooleanField, F, Q, QuerySet
from django.db.models.expressions import RawSQL

from docket.forums.finding import names_with_words_like
from docket.law.docket_numbers import searched
from docket.law.forum_names import forum_key
from docket.listing.filter_by_row import all_words
from docket.listing.meeting import MOST_CANDIDATES, met
from docket.models import Case, Filing, Forum, ForumAlias, Matter

# Of more matches than that, so many of the newest are ranked.
MOST_RANKED = 500
# Where more than so many match within the table's first pages, the index need not be read: of a word that stands in
# every other filing it lists half a million, and all of them before the first.
FIRST_PAGES = RawSQL("docket_filing.ctid < '(250,0)'::tid", [], output_field=BooleanField())


def filing_query(words: str) -> SearchQuery:
    """What a reader types: words, "a phrase", or, -not."""
    return SearchQuery(words, config="english", search_type="websearch")


class Candidate(NamedTuple):
    """A filing that a search found: what sorts it, names it and counts it."""

    pk: int
    public_id: str
    date_filed: date | None
    sequence: int
    filing_type: str = ""
    case__forum: int | None = None


def candidates(found: QuerySet[Any]) -> list[Candidate] | None:
    """Everything found, or None where that is more than MOST_CANDIDATES."""
    if len(met(found.filter(FIRST_PAGES), "pk")) > MOST_CANDIDATES:
        return None
    rows = met(found, *Candidate._fields)
    return None if len(rows) > MOST_CANDIDATES else [Candidate(*row) for row in rows]


def best_first(filings: QuerySet[Filing], words: str) -> QuerySet[Filing]:
    """Where the words are said most first, for its length; the newest among equals. For few rows: each is read."""
    rank = SearchRank(F("text_vector"), filing_query(words), normalization=1)
    return filings.alias(rank=rank).order_by(rank.desc(), F("date_filed").desc(nulls_last=True), F("pk").desc())


def cases_named(text: str) -> QuerySet[Any, Any]:
    """Cases by id, number or words of the caption, as NamedField asks."""
    return Case.objects.filter(Q(public_id=text) | case_words(text)).values_list("public_id", "pk", "caption")


def matters_named(text: str) -> QuerySet[Any, Any]:
    """Matters by id or words of the title."""
    found = Q(public_id=text) | all_words(text, "title")
    return Matter.objects.filter(found).values_list("public_id", "pk", "title")


def forums_named(text: str) -> QuerySet[Any, Any]:
    """Forums by id or any of their names: “cacd”, “LASC”, “Los Angeles”; one query, where find_forum may ask four."""
    return Forum.objects.filter(forum_words(text)).values_list("slug", "pk", "name")


def case_words(text: str) -> Q:
    """Cases whose caption holds all the words, or whose number may be this one."""
    return all_words(text, "caption") | number_words(text)


def number_words(text: str) -> Q:
    """Cases whose number has these letters in it, or is this one however it is spelled, with its office or without.

    More forgiving than what makes two cases the same: “20-cv-1” finds it in every office and every court.
    """
    found = Q(docket_number__icontains=text.strip())
    for number in searched(text):
        office = Q(docket_number_normal__startswith=f"{number.office}:") | ~Q(docket_number_normal__contains=":")
        found |= Q(docket_number_normal__icontains=number.core) & (office if number.office else Q())
    return found


def other_number_words(text: str) -> Q:
    """Numbers that a case has or had elsewhere with these letters in them, or written in the normal form of these."""
    found = Q(number__icontains=text.strip())
    for number in searched(text):
        found |= Q(number__icontains=number.core)
    return found


def forum_words(text: str) -> Q:
    """Forums by id, by their own name, or by one that people and citations give them."""
    found = Q(slug=text.strip().lower()) | all_words(text, "name", "short_name")
    if key := forum_key(text):
        found |= Q(pk__in=ForumAlias.objects.filter(names_with_words_like(key)).values("forum"))
    return found
