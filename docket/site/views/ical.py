"""Calendars as iCalendar: all, a case's, a matter's, a forum's."""

from __future__ import annotations

from datetime import date, timedelta
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from docket.models import Case, Forum, Matter
from docket.publishing.visibility import Visibility
from docket.site.schedule.entries import Calendar, Question
from docket.site.schedule.ical import feed
from docket.site.views.answers import gone

MOST = 2000  # of each kind
LOOKING_BACK = timedelta(days=90)


@require_safe
def calendar_feed(request: HttpRequest) -> HttpResponseBase:
    """Everything that is public, from three months ago on."""
    return _feed(request, "Hearings and deadlines", Calendar(), timezone.localdate() - LOOKING_BACK)


@require_safe
def case_feed(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """A case's, from its beginning; of a case under seal an empty one, so that subscribers drop what they hold."""
    case = get_object_or_404(Case, public_id=public_id)
    sealed = case.visibility == Visibility.SEALED
    name = "Case under seal" if sealed else case.caption_short or case.caption
    return gone(request, case) or _feed(request, name, Calendar(case), date.min)


@require_safe
def matter_feed(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Hearings and deadlines of every case that arises from a matter, from their beginning."""
    matter = get_object_or_404(Matter, public_id=public_id)
    return gone(request, matter) or _feed(request, matter.title, Calendar(matter), date.min)


@require_safe
def forum_feed(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Hearings and deadlines of every case in a forum, from three months ago on."""
    forum = get_object_or_404(Forum, slug=slug)
    return _feed(request, forum.name, Calendar(forum), timezone.localdate() - LOOKING_BACK)


def _feed(request: HttpRequest, name: str, of: Calendar, first: date) -> HttpResponseBase:
    entries = of.days(Question(), first, date.max, MOST)
    body = feed(f"{name} ({settings.SITE_NAME})", entries, settings.PUBLIC_BASE_URL)
    response = HttpResponse(body, "text/calendar; charset=utf-8")
    response.headers["ETag"] = etag = f'"{sha256(body).hexdigest()[:32]}"'
    # what is sealed leaves every subscriber with the next request
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Content-Disposition"] = 'inline; filename="calendar.ics"'
    return get_conditional_response(request, etag=etag, response=response) or response
