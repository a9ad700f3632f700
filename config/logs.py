"""What went on, a line each: plain text or JSON, with the id of the request that it belongs to.

Example: 2026-03-02 14:05:11 ERROR django.request [5f0c9e…]: Internal Server Error: /cases/ — KeyError: 'title'
at docket/site/views/case.py:41 case_page < config/middleware.py:60 respond
"""

import json
import logging
import re
import secrets
import time
import traceback
from collections.abc import Callable
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from config.data_folder import CHECKOUT

HEADER = "X-Request-ID"
GIVEN = re.compile(r"[A-Za-z0-9._-]{8,64}")
MOST_FRAMES = 12
request_id: ContextVar[str] = ContextVar("request_id", default="-")
access = logging.getLogger("docketbook.access")


class OneLine(logging.Formatter):
    """An error with where it came from, innermost first, in one line."""

    def format(self, record: logging.LogRecord) -> str:
        """The record in one line: time, level, logger, request, and the error with where it came from."""
        where = f"{self.formatTime(record, '%Y-%m-%d %H:%M:%S')} {record.levelname} {record.name}"
        return f"{where} [{request_id.get()}]: {_message(record)}"


class OneObject(logging.Formatter):
    """The same as a JSON object: time, level, logger, request, message."""

    def format(self, record: logging.LogRecord) -> str:
        """The object, in one line."""
        told = {"level": record.levelname, "logger": record.name, "request": request_id.get()}
        return json.dumps({"time": record.created, **told, "message": _message(record)}, ensure_ascii=False)


def _message(record: logging.LogRecord) -> str:
    error = record.exc_info[1] if record.exc_info else None
    parts = [record.getMessage(), *([in_one_line(error)] if error else [])]
    return " ".join(" — ".join(parts).split())


def in_one_line(error: BaseException) -> str:
    """`KeyError: 'title' at docket/site/views/case.py:41 case_page < …`; of libraries only if there is no other."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if _is_ours(frame.filename)] or frames
    places = [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in reversed(ours)]
    return f"{type(error).__name__}: {error} at {' < '.join(places[:MOST_FRAMES]) or 'nowhere'}"


def _is_ours(file: str) -> bool:
    path = Path(file)
    return path.is_relative_to(CHECKOUT) and "site-packages" not in path.parts


def _short(file: str) -> str:
    return file.removeprefix(f"{CHECKOUT}/")


def request_log(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Give each request its id, that of the proxy if there is one; ACCESS_LOG=1 writes a line for each answer.

    The query is left out of that line: it may hold what somebody searched for.
    """

    def respond(request: HttpRequest) -> HttpResponseBase:
        given = request.headers.get(HEADER, "") if settings.BEHIND_PROXY else ""
        request_id.set(given if GIVEN.fullmatch(given) else secrets.token_hex(8))
        begun = time.perf_counter()
        response = get_response(request)
        response.headers[HEADER] = request_id.get()
        if settings.ACCESS_LOG:
            took = (time.perf_counter() - begun) * 1000
            access.info("%s %s %s %.0f ms", request.method, request.path, response.status_code, took)
        return response

    return respond


def configuration(level: str, form: str) -> dict[str, Any]:
    """For logging.config.dictConfig. `form` is plain, json or tracebacks (for developers)."""
    formatters: dict[str, dict[str, Any]] = {
        "plain": {"()": "config.logs.OneLine"},
        "json": {"()": "config.logs.OneObject"},
        "tracebacks": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"},
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": formatters,
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": form}},
        "loggers": {
            # it tells of every trigger that it installs: hundreds of lines a migration
            "pgtrigger": {"level": "WARNING"},
            # its warnings tell of wrong passwords; the rest would tell of every right one
            "axes": {"level": "WARNING"},
            "pikepdf": {"level": "WARNING"},
            # every job, and at the start of every command that it has found the task
            "procrastinate": {"level": "WARNING"},
            # every address that a followed source is asked under
            "httpx": {"level": "WARNING"},
            # gunicorn cuts it off from the root
            "gunicorn.error": {"level": "WARNING", "handlers": ["stderr"], "propagate": False},
            "docketbook.access": {"level": "INFO"},
        },
        "root": {"handlers": ["stderr"], "level": level},
    }
