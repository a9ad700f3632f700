"""Charts of a list of filings, with the list's own filters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from docket.models import Filing
from docket.site.charts.counted import MOST
from docket.site.charts.over_time import over_time
from docket.site.charts.rulings import days_to_ruling
from docket.site.filters import FilingFilter, listed


@require_safe
def filings_over_time(request: HttpRequest) -> HttpResponse:
    """How many of the filings asked for were filed in each month or year."""
    texts = {"title": "Filings over time", "description": "How many filings of this record were filed in each period."}
    return _drawn(request, over_time, "docket/charts/over_time.html", texts)


@require_safe
def motions_to_rulings(request: HttpRequest) -> HttpResponse:
    """How many days passed from motion to ruling in each forum, over the motions among the filings asked for."""
    texts = {
        "title": "Days from motion to ruling",
        "description": "How long motions of this record waited for the ruling that is linked to them, by forum.",
    }
    return _drawn(request, days_to_ruling, "docket/charts/rulings.html", texts)


def _drawn(
    request: HttpRequest, draw: Callable[[QuerySet[Filing]], Any], template: str, texts: dict[str, str]
) -> HttpResponse:
    asked = FilingFilter(request.GET, listed.filings(), request=request)
    context: dict[str, Any] = {**texts, "asked": asked, "canonical": request.path, "most": MOST}
    context["crumbs"] = [("Filings", reverse("filings"))]
    if not asked.is_valid():
        return TemplateResponse(request, template, context, status=400)
    context |= {"chart": draw(asked.rows), "narrowed": asked.address(), "noindex": bool(asked.active)}
    return TemplateResponse(request, template, context)
