"""deploy/varnish/docketbook.vcl, run by Varnish itself before a site whose answers wait until they are let go."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Queue
from threading import Event, Thread
from typing import Any

import pytest

from docket.publishing.caches.telling import tell_all
from tests.processes.cached_site import Cached, ask, varnish

KEPT = {"Cache-Control": "public, max-age=0, s-maxage=120", "Surrogate-Key": "case-k3x9q"}


class Site(ThreadingHTTPServer):
    """Answers with the number of the question; those below /slow/ only when told to."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.asked: Queue[dict[str, str]] = Queue()
        self.numbers, self.headers, self.go_on = 0, dict(KEPT), Event()


class Answering(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Site

    def do_GET(self) -> None:
        self.server.numbers += 1
        said, told = str(self.server.numbers).encode(), dict(self.server.headers)
        self.server.asked.put(dict(self.headers.items()))
        if self.path.startswith("/slow/"):
            self.server.go_on.wait(60)
        self.send_response(200)
        for name, value in (told | {"Content-Length": str(len(said))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as found:
        serving = Thread(target=found.serve_forever, daemon=True)
        serving.start()
        yield found
        found.go_on.set()
        found.shutdown()
        serving.join()


@pytest.fixture
def cache(site: Site, settings: Any) -> Iterator[Cached]:
    with varnish(site.server_port) as found:
        settings.SHARED_CACHES = [found.told_at]
        yield found


def said(cache: Cached, path: str = "/") -> str:
    return ask(cache.port, path)[2]


def test_an_answer_is_kept_until_its_key_is_told_of(cache: Cached) -> None:
    assert [said(cache), said(cache)] == ["1", "1"]
    assert tell_all(["case-other", "shared"]) == []
    assert said(cache) == "1"
    assert tell_all(["party-x", "case-k3x9q"]) == []
    assert [said(cache), said(cache)] == ["2", "2"]


def test_everything_is_forgotten_when_no_key_is_told(cache: Cached) -> None:
    assert [said(cache, "/a"), said(cache, "/b"), said(cache, "/a")] == ["1", "2", "1"]
    assert tell_all([]) == []
    assert [said(cache, "/a"), said(cache, "/b")] == ["3", "4"]


@pytest.mark.parametrize("keys", [[], ["case-k3x9q"]])
def test_what_was_asked_for_before_a_purge_is_not_kept_after_it(cache: Cached, site: Site, keys: list[str]) -> None:
    with ThreadPoolExecutor(1) as beside:
        early = beside.submit(said, cache, "/slow/")
        site.asked.get(timeout=60)
        assert tell_all(keys) == []
        site.go_on.set()
        assert early.result() == "1"
    assert said(cache, "/slow/") == "2"


def test_who_asks_after_a_purge_does_not_wait_for_what_was_asked_for_before_it(cache: Cached, site: Site) -> None:
    with ThreadPoolExecutor(2) as beside:
        early = beside.submit(said, cache, "/slow/")
        site.asked.get(timeout=60)
        assert tell_all([]) == []
        late = beside.submit(said, cache, "/slow/")
        site.asked.get(timeout=60)
        site.go_on.set()
        assert (early.result(), late.result()) == ("1", "2")


@pytest.mark.parametrize("headers", [{}, {"Cache-Control": "no-cache"}, {"Cache-Control": "private, no-store"}])
def test_what_the_site_gives_no_key_is_not_kept(cache: Cached, site: Site, headers: dict[str, str]) -> None:
    site.headers = headers
    assert [said(cache), said(cache)] == ["1", "2"]


def test_browsers_are_told_to_ask_again_and_not_what_the_caches_are_told(cache: Cached) -> None:
    for _ in range(2):
        _, headers, _ = ask(cache.port, "/", {"X-Request-ID": "the proxy's"})
        assert headers["Cache-Control"] == "no-cache"
        assert headers["X-Request-ID"] == "the proxy's"
        assert {"Surrogate-Key", "xkey", "Cache-Tag", "Age", "Via"} & set(headers) == set()


def test_the_site_reads_the_visitors_address_as_the_proxy_wrote_it(cache: Cached, site: Site) -> None:
    ask(cache.port, "/", {"X-Forwarded-For": "192.0.2.1, 203.0.113.9", "Cookie": "a=b"})
    told = site.asked.get(timeout=60)
    assert told["X-Forwarded-For"] == "192.0.2.1, 203.0.113.9"
    assert "Cookie" not in told


def test_readers_cannot_empty_it(cache: Cached) -> None:
    assert said(cache) == "1"
    connection = http.client.HTTPConnection("127.0.0.1", cache.port, timeout=60)
    connection.request("PURGE", "/", headers={"Host": "localhost:8000"})
    assert connection.getresponse().status == 405
    assert said(cache) == "1"
    assert ask(cache.purge_port, "/")[0] == 405
