"""A party: every role in every case, and its part in matters. Parties of one name are never taken together."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from docket.site.grid.party_claims import claims_of_roles
from docket.site.heading_notes import with_notes
from docket.site.one_party import counted_as, without_disposition
from docket.site.outcomes import own_outcome
from parties.models import Party

MOST_ROLES = 100


def party_at(public_id: str) -> Party:
    """The party of an address, or the one into which that party was merged. Raises Http404 where there is neither."""
    former = Party.objects.filter(former_addresses__former=public_id)
    party = Party.objects.filter(public_id=public_id).first() or former.first()
    if party is None:
        raise Http404
    return party


@require_safe
def party_page(request: HttpRequest, public_id: str, slug: str = "") -> HttpResponseBase:
    """The party's page, at its present name's address."""
    party: Any = party_at(public_id)
    address = party.get_absolute_url()
    if request.path != address:
        return HttpResponsePermanentRedirect(address)
    roles = list(
        party.case_parties.select_related("case__forum", "party")
        .prefetch_related("capacities")
        .order_by("-case__date_filed", "case", "pk")[: MOST_ROLES + 1]
    )
    without_disposition(role.case for role in roles)
    claims = claims_of_roles(role.pk for role in roles[:MOST_ROLES])
    for role in roles:
        role.claims = claims.get(role.pk)
        mine = role.claims.statuses if role.claims and role.claims.is_whole else []
        counted = counted_as(role.case.category)
        role.outcome = own_outcome(mine, *counted) if len(mine) > 1 else ""  # one stands beside its claim
    with_notes(roles[:MOST_ROLES], lambda role: [role.case_id])
    parts = list(party.matter_parties.select_related("matter"))
    where = [role.case for role in roles] + [part.matter for part in parts]
    context = {
        "party": party,
        "aliases": party.aliases.all(),
        "roles": roles[:MOST_ROLES],
        "more_roles": len(roles) > MOST_ROLES,
        "parts": parts,
        "title": party.name,
        "description": f"{party.name}: every role in the cases of this record, the claims and where each stands.",
        "canonical": address,
        "feed": reverse("party_atom", args=[party.public_id]),
        "crumbs": [("Parties", reverse("parties"))],
        "noindex": all(row.noindex or row.is_sample for row in where),
        "about": {"@type": "Person" if party.kind == "person" else "Organization", "name": party.name},
    }
    return TemplateResponse(request, "parties/party.html", context)
