"""A matter: the event, the people in it, the proceedings that followed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from docket.models import Matter


@require_safe
def matter_page(request: HttpRequest, public_id: str, slug: str = "") -> HttpResponse:
    """The matter’s page."""
    matter = get_object_or_404(Matter, public_id=public_id)
    context = {"matter": matter, "title": str(matter), "canonical": matter.get_absolute_url()}
    return render(request, "docket/matter.html", context)
