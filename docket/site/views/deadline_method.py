"""How deadlines are counted here, by which texts, and how far to trust it: made from the rules themselves."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from docket.choices import dates
from docket.law.deadlines.calendars import CALENDARS
from docket.law.deadlines.periods import PERIODS, Period
from docket.law.deadlines.rules import RULE_SETS


@require_safe
def deadline_method(request: HttpRequest) -> HttpResponse:
    """One page of tables: rules, open questions, days for service, holidays, periods."""
    context = {
        "title": "How deadlines are computed",
        "description": "The rules, their versions and their limits, by which this site counts days. "
        "A computed date is this site’s, not the court’s.",
        "canonical": request.path,
        "crumbs": [("Calendar", reverse("calendar"))],
        "rule_sets": list(RULE_SETS.values()),
        "questions": _questions(),
        "additions": _additions(),
        "calendars": list(CALENDARS.values()),
        "periods": [(period, _words(period)) for period in PERIODS],
    }
    return TemplateResponse(request, "docket/days/deadline_method.html", context)


def _questions() -> list[tuple[str, str, str, str]]:
    """Each open question once: its words, where they stand, what is assumed without an answer, the rules that ask."""
    asked: dict[str, tuple[str, str, str, list[str]]] = {}
    for rules in RULE_SETS.values():
        for option in rules.versions[-1].options:
            assumed = option.default.replace("_", " ") if option.default else "both dates are given"
            row = asked.setdefault(option.name, (option.question, option.cite, assumed, []))
            row[3].append(rules.id)
    return [(question, cite, assumed, ", ".join(ids)) for question, cite, assumed, ids in asked.values()]


def _additions() -> list[tuple[str, str]]:
    """Of each rule set that knows methods of service: what they add, by its newest text."""
    return [
        (
            rules.title,
            "; ".join(
                f"{method.replace('_', ' ')} {added.n} {added.unit.value.replace('_', ' ')} ({added.cite})"
                for method, added in rules.versions[-1].additions.items()
            ),
        )
        for rules in RULE_SETS.values()
        if rules.versions[-1].additions
    ]


def _words(period: Period) -> str:
    """“21 days after: summons served (from 1 Dec 2015)”."""
    unit = period.unit.value.replace("_", " ")
    words = f"{period.n} {unit if period.n != 1 else unit.removesuffix('s')} {period.direction.value}: "
    words += period.trigger.value.replace("_", " ")
    if period.first != date.min:
        words += f", from {dates.show(period.first)}"
    return words if period.last == date.max else f"{words}, until {dates.show(period.last)}"
