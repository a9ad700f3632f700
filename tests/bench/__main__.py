"""`make bench`: everything on a throwaway PostgreSQL; `make bench ARGS="case import"` picks rows.

`make bench ARGS="lists --keep=/var/tmp/bench"` keeps server and seeded databases there for the next run.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from django.core.management import call_command

from config.data_folder import CHECKOUT
from tests import cluster  # first: it names the throwaway data folder
from tests.bench.measuring import once, show

if TYPE_CHECKING:
    from docket.models import Case

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("JURISCRAPER_LOG", os.devnull)  # as docket/intake/court_pages/pacer/report.py does
PARTS = ("export", "lists", "case", "publishing", "import")
LARGE, SMALL = f"{cluster.TEST_DATABASE}_bench", f"{cluster.TEST_DATABASE}_bench_small"


def main() -> None:
    """Seed, measure, print, leave nothing but what is to be kept."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--small", action="store_true", help="20,000 filings instead of 1,000,000")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="use the databases kept there, or make them first")
    asked = parser.parse_args()
    parts = asked.parts or list(PARTS)
    # an import is as fast beside a million filings: for nothing else they are not seeded
    filings = 20_000 if asked.small or parts == ["import"] else 1_000_000
    if asked.keep:
        cluster.keep_in(asked.keep)
    import django
    from django.conf import settings

    django.setup()
    settings.DEBUG = False  # as in use: Django would keep every statement, with a million rows in it
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}: a busy machine spoils all but the ratios")
    try:
        if {"export", "lists"} & set(parts):
            with _seeded(SMALL, filings // 100):
                pass
        with _seeded(LARGE, filings):
            _measure(parts)
    finally:
        if asked.keep:
            cluster.stop()
        else:
            cluster.pytest_unconfigure(None)  # type: ignore[arg-type]


def _measure(parts: list[str]) -> None:
    from tests.bench import imports, large_case, publishing, samples, texts

    _read(None, [part for part in parts if part in ("export", "lists")])
    if {"case", "publishing"} & set(parts):
        case = large_case.large_case()
        show(publishing.rows("publish", case))
        _read(case, [part for part in parts if part == "case"])
        show(publishing.rows("seal", case))
    if "import" in parts:
        show(imports.rows())
        show(samples.rows())
        show(texts.rows())


@contextmanager
def _seeded(name: str, filings: int) -> Iterator[None]:
    """In use, with that many filings, or more where a kept one has them."""
    from tests.bench.seeding import seed

    if not _has(name, filings):
        cluster.make_database(name)
    with cluster.use_database(name):
        call_command("migrate", database="owner", verbosity=0)
        if not _has(name, filings):
            with cluster.connect(database=name) as admin:
                taken = once(lambda: seed(admin, filings))
            print(f"{filings:,} filings over {filings // 10:,} cases, seeded in {taken / 1000:.0f} s", flush=True)
        yield


def _has(name: str, filings: int) -> bool:
    with cluster.connect() as admin:
        if not admin.execute("select from pg_database where datname = %s", [name]).rowcount:
            return False
    with cluster.connect(database=name) as admin:
        if not admin.execute("select from pg_tables where tablename = 'docket_filing'").rowcount:
            return False
        ((number,),) = admin.execute("select count(*) from public.docket_filing").fetchall()
        return bool(number >= filings)


def _read(case: Case | None, parts: list[str]) -> None:
    """Measure what the public site answers, with the public role alone."""
    if not parts:
        return
    environment = {name: value for name, value in os.environ.items() if not name.endswith("DATABASE_URL")}
    environment |= {
        "DOCKET_SITE": "public",
        "DOCKET_ENV": "development",
        "DEBUG": "0",
        "SECRET_KEY": "the public site signs nothing",
        "LOG_LEVEL": "ERROR",
        "PUBLISHED_DATABASE_URL": cluster.address("docket_public", LARGE).url(),
    }
    command = [sys.executable, "-m", "tests.bench.reading", SMALL, case.public_id if case else "-", *parts]
    subprocess.run(command, cwd=CHECKOUT, env=environment, check=True)


if __name__ == "__main__":
    main()
