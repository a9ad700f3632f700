"""Reading a part of a stored file, wherever it is, without reading the rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docket.publishing.storing.bucket import CHUNK, Bucket


def part(storage: Any, name: str, first: int, last: int) -> Iterator[bytes]:
    """The bytes from first to last, both with it, in pieces. Raises FileNotFoundError and other OSErrors at once."""
    if isinstance(storage, Bucket):
        return storage.part(name, first, last)
    file = storage.open(name, "rb")
    file.seek(first)
    return _pieces(file, last - first + 1)


def _pieces(file: Any, left: int) -> Iterator[bytes]:
    with file:
        while left > 0 and (piece := file.read(min(CHUNK, left))):
            left -= len(piece)
            yield piece
