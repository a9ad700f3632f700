"""What happens in the confined process itself, from its fork to its end."""

from __future__ import annotations

import errno
import json
import os
import signal
import sys
import traceback
from collections.abc import Callable
from importlib.machinery import BuiltinImporter, FrozenImporter
from typing import Any, BinaryIO, NoReturn

from docket.confined.limits import BROKEN, MB, NO_MEMORY, TOO_LARGE, WELL, Limits, Unreadable, bind

Plain = Any
"""What JSON can say."""
Work = Callable[[BinaryIO, BinaryIO, Plain], Plain]
"""Reads the given file, writes the one that is made, and answers; told what it needs to know besides."""


def work(function: Work, files: list[int], told: Plain, limits: Limits, parent: int) -> NoReturn:
    """Run the function on the files given, made and said, under limits; then end without any of the parent's clean-up.

    Sockets and pipes of the parent must be closed by now.
    """
    code = BROKEN
    try:
        _part_from_parent()
        bind(limits, parent)
        # what is not loaded now is not there: to look for it in a folder that changed would be to open that folder
        sys.meta_path[:] = [BuiltinImporter, FrozenImporter]
        code = _run(function, files, told)
    except BaseException as fault:  # whatever it is, this process must not go on as its parent
        code = _code_of(fault)
        if code == BROKEN:
            traceback.print_exc()
    finally:
        os._exit(code)


def _part_from_parent() -> None:
    """A group of its own, and none of its parent's ways to hear signals."""
    os.setpgid(0, 0)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    # an error instead of a signal, so that the sentence can be right
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


def _run(function: Work, files: list[int], told: Plain) -> int:
    with open(files[0], "rb") as given, open(files[1], "r+b", buffering=MB) as made, open(files[2], "wb") as said:
        try:
            answer = {"answer": function(given, made, told)}
            made.flush()
        except Unreadable as refusal:
            answer = {"refusal": str(refusal)}
        except Exception as fault:
            if _code_of(fault) != BROKEN:
                raise
            traceback.print_exc()
            answer = {"refusal": f"The file could not be read ({type(fault).__name__})."}
        said.write(json.dumps(answer).encode())
    return WELL


def _code_of(fault: BaseException | None) -> int:
    """A limit, if one is at the bottom of a fault: parsers make faults of their own of it."""
    while fault is not None:
        if isinstance(fault, MemoryError):
            return NO_MEMORY
        if isinstance(fault, OSError) and fault.errno == errno.EFBIG:
            return TOO_LARGE
        fault = fault.__cause__ or fault.__context__
    return BROKEN
