"""The worker's process: one import at a time, and those that a killed worker left."""

from __future__ import annotations

import asyncio
import logging

from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params
from procrastinate.psycopg_connector import PsycopgConnector

from docket.background.queue import BEAT, STALLED
from docket.background.task import QUEUE

# Asked every second, not listened for: PostgreSQL lets every role listen, the public's too.
LOOK_EVERY = 1.0  # seconds
GRACE = 2.0  # seconds in which an import may still end, once the worker is to stop

logger = logging.getLogger(__name__)


def run(wait: bool = True) -> None:
    """Work until SIGTERM or SIGINT, an import under way then goes back into the queue; or until the queue is empty."""
    asyncio.run(_run(wait))


async def _run(wait: bool) -> None:
    connector = PsycopgConnector(kwargs=connector_params(), min_size=1, max_size=2)
    with app.replace_connector(connector) as ours:
        async with ours.open_async():
            await _take_up_stalled(ours)
            looking = asyncio.create_task(_keep_taking_up_stalled(ours))
            try:
                await ours.run_worker_async(
                    queues=[QUEUE],
                    concurrency=1,
                    wait=wait,
                    listen_notify=False,
                    fetch_job_polling_interval=LOOK_EVERY,
                    shutdown_graceful_timeout=GRACE,
                    update_heartbeat_interval=BEAT,
                    stalled_worker_timeout=STALLED,
                    delete_jobs="successful",
                )
            finally:
                looking.cancel()


async def _keep_taking_up_stalled(ours: App) -> None:
    while True:
        await asyncio.sleep(STALLED / 3)
        await _take_up_stalled(ours)


async def _take_up_stalled(ours: App) -> None:
    """Put back into the queue what workers had begun that live no more."""
    for job in await ours.job_manager.get_stalled_jobs(queue=QUEUE, seconds_since_heartbeat=STALLED):
        logger.warning("Taking up again what a worker left: %s", job.call_string)
        await ours.job_manager.retry_job(job)
