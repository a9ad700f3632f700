"""Hearings and deadlines: all of them, a case's, a matter's, a forum's; as a list or a month."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from docket.models import Case, Forum, Matter
from docket.models.parts.forum_zones import zone_of
from docket.publishing.visibility import Visibility
from docket.site.schedule import wording
from docket.site.schedule.entries import Calendar, Entry, Question
from docket.site.schedule.form import CalendarForm, address, files
from docket.site.schedule.month import Month
from docket.site.views.answers import gone

SEALED = "Sealed v. Sealed"
MOST = 100
MOST_A_MONTH = 500


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Everything that is public, or on the desk everything."""
    return _page(request, Calendar(), "Calendar", [], reverse("calendar"), reverse("calendar_feed"))


@require_safe
def case_calendar(request: HttpRequest, public_id: str) -> HttpResponse:
    """Hearings and deadlines of one case; of a case under seal the page stays and lists none."""
    case = get_object_or_404(Case.objects.select_related("forum"), public_id=public_id)
    if placeholder := gone(request, case):
        return placeholder
    name = SEALED if case.visibility == Visibility.SEALED else case.caption_short or case.caption
    crumbs = [(name, case.get_absolute_url())]
    path, feed = reverse("case_calendar", args=[public_id]), reverse("case_feed", args=[public_id])
    return _page(request, Calendar(case), f"Calendar of {name}", crumbs, path, feed)


@require_safe
def matter_calendar(request: HttpRequest, public_id: str) -> HttpResponse:
    """Hearings and deadlines of every case that arises from a matter."""
    matter = get_object_or_404(Matter, public_id=public_id)
    if placeholder := gone(request, matter):
        return placeholder
    crumbs = [(matter.title, matter.get_absolute_url())]
    path, feed = reverse("matter_calendar", args=[public_id]), reverse("matter_feed", args=[public_id])
    return _page(request, Calendar(matter), f"Calendar: {matter.title}", crumbs, path, feed)


@require_safe
def forum_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """Hearings and deadlines of every case in a forum."""
    forum = get_object_or_404(Forum, slug=slug)
    crumbs = [(forum.name, forum.get_absolute_url())]
    path, feed = reverse("forum_calendar", args=[slug]), reverse("forum_feed", args=[slug])
    return _page(request, Calendar(forum), f"Calendar of {forum.name}", crumbs, path, feed)


def _page(
    request: HttpRequest, of: Calendar, title: str, crumbs: list[tuple[str, str]], path: str, feed: str
) -> HttpResponse:
    form = CalendarForm(request.GET, of)
    if not form.is_valid():
        context = {"form": form, "title": title, "crumbs": crumbs, "noindex": True, "feed": feed, "whole": path}
        return TemplateResponse(request, "docket/days/calendar.html", context, status=400)
    today = timezone.localdate(timezone=zone_of(_forum(of)))
    month = form.month_asked
    shown = _month(request, of, form.question, month) if month else _list(request, of, form, today)
    context = {
        "form": form,
        "title": f"{title}, {month.name}" if month else title,
        "description": "Hearings and deadlines with who set them: the court, or this site by a rule that is named.",
        "crumbs": crumbs,
        "canonical": path,
        "noindex": bool(request.GET) or getattr(of.of, "noindex", False) or getattr(of.of, "is_sample", False),
        "calendar": of.of,
        "sealed": getattr(of.of, "visibility", "") == Visibility.SEALED,
        "feed": feed,
        "whole": path,
        "as_list": address(request.GET, **({"from_": month.first.isoformat()} if month else {})),
        "as_month": address(request.GET, month=str(Month.of(form.start or today))),
        "computed": wording.COMPUTED,
        "files": files(form, of, form.start or today),
        **shown,
    }
    return TemplateResponse(request, "docket/days/calendar.html", context)


def _list(request: HttpRequest, of: Calendar, form: CalendarForm, today: date) -> dict[str, Any]:
    first = form.start or today
    entries, rest = of.onward(form.question, first, MOST)
    before = of.before(form.question, first, MOST)
    return {
        "days": [(wording.heading(day), list(group)) for day, group in groupby(entries, key=lambda entry: entry.day)],
        "first": first,
        "later": address(request.GET, from_=rest.isoformat()) if rest else "",
        "earlier": address(request.GET, from_=before.isoformat()) if before else "",
        "any_computed": _any_computed(entries),
    }


def _month(request: HttpRequest, of: Calendar, question: Question, month: Month) -> dict[str, Any]:
    entries = of.days(question, month.first, month.last, MOST_A_MONTH)
    # on to a month that lists something, however far away it is
    before, after = of.nearest(question, month.first, month.last)
    return {
        "month": month,
        "weeks": month.weeks(entries),
        "is_cut": any(sum(e.is_hearing == kind for e in entries) >= MOST_A_MONTH for kind in (True, False)),
        "later": address(request.GET, month=str(Month.of(after))) if after else "",
        "earlier": address(request.GET, month=str(Month.of(before))) if before else "",
        "from_day": address(request.GET, from_="") + "&from=",
        "any_computed": _any_computed(entries),
        "any_entry": bool(entries),
        "narrowed": question != Question(),
    }


def _any_computed(entries: list[Entry]) -> bool:
    return any(entry.row.certainty == "computed" for entry in entries)


def _forum(of: Calendar) -> Forum | None:
    """Whose clock says what today is."""
    if isinstance(of.of, Forum):
        return of.of
    return of.of.forum if isinstance(of.of, Case) else None
