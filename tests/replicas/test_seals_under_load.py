"""Every seal reaches two replicas while filings are published without end; how soon is printed, for `make drills`."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from django.db import connections

from config.cluster.embedded import EmbeddedServer
from config.replicas.follower import leave
from docket.models import Case, Filing
from tests.conftest import TEMPLATE
from tests.processes.second_server import DATABASE, second_server
from tests.records.cast import a_case, a_filing, act, publish
from tests.replicas.following import Following, following

SEALS = int(os.environ.get("DRILL_SEALS", "10"))
FILINGS = int(os.environ.get("DRILL_FILINGS", "500"))
AT_ONCE = 100  # filings of a case that one act publishes
HERE = "select count(*) from published.docket_filing where visibility = 'sealed'"


@pytest.fixture
def replicas(fresh_database: str, tmp_path: Path) -> Iterator[list[Following]]:
    """Two servers that follow the same publisher."""
    with (
        second_server(TEMPLATE) as one,
        second_server(TEMPLATE) as other,
        following(fresh_database, one, tmp_path) as first,
    ):
        second = replace(first, server=other)
        try:
            for each in (first, second):
                each.follow()
            yield [first, second]
        finally:
            with other.connect(DATABASE) as here:
                leave(here)


def publish_on(cases: list[Case]) -> int:
    """Publish one case after the other with what is below it; how many filings."""
    try:
        for case in cases:
            publish(case)
        return len(cases) * AT_ONCE
    finally:
        connections.close_all()


def seconds_until(servers: list[EmbeddedServer], sealed: int) -> float:
    """From now until each replica shows that many seals, looked at without a pause."""
    begun = time.perf_counter()
    for server in servers:
        with server.connect(DATABASE) as here:
            while counted(here) < sealed:
                assert time.perf_counter() - begun < 60
    return time.perf_counter() - begun


def counted(here: psycopg.Connection[object]) -> int:
    row = here.execute(HERE).fetchone()
    return int(str(row[0])) if row else 0  # type: ignore[index]


def test_every_seal_reaches_both_replicas_while_filings_are_published(replicas: list[Following]) -> None:
    target = a_case()
    filings = [a_filing(target) for _ in range(SEALS)]
    publish(target)
    cases = [a_case() for _ in range(FILINGS // AT_ONCE)]
    for case in cases:
        Filing.objects.bulk_create(Filing(case=case, docket_text=f"ORDER {n}", sequence=n + 1) for n in range(AT_ONCE))
    for replica in replicas:
        replica.until_caught_up()
    took = []
    with ThreadPoolExecutor(1) as beside:
        publishing = beside.submit(publish_on, cases)
        for number, filing in enumerate(filings, 1):
            act("seal", filing)
            took.append(seconds_until([replica.server for replica in replicas], number))
        published = publishing.result()
    took.sort()
    told = {name: took[min(int(len(took) * part), len(took) - 1)] for name, part in (("half", 0.5), ("99 %", 0.99))}
    words = ", ".join(f"{name} within {seconds * 1000:.0f} ms" for name, seconds in told.items())
    print(f"\nfigure: {len(took)} seals gone from both replicas, {words}, while {published} filings were published")
    for replica in replicas:
        replica.until_caught_up()
        assert replica.here(HERE) == SEALS
        assert replica.here("select count(*) from published.docket_filing") == SEALS + FILINGS // AT_ONCE * AT_ONCE
