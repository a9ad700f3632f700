"""News by e-mail: asked for, confirmed and left. These pages leave requests for the worker (docket/site/alerts).

They know no address: to one that is known and one that is not the answer is the same.
"""

from __future__ import annotations

import logging
import re

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from docket.site.alerts import spool
from docket.site.alerts.asked import AlertForm
from docket.site.serving.counts import Counts, visitor_of

PER_MINUTE = 6  # requests of one network, in each process
COUNTS = Counts()
KEY = re.compile(r"[-\w:.]{1,300}", re.ASCII)
logger = logging.getLogger(__name__)


# no session stands behind these forms, so another site's form does what anybody can do
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def follow_page(request: HttpRequest) -> HttpResponse:
    """The form; and after it, what happens now."""
    _refuse_unless_on()
    form = (
        AlertForm(request.POST)
        if request.method == "POST"
        else AlertForm(initial={"feed": request.GET.get("feed", "")})
    )
    if request.method == "POST" and form.is_valid():
        asked = {name: str(form.cleaned_data[name]) for name in ("email", "how", "feed")}
        return _left(request, {"kind": "ask", **asked, "network": visitor_of(request)}, "asked")
    return _page(request, "ask", 400 if form.errors else 200, form=form)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_page(request: HttpRequest, token: str) -> HttpResponse:
    """A button, as programmes open links of mails unasked; and after it, what happens now."""
    return _by_key(request, "confirm", token)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def leave_page(request: HttpRequest, key: str) -> HttpResponse:
    """A button, or one click in a mail programme (RFC 8058), which sends the same."""
    return _by_key(request, "leave", key)


def _by_key(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    _refuse_unless_on()
    if not KEY.fullmatch(key):
        raise Http404
    if request.method == "POST":
        return _left(request, {"kind": kind, "key": key}, f"{kind}_done")
    return _page(request, kind, 200)


def _left(request: HttpRequest, asked: dict[str, str], stage: str) -> HttpResponse:
    wait = COUNTS.wait(visitor_of(request), PER_MINUTE)
    if not wait:
        try:
            spool.leave(asked)
        except (spool.Full, OSError) as error:
            logger.error("A request for news by e-mail was not taken: %r", error)
            wait = 600
    if not wait:
        return _page(request, stage, 200)
    response = _page(request, "busy", 503)
    response.headers["Retry-After"] = str(int(wait) + 1)
    return response


def _refuse_unless_on() -> None:
    if not settings.ALERTS:
        raise Http404


def _page(request: HttpRequest, stage: str, status: int, form: AlertForm | None = None) -> HttpResponse:
    context = {"stage": stage, "form": form, "title": "News by e-mail", "noindex": True}
    response = render(request, "docket/alerts/follow.html", context, status=status)
    response.headers["X-Robots-Tag"] = "noindex"
    return response
