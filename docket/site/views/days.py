"""A deadline with the steps that lead to it, and a hearing."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from docket.choices import dates
from docket.models import Case, Deadline, Hearing, SourceLink
from docket.publishing.visibility import CONTENT_WITHHELD
from docket.site.schedule import wording
from docket.site.schedule.entries import Entry
from docket.site.why import Named, checked_words, named


@require_safe
def deadline_page(request: HttpRequest, public_id: str) -> HttpResponse:
    """What is due, who says so, and how the day was counted, sentence by sentence."""
    deadline = get_object_or_404(Deadline.objects.for_page(), public_id=public_id)
    case = _case_of(deadline)
    context = _context(case, deadline, f"{deadline.title}, {dates.show(deadline.earliest)}") | {
        "deadline": deadline,
        "entry": Entry(deadline, deadline.earliest),
        "steps": wording.sentences(deadline),
        "chosen": wording.chosen(deadline),
        "period": wording.period(deadline),
        "verified": wording.how_well_known(deadline),
        "is_computed": deadline.certainty == "computed",
        "extended_to": deadline.extended_to.order_by("pk").first(),
        "sources": _sources(deadline),
        "checked": checked_words(case.last_checked),
    }
    return TemplateResponse(request, "docket/days/deadline.html", context)


def _sources(deadline: Deadline) -> tuple[Named, ...]:
    """From what the filing is known that set it or from which it runs."""
    links = SourceLink.objects.filter(filing=deadline.trigger_id, filing__isnull=False).order_by("source__title", "pk")
    return named(links.values_list("source__title", "source__url"))


@require_safe
def hearing_page(request: HttpRequest, public_id: str) -> HttpResponse:
    """When, where, who set it, what came of it."""
    hearing = get_object_or_404(Hearing.objects.for_calendar(), public_id=public_id)
    case = _case_of(hearing)
    entry = Entry(hearing, hearing.date)
    start = entry.moment or entry.day
    place = hearing.place or (case.forum.name if case.forum else "not reported")
    context = _context(case, hearing, f"{hearing.title}, {dates.show(hearing.date)}") | {
        "hearing": hearing,
        "entry": entry,
        "about": {
            "@type": "Event",
            "name": hearing.title,
            "startDate": start.isoformat(),
            "eventStatus": f"https://schema.org/Event{'Cancelled' if hearing.is_vacated else 'Scheduled'}",
            "location": {"@type": "Place", "name": place},
        },
    }
    return TemplateResponse(request, "docket/days/hearing.html", context)


def _case_of(row: Deadline | Hearing) -> Case:
    """The case whose row it is. Raises Http404 where the case shows no rows."""
    if row.visibility in CONTENT_WITHHELD or row.case.visibility in CONTENT_WITHHELD:
        raise Http404
    return row.case


def _context(case: Case, row: Deadline | Hearing, title: str) -> dict[str, Any]:
    name = case.caption_short or case.caption
    return {
        "case": case,
        "title": title,
        "description": f"{row.title} in {name}: {wording.certainty(row)}.",
        "canonical": row.get_absolute_url(),
        "crumbs": [(name, case.get_absolute_url()), ("Calendar", reverse("case_calendar", args=[case.public_id]))],
        "noindex": case.noindex or case.is_sample,
        "base": settings.PUBLIC_BASE_URL,
    }
