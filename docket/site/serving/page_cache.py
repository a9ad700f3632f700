"""Rendered pages kept in the process, each under the revision that it shows; the least used leave first.

The caller reads the revision through `published` on every request, so a page that shows what has since been sealed is
never found again.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock


class PageCache:
    """At most `largest` bytes of pages. One entry for an address: a newer revision takes the place of the older."""

    def __init__(self, largest: int) -> None:
        self.largest, self._size = largest, 0
        self._pages: OrderedDict[str, tuple[str, bytes]] = OrderedDict()
        self._lock = Lock()

    def get(self, address: str, revision: str) -> bytes | None:
        """The page as rendered at that revision."""
        with self._lock:
            found = self._pages.get(address)
            if found is None or found[0] != revision:
                return None
            self._pages.move_to_end(address)
            return found[1]

    def put(self, address: str, revision: str, page: bytes) -> None:
        """Keep a page, unless it alone is too large."""
        with self._lock:
            if old := self._pages.pop(address, None):
                self._size -= len(old[1])
            if len(page) > self.largest:
                return
            self._pages[address] = (revision, page)
            self._size += len(page)
            while self._size > self.largest:
                _, (_, dropped) = self._pages.popitem(last=False)
                self._size -= len(dropped)
