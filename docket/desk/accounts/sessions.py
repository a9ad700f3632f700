"""Sessions of staff: when they end, and the list of one's own, each to be ended from here."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from docket.site.serving.client_address import client_address

# keys of a session, with seconds since 1970 or words
BEGAN, SEEN, ADDRESS, BROWSER = "began", "seen", "address", "browser"
# of the session that comes after one that was ended by a limit: whose that was
ENDED = "ended"
SEEN_EVERY = 60  # seconds: not every request writes the session


class SessionLimits:
    """A session ends SESSION_HOURS after its sign-in, and SESSION_IDLE_MINUTES after its last use."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated:
            _meet(request, time.time())
        return self.get_response(request)


def _meet(request: HttpRequest, now: float) -> None:
    session = request.session
    if BEGAN not in session:
        session.pop(ENDED, None)
        session[BEGAN], session[SEEN] = now, now
        session[ADDRESS], session[BROWSER] = client_address(request), request.headers.get("User-Agent", "")[:200]
    elif (
        now - session[BEGAN] > settings.SESSION_HOURS * 3600 or now - session[SEEN] > settings.SESSION_IDLE_MINUTES * 60
    ):
        user = request.user.pk
        logout(request)
        request.session[ENDED] = user
    elif now - session[SEEN] > SEEN_EVERY:
        session[SEEN] = now


@dataclass(frozen=True)
class Mine:
    """A session in the list of one's own. `name` tells it from the others and opens nothing."""

    name: str
    began: datetime
    seen: datetime
    address: str
    browser: str
    is_this: bool


def mine(request: HttpRequest) -> list[Mine]:
    """One's own sessions, this one first, then the one that was used last."""
    found = [_shown(row, data, request) for row, data in _of(request.user)]
    return sorted(found, key=lambda session: (not session.is_this, -session.seen.timestamp()))


def end(request: HttpRequest, name: str) -> int:
    """End the session of that name, or with an empty one all but this; how many. This one ends by signing out."""
    rows = [row for row, _ in _of(request.user) if row.pk != request.session.session_key and name in ("", _name(row))]
    return Session.objects.filter(pk__in=[row.pk for row in rows]).delete()[0]


def end_all(user: Any) -> int:
    """Every session of somebody; how many."""
    return Session.objects.filter(pk__in=[row.pk for row, _ in _of(user)]).delete()[0]


def _of(user: Any) -> Iterator[tuple[Session, dict[str, Any]]]:
    """What is kept of a session can be read only one by one: staff are few."""
    for row in Session.objects.filter(expire_date__gt=timezone.now()):
        data = row.get_decoded()
        if data.get(SESSION_KEY) == str(user.pk):
            yield row, data


def _shown(row: Session, data: dict[str, Any], request: HttpRequest) -> Mine:
    began, seen = (datetime.fromtimestamp(data.get(key, 0), UTC) for key in (BEGAN, SEEN))
    is_this = row.pk == request.session.session_key
    return Mine(_name(row), began, seen, data.get(ADDRESS, ""), data.get(BROWSER, ""), is_this)


def _name(row: Session) -> str:
    return hashlib.sha256(row.pk.encode()).hexdigest()[:16]
