"""Building, taking down and checking the wall. Every function takes a cursor of the owner's connection."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from typing import Any

import pgtrigger

from docket.publishing.wall import drain, gathered, guards, moved, stamp
from docket.publishing.wall.building import INDEXES, build_published, lock_all_or_none
from docket.publishing.wall.projection import Projection, listed
from docket.publishing.wall.tables import published_tables

HISTORY = (
    "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' "
    "and relname ~ '^(docket|parties)_[a-z]+history$'"
)

TRIGGERED = (
    "select distinct tgrelid::regclass::text from pg_trigger join pg_class c on c.oid = tgrelid "
    "where c.relnamespace = 'public'::regnamespace and not tgisinternal order by 1"
)

# A statement that creates a trigger: its name and its table.
NAMES = re.compile(r"^create (?:constraint )?trigger (\w+) .*? on (?:public\.)?(\S+) .*$", re.DOTALL)


@cache
def definition() -> str:
    """A hash of everything that decides what the published schema looks like and holds."""
    tables = published_tables()
    shape = [f"{t.name}.{f.column} {f.get_internal_type()} {f.max_length}" for t in tables for f in t.fields]
    shape += [f"{t.name} {i.name}" for t in tables for i in t.model._meta.indexes]
    history = [trigger.compile(model).hash for model, trigger in pgtrigger.registered()]
    text = "\n".join(
        [
            *shape,
            *gathered.shape(),
            *history,
            guards.STATE,
            guards.NOTES,
            moved.TABLE,
            guards.NEVER_IGNORED,
            INDEXES,
            stamp.TABLE,
            *_functions(),
            *_triggers(),
        ]
    )
    return hashlib.sha256(text.encode()).hexdigest()


def _functions() -> list[str]:
    projection = Projection(published_tables(), one_by_one=True)
    return [*guards.functions(projection), *moved.FUNCTIONS, *drain.functions(projection)]


def _triggers() -> list[str]:
    projection = Projection(published_tables())
    at_commit = (
        "create constraint trigger drain after insert on wall.tick deferrable initially deferred "
        "for each row execute function wall.drain()"
    )
    return [
        at_commit,
        *guards.chain_triggers(),
        *(s for t in projection.tables for s in guards.triggers(projection, t)),
    ]


def is_armed(cursor: Any) -> bool:
    """Whether the projection is on, with the definition of this release. The desk may ask too."""
    cursor.execute("select to_regclass('wall.state') is not null")
    if not cursor.fetchone()[0]:
        return False
    cursor.execute("select armed and definition = %s from wall.state", [definition()])
    row = cursor.fetchone()
    return bool(row and row[0])


def disarm(cursor: Any) -> None:
    """Take the wall's and the history's triggers off, so that tables can change their shape.

    The public keeps the last state. Staff wait until the transaction ends.
    """
    cursor.execute(TRIGGERED)
    lock_all_or_none(cursor, [table for (table,) in cursor.fetchall()], "access exclusive")
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
    """Make the published tables anew from the staff's and put the triggers on: one transaction.

    Staff wait while it runs; the public reads the tables of before until they are exchanged at the end.
    """
    tables = published_tables()
    lock_all_or_none(cursor, [f"public.{t.name}" for t in tables], "access exclusive")
    disarm(cursor)
    for sql in [guards.STATE, guards.NOTES, moved.TABLE, *_old_functions(cursor), *_functions(), *_triggers()]:
        cursor.execute(sql)
    pgtrigger.install(database=cursor.db.alias)
    cursor.execute(guards.NEVER_IGNORED)
    for name in _joining_functions():
        cursor.execute(f"alter function public.{name}() {guards.BY_HASH}")
    exchanged = build_published(cursor, tables)
    stamp.write(cursor, definition(), exchanged)
    grant(cursor)
    cursor.execute("delete from wall.state")
    cursor.execute("insert into wall.state (armed, definition) values (true, %s)", [definition()])


def _joining_functions() -> list[str]:
    """The functions of history's triggers that join old and new rows."""
    return [
        trigger.get_pgid(model)
        for model, trigger in pgtrigger.registered()
        if trigger.level == pgtrigger.Statement and trigger.operation == pgtrigger.Update
    ]


