"""A pipe of which only the supervisor holds the writing end: when it ends, by whatever signal, its children notice."""

import os
import threading
from collections.abc import Callable
from functools import cache
from typing import Any

VARIABLE = "DOCKET_LIFELINE"


def popen_arguments(environment: dict[str, str]) -> dict[str, Any]:
    """What makes a child hold the reading end."""
    return {"pass_fds": [_reading_end()], "env": environment | {VARIABLE: str(_reading_end())}}


def watch(on_end: Callable[[], None]) -> None:
    """In the child: call `on_end`, from a thread, when the supervisor has ended. Nothing without a supervisor."""

    def wait(end: int) -> None:
        os.read(end, 1)
        on_end()

    if given := os.environ.get(VARIABLE):
        threading.Thread(target=wait, args=[int(given)], daemon=True).start()


@cache
def _reading_end() -> int:
    reading, _writing = os.pipe()  # the writing end stays open for the life of this process
    return reading
