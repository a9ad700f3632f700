"""A folder into which a mail program puts notices: what lies there that was not taken over yet."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from docket.intake.followed.failure import Failure

MOST_FILES = 50  # of one look; the rest waits for the next
MOST_BYTES = 5 * 1024 * 1024  # of one file; what is longer is refused as a notice that breaks off


@dataclass(frozen=True)
class Waiting:
    """A file to import. `mark` tells it from others of the folder, also from a later one of its name."""

    name: str
    data: bytes
    mark: str = ""


def waiting_files(folder: Path, read: set[str]) -> tuple[list[Waiting], list[str]]:
    """The messages (.eml) of a folder by name without those whose marks are in `read`, and which of `read` lie there.

    Only files of the folder itself: a link might lead anywhere. Raises Failure.
    """
    if folder.is_symlink() or not folder.is_dir():
        raise Failure(f"There is no folder inboxes/{folder.name} in the data folder: make it, or correct the name.")
    try:
        marks = dict(_marked(folder))
        unread = islice(((path, mark) for path, mark in marks.items() if mark not in read), MOST_FILES)
        return [_opened(path, mark) for path, mark in unread], [mark for mark in marks.values() if mark in read]
    except OSError as fault:
        raise Failure(f"The folder inboxes/{folder.name} cannot be read: {fault.strerror}.") from fault


def _marked(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.glob("*.[eE][mM][lL]")):
        about = path.lstat()
        if stat.S_ISREG(about.st_mode):
            yield path, f"{path.name} {about.st_size} {about.st_mtime_ns}"


def _opened(path: Path, mark: str) -> Waiting:
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
        return Waiting(path.name, file.read(MOST_BYTES), mark)
