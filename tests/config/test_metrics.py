"""Figures for Prometheus: off unless wanted, on a port of their own, without a word of the record."""

import json
import os
import re
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpResponse

from config import metrics
from config.data_folder import CHECKOUT
from config.metrics.requests import measured
from tests import cluster
from tests.processes.supervised import wait_for
from tests.records import cast

DASHBOARD = CHECKOUT / "docs" / "grafana" / "docketbook.json"
ASK = """
import django; django.setup()
from django.test import Client
client = Client(headers={"host": "localhost"}, raise_request_exception=False)
for path in ["/", "/cases/", "/cases/?q=Ottoline+Marsh", "/cases/nosuchcase/", "/no/such/page", "/healthz"]:
    client.get(path)
"""


def test_nothing_is_counted_unless_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(metrics.FOLDER, raising=False)
    with pytest.raises(MiddlewareNotUsed):
        measured(lambda request: HttpResponse())


def environment(folder: Path, **more: str) -> dict[str, str]:
    found = {name: value for name, value in os.environ.items() if not name.endswith("DATABASE_URL")}
    return found | cluster.environment(cluster.TEST_DATABASE) | {metrics.FOLDER: str(folder)} | more


def scraped(port: int) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=60) as answer:
        return str(answer.read().decode())


def test_answers_statements_queue_acts_and_findings_are_served_on_a_port_of_their_own(
    committed: None, tmp_path: Path
) -> None:
    cast.publish(cast.a_case())
    asking = environment(tmp_path, DOCKET_SITE="public", DJANGO_SETTINGS_MODULE="config.settings", SECRET_KEY="x")
    asking = {name: value for name, value in asking.items() if name not in ("DATABASE_URL", "MIGRATE_DATABASE_URL")}
    subprocess.run([sys.executable, "-c", ASK], cwd=CHECKOUT, env=asking, check=True, stderr=subprocess.DEVNULL)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "manage.py", "metrics", "--port", str(port)]
    process = subprocess.Popen(command, cwd=CHECKOUT, env=environment(tmp_path))

    def is_there() -> bool:
        assert process.poll() is None
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0

    try:
        wait_for("the figures are served", is_there, 120)
        told = scraped(port)
    finally:
        process.terminate()
        assert process.wait(30) == -15
    counted = re.findall(r"docketbook_requests_total\{(.*)\} (\S+)", told)
    found = {tuple(re.findall(r'(page|status)="(\w+)"', labels)): float(count) for labels, count in counted}
    assert found[(("page", "cases"), ("status", "200"))] == 2
    assert found[(("page", "case"), ("status", "404"))] == 1
    assert float(re.findall(r'docketbook_statements_total\{site="public"\} (\S+)', told)[0]) > 3
    assert 'docketbook_acts{verb="publish"} 1.0' in told
    for line in ('docketbook_well{finding="schema"} 1.0', "docketbook_imports_waiting 0.0", "docketbook_worker 0.0"):
        assert line in told
    assert "Ottoline" not in told
    wanted = set(re.findall(r"docketbook_[a-z_]+", DASHBOARD.read_text()))
    assert {name for name in wanted if name not in told} == set()


def test_every_panel_of_the_dashboard_asks_for_something() -> None:
    panels: list[dict[str, Any]] = json.loads(DASHBOARD.read_text())["panels"]
    assert [panel["title"] for panel in panels if not all(target["expr"] for target in panel["targets"])] == []
    assert len({panel["id"] for panel in panels}) == len(panels)


def test_a_folder_that_is_not_there_is_named() -> None:
    command = [sys.executable, "manage.py", "metrics"]
    done = subprocess.run(command, cwd=CHECKOUT, env=os.environ | {metrics.FOLDER: ""}, capture_output=True, text=True)
    assert done.returncode == 1
    assert "PROMETHEUS_MULTIPROC_DIR must name a folder" in done.stderr
