"""Errors told by Sentry's protocol: the kind and the place, and nothing of the record."""

import gzip
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from config.data_folder import CHECKOUT

# what must not leave: in a message, an argument, a local variable, a form, a query, an address, a user's name
FAILS = """
import sys, logging
from config import errors
from config.logs import request_id
errors.start(sys.argv[1], "production", "docketbook@1")
request_id.set("5f0c9e0011223344")
def view(query):
    minor = "Ottoline Marsh"
    raise KeyError(f"no such filing: MOTION to seal by {minor}")
try:
    view("Ottoline Marsh")
except KeyError:
    logging.getLogger("django.request").error("Failed: %s", "/cases/?q=Ottoline+Marsh", exc_info=True)
logging.getLogger("docket").error(f"Ottoline Marsh was refused")
logging.getLogger("docket").warning("a warning of Ottoline Marsh")
import sentry_sdk
sentry_sdk.flush(20)
"""


@pytest.fixture
def told() -> Iterator[tuple[str, list[str]]]:
    """Where a server that takes errors is, and all that it was sent."""
    bodies: list[str] = []

    class Taking(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            body = gzip.decompress(body) if self.headers.get("Content-Encoding") == "gzip" else body
            bodies.append(body.decode())
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *args: object) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Taking)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://key@127.0.0.1:{server.server_port}/1", bodies
    server.shutdown()


def fail(dsn: str) -> str:
    done = subprocess.run([sys.executable, "-c", FAILS, dsn], cwd=CHECKOUT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stderr


def test_what_is_told_names_the_kind_and_the_place_and_nothing_of_the_record(told: tuple[str, list[str]]) -> None:
    dsn, bodies = told
    fail(dsn)
    everything = "\n".join(bodies)
    assert everything.count('"event_id"') >= 2
    for kept in ("KeyError", '"view"', "5f0c9e0011223344", "docketbook@1", "Failed: %s"):
        assert kept in everything, everything
    for withheld in ("Ottoline", "Marsh", "MOTION", "cases"):
        assert withheld not in everything
    for field in ("server_name", "request", "user", "breadcrumbs", "extra", "vars", "context_line"):
        assert f'"{field}":' not in everything.replace('"tags":{"request":', ""), field


def test_nothing_is_told_unless_it_is_wanted(told: tuple[str, list[str]]) -> None:
    fail("")
    assert told[1] == []
    assert logging.getLogger("django.request").handlers == []
