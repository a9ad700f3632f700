"""The published copy of a document."""

from __future__ import annotations

import re

from django.core.files.storage import storages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from docket.models import Document
from docket.publishing.visibility import Visibility
from docket.site.views.answers import gone

# A PDF needs nothing from anywhere; what it carries may not run here.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"


@require_safe
def document_file(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """The file itself; 404 unless its row is published and has one. Never kept by caches without asking again."""
    document = get_object_or_404(Document.objects.select_related("filing", "case"), public_id=public_id)
    if placeholder := gone(request, document):
        return placeholder
    if document.visibility == Visibility.SEALED or not document.file:
        raise Http404
    headers = {"ETag": f'"{document.sha256}"', "Cache-Control": "no-cache"}
    fresh = HttpResponse(headers=headers)
    if (answer := get_conditional_response(request, etag=headers["ETag"], response=fresh)) is not fresh and answer:
        return answer
    try:
        file = storages["published"].open(document.file)
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(file, content_type="application/pdf", filename=file_name(document), headers=headers)
    response.headers["Content-Security-Policy"] = POLICY
    return response


def file_name(document: Document) -> str:
    """A name made here of letters, digits and hyphens: docket number, entry, attachment."""
    parts = [document.case.docket_number or "case", document.filing.entry_number or document.filing.public_id]
    if document.attachment_number:
        parts.append(str(document.attachment_number))
    return f"{re.sub(r'[^A-Za-z0-9]+', '-', '-'.join(parts)).strip('-')}.pdf"
