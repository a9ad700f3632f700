"""How something is measured: again and again, side by side with what it is compared with, in one process."""

from __future__ import annotations

import resource
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import psutil
from django.db import connection

T = TypeVar("T")


@dataclass(frozen=True)
class Row:
    """A line of the table: what was measured, the goal, what came out, and whether that meets the goal."""

    what: str
    goal: str
    measured: str
    met: bool


def once(what: Callable[[], Any]) -> float:
    """Milliseconds."""
    begun = time.perf_counter()
    what()
    return (time.perf_counter() - begun) * 1000


def again(what: Callable[[], Any], times: int) -> list[float]:
    """Milliseconds of each time."""
    return [once(what) for _ in range(times)]


def with_busy(what: Callable[[], T]) -> tuple[T, float]:
    """What it gives, and the milliseconds of processor time that it took here and in its session of the database.

    Those are much the same on a machine that does other things too.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_backend_pid()")
        (session,) = cursor.fetchone()
    before = _busy(session)
    done = what()
    return done, _busy(session) - before


def _busy(session: int) -> float:
    busy = time.process_time()
    if psutil.pid_exists(session):  # not on a server elsewhere
        spent = psutil.Process(session).cpu_times()
        busy += spent.user + spent.system
    return busy * 1000


def in_turn(*whats: Callable[[], Any], times: int) -> list[list[float]]:
    """Each in its turn, so that whatever else the machine does slows all of them alike."""
    rounds = [[once(what) for what in whats] for _ in range(times)]
    return [list(taken) for taken in zip(*rounds, strict=True)]


def usual(taken: list[float]) -> float:
    """The median."""
    return statistics.median(taken)


def worst(taken: list[float]) -> float:
    """The 95th percentile."""
    return sorted(taken)[max(int(len(taken) * 0.95) - 1, 0)]


def memory() -> float:
    """The most that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def within(what: str, goal: float, measured: float, more: str = "") -> Row:
    """A row of milliseconds."""
    return Row(what, f"≤ {goal:,.0f} ms", f"{measured:,.0f} ms{more}", measured <= goal)


def ratio(what: str, goal: float, ours: float, bare: float) -> Row:
    """A row of one time against another."""
    says = f"{ours / bare:.2f} ({_said(ours)} / {_said(bare)})"
    return Row(what, f"≤ {goal} ×", says, ours <= goal * bare)


def _said(taken: float) -> str:
    return f"{taken / 1000:.1f} s" if taken >= 1000 else f"{taken:.1f} ms"


def show(rows: Iterator[Row]) -> None:
    """Print each as soon as it is known."""
    for row in rows:
        print(f"{row.what:<50} {row.goal:>9}  {row.measured:<30} {'met' if row.met else 'NOT MET'}", flush=True)
