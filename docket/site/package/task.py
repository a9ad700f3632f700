"""When the worker writes an edition: once a day, and soon after something was withheld, as there is none then."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import InterfaceError, OperationalError
from django.utils import timezone
from procrastinate.contrib.django import app

from docket.intake.background.task import LOCK, QUEUE
from docket.publishing import record_copy
from docket.site.package.writing import write_edition

EVERY = timedelta(days=1)
logger = logging.getLogger(__name__)


# with the imports, one at a time and after those that wait; a second one is not queued while one waits
@app.periodic(cron="*/10 * * * *")
@app.task(name="write_record", queue=QUEUE, lock=LOCK, queueing_lock="record", priority=-2)
def write_in_background(timestamp: int) -> None:
    """Write an edition where one is due; `timestamp` is the minute for which it was queued."""
    try:
        write_if_due(timezone.now())
    except (record_copy.Withdrawn, OperationalError, InterfaceError):
        logger.warning("The edition of the whole record is to be written again", exc_info=True)


def write_if_due(now: datetime) -> bool:
    """Whether one was."""
    there = record_copy.newest()
    if there is not None and now - record_copy.moment_of(there) < EVERY:
        return False
    write_edition(now)
    return True
