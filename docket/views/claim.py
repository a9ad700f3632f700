"""A claim: what, by whom, against whom, and every dated thing that happened to it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from docket.citing.record import cite_claim
from docket.models import Claim, SourceLink
from docket.outcomes import claim_lines, standings
from docket.views.filing import caption, crumbs
from docket.wording import notices


@require_safe
def claim_page(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """The claim's page."""
    claims = Claim.objects.for_page().select_related("case__forum", "carried_from")
    claim = get_object_or_404(claims, public_id=public_id)
    lines = claim_lines([claim])
    sources: dict[int, list[SourceLink]] = {}
    for link in SourceLink.objects.filter(claim_event__claim_against__claim=claim).select_related("source"):
        sources.setdefault(link.claim_event_id or 0, []).append(link)
    for row in claim.against.all():
        for event in row.events.all():
            event.sources = sources.get(event.pk, [])  # type: ignore[attr-defined]
    context = {
        "claim": claim,
        "case": claim.case,
        "line": lines[0],
        "later": claim.carried_to.first(),
        "cited": cite_claim(claim, timezone.localdate()),
        "notices": notices(claim.case.category, standings(lines)),
        "title": f"{claim}, {caption(claim.case)}",
        "description": f"{claim.get_kind_display()}: {claim.title}, in {caption(claim.case)}: by whom, against whom, "
        "and where it stands.",
        "canonical": claim.get_absolute_url(),
        "crumbs": crumbs(claim.case),
        "noindex": claim.case.noindex or claim.case.is_sample,
    }
    return TemplateResponse(request, "docket/claim.html", context)
