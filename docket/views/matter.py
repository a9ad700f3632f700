"""A matter: the event, the people in it, the proceedings that followed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from docket.dates import iso
from docket.grid.page import grid_of
from docket.grid.question import GridQuestion
from docket.looking_back.pages import looking_back
from docket.models import Case, Matter
from docket.prose import first_words
from docket.views.answers import gone, moved

MOST_CASES = 100


@require_safe
def matter_page(request: HttpRequest, public_id: str, slug: str = "") -> HttpResponseBase:
    """The matter's page."""
    matter: Any = get_object_or_404(Matter.objects.for_page(), public_id=public_id)
    if placeholder := gone(request, matter):
        return placeholder
    address = matter.get_absolute_url()
    if redirection := moved(request, address):
        return redirection
    if earlier := looking_back(request, matter, address, timezone.localdate()):
        return earlier
    grid = grid_of(matter, GridQuestion.of(request.GET), timezone.localdate())
    cases = Case.objects.filter(case_matters__matter=matter).order_by("case_matters__position", "-date_filed", "pk")
    found = list(cases.for_listing(timezone.localdate())[: MOST_CASES + 1])
    context = {
        "matter": matter,
        "people": matter.matter_parties.select_related("party"),
        "cases": found[:MOST_CASES],
        "grid": grid,
        "more_cases": len(found) > MOST_CASES,
        "title": matter.title,
        "description": first_words(matter.newest_summaries[0].text)
        if matter.newest_summaries
        else f"{matter.title}: the people in the event and the proceedings that followed.",
        "canonical": address,
        "crumbs": [("Matters", reverse("matters"))],
        "noindex": matter.noindex or matter.is_sample or grid.question.narrows,
        "about": {
            "@type": "Event",
            "name": matter.title,
            "startDate": iso(matter.happened_on, matter.happened_on_precision),
            "location": matter.place,
        },
    }
    return TemplateResponse(request, "docket/matter.html", context)
