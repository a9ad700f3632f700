"""When what ended by itself is started again: at once, then after longer and longer pauses, and at last no more.

The same for the web servers, the worker and the database of `make run`.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

PAUSES = (0.0, 1.0, 2.0, 4.0, 8.0, 16.0)  # seconds before the first, second … start anew
WITHIN = 300.0  # seconds; failures longer ago count no more


class FailedRepeatedly(Exception):
    """It ended more often than it is worth trying."""


@dataclass
class Restarts:
    """Of one process. `clock` is in seconds."""

    name: str
    clock: Callable[[], float] = time.monotonic
    failures: list[float] = field(default_factory=list)

    def pause(self) -> float:
        """Note that it ended; how long to wait before it is started again. FailedRepeatedly after as many as PAUSES."""
        now = self.clock()
        self.failures = [at for at in self.failures if now - at < WITHIN] + [now]
        if len(self.failures) > len(PAUSES):
            raise FailedRepeatedly(f"{self.name} ended {len(self.failures)} times within {WITHIN / 60:.0f} minutes.")
        return PAUSES[len(self.failures) - 1]
