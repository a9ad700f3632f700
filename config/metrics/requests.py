"""What each process of a site counts, answer by answer."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import cache
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import connections
from django.http import HttpRequest, HttpResponseBase
from prometheus_client import Counter, Histogram

from config.metrics import FOLDER

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Figures:
    """What each process counts of requests and of statements to the database."""

    def __init__(self) -> None:
        self.requests = Counter("docketbook_requests", "Answers.", ["site", "page", "method", "status"])
        self.latency = Histogram(
            "docketbook_request_seconds", "Until the answer began.", ["site", "page"], buckets=SECONDS
        )
        self.statements = Counter("docketbook_statements", "Statements to the database.", ["site"])
        self.waiting = Counter("docketbook_statement_seconds", "Time spent waiting for the database.", ["site"])


@cache
def figures() -> Figures:
    """One set a process: the folder must be known before the first is made."""
    return Figures()


class measured:
    """Counts each answer, how long it took, and what it asked of the database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if not os.environ.get(FOLDER):
            raise MiddlewareNotUsed
        self.get_response, self.figures = get_response, figures()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        begun = time.perf_counter()
        with ExitStack() as stack:
            for alias in connections:
                stack.enter_context(connections[alias].execute_wrapper(self._statement))
            response = self.get_response(request)
        match = request.resolver_match
        page = (match.view_name or "unnamed") if match else "none"
        self.figures.latency.labels(settings.SITE, page).observe(time.perf_counter() - begun)
        method = request.method if request.method in ("GET", "HEAD", "POST") else "other"
        self.figures.requests.labels(settings.SITE, page, method, response.status_code).inc()
        return response

    def _statement(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        begun = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.figures.statements.labels(settings.SITE).inc()
            self.figures.waiting.labels(settings.SITE).inc(time.perf_counter() - begun)
