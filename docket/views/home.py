"""The first page: what this is, where to search, what is new."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Home."""
    return render(request, "docket/home.html", {"title": "Dockets, in the open", "canonical": request.path})
