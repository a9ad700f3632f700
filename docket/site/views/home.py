"""The first page: what this is, where to search, what is new."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from docket.models import Filing, Matter

NEWEST_FILINGS = 12
MATTERS = 12


@require_safe
def home(request: HttpRequest) -> HttpResponseBase:
    """The first page: matters, and the newest filings."""
    context = {
        "title": "Dockets of what follows from an event",
        "description": f"{settings.SITE_NAME}: who claims what from whom, in which forum, and where it stands.",
        "canonical": request.path,
        "feed": reverse("site_atom"),
        "matters": Matter.objects.with_case_count()[:MATTERS],
        "filings": Filing.objects.newest_first().select_related("case__forum")[:NEWEST_FILINGS],
    }
    return TemplateResponse(request, "docket/home.html", context)
