"""Atom feeds: of the site, a matter, a case, a party, a forum, a claim, and of any list of filings or cases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from django.db.models import F, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponsePermanentRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from docket.models import Case, CaseMatter, CaseParty, Claim, Filing, Forum, Matter
from docket.site.feeds import entries as feeds
from docket.site.feeds.atom import atom
from docket.site.feeds.entries import MOST, Entry
from docket.site.filters import CaseFilter, FilingFilter, listed
from docket.site.views.answers import gone, is_sealed
from docket.site.views.downloads import refused
from docket.site.views.party import party_at

MOST_CASES = 100  # of a matter or a party; the newest
PLACES = ("order", "after", "before")  # where in a list a page begins is nothing to follow


@require_safe
def site_atom(request: HttpRequest) -> HttpResponseBase:
    """The newest filings of all dockets, and what they did to claims."""
    newest = feeds.in_brief(feeds.filings().order_by(F("date_filed").desc(nulls_last=True), "-pk")[:MOST])
    return _answer(request, "Latest filings", reverse("home"), _with_their_events(newest))


@require_safe
def forum_atom(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The newest filings in a forum, and what they did to claims."""
    forum = get_object_or_404(Forum, slug=slug)
    asked = QueryDict(mutable=True)
    asked.update({"forum": forum.slug, "order": "newest"})
    found = FilingFilter(asked, feeds.filings(), request=request)
    return _answer(request, forum.name, forum.get_absolute_url(), _with_their_events(_first(found)))


@require_safe
def case_atom(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """A case's docket and claims, what changed last first; empty while it is under seal."""
    case = get_object_or_404(Case, public_id=public_id)
    sealed = is_sealed(case)
    name = "Case under seal" if sealed else case.caption_short or case.caption
    entries = [] if sealed else feeds.newest_first(feeds.last_changed(Q(case=case)), feeds.of_corrections(case))
    return gone(request, case) or _answer(request, name, reverse("case", args=[public_id]), entries)


@require_safe
def matter_atom(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """The dockets and claims of the cases that arise from a matter."""
    matter = get_object_or_404(Matter, public_id=public_id)
    cases = _newest(CaseMatter.objects.filter(matter=matter))
    page = reverse("matter", args=[public_id])
    return gone(request, matter) or _answer(request, matter.title, page, feeds.last_changed(Q(case__in=cases)))


@require_safe
def party_atom(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """The dockets and claims of the cases in which a party has a role, whoever filed and whomever it concerns."""
    party = party_at(public_id)
    if party.public_id != public_id:
        return HttpResponsePermanentRedirect(reverse("party_atom", args=[party.public_id]))
    cases = _newest(CaseParty.objects.filter(party=party))
    page = reverse("party", args=[public_id])
    return _answer(request, f"All filings in cases with {party.name}", page, feeds.last_changed(Q(case__in=cases)))


@require_safe
def claim_atom(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """What happened to a claim, against each party."""
    claim = get_object_or_404(Claim.objects.select_related("case"), public_id=public_id)
    title = f"{claim}, {claim.case.caption_short or claim.case.caption}"
    entries = feeds.of_events(feeds.events().filter(claim_against__claim=claim))
    return _answer(request, title, claim.get_absolute_url(), entries)


@require_safe
def filings_atom(request: HttpRequest) -> HttpResponseBase:
    """The newest filings that a list's filters find; an address is the list's with `.atom`."""
    asked = FilingFilter(_newest_of(request.GET), feeds.filings(), request=request)
    if not asked.is_valid():
        return refused(asked)
    return _answer(request, _named("Filings", asked), _listed("filings", asked), feeds.of_filings(_first(asked)))


@require_safe
def cases_atom(request: HttpRequest) -> HttpResponseBase:
    """The newest cases that a list's filters find."""
    asked = CaseFilter(_newest_of(request.GET), listed.cases(), request=request)
    if not asked.is_valid():
        return refused(asked)
    return _answer(request, _named("Cases", asked), _listed("cases", asked), _cases(asked))


def _cases(asked: CaseFilter) -> list[Entry]:
    return feeds.of_cases(_first(asked), asked.data.get("party", "").strip())


def _with_their_events(found: Iterable[Filing]) -> list[Entry]:
    rows = list(found)
    happened = feeds.events().filter(filing__in=[row.pk for row in rows])
    return feeds.newest_first(feeds.of_filings(rows), feeds.of_events(happened))


def _newest(parts: QuerySet[Any]) -> list[int]:
    open_cases = parts.filter(case__in=listed.cases()).order_by("-case__date_filed", "-case")
    return list(open_cases.values_list("case", flat=True)[:MOST_CASES])


def _first(asked: FilingFilter | CaseFilter) -> list[Any]:
    asked.is_valid()
    return list(asked.page(feeds.in_brief if isinstance(asked, FilingFilter) else _whole, MOST).rows)


def _whole(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows


def _newest_of(data: QueryDict) -> QueryDict:
    data = data.copy()
    for name in PLACES:
        data.pop(name, None)
    data["order"] = "newest"
    return data


def _named(what: str, asked: FilingFilter | CaseFilter) -> str:
    return ", ".join([what, *(f"{active.label.lower()}: {active.value}" for active in asked.active)])


def _listed(name: str, asked: FilingFilter | CaseFilter) -> str:
    return f"{reverse(name)}{asked.address(order='')}".removesuffix("?")


def _answer(request: HttpRequest, title: str, page: str, entries: Sequence[Entry]) -> HttpResponseBase:
    query = page.partition("?")[2]
    body = atom(title, page, f"{request.path}?{query}" if query else request.path, entries)
    response = HttpResponse(body, "application/atom+xml; charset=utf-8")
    response.headers["ETag"] = etag = f'"{sha256(body).hexdigest()[:32]}"'
    # what is sealed leaves every subscriber with the next request
    response.headers["Cache-Control"] = "no-cache"
    response.headers["X-Robots-Tag"] = "noindex"
    return get_conditional_response(request, etag=etag, response=response) or response
