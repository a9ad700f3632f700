"""A case: who claims what from whom, where it stands, what comes next, and the docket sheet."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from docket.models import Case


@require_safe
def case_page(request: HttpRequest, public_id: str, slug: str = "") -> HttpResponse:
    """The case’s page."""
    case = get_object_or_404(Case, public_id=public_id)
    context = {"case": case, "title": str(case), "canonical": case.get_absolute_url()}
    return render(request, "docket/case.html", context)
