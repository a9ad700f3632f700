"""The proxies of deploy/, run by nginx and Caddy themselves before real web servers."""

from __future__ import annotations

import http.client
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from config.data_folder import CHECKOUT
from config.processes.web_worker import MOST_BODY
from tests.processes.behind_proxy import DESK, PUBLIC, Proxy, proxied

PROGRAMS = ("nginx", "caddy")
LARGE = 64_000_000  # bytes of /large.csv


@pytest.fixture(scope="module", params=PROGRAMS)
def proxy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """Each of the two before both sites."""
    with proxied(request.param, tmp_path_factory.mktemp(request.param)) as running:
        yield running


@pytest.fixture
def nginx(tmp_path: Path) -> Iterator[Proxy]:
    """An nginx that nobody has asked yet: its limit counts from the start; its sites have one thread each."""
    with proxied("nginx", tmp_path, threads=1) as running:
        yield running


def test_each_name_leads_to_its_site(proxy: Proxy) -> None:
    assert [proxy.told(host, "/cases/")["site"] for host in (PUBLIC, DESK)] == ["public", "desk"]


def test_what_is_said_of_a_request_is_the_proxys_own_word(proxy: Proxy) -> None:
    forged = {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "http", "X-Request-ID": "mine"}
    for host in (PUBLIC, DESK):
        told = proxy.told(host, "/cases/", forged)
        assert told["HTTP_HOST"] == host
        assert told["HTTP_X_FORWARDED_PROTO"] == "https"
        # the sites read the last address
        assert told["HTTP_X_FORWARDED_FOR"].split(",")[-1].strip() == "127.0.0.1"
        assert len(told["HTTP_X_REQUEST_ID"]) > 30


def test_plain_http_is_sent_to_https(proxy: Proxy) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", proxy.plain_port, timeout=60)
    connection.request("GET", "/cases/?q=x", headers={"Host": PUBLIC})
    answer = connection.getresponse()
    assert answer.status in (301, 308)
    # Caddy is told by the test that https is on another port than 443
    assert answer.headers["Location"].replace(f":{proxy.port}", "") == f"https://{PUBLIC}/cases/?q=x"


def test_a_large_upload_reaches_the_desk_whole(proxy: Proxy) -> None:
    body = bytes(range(250)) * 120_000
    status, said = proxy.ask(DESK, "/admin/", "POST", body)
    assert status == 200
    assert f'"length": {len(body)}, "sum": {sum(body)}'.encode() in said


def test_a_body_that_no_page_of_the_public_site_takes_is_refused_at_the_proxy(nginx: Proxy) -> None:
    """Caddy passes on what arrives until it is too much; there the site refuses it by its header."""
    connection = nginx.connect(PUBLIC)
    connection.request("POST", "/cases/", headers={"Host": PUBLIC, "Content-Length": str(MOST_BODY["public"] * 2)})
    assert connection.getresponse().status == 413


def test_a_large_file_arrives_whole(proxy: Proxy) -> None:
    status, body = proxy.ask(PUBLIC, "/large.csv")
    assert (status, len(body)) == (200, LARGE)


def test_half_sent_requests_keep_nobody_waiting(proxy: Proxy) -> None:
    with ExitStack() as stack:
        for _ in range(40):
            connection = stack.enter_context(ExitStack())
            slow = proxy.connect(PUBLIC)
            connection.callback(slow.close)
            slow.sock.sendall(b"GET / HTTP/1.1\r\nHost: dockets.example.org\r\nX-A: ")
        assert {proxy.ask(PUBLIC, "/static/x.css")[0] for _ in range(8)} == {200}


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_header_that_never_ends_is_not_waited_for(program: str, tmp_path: Path) -> None:
    def hasty(text: str) -> str:
        changed = text.replace("client_header_timeout 10s", "client_header_timeout 1s")
        return changed.replace("read_header 10s", "read_header 1s")

    with proxied(program, tmp_path, hasty) as proxy:
        slow = proxy.connect(PUBLIC)
        slow.sock.sendall(b"GET / HTTP/1.1\r\nHost: dockets.example.org\r\nX-A: ")
        while slow.sock.recv(1000):
            pass


def test_an_office_behind_one_address_gets_every_page_and_every_static_file(nginx: Proxy) -> None:
    """Twelve colleagues open a page with six files at once: the limit that counts all of them refused twenty."""

    def opened(person: int) -> list[int]:
        return [nginx.ask(PUBLIC, path)[0] for path in ["/cases/", *(f"/static/{n}.css" for n in range(6))]]

    with ThreadPoolExecutor(12) as people:
        told = Counter(status for statuses in people.map(opened, range(12)) for status in statuses)
    assert told == {200: 84}


def test_who_asks_without_end_is_told_so_at_once_and_still_gets_static_files(nginx: Proxy) -> None:
    with ThreadPoolExecutor(12) as many:
        told = Counter(many.map(lambda n: nginx.ask(PUBLIC, f"/cases/?page={n}")[0], range(150)))
    assert set(told) == {200, 429}
    assert told[200] >= 41  # the burst, and what came in as time went by
    assert nginx.ask(PUBLIC, "/static/x.css")[0] == 200
    assert nginx.ask(DESK, "/admin/")[0] == 200


def test_a_slow_reader_of_a_large_file_holds_no_thread_behind_nginx(nginx: Proxy) -> None:
    slow = nginx.connect(PUBLIC)
    slow.request("GET", "/large.csv", headers={"Host": PUBLIC})
    assert slow.getresponse().read(10) == b"x" * 10
    # there is one thread: it answers others only when it has handed over the whole file
    assert nginx.ask(PUBLIC, "/cases/")[0] == 200
    slow.close()


def test_the_manual_leads_to_both_examples() -> None:
    said = (CHECKOUT / "docs" / "operating.md").read_text()
    assert "deploy/nginx/docketbook.conf" in said
    assert "deploy/caddy/Caddyfile" in said
