"""How a request meets the database."""

import logging
import sys
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import MiddlewareNotUsed
from django.db import InterfaceError, OperationalError, connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.views.defaults import server_error
from psycopg.errors import QueryCanceled

from config.health.state import replica

Handler = Callable[[HttpRequest], HttpResponseBase]
logger = logging.getLogger(__name__)
# what the database's absence looks like: no connection, and one that was lost
AWAY = (OperationalError, InterfaceError)


class UnfitReplica(OperationalError):
    """What this replica holds may not be shown; the message says why."""


class database_trouble:
    """A database that is away, full or too slow is answered by 503, without details; they are logged."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return _unavailable(request, error) if isinstance(error, AWAY) else None


def failed(request: HttpRequest) -> HttpResponse:
    """Both sites' handler500, where the errors of the middleware arrive too: the desk's session is read in one."""
    error = sys.exc_info()[1]
    return _unavailable(request, error) if isinstance(error, AWAY) else server_error(request)


class StaffOnly(LoginRequiredMiddleware):
    """The desk shows nothing but its sign-in to others: the pages it previews hold drafts and what is sealed."""

    def __init__(self, get_response: Any) -> None:
        if settings.ROOT_URLCONF != "config.urls_desk":
            raise MiddlewareNotUsed("The public addresses are open to everyone.")
        super().__init__(get_response)

    def process_view(self, request: HttpRequest, view_func: Any, args: Any, kwargs: Any) -> HttpResponseBase | None:
        if request.user.is_staff or not getattr(view_func, "login_required", True):
            return None
        return self.handle_no_permission(request, view_func)


def one_snapshot(get_response: Handler) -> Handler:
    """One REPEATABLE READ transaction around view and template (the role makes it READ ONLY).

    The body of a streaming response is sent afterwards: an export opens a transaction of its own.
    """

    def respond(request: HttpRequest) -> HttpResponseBase:
        try:
            with transaction.atomic():
                refuse_unfit_replica()
                return get_response(request)
        except AWAY as error:
            return _unavailable(request, error)

    return respond


def refuse_unfit_replica() -> None:
    """In the page's own snapshot: what a replica shows was published, and is not long withdrawn; UnfitReplica else."""
    if getattr(connection, "is_replica", False) and not (found := replica()).well:
        raise UnfitReplica(found.words)


def _unavailable(request: HttpRequest, error: Exception) -> HttpResponse:
    """A page that says what to do; rendered without the request, as that might lead to the database again."""
    logger.error("Answered by 503: %s %s: %s", request.method, request.path, error)
    too_slow = isinstance(error.__cause__, QueryCanceled)
    title = "This takes too long to answer" if too_slow else "The site cannot use its database just now"
    page = render_to_string("503.html", {"title": title, "too_slow": too_slow, "path": request.path})
    response = HttpResponse(page, status=503, headers={"Retry-After": "60", "Cache-Control": "no-store"})
    response._has_been_logged = True  # type: ignore[attr-defined]  # Django would repeat it, with the traceback
    return response
