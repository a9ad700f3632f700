"""A forum: what it is, and its cases."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from docket.models import Case, Forum

NEWEST = 20


@require_safe
def forum_page(request: HttpRequest, slug: str) -> HttpResponseBase:
    """What a forum is called, the days on which it is closed, and its newest cases."""
    forum = get_object_or_404(Forum.objects.select_related("parent"), slug=slug)
    cases = list(Case.objects.filter(forum=forum).newest_first().for_listing(timezone.localdate())[: NEWEST + 1])
    context = {
        "forum": forum,
        "aliases": [alias.name for alias in forum.aliases.all() if alias.name != forum.name],
        "closures": forum.closures.order_by("-day")[:NEWEST],
        "cases": cases[:NEWEST],
        "more_cases": len(cases) > NEWEST,
        "title": forum.name,
        "description": f"{forum.name}: its cases in this record.",
        "canonical": forum.get_absolute_url(),
        "feed": reverse("forum_atom", args=[forum.slug]),
        "crumbs": [("Forums", reverse("forums"))],
        "noindex": not cases,
    }
    return TemplateResponse(request, "docket/lists/forum.html", context)
