"""Which making of the published tables this is: how a replica knows that it lacks what no replication brings.

A replica receives rows as they change. Tables that are exchanged for others (`building.py`) do not reach it, and it
would go on showing what was withdrawn. So each exchange counts up a serial, in a row that is never exchanged and does
reach it. A replica keeps beside it the serial that it was filled with; while the two differ it shows nothing
(`config/replicas/`).
"""

from __future__ import annotations

from typing import Any

STAMP, FILLED = "docket_wallstamp", "docket_replica"
# what an exchange leaves in its place; the second is there on replicas only
KEPT = (STAMP, FILLED)

TABLE = f"""create table if not exists published.{STAMP} (
  one boolean primary key default true check (one), definition text not null, serial bigint not null)"""
FILLED_TABLE = f"""create table if not exists published.{FILLED} (
  one boolean primary key default true check (one), serial bigint not null,
  filled_at timestamptz not null default now())"""


def write(cursor: Any, definition: str, exchanged: bool) -> None:
    """Say of which release the published tables are, and that they are others than those of before, if they are."""
    cursor.execute(TABLE)
    cursor.execute(
        f"insert into published.{STAMP} as s (definition, serial) values (%s, 1) "
        "on conflict (one) do update set definition = excluded.definition, serial = s.serial + %s",
        [definition, int(exchanged)],
    )
    if is_replica(cursor):  # its tables were just made of a record that is empty
        cursor.execute(f"delete from published.{FILLED}")


def is_replica(cursor: Any) -> bool:
    """Whether this database was set up to follow a publisher; any role of ours may ask."""
    cursor.execute(f"select to_regclass('published.{FILLED}') is not null")
    return bool(cursor.fetchone()[0])