def _old_functions(cursor: Any) -> list[str]:
    cursor.execute("select oid::regprocedure::text from pg_proc where pronamespace = 'wall'::regnamespace")
    return [f"drop function {name} cascade" for (name,) in cursor.fetchall()]


def grant(cursor: Any) -> None:
    """Who may do what, beyond the default privileges: the public reads, history and events are append-only."""
    cursor.execute("grant usage on schema published to docket_public, docket_desk")
    cursor.execute("grant select on all tables in schema published to docket_public, docket_desk")
    # history's triggers call functions of theirs as the one who writes
    cursor.execute("grant execute on all functions in schema public to docket_desk")
    cursor.execute("grant usage on schema wall to docket_desk")
    cursor.execute("grant select on wall.state to docket_desk")
    cursor.execute("grant execute on function wall.take_chain(), wall.watch(), wall.watched() to docket_desk")
    cursor.execute("grant execute on function wall.erase_history(text, bigint[]), wall.broken_events() to docket_desk")
    cursor.execute(HISTORY)
    for (table,) in [*cursor.fetchall(), ("docket_sealevent",), ("docket_sealedreading",)]:
        cursor.execute(f"revoke update, delete, truncate on public.{table} from docket_desk")
    # who did it and where: written with every change, added to within a request, never taken away
    cursor.execute("revoke delete, truncate on public.pghistory_context from docket_desk")


def differences(cursor: Any) -> list[tuple[str, int, int]]:
    """Per table that differs: its name, rows that must not be public, rows missing or other than they should be.

    Call it in one REPEATABLE READ transaction. Parents are compared with the rule and children with their published
    parents, so one table that is wrong may hide others, and none is wrong only when none is reported.
    """
    tables = published_tables()
    projection, found = Projection(tables), []
    compared = [
        (
            t.name,
            f"select {projection.values(t)} from public.{t.name} s where {projection.condition(t)}",
            f"select {listed(t.columns)} from published.{t.name}",
        )
        for t in tables
    ]
    revisions = (
        "select w.case_id, w.number from wall.revision w join published.docket_case c on c.id = w.case_id",
        "select case_id, number from published.docket_caserevision",
    )
    for name, want, have in [*compared, *gathered.compared(), ("docket_caserevision", *revisions)]:
        cursor.execute(
            f"select (select count(*) from ({have} except {want}) a), (select count(*) from ({want} except {have}) b)"
        )
        wrong, missing = cursor.fetchone()
        if wrong or missing:
            found.append((name, wrong, missing))
    return found


def missing_triggers(cursor: Any) -> list[str]:
    """The triggers of the wall and of history, as table.trigger, that are not there or are switched off."""
    cursor.execute(
        "select tgrelid::regclass::text || '.' || tgname from pg_trigger "
        "where not tgisinternal and tgenabled in ('O', 'A')"
    )
    there = {name.removeprefix("public.") for (name,) in cursor.fetchall()}
    wanted = {NAMES.sub(r"\2.\1", sql) for sql in _triggers()}
    wanted |= {f"{model._meta.db_table}.{trigger.get_pgid(model)}" for model, trigger in pgtrigger.registered()}
    return sorted(wanted - there)


def broken_events(cursor: Any) -> list[int]:
    """The events that do not fit the chain: edited, put in, out of order, or following one that was taken out."""
    cursor.execute("select id from wall.broken_events() id order by id")
    return [event for (event,) in cursor.fetchall()]


def lock_chain(cursor: Any) -> None:
    """Hold off other acts until the transaction ends; the chain's own trigger asks for the same lock."""
    cursor.execute("select wall.take_chain()")
