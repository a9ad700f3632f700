"""Building, taking down, checking and mending the wall. Every function takes a cursor of the owner's connection."""

from __future__ import annotations

import hashlib
import re
from typing import Any

import pgtrigger

from docket.publishing import guards
from docket.publishing.drain import LOCK, Projection
from docket.publishing.tables import Table, published_tables

REVISIONS = "create table published.docket_caserevision (case_id bigint primary key, number bigint not null)"


def definition(tables: list[Table]) -> str:
    """A hash of everything that decides what the published schema looks like and holds."""
    shape = [f"{t.name}.{f.column} {f.get_internal_type()} {f.max_length}" for t in tables for f in t.fields]
    shape += [f"{t.name} {i.name}" for t in tables for i in t.model._meta.indexes]
    rules = [
        Projection(tables).function(),
        *_functions(tables),
        *(s for t in tables for s in guards.triggers(t)),
    ]
    history = [trigger.get_pgid(model) for model, trigger in pgtrigger.registered()]
    text = "\n".join([*shape, *history, *rules])
    return hashlib.sha256(text.encode()).hexdigest()


def _functions(tables: list[Table]) -> list[str]:
    return [
        guards.NOTE,
        guards.NOTE_PERSON,
        guards.KEEP,
        guards.NO_TRUNCATE,
        guards.CHAIN,
        guards.ERASE,
        *(guards.visibility_guard(t) for t in tables if "visibility" in t.columns),
    ]


def is_armed(cursor: Any) -> bool:
    """Whether the projection is on, with the definition of this release."""
    cursor.execute("select to_regclass('wall.state') is not null")
    if not cursor.fetchone()[0]:
        return False
    cursor.execute("select armed and definition = %s from wall.state", [definition(published_tables())])
    row = cursor.fetchone()
    return bool(row and row[0])


def disarm(cursor: Any) -> None:
    """Take the wall's and the history's triggers off, so that tables can change their shape.

    The public keeps the last state.
    """
    pgtrigger.uninstall(database=cursor.db.alias)
    cursor.execute(
        "select tgname, tgrelid::regclass::text from pg_trigger where tgname like 'wall\\_%%' and not tgisinternal"
    )
    for trigger, table in cursor.fetchall():
        cursor.execute(f"drop trigger {trigger} on {table}")
    cursor.execute("select to_regclass('wall.state') is not null")
    if cursor.fetchone()[0]:
        cursor.execute("update wall.state set armed = false")


def arm(cursor: Any) -> None:
    """Make the published tables anew from the staff's, fill them, and put the triggers on: one transaction."""
    tables = published_tables()
    disarm(cursor)
    cursor.execute(guards.WALL_TABLES)
    cursor.execute(f"lock table {', '.join('public.' + t.name for t in tables)} in share row exclusive mode")
    cursor.execute("drop schema if exists published cascade; create schema published")
    for t in tables:
        _copy_shape(cursor, t)
    cursor.execute(REVISIONS)
    for sql in [*_functions(tables), Projection(tables).function()]:
        cursor.execute(sql)
    for sql in (s for t in tables for s in guards.triggers(t)):
        cursor.execute(sql)
    pgtrigger.install(database=cursor.db.alias)
    cursor.execute("drop trigger if exists drain on wall.tick")
    cursor.execute(
        "create constraint trigger drain after insert on wall.tick deferrable initially deferred "
        "for each row execute function wall.drain()"
    )
    cursor.execute("drop trigger if exists wall_chain on public.docket_sealevent")
    cursor.execute(
        "create trigger wall_chain before insert on public.docket_sealevent for each row execute function wall.chain()"
    )
    cursor.execute("delete from wall.state")
    cursor.execute("insert into wall.state (armed, definition) values (true, %s)", [definition(tables)])
    grant(cursor)
    rebuild(cursor)


def _copy_shape(cursor: Any, t: Table) -> None:
    """A table of the same columns, primary key and plain indexes; no check, no other unique, no foreign key."""
    cursor.execute(f"create table published.{t.name} (like public.{t.name} including generated including storage)")
    for f in t.fields[1:]:
        if f.null is False and any(k.column == f.column for k in t.keys):
            cursor.execute(f"alter table published.{t.name} alter column {f.column} drop not null")
    cursor.execute(f"alter table published.{t.name} add primary key (id)")
    # with an empty search path every operator class is named with its schema
    cursor.execute(
        "select c.relname, pg_get_indexdef(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indexrelid "
        "where i.indrelid = %s::regclass and not i.indisprimary and c.relname not like '%%\\_in\\_case'",
        [f"public.{t.name}"],
    )
    for name, sql in cursor.fetchall():
        moved = re.sub(
            rf"^CREATE (UNIQUE )?INDEX \S+ ON (public\.)?{t.name} ",
            f'CREATE INDEX "{name}" ON published.{t.name} ',
            sql,
        )
        cursor.execute(moved)


def grant(cursor: Any) -> None:
    """Who may do what, beyond the default privileges: the public reads, history and events are append-only."""
    cursor.execute("grant usage on schema published to docket_public, docket_desk")
    cursor.execute("grant select on all tables in schema published to docket_public, docket_desk")
    cursor.execute("grant execute on all functions in schema public to docket_desk")
    cursor.execute("grant usage on schema wall to docket_desk")
    cursor.execute("grant select on wall.state to docket_desk")
    cursor.execute("grant execute on function wall.erase_history(text, bigint[]), wall.broken_events() to docket_desk")
    cursor.execute(
        "select relname from pg_class where relnamespace = 'public'::regnamespace "
        "and relname ~ '^(docket|parties)_[a-z]+history$'"
    )
    for (table,) in [*cursor.fetchall(), ("docket_sealevent",)]:
        cursor.execute(f"revoke update, delete, truncate on public.{table} from docket_desk")


def rebuild(cursor: Any) -> None:
    """Visit every row of every table: what is wrong is mended, what is right is left alone."""
    for t in published_tables():
        # every present row, and every one that should have gone
        cursor.execute(
            f"insert into wall.dirty select pg_current_xact_id(), '{t.name}', id from public.{t.name} "
            f"union select pg_current_xact_id(), '{t.name}', id from published.{t.name}"
        )
    cursor.execute("insert into wall.tick values (pg_current_xact_id()) on conflict do nothing")
    cursor.execute("set constraints all immediate")
    cursor.execute("set constraints all deferred")


def differences(cursor: Any) -> list[tuple[str, int, int]]:
    """Per table that differs: its name, rows that must not be public, rows missing or other than they should be.

    Call it in one REPEATABLE READ transaction.
    """
    tables = published_tables()
    projection, found = Projection(tables), []
    for t in tables:
        want = f"select {projection.values(t)} from public.{t.name} s where {projection.condition(t)}"
        have = f"select {', '.join(t.columns)} from published.{t.name}"
        cursor.execute(
            f"select (select count(*) from ({have} except {want}) a), (select count(*) from ({want} except {have}) b)"
        )
        wrong, missing = cursor.fetchone()
        if wrong or missing:
            found.append((t.name, wrong, missing))
    return found


def lock(cursor: Any) -> None:
    """Wait for every drain under way; hold off the next until the transaction ends."""
    cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])
