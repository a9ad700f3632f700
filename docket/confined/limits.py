"""How much a confined process may take, and the sentence for each way in which it can fail."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
from dataclasses import dataclass

MB = 1024 * 1024
PRIORITY = 5
PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS = 1, 38
STATM = "/proc/self/statm"

# How a confined process ends.
WELL, NO_MEMORY, TOO_LARGE, BROKEN = 0, 70, 71, 72


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call may take."""

    memory: int = 256 * MB
    """Bytes of address space beyond what the process has when it begins."""
    seconds: int = 20
    """Of wall time, and of processor time."""
    output: int = 64 * MB
    """Bytes that it may write."""


class Unreadable(Exception):
    """Nothing came of a call; the words are a sentence for whoever sent the file."""


def bind(limits: Limits, parent: int) -> None:
    """Bind this process, for good. `parent` is the process whose end must be ours."""
    _die_with(parent)
    os.nice(PRIORITY)
    _at_most(resource.RLIMIT_CORE, 0)
    # at the lower the kernel says why (SIGXCPU), at the higher it kills
    _at_most(resource.RLIMIT_CPU, limits.seconds + 1, limits.seconds + 3)
    _at_most(resource.RLIMIT_FSIZE, limits.output)
    if os.path.exists(STATM):
        _at_most(resource.RLIMIT_AS, _address_space() + limits.memory)
    _at_most(resource.RLIMIT_NPROC, 0)
    # last: from here on nothing can be opened, by whatever code
    _at_most(resource.RLIMIT_NOFILE, 0)


def _at_most(what: int, much: int, at_the_very_most: int | None = None) -> None:
    """Lower a limit; one that is lower already stays."""
    most = much if at_the_very_most is None else at_the_very_most
    _, hard = resource.getrlimit(what)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (min(much, most), most))


def _address_space() -> int:
    with open(STATM, encoding="ascii") as statm:
        return int(statm.read().split()[0]) * resource.getpagesize()


def _die_with(parent: int) -> None:
    if sys.platform == "linux":
        prctl = ctypes.CDLL(None, use_errno=True).prctl
        prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(BROKEN)


def sentence(limits: Limits, code: int, late: bool) -> str:
    """Why a process that ended with `code` (negative: by that signal) gave nothing."""
    if late or code == -signal.SIGXCPU:
        return f"The file takes more than {limits.seconds} seconds to be read."
    if code == NO_MEMORY:
        return f"The file needs more than {limits.memory // MB} MB to be read."
    if code in (TOO_LARGE, -signal.SIGXFSZ):
        return f"What was made of the file is larger than {limits.output // MB} MB."
    if code == -signal.SIGKILL:
        return "The process that read the file was ended from outside; nothing was changed. Try again."
    if code == -signal.SIGABRT:  # how libraries in C++ and Rust end when they get no memory
        return f"The file needs more than {limits.memory // MB} MB to be read, or makes what reads it break off."
    if code < 0:
        return f"The file made the process that read it crash ({signal.Signals(-code).name})."
    return "The process that read the file broke off; nothing was changed."
