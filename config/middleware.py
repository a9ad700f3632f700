"""How a request meets the database."""

from collections.abc import Callable

from django.db import OperationalError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from psycopg.errors import QueryCanceled

from config.database.base import DatabaseUnreachable

Handler = Callable[[HttpRequest], HttpResponseBase]


class database_trouble:
    """A database that is away or a query that takes too long is answered by 503, without details."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, DatabaseUnreachable):
            return _unavailable("The site cannot reach its database just now. Please try again in a minute.")
        if isinstance(error, OperationalError) and isinstance(error.__cause__, QueryCanceled):
            return _unavailable("This question takes too long to answer. Please narrow the search or filter.")
        return None


def one_snapshot(get_response: Handler) -> Handler:
    """One REPEATABLE READ transaction around view and template (the role makes it READ ONLY).

    The body of a streaming response is sent afterwards: an export opens a transaction of its own.
    """

    def respond(request: HttpRequest) -> HttpResponseBase:
        with transaction.atomic():
            return get_response(request)

    return respond


def _unavailable(message: str) -> HttpResponse:
    return HttpResponse(
        message, status=503, content_type="text/plain; charset=utf-8", headers={"Retry-After": "60"}
    )
