"""Where replicas follow the published tables: bring them up to date row by row, instead of exchanging them.

Rows that were filled in before a table joined the publication reach no replica. Changed rows do, all of a transaction
at once. That needs tables of one shape; where columns or indexes differ, they are exchanged, and the stamp says so.
"""

from __future__ import annotations

from typing import Any

from docket.publishing.wall.projection import listed
from docket.publishing.wall.stamp import KEPT

FOLLOWED = "select exists (select 1 from pg_publication_tables where schemaname = 'published')"
# every column, and every index without the name of the schema
SHAPE = """
select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
  coalesce(pg_get_expr(d.adbin, d.adrelid), '')
from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
where c.relnamespace = %(schema)s::regnamespace and c.relkind = 'r' and c.relname <> all(%(kept)s)
union all
select tablename, indexname, replace(indexdef, schemaname || '.', ''), true, '' from pg_indexes
where schemaname = %(schema)s and tablename <> all(%(kept)s)
"""
COLUMNS = """
select a.attname, coalesce(i.indisprimary, false) from pg_attribute a
left join pg_index i on i.indrelid = a.attrelid and i.indisprimary and a.attnum = any(i.indkey)
where a.attrelid = %s::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum
"""


def is_followed(cursor: Any) -> bool:
    """Whether anything of the schema `published` is in a publication."""
    cursor.execute(FOLLOWED)
    return bool(cursor.fetchone()[0])


def has_shape_of(cursor: Any, schema: str) -> bool:
    """Whether the published tables have the columns and indexes of those in that schema."""
    return _shape(cursor, "published") == _shape(cursor, schema)


def _shape(cursor: Any, schema: str) -> set[tuple[Any, ...]]:
    cursor.execute(SHAPE, {"schema": schema, "kept": list(KEPT)})
    return set(cursor.fetchall())


def take_over(cursor: Any, schema: str, tables: list[str]) -> None:
    """Make each published table hold the rows of its twin in that schema; readers see the old ones until the commit."""
    for table in tables:
        _take_over(cursor, f"{schema}.{table}", f"published.{table}")


def _take_over(cursor: Any, source: str, table: str) -> None:
    cursor.execute(COLUMNS, [table])
    found = cursor.fetchall()
    key = next(column for column, is_key in found if is_key)
    columns = [column for column, _ in found]
    rest = [column for column in columns if column != key]
    same = f"n.{key} = p.{key}"
    cursor.execute(f"delete from {table} p where not exists (select 1 from {source} n where {same})")
    cursor.execute(
        f"update {table} p set {listed(rest, lambda c: f'{c} = n.{c}')} from {source} n where {same} "
        f"and ({listed(rest, 'p.{}'.format)}) is distinct from ({listed(rest, 'n.{}'.format)})"
    )
    cursor.execute(
        f"insert into {table} ({listed(columns)}) select {listed(columns)} from {source} n "
        f"where not exists (select 1 from {table} p where {same}) order by {key}"
    )
