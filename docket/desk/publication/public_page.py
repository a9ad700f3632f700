"""The public's own view of a row, called at the desk: rendered from the published schema after an act, then undone."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, resolve

from docket.desk.publication.acts import try_out
from docket.publishing.preview import as_published


def public_address(row: models.Model) -> str | None:
    """The address of the public page that shows a row: its own, or that of its case or matter."""
    for shown_by in (row, getattr(row, "case", None), getattr(row, "matter", None)):
        if shown_by is None or not hasattr(shown_by, "get_absolute_url") or shown_by._meta.label == "docket.Document":
            continue
        try:
            return str(shown_by.get_absolute_url())
        except NoReverseMatch:
            continue
    return None


def rendered(request: HttpRequest, row: Any, act: str) -> HttpResponse:
    """The page after an act (or as it is now, when empty). Nothing of it stays."""
    address = public_address(row)

    with as_published(lambda: try_out(act, row)):
        if address is None:
            return _says("It has no public page of its own.")
        try:
            return _called(request, address)
        except Http404:
            return _says("The public is told that nothing is here.")


def _called(request: HttpRequest, address: str) -> HttpResponse:
    """What the address answers to anybody, without going through the desk's own way of asking."""
    asked = HttpRequest()
    asked.method, asked.path, asked.path_info = "GET", address, address
    asked.META = {key: value for key, value in request.META.items() if key.startswith(("SERVER_", "HTTP_HOST", "wsgi"))}
    asked.user = AnonymousUser()
    asked.as_published = True  # type: ignore[attr-defined]
    match = resolve(address)
    asked.resolver_match = match
    response = match.func(asked, *match.args, **match.kwargs)
    if hasattr(response, "render"):
        response.render()
    return HttpResponse(response.getvalue(), status=response.status_code, content_type=response.headers["Content-Type"])


def _says(words: str) -> HttpResponse:
    return HttpResponse(render_to_string("admin/publication/no_public_page.html", {"words": words}))
