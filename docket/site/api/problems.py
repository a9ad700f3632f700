"""What cannot be answered, as application/problem+json (RFC 9457)."""

from __future__ import annotations

import logging
from typing import Any

from django.db import InterfaceError, OperationalError
from rest_framework.exceptions import NotFound
from rest_framework.response import Response
from rest_framework.views import exception_handler

from docket.listing.pagination import BadCursor
from docket.site.api.asked import Refused
from docket.site.api.paging import Gone

logger = logging.getLogger(__name__)
MEDIA_TYPE = "application/problem+json"
AWAY = "The database cannot answer just now, or this takes too long to answer: ask for less, or later."


def problem(error: Exception, context: Any) -> Response | None:
    """The answer to an error; None for one that is the program's own fault."""
    if isinstance(error, Refused):
        return _answer(400, "This question cannot be answered", "; ".join(_sentences(error)), errors=error.errors)
    if isinstance(error, Gone):
        return _answer(404, "There is no such page", str(error), errors={"after": [str(error)]})
    if isinstance(error, BadCursor):
        return _answer(400, "This question cannot be answered", str(error), errors={"after": [str(error)]})
    if isinstance(error, OperationalError | InterfaceError):
        logger.error("Answered by 503: %s: %s", context["request"].path, error)
        return _answer(503, "Not available", AWAY, {"Retry-After": "60", "Cache-Control": "no-store"})
    known = exception_handler(error, context)
    if known is None:
        return None
    detail = getattr(error, "detail", None) or NotFound.default_detail
    kept = {name: value for name, value in known.headers.items() if name in ("Retry-After", "Allow")}
    return _answer(known.status_code, known.status_text, str(detail), kept)


def _sentences(error: Refused) -> list[str]:
    return [f"{name}: {' '.join(words)}" for name, words in error.errors.items()]


def _answer(status: int, title: str, detail: str, headers: dict[str, str] | None = None, **more: Any) -> Response:
    body = {"title": title, "status": status, "detail": detail, **more}
    return Response(body, status, headers=headers, content_type=MEDIA_TYPE)
