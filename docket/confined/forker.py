"""The process that forks confined ones: it has imported what they need, so that each begins in milliseconds.

One thread, one loop. It ends when its caller goes, whose end of the socket is then closed, or after an idle time; its
children end with it. On the caller's socket comes a byte for each call with the call's own socket; on that the call as
JSON with the files to read and to write. Back go two lines: the number of the process, and how it ended.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import select
import signal
import socket
import sys
import time
import traceback
from dataclasses import dataclass
from importlib import import_module
from typing import Any, NoReturn

from docket.confined import inside
from docket.confined.limits import Limits

IDLE = 300.0  # seconds
LONGEST_CALL = 64 * 1024  # bytes of a call's JSON


@dataclass
class Running:
    """A call that a child answers. deadline: of the monotonic clock, in seconds; late: it was ended for its time."""

    talk: socket.socket
    deadline: float
    late: bool = False


class Forker:
    """The loop, on the caller's socket."""

    def __init__(self, control: socket.socket) -> None:
        self.control = control
        self.running: dict[int, Running] = {}
        self.woken, self.wake = os.pipe()
        for end in (self.woken, self.wake):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(self.wake, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)

    def serve(self) -> None:
        """Until the caller goes, or nothing came for long."""
        try:
            while self._turn():
                pass
        finally:
            for pid in self.running:
                _kill(pid)

    def _turn(self) -> bool:
        talks = {running.talk.fileno(): pid for pid, running in self.running.items()}
        nearest = min((running.deadline for running in self.running.values()), default=float("inf"))
        waiting = max(0.0, min(nearest - time.monotonic(), IDLE))
        ready, _, _ = select.select([self.control, self.woken, *talks], [], [], waiting)
        if not ready and not self.running:
            return False
        for talk, pid in talks.items():
            if talk in ready:  # nobody writes there any more: the caller has given up
                _kill(pid)
        with contextlib.suppress(BlockingIOError):
            os.read(self.woken, 4096)
        self._end_what_is_late()
        self._reap()
        return self.control not in ready or self._begin()

    def _begin(self) -> bool:
        byte, sockets, _, _ = socket.recv_fds(self.control, 1, 1)
        if not byte:
            return False
        talk = socket.socket(fileno=sockets[0])
        message, files, _, _ = socket.recv_fds(talk, LONGEST_CALL, 3)
        call = json.loads(message)
        try:
            function = getattr(import_module(call["module"]), call["function"])
        except Exception:  # a fault of the program: the caller gets a sentence, the log the details
            traceback.print_exc()
            talk.close()
            for file in files:
                os.close(file)
            return True
        gc.collect()
        gc.freeze()
        self._fork(talk, files, call, function)
        return True

    def _fork(self, talk: socket.socket, files: list[int], call: dict[str, Any], function: Any) -> None:
        limits = Limits(**call["limits"])
        parent = os.getpid()
        pid = os.fork()
        if pid == 0:
            signal.set_wakeup_fd(-1)
            for end in (self.woken, self.wake):
                os.close(end)
            for ours in (self.control, talk, *(running.talk for running in self.running.values())):
                ours.close()
            inside.work(function, files, call["told"], limits, parent)
        with contextlib.suppress(OSError):  # the child does it too, whoever is first
            os.setpgid(pid, pid)
        for file in files:
            os.close(file)
        self.running[pid] = Running(talk, time.monotonic() + limits.seconds)
        _tell(talk, {"pid": pid})

    def _end_what_is_late(self) -> None:
        for pid, running in self.running.items():
            if not running.late and time.monotonic() >= running.deadline:
                running.late, running.deadline = True, float("inf")
                _kill(pid)

    def _reap(self) -> None:
        for pid in list(self.running):
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                running = self.running.pop(pid)
                _tell(running.talk, {"code": os.waitstatus_to_exitcode(status), "late": running.late})
                running.talk.close()


def _tell(talk: socket.socket, what: dict[str, Any]) -> None:
    with contextlib.suppress(OSError):  # the caller has gone
        talk.sendall(json.dumps(what).encode() + b"\n")


def _kill(pid: int) -> None:
    """A child and its group; it cannot be another's number, for it was not reaped yet."""
    for kill in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            kill(pid, signal.SIGKILL)


def main(descriptor: int) -> NoReturn:
    """Serve on an inherited socket."""
    Forker(socket.socket(fileno=descriptor)).serve()
    sys.exit(0)
