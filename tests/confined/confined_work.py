"""What the tests of docket.confined have done in a confined process."""

import os
import resource
import signal
import socket
import subprocess
import threading
from importlib import import_module
from typing import Any, BinaryIO

from docket.confined import Unreadable

MB = 1024 * 1024


def echo(given: BinaryIO, made: BinaryIO, told: Any) -> Any:
    made.write(given.read())
    return told


def take_memory(given: BinaryIO, made: BinaryIO, told: Any) -> int:
    return len(bytearray(told * MB))


def swallow_no_memory(given: BinaryIO, made: BinaryIO, told: Any) -> None:
    try:
        bytearray(told * MB)
    except MemoryError as fault:
        raise ValueError from fault


def spin(given: BinaryIO, made: BinaryIO, told: Any) -> None:
    while True:
        pass


def wait(given: BinaryIO, made: BinaryIO, told: Any) -> None:
    signal.pause()


def write(given: BinaryIO, made: BinaryIO, told: Any) -> None:
    for _ in range(told):
        made.write(bytes(MB))


def chatter(given: BinaryIO, made: BinaryIO, told: Any) -> str:
    return "x" * 2 * MB


def refuse(given: BinaryIO, made: BinaryIO, told: Any) -> None:
    raise Unreadable("The page is of a fish.")


def ask_for_what_is_not_installed(given: BinaryIO, made: BinaryIO, told: Any) -> str:
    """As parsers do that use a faster one where it is there."""
    try:
        import_module(told)
    except ImportError:
        return "not there"
    return "there"


def stumble(given: BinaryIO, made: BinaryIO, told: Any) -> int:
    return 1 // 0


def crash(given: BinaryIO, made: BinaryIO, told: Any) -> None:
    os.kill(os.getpid(), told)


def leave(given: BinaryIO, made: BinaryIO, told: Any) -> None:
    os._exit(0)


def reach_out(given: BinaryIO, made: BinaryIO, told: Any) -> dict[str, str]:
    """What happens at each way out."""
    ways = {
        "file": lambda: os.open(told, os.O_RDONLY),
        "new file": lambda: os.open(f"{told}.new", os.O_WRONLY | os.O_CREAT),
        "socket": lambda: socket.socket(),
        "pair": lambda: socket.socketpair(),
        "pipe": lambda: os.pipe(),
        "copy": lambda: os.dup(2),
        "program": lambda: subprocess.run(["/bin/true"], check=True),
        "more": lambda: resource.setrlimit(resource.RLIMIT_CPU, (999, 999)),
    }
    found = {}
    for name, way in ways.items():
        try:
            way()
            found[name] = "open"
        except (OSError, ValueError) as fault:
            found[name] = type(fault).__name__
    return found


def look_around(given: BinaryIO, made: BinaryIO, told: Any) -> dict[str, Any]:
    """What the process has of its caller's."""
    return {
        "environment": dict(os.environ),
        "nice": os.nice(0),
        "group": os.getpgid(0) == os.getpid(),
        "cores": resource.getrlimit(resource.RLIMIT_CORE)[0],
        "threads": threading.active_count(),
        "open": sum(1 for number in range(256) if _is_open(number)),
    }


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def kill_itself(given: BinaryIO, made: BinaryIO, told: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def answer_nonsense(given: BinaryIO, made: BinaryIO, told: Any) -> list[int]:
    return [1, 2]


def answer_no_docket(given: BinaryIO, made: BinaryIO, told: Any) -> dict[str, Any]:
    made.write(b'[["district docket"]]')
    return {"kind": "district docket", "refused": None}
