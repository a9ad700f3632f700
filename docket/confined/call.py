"""Calling a function of ours in a confined process."""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from docket.confined.limits import TOO_LARGE, WELL, Limits, Unreadable, sentence

ROOT = str(Path(__file__).resolve().parents[2])
BEGIN = "import sys; sys.path.insert(0, sys.argv[1]); from docket.confined.forker import main; main(int(sys.argv[2]))"
# No secret of ours is in its environment.
ENVIRONMENT = {"LANG": "C.UTF-8"}
GRACE = 30  # seconds, for the imports of the first call and a busy machine
NOT_STARTED = "No process could be started to read the file; nothing was changed. Try again later."
LONGEST_ANSWER = 1024 * 1024
KILLED: dict[str, Any] = {"code": -signal.SIGKILL, "late": False}


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a call."""

    answer: Any
    """What the function returned, as JSON can say it. It comes from a hostile file: check it."""
    data: bytes
    """What the function wrote."""


class _NotBegun(Exception):
    """The forker ended before it took the call."""


class _Forker:
    """The process that forks, and the socket to it."""

    def __init__(self) -> None:
        self.control, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, "-I", "-c", BEGIN, ROOT, str(theirs.fileno())]
            self.process = subprocess.Popen(  # noqa: S603
                command,
                pass_fds=[theirs.fileno()],
                env=ENVIRONMENT,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                # a Ctrl-C at the terminal is for us, and we end it
                start_new_session=True,
            )

    def close(self) -> None:
        self.control.close()
        self.process.kill()
        self.process.wait()


_lock = threading.Lock()
_forkers: list[_Forker] = []


def call(function: str, data: bytes, told: Any = None, limits: Limits | None = None) -> Made:
    """Run "module:function" on bytes, confined: `function(given, made, told)` with files to read and to write.

    Raises Unreadable when the function does, and when it needs more than the limits, breaks or is killed.
    """
    limits = limits or Limits()
    try:
        try:
            return _once(function, data, told, limits)
        except _NotBegun:  # an idle forker ends; a new one does not
            return _once(function, data, told, limits)
    except (_NotBegun, OSError) as fault:
        raise Unreadable(NOT_STARTED) from fault


def _once(function: str, data: bytes, told: Any, limits: Limits) -> Made:
    module, _, name = function.partition(":")
    message = {"module": module, "function": name, "told": told, "limits": asdict(limits)}
    with ExitStack() as stack:
        given, made, said = (stack.enter_context(_file()) for _ in range(3))
        given.write(data)
        given.flush()
        given.seek(0)
        ended = _outcome(json.dumps(message).encode(), [given, made, said], limits.seconds + GRACE)
        code = int(ended["code"])
        if code != WELL:
            # some libraries end their process where they cannot write
            code = TOO_LARGE if code == -signal.SIGABRT and _size(made) >= limits.output else code
            raise Unreadable(sentence(limits, code, bool(ended["late"])))
        return Made(_answer(said), _all(made, limits.output))


def _outcome(message: bytes, files: list[BinaryIO], patience: float) -> dict[str, Any]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        socket.send_fds(ours, [message], [file.fileno() for file in files])
        forker = _hand_over(theirs)
        theirs.close()
        ours.settimeout(patience)
        with ours.makefile("rb") as lines:
            try:
                if not lines.readline():
                    _forget(forker)
                    raise _NotBegun
                line = lines.readline()
            except TimeoutError:
                _forget(forker)
                return KILLED | {"late": True}
        if not line:  # the forker was killed, and the process with it
            _forget(forker)
            return KILLED
        ended: dict[str, Any] = json.loads(line)
        return ended


def _hand_over(talk: socket.socket) -> _Forker:
    with _lock:
        for _ in range(2):
            forker = _forkers[0] if _forkers else _Forker()
            if not _forkers:
                _forkers.append(forker)
            try:
                socket.send_fds(forker.control, [b"."], [talk.fileno()])
            except OSError:
                forker.close()
                _forkers.clear()
            else:
                return forker
    raise _NotBegun


def _forget(forker: _Forker) -> None:
    with _lock:
        if forker in _forkers:
            _forkers.remove(forker)
    forker.close()


def _answer(said: BinaryIO) -> Any:
    try:
        outcome = json.loads(_all(said, LONGEST_ANSWER))
        if "refusal" not in outcome:
            return outcome["answer"]
        refusal = str(outcome["refusal"])
    except (ValueError, LookupError, TypeError, RecursionError) as fault:
        raise Unreadable("The process that read the file gave no answer; nothing was changed.") from fault
    raise Unreadable(refusal)


def _size(file: BinaryIO) -> int:
    return os.fstat(file.fileno()).st_size


def _all(file: BinaryIO, most: int) -> bytes:
    if _size(file) > most:
        raise Unreadable(f"What was made of the file is larger than {most // 1024**2} MB.")
    file.seek(0)
    return file.read(most)


@contextlib.contextmanager
def _file() -> Iterator[BinaryIO]:
    """A file without a name: in memory where the system has such, else on disk."""
    if hasattr(os, "memfd_create"):
        with open(os.memfd_create("confined"), "w+b") as file:
            yield file
    else:
        with tempfile.TemporaryFile() as unnamed:
            yield unnamed


def _begin_anew() -> None:
    """In a process that was forked off ours: the forker is not its own."""
    global _lock
    _lock = threading.Lock()
    for forker in _forkers:
        forker.control.close()
    _forkers.clear()


@atexit.register
def _end() -> None:
    for forker in _forkers:
        forker.close()
    _forkers.clear()


os.register_at_fork(after_in_child=_begin_anew)
