"""Guessing at many names from one address, and at one name from many addresses. (Five wrong passwords for one name from
one address are django-axes'.)

Nobody can lock out somebody else: a name that is guessed at stays open to the addresses from which its owner has signed
in before, and an address that is paused is paused for a quarter of an hour. In IPv6 a visitor has a whole /64 of
addresses, which count as one.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from ipaddress import IPv6Network
from typing import Any

from axes.models import AccessFailureLog, AccessLog
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone

from docket.site.serving.client_address import client_address, network_of

# failed sign-ins from one address, of any names, after which it is paused, and within what
FROM_ADDRESS, ADDRESS_WITHIN = 30, timedelta(minutes=15)
# different names tried in vain from one address
NAMES, NAMES_WITHIN = 10, timedelta(minutes=15)
# failed sign-ins of one name, from any address, after which only known addresses may try
OF_NAME, NAME_WITHIN = 50, timedelta(hours=1)
KNOWN_FOR = timedelta(days=30)


class Throttle:
    """A backend that lets nobody in; it keeps out before the password is looked at. Stands after that of axes."""

    def authenticate(self, request: HttpRequest | None, username: str | None = None, **credentials: Any) -> None:
        """Raises PermissionDenied, with the mark that makes the answer django-axes' page, when it is too much."""
        if request is None or username is None:
            return
        if is_paused(username, client_address(request) or None, timezone.now()):
            request.axes_locked_out = True  # type: ignore[attr-defined]
            raise PermissionDenied


def is_paused(username: str, address: str | None, now: datetime) -> bool:
    """Whether that name may not be tried from that address at that moment."""
    failed = AccessFailureLog.objects.filter(_from_there(address))
    if failed.filter(attempt_time__gt=now - ADDRESS_WITHIN).count() >= FROM_ADDRESS:
        return True
    names = failed.filter(attempt_time__gt=now - NAMES_WITHIN).values("username").distinct()
    if names.count() >= NAMES:
        return True
    of_name = AccessFailureLog.objects.filter(username=username, attempt_time__gt=now - NAME_WITHIN)
    return bool(of_name.count() >= OF_NAME) and not _is_known(username, address, now)


def _is_known(username: str, address: str | None, now: datetime) -> bool:
    known = AccessLog.objects.filter(_from_there(address), username=username, attempt_time__gt=now - KNOWN_FOR)
    return bool(known.exists())


def _from_there(address: str | None) -> Q:
    """Whoever sits at that address: in IPv6 at any of its /64, of which a visitor chooses a new one at will."""
    network = network_of(address or "")
    if not isinstance(network, IPv6Network):
        return Q(ip_address=address)
    return Q(ip_address__range=(str(network[0]), str(network[-1])))
