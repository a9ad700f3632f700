"""Giving memory back between two imports."""

import ctypes


def give_back() -> None:
    """What a large page took and left goes back to the system, or the next one's would come on top of it.

    glibc keeps freed memory for itself; other C libraries have no such function and need none.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim:
        trim(0)
