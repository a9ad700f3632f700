"""Columns kept ready for the files: what a published row gathers from published rows that point at it.

A file with a million rows cannot ask four other tables for each. So the drain keeps the answers, in tables of the
schema `published` alone: after everything is projected, for the rows that were noted, from published rows only.
What the public may not read is not there to be gathered; a row that vanishes notes those that had gathered it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from django.apps import apps
from django.db import models

from docket.publishing.rules import Gathered
from docket.publishing.wall.tables import APPS, Table

# Beyond so many rows a plan made for their number is worth its making, as in drain.py.
MANY = 100


@dataclass(frozen=True, eq=False)
class Kept:
    """One table of gathered columns, as its model describes it."""

    model: type[models.Model]
    rule: Gathered

    @property
    def name(self) -> str:
        """The table's name, the same in both schemas: `docket_filinggathered`."""
        return self.model._meta.db_table

    @cached_property
    def key(self) -> str:
        """The column with the id of the row that gathers; the primary key."""
        return str(self.model._meta.pk.column)

    @cached_property
    def columns(self) -> list[str]:
        """Every column, the key first."""
        return [f.column for f in self.model._meta.local_concrete_fields]

    @property
    def gathered(self) -> list[str]:
        """Every column but the key."""
        return self.columns[1:]

    def rows(self, schema: str = "published", among: str = "is not null") -> str:
        """SQL: the rows as they should be, of all that gather anything or of some."""
        parts = [f"({part.rows.format(schema=schema, among=among)}) part{i}" for i, part in enumerate(self.rule.parts)]
        joined = f"{parts[0]}{''.join(f' full join {part} using (id)' for part in parts[1:])}"
        return f"select id as {self.key}, {', '.join(self.gathered)} from {joined}"

    def noted_by(self, t: Table) -> Iterator[str]:
        """SQL for each way from rows of that table, `{rows}`, to the rows that gather them."""
        return (part.noted_by[t.name] for part in self.rule.parts if t.name in part.noted_by)


@cache
def kept_tables() -> list[Kept]:
    """Every table of gathered columns."""
    found = []
    for model in (m for app in APPS for m in apps.get_app_config(app).get_models()):
        rule = model.__dict__.get("gathers")
        if isinstance(rule, Gathered):
            found.append(Kept(model, rule))
    return found


def note(t: Table) -> str:
    """In the projection of a table: note the rows that gathered its rows as they were, or will as they are."""
    return "".join(
        f""",
  gather_{k.name}_{i} as (insert into wall.dirty select me, '{k.name}', array_agg(distinct g.id) from (
    {way.format(rows="before")} union all {way.format(rows="todo")}) g (id) having count(*) > 0)"""
        for k in kept_tables()
        for i, way in enumerate(k.noted_by(t))
    )


def functions() -> list[str]:
    """`wall.gather_<table>(ids)`: bring the gathered columns of these rows up to date."""
    return [_gather(k) for k in kept_tables()]


def calls() -> str:
    """In `wall.drain()`, once everything is projected."""
    return "".join(
        f"""  select array_agg(distinct x.id) into ids from wall.dirty d, unnest(d.ids) x (id)
    where d.xid = me and d.tbl = '{k.name}';
  if ids is not null then perform wall.gather_{k.name}(ids); end if;
"""
        for k in kept_tables()
    )


def _gather(k: Kept) -> str:
    differ = f"({_of('p', k.gathered)}) is distinct from ({_of('excluded', k.gathered)})"
    return f"""create or replace function wall.gather_{k.name}(ids bigint[]) returns void language plpgsql as $gather$
begin
  perform set_config('plan_cache_mode',
    case when cardinality(ids) > {MANY} then 'force_custom_plan' else 'auto' end, true);
  with want as materialized ({k.rows(among="= any(ids)")}),
  gone as (delete from published.{k.name} p
    where p.{k.key} = any(ids) and not exists (select 1 from want w where w.{k.key} = p.{k.key}))
  insert into published.{k.name} as p ({", ".join(k.columns)}) select {", ".join(k.columns)} from want order by {k.key}
    on conflict ({k.key}) do update set {", ".join(f"{c} = excluded.{c}" for c in k.gathered)} where {differ};
end $gather$"""


def _of(alias: str, columns: list[str]) -> str:
    return ", ".join(f"{alias}.{column}" for column in columns)


def build(cursor: Any, schema: str) -> None:
    """Create and fill the tables in a schema whose published tables are filled."""
    for k in kept_tables():
        columns = ", ".join(f"{f.column} {f.db_type(cursor.db)}" for f in k.model._meta.local_concrete_fields)
        cursor.execute(f"create table {schema}.{k.name} ({columns}, primary key ({k.key}))")
        fill(cursor, k, schema)


def fill(cursor: Any, k: Kept, schema: str = "published") -> None:
    """Gather for every row at once, into an empty table."""
    cursor.execute(f"insert into {schema}.{k.name} ({', '.join(k.columns)}) {k.rows(schema)}")
    cursor.execute(f"analyze {schema}.{k.name}")


def compared() -> list[tuple[str, str, str]]:
    """Each table's name, its rows as they should be and as they are."""
    return [(k.name, k.rows(), f"select {', '.join(k.columns)} from published.{k.name}") for k in kept_tables()]


def shape() -> list[str]:
    """What decides the tables' columns; the functions decide what they hold."""
    return [f"{k.name}.{f.column} {f.get_internal_type()}" for k in kept_tables() for f in k.model._meta.local_fields]
