"""What is asked of the database's server. Every look takes a connection of the site's own role; none writes."""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import psycopg
from django.core.exceptions import ImproperlyConfigured
from psycopg import sql

from config.database.fitness import refuse_unfit
from config.database.postgres import Address, operators_server
from config.database.provision import TOO_MUCH, may_do_too_much
from config.keeping.inventory import HISTORIES

MOST_APART = 60  # seconds between two clocks
Look = Callable[[psycopg.Connection[Any], str], Iterator[str]]


def connected(address: Address) -> psycopg.Connection[Any]:
    """Or the reason in words: a wrong password, a server that is away, a database that is not there."""
    try:
        return address.connect()
    except psycopg.OperationalError as error:
        reason = " ".join(str(error).split()).removeprefix("connection failed: ")
        raise ImproperlyConfigured(f"No connection to {address}: {reason} {_remedy(reason)}") from error


def _remedy(reason: str) -> str:
    if "password authentication failed" in reason:
        return (
            "The password in the address is not the role's: `manage.py provision` sets it."
            if operators_server()
            else "The secret is not the role's: bring secrets/ back from the copy of the database, or start anew."
        )
    if "does not exist" in reason:
        return "`manage.py provision` makes it."
    return "Is the server up, and its address right?"


def letters(connection: psycopg.Connection[Any], site: str) -> Iterator[str]:
    """Encoding and locale: raises with the remedy."""
    refuse_unfit(connection, connection.info.dbname)
    yield from ()


def clock(connection: psycopg.Connection[Any], site: str) -> Iterator[str]:
    """Changes are ordered by when they were made, deadlines are counted from today."""
    now = datetime.now(UTC)
    row = connection.execute("SELECT now()").fetchone()
    if row and abs(apart := (row[0] - now).total_seconds()) > MOST_APART:
        yield f"The database's clock is {apart:+,.0f} s from this machine's: set both by NTP."
    latest = _last_change(connection) if site == "desk" else None
    if latest and (latest - now).total_seconds() > MOST_APART:
        yield (
            f"The last change of the record is of {latest:%Y-%m-%d %H:%M} UTC, but this machine's clock says "
            f"{now:%Y-%m-%d %H:%M}: it jumped, or had jumped then. Set it by NTP before anyone edits."
        )


def _last_change(connection: psycopg.Connection[Any]) -> datetime | None:
    """By the newest row of each history: its number grows, so that an index finds it in any size of record."""
    newest = sql.SQL("SELECT pgh_created_at FROM public.{} ORDER BY pgh_id DESC LIMIT 1")
    tables = [table for (table,) in connection.execute(HISTORIES)]
    rows = (connection.execute(newest.format(sql.Identifier(table))).fetchone() for table in tables)
    return max((row[0] for row in rows if row), default=None)


def role(connection: psycopg.Connection[Any], site: str) -> Iterator[str]:
    """That the public's can do no more than read, and may connect as often as the site will."""
    if site != "public":
        return
    if may_do_too_much(connection):
        yield f"The public site would refuse to work as {connection.info.user}. {TOO_MUCH}"
    row = connection.execute("SELECT rolconnlimit FROM pg_roles WHERE rolname = current_user").fetchone()
    wanted = int(os.environ.get("WEB_WORKERS") or 2) * int(os.environ.get("WEB_THREADS") or 4)
    if row and 0 <= row[0] < wanted:
        yield f"WEB_WORKERS × WEB_THREADS = {wanted} connections, but {connection.info.user} may have {row[0]}."


def schema(connection: psycopg.Connection[Any], site: str) -> Iterator[str]:
    """The same that /readyz says."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from config.health.state import findings

    yield from (finding.words for finding in findings() if finding.name in ("schema", "replica") and not finding.well)


LOOKS: tuple[Look, ...] = (letters, clock, role, schema)
