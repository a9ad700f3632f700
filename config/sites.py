"""The processes of `make run` beside the database, two sites and the worker, and what each of them is told."""

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Callable

import psycopg

from config.data_folder import CHECKOUT
from config.database.postgres import ALIASES, EXPECTED, addresses, expected_identity
from config.processes import lifeline
from config.processes.output import Output
from config.processes.restarts import FailedRepeatedly, Restarts

WORKER, KEEPER, METRICS = "worker", "keeper", "metrics"
CALLED = {
    "public": "The public site",
    "desk": "The staff desk",
    WORKER: "The worker",
    KEEPER: "The keeper",
    METRICS: "The server of figures",
}
SITES = ("public", "desk")
DATABASE_PAUSE = 5.0  # seconds after which what ended for want of a database is tried again
CREDENTIALS = ("DATABASE_URL", "MIGRATE_DATABASE_URL", "ADMIN_DATABASE_URL", "PUBLISHED_DATABASE_URL")


class Sites:
    """The web processes and the worker; they end when this process ends."""

    def __init__(self, output: Output) -> None:
        self.output = output
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self.commands: dict[str, tuple[list[str], dict[str, str]]] = {}
        self.restarts: dict[str, Restarts] = {}
        self.due: dict[str, float] = {}

    def start(self, site: str, host: str, port: int) -> None:
        environment = public_environment() if site == "public" else desk_environment()
        gunicorn = ["-m", "gunicorn", "-c", "python:config.gunicorn"]
        self._begin(site, [*gunicorn, "--bind", f"{host}:{port}"], environment | {"DOCKET_SITE": site})

    def start_worker(self) -> None:
        self._begin(WORKER, ["manage.py", "worker"], desk_environment() | {"DOCKET_SITE": "desk"})

    def start_keeper(self) -> None:
        """It makes backups of all there is, and so it is told what the supervisor is told."""
        self._begin(KEEPER, ["-m", "config.supervise", "keep"], dict(os.environ))

    def start_metrics(self) -> None:
        self._begin(METRICS, ["manage.py", "metrics"], desk_environment() | {"DOCKET_SITE": "desk"})

    def ended(self) -> str | None:
        """A site that ended by itself."""
        ended = (name for name, process in self.processes.items() if process.poll() is not None)
        return next((name for name in ended if name in SITES), None)

    def revive(self, say: Callable[[str], None]) -> None:
        """Start again what ended and whose pause is over; FailedRepeatedly, with its last words, when it is no use."""
        for name, process in self.processes.items():
            if process.poll() is None:
                continue
            if name not in self.due and not self._waits_for_database(name):
                self.due[name] = time.monotonic() + self._pause(name, say)
            if name in self.due and time.monotonic() >= self.due[name]:
                del self.due[name]
                self._spawn(name)

    def _pause(self, name: str, say: Callable[[str], None]) -> float:
        try:
            pause = self.restarts[name].pause()
        except FailedRepeatedly as failure:
            raise FailedRepeatedly(f"{failure} What it said last:\n{self.output.last_words(name)}") from failure
        say(f"{CALLED[name]} ended by itself; it is started again{f' in {pause:.0f} s' if pause else ''}.")
        return pause

    def _waits_for_database(self, name: str) -> bool:
        """Without one worker and keeper end however often they are started, which is no failure of theirs."""
        if name in (*SITES, METRICS):
            return False
        try:
            addresses("desk")["default"].connect().close()
        except psycopg.OperationalError:
            self.due[name] = time.monotonic() + DATABASE_PAUSE
            return True
        return False

    def _begin(self, name: str, arguments: list[str], environment: dict[str, str]) -> None:
        self.commands[name] = (arguments, environment)
        self.restarts[name] = Restarts(CALLED[name])
        self._spawn(name)

    def _spawn(self, name: str) -> None:
        arguments, environment = self.commands[name]
        process = self.processes[name] = subprocess.Popen(  # noqa: S603
            [sys.executable, *arguments],
            cwd=CHECKOUT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            **lifeline.popen_arguments(environment),
        )
        if process.stdout:
            self.output.follow(name, process.stdout)

    def stop(self) -> None:
        for process in self.processes.values():
            process.terminate()
        for process in self.processes.values():
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def public_environment() -> dict[str, str]:
    """The one credential of the public site, and a key of its own: it signs nothing that lasts."""
    kept = {name: value for name, value in os.environ.items() if name not in {*CREDENTIALS, "ORIGINAL_FILES"}}
    url = addresses("public")["default"].url()
    own = {EXPECTED: expected_identity(), "SECRET_KEY": secrets.token_urlsafe(50)}
    return kept | {"PUBLISHED_DATABASE_URL": url} | own


def desk_environment() -> dict[str, str]:
    """Without the owner's credential: the desk changes rows, never tables."""
    kept = {name: value for name, value in os.environ.items() if name not in CREDENTIALS}
    given = addresses("desk")
    urls = {ALIASES["desk"][alias][1]: given[alias].url() for alias in ("default", "published") if alias in given}
    return kept | urls | {EXPECTED: expected_identity()}


def answers(host: str, port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((host, port)) == 0
