"""What record a data folder holds, in one sentence, for whoever is about to replace it."""

import os
from datetime import UTC
from pathlib import Path
from typing import Any, LiteralString

import psycopg
from psycopg import sql

from config.database.postgres import Address

# label -> the table counted
COUNTED = {"cases": "docket_case", "filings": "docket_filing"}
HISTORIES: LiteralString = """
    SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attname = 'pgh_created_at'
"""
TABLES: LiteralString = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"


def record_held(folder: Path, files: Path, admin: Address, name: str) -> str:
    """Empty when there is neither a table nor a file. `admin` signs in to any database of the server.

    Example: the record “Set accidents” in /srv/docketbook-data, database docketbook on port 5433: 96 files, 12 cases,
    340 filings, last changed 2026-03-02 14:05 UTC
    """
    found = sum(path.is_file() for path in files.rglob("*"))
    counts = _counts(admin, name)
    if not counts and not found:
        return ""
    site = f" “{title}”" if (title := os.environ.get("SITE_NAME", "").strip()) else ""
    holding = ", ".join([f"{found} files", *counts])
    return f"the record{site} in {folder}, database {name} on {admin.host}, port {admin.port}: {holding}"


def _counts(admin: Address, name: str) -> list[str]:
    with admin.connect() as server:
        if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            return []
    with admin.to(name).connect() as inside:
        tables = {table for (table,) in inside.execute(TABLES)}
        counts = [f"{_count(inside, table)} {what}" for what, table in COUNTED.items() if table in tables]
        return [*counts, f"last changed {_last_change(inside)}"] if tables else []


def _count(inside: psycopg.Connection[Any], table: str) -> int:
    row = inside.execute(sql.SQL("SELECT count(*) FROM public.{}").format(sql.Identifier(table))).fetchone()
    return int(row[0]) if row else 0


def _last_change(inside: psycopg.Connection[Any]) -> str:
    """By the history that every change of a row leaves."""
    newest = sql.SQL("SELECT max(pgh_created_at) FROM public.{}")
    tables = [table for (table,) in inside.execute(HISTORIES)]
    moments = [row[0] for table in tables for row in inside.execute(newest.format(sql.Identifier(table))) if row[0]]
    return f"{max(moments).astimezone(UTC):%Y-%m-%d %H:%M} UTC" if moments else "never"
