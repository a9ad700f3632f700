"""Many readers at once, each with one question after the other, in one process that does little else."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

LONGEST = 120  # seconds that a reader waits


@dataclass
class Told:
    """What came of all questions: statuses, or the name of what went wrong; milliseconds of each answer, by kind."""

    statuses: Counter[str] = field(default_factory=Counter)
    taken: dict[str, list[float]] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def errors(self) -> int:
        return sum(self.statuses.values()) - self.statuses["200"]

    @property
    def all_taken(self) -> list[float]:
        return sorted(each for taken in self.taken.values() for each in taken)

    @property
    def a_second(self) -> float:
        return sum(self.statuses.values()) / self.seconds

    def share(self, part: float) -> float:
        """The milliseconds within which that part of all answers came."""
        taken = self.all_taken
        return taken[min(int(len(taken) * part), len(taken) - 1)]


def read(port: int, pages: dict[str, Sequence[str]], readers: int, goes_on: Callable[[int], bool]) -> Told:
    """Ask while `goes_on`, of how many were asked. pages: by kind, asked in the proportion of a kind's repeats."""
    return asyncio.run(_read(port, pages, readers, goes_on))


async def _read(port: int, pages: dict[str, Sequence[str]], readers: int, goes_on: Callable[[int], bool]) -> Told:
    told, asked = Told(), 0

    async def one_after_the_other(seed: int) -> None:
        nonlocal asked
        choice = random.Random(seed)
        while goes_on(asked):
            asked += 1
            kind = choice.choice(list(pages))
            begun = time.perf_counter()
            status = await _status(port, choice.choice(pages[kind]))
            told.statuses[status] += 1
            told.taken.setdefault(kind.split("/")[0], []).append((time.perf_counter() - begun) * 1000)

    begun = time.perf_counter()
    await asyncio.gather(*(one_after_the_other(seed) for seed in range(readers)))
    told.seconds = time.perf_counter() - begun
    return told


async def _status(port: int, path: str) -> str:
    """The status of one answer that came whole."""
    try:
        async with asyncio.timeout(LONGEST):
            reading, writing = await asyncio.open_connection("127.0.0.1", port)
            asked = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"
            writing.write(asked.encode())
            said = await reading.read()
            writing.close()
            return _whole(said)
    except (OSError, TimeoutError) as error:
        return type(error).__name__


def _whole(said: bytes) -> str:
    head, _, body = said.partition(b"\r\n\r\n")
    told = dict(line.split(b": ", 1) for line in head.lower().split(b"\r\n")[1:])
    is_cut = int(told.get(b"content-length", len(body))) != len(body)
    if is_cut or (b"transfer-encoding" in told and not body.endswith(b"0\r\n\r\n")):
        return "cut short"
    return head[9:12].decode() or "nothing"
