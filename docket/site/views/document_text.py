"""The text of a document, page by page, as its PDF has it: to be read, copied, found and heard."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from docket.models import Document, DocumentPage
from docket.site.heading_notes import noted
from docket.site.sheet import lines
from docket.site.views.answers import gone, is_sealed
from docket.site.views.filing import caption, crumbs

MOST_PAGES = 10
MOST_LETTERS = 30_000  # of the texts that are shown together; a longer page stands alone


@require_safe
def document_text(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """GET ?from=: pages of the text from that one on. 404 unless the document is published with its text."""
    documents = Document.objects.select_related("filing", "case__forum").annotate(noted=noted("case"))
    document = get_object_or_404(documents, public_id=public_id)
    if placeholder := gone(request, document):
        return placeholder
    first = _number(request.GET.get("from", ""))
    pages = _shown(document.pages.filter(number__gte=first)[:MOST_PAGES]) if not is_sealed(document) else []
    if not pages:
        raise Http404
    return TemplateResponse(request, "docket/filing/document_text.html", _context(document, first, pages))


def _number(asked: str) -> int:
    return int(asked) if asked.isascii() and asked.isdecimal() and 0 < len(asked) < 7 else 1


def _shown(pages: Any) -> list[DocumentPage]:
    """As many as may stand together."""
    shown: list[DocumentPage] = []
    for page in pages:
        if shown and sum(len(each.text) for each in shown) + len(page.text) > MOST_LETTERS:
            break
        shown.append(page)
    return shown


def _context(document: Any, first: int, pages: list[DocumentPage]) -> dict[str, Any]:
    case, filing, last = document.case, document.filing, pages[-1].number
    name = f"{str(document)[:1].upper()}{str(document)[1:]}"
    of_pages = f", pages {first} to {last}" if first > 1 else ""
    address = reverse("document_text", args=[document.public_id])
    return {
        "document": document,
        "filing": filing,
        "case": case,
        "pages": pages,
        "count": document.pages.count(),
        "first": first,
        "last": last,
        "before": max(1, first - MOST_PAGES) if first > 1 else 0,
        "heading_notes": list(dict.fromkeys(document.noted)),
        "title": f"Text of {name}, {caption(case)}{of_pages}",
        "description": f"What the pages of {name} say, a document of {lines.name_of(filing)} in {caption(case)}.",
        "canonical": f"{address}?from={first}" if first > 1 else address,
        "crumbs": [*crumbs(case), (lines.name_of(filing), filing.get_absolute_url())],
        "noindex": case.noindex or case.is_sample,
    }
