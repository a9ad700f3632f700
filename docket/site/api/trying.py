"""The pages about the API for people: how it is asked, and for each resource a form that asks it. No script."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from docket.site.api.asked import MOST, USUAL, filters_of
from docket.site.api.expanding import expansions_of
from docket.site.exports.files import RESOURCES

BY_NAME = {file.name: file for file in RESOURCES}


@require_safe
def api_page(request: HttpRequest) -> HttpResponse:
    """How the API is asked, and its resources."""
    context = {
        "files": RESOURCES,
        "most": MOST,
        "usual": USUAL,
        "a_minute": settings.API_PER_MINUTE,
        "title": "API",
        "description": "The record as JSON: what can be asked, and a form for each resource to try it.",
        "canonical": request.path,
        "crumbs": [("Data", reverse("data"))],
    }
    return render(request, "docket/files/api.html", context)


@require_safe
def try_page(request: HttpRequest, name: str) -> HttpResponse:
    """A resource's form, its fields, and what can be put into its rows."""
    if name not in BY_NAME:
        raise Http404
    file = BY_NAME[name]
    asked = file.filter(QueryDict(), file.listed().none(), request=request)
    context = {
        "file": file,
        "fields": [asked.form[one] for one in filters_of(file)],
        "expansions": list(expansions_of(file)),
        "address": reverse(f"api-{name}"),
        "title": f"API: {name}",
        "description": f"Ask for {name}. One row: {file.grain}",
        "canonical": request.path,
        "crumbs": [("Data", reverse("data")), ("API", reverse("api-page"))],
    }
    return render(request, "docket/files/api_try.html", context)
