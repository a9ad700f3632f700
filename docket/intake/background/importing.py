"""Importing an upload file by file, as often as it takes: a file's outcome is noted with its effects, or neither is."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Callable
from dataclasses import asdict

import pghistory
from django.db import InterfaceError, OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F
from django.urls import reverse

from docket.intake.background.memory import give_back
from docket.intake.background.progress_notes import Interrupted, Telling, second_connection
from docket.intake.files import PERMISSION, import_bytes
from docket.intake.report import FileReport
from docket.models import QueuedImport
from docket.publishing.waiting import WORDS

Stage = QueuedImport.Stage
MOST_TRIES = 3
GIVEN_UP = (
    f"The import of this file was cut short {MOST_TRIES} times; the worker's messages say why. "
    "On the server, `manage.py import_docket` imports it without the worker."
)
NOT_ALLOWED = "Your account may no longer import court pages. Ask who looks after the accounts."
BROKEN = "The import failed by a fault of the program. The worker's messages have the details: report them."

logger = logging.getLogger(__name__)


class Busy(Exception):
    """Somebody holds rows that the import needs, and for long: later."""


class FinishedElsewhere(Exception):
    """Another worker, taken for dead, was not: what is done here must be rolled back."""


def import_upload(upload: str, should_stop: Callable[[], bool]) -> None:
    """Import the files of an upload that have no outcome yet, in the order in which they came.

    Raises Interrupted soon after `should_stop` says so, Busy, and what the database raises when it is away: the file
    that was under way has no outcome then, and the record nothing of it.
    """
    waiting = QueuedImport.objects.unfinished().filter(upload=upload).defer("data")
    with second_connection() as aside:
        for queued in waiting.select_related("user", "forum", "matter"):
            if refusal := _refusal(queued):
                _refuse(queued, refusal)
                continue
            _note(queued.pk, Stage.READING, tries=1)
            try:
                _import(queued, aside, should_stop)
            except Interrupted:
                _note(queued.pk, Stage.WAITING, tries=-1)
                raise
            except (OperationalError, InterfaceError, Busy):
                logger.warning("Import %s of upload %s is to be done again", queued.pk, upload, exc_info=True)
                raise
            except FinishedElsewhere:
                continue
            except Exception:
                logger.exception("Import %s of upload %s failed", queued.pk, upload)
                _refuse(queued, BROKEN)


def _refusal(queued: QueuedImport) -> str:
    """Why a file is not imported at all; empty when it is."""
    user = queued.user
    if not (user.is_active and user.is_staff and user.has_perm(PERMISSION)):
        return NOT_ALLOWED
    return GIVEN_UP if queued.times_begun >= MOST_TRIES else ""


def _import(queued: QueuedImport, aside: BaseDatabaseWrapper, should_stop: Callable[[], bool]) -> None:
    def finish(report: FileReport) -> None:
        if not queued.finish(Stage.DONE, asdict(report)):
            raise FinishedElsewhere

    # as the desk's middleware has it: the history says who sent the file
    with pghistory.context(user=queued.user_id, url=reverse("admin:queued_import", args=[queued.upload])):
        report = import_bytes(
            queued.file_name,
            _bytes_of(queued),
            forum=queued.forum,
            matter=queued.matter,
            user=queued.user,
            progress=lambda: Telling(queued, aside, should_stop),
            lastly=finish,
        )
    give_back()
    if report.error == WORDS and queued.times_begun + 1 < MOST_TRIES:
        raise Busy(report.error)
    if report.question:
        queued.ask(asdict(report))
    elif report.error:
        queued.finish(Stage.REFUSED, asdict(report))


def _bytes_of(queued: QueuedImport) -> bytes:
    kept = QueuedImport.objects.values_list("data", flat=True).get(pk=queued.pk)
    return zlib.decompress(kept) if kept else b""


def put_back() -> None:
    """Of the file under way: it was not at fault that the worker ends now."""
    for pk in QueuedImport.objects.unfinished().exclude(stage=Stage.WAITING).values_list("pk", flat=True):
        _note(pk, Stage.WAITING, tries=-1)


def _note(pk: int, stage: Stage, tries: int) -> None:
    QueuedImport.objects.filter(pk=pk).update(
        stage=stage, entries_done=0, entries_total=0, times_begun=F("times_begun") + tries
    )


def _refuse(queued: QueuedImport, why: str) -> None:
    queued.finish(Stage.REFUSED, asdict(FileReport(file=queued.file_name, error=why)))
