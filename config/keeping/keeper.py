"""One round of the keeper: a backup when one is due, and a check of what is published; each is noted for the desk."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
from django.core.exceptions import ImproperlyConfigured

from config import env
from config.data_folder import InUse
from config.database.postgres import Address
from config.keeping import elsewhere, sealing
from config.keeping.backup import BackupError, backup
from config.keeping.notes import read_notes, write_note
from config.keeping.retention import Pace
from config.keeping.trial import trial

CHECK_EVERY = timedelta(days=1)
AGAIN = timedelta(hours=1)  # after one that failed
NAMED = re.compile(r"docketbook-(\d{8}-\d{6})\.tar(\.age)?")
KEEP = "7,4,12"


def check_settings() -> None:
    """Raises with the remedy, before anything is due."""
    Pace.read(env.text("BACKUP_KEEP", KEEP))
    sealing.recipients()
    elsewhere.place()


def do_what_is_due(
    source: Address | None,
    admin: Address | None,
    every: int,
    manage: Callable[..., str],
    say: Callable[[str], None],
) -> None:
    """`every` is in hours. Without a database, which `source` then is not, it is done in a later round."""
    if source is None:
        return
    now = datetime.now(UTC)
    if is_due("backup", timedelta(hours=every), now):
        keep_a_backup(source, admin, say)
    if is_due("check", CHECK_EVERY, now):
        check_published(manage, say)


def is_due(name: str, every: timedelta, now: datetime) -> bool:
    """By the note of the last time; a clock that was set back makes nothing wait."""
    note = read_notes().get(name)
    if note is None or note.at > now:
        return True
    return now - note.at >= (every if note.well else min(every, AGAIN))


def keep_a_backup(source: Address, admin: Address | None, say: Callable[[str], None]) -> None:
    """Made, tried out, encrypted, copied; those out of their time are deleted only after all of that went well."""
    try:
        written = backup(source, None, say)
        tried = f"restored and compared: {trial(written, admin, source.name)}" if admin else "not tried out"
        if to := sealing.recipients():
            written = sealing.sealed(written, to)
        copied = f", copied to {elsewhere.copy(written, there)}" if (there := elsewhere.place()) else ""
        _delete_old(written.parent)
    except (BackupError, InUse, OSError, psycopg.Error, elsewhere.NotCopied, ImproperlyConfigured) as error:
        _noted("backup", False, " ".join(str(error).split()), say)
        return
    remedy = "" if admin else " Set ADMIN_DATABASE_URL for the keeper, so that it may restore one beside."
    _noted("backup", bool(admin), f"{written.name}, {tried}{copied}.{remedy}", say)


def check_published(manage: Callable[..., str], say: Callable[[str], None]) -> None:
    """`manage.py check_published`, whose complaint may name rows: the desk is told where to look, the log what."""
    try:
        manage("check_published")
    except Exception as error:
        say(str(error))
        _noted("check", False, "What is published differs from the record: run `manage.py check_published`.", say)
        return
    _noted("check", True, "What is published is exactly what the rule says.", say)


def _delete_old(folder: Path) -> None:
    made: dict[datetime, Path] = {}
    for path in folder.iterdir():
        if match := NAMED.fullmatch(path.name):
            made[datetime.strptime(match[1], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)] = path
    kept = Pace.read(env.text("BACKUP_KEEP", KEEP)).kept(made)
    for at in made.keys() - kept:
        made[at].unlink()


def _noted(name: str, well: bool, words: str, say: Callable[[str], None]) -> None:
    write_note(name, well, words)
    say(f"{name.capitalize()}: {words}")
