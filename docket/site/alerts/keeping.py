"""What the worker does with requests: a first mail to who asked, confirmed by its link, erased on leaving.

Nobody gets more than a few first mails a day, whoever asks for them: bounds hold for an address and for a network.
"""

from __future__ import annotations

import logging
import secrets
from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused
from typing import Any

from django.core import signing
from django.db import transaction
from django.utils.crypto import salted_hmac

from docket.models import Alert
from docket.site.alerts import mails, spool
from docket.site.alerts.asked import AlertForm

A_DAY = timedelta(days=1)
LINK_HOLDS = timedelta(days=2)
MOST_UNCONFIRMED = 3  # first mails a day to an address whose owner confirmed none of them
MOST_FROM_NETWORK = 30  # a day
MOST_OF_ADDRESS = 50
SALT = "docket.alerts"
logger = logging.getLogger(__name__)


def take_requests(now: datetime) -> None:
    """Do what the folder asks for; erase what was not confirmed in time, and from where it came after a day."""
    for request in spool.taken():
        take_request(request, now)
    Alert.objects.filter(confirmed_at=None, asked_at__lt=now - LINK_HOLDS).delete()
    Alert.objects.filter(asked_at__lt=now - A_DAY).exclude(network="").update(network="")


def take_request(request: dict[str, Any], now: datetime) -> None:
    """One request. What is none, or comes too late or too often, is dropped: nobody is told."""
    kind, key = request.get("kind"), str(request.get("key", ""))
    if kind == "ask":
        _asked(request, now)
    elif kind == "confirm":
        _confirmed(key, now)
    elif kind == "leave":
        Alert.objects.filter(key=key).delete()


def _asked(request: dict[str, Any], now: datetime) -> None:
    form = AlertForm(request)
    if not form.is_valid():
        return
    email, feed, how = (form.cleaned_data[name] for name in ("email", "feed", "how"))
    network = salted_hmac(SALT, str(request.get("network", ""))).hexdigest()
    alert = Alert.objects.filter(email=email, feed=feed).first()
    if (alert and alert.asked_at > now - A_DAY) or _is_too_much(email, network, now):
        return
    if alert is None:
        alert = Alert(email=email, feed=feed, key=secrets.token_urlsafe(16))
    alert.asked_at, alert.network = now, network
    if not alert.confirmed_at:
        alert.how = how
    first = mails.first(alert, signing.dumps({"key": alert.key, "how": how}, salt=SALT))
    try:
        with transaction.atomic():  # where the server is away, the request waits in the folder as if nothing were done
            alert.save()
            mails.send(first)
    except SMTPRecipientsRefused:
        logger.info("The mail server knows no such address: a request was dropped")


def _is_too_much(email: str, network: str, now: datetime) -> bool:
    asked = Alert.objects.filter(asked_at__gt=now - A_DAY)
    return (
        asked.filter(email=email, confirmed_at=None).count() >= MOST_UNCONFIRMED
        or asked.filter(network=network).count() >= MOST_FROM_NETWORK
        or Alert.objects.filter(email=email).count() >= MOST_OF_ADDRESS
    )


def _confirmed(token: str, now: datetime) -> None:
    try:
        asked = signing.loads(token, salt=SALT, max_age=LINK_HOLDS)
    except signing.BadSignature:
        return
    alert = Alert.objects.filter(key=asked["key"]).first()
    if alert is None:
        return
    alert.how = asked["how"]
    alert.next_at = alert.next_at or now
    alert.confirmed_at, alert.since = alert.confirmed_at or now, alert.since or now
    alert.save()
