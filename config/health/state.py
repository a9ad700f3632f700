"""What must be so for a site to answer. Each finding is a sentence that anyone may read: no address, no secret."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from config.data_folder import data_folder
from config.replicas import fitness
from docket.publishing.caches import unheard
from docket.publishing.wall import lifecycle, stamp
from docket.publishing.wall.tables import published_tables

LEAST_FREE = 200_000_000  # bytes: an import, its files and the log of the database need that much
COLUMNS = """
    select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = to_regnamespace('published') and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
"""
# seconds since the last word of the publisher; null when the worker that follows it does not run
FOLLOWING = """
    select pid is not null, extract(epoch from now() - latest_end_time)::float8
    from pg_stat_subscription where relid is null
"""
# a standby that has replayed all it received is not behind, however long ago that was
STANDBY = """
    select case when pg_last_wal_receive_lsn() is not distinct from pg_last_wal_replay_lsn() then 0
        else extract(epoch from now() - pg_last_xact_replay_timestamp()) end::float8
    where pg_is_in_recovery()
"""


@dataclass(frozen=True)
class Finding:
    """One thing looked at. Only what `must` be well takes a site out of service."""

    name: str
    well: bool
    words: str
    must: bool = True


def findings() -> Iterator[Finding]:
    """Of this process's own database and disk. Nothing else of the database is asked when it is away."""
    yield disk()
    if settings.DESK and settings.SHARED_CACHES:
        yield caches()
    try:
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("select 1")
    except (DatabaseError, InterfaceError):
        yield Finding("database", False, "The database does not answer.")
        return
    yield Finding("database", True, "The database answers.")
    for look in (schema, replica):
        yield _looked_at(look)


def _looked_at(look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except (DatabaseError, InterfaceError):
        return Finding(look.__name__, False, "The database refused the question, or was lost over it.")


def disk() -> Finding:
    """Where the data folder is. The public site can do without space; the desk cannot."""
    try:
        free = shutil.disk_usage(data_folder()).free
    except OSError:
        return Finding("disk", False, "The data folder cannot be read.", must=settings.DESK)
    return Finding("disk", free >= LEAST_FREE, f"{free / 1e9:,.1f} GB are free.", must=settings.DESK)


def caches() -> Finding:
    """Whether those before the public site know of every act. A desk out of service would help nobody."""
    missed = unheard.words()
    return Finding("caches", not missed, missed or "The caches know of every act.", must=False)


def schema() -> Finding:
    """The database's shape against this release's; a replica has the published tables only."""
    if missing := missing_columns():
        return Finding("schema", False, f"{len(missing)} published columns of this release are missing: run migrate.")
    if settings.DESK and (words := _migrations()):
        return Finding("schema", False, words)
    return Finding("schema", True, "The tables are those of this release.")


def missing_columns() -> set[str]:
    """table.column of what this release reads and the schema `published` does not have."""
    wanted = {f"{table.name}.{column}" for table in published_tables() for column in table.columns}
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS)
        return wanted - {name for (name,) in cursor.fetchall()}


def _migrations() -> str:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return "Migrations of this release are waiting: run migrate."
    if newer := newer_migrations(executor):
        return f"The database is newer than this release: it has {newer[0]}. Install the release that made it."
    with connection.cursor() as cursor:
        armed = lifecycle.is_armed(cursor)
    return "" if armed else "The public projection is off: run migrate."


def newer_migrations(executor: MigrationExecutor) -> list[str]:
    """What was applied that this release does not know, as app.name, of the apps that it has."""
    known, apps = executor.loader.graph.nodes, executor.loader.migrated_apps
    replaced = {old for migration in executor.loader.replacements.values() for old in migration.replaces}
    applied = MigrationRecorder(executor.connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in set(applied) - set(known) - replaced if app in apps)


def replica() -> Finding:
    """Fit when it follows its publisher and is at most REPLICA_LAG seconds behind; any other server is.

    A replica that may hold what was withdrawn is not, however little it is behind.
    """
    with connection.cursor() as cursor:
        if stamp.is_replica(cursor) and (words := fitness.amiss(cursor)):
            return Finding("replica", False, words)
        cursor.execute(STANDBY)
        lags = [lag for (lag,) in cursor.fetchall()]
        cursor.execute(FOLLOWING)
        rows = cursor.fetchall()
    if any(not running for running, _ in rows):
        return Finding("replica", False, "The subscription is not running: nothing new arrives.")
    lags += [lag for _, lag in rows]
    if not lags:
        return Finding("replica", True, "This is no replica.")
    if any(lag is None for lag in lags):
        return Finding("replica", False, "The replica has heard nothing from its publisher yet.")
    behind = max(0.0, *lags)
    return Finding("replica", behind <= settings.REPLICA_LAG, f"The replica is {behind:.0f} s behind.")
