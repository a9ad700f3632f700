"""A filing: its text, filers, documents, links and excerpts."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from docket.models import Filing


@require_safe
def filing_page(request: HttpRequest, public_id: str) -> HttpResponse:
    """The filing’s page."""
    filing = get_object_or_404(Filing, public_id=public_id)
    context = {"filing": filing, "title": str(filing), "canonical": filing.get_absolute_url()}
    return render(request, "docket/filing.html", context)
