"""What the processes of `make run` say: on the terminal, and in logs/docketbook.log of the data folder, which rotates.

One process writes the file, so that it can be rotated; the others write to it through pipes.
"""

import logging
import os
import sys
import threading
from collections import deque
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import IO, Any

LARGEST, KEPT = 10_000_000, 5  # bytes of a file; older files beside it
LAST = 8  # lines of a process that are remembered, to be told as its last words


class PrivateFile(RotatingFileHandler):
    """For this user only: messages may hold what the record withholds."""

    def _open(self) -> Any:
        def opener(path: str, flags: int) -> int:
            return os.open(path, flags, 0o600)

        return open(self.baseFilename, self.mode, encoding=self.encoding, opener=opener)


class Output:
    """The file, and what each process said last."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, exist_ok=True)
        self.file = PrivateFile(folder / "docketbook.log", maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8")
        self.file.setFormatter(logging.Formatter("%(message)s"))
        self.last: dict[str, deque[str]] = {}

    def follow(self, name: str, pipe: IO[bytes]) -> None:
        """Until the process closes its end; its last words are those of this start."""
        self.last[name] = deque(maxlen=LAST)
        threading.Thread(target=self._follow, args=[name, pipe, self.last[name]], daemon=True).start()

    def _follow(self, name: str, pipe: IO[bytes], last: deque[str]) -> None:
        with pipe:
            for raw in pipe:
                line = raw.decode("utf-8", "replace").rstrip("\n")
                last.append(line)
                print(line, file=sys.stderr, flush=True)  # noqa: T201
                self.file.emit(logging.LogRecord(name, logging.INFO, "", 0, line, None, None))

    def last_words(self, name: str) -> str:
        """Empty when it said nothing."""
        return "\n".join(self.last.get(name, ()))


def cut(log: Path, largest: int) -> None:
    """Keep what a log holds as ….1 beside it and empty it: for a program that appends to it and never opens it anew."""
    if not log.exists() or log.stat().st_size <= largest:
        return
    old = log.with_name(log.name + ".1")
    old.unlink(missing_ok=True)
    with os.fdopen(os.open(old, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as copy, log.open("rb") as source:
        while piece := source.read(1 << 20):
            copy.write(piece)
    os.truncate(log, 0)
