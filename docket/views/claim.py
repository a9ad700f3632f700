"""A claim: what, by whom, against whom, and every event on it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from docket.models import Claim


@require_safe
def claim_page(request: HttpRequest, public_id: str) -> HttpResponse:
    """The claim’s page."""
    claim = get_object_or_404(Claim, public_id=public_id)
    context = {"claim": claim, "title": str(claim), "canonical": claim.get_absolute_url()}
    return render(request, "docket/claim.html", context)
