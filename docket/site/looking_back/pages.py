"""The pages of a case and of a matter as of a day, and of what has changed since one."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse

from docket.choices import dates
from docket.models import Case, Filing, Matter
from docket.site.filters import listed
from docket.site.grid.page import grid_of
from docket.site.grid.question import GridQuestion
from docket.site.looking_back import day as days
from docket.site.looking_back.changes import changes_since
from docket.site.looking_back.claims import ClaimsAround
from docket.site.looking_back.filings import AT_MOST, filed_by, lines_by_key, perhaps_filed_by
from docket.site.one_party import with_heads, without_disposition


def looking_back(request: HttpRequest, row: Case | Matter, address: str, today: date) -> TemplateResponse | None:
    """The page that `?as_of=` or `?since=` asks for; None where neither does."""
    title = row.title if isinstance(row, Matter) else row.caption_short or row.caption
    for asked, page in ((days.as_of(request, today), as_of_page), (days.since(request, today), since_page)):
        if asked and asked.day is None:
            return days.refused(request, asked.problem, address, title)
        if asked and asked.day:
            return page(request, row, asked.day, today, _about(row, title, address))
    return None


def _about(row: Case | Matter, title: str, address: str) -> dict[str, Any]:
    return {
        "row": row,
        "case": row if isinstance(row, Case) else None,
        "matter": row if isinstance(row, Matter) else None,
        "about_title": title,
        "heading_notes": _notes(row),
        "canonical": address,
        "noindex": True,
        "crumbs": [("Matters", reverse("matters"))] if isinstance(row, Matter) else [("Cases", reverse("cases"))],
    }


def _notes(row: Case | Matter) -> list[str]:
    """What heads every page of the matter: that it is invented, as reported in some year."""
    if isinstance(row, Matter):
        return [row.heading_note] if row.heading_note else []
    matters = Matter.objects.filter(case_matters__case=row).order_by("case_matters__pk")
    return [note for note in matters.values_list("heading_note", flat=True) if note]


def as_of_page(
    request: HttpRequest, row: Case | Matter, on: date, today: date, about: dict[str, Any]
) -> TemplateResponse:
    """As it stood on that day: claims, proceedings, docket; what came later in a banner, what is unsure in a list."""
    question = GridQuestion.of(request.GET, on)
    cases = [row] if isinstance(row, Case) else list(_cases_of(row))
    if question.is_of_a_party:
        without_disposition(cases)
    with_heads(cases)  # an outcome counted by person is today's, and not told of that day
    around = ClaimsAround.of(row)
    filings = Filing.objects.filter(case=row) if isinstance(row, Case) else Filing.objects.none()
    by_then = filings.filter(filed_by(on))
    last = list(by_then.order_by("-date_filed", "-sequence").values_list("pk", flat=True)[: AT_MOST + 1])
    perhaps = list(perhaps_filed_by(filings, on).values_list("pk", flat=True)[:AT_MOST])
    lines = lines_by_key([*last[:AT_MOST], *perhaps])
    context = {
        "title": f"{about['about_title']} as of {dates.show(on)}",
        "description": f"{about['about_title']} as it stood on {dates.show(on)}, told from today’s record.",
        "on": on,
        "stood": _stood(row, on) if isinstance(row, Case) else "",
        "cases": [] if isinstance(row, Case) else _begun_by(cases, on),
        "grid": grid_of(row, question, today),
        "charges": isinstance(row, Case) and row.category == "criminal",
        "later": around.outcomes_after(on),
        "closings": _closed_after(cases, on),
        "uncertain": around.uncertain_on(on),
        "lines": [lines[pk] for pk in last[:AT_MOST]],
        "more_lines": len(last) > AT_MOST,
        "perhaps": [lines[pk] for pk in perhaps],
    }
    return TemplateResponse(request, "docket/days/as_of.html", {**about, **context})


def _stood(case: Case, on: date) -> str:
    """The case itself on that day, as far as its dates tell."""
    if case.date_filed and case.date_filed > on:
        return "Not yet filed"
    if dates.happened_by(case.date_terminated, case.date_terminated_precision, on):
        disposition = case.get_disposition_display() if case.disposition else ""
        return f"Closed: {disposition}" if disposition else "Closed"
    if case.date_filed is None:
        return "Whether it had been filed is not in this record"
    if dates.may_have_happened_by(case.date_filed, case.date_filed_precision, on):
        return "Date uncertain: whether it had been filed is not in this record"
    return "Filed, and not closed in this record"


def _cases_of(matter: Matter) -> Any:
    cases = listed.cases().filter(case_matters__matter=matter).select_related("forum")
    return cases.order_by("case_matters__position", "-date_filed", "pk")[:AT_MOST]


def _begun_by(cases: list[Any], on: date) -> list[Any]:
    """The proceedings that had, or may have, begun, each with how it stood."""
    begun = [case for case in cases if not (case.date_filed and case.date_filed > on)]
    for case in begun:
        case.stood = _stood(case, on)
    return begun


def _closed_after(cases: list[Case], on: date) -> list[Case]:
    """Cases that were closed after that day, or may have been."""
    closed = [case for case in cases if case.date_terminated]
    return [c for c in closed if not dates.happened_by(c.date_terminated, c.date_terminated_precision, on)]


def since_page(
    request: HttpRequest, row: Case | Matter, day: date, today: date, about: dict[str, Any]
) -> TemplateResponse:
    """What was filed, decided, added or corrected on that day or later."""
    filings = Filing.objects.filter(_of(row))
    context = {
        "title": f"{about['about_title']}: changed since {dates.show(day)}",
        "description": f"{about['about_title']}: filed, decided, added or corrected since {dates.show(day)}.",
        "since": day,
        "happened": ClaimsAround.of(row).since(day),
        "changes": changes_since(row, filings, day),
    }
    return TemplateResponse(request, "docket/days/since.html", {**about, **context})


def _of(row: Case | Matter) -> Q:
    if isinstance(row, Case):
        return Q(case=row)
    return Q(case__in=listed.cases().filter(case_matters__matter=row))
