"""The day that a reader names in an address: `?as_of=2022-06-30`, `?since=2024-01-01`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.template.response import TemplateResponse

from docket.site.filters.periods import read_period


@dataclass(frozen=True)
class Day:
    """A day that was asked for; problem: why there is none."""

    day: date | None
    problem: str = ""


def as_of(request: HttpRequest, today: date) -> Day | None:
    """The day of `?as_of=`; a month or year stands for its last day. None where it is not asked for."""
    return _day(request, "as_of", today)


def since(request: HttpRequest, today: date) -> Day | None:
    """The day of `?since=`; a month or year stands for its first day. None where it is not asked for."""
    return _day(request, "since", today)


def refused(request: HttpRequest, problem: str, canonical: str, title: str) -> TemplateResponse:
    """A page that says what was not understood and leads back."""
    context = {"title": "Not a day", "about_title": title, "problem": problem, "canonical": canonical, "noindex": True}
    return TemplateResponse(request, "docket/days/not_a_day.html", context, status=400)


def _day(request: HttpRequest, name: str, today: date) -> Day | None:
    if name not in request.GET:
        return None
    text = request.GET[name].replace("\x00", "")[:40]
    try:
        period = read_period(text)
    except ValueError:
        return Day(None, f"“{text}” is not a date. Write a day, a month or a year: 2022-06-30, 2022-06 or 2022.")
    day = period.first if name == "since" else min(period.last, today) if period.first <= today else period.first
    if day > today:
        return Day(None, f"{text} has not come yet. Choose a day up to today.")
    return Day(day)
