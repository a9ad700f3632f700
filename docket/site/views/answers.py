"""What views of single rows have in common: the permanent address, the placeholder of a removed row."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.template.response import TemplateResponse

from docket.publishing.visibility import Visibility


def moved(request: HttpRequest, address: str) -> HttpResponsePermanentRedirect | None:
    """A redirect from an old slug to the present address, with the question that was asked."""
    if request.path == address:
        return None
    asked = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{address}?{asked}" if asked else address)


def is_sealed(row: Any) -> bool:
    """Whether only a placeholder may be shown."""
    return bool(row.visibility == Visibility.SEALED)


def gone(request: HttpRequest, row: Any) -> TemplateResponse | None:
    """410 where a row was removed and that is no secret."""
    if row.visibility != Visibility.REMOVED:
        return None
    return TemplateResponse(request, "410.html", {"title": "Removed", "noindex": True}, status=410)
