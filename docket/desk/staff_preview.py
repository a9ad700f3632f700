"""The public pages at the desk: over the staff's tables for who may read what is under seal, else as published."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.urls import URLPattern, URLResolver

from docket.desk.clearance import is_cleared
from docket.site.exports.copy import ONE_SNAPSHOT

View = Callable[..., HttpResponseBase]


def staff_preview(patterns: Iterable[URLPattern | URLResolver]) -> list[URLPattern | URLResolver]:
    """The same addresses, each view wrapped. Meant for the desk's own copy of the public URLs."""
    return [_wrapped(pattern) for pattern in patterns]


def _wrapped(pattern: URLPattern | URLResolver) -> URLPattern | URLResolver:
    if isinstance(pattern, URLResolver):
        inner = staff_preview(pattern.url_patterns)
        return URLResolver(pattern.pattern, inner, pattern.default_kwargs, pattern.app_name, pattern.namespace)
    return URLPattern(pattern.pattern, _as_staff(pattern.callback), pattern.default_args, pattern.name)


def _as_staff(view: View) -> View:
    @functools.wraps(view)
    def respond(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if getattr(request, "as_published", False):
            return view(request, *args, **kwargs)
        request.staff_data = is_cleared(request.user)  # type: ignore[attr-defined]
        if request.staff_data:  # type: ignore[attr-defined]
            return _private(view(request, *args, **kwargs))
        return _private(_as_published(lambda: view(request, *args, **kwargs)))

    return respond


def _as_published(call: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """Answer from the published tables only, rendering included."""
    with transaction.atomic():
        _look_at_published_only()
        response = call()
        if hasattr(response, "render"):
            response.render()
        # other requests of this transaction (the session's) read the staff's tables again; a rollback brings that too
        if not connection.get_rollback():
            with connection.cursor() as cursor:
                cursor.execute("set local search_path to public, extensions")
    if isinstance(response, StreamingHttpResponse):
        response.streaming_content = _published_stream(response.streaming_content)
    return response


def _published_stream(parts: Any) -> Iterator[bytes]:
    """What is sent after the view has answered is read in a transaction of its own."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(ONE_SNAPSHOT)
        _look_at_published_only()
        yield from parts


def _look_at_published_only() -> None:
    with connection.cursor() as cursor:
        cursor.execute("set local search_path to published, extensions")


def _private(response: HttpResponseBase) -> HttpResponseBase:
    response.headers["Cache-Control"] = "no-store"
    return response
