"""The public site asked as a web server asks it, without the network: the page that goes out, and its SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from typing import Any
from wsgiref.util import setup_testing_defaults

from django.core.wsgi import get_wsgi_application
from django.db import connection, connections

Statement = tuple[str, Any]


@cache
def _site() -> Any:
    return get_wsgi_application()


def ask(address: str, **headers: str) -> tuple[str, dict[str, str], bytes]:
    """Status, headers and body, not compressed unless the headers say so."""
    path, _, question = address.partition("?")
    environ: dict[str, Any] = {"PATH_INFO": path, "QUERY_STRING": question, "wsgi.input": BytesIO()}
    environ |= {"HTTP_HOST": "localhost", **headers}
    setup_testing_defaults(environ)
    said: list[Any] = []
    answer = _site()(environ, lambda status, fields: said.extend((status, dict(fields))))
    body = b"".join(answer)
    answer.close()
    return said[0], said[1], body


def page(address: str, expected: str = "200", **headers: str) -> Callable[[], None]:
    """The asking, to be measured; another status than expected is no answer."""

    def asking() -> None:
        status, _, body = ask(address, **headers)
        assert status.startswith(expected), f"{address}: {status} {body[:200]!r}"

    return asking


def sql_of(address: str) -> list[Statement]:
    """The statements that an answer takes."""
    asked: list[Statement] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        page(address)()
    return asked


@contextmanager
def over(database: str) -> Iterator[None]:
    """The same site over another database of the same server."""
    before = connections.settings["default"]["NAME"]
    _use(database)
    try:
        yield
    finally:
        _use(before)


def _use(database: str) -> None:
    connections["default"].close()
    connections.settings["default"]["NAME"] = database
    del connections["default"]
