"""How far the import of one file has come, for whoever waits for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


class Progress:
    """Keeps count and tells nobody: a small import is done before anyone could look.

    `tell` is called at each step and for each entry, so it must be quick; what it raises ends the import.
    """

    total = 0
    """Entries of the file, once it was read."""
    done = 0

    def read(self, total: int) -> None:
        """The file was read and has so many entries."""
        self.total = total
        self.tell()

    def counting(self, entries: Iterable[T]) -> Iterator[T]:
        """The same entries, each counted as it is asked for."""
        for entry in entries:
            self.count()
            yield entry

    def count(self) -> None:
        """Another entry was taken over."""
        self.done += 1
        self.tell()

    def tell(self) -> None:
        """Called when another step was taken; here nothing follows, a subclass tells whoever waits."""
