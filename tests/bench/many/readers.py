"""`python -m tests.bench.many.readers`: 200 readers of pages, searches and files of the public site on two processes.

`--requests=100000` asks so many, `--minutes=30` goes on so long instead. Printed: errors, answers a second and how long
the slowest hundredth took, each also as a multiple of a bare view of the same server; and by how much memory grew.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Iterator, Sequence

import psutil
from django.db import connection

from tests.bench.many.asking import Told, read
from tests.bench.many.seeded import seeded
from tests.bench.measuring import Row, show

READERS = 200
SETTLED = 0.2  # of all questions, after which memory is first looked at: by then every page was asked for
GROWTH = 5  # percent
BARE = 4000  # questions to the bare view


def pages() -> dict[str, Sequence[str]]:
    """By kind; a kind that stands twice is asked twice as often."""
    from docket.models import Case, Filing

    found = list(Case.objects.filter(visibility="public").order_by("-pk")[:300])
    cases, addresses = [case.public_id for case in found], [case.get_absolute_url() for case in found]
    filings = Filing.objects.filter(visibility="public").order_by("-pk").values_list("public_id", flat=True)[:300]
    words = ("mandamus", "negligence", "venue+damages", "%22granting+mandamus%22", "Party+1777", "20cv1777&all=1")
    return {
        "case": addresses,
        "case/again": addresses,
        "filing": [f"/filings/{filing}/" for filing in filings],
        "list": ["/filings/", "/cases/", "/parties/", "/", "/filings/?q=mandamus", "/cases/?q=Roe+Poe"],
        "search": [f"/search/?q={each}" for each in words],
        "CSV of a case": [f"/cases/{case}/filings.csv" for case in cases],
        "feed": [f"/cases/{case}/latest.atom" for case in cases],
        "API": [f"/api/v1/cases/{case}/" for case in cases],
    }


def main() -> None:
    """Seed, serve, ask, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.many.readers")
    parser.add_argument("--requests", type=int, default=20_000)
    parser.add_argument("--minutes", type=float)
    parser.add_argument("--filings", type=int, default=20_000)
    asked = parser.parse_args()
    with seeded(asked.filings) as (address, _):
        from tests.processes.cached_site import public_site

        found = pages()
        with public_site(address, application="tests.bench.many.served:application") as port:
            print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}", flush=True)
            show(_rows(port, found, asked.requests, asked.minutes))


def _rows(port: int, found: dict[str, Sequence[str]], requests: int, minutes: float | None) -> Iterator[Row]:
    bare = read(port, {"bare": ["/bare/"]}, READERS, lambda asked: asked < BARE)
    end = time.monotonic() + (minutes or 0) * 60
    early = read(port, found, READERS, _until(int(requests * SETTLED), minutes and end - minutes * 60 * (1 - SETTLED)))
    before, spent = _memory(port), _spent(port)
    late = read(port, found, READERS, _until(int(requests * (1 - SETTLED)), minutes and end))
    spent = _spent(port) - spent
    grown = (_memory(port) / before - 1) * 100
    asked, wrong = sum(sum(each.statuses.values()) for each in (early, late)), early.errors + late.errors
    statuses = ", ".join(f"{n:,} × {status}" for status, n in sorted((early.statuses + late.statuses).items()))
    yield Row(f"{asked:,} answers to {READERS} readers", "0 errors", statuses, not wrong)
    yield Row(
        "answers a second", "", f"{late.a_second:,.0f}, 1/{bare.a_second / late.a_second:.1f} of a bare view's", True
    )
    each = spent / sum(late.statuses.values()) * 1000
    yield Row("processor time of an answer", "", f"{each:.1f} ms, with its sessions of PostgreSQL", True)
    yield _slowest("all", late, bare)
    for kind in sorted(late.taken):
        yield _slowest(kind, Told(taken={kind: late.taken[kind]}), bare)
    yield Row("memory grown", f"≤ {GROWTH} %", f"{grown:.1f} % of {before / 1e6:,.0f} MB", grown <= GROWTH)


def _until(most: int, end: float | None) -> Callable[[int], bool]:
    return (lambda asked: time.monotonic() < end) if end else (lambda asked: asked < most)


def _slowest(what: str, ours: Told, bare: Told) -> Row:
    words = f"{ours.share(0.99):,.0f} ms, {ours.share(0.99) / bare.share(0.99):.1f} × a bare view's"
    return Row(f"99 % of {what} within", "", words, True)


def _memory(port: int) -> float:
    """Bytes that the workers of the server at that port hold and share with nobody."""
    return float(sum(worker.memory_full_info().uss for worker in _workers(port)))


def _spent(port: int) -> float:
    """Seconds of processor time so far: of the workers, and of PostgreSQL with all sessions that it has had."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_backend_pid()")
        postmaster = psutil.Process(cursor.fetchone()[0]).parent()
    assert postmaster
    ended = postmaster.cpu_times()
    times = [process.cpu_times() for process in [*_workers(port), *postmaster.children()]]
    return float(sum(each.user + each.system for each in times) + ended.children_user + ended.children_system)


def _workers(port: int) -> list[psutil.Process]:
    """Of the gunicorn that listens there: its first process starts them."""
    listening = {
        c.pid for c in psutil.net_connections("tcp") if c.status == "LISTEN" and c.laddr and c.laddr.port == port
    }
    processes = [psutil.Process(pid) for pid in listening if pid]
    return [process for process in processes if process.ppid() in listening] or processes


if __name__ == "__main__":
    main()
