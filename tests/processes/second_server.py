"""A second PostgreSQL beside that of the tests, for what goes on between two servers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from config.cluster.embedded import EmbeddedServer
from config.data_folder import CHECKOUT, make_secret
from config.database.postgres import ALIASES, Address
from config.database.provision import LOGIN_ROLES, provision
from tests import cluster

DATABASE = "docketbook_replica"


@contextmanager
def bare_server(binaries: Path | None = None) -> Iterator[EmbeddedServer]:
    """A new PostgreSQL without roles or databases of ours, of those binaries or of the same as the tests'."""
    first = cluster.server()
    place = Path(tempfile.mkdtemp(dir=cluster.folder))
    place.chmod(0o755)
    if first.account:
        os.chown(place, first.account.uid, first.account.gid)
    server = EmbeddedServer(place / "pg", binaries or first.bin, first.account, lambda line: None, dict(cluster.HASTY))
    server._initdb()
    server._start_anew()
    try:
        yield server
    finally:
        server._end()
        shutil.rmtree(place, ignore_errors=True)


@contextmanager
def second_server(template: str) -> Iterator[EmbeddedServer]:
    """With the passwords of the tests' data folder and a copy of that database, in a folder that goes away."""
    with bare_server() as server:
        with server.connect() as admin:
            provision(admin, DATABASE, {role: make_secret(role) for role in LOGIN_ROLES})
        dump = server.folder.with_name("copy.dump")
        _copy(cluster.server().address(name=template), server.address(name=DATABASE), dump)
        yield server


def _copy(source: Address, target: Address, dump: Path) -> None:
    """Take the tables over: to migrate again would take ten times as long."""
    _client("pg_dump", source, "--format=custom", f"--file={dump}")
    _client("pg_restore", target, "--clean", "--if-exists", "--exit-on-error", str(dump))


def _client(program: str, address: Address, *arguments: str) -> None:
    place = [
        f"--host={address.host}",
        f"--port={address.port}",
        f"--username={address.user}",
        f"--dbname={address.name}",
    ]
    command = [str(cluster.server().bin / program), *place, *arguments]
    subprocess.run(command, env=os.environ | {"PGPASSWORD": address.password}, check=True)


def environment(server: EmbeddedServer, publisher: Address) -> dict[str, str]:
    """What a process at the replica is told."""
    urls = {variable: server.address(role, DATABASE).url() for role, variable in ALIASES["desk"].values()}
    admin = server.address(name=DATABASE).url()
    return urls | {"ADMIN_DATABASE_URL": admin, "PUBLISHER_DATABASE_URL": publisher.url()}


def manage(command: Sequence[str], told: dict[str, str], data: Path) -> tuple[int, str]:
    """One command of manage.py in a process of its own; its status and all that it said."""
    kept = {name: value for name, value in os.environ.items() if not name.endswith("DATABASE_URL")}
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=CHECKOUT,
        env=kept | told | {"DOCKET_DATA_DIR": str(data), "DOCKET_SITE": "desk"},
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout + done.stderr
