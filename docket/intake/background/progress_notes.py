"""Telling how far an import has come, while its own transaction shows nothing to anybody."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from docket.intake.progress import Progress
from docket.models import QueuedImport

Stage = QueuedImport.Stage
EVERY = 1.0  # seconds
TOLD = """
update docket_queuedimport set stage = %s, entries_done = %s, entries_total = %s
where id = %s and finished_at is null
"""


class Interrupted(Exception):
    """The worker was told to stop."""


class Telling(Progress):
    """Writes into the row of the queue, at most once a second; a file that takes less is told of by its outcome.

    Raises Interrupted at the first step after `should_stop` says so.
    """

    def __init__(self, queued: QueuedImport, aside: BaseDatabaseWrapper, should_stop: Callable[[], bool]) -> None:
        self.queued, self.aside, self.should_stop = queued, aside, should_stop
        self.told = time.monotonic()
        self.stage = Stage.READING

    def tell(self) -> None:
        if self.should_stop():
            raise Interrupted
        is_new_stage = self.stage is Stage.ENTRIES and self.done == self.total
        if is_new_stage or time.monotonic() - self.told >= EVERY:
            self.stage = Stage.ENTRIES if self.done < self.total else Stage.WRITING
            with self.aside.cursor() as cursor:
                cursor.execute(TOLD, [self.stage, self.done, self.total, self.queued.pk])
            self.told = time.monotonic()


@contextmanager
def second_connection() -> Iterator[BaseDatabaseWrapper]:
    """Beside the import's own, opened when first used: what is written there is seen at once."""
    aside = connections.create_connection(DEFAULT_DB_ALIAS)
    try:
        yield aside
    finally:
        aside.close()
