"""The processes of `make run` beside the database, two sites and the worker, and what each of them is told."""

import os
import secrets
import socket
import subprocess
import sys
import time

from config import lifeline
from config.data_folder import CHECKOUT
from config.postgres import ALIASES, EXPECTED, addresses, expected_identity

WORKER = "worker"
PAUSE = 5.0  # seconds at least between two starts of the worker
CREDENTIALS = ("DATABASE_URL", "MIGRATE_DATABASE_URL", "ADMIN_DATABASE_URL", "PUBLISHED_DATABASE_URL")


class Sites:
    """The web processes and the worker; they end when this process ends."""

    def __init__(self) -> None:
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self.worker_started = 0.0

    def start(self, site: str, host: str, port: int, environment: dict[str, str]) -> None:
        gunicorn = ["-m", "gunicorn", "-c", "python:config.gunicorn"]
        self._spawn(site, [*gunicorn, "--bind", f"{host}:{port}"], environment | {"DOCKET_SITE": site})

    def start_worker(self) -> None:
        self.worker_started = time.monotonic()
        self._spawn(WORKER, ["manage.py", "worker"], desk_environment() | {"DOCKET_SITE": "desk"})

    def ended(self) -> str | None:
        """A site that ended by itself."""
        ended = (name for name, process in self.processes.items() if process.poll() is not None)
        return next((name for name in ended if name != WORKER), None)

    def revive_worker(self) -> bool:
        """Start the worker again when it ended, as it does when the database was away; False when it lives."""
        worker = self.processes.get(WORKER)
        if worker is None or worker.poll() is None or time.monotonic() - self.worker_started < PAUSE:
            return False
        self.start_worker()
        return True

    def _spawn(self, name: str, arguments: list[str], environment: dict[str, str]) -> None:
        self.processes[name] = subprocess.Popen(  # noqa: S603
            [sys.executable, *arguments],
            cwd=CHECKOUT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            **lifeline.popen_arguments(environment),
        )

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
    kept = {name: value for name, value in os.environ.items() if name not in CREDENTIALS}
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
