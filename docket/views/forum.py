"""A forum: what it is, and its cases."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from docket.models import Forum


@require_safe
def forum_page(request: HttpRequest, slug: str) -> HttpResponse:
    """The forum’s page."""
    forum = get_object_or_404(Forum, slug=slug)
    context = {"forum": forum, "title": str(forum), "canonical": forum.get_absolute_url()}
    return render(request, "docket/forum.html", context)
