"""The published copy of a document."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe


@require_safe
def document_file(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """The file itself; 404 unless its row is published and has one."""
    raise NotImplementedError
