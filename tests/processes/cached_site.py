"""The real public site in its web server, and a real Varnish with the example of deploy/ before it, on loopback."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from config.data_folder import CHECKOUT
from config.database.postgres import Address
from tests import cluster
from tests.processes.behind_proxy import DEPLOY, free_port, running
from tests.shared import program

SECONDS = 120  # for which the cache may keep an answer: longer than a test takes


@dataclass(frozen=True)
class Cached:
    """The cache's two addresses and its folder."""

    port: int
    purge_port: int
    folder: Path

    @property
    def told_at(self) -> str:
        """What SHARED_CACHES names."""
        return f"http://127.0.0.1:{self.purge_port}"

    def hits(self) -> int:
        """How many answers came out of it."""
        said = subprocess.run(
            [program("varnish", "varnishstat"), "-1", "-n", str(self.folder), "-f", "MAIN.cache_hit"],
            capture_output=True,
            text=True,
            check=True,
        )
        return int(said.stdout.split()[1])


@contextmanager
def varnish(site: int) -> Iterator[Cached]:
    """A Varnish before the site at that port."""
    path = program("varnish varnish-modules", "varnishd")
    folder = Path(tempfile.mkdtemp(dir=cluster.folder))
    folder.chmod(0o755)
    text = (DEPLOY / "varnish" / "docketbook.vcl").read_text()
    (folder / "docketbook.vcl").write_text(text.replace('"8000"', f'"{site}"'))
    cached = Cached(free_port(), free_port(), folder / "varnish")
    command = [path, "-F", "-n", str(cached.folder), "-f", str(folder / "docketbook.vcl"), "-s", "malloc,64m"]
    command += ["-a", f"127.0.0.1:{cached.port}", "-a", f"purge=127.0.0.1:{cached.purge_port}"]
    jail = ["-j", "none"] if os.geteuid() == 0 else []
    with running([*command, *jail], cached.port, folder):
        yield cached


@contextmanager
def public_site(
    address: Address, workers: int = 2, application: str = "config.wsgi:application", **settings: str
) -> Iterator[int]:
    """The public site over a database, in processes of gunicorn as `make run` starts them; its port."""
    port = free_port()
    environment = {
        "DOCKET_SITE": "public",
        "DOCKET_ENV": "development",
        "DEBUG": "0",
        "API_PER_MINUTE": "1000000",
        "SECRET_KEY": "the public site signs nothing",
        "PUBLISHED_DATABASE_URL": address.url(),
        "DOCKET_DATA_DIR": str(cluster.folder),
        "WEB_WORKERS": str(workers),
        "LOG_LEVEL": "ERROR",
        **settings,
    }
    command = [sys.executable, "-m", "gunicorn", "-c", "config/gunicorn.py", "--bind", f"127.0.0.1:{port}", application]
    with running(command, port, CHECKOUT, **environment):
        yield port


def ask(port: int, path: str, headers: dict[str, str] | None = None) -> tuple[int, dict[str, str], str]:
    """Status, headers and text of one answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers={"Host": "localhost:8000"} | (headers or {}))
    answer = connection.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read().decode()
    connection.close()
    return found
