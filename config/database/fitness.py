"""Whether a PostgreSQL server can hold a docket: its release, its encoding, its letters."""

from typing import Any

import psycopg
from django.core.exceptions import ImproperlyConfigured

OLDEST = 15
# the database, or what a new one is made after
LETTERS = """
    SELECT pg_encoding_to_char(encoding), datlocprovider = 'c' AND datctype IN ('C', 'POSIX')
    FROM pg_database WHERE datname IN (%s, 'template1') ORDER BY datname = 'template1' LIMIT 1
"""
REMEDY = (
    "Nothing was changed. Create the database with both before `manage.py provision`: "
    "CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'"
)


class Unfit(ImproperlyConfigured):
    """The message says what the server lacks and what to do."""


def refuse_unfit(connection: psycopg.Connection[Any], name: str) -> None:
    """Of the database `name` on that server, there or to be made; changes nothing."""
    found = connection.info.server_version // 10_000
    if found < OLDEST:
        raise Unfit(f"The server is PostgreSQL {found}; {OLDEST} or newer is needed. Nothing was changed.")
    row = connection.execute(LETTERS, [name]).fetchone()
    encoding, folds_ascii_only = row or ("UTF8", False)
    remedy = REMEDY.format(name=name)
    if encoding != "UTF8":
        raise Unfit(f"The database {name} has the encoding {encoding}, not UTF8: names would not be found. {remedy}")
    if folds_ascii_only:
        raise Unfit(f"The database {name} has the locale C, which knows Ü and ü as two letters. {remedy}")
