"""What the database refuses is said in words, with the status that fits."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import DataError, IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from docket.desk.lists.deletion import primary_message
from docket.publishing.waiting import WORDS, is_busy

logger = logging.getLogger(__name__)


class Refusals:
    """A value that no column can hold is the request's fault: 400. What the record's rules refuse at commit: 409."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Words instead of a traceback; the browser's back button still has the form."""
        if isinstance(error, DataError):
            return HttpResponse("The address or form holds a value that cannot be looked up.", "text/plain", 400)
        if isinstance(error, IntegrityError):
            logger.warning("Refused by the database: %s", primary_message(error))
            return render(request, "admin/publication/refused.html", {"words": primary_message(error)}, status=409)
        if is_busy(error):
            return render(request, "admin/publication/refused.html", {"words": WORDS}, status=409)
        return None
