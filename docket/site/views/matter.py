"""A matter: the event, the people in it, the proceedings that followed, where they stand and what comes next."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from docket.choices.dates import iso
from docket.models import Case, Matter
from docket.publishing.visibility import PLACEHOLDERS
from docket.site.grid.overview import Overview, overview_of
from docket.site.grid.page import grid_of
from docket.site.grid.question import GridQuestion
from docket.site.grid.records import claims_of
from docket.site.looking_back.pages import looking_back
from docket.site.one_party import with_heads, without_disposition
from docket.site.prose import first_words, opening_of
from docket.site.timeline.events import events_of
from docket.site.timeline.lanes import lanes_of
from docket.site.timeline.proceedings import next_in, proceedings_of, tally
from docket.site.views.answers import gone, moved

MOST_CASES = 100


@require_safe
def matter_page(request: HttpRequest, public_id: str, slug: str = "") -> HttpResponseBase:
    """A matter today, as of a day, or what has changed since one; an old slug leads to the present address."""
    matter: Any = get_object_or_404(Matter.objects.for_page(), public_id=public_id)
    if placeholder := gone(request, matter):
        return placeholder
    address = matter.get_absolute_url()
    if redirection := moved(request, address):
        return redirection
    today = timezone.localdate()
    if earlier := looking_back(request, matter, address, today):
        return earlier
    asked = GridQuestion.of(request.GET)
    read = claims_of(matter)
    rows = None if asked.is_tabled else overview_of(read, asked, today)
    cases = Case.objects.filter(case_matters__matter=matter).order_by("case_matters__position", "-date_filed", "pk")
    found = list(cases.for_listing(today)[: MOST_CASES + 1])
    if asked.is_of_a_party:
        without_disposition(found)
    with_heads(found)
    people = list(matter.matter_parties.select_related("party"))
    proceedings = _proceedings(found[:MOST_CASES], today)
    context = {
        "matter": matter,
        "people": people,
        "grid": None if rows else grid_of(matter, asked, today, read),
        "rows": rows,
        "question": asked,
        "account": opening_of(matter.newest_summaries[0].text if matter.newest_summaries else ""),
        "contents": _contents(rows, proceedings, len(matter.newest_updates), len(people)),
        "more_cases": len(found) > MOST_CASES,
        "title": matter.title,
        "description": first_words(matter.newest_summaries[0].text)
        if matter.newest_summaries
        else f"{matter.title}: the people in the event and the proceedings that followed.",
        "canonical": address,
        "feed": reverse("matter_atom", args=[matter.public_id]),
        "crumbs": [("Matters", reverse("matters"))],
        "noindex": matter.noindex or matter.is_sample or asked.is_tabled,
        "about": {
            "@type": "Event",
            "name": matter.title,
            "startDate": iso(matter.happened_on, matter.happened_on_precision),
            "location": matter.place,
        },
    }
    return TemplateResponse(request, "docket/matter/matter.html", context | proceedings)


def _proceedings(cases: list[Case], today: date) -> dict[str, Any]:
    """What of several proceedings is read together; of one that only a placeholder stands for, its line."""
    readable = [case for case in cases if case.visibility not in PLACEHOLDERS]
    events = events_of(readable, today)
    known = {proceeding.case.pk: proceeding for proceeding in proceedings_of(readable)}
    lanes = lanes_of(readable, events.listed, today)
    return {
        "cases": [(case, known.get(case.pk), lanes.by_case.get(case.pk)) for case in cases],
        "proceedings": list(known.values()),
        "tally": tally(readable),
        "entries": next_in(readable, today),
        "checked": _checked(readable),
        "events": events,
        "lanes": lanes,
    }


def _checked(cases: list[Case]) -> date | None:
    """The day on which all of them were last compared with their forums' dockets; None where it is not one day."""
    days = {case.last_checked for case in cases}
    return days.pop() if len(days) == 1 else None


def _contents(
    rows: Overview | None, proceedings: dict[str, Any], updates: int, people: int
) -> list[tuple[str, str, int | None]]:
    """The bar that stays: an address within the page, its words and how many stand there."""
    cases = len(proceedings["cases"])
    bar: list[tuple[str, str, int | None]] = [("#main", "Where it stands", None)]
    bar += [("#claims", "Claims", len(rows.lines))] if rows and rows.lines else []
    bar += [("#proceedings", "Proceedings and timeline" if proceedings["events"].listed else "Proceedings", cases)]
    bar += [("#updates", "Updates", updates)] if updates else []
    bar += [("#people", "People", people)] if people else []
    bar += [("#coverage", "Coverage", None)] if proceedings["proceedings"] else []
    return [*bar, ("#data", "Other days, data", None)]
