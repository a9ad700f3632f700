"""The search: one box over everything published. A docket number goes to its case; all else is listed by kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from docket.listing.pagination import BadCursor, Page
from docket.models import Appearance
from docket.site.filters import (
    CaseFilter,
    ClaimFilter,
    CounselFilter,
    DocumentPageFilter,
    FilingFilter,
    MatterFilter,
    PartyInCasesFilter,
    listed,
    search,
)
from docket.site.heading_notes import with_notes
from docket.site.one_party import without_disposition
from docket.site.search.asked import SearchFilter
from docket.site.search.excerpts import headlines, page_headlines
from docket.site.search.facets import facets
from docket.site.search.kinds import Found, Kind
from docket.site.search.near import near_names
from docket.site.search.numbers import cases_numbered
from docket.site.search.question import Question, read_question
from docket.site.sheet.in_lists import filings_in_list
from docket.site.views.listings import places_only, with_cases_counted, with_roles, with_status

SIZE = 25
MOST_APPEARANCES = 3
DATES = frozenset({"filed_from", "filed_to"})
TITLE = "Search"
DESCRIPTION = "One search over all published cases, people, counsel, claims, filings and matters."


def with_forum(cases: QuerySet[Any]) -> QuerySet[Any]:
    """A case is named with its forum."""
    return cases.select_related("forum")


def with_appearances(attorneys: QuerySet[Any]) -> QuerySet[Any]:
    """An attorney is told by whom they last represented, where, with which firm."""
    seen = Appearance.objects.filter(case__in=listed.cases()).select_related("case_party__party", "case", "firm")
    return attorneys.prefetch_related(
        Prefetch("appearances", seen.order_by("-pk")[:MOST_APPEARANCES], to_attr="last_seen")
    )


def with_document(pages: QuerySet[Any]) -> QuerySet[Any]:
    """A page is named with its document, the entry and the case."""
    return pages.select_related("document__filing", "case__forum")


KINDS = (
    Kind(
        "cases",
        "case",
        "cases",
        filter=CaseFilter,
        rows=listed.cases,
        takes=DATES | {"forum", "party", "role", "order"},
        shown=5,
        decorate=with_forum,
        cases_of=lambda case: [case.pk],
        finish=without_disposition,
        csv="cases.csv",
    ),
    Kind(
        "parties",
        "person or organization",
        "people and organizations",
        filter=PartyInCasesFilter,
        rows=listed.parties,
        takes=frozenset({"forum", "role"}),
        shown=5,
        decorate=with_roles,
        cases_of=lambda party: [part.case_id for part in party.last_roles],
        csv="parties.csv",
    ),
    Kind(
        "counsel",
        "attorney",
        "attorneys",
        filter=CounselFilter,
        rows=listed.counsel,
        takes=frozenset({"forum", "party"}),
        shown=4,
        decorate=with_appearances,
        cases_of=lambda attorney: [seen.case_id for seen in attorney.last_seen],
    ),
    Kind(
        "claims",
        "claim",
        "claims, each against one party",
        filter=ClaimFilter,
        rows=listed.claims,
        takes=DATES | {"forum", "party", "effect"},
        shown=4,
        decorate=with_status,
        cases_of=lambda row: [row.case_id],
        csv="claims.csv",
    ),
    Kind(
        "filings",
        "filing",
        "filings",
        filter=FilingFilter,
        rows=listed.filings,
        takes=DATES | {"forum", "party", "role", "type", "motions", "order"},
        shown=10,
        decorate=places_only,
        cases_of=lambda filing: [filing.case_id],
        finish=filings_in_list,
        csv="filings.csv",
    ),
    Kind(
        "pages",
        "page of a document",
        "pages of documents",
        filter=DocumentPageFilter,
        rows=listed.document_pages,
        takes=frozenset({"forum"}),
        shown=5,
        decorate=with_document,
        cases_of=lambda page: [page.case_id],
    ),
    Kind(
        "matters",
        "matter",
        "matters",
        filter=MatterFilter,
        rows=listed.matters,
        takes=frozenset({"party"}),
        shown=4,
        decorate=with_cases_counted,
        cases_of=lambda matter: [],
    ),
)


# of kinds that have a long text: the places where the words stand in it
EXCERPTS = {"filings": headlines, "pages": page_headlines}


@dataclass(frozen=True)
class Group:
    """What is shown of one kind."""

    found: Found
    rows: list[Any]
    address: str

    @property
    def kind(self) -> Kind:
        """The kind of rows in the group, with its names and its listing."""
        return self.found.kind

    @property
    def has_more(self) -> bool:
        """Whether there are more than are shown."""
        return self.found.count.number > len(self.rows)


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """GET ?q= and filters; ?what= is one kind, page by page; ?all= lists a docket number too.

    A docket number alone is answered by a redirect to its case.
    """
    asked = SearchFilter(request.GET)
    context: dict[str, Any] = {
        "asked": asked,
        "title": TITLE,
        "description": DESCRIPTION,
        "canonical": request.path,
        "noindex": True,
    }
    if not asked.is_valid():
        return _refused(request, context, "")
    question = read_question(asked.form.cleaned_data["q"], cases_numbered)
    if question.names_a_case and not asked.narrowing and not request.GET.get("all"):
        return HttpResponseRedirect(question.cases[0].get_absolute_url())
    context["parts"] = asked.parts(question)
    if not question.finds and not asked.narrowing:
        return TemplateResponse(request, "docket/search/search.html", context)
    if question.words.without and not question.words.sought and not question.number and not asked.narrowing:
        return _refused(request, context, "Write a word that is to be found, beside those that are not.")
    found = [Found(kind, asked, question) for kind in KINDS if kind.knows(asked.narrowing)]
    try:
        context |= _one_kind(request, asked, question, found) or _every_kind(asked, question, found)
    except BadCursor as error:
        return _refused(request, context, str(error))
    return TemplateResponse(request, "docket/search/search.html", context | _said(asked, question, found))


def _refused(request: HttpRequest, context: dict[str, Any], trouble: str) -> HttpResponse:
    context |= {"trouble": trouble, "wrong": True}
    return TemplateResponse(request, "docket/search/search.html", context, status=400)


def _one_kind(request: HttpRequest, asked: SearchFilter, question: Question, found: list[Found]) -> dict[str, Any]:
    """A page of the kind that the address names."""
    one = next((one for one in found if one.kind.code == asked.form.cleaned_data["what"]), None)
    if one is None or not one.is_valid:
        return {}
    page = one.page(SIZE, request.GET.get("after", ""), request.GET.get("before", ""))
    group = Group(one, _shown(one, page, question), "")
    return {
        "groups": [group] if group.rows else [],
        "lost": page.lost,
        "next": asked.address(after=page.after) if page.after else "",
        "previous": asked.address(before=page.before) if page.before else "",
        "start": asked.address(),
        "csv": f"{reverse(one.kind.csv)}{one.question}" if one.kind.csv else "",
        "only": one,
    }


def _every_kind(asked: SearchFilter, question: Question, found: list[Found]) -> dict[str, Any]:
    """The first of each kind."""
    groups = [
        Group(one, _shown(one, one.page(one.kind.shown), question), asked.address(what=one.kind.code))
        for one in found
        if one.count.number
    ]
    return {"groups": groups}


def _shown(one: Found, page: Page[Any], question: Question) -> list[Any]:
    rows = with_notes(one.kind.finish(page.rows), one.kind.cases_of)
    if excerpts := EXCERPTS.get(one.kind.code):
        texts = excerpts([row.pk for row in rows], question.finds)
        for row in rows:
            row.excerpt = texts.get(row.pk, "")
    return rows


def _said(asked: SearchFilter, question: Question, found: list[Found]) -> dict[str, Any]:
    """How many there are, by what they can be narrowed, what else could have been meant."""
    by_code = {one.kind.code: one for one in found}
    cases, filings = by_code.get("cases"), by_code.get("filings")
    total = sum(one.count.number for one in found)
    sought = "" if total else " ".join(question.words.sought)
    return {
        "question": question,
        "sought": question.marked,
        "found": found,
        "kinds": [(one, asked.address(what=one.kind.code)) for one in found if one.count.number],
        "total": f"{total:,}",
        "is_any": bool(total),
        "is_capped": any(one.count.is_capped for one in found),
        "facets": facets(asked, cases.known if cases else [], _candidates(filings)),
        "near": near_names(sought) if sought else [],
        "everything": asked.address(what=""),
        "in_order": [(order, asked.address(order=order.code)) for order in asked.offered()],
        "numbered": _numbered(question),
    }


def _candidates(filings: Found | None) -> list[search.Candidate]:
    """The filings found, where words found few."""
    if filings is None or not filings.is_valid or not isinstance(filings.asked, FilingFilter):
        return []
    return filings.asked.found or []


def _numbered(question: Question) -> list[Any]:
    """The cases of which nothing but the number was typed."""
    cases = without_disposition(question.cases[:SIZE]) if question.is_number else []
    return with_notes(cases, lambda case: [case.pk])


@require_safe
def opensearch(request: HttpRequest) -> HttpResponse:
    """The description by which browsers offer this search beside their own."""
    context = {"base": settings.PUBLIC_BASE_URL, "description": DESCRIPTION}
    return TemplateResponse(
        request, "docket/search/opensearch.xml", context, content_type="application/opensearchdescription+xml"
    )
