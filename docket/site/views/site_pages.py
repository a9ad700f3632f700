"""About, Corrections, Contact: staff's own text, or a short built-in one until they write it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from docket.models import SitePage
from docket.site.prose import first_words

TITLES = {"about": "About", "corrections": "Corrections", "contact": "Contact"}


@require_safe
def site_page(request: HttpRequest, slug: str) -> HttpResponse:
    """A page of the site itself."""
    page = SitePage.objects.filter(slug=slug).first()
    context = {
        "page": page,
        "default": f"docket/pages/_{slug}.html",
        "title": page.title if page else TITLES[slug],
        "description": first_words(page.text)
        if page
        else f"{TITLES[slug]} – {settings.SITE_NAME}, its rules and its people.",
        "canonical": request.path,
    }
    return render(request, "docket/site_page.html", context)
