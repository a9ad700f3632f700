"""A filing: its text, filers, documents, links and excerpts; and the address that finds it by its entry number."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from docket.choices.dates import iso, show
from docket.models import Case, Deadline, Document, DocumentPage, Filing
from docket.publishing.visibility import CONTENT_WITHHELD, Visibility
from docket.site.heading_notes import noted
from docket.site.schedule.entries import Entry
from docket.site.sheet import lines
from docket.site.sheet.citations import cite_filing
from docket.site.sheet.lines import lines_of
from docket.site.sheet.neighbours import neighbours_of
from docket.site.views.answers import gone, is_sealed

REPEATS_SHOWN = 100


@require_safe
def filing_page(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """The filing's page; a sealed one shows its number and dates only."""
    filings = Filing.objects.select_related("case__forum").annotate(noted=noted("case"), read=_read())
    filing = get_object_or_404(filings, public_id=public_id)
    if placeholder := gone(request, filing):
        return placeholder
    name = lines.name_of(filing)
    context = {
        "filing": filing,
        "case": filing.case,
        "title": f"{name[:1].upper()}{name[1:]}, {caption(filing.case)}",
        "description": _description(filing, name),
        "canonical": filing.get_absolute_url(),
        "crumbs": crumbs(filing.case),
        "noindex": filing.case.noindex or filing.case.is_sample,
        "about": {"@type": "CreativeWork", "name": str(filing), "datePublished": iso_date(filing)},
    }
    if is_sealed(filing):
        sealed = {"about": None, "beside": neighbours_of(filing)}
        return TemplateResponse(request, "docket/filing/filing_sealed.html", context | sealed)
    return TemplateResponse(request, "docket/filing/filing.html", context | _sections(filing))


def _sections(filing: Any) -> dict[str, Any]:
    line = lines_of([filing.pk])[0]
    return {
        "line": line,
        "heading_notes": list(dict.fromkeys(filing.noted)),
        "with_text": [document for document in line.documents if document.public_id in filing.read],
        "excerpts": filing.excerpts.select_related("source"),
        "claims": filing.claims.order_by("position", "pk"),
        "events": filing.claim_events.select_related("claim_against__claim", "claim_against__case_party__party"),
        "days": _days(filing),
        "cited": cite_filing(filing, line, timezone.localdate()),
        "beside": neighbours_of(filing),
        "source_links": filing.source_links.select_related("source"),
    }


def _read() -> ArraySubquery:
    """The public ids of its documents whose text can be read here, as an expression over a filing."""
    pages = DocumentPage.objects.filter(document=OuterRef("pk"))
    documents = Document.objects.filter(Exists(pages), filing=OuterRef("pk")).exclude(visibility__in=CONTENT_WITHHELD)
    return ArraySubquery(documents.order_by("pk").values("public_id"))


def _days(filing: Filing) -> list[Entry]:
    """The deadlines that run from it or that it sets, and those that it met."""
    found = Deadline.objects.for_calendar().filter(Q(trigger=filing) | Q(satisfied_by=filing) | Q(stopped_by=filing))
    return [Entry(deadline, deadline.earliest) for deadline in found.exclude(visibility=Visibility.EXPUNGED)]


@require_safe
def filing_by_number(request: HttpRequest, public_id: str, number: str) -> HttpResponseBase:
    """The entry of that number; where the court's number repeats, a choice."""
    found = Filing.objects.filter(case__public_id=public_id, entry_number=number.replace("\x00", ""))
    filings = list(found.select_related("case")[:REPEATS_SHOWN])
    if not filings:
        raise Http404
    if len(filings) == 1:
        return redirect(filings[0])
    case = filings[0].case
    context = {
        "case": case,
        "filings": filings,
        "title": f"Entries numbered {number}, {caption(case)}",
        "description": f"This docket has {len(filings)} entries numbered {number}.",
        "canonical": reverse("entry", args=[public_id, number]),
        "crumbs": crumbs(case),
        "noindex": True,
    }
    return TemplateResponse(request, "docket/filing/filing_choice.html", context)


def caption(case: Case) -> str:
    """The case's short title, or its whole one where it has no short one."""
    return case.caption_short or case.caption


def crumbs(case: Case) -> list[tuple[str, str]]:
    """The way from the list of cases to a page within a case."""
    return [("Cases", reverse("cases")), (caption(case), case.get_absolute_url())]


def iso_date(filing: Filing) -> str:
    """The day of filing, as far as it is known."""
    return iso(filing.date_filed, filing.date_filed_precision)


def _description(filing: Filing, name: str) -> str:
    filed = show(filing.date_filed, filing.date_filed_precision)
    where = filing.case.forum_name
    return f"{name[:1].upper()}{name[1:]} in {caption(filing.case)}, {where}{f', filed {filed}' if filed else ''}."
