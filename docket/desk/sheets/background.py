"""Large spreadsheets in the worker: told of as they go, ended when their sender wants it, taken up again."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

import pghistory
from django.db import InterfaceError, OperationalError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F
from django.urls import reverse
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.exceptions import JobAborted

from docket.desk.sheets.going_through import Ended, Stage, check, end, save
from docket.intake.background.progress_notes import Interrupted, second_connection
from docket.intake.background.queue import worker_lives
from docket.intake.background.task import LOCK, QUEUE, UntilFinished
from docket.models import SheetImport

AT_ONCE = 500  # rows that one waits for: some two seconds
EVERY = 1.0  # seconds
MOST_TRIES = 3
GIVEN_UP = f"It was cut short {MOST_TRIES} times; the worker's messages say why. Nothing was saved."
BROKEN = "It failed by a fault of the program; nothing was saved. The worker's messages have the details: report them."
NOT_ALLOWED = "Your account may no longer work at the desk. Ask who looks after the accounts."
TOLD = "update docket_sheetimport set rows_done = %s where id = %s returning is_to_stop"

logger = logging.getLogger(__name__)


def go_on(sheet: SheetImport, stage: SheetImport.Stage) -> None:
    """Check or save a sheet: here where it is short or no worker runs, else by the worker. Pressed twice, once."""
    as_it_was = SheetImport.objects.filter(pk=sheet.pk, stage=sheet.stage)
    with transaction.atomic():
        if not as_it_was.update(stage=stage, rows_done=0, times_begun=0, is_to_stop=False):
            return
        sheet.refresh_from_db()
        later = is_for_worker(sheet)
        if later:
            in_background.defer(upload=sheet.upload)
    if not later:
        _do(sheet, lambda done: None)


def is_for_worker(sheet: SheetImport) -> bool:
    """Whether it takes so long that nobody should wait for it, and a worker is there."""
    return sheet.rows_total > AT_ONCE and worker_lives()


@app.task(name="import_sheet", queue=QUEUE, lock=LOCK, retry=UntilFinished(), pass_context=True)
def in_background(context: JobContext, upload: str) -> None:
    """Go through one sheet, until the worker is told to stop."""
    try:
        go_through(upload, should_stop=context.should_abort)
    except Interrupted as interruption:
        raise JobAborted from interruption


def go_through(upload: str, should_stop: Callable[[], bool]) -> None:
    """Raises Interrupted soon after `should_stop` says so; nothing of the sheet is in the record then."""
    sheet = SheetImport.objects.select_related("user", "case").filter(upload=upload).first()
    if sheet is None or not sheet.is_under_way:
        return
    if refusal := _refusal(sheet):
        end(sheet, Stage.FAILED, refusal)
        return
    _count(sheet, 1)
    try:
        with second_connection() as aside:
            _do(sheet, Telling(sheet, aside, should_stop))
    except Interrupted:
        _count(sheet, -1)
        raise
    except Ended:
        end(sheet, Stage.STOPPED)
    except (OperationalError, InterfaceError):
        logger.warning("Spreadsheet %s is to be gone through again", upload, exc_info=True)
        raise
    except Exception:
        logger.exception("Spreadsheet %s failed", upload)
        end(sheet, Stage.FAILED, BROKEN)


class Telling:
    """Writes how far it has come, beside the transaction that shows nothing to anybody, at most once a second."""

    def __init__(self, sheet: SheetImport, aside: BaseDatabaseWrapper, should_stop: Callable[[], bool]) -> None:
        self.sheet, self.aside, self.should_stop = sheet, aside, should_stop
        self.told = time.monotonic()

    def __call__(self, done: int) -> None:
        """Raises Interrupted, or Ended when the sender wants it ended."""
        if self.should_stop():
            raise Interrupted
        if time.monotonic() - self.told < EVERY:
            return
        with self.aside.cursor() as cursor:
            cursor.execute(TOLD, [done, self.sheet.pk])
            row = cursor.fetchone()
        if row and row[0]:
            raise Ended
        self.told = time.monotonic()


def _do(sheet: SheetImport, tell: Callable[[int], None]) -> None:
    # as the desk's middleware has it: the history says who sent the file
    with pghistory.context(user=sheet.user_id, url=reverse("admin:sheet", args=[sheet.upload])):
        if sheet.stage == Stage.TO_CHECK:
            check(sheet, tell)
        else:
            save(sheet, tell)


def _refusal(sheet: SheetImport) -> str:
    if not (sheet.user.is_active and sheet.user.is_staff):
        return NOT_ALLOWED
    return GIVEN_UP if sheet.times_begun >= MOST_TRIES else ""


def _count(sheet: SheetImport, tries: int) -> None:
    SheetImport.objects.filter(pk=sheet.pk).update(times_begun=F("times_begun") + tries, rows_done=0)
