"""The worker's process: one import at a time, and those that a killed worker left."""

from __future__ import annotations

import asyncio
import logging
import os
import signal

from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params
from procrastinate.psycopg_connector import PsycopgConnector

from docket.intake.background.following import look_in_background
from docket.intake.background.importing import put_back
from docket.intake.background.queue import BEAT, STALLED
from docket.intake.background.sweeping import sweep_in_background
from docket.intake.background.task import QUEUE
from docket.publishing.caches.unheard import tell_again

# Asked every second, not listened for: PostgreSQL lets every role listen, the public's too.
LOOK_EVERY = 1.0  # seconds
GRACE = 2.0  # seconds in which an import may still end, once the worker is to stop
TELL_EVERY = 5.0  # seconds between two looks at what a cache has missed
PATIENCE = 5.0  # seconds after which it ends whatever the import does: a parser cannot be told to stop

EACH_MINUTE = app.periodic(cron="* * * * *")(look_in_background)
EACH_HOUR = app.periodic(cron="23 * * * *")(sweep_in_background)

logger = logging.getLogger(__name__)


def run(wait: bool = True) -> None:
    """Work until SIGTERM or SIGINT, an import under way then goes back into the queue; or until the queue is empty."""
    asyncio.run(_run(wait))


async def _run(wait: bool) -> None:
    connector = PsycopgConnector(kwargs=connector_params(), min_size=1, max_size=2)
    with app.replace_connector(connector) as ours:
        async with ours.open_async():
            await _take_up_stalled(ours)
            beside = [asyncio.create_task(_keep_taking_up_stalled(ours)), asyncio.create_task(_keep_telling_caches())]
            try:
                await _work(ours, wait)
            finally:
                for each in beside:
                    each.cancel()


async def _work(ours: App, wait: bool) -> None:
    working = asyncio.create_task(
        ours.run_worker_async(
            queues=[QUEUE],
            concurrency=1,
            wait=wait,
            listen_notify=False,
            fetch_job_polling_interval=LOOK_EVERY,
            shutdown_graceful_timeout=GRACE,
            install_signal_handlers=False,
            update_heartbeat_interval=BEAT,
            stalled_worker_timeout=STALLED,
            delete_jobs="successful",
        )
    )
    stop = asyncio.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(each, stop.set)
    told = asyncio.create_task(stop.wait())
    await asyncio.wait([working, told], return_when=asyncio.FIRST_COMPLETED)
    if told.done():
        working.cancel()
        _, unstoppable = await asyncio.wait([working], timeout=PATIENCE)
        if unstoppable:
            await _leave(ours)
    else:
        told.cancel()
        await working


async def _leave(ours: App) -> None:
    """End in the middle of an import: the database takes back what it wrote. The only job under way is ours."""
    for job in await ours.job_manager.list_jobs_async(queue=QUEUE, status="doing"):
        await ours.job_manager.retry_job(job)
    await asyncio.to_thread(put_back)
    os._exit(0)


async def _keep_taking_up_stalled(ours: App) -> None:
    while True:
        await asyncio.sleep(STALLED / 3)
        await _take_up_stalled(ours)


async def _take_up_stalled(ours: App) -> None:
    """Put back into the queue what workers had begun that live no more."""
    for job in await ours.job_manager.get_stalled_jobs(queue=QUEUE, seconds_since_heartbeat=STALLED):
        logger.warning("Taking up again what a worker left: %s", job.call_string)
        await ours.job_manager.retry_job(job)


async def _keep_telling_caches() -> None:
    """Beside the imports, which may take minutes: a cache that has missed a seal shows what was sealed."""
    while True:
        await asyncio.sleep(TELL_EVERY)
        try:
            failed = await asyncio.to_thread(tell_again)
        except OSError as error:
            failed = [str(error)]
        for words in failed:
            logger.error("A cache still does not take what is out of date: %s", words)
