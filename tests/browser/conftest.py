"""The public site as it is served, over a published record, and one real browser that reads it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connections
from django.urls import get_resolver
from playwright.sync_api import Browser, sync_playwright
from pytest_django import DjangoDbBlocker

from config.data_folder import CHECKOUT
from docket.models import Case, Document, Filing, Matter
from docket.models.parts.sequence import take_sequences
from docket.publishing import verbs
from parties.models import Party
from tests import cluster
from tests.baseline import Baseline
from tests.records.page_record import Record
from tests.shared import program

COLLECT = "import django; django.setup(); from config.processes.prepare import collect_static_files as c; c()"
STAGE_CASES = ("D-101-CV-2024-99007", "D-101-CR-2024-99004", "24STCV99010", "24-99015-t11", "A-1-CA-99008")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@dataclass
class Site:
    """Where the site answers, and the address of one page of every sort."""

    base: str
    pages: dict[str, str]


@pytest.fixture(scope="package")
def site(baseline: Baseline, django_db_blocker: DjangoDbBlocker) -> Iterator[Site]:
    """One corpus and one server for all tests of the browser."""
    with django_db_blocker.unblock():
        pages = _pages(_corpus())
        connections.close_all()
    environment = _environment("public")
    environment["PUBLISHED_DATABASE_URL"] = cluster.address("docket_public", cluster.TEST_DATABASE).url()
    try:
        with _served(environment) as base:
            yield Site(base, pages)
    finally:
        with cluster.connect(database=cluster.TEST_DATABASE) as admin:
            baseline.restore(admin)


@pytest.fixture(scope="package")
def desk(site: Site) -> Iterator[str]:
    """Where the desk over the same record answers."""
    with _served(_environment("desk") | cluster.environment(cluster.TEST_DATABASE)) as base:
        yield base


def _environment(which: str) -> dict[str, str]:
    found = {name: value for name, value in os.environ.items() if not name.endswith("DATABASE_URL")}
    found |= {"DOCKET_SITE": which, "DOCKET_ENV": "local", "DJANGO_SETTINGS_MODULE": "config.settings"}
    return found | {"SECRET_KEY": "for the browser", "WEB_WORKERS": "1", "SITE_NAME": "Ellery Dockets"}


@contextmanager
def _served(environment: dict[str, str]) -> Iterator[str]:
    """One of the sites; its static files are those of both."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    collecting = _environment("desk") | cluster.environment(cluster.TEST_DATABASE)
    subprocess.run([sys.executable, "-c", COLLECT], cwd=CHECKOUT, env=collecting, check=True)
    command = [sys.executable, "-m", "gunicorn", "-c", "python:config.gunicorn", "--bind", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=CHECKOUT, env=environment)
    try:
        _until_it_answers(port, server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(15)


@pytest.fixture(scope="package")
def browser(site: Site) -> Iterator[Browser]:
    """The system's Chromium."""
    path = program("chromium", "chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


def _corpus() -> Any:
    record: Any = Record()
    words = f"MOTION with a {'very_long_word_' * 12} and <tags> in it"
    record.filing(record.case, "7", words, date(2024, 5, 1), filing_type="mot.dismiss")
    Filing.objects.filter(pk=record.motion.pk).update(filing_type="mot.compel_discovery")
    record.long = record._case("Long v. Longer", "1:24-cv-00020", "civil")
    Filing.objects.bulk_create(
        Filing(case=record.long, sequence=place, entry_number=str(place), docket_text=f"MOTION {place}. " * 8)
        for place in take_sequences(record.long.pk, 120)
    )
    Filing.objects.filter(pk=record.complaint.pk).update(filing_type="init.complaint")
    record.filing(
        record.case, "8", "VERDICT", date(2025, 6, 1), date_filed_precision="month", filing_type="judg.verdict"
    )
    record.sealed = record.filing(record.criminal, "7", "Sealed words.", date(2024, 6, 1))
    record.sealed_case = record._case("Secret v. Secret", "1:24-cv-00019", "civil")
    record.publish()
    call_command("load_samples", "--only=fictional", verbosity=0)
    for case in (record.sealed_case, record.long):
        verbs.act("publish", case, actor=None, reason="test")
    Document.objects.filter(pk=record.document.pk).update(file="copy.pdf", byte_size=1234)
    for row in (record.sealed, record.sealed_case):
        verbs.act("seal", row, actor=None, reason="test")
    return record


def _pages(record: Any) -> dict[str, str]:
    case = record.case.get_absolute_url()
    rows = {
        "case": record.case,
        "criminal case": record.criminal,
        "sealed case": record.sealed_case,
        "long docket": record.long,
        "matter": record.matter,
        "filing": record.complaint,
        "sealed filing": record.sealed,
        "claim": record.death,
        "party": record.poe,
        "forum": record.forum,
        "hearing": record.trial,
        "deadline": record.deadline,
    }
    return {
        **{name: row.get_absolute_url() for name, row in rows.items()},
        "stage matter": _sample(Matter, title="Collapse of the main stage at the Lantern Mesa Festival"),
        **{f"stage case {number}": _sample(Case, docket_number=number) for number in STAGE_CASES},
        "stage party": _sample(Party, name="Basil Ottershaw"),
        "docket of motions": f"{case}?kind=motions&first=1&last=x",
        "full table of claims": f"{case}?matrix=1",
        "search of a docket": f"{case}?q=motion&from=soon&order=desc",
        "threads of a docket": f"{case}?view=threads",
        "calendar of a case": f"/calendar/cases/{record.case.public_id}/",
        "calendar of a case, a month": f"/calendar/cases/{record.case.public_id}/?month={record.trial.date:%Y-%m}",
        "calendar of a matter": f"/calendar/matters/{record.matter.public_id}/?from=2020-01-01",
        "calendar of a forum": f"/calendar/forums/{record.forum.slug}/?from=2020-01-01",
        "calendar as a month": f"/calendar/?month={record.deadline.earliest:%Y-%m}",
        "calendar of nothing": "/calendar/?from=2190-01-01&certainty=reported",
        "entries of one number": f"/cases/{record.case.public_id}/entry/6/",
        "search results": "/search/?q=stage+%22summary+judgment%22+-discovery+or+ottershaw&filed_from=2020",
        "search results of a name": "/search/?q=stage&order=best",
        "search results of one kind": "/search/?q=motion&what=filings",
        "search results of a number": "/search/?q=24STCV99010&all=1",
        "search without results": "/search/?q=Ottershow+Bassil",
        "unknown": "/no/such/page/",
        **_without_arguments(),
    }


def _sample(model: Any, **named: str) -> str:
    """The address of a row of the sample."""
    address: str = model.objects.get(**named).get_absolute_url()
    return address


def _without_arguments() -> dict[str, str]:
    """Every address of a page that takes no argument: home, site pages, listings. Not the API, nor what is off."""
    resolver = get_resolver("config.urls_public")
    found = {}
    for name in resolver.reverse_dict:
        if isinstance(name, str):
            for path, arguments in resolver.reverse_dict.getlist(name)[0][0]:
                if not arguments and (not path or path.endswith("/")) and not path.startswith(("api/v1/", "follow/")):
                    found[f"{name} list" if path else name] = f"/{path}"
    return found | {"about": "/about/", "corrections": "/corrections/", "contact": "/contact/"}


def _until_it_answers(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if server.poll() is not None:
            pytest.fail("The site ended by itself; its message is above.")
        try:
            with socket.create_connection(("127.0.0.1", port)):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"The site does not answer on port {port}.")
