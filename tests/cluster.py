"""A throwaway PostgreSQL: `-p tests.cluster` gives each process of a test session a folder and a server of its own.

Nothing starts before the first test that needs a database. TEST_ADMIN_DATABASE_URL names a server to use
instead; it must be one for tests only, because the roles get new passwords there.
"""

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import psutil
import psycopg
import pytest
from django.db import connections
from psycopg import sql

from config.cluster.embedded import EmbeddedServer, embedded_server
from config.data_folder import make_secret
from config.database.postgres import ALIASES, Address, django_settings, parse_url
from config.database.provision import LOGIN_ROLES, provision

TEST_DATABASE = "test_docketbook"
NOT_FOR_TESTS = (
    *("DATABASE_URL", "PUBLISHED_DATABASE_URL", "MIGRATE_DATABASE_URL"),
    *("DOCKET_ENV", "DEBUG", "SECRET_KEY", "ALLOWED_HOSTS"),
)
HASTY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_wal_size": "4GB"}
# What a test inserts and rolls back leaves tables that count as empty, and plans that read a whole index a row: 12,000
# events asked of their constraints took over two minutes when the statistics happened to be taken just then.
HASTY |= {"autovacuum": "off"}
# as a publisher has it, whom replicas follow
HASTY |= {"wal_level": "logical"}

PREFIX = "docketbook-tests-"
template_is_kept = False
"""Whether an earlier session on this server has migrated the template (tests/mutation)."""
database_is_kept = False
"""Whether it has left the database as it found it, too."""

folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
folder.chmod(0o755)  # the account that runs PostgreSQL must enter it
for variable in NOT_FOR_TESTS:
    os.environ.pop(variable, None)
os.environ |= {"DOCKET_DATA_DIR": str(folder), "DOCKET_SITE": "desk"}


def sweep() -> None:
    """End what sessions left behind that were killed before they could."""
    for left in folder.parent.glob(f"{PREFIX}*-*"):
        if psutil.pid_exists(int(left.name.removeprefix(PREFIX).split("-")[0])):
            continue
        for data in {path.parent for path in left.rglob("postmaster.pid")}:
            EmbeddedServer(data, data, None, print).stop()
        shutil.rmtree(left, ignore_errors=True)


@cache
def server() -> EmbeddedServer:
    sweep()
    started = embedded_server(say=lambda line: None)
    started.extra_settings = HASTY
    started.start()
    return started


def address(role: str, database: str) -> Address:
    if given := os.environ.get("TEST_ADMIN_DATABASE_URL"):
        admin = parse_url(given, "TEST_ADMIN_DATABASE_URL")
        if role in LOGIN_ROLES:
            return replace(admin, name=database, user=role, password=make_secret(role))
        return replace(admin, name=database)
    return server().address(role, database)


def connect(role: str = "postgres", database: str = "postgres") -> psycopg.Connection[Any]:
    """Autocommit; "postgres" is the superuser, the other roles are those of config/database/provision.py."""
    return address(role, database).connect()


def make_database(name: str, template: str | None = None) -> None:
    """A new database with roles and rights; with `template` a copy of that one, which nobody may be using."""
    drop_database(name)
    with connect() as admin:
        if template:
            copy = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
            admin.execute(copy.format(sql.Identifier(name), sql.Identifier(template)))
        provision(admin, name, {role: make_secret(role) for role in LOGIN_ROLES})


def drop_database(name: str) -> None:
    with connect() as admin:
        admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


@contextmanager
def use_database(name: str) -> Iterator[None]:
    """Point every alias of the desk, each with its own role, at that database."""
    before = {alias: dict(connections.settings[alias]) for alias in connections}
    connections.close_all()
    try:
        for alias, (role, _) in ALIASES["desk"].items():
            connections.settings[alias].update(django_settings(address(role, name)))
        yield
    finally:
        connections.close_all()
        for alias, kept in before.items():
            connections.settings[alias].update(kept)


def environment(name: str) -> dict[str, str]:
    """What a process started by a test needs to use that database."""
    return {variable: address(role, name).url() for role, variable in ALIASES["desk"].values()}


def keep_in(kept: Path) -> None:
    """Work in that folder instead, which stays: call it before the server is first asked for."""
    global folder
    shutil.rmtree(folder)
    kept.mkdir(mode=0o755, parents=True, exist_ok=True)
    folder = kept.resolve()
    os.environ["DOCKET_DATA_DIR"] = str(folder)


def stop() -> None:
    if server.cache_info().currsize:
        server().stop()


def pytest_configure(config: pytest.Config) -> None:
    # a runner that ends the session politely must not leave PostgreSQL behind
    signal.signal(signal.SIGTERM, signal.default_int_handler)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    # on one server two processes would change each other's roles
    return 0 if os.environ.get("TEST_ADMIN_DATABASE_URL") else None


def pytest_unconfigure(config: pytest.Config) -> None:
    stop()
    shutil.rmtree(folder, ignore_errors=True)
    if not hasattr(config, "workerinput"):
        # workers that were interrupted are gone without having stopped theirs
        psutil.wait_procs(psutil.Process().children(), timeout=10)
        sweep()
