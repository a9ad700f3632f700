"""Finding by words: full text in filings; names of cases, matters and forums by their letters."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import BooleanField, F, Q, QuerySet
from django.db.models.expressions import RawSQL

from docket.forums.finding import names_with_words_like
from docket.law.docket_numbers import searched
from docket.law.forum_names import forum_key
from docket.listing.counting import CAP
from docket.listing.filter_by_row import all_words
from docket.models import Case, Filing, Forum, ForumAlias, Matter

# So many matches are looked up one by one; beyond, rows are read in the list's order until a page is full.
MOST_CANDIDATES = CAP
# Of more matches than that, so many of the newest are ranked.
MOST_RANKED = 500
# Where more than so many match within the table's first pages, the index need not be read: of a word that stands in
# every other filing it lists half a million, and all of them before the first.
FIRST_PAGES = RawSQL("docket_filing.ctid < '(250,0)'::tid", [], output_field=BooleanField())
SCANS = ("enable_seqscan", "enable_indexscan", "enable_indexonlyscan")


def filing_query(words: str) -> SearchQuery:
    """What a reader types: words, "a phrase", or, -not."""
    return SearchQuery(words, config="english", search_type="websearch")


class Candidate(NamedTuple):
    """A filing that a search found: what sorts it and names it."""

    pk: int
    public_id: str
    date_filed: date | None
    sequence: int


def candidates(found: QuerySet[Any]) -> list[Candidate] | None:
    """Everything found, or None where that is more than MOST_CANDIDATES.

    Two common words that never meet make the planner expect a match at every turn: it would read all filings in order
    of date, in vain. For this one question it may scan neither the table nor an index in its order, so it meets the
    words in theirs. Settings and question are one round trip; the role's statement_timeout holds besides.
    """
    if len(_met(found.filter(FIRST_PAGES))) > MOST_CANDIDATES:
        return None
    rows = _met(found)
    return None if len(rows) > MOST_CANDIDATES else rows


def _met(found: QuerySet[Any]) -> list[Candidate]:
    connection = connections[found.db]
    query = found.order_by().values_list(*Candidate._fields)[: MOST_CANDIDATES + 1].query
    try:
        asked, params = query.get_compiler(found.db).as_sql()
    except EmptyResultSet:
        return []
    with connection.cursor() as cursor:
        cursor.execute("; ".join([*_set("off"), asked, *_set("on")]), params)
        # counted from the end, as history may have put a statement of its own in front
        cursor.set_result(-1 - len(SCANS))
        return [Candidate(*row) for row in cursor.fetchall()]


def _set(value: str) -> list[str]:
    return [f"set local {scan} = {value}" for scan in SCANS]


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
