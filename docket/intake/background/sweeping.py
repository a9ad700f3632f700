"""Once an hour: files that no row names go, published copies that are missing are made again."""

from __future__ import annotations

import logging

from procrastinate.contrib.django import app

from docket.intake.background.task import LOCK, QUEUE
from docket.publishing import files
from docket.publishing.storing.orphans import NotTheirs, sweep_originals

logger = logging.getLogger(__name__)


@app.task(name="sweep_files", queue=QUEUE, lock=LOCK, queueing_lock="sweep", priority=-2)
def sweep_in_background(timestamp: int) -> None:
    """What a killed process left; `timestamp` is the hour for which it was queued."""
    try:
        if gone := sweep_originals():
            logger.info("%d files that no row names were deleted.", len(gone))
        files.mend()
    except NotTheirs as refusal:
        logger.error("%s", refusal)
    except OSError:
        logger.warning("The files are to be swept again", exc_info=True)
