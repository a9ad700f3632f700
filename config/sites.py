"""The two web processes of `make run`, and what each of them is told."""

import os
import secrets
import socket
import subprocess
import sys

from config import lifeline
from config.data_folder import CHECKOUT
from config.postgres import ALIASES, addresses

CREDENTIALS = ("DATABASE_URL", "MIGRATE_DATABASE_URL", "ADMIN_DATABASE_URL", "PUBLISHED_DATABASE_URL")


class Sites:
    """The web processes; they end when this process ends."""

    def __init__(self) -> None:
        self.processes: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, site: str, host: str, port: int, environment: dict[str, str]) -> None:
        gunicorn = [sys.executable, "-m", "gunicorn", "-c", "python:config.gunicorn"]
        self.processes[site] = subprocess.Popen(  # noqa: S603
            [*gunicorn, "--bind", f"{host}:{port}"],
            cwd=CHECKOUT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            **lifeline.popen_arguments(environment | {"DOCKET_SITE": site}),
        )

    def ended(self) -> str | None:
        return next((site for site, process in self.processes.items() if process.poll() is not None), None)

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
    return kept | {"PUBLISHED_DATABASE_URL": url, "SECRET_KEY": secrets.token_urlsafe(50)}


def desk_environment() -> dict[str, str]:
    """Without the owner's credential: the desk changes rows, never tables."""
    kept = {name: value for name, value in os.environ.items() if name not in CREDENTIALS}
    given = addresses("desk")
    urls = {ALIASES["desk"][alias][1]: given[alias].url() for alias in ("default", "published") if alias in given}
    return kept | urls


def answers(host: str, port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((host, port)) == 0
