"""Back to the freshly migrated database after a test that committed, without migrating again."""

from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import sql

TABLES = """
    SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND pg_relation_size(c.oid) > 0
      AND n.nspname NOT IN ('information_schema', 'extensions') AND n.nspname NOT LIKE 'pg\\_%'
"""
LARGE = 1 << 20  # bytes; a table that grew beyond is vacuumed, or every later test pays for its dead rows

Table = tuple[str, str]


@dataclass(frozen=True)
class Rows:
    """What the migrations put into a table; `mark` changes with any later insert, update or delete."""

    mark: tuple[int, int]
    copy: bytes


class Baseline:
    def __init__(self, admin: psycopg.Connection[Any]) -> None:
        self.rows = {t: Rows(_mark(admin, t), _copy_out(admin, t)) for t in _tables(admin) if _mark(admin, t)[0]}

    def restore(self, admin: psycopg.Connection[Any]) -> None:
        """Empty what the migrations left empty, put back what they wrote; as superuser, in autocommit."""
        admin.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            " AND backend_type = 'client backend'"
        )
        # no trigger fires, so that append-only tables can be emptied and nothing is projected or recorded
        admin.execute("SET session_replication_role = replica")
        for table in _tables(admin):
            mark, kept = _mark(admin, table), self.rows.get(table)
            if mark[0] and not kept:
                admin.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(*table)))
            elif kept and mark != kept.mark:
                self._put_back(admin, table, kept)
        for table in _tables(admin, larger_than=LARGE):
            admin.execute(sql.SQL("VACUUM {}").format(sql.Identifier(*table)))

    def _put_back(self, admin: psycopg.Connection[Any], table: Table, kept: Rows) -> None:
        name = sql.Identifier(*table)
        admin.execute(sql.SQL("DELETE FROM {}").format(name))
        with admin.cursor() as cursor, cursor.copy(sql.SQL("COPY {} FROM STDIN BINARY").format(name)) as copy:
            copy.write(kept.copy)
        self.rows[table] = Rows(_mark(admin, table), kept.copy)


def copy_of_all_rows(admin: psycopg.Connection[Any]) -> dict[Table, bytes]:
    """Every table's rows in a fixed order, to compare two databases."""
    found = {}
    for table in _tables(admin):
        query = sql.SQL("COPY (SELECT t::text FROM {} t ORDER BY 1) TO STDOUT").format(sql.Identifier(*table))
        with admin.cursor() as cursor, cursor.copy(query) as copy:
            found[table] = b"".join(copy)
    return {table: rows for table, rows in found.items() if rows}


def _tables(admin: psycopg.Connection[Any], larger_than: int = 0) -> list[Table]:
    return admin.execute(f"{TABLES} AND pg_relation_size(c.oid) > {larger_than} ORDER BY 1, 2").fetchall()


def _mark(admin: psycopg.Connection[Any], table: Table) -> tuple[int, int]:
    query = sql.SQL("SELECT count(*), coalesce(max(xmin::text::bigint), 0) FROM {}").format(sql.Identifier(*table))
    count, newest = admin.execute(query).fetchone() or (0, 0)
    return count, newest


def _copy_out(admin: psycopg.Connection[Any], table: Table) -> bytes:
    with (
        admin.cursor() as cursor,
        cursor.copy(sql.SQL("COPY {} TO STDOUT BINARY").format(sql.Identifier(*table))) as copy,
    ):
        return b"".join(copy)
