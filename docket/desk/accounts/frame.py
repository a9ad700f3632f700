"""The admin's frame around the pages of django-allauth."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

FRAMED = ("account_", "mfa_", "login")


def frame(request: HttpRequest) -> dict[str, Any]:
    """A context processor: header, titles and links of the admin, on those pages only."""
    found = getattr(request, "resolver_match", None)
    if found is None or not (found.url_name or "").startswith(FRAMED):
        return {}
    return admin.site.each_context(request) | {"is_nav_sidebar_enabled": False}
