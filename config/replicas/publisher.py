"""At the publisher: what replicas receive, and the role by which they ask for it."""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg import sql

from config.database.postgres import Address

PUBLICATION = "docketbook"
ROLE = "docket_replica"
# reads what the public reads, for the first copy; what the log holds beyond that it may decode too (docs/operating.md)
STATEMENTS = (
    f"alter role {ROLE} login replication inherit nosuperuser nocreatedb nocreaterole",
    f"grant docket_public to {ROLE}",
)


class NoReplicas(Exception):
    """Nothing was changed; the message says why and what to do."""


def publish(admin: psycopg.Connection[Any], asked_as: Address) -> None:
    """Make the role with the password of `asked_as`, and the publication; may be run again. `admin` is a superuser."""
    _refuse(admin, asked_as)
    if not admin.execute("select 1 from pg_roles where rolname = %s", [ROLE]).fetchone():
        admin.execute(f"create role {ROLE}")
    for statement in STATEMENTS:
        admin.execute(statement)
    # hashed here: the password itself reaches neither the server nor its log
    verifier = admin.pgconn.encrypt_password(asked_as.password.encode(), ROLE.encode(), b"scram-sha-256").decode()
    admin.execute(sql.SQL("alter role {} password {}").format(sql.Identifier(ROLE), sql.Literal(verifier)))
    if not admin.execute("select 1 from pg_publication where pubname = %s", [PUBLICATION]).fetchone():
        admin.execute(f"create publication {PUBLICATION} for tables in schema published")


def _refuse(admin: psycopg.Connection[Any], asked_as: Address) -> None:
    if asked_as.user != ROLE or not asked_as.password:
        raise NoReplicas(f"PUBLISHER_DATABASE_URL must name the role {ROLE} and a password; it names {asked_as}.")
    level = admin.execute("show wal_level").fetchone()
    if level != ("logical",):
        raise NoReplicas(
            f"The server's wal_level is {level and level[0]}: nothing could follow it. `ALTER SYSTEM SET wal_level = "
            "logical`, restart the server, and run this again. Nothing was changed."
        )
    if admin.execute("select to_regclass('published.docket_wallstamp') is null").fetchone() == (True,):
        raise NoReplicas("The published tables are not those of this release: run `manage.py migrate` first.")
