"""At the replica: the tables of the release, empty; the subscription that fills them; and what it was filled with."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from typing import Any

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from config.database.postgres import Address
from config.replicas.publisher import PUBLICATION, NoReplicas
from docket.publishing.wall import stamp

SUBSCRIPTION = "docketbook"
OWN = "select to_regclass('public.docket_case') is not null"
RECORD = "select exists (select 1 from public.docket_case) or exists (select 1 from public.docket_sealevent)"
TABLES = "select tablename from pg_tables where schemaname = 'published' and tablename <> %s order by 1"
STATES = "select count(*), count(*) filter (where srsubstate <> 'r') from pg_subscription_rel"
ERRORS = "select coalesce(sum(sync_error_count + apply_error_count), 0) from pg_stat_subscription_stats"
PAUSE = 0.2  # seconds between two looks at the filling

Connection = psycopg.Connection[Any]


def stamped(publisher: Connection) -> tuple[str, int]:
    """Of which release the publisher's tables are, and their serial."""
    published = publisher.execute("select 1 from pg_publication where pubname = %s", [PUBLICATION]).fetchone()
    if not published:
        raise NoReplicas("The publisher publishes nothing to replicas: run `manage.py publish_to_replicas` there.")
    row = publisher.execute(f"select definition, serial from published.{stamp.STAMP}").fetchone()
    if row is None:
        raise NoReplicas("The publisher's tables are not made: run `manage.py migrate` there.")
    return str(row[0]), int(row[1])


def refuse_record(here: Connection) -> None:
    """A database with a record of its own is no replica, and is not made one."""
    if here.execute(OWN).fetchone() == (True,) and here.execute(RECORD).fetchone() == (True,):
        raise NoReplicas(
            f"The database {here.info.dbname} holds a record of its own. A replica needs an empty one. Nothing was "
            "changed."
        )


def leave(here: Connection) -> None:
    """Stop following; the site shows nothing from here on. The publisher's slot goes too, if it can be reached."""
    if here.execute(f"select to_regclass('published.{stamp.FILLED}') is not null").fetchone() == (True,):
        here.execute(f"delete from published.{stamp.FILLED}")
    if not here.execute("select 1 from pg_subscription where subname = %s", [SUBSCRIPTION]).fetchone():
        return
    here.execute(f"alter subscription {SUBSCRIPTION} disable")
    try:
        here.execute(f"drop subscription {SUBSCRIPTION}")
    except psycopg.Error:
        here.execute(f"alter subscription {SUBSCRIPTION} set (slot_name = none)")
        here.execute(f"drop subscription {SUBSCRIPTION}")


def fill(here: Connection, publisher: Address, serial: int, say: Callable[[str], None]) -> None:
    """Empty the tables, follow, and wait until every one is copied.

    serial: the publisher's, read before, so that an exchange in the meantime shows.
    """
    here.execute(stamp.FILLED_TABLE)
    here.execute(f"alter table published.{stamp.FILLED} owner to docket_owner")
    here.execute(f"grant select on published.{stamp.FILLED} to docket_public, docket_desk")
    # who connected before would not know that this is a replica
    here.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'docket_public'")
    tables = [table for (table,) in here.execute(TABLES, [stamp.FILLED])]
    here.execute(f"truncate {', '.join(f'published.{table}' for table in tables)}")
    _subscribe(here, publisher)
    _wait(here, say)
    here.execute(f"insert into published.{stamp.FILLED} (serial) values (%s)", [serial])
    say(f"{len(tables)} tables are filled, and follow.")


def _subscribe(here: Connection, publisher: Address) -> None:
    """The slot has a name of its own: several replicas follow one publisher."""
    source = make_conninfo(
        host=publisher.host,
        port=publisher.port,
        user=publisher.user,
        password=publisher.password,
        dbname=publisher.name,
        **publisher.options,
    )
    slot = f"{SUBSCRIPTION}_{secrets.token_hex(4)}"
    statement = sql.SQL("create subscription {} connection {} publication {} with (slot_name = {})").format(
        sql.Identifier(SUBSCRIPTION), sql.Literal(source), sql.Identifier(PUBLICATION), sql.Identifier(slot)
    )
    here.execute(statement)


def _wait(here: Connection, say: Callable[[str], None]) -> None:
    said = None
    while True:
        total, waiting = here.execute(STATES).fetchone() or (0, 0)
        if total and not waiting:
            return
        if here.execute(ERRORS).fetchone() != (0,):
            raise NoReplicas(
                "A table could not be copied: the log of the replica's server says why. The site shows nothing until "
                "this command has succeeded."
            )
        if waiting != said:
            say(f"{waiting} of {total} tables are not filled yet …")
            said = waiting
        time.sleep(PAUSE)
