"""Looking at followed sources: every minute at those whose time has come, a few at a time between two imports."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.utils import timezone
from procrastinate import JobContext
from procrastinate.contrib.django import app

from docket.intake.background.task import LOCK, QUEUE
from docket.intake.followed.look import look, take
from docket.models import FollowedSource

LONG_ENOUGH = 20.0  # seconds after which what staff uploaded comes first again

logger = logging.getLogger(__name__)


# One at a time with the imports, and after those that wait; a second one is not queued while one waits.
@app.task(name="look_at_followed", queue=QUEUE, lock=LOCK, queueing_lock="followed", priority=-1, pass_context=True)
def look_in_background(context: JobContext, timestamp: int) -> None:
    """Look at the sources that are due; `timestamp` is the minute for which it was queued."""
    try:
        look_at_due(should_stop=context.should_abort)
    except (OperationalError, InterfaceError):
        logger.warning("The looks at followed sources are to be done again", exc_info=True)


def look_at_due(should_stop: Callable[[], bool]) -> None:
    """Look at the sources that are due, until it took long enough or the worker is told to stop."""
    now, began = timezone.now(), time.monotonic()
    due = FollowedSource.objects.due(now).select_related("case__forum", "author", "state")
    for source in due:
        if should_stop() or time.monotonic() - began > LONG_ENOUGH:
            return
        if take(source, now):
            look(source)
