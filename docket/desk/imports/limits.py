"""How much may be uploaded together, how much is imported while one waits, and what is said of too much."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import TooManyFilesSent
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.http.request import UnreadablePostError
from django.shortcuts import render

MB = 1024 * 1024
LARGEST = 50 * MB
TOGETHER = 250 * MB
# A form's other fields and the lines between its parts: what a request may have beyond its files.
ENVELOPE = MB
# Imported within some three seconds: a megabyte of entries whose texts all differ takes two to three. More would keep
# one of the desk's few threads and a person waiting, up to the minute after which proxies give up.
AT_ONCE = MB
# A file costs a tenth of a second however small it is.
AT_LEAST = 64 * 1024
CHUNK = 64 * 1024
REMEDY = "Send them in several parts, or import the folder on the server with manage.py import_docket FOLDER."


def takes_long(files: Sequence[UploadedFile]) -> bool:
    """Whether importing these files should not be waited for."""
    return sum(max(file.size or 0, AT_LEAST) for file in files) > AT_ONCE


def too_large_together(size: int) -> str:
    """What is said of files that are too large together."""
    return f"These files have {size / MB:,.0f} MB together; {TOGETHER // MB} MB may be sent at once. {REMEDY}"


class TooMuch:
    """Says in words what Django answers by a bare 400, and reads no request that is larger than any may be.

    Stands before the check of CSRF, which is the first to read a form.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """A page with the limit and the remedy, or None when the request is within the limits."""
        said = request.META.get("CONTENT_LENGTH") or ""
        size = int(said) if said.isdecimal() else 0
        if size > TOGETHER + ENVELOPE:
            return _refused(request, too_large_together(size))
        try:
            _ = request.POST
        except TooManyFilesSent:
            most = settings.DATA_UPLOAD_MAX_NUMBER_FILES
            return _refused(request, f"These are more than {most:,} files, the most that may be sent at once. {REMEDY}")
        except UnreadablePostError:
            return None
        return None


def _refused(request: HttpRequest, words: str) -> HttpResponse:
    """What staff send is read to its end, unseen: a browser shows an answer only after it has sent everything."""
    if request.user.is_staff:
        while request.read(CHUNK):
            pass
    return render(request, "admin/publication/too_much.html", {"words": words}, status=413)
