"""No seal is served from a cache after its purge: the real site, a real Varnish, readers of many pages all the while.

A seal is over for its reader when the act returns: by then the caches have acknowledged. An answer counts as wrong
when it was asked for after that and still has the sealed words. `make drills ARGS=caches` seals a thousand.
"""

from __future__ import annotations

import os
import random
import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event
from typing import Any

import pytest

from docket.models import Case, Filing
from tests import cluster
from tests.processes.cached_site import SECONDS, Cached, ask, public_site, varnish
from tests.records.cast import a_case, a_filing, act, in_case, publish

SEALS = int(os.environ.get("DRILL_SEALS_IN_CACHES", "25"))
OF_A_CASE = 25
READERS = 4
WORDS = re.compile(r"secret(\d+)x")


@pytest.fixture
def cache(fresh_database: str, settings: Any) -> Iterator[Cached]:
    address = cluster.address("docket_public", fresh_database)
    with public_site(address, SHARED_CACHE_SECONDS=str(SECONDS)) as site, varnish(site) as found:
        settings.SHARED_CACHES = [found.told_at]
        yield found


@dataclass
class Readers:
    """Many at once, each with any page after any other, and what of it came too late."""

    cache: Cached
    pages: list[str]
    sealed: dict[int, float] = field(default_factory=dict)  # the filing's number -> when its seal was over
    late: list[str] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)
    over: Event = field(default_factory=Event)

    def read_on(self, seed: int) -> None:
        choice = random.Random(seed)
        while not self.over.is_set():
            self.read(choice.choice(self.pages))

    def read(self, page: str) -> None:
        begun = time.monotonic()
        status, _, body = ask(self.cache.port, page)
        self.statuses[status] = self.statuses.get(status, 0) + 1
        shown = {int(number) for number in WORDS.findall(body)}
        self.late += [f"{page} shows secret{n}x" for n in shown if self.sealed.get(n, begun) < begun]


def a_record() -> tuple[list[Case], list[Filing]]:
    cases = [a_case() for _ in range(-(-SEALS // OF_A_CASE))]
    filings: list[Filing] = []
    for case in cases:
        in_case(case)
        filings += [a_filing(case, docket_text=f"MOTION about secret{len(filings) + n}x") for n in range(OF_A_CASE)]
        publish(case)
    return cases, filings[:SEALS]


def pages_of(cases: list[Case], filings: list[Filing]) -> list[str]:
    """Where each filing stands: alone, in its case, in lists, feeds and files, and in what is found."""
    found = ["/", "/filings/", "/filings/?q=motion", "/search/?q=motion", "/latest.atom", "/api/v1/filings/", "/cases/"]
    for case in cases:
        address = f"/cases/{case.public_id}/"
        found += [Case.objects.get(pk=case.pk).get_absolute_url(), f"{address}latest.atom", f"{address}filings.csv"]
    return found + [f"/filings/{filing.public_id}/" for filing in filings]


def test_a_page_is_kept_and_without_a_purge_it_shows_what_was_sealed(cache: Cached, settings: Any) -> None:
    (case,), (filing, *_) = a_record()
    settings.SHARED_CACHES = []
    for page in pages_of([case], [filing]):
        ask(cache.port, page)
    act("seal", filing)
    stale = [page for page in pages_of([case], [filing]) if "secret0x" in ask(cache.port, page)[2]]
    assert f"/filings/{filing.public_id}/" in stale
    assert len(stale) > 6


def test_no_seal_is_served_after_its_purge(cache: Cached) -> None:
    cases, filings = a_record()
    readers = Readers(cache, pages_of(cases, filings))
    random.Random(1).shuffle(filings)
    with ThreadPoolExecutor(READERS) as beside:
        reading = [beside.submit(readers.read_on, seed) for seed in range(READERS)]
        try:
            for filing in filings:
                number, page = int(WORDS.findall(filing.docket_text)[0]), f"/filings/{filing.public_id}/"
                readers.read(page)
                readers.read(page)  # out of the cache
                act("seal", filing)
                readers.sealed[number] = time.monotonic()
                readers.read(page)
        finally:
            readers.over.set()
        for each in reading:
            each.result()
    for page in readers.pages:
        readers.read(page)
    asked, hits = sum(readers.statuses.values()), cache.hits()
    late = len(readers.late)
    print(f"\nfigure: {SEALS} seals, {asked} answers, {hits} of them from the cache, {late} with sealed words")
    assert readers.late == []
    assert set(readers.statuses) <= {200, 410}, readers.statuses
    assert hits >= SEALS, "the cache did not hold what was sealed, so nothing was tried"


def test_what_is_published_is_there_at_once_on_the_pages_of_its_case(cache: Cached) -> None:
    case = publish(a_case())
    party = in_case(case).party
    filing = a_filing(case, docket_text="MOTION about secret7x")
    address = Case.objects.get(pk=case.pk).get_absolute_url()
    pages = [address, "/filings/", f"/parties/{party.public_id}/latest.atom"]
    assert all("secret7x" not in ask(cache.port, page)[2] for page in pages)
    publish(filing)
    assert ["secret7x" in ask(cache.port, page)[2] for page in pages[:2]] == [True, True]
