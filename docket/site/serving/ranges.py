"""The part of a file that a browser asks for, to go on where it stopped or to show a page in the middle. Pure."""

from __future__ import annotations

import re

ONE = re.compile(r"^bytes=(\d*)-(\d*)$")


class Unsatisfiable(Exception):
    """What is asked for lies behind the file's end: 416."""


def asked(header: str, size: int) -> tuple[int, int] | None:
    """The first and the last byte; None where the whole is to be sent: no range, several, or one that is none.

    >>> asked("bytes=0-99", 1000), asked("bytes=900-", 1000), asked("bytes=-100", 1000), asked("bytes=5-2", 1000)
    ((0, 99), (900, 999), (900, 999), None)
    """
    found = ONE.match(header.replace(" ", ""))
    if not found or not any(found.groups()) or any(len(each) > 18 for each in found.groups()):
        return None
    first, last = found.groups()
    if not first:
        return _end(int(last), size)
    if int(first) >= size:
        raise Unsatisfiable
    if last and int(last) < int(first):
        return None
    return int(first), min(int(last or size), size - 1)


def _end(length: int, size: int) -> tuple[int, int]:
    if not (length and size):
        raise Unsatisfiable
    return max(0, size - length), size - 1
