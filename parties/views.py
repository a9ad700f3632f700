"""A party: every role in every case, and its part in matters."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from parties.models import Party


@require_safe
def party_page(request: HttpRequest, public_id: str, slug: str = "") -> HttpResponse:
    """The party’s page."""
    party = get_object_or_404(Party, public_id=public_id)
    context = {"party": party, "title": str(party), "canonical": party.get_absolute_url()}
    return render(request, "parties/party.html", context)
