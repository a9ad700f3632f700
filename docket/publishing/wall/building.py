"""Making the published tables anew, beside those that the public is reading, and exchanging them at the end."""

from __future__ import annotations

import re
from typing import Any

from django.db import OperationalError, transaction

from docket.publishing.wall import differing, gathered
from docket.publishing.wall.projection import Projection, listed
from docket.publishing.wall.stamp import KEPT
from docket.publishing.wall.tables import Table

NEXT = "published_next"
TRIES = 50  # of 0.3 s each


# Every index of a table but the primary key and those that composite foreign keys need. Left out too, as each costs
# every publication: one whose columns begin another's, and one on a text that has another for its beginnings.
INDEXES = r"""
with own as (
  select i.*, c.relname, pg_get_indexdef(i.indexrelid) as sql from pg_index i join pg_class c on c.oid = i.indexrelid
  where i.indrelid = %s::regclass and not i.indisprimary
    and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype = 'f'))
select relname, sql from own i where indpred is not null or indexprs is not null or not exists (
  select 1 from own j where j.indpred is null and (
    j.indkey = i.indkey and j.sql like '%%\_pattern\_ops)' and i.sql not like '%%\_pattern\_ops)'
    or j.indkey::text like i.indkey::text || ' %%' and j.indclass::text like i.indclass::text || ' %%'
      and j.indoption::text like i.indoption::text || ' %%'))
"""


def build_published(cursor: Any, tables: list[Table]) -> bool:
    """Build, fill and index every published table in a schema of its own, then put them in place of the old ones.

    The schema `published` itself stays: rights and replication are attached to it. The caller's transaction holds the
    staff's tables still. Returns whether tables were exchanged; where replicas follow them, and the old ones have the
    same shape, their rows are changed instead, which reaches the replicas.
    """
    projection = Projection(tables, NEXT)
    cursor.execute(f"drop schema if exists {NEXT} cascade; create schema {NEXT}; create schema if not exists published")
    for t in tables:
        _copy_shape(cursor, t)
        _fill(cursor, projection, t)
        _copy_indexes(cursor, t)
        cursor.execute(f"analyze {NEXT}.{t.name}")
        if t.rule.keep:
            cursor.execute(f"insert into wall.ever select '{t.name}', id from {NEXT}.{t.name} on conflict do nothing")
    gathered.build(cursor, NEXT)
    _number_revisions(cursor)
    if differing.is_followed(cursor) and differing.has_shape_of(cursor, NEXT):
        differing.take_over(cursor, NEXT, _tables(cursor, NEXT))
        cursor.execute(f"drop schema {NEXT} cascade")
        return False
    _exchange(cursor)
    return True


def _copy_shape(cursor: Any, t: Table) -> None:
    """The same columns and primary key; no check, no other unique, no foreign key: a nulled key would break them."""
    cursor.execute(f"create table {NEXT}.{t.name} (like public.{t.name} including generated including storage)")
    for key in (k for k in t.keys if not k.nullable):
        cursor.execute(f"alter table {NEXT}.{t.name} alter column {key.column} drop not null")
    cursor.execute(f"alter table {NEXT}.{t.name} add primary key (id)")


def _fill(cursor: Any, projection: Projection, t: Table) -> None:
    cursor.execute(
        f"insert into {NEXT}.{t.name} ({listed(t.columns)}) "
        f"select {projection.values(t)} from public.{t.name} s where {projection.condition(t)}"
    )
    # keys to the table itself were NULL while it was empty
    for key in (k for k in t.keys if k.parent is t.model):
        value = projection.value(t, next(f for f in t.fields if f.column == key.column))
        cursor.execute(
            f"update {NEXT}.{t.name} p set {key.column} = {value} from public.{t.name} s "
            f"where s.id = p.id and s.{key.column} is not null"
        )


def _copy_indexes(cursor: Any, t: Table) -> None:
    """What the public's questions need; none of them unique."""
    cursor.execute(INDEXES, [f"public.{t.name}"])
    for name, sql in cursor.fetchall():
        moved = re.sub(
            rf"^CREATE (UNIQUE )?INDEX \S+ ON (public\.)?{t.name} ", f'CREATE INDEX "{name}" ON {NEXT}.{t.name} ', sql
        )
        cursor.execute(moved)


def _number_revisions(cursor: Any) -> None:
    """A new number for every case: what was cached of its page may show another shape of the data."""
    cursor.execute("update wall.revision set number = number + 1")
    cursor.execute(f"insert into wall.revision select id, 1 from {NEXT}.docket_case on conflict do nothing")
    cursor.execute(
        f"create table {NEXT}.docket_caserevision as select r.case_id, r.number from wall.revision r "
        f"join {NEXT}.docket_case c on c.id = r.case_id"
    )
    cursor.execute(f"alter table {NEXT}.docket_caserevision add primary key (case_id), alter number set not null")


def _exchange(cursor: Any) -> None:
    """The only moment in which a reader waits."""
    old = [table for table in _tables(cursor, "published") if table not in KEPT]
    # a reader who holds one and waits for another must not be waited for
    lock_all_or_none(cursor, [f"published.{table}" for table in old], "access exclusive")
    for table in old:
        cursor.execute(f"drop table published.{table} cascade")
    for table in _tables(cursor, NEXT):
        cursor.execute(f"alter table {NEXT}.{table} set schema published")
    cursor.execute(f"drop schema {NEXT}")


def _tables(cursor: Any, schema: str) -> list[str]:
    cursor.execute("select relname from pg_class where relnamespace = %s::regnamespace and relkind = 'r'", [schema])
    return [table for (table,) in cursor.fetchall()]


def lock_all_or_none(cursor: Any, tables: list[str], mode: str) -> None:
    """Lock every table until the transaction ends, holding none while waiting for another: so nobody is locked out.

    Raises OperationalError when others have not let go of them for a quarter of a minute.
    """
    if not tables:
        return
    alias = cursor.db.alias
    for tries_left in reversed(range(TRIES)):
        try:
            with transaction.atomic(using=alias):
                cursor.execute("set local lock_timeout = '300ms'")
                cursor.execute(f"lock table {listed(tables)} in {mode} mode")
        except OperationalError:
            if not tries_left:
                raise
        else:
            cursor.execute("set local lock_timeout = default")
            return
