"""The editions of the whole record, as files that the public may fetch. What is withheld takes them away at once.

An edition is a folder named by its moment, 20260302T030012Z; one that is being written has a dot in front. Whoever
withholds a row deletes both sorts before that commits, so that a process that dies in between leaves none, and again
when it has: so an edition read from an earlier snapshot is never put in place afterwards.
"""

from __future__ import annotations

import logging
import secrets
import shutil
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

NAMED = "%Y%m%dT%H%M%SZ"
# acts after which a row, or a word of it, may no longer be read
WITHHOLDING = ("unpublish", "hide", "seal", "remove", "expunge")
WITHDRAWN = "Something was withheld while an edition was written, which holds it: write another."
logger = logging.getLogger(__name__)


class Withdrawn(Exception):
    """Something was withheld while an edition was written: it holds what may no longer be read."""


def follow(verb: str) -> None:
    """Take the editions away now and at commit, where an act withholds something."""
    if verb in WITHHOLDING:
        withdraw()
        transaction.on_commit(withdraw)


def withdraw() -> None:
    """Delete every edition, also one that is being written. Under a name of its own nobody finds what is left of it."""
    for edition in _folders():
        gone = edition.with_name(f".{secrets.token_hex(8)}")
        try:
            edition.rename(gone)
            shutil.rmtree(gone)
        except FileNotFoundError:
            continue  # somebody else took it away
        except OSError:
            logger.exception("%s holds what was withheld and could not be deleted: delete it by hand", edition)


def newest() -> Path | None:
    """The edition that the public may fetch."""
    return max((edition for edition in _folders() if not edition.name.startswith(".")), default=None)


def begin(now: datetime) -> Path:
    """An empty folder for an edition, made before its snapshot is taken; what writers left that were killed goes."""
    folder: Path = settings.RECORD_FOLDER / f".{now.astimezone(UTC):{NAMED}}"
    for left in (path for path in _folders() if path.name.startswith(".")):
        shutil.rmtree(left, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def put_in_place(written: Path) -> Path:
    """Let the public have it, and delete the ones before. Raises Withdrawn where it was taken away meanwhile."""
    edition = written.with_name(written.name.removeprefix("."))
    shutil.rmtree(edition, ignore_errors=True)
    try:
        written.rename(edition)
    except FileNotFoundError as error:
        raise Withdrawn(WITHDRAWN) from error
    for other in _folders():
        if other.name < edition.name and not other.name.startswith("."):
            shutil.rmtree(other, ignore_errors=True)
    return edition


def moment_of(edition: Path) -> datetime:
    """When it was begun."""
    return datetime.strptime(edition.name, NAMED).replace(tzinfo=UTC)


def _folders() -> list[Path]:
    folder: Path = settings.RECORD_FOLDER
    return [path for path in folder.iterdir() if path.is_dir()] if folder.is_dir() else []
