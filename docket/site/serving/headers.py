"""What every page carries: ask again before showing a kept copy; stay out of search engines if told to; be small."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware

from docket.site.serving.shared_caches import lifetime

COMPRESSED = ("text/html", "application/json")


class CompressedPages(GZipMiddleware):
    """Pages and JSON only: a PDF is compressed already, and an export would wait for the compressor.

    No secret stands in a public page, so its compressed length tells nothing.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compress what is HTML or JSON."""
        if not response.headers.get("Content-Type", "").startswith(COMPRESSED):
            return response
        compressed: HttpResponseBase = super().process_response(request, response)
        return compressed


def page_headers(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """A seal wins at once, so nothing may be shown again unasked; `noindex` of a page's context also as a header."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        lifetime(request, response)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        if (getattr(response, "context_data", None) or {}).get("noindex"):
            response.headers["X-Robots-Tag"] = "noindex"
        return response

    return respond
