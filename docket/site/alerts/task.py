"""When the worker looks: every few minutes at the folder of requests, then at those alerts whose time has come."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.utils import timezone
from procrastinate.contrib.django import app

from docket.intake.background.task import LOCK, QUEUE
from docket.models import Alert
from docket.site.alerts import mails, news
from docket.site.alerts.keeping import take_requests

MOST = 200  # alerts at a time; imports wait for them
WAITS = {Alert.How.AT_ONCE: timedelta(minutes=10), Alert.How.DAILY: timedelta(days=1)}
AWAY_AFTER = 3  # feeds that were not answered, of one round
REFUSED = 5  # days on which an address was refused, after which it is erased
logger = logging.getLogger(__name__)


# with the imports, one at a time and after those that wait; a second one is not queued while one waits
@app.periodic(cron="*/5 * * * *")
@app.task(name="tell_readers", queue=QUEUE, lock=LOCK, queueing_lock="alerts", priority=-2)
def tell_in_background(timestamp: int) -> None:
    """Take requests and send what is new; `timestamp` is the minute for which it was queued."""
    if not settings.ALERTS:
        return
    try:
        take_requests(timezone.now())
        tell_due(timezone.now())
    except (OperationalError, InterfaceError, SMTPException, OSError, news.Unanswered):
        logger.warning("Mails to readers are to be tried again", exc_info=True)


def tell_due(now: datetime, ask: Callable[[str], news.Feed | None] = news.ask) -> None:
    """Tell who is due. Each feed is asked for right before its mail, so what was withheld is not sent.

    A feed that cannot be answered, or a mail that is refused, is of one reader: it has its turn again later, and keeps
    nobody waiting. Raises Unanswered where the site answers nothing several times: it is away.
    """
    due, unanswered = Alert.objects.filter(confirmed_at__isnull=False, next_at__lte=now).order_by("next_at"), 0
    for alert in due[:MOST]:
        try:
            feed = ask(alert.feed)
        except (news.NoFeed, news.Unanswered) as error:
            logger.info("A reader's feed was not told: %s", error)
            feed, unanswered = None, unanswered + isinstance(error, news.Unanswered)
            if unanswered == AWAY_AFTER:
                raise
        _tell(alert, feed, now)


def _tell(alert: Alert, feed: news.Feed | None, now: datetime) -> None:
    since = alert.since or now
    new = news.new_to(since, alert.told, feed) if feed else []
    alert.next_at = now + WAITS[Alert.How(alert.how)]
    if feed and new:
        try:
            mails.send(mails.of_news(alert, feed, new))
        except (SMTPRecipientsRefused, SMTPDataError):
            _refused(alert, now)
            return
        alert.since, alert.told = news.remembered(since, alert.told, new)
    alert.failures = 0
    alert.save()


def _refused(alert: Alert, now: datetime) -> None:
    alert.failures += 1
    if alert.failures >= REFUSED:
        alert.delete()
        return
    alert.next_at = now + timedelta(days=1)
    alert.save()
