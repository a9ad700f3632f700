"""Handing files to the worker, and whether there is one."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models.functions import Now
from procrastinate.contrib.django.models import ProcrastinateWorker

from docket.intake.background.importing import Busy, import_upload
from docket.intake.background.task import import_in_background
from docket.intake.gathering import gathered
from docket.intake.report import FileReport
from docket.models import Forum, Matter, QueuedImport
from docket.publishing.bases import new_public_id
from docket.publishing.waiting import WORDS

BEAT = 2.0  # seconds between two signs of life of a worker
KEPT = timedelta(days=30)  # an outcome; the record of imports stays
STALLED = 15.0  # seconds without one; a large page may keep a worker from it for some


def keep(files: Iterable[UploadedFile], *, user: Any, forum: Forum | None, matter: Matter | None) -> str:
    """Keep the files of one upload for the worker, all or none; returns the upload's id."""
    upload = new_public_id()
    _forget_old()
    with transaction.atomic():
        for name, data in gathered((file.name or "", file.read()) for file in files):
            QueuedImport.objects.create(
                upload=upload,
                user=user,
                forum=forum,
                matter=matter,
                file_name=name,
                data=zlib.compress(data, level=1),
            )
        import_in_background.defer(upload=upload)
    return upload


def keep_question(upload: str, name: str, data: bytes, report: FileReport, **given: Any) -> QueuedImport:
    """Keep a file that was not imported because it asks something first.

    upload: the same for all files of one upload; `given` as of `keep`.
    """
    _forget_old()
    return QueuedImport.objects.create(
        upload=upload,
        file_name=name,
        data=zlib.compress(data, level=1),
        stage=QueuedImport.Stage.ASKS,
        report=asdict(report),
        finished_at=Now(),
        **given,
    )


def take_up(answered: Sequence[QueuedImport]) -> str:
    """Import files of one upload whose question was answered: by the worker, or here where none is.

    None, where somebody else has answered them meanwhile, is nothing to do. Returns why they were not imported and ask
    still, where somebody holds the same rows; "" otherwise.
    """
    if not answered:
        return ""
    upload = answered[0].upload
    lives = worker_lives()
    with transaction.atomic():
        QueuedImport.objects.asking().filter(pk__in=[row.pk for row in answered]).again()
        if lives:
            import_in_background.defer(upload=upload)
    return "" if lives else _import_here(upload, answered)


def _import_here(upload: str, answered: Sequence[QueuedImport]) -> str:
    try:
        import_upload(upload, should_stop=lambda: False)
    except Busy:
        for row in answered:
            row.ask(row.report)
        return WORDS
    return ""


def _forget_old() -> None:
    QueuedImport.objects.filter(finished_at__lt=Now() - KEPT).delete()


def worker_lives() -> bool:
    """Whether a worker gave a sign of life lately."""
    return ProcrastinateWorker.objects.filter(last_heartbeat__gt=Now() - timedelta(seconds=STALLED)).exists()
