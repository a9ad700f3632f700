"""The published copy of a document, whole or in part, and its text page by page."""

from __future__ import annotations

import re

from django.core.files.storage import storages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from docket.models import Document
from docket.publishing.storing.reading import part
from docket.publishing.visibility import Visibility
from docket.site.serving import ranges
from docket.site.views.answers import gone

# A PDF needs nothing from anywhere; what it carries may not run here.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
AGAIN = 30  # seconds after which to ask again, when the store of the files does not answer


@require_safe
def document_file(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """The file itself; 404 unless its row is published and has one. Never kept by caches without asking again.

    A range of bytes is answered by that part; 503 while the storage does not answer.
    """
    document = get_object_or_404(Document.objects.select_related("filing", "case"), public_id=public_id)
    if placeholder := gone(request, document):
        return placeholder
    if document.visibility == Visibility.SEALED or not document.file:
        raise Http404
    headers = {"ETag": f'"{document.sha256}"', "Cache-Control": "no-cache", "Accept-Ranges": "bytes"}
    fresh = HttpResponse(headers=headers)
    if (answer := get_conditional_response(request, etag=headers["ETag"], response=fresh)) is not fresh and answer:
        return answer
    try:
        response = _answer(request, document, headers)
    except FileNotFoundError as error:
        raise Http404 from error
    except OSError:
        words = "The file cannot be read at the moment.\n"
        return HttpResponse(words, content_type="text/plain", status=503, headers={"Retry-After": AGAIN})
    response.headers["Content-Security-Policy"] = POLICY
    return response


def _answer(request: HttpRequest, document: Document, headers: dict[str, str]) -> HttpResponseBase:
    """The whole or the part that is asked for. Raises OSError."""
    storage = storages["published"]
    size = document.byte_size or storage.size(document.file)
    try:
        asked = _range(request, headers["ETag"], size)
    except ranges.Unsatisfiable:
        return HttpResponse(status=416, headers={**headers, "Content-Range": f"bytes */{size}"})
    first, last = asked or (0, size - 1)
    content = part(storage, document.file, first, last) if request.method == "GET" else iter(())
    answer = StreamingHttpResponse(
        content,
        status=206 if asked else 200,
        content_type="application/pdf",
        headers=headers,
    )
    answer.headers["Content-Length"] = str(last - first + 1)
    answer.headers["Content-Disposition"] = f'inline; filename="{file_name(document)}"'
    if asked:
        answer.headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    return answer


def _range(request: HttpRequest, etag: str, size: int) -> tuple[int, int] | None:
    """What is asked for of this very file; None: all of it. Raises Unsatisfiable."""
    if request.headers.get("If-Range", etag) != etag:
        return None
    return ranges.asked(request.headers.get("Range", ""), size)


def file_name(document: Document) -> str:
    """A name made here of letters, digits and hyphens: docket number, entry, attachment."""
    parts = [document.case.docket_number or "case", document.filing.entry_number or document.filing.public_id]
    if document.attachment_number:
        parts.append(str(document.attachment_number))
    return f"{re.sub(r'[^A-Za-z0-9]+', '-', '-'.join(parts)).strip('-')}.pdf"
