"""Clients that send slowly, or never finish, do not keep others waiting: a real server of four threads on loopback."""

import http.client
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from config.data_folder import CHECKOUT
from config.processes import web_worker
from config.processes.web_worker import Arriving
from tests.processes.supervised import wait_for

APP = """
from config.gunicorn import *
from config.processes import web_worker
web_worker.HEADER_LIMIT, web_worker.BODY_LIMIT, web_worker.SLOWEST = {header}, {body}, 1e9
workers, threads, keepalive = 1, 4, 60
def application(environ, start):
    body = environ["wsgi.input"].read()
    said = f"{{environ['REQUEST_METHOD']}} {{environ['PATH_INFO']}} {{len(body)}} {{sum(body)}}".encode()
    start("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(said)))])
    return [said]
"""


def served(folder: os.PathLike[str], header: float, body: float) -> tuple[subprocess.Popen[bytes], int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    name = f"slow_{str(header).replace('.', '_')}"
    path = os.path.join(folder, f"{name}.py")
    with open(path, "w") as file:
        file.write(APP.format(header=header, body=body))
    command = [sys.executable, "-m", "gunicorn", "-c", path, "--bind", f"127.0.0.1:{port}", f"{name}:application"]
    place = os.pathsep.join([str(folder), str(CHECKOUT)])
    process = subprocess.Popen(command, cwd=folder, env=os.environ | {"PYTHONPATH": place, "DOCKET_SITE": "desk"})

    def is_there() -> bool:
        assert process.poll() is None, "it ended"
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0

    wait_for("the server answers", is_there, 60)
    return process, port


@pytest.fixture(scope="module")
def patient(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A server whose limits no test reaches."""
    process, port = served(tmp_path_factory.mktemp("patient"), 1000, 1000)
    yield port
    process.terminate()
    process.wait(30)


@pytest.fixture(scope="module")
def hasty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A server that waits for a tenth of a second."""
    process, port = served(tmp_path_factory.mktemp("hasty"), 0.1, 0.1)
    yield port
    process.terminate()
    process.wait(30)


def opened(port: int, words: bytes) -> socket.socket:
    client = socket.create_connection(("127.0.0.1", port), timeout=60)
    client.sendall(words)
    return client


def ask(port: int, method: str = "GET", body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, "/page", body, headers)
    answer = connection.getresponse()
    return answer.status, answer.read()


HALVES = {
    "header": b"GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ",
    "body": b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nab",
    "nothing": b"",
}


@pytest.mark.parametrize("half", HALVES)
def test_twenty_half_sent_requests_stop_nobody_and_are_answered_when_they_finish(patient: int, half: str) -> None:
    with ExitStack() as stack:
        slow = [stack.enter_context(opened(patient, HALVES[half])) for _ in range(20)]
        assert [ask(patient) for _ in range(8)] == [(200, b"GET /page 0 0")] * 8
        rest = {"header": b"b\r\n\r\n", "body": b"c" * 98, "nothing": b"GET /late HTTP/1.1\r\nHost: localhost\r\n\r\n"}
        for client in slow:
            client.sendall(rest[half])
        assert {client.recv(15) for client in slow} == {b"HTTP/1.1 200 OK"}


@pytest.mark.parametrize(("half", "told"), [("header", b"408"), ("body", b"408"), ("nothing", b"")])
def test_who_does_not_finish_in_time_is_sent_away(hasty: int, half: str, told: bytes) -> None:
    with opened(hasty, HALVES[half]) as client:
        said = b""
        while piece := client.recv(1000):
            said += piece
    assert said[9:12] == told
    assert ask(hasty)[0] == 200


@pytest.mark.parametrize("size", [0, 1, 65_535, 3_000_000])
def test_a_body_arrives_whole_whatever_its_size(patient: int, size: int) -> None:
    body = bytes(n % 251 for n in range(1000)) * (size // 1000) + b"z" * (size % 1000)
    assert ask(patient, "POST", body) == (200, f"POST /page {size} {sum(body)}".encode())


def test_requests_on_one_connection_are_answered_in_order(patient: int) -> None:
    get = b"GET /%d HTTP/1.1\r\nHost: localhost\r\n\r\n"
    post = b"POST /p HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000\r\n\r\n" + b"a" * 9000
    with opened(patient, get % 1 + post + get % 2 + b"GET /3 HTTP/1.1\r\nHo") as client:
        said = b""
        while b"GET /2" not in said:
            said += client.recv(10_000)
        client.sendall(b"st: localhost\r\nConnection: close\r\n\r\n")
        while piece := client.recv(10_000):
            said += piece
    places = [said.index(part) for part in (b"GET /1 0", b"POST /p 9000", b"GET /2 0", b"GET /3 0")]
    assert places == sorted(places)


def test_a_client_that_waits_for_a_word_before_its_body_gets_it(patient: int) -> None:
    head = (
        b"POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nConnection: close\r\nContent-Length: 3\r\n\r\n"
    )
    with opened(patient, head) as client:
        assert client.recv(100).startswith(b"HTTP/1.1 100 Continue\r\n\r\n")
        client.sendall(b"abc")
        said = b""
        while piece := client.recv(1000):
            said += piece
    assert b"POST / 3 294" in said


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        (b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n", b"411"),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X-A: " + b"a" * 70_000, b"431"),
        (b"NONSENSE\r\n\r\n", b"400"),
    ],
)
def test_what_is_no_request_is_refused(patient: int, sent: bytes, told: bytes) -> None:
    with opened(patient, sent) as client:
        assert client.recv(1000)[9:].startswith(told)


def test_a_body_larger_than_any_is_answered_without_being_waited_for() -> None:
    arriving = Arriving()
    arriving.add(b"POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nab")
    assert (arriving.wanted, arriving.whole) == (len(arriving.header) + 5, False)
    arriving.add(b"cde")
    assert arriving.whole
    assert web_worker.MOST_BODY["public"] < web_worker.MOST_BODY["desk"]


def test_the_oldest_of_too_many_gives_way(tmp_path: os.PathLike[str]) -> None:
    with ExitStack() as stack:
        process, port = served(tmp_path, 1001, 1000)
        stack.callback(process.wait, 30)
        stack.callback(process.terminate)
        first = stack.enter_context(opened(port, HALVES["header"]))
        for _ in range(380):
            stack.enter_context(opened(port, HALVES["header"]))
        assert first.recv(10) == b""
        assert ask(port)[0] == 200
