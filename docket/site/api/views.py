"""Answers of the API: a page of a resource, one row of it, the list of resources, the description."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.cache import get_conditional_response
from rest_framework.exceptions import NotFound
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docket.site.api.asked import OWN, filters_of, read, read_row, refuse_unknown_of_row
from docket.site.api.expanding import Expansion, expand, expansions_of
from docket.site.api.paging import page_of, row_of
from docket.site.api.problems import problem
from docket.site.api.rows import Row
from docket.site.api.throttle import ByNetwork
from docket.site.exports.columns import File
from docket.site.exports.files import RESOURCES

OPEN_TO_ALL = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Retry-After",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


class AlwaysJson(BaseContentNegotiation):  # type: ignore[misc]
    """There is one form of an answer, whatever is asked for."""

    def select_parser(self, request: Any, parsers: Any) -> Any:
        """None is needed: nothing is sent here."""
        return next(iter(parsers), None)

    def select_renderer(self, request: Any, renderers: Any, format_suffix: Any = None) -> Any:
        """The one."""
        return renderers[0], renderers[0].media_type


class Answer(APIView):  # type: ignore[misc]
    """What every answer has: open to pages of any site, with an ETag of what it says, kept out of search engines."""

    http_method_names: ClassVar = ["get", "head", "options"]
    authentication_classes = ()
    permission_classes = ()
    parser_classes = ()
    renderer_classes = (JSONRenderer,)
    content_negotiation_class = AlwaysJson
    throttle_classes = (ByNetwork,)

    def get_exception_handler(self) -> Callable[..., Any]:
        """Problems as JSON."""
        return problem

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The answer, or 304 where the asker has it already."""
        response: Any = super().dispatch(request, *args, **kwargs)
        response.render()
        if response.status_code == 200:
            etag = f'"{hashlib.sha256(response.content).hexdigest()[:24]}"'
            response.headers["ETag"] = etag
            response = get_conditional_response(request, etag=etag, response=response) or response
        response.headers["X-Robots-Tag"] = "noindex"
        if not settings.DESK:
            for name, value in OPEN_TO_ALL.items():
                response.headers[name] = value
        return response  # type: ignore[no-any-return]

    def options(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """What a browser asks before a page of another site may ask."""
        return Response(None, 204, headers=PREFLIGHT)


class OfFile(Answer):
    """Of a resource."""

    file: ClassVar[File]

    @property
    def expansions(self) -> dict[str, Expansion]:
        """What can be put into its rows."""
        return expansions_of(self.file)

    def needed(self, fields: list[str], names: list[str]) -> set[str]:
        """The columns to ask for: those told, and those by which others are found."""
        return {*fields, *(self.expansions[name].ours for name in names)}

    def told(self, rows: list[Row], fields: list[str], names: list[str]) -> list[Row]:
        """The rows with what is put in, without what was only asked for because of it."""
        if names:
            expand(rows, [self.expansions[name] for name in names])
        shown = {*fields, "expanded"}
        return [{name: value for name, value in row.items() if name in shown} for row in rows]


class PageOfRows(OfFile):
    """A page of a resource."""

    def get(self, request: Request) -> Response:
        """Rows in the list's order, and the address of the next page."""
        asked = read(request._request, self.file, self.expansions)
        found = page_of(self.file, asked.filters, self.needed(asked.fields, asked.expand), asked.limit, asked.after)
        rows = self.told(list(found.rows.values()), asked.fields, asked.expand)
        following = self._following(request, found.after) if found.after else None
        headers = {"Link": f'<{following}>; rel="next"'} if following else {}
        return Response({"next": following, "results": rows}, headers=headers)

    def _following(self, request: Request, after: str) -> str:
        asked = [(name, text) for name, texts in request.GET.lists() for text in texts if text and name != "after"]
        return f"{settings.PUBLIC_BASE_URL}{request.path}?{urlencode([*asked, ('after', after)])}"


class OneRow(OfFile):
    """One row of a resource."""

    def get(self, request: Request, public_id: str) -> Response:
        """The row; 404 where there is none of that id, whatever the reason."""
        refuse_unknown_of_row(request._request)
        fields, names = read_row(request._request, self.file, self.expansions)
        found = row_of(self.file, public_id, self.needed(fields, names))
        if found is None:
            raise NotFound(f"There is no row of this id among {self.file.name}.")
        return Response(self.told([found[1]], fields, names)[0])


class Resources(Answer):
    """The list of resources."""

    def get(self, request: Request) -> Response:
        """Each with its address, what one row of it is, its fields, its filters and what can be put in."""
        return Response({"description": _address("api-schema"), "resources": [_described(file) for file in RESOURCES]})


def _described(file: File) -> dict[str, Any]:
    filters = [name for name in filters_of(file) if name not in OWN]
    return {
        "name": file.name,
        "url": _address(f"api-{file.name}"),
        "row": file.grain,
        "fields": [column.name for column in file.columns],
        "filters": filters,
        "expand": list(expansions_of(file)),
    }


def _address(name: str) -> str:
    return f"{settings.PUBLIC_BASE_URL}{reverse(name)}"


class Nothing(Answer):
    """An address that is none."""

    def get(self, request: Request, rest: str) -> Response:
        """404 as JSON."""
        raise NotFound(f"There is nothing at this address. {_address('api')} lists the resources.")
