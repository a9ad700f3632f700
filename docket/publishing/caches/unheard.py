"""Which acts the caches did not acknowledge: a file each in the data folder, named by the act's id in the chain.

`123.begun` stands from before the act commits until the caches know of it; `123.kept` says that it is committed and
one of them did not take it. `rebuild` and `migrate` are acts too. The worker tells of all of them again until every
cache knows. A file of an act that was rolled back is told of once more than needed.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from docket.publishing.caches import telling

BEGUN, KEPT = ".begun", ".kept"
PATIENCE = 10.0  # seconds in which the process that acts tells them itself
LONGEST = 600.0  # seconds after which no act is still under way
MISSED = (
    "A cache before the public site has not acknowledged {} of publication. What was withheld may be shown by it until "
    "that expires there, SHARED_CACHE_SECONDS after it was fetched. The worker tells it again every few seconds."
)
logger = logging.getLogger(__name__)


def note(act: str) -> None:
    """The act is about to be committed. A disk that is full does not stop a seal."""
    _write(_place(act, BEGUN))


def keep(act: str) -> None:
    """It is committed, and a cache did not take it."""
    _write(_place(act, KEPT))
    _place(act, BEGUN).unlink(missing_ok=True)


def forget(act: str) -> None:
    """Every cache knows."""
    _place(act, BEGUN).unlink(missing_ok=True)


def tell_again(now: float | None = None) -> list[str]:
    """Tell every cache that everything is out of date, where one may not know; returns what failed, in words."""
    waiting = list(_waiting(time.time() if now is None else now))
    if not waiting:
        return []
    if failed := telling.tell_all([]):
        return failed
    for path, is_over in waiting:
        if is_over:
            path.unlink(missing_ok=True)
    return []


def words(now: float | None = None) -> str:
    """A sentence where a cache may not know of acts, other than those that were done just now; else empty."""
    missed = sum(1 for _ in _waiting(time.time() if now is None else now))
    return MISSED.format("an act" if missed == 1 else f"{missed:,} acts") if missed else ""


def _waiting(now: float) -> Iterator[tuple[Path, bool]]:
    """What is to be told again, and whether nothing more can come of it."""
    for path in settings.UNHEARD_FOLDER.glob("*.*"):
        with suppress(FileNotFoundError):
            age = now - path.stat().st_mtime
            if path.suffix == KEPT or age > PATIENCE:
                yield path, path.suffix == KEPT or age > LONGEST


def _place(act: str, state: str) -> Path:
    folder: Path = settings.UNHEARD_FOLDER
    return folder / f"{act}{state}"


def _write(path: Path) -> None:
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        path.touch()
    except OSError:
        logger.exception("%s could not be written: a cache that does not hear of this act is not told again", path)
