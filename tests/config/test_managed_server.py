"""A server whose administrator may create roles and databases and is no superuser, as at most providers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from config.cluster.embedded import EmbeddedServer
from config.database.postgres import Address
from config.database.provision import LOGIN_ROLES, may_do_too_much, provision, script
from tests.processes.second_server import bare_server

NAME = "docketbook"
WORDS = {role: f"the word of {role}" for role in LOGIN_ROLES}
# the tests' own release, and whatever Debian has installed
SERVERS = [None, *sorted(Path("/usr/lib/postgresql").glob("*/bin"))]


@pytest.fixture(scope="module", params=SERVERS, ids=lambda path: path.parent.name if path else "own")
def provider(request: pytest.FixtureRequest) -> Iterator[tuple[EmbeddedServer, Address]]:
    """The server, and the administrator that its customer gets."""
    with bare_server(request.param) as server:
        with server.connect() as superuser:
            superuser.execute("CREATE ROLE customer LOGIN CREATEROLE CREATEDB PASSWORD 'the word of the customer'")
        yield server, replace(server.address("customer"), password="the word of the customer")


def connected(server: EmbeddedServer, role: str) -> psycopg.Connection[tuple[object, ...]]:
    return replace(server.address(role, NAME), password=WORDS[role]).connect()


def test_provision_makes_everything_and_may_be_run_again(provider: tuple[EmbeddedServer, Address]) -> None:
    server, customer = provider
    with customer.connect() as admin:
        assert [provision(admin, NAME, WORDS) for _ in range(2)] == [True, False]
    with connected(server, "docket_migrate") as migrate:
        migrate.execute("CREATE TABLE public.kept (n int); CREATE TABLE published.shown (n int)")
        migrate.execute("CREATE INDEX ON public.kept USING gist (n extensions.gist_int4_ops)")
    with connected(server, "docket_desk") as desk:
        desk.execute("INSERT INTO kept VALUES (1)")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            desk.execute("INSERT INTO published.shown VALUES (1)")
    with connected(server, "docket_public") as public:
        assert public.execute("SELECT count(*) FROM shown").fetchone() == (0,)
        assert not may_do_too_much(public)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            public.execute("SELECT * FROM public.kept")


def test_the_roles_own_what_they_should(provider: tuple[EmbeddedServer, Address]) -> None:
    server, customer = provider
    with customer.connect() as admin:
        provision(admin, NAME, WORDS)
    with server.connect(NAME) as superuser:
        owners = superuser.execute(
            "SELECT nspname, nspowner::regrole::text FROM pg_namespace "
            "WHERE nspname IN ('public', 'published', 'wall', 'extensions') ORDER BY 1"
        ).fetchall()
        assert owners == [(name, "docket_owner") for name in ("extensions", "public", "published", "wall")]
        strong = (
            "SELECT rolname FROM pg_roles WHERE rolname LIKE 'docket%' AND (rolsuper OR rolcreaterole OR rolcreatedb)"
        )
        assert superuser.execute(strong).fetchall() == []


def test_the_script_asks_for_nothing_that_only_a_superuser_may() -> None:
    assert "NOSUPERUSER" not in script(NAME)
