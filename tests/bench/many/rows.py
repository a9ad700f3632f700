"""`make scale ARGS=1000000`: what an operator does with a record of so many filings, and how long each takes there.

Run with two sizes it tells what grows with the record. It needs some 4 GB of disk for a million filings.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event, Thread

from django.core.management import call_command
from django.db import connection

from tests import cluster
from tests.bench.many.asking import read
from tests.bench.many.seeded import seeded
from tests.bench.measuring import again, once, worst

TIMES = 20
PAGES = {
    "a list": "/filings/",
    "a list by a rare word": "/filings/?q=mandamus",
    "a search": "/search/?q=negligence",
    "a case": "{case}",
}
SIZES = """
    select coalesce(sum(pg_total_relation_size(oid)) filter (where relnamespace = 'public'::regnamespace), 0),
        coalesce(sum(pg_total_relation_size(oid)) filter (where relnamespace = 'published'::regnamespace), 0)
    from pg_class where relkind = 'r'
"""


def main() -> None:
    """Seed, measure, print a row each as soon as it is known."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.many.rows")
    parser.add_argument("filings", type=int, nargs="?", default=1_000_000)
    filings = parser.parse_args().filings
    with seeded(filings) as (address, name):
        from tests.processes.cached_site import public_site

        print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}", flush=True)
        _say("the record, the published tables", " and ".join(f"{size / 1e6:,.0f} MB" for size in _sizes()))
        with public_site(address) as port:
            for what, words in _measured(port, name):
                _say(what, words)


def _say(what: str, words: str) -> None:
    print(f"{what:<44} {words}", flush=True)


def _measured(port: int, name: str) -> Iterator[tuple[str, str]]:
    yield from _pages(port)
    yield "the CSV of all filings", _seconds(lambda: _fetch(port, "/filings.csv"))
    yield from _imports(port)
    yield from _acts()
    yield "check_published", _seconds(_compared)
    yield "migrate, with nothing to do", _seconds(lambda: call_command("migrate", verbosity=0))
    yield "check_published --rebuild, as a release does", _seconds(_rebuild)
    yield from _backups(name)


def _seconds(what: Callable[[], object]) -> str:
    return f"{once(what) / 1000:,.1f} s"


def _sizes() -> tuple[int, int]:
    with connection.cursor() as cursor:
        cursor.execute(SIZES)
        record, published = cursor.fetchone()
        return int(record), int(published)


def _pages(port: int) -> Iterator[tuple[str, str]]:
    from docket.models import Case

    case = Case.objects.filter(visibility="public").order_by("-pk")[0].get_absolute_url()
    for what, page in PAGES.items():
        address = page.format(case=case)
        _fetch(port, address)
        yield f"{what}, 95 %", f"{worst(again(lambda address=address: _fetch(port, address), TIMES)):,.0f} ms"  # type: ignore[misc]


def _fetch(port: int, page: str) -> None:
    """Raises AssertionError unless it came whole."""
    told = read(port, {"page": [page]}, 1, lambda asked: asked < 1)
    assert told.errors == 0, (page, told.statuses)


def _imports(port: int) -> Iterator[tuple[str, str]]:
    from tests.bench import imports

    call_command("load_forums", verbosity=0)
    for number in range(3):
        imports._import(imports._page(20, 900 + number))
    alone, beside = imports._page(1000, 800), imports._page(1000, 801)
    yield "import of a page of 1,000 entries", _seconds(lambda: imports._import(alone))
    with _downloading(port):
        yield "… while all filings are downloaded", _seconds(lambda: imports._import(beside))


@contextmanager
def _downloading(port: int) -> Iterator[None]:
    """The file of all filings, again and again."""
    over = Event()

    def go_on() -> None:
        while not over.is_set():
            _fetch(port, "/filings.csv")

    beside = Thread(target=go_on)
    beside.start()
    try:
        time.sleep(1)
        yield
    finally:
        over.set()
        beside.join()


def _acts() -> Iterator[tuple[str, str]]:
    from docket.publishing.verbs import act
    from tests.bench.large_case import large_case

    for filings in (10_000, 20):
        case = large_case(filings)
        for verb in ("publish", "seal"):
            done = partial(act, verb, case, actor=None, reason="bench")
            yield f"{verb} a case of {filings:,} filings", _seconds(done)


def _compared() -> None:
    """What the check reads; what it finds does not count, as the seeding wrote past the drain."""
    from docket.publishing.wall import inspection

    inspection.findings()


def _rebuild() -> None:
    from django.db import connections, transaction

    from docket.publishing.wall import lifecycle

    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        lifecycle.arm(cursor)


def _backups(name: str) -> Iterator[tuple[str, str]]:
    from config.data_folder import make_data_folder
    from config.keeping import backup

    (make_data_folder() / backup.FILES).mkdir(exist_ok=True)
    made: list[Path] = []
    source = cluster.address("docket_migrate", name)
    taken = _seconds(lambda: made.append(backup.backup(source, None, lambda words: None)))
    yield "backup", f"{taken}, {made[0].stat().st_size / 1e6:,.0f} MB"
    target = f"{name}_restored"
    with cluster.connect() as admin, backup.read(made[0]) as tar, backup.scratch_folder() as scratch:
        place = cluster.address("postgres", target)
        yield "restore", _seconds(lambda: backup.restore_database(tar, admin, place, scratch))
        backup.drop(admin, target)


if __name__ == "__main__":
    main()
