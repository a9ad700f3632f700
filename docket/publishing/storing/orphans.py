"""Originals that no row names: what was left when a process was killed between a file and its row. They are deleted.

The file is written first and its row committed afterwards, so that a row without its file there never is.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.files.storage import storages
from django.utils import timezone

from docket.publishing.storing.folder import PART, Folder

HOLDERS = ("DocumentOriginal", "WaitingFile")  # models whose `file` names an original
# Younger ones may be of a transaction that is still under way.
AGE = timedelta(hours=1)
# More orphans than named files, beyond so many, tell that database and files are not of one record.
FEW = 20

logger = logging.getLogger(__name__)


class NotTheirs(Exception):
    """Most files are named by no row: nothing is deleted."""


def sweep_originals(age: timedelta = AGE) -> list[str]:
    """Delete the orphans older than that, and halves of files; returns the names. Raises NotTheirs."""
    storage, before = storages["originals"], timezone.now() - age
    # listed before the rows are read: whatever is there by then and has a row is named
    there = list(_names(storage))
    named = _named()
    orphans = [name for name in there if name not in named and _modified(storage, name, before)]
    if len(orphans) > max(FEW, len(named)):
        raise NotTheirs(
            f"{len(orphans)} of {len(there)} originals are named by no row of this database: are they of another one? "
            "Nothing was deleted."
        )
    for name in orphans:
        storage.delete(name)
    return orphans + _halves(before)


def _named() -> set[str]:
    models = (apps.get_model("docket", name) for name in HOLDERS)
    return {name for model in models for name in model._default_manager.values_list("file", flat=True)}


def _names(storage: Any, folder: str = "") -> Iterator[str]:
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:  # nothing was ever kept
        return
    yield from (f"{folder}/{name}" if folder else name for name in files)
    for name in folders:
        yield from _names(storage, f"{folder}/{name}" if folder else name)


def _modified(storage: Any, name: str, before: datetime) -> bool:
    """Whether it was last written before that moment; False where it is gone meanwhile."""
    try:
        return bool(storage.get_modified_time(name) < before)
    except FileNotFoundError:
        return False


def _halves(before: datetime) -> list[str]:
    """What was being written in folders when a process was killed."""
    folders = [storages[name] for name in ("originals", "published")]
    places = [Path(storage.location) for storage in folders if isinstance(storage, Folder)]
    halves = [path for place in places for path in place.rglob(f"*{PART}") if path.stat().st_mtime < before.timestamp()]
    for path in halves:
        path.unlink(missing_ok=True)
    return [path.name for path in halves]
