"""Replica and publisher side by side: the rows of each table, and their sums."""

from __future__ import annotations

import time
from typing import Any

import psycopg
from psycopg import sql

Connection = psycopg.Connection[Any]
TRIES, PAUSE = 5, 2.0  # what differs is looked at again: changes are on their way
COLUMNS = """
select c.relname, array_agg(a.attname::text order by a.attname)
from pg_class c join pg_attribute a on a.attrelid = c.oid
where c.relnamespace = 'published'::regnamespace and c.relkind = 'r' and c.relname <> 'docket_replica'
  and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' group by 1 order by 1
"""


def differing(publisher: Connection, replica: Connection) -> list[str]:
    """A sentence for each published table that stays another on the replica."""
    tables: dict[str, list[str]] = dict(publisher.execute(COLUMNS).fetchall())
    found = dict.fromkeys(tables, "")
    for again in range(TRIES):
        if again:
            time.sleep(PAUSE)
        found = {table: _difference(publisher, replica, table, tables[table]) for table in found}
        found = {table: words for table, words in found.items() if words}
        if not found:
            break
    return list(found.values())


def _difference(publisher: Connection, replica: Connection, table: str, columns: list[str]) -> str:
    try:
        there, here = (_sum(connection, table, columns) for connection in (publisher, replica))
    except psycopg.errors.UndefinedTable:
        return f"{table} is missing here."
    except psycopg.errors.UndefinedColumn:
        return f"{table} has not the columns of the publisher's."
    if there == here:
        return ""
    return f"{table}: {there[0]:,} rows at the publisher, {here[0]:,} here" + (
        ", of which some read otherwise." if there[0] == here[0] else "."
    )


def _sum(connection: Connection, table: str, columns: list[str]) -> tuple[int, int]:
    """How many rows, and a sum over what they hold; 15 hexadecimal digits of each row's MD5."""
    row = connection.execute(
        sql.SQL(
            "select count(*), coalesce(sum(('x' || substr(md5(row({})::text), 1, 15))::bit(60)::bigint), 0)::text"
            " from published.{}"
        ).format(sql.SQL(", ").join(map(sql.Identifier, columns)), sql.Identifier(table))
    ).fetchone()
    return (int(row[0]), int(row[1])) if row else (0, 0)
