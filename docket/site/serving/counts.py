"""How often one visitor asks: counted by address, and of IPv6 by the network of 64 bits that one line has."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from django.http import HttpRequest

from docket.site.serving.client_address import client_address, network_of

MINUTE = 60
MOST_KEPT = 50_000  # networks; the one not seen for longest is forgotten first


class Counts:
    """Requests of each network in its present minute, of this process."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self._seen: OrderedDict[str, tuple[float, int]] = OrderedDict()
        self._lock = Lock()

    def wait(self, network: str, most: int) -> float:
        """Count one more; the seconds to wait where that is too many, else 0."""
        now = self.clock()
        with self._lock:
            began, number = self._seen.pop(network, (now, 0))
            if now - began >= MINUTE:
                began, number = now, 0
            self._seen[network] = (began, number + 1)
            if len(self._seen) > MOST_KEPT:
                self._seen.popitem(last=False)
        return began + MINUTE - now if number >= most else 0.0


def visitor_of(request: HttpRequest) -> str:
    """The visitor's network; a text that is no address stands for itself."""
    text = client_address(request)
    return str(network_of(text) or text[:60]).removesuffix("/32")
