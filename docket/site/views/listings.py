"""The lists: matters, cases, filings, parties, claims, forums. One description each; docket/listing answers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db.models import Count, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from docket.claims import for_status
from docket.listing.view import Listing, answer
from docket.models import CaseMatter, CaseParty, ClaimParty
from docket.site.filters import (
    CaseFilter,
    ClaimFilter,
    FilingFilter,
    ForumFilter,
    MatterFilter,
    PartyInCasesFilter,
    listed,
)
from docket.site.heading_notes import with_notes
from docket.site.one_party import with_heads, with_own_outcome
from docket.site.sheet.in_lists import filings_in_list

ROLES_SHOWN = 4  # of a party, in a list


def with_cases_counted(matters: QuerySet[Any]) -> QuerySet[Any]:
    """A matter's row says how many proceedings followed."""
    counted: QuerySet[Any] = matters.annotate(case_count=Count("case_matters"))
    return counted


def with_forum_and_matters(cases: QuerySet[Any]) -> QuerySet[Any]:
    """A case's row names its forum and its matters."""
    matters = CaseMatter.objects.select_related("matter").order_by("-is_primary", "position")
    return cases.select_related("forum").prefetch_related(Prefetch("case_matters", matters))


def places_only(filings: QuerySet[Any]) -> QuerySet[Any]:
    """Of a filing, what its place in the list is named by; docket/site/sheet brings the rest."""
    return filings.only("public_id", "date_filed")


def with_roles(parties: QuerySet[Any]) -> QuerySet[Any]:
    """A party's row has its other names and its last roles."""
    roles = CaseParty.objects.filter(case__in=listed.cases()).select_related("case").order_by("-pk")
    return parties.prefetch_related("aliases", Prefetch("case_parties", roles[:ROLES_SHOWN], to_attr="last_roles"))


def with_status(claims: QuerySet[Any]) -> QuerySet[Any]:
    """A claim's row says by whom, against whom, and where it stands."""
    claimants = ClaimParty.objects.select_related("case_party__party").order_by("pk")
    related = claims.select_related("claim", "case__forum", "case_party__party")
    return for_status(related).prefetch_related(Prefetch("claim__asserted_by", claimants))


def with_names(forums: QuerySet[Any]) -> QuerySet[Any]:
    """A forum's row says what it is part of."""
    return forums.select_related("parent")


MATTERS = Listing(
    name="matters",
    title="Matters",
    one="matter",
    many="matters",
    description="Events and disputes, each with the proceedings that followed from it.",
    template="docket/lists/matter_list.html",
    filter=MatterFilter,
    rows=listed.matters,
    decorate=with_cases_counted,
)
CASES = Listing(
    name="cases",
    title="Cases",
    one="case",
    many="cases",
    description="Suits, arbitrations, prosecutions, citations and investigations, in every forum.",
    template="docket/lists/case_list.html",
    filter=CaseFilter,
    rows=listed.cases,
    decorate=with_forum_and_matters,
    csv="cases.csv",
    feed="cases_atom",
    finish=lambda cases: with_notes(with_heads(cases), lambda case: [case.pk]),
)
FILINGS = Listing(
    name="filings",
    title="Filings",
    one="filing",
    many="filings",
    description="Lines of the dockets: complaints, answers, motions, orders, awards.",
    template="docket/lists/filing_list.html",
    filter=FilingFilter,
    rows=listed.filings,
    decorate=places_only,
    csv="filings.csv",
    feed="filings_atom",
    finish=lambda filings: with_notes(filings_in_list(filings), lambda filing: [filing.case_id]),
)
PARTIES = Listing(
    name="parties",
    title="Parties",
    one="party",
    many="parties",
    description="Persons, organizations, governments, estates and things that proceedings are about.",
    template="parties/party_list.html",
    filter=PartyInCasesFilter,
    rows=listed.parties,
    decorate=with_roles,
    csv="parties.csv",
    finish=lambda parties: with_notes(parties, lambda party: [part.case_id for part in party.last_roles]),
)
CLAIMS = Listing(
    name="claims",
    title="Claims",
    one="claim",
    many="claims, each against one party",
    description="What is claimed from whom, and where it stands. A claim is an allegation until it is decided.",
    template="docket/lists/claim_list.html",
    filter=ClaimFilter,
    rows=listed.claims,
    decorate=with_status,
    csv="claims.csv",
    finish=lambda claims: with_notes(claims, lambda claim: [claim.case_id]),
)
FORUMS = Listing(
    name="forums",
    title="Forums",
    one="forum",
    many="forums",
    description="Courts, arbitral institutions, agencies, police and prosecutors.",
    template="docket/lists/forum_list.html",
    filter=ForumFilter,
    rows=listed.forums,
    decorate=with_names,
)


@require_safe
def matter_list(request: HttpRequest) -> HttpResponse:
    """The list of matters, as filters narrow it."""
    return answer(request, MATTERS)


@require_safe
def case_list(request: HttpRequest) -> HttpResponse:
    """All cases, or those of one party."""
    if not (party := request.GET.get("party", "").strip()):
        return answer(request, CASES)
    return answer(request, replace(CASES, finish=lambda cases: _of_party(cases, party)))


def _of_party(cases: list[Any], party: str) -> list[Any]:
    return with_notes(with_own_outcome(cases, party), lambda case: [case.pk])


@require_safe
def filing_list(request: HttpRequest) -> HttpResponse:
    """The list of filings, as filters and words narrow it."""
    return answer(request, FILINGS)


@require_safe
def party_list(request: HttpRequest) -> HttpResponse:
    """The list of parties, as filters narrow it."""
    return answer(request, PARTIES)


@require_safe
def claim_list(request: HttpRequest) -> HttpResponse:
    """All claims, each against one party."""
    return answer(request, CLAIMS)


@require_safe
def forum_list(request: HttpRequest) -> HttpResponse:
    """The list of forums, as filters narrow it."""
    return answer(request, FORUMS)
