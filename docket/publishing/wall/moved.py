"""What a transaction changes in the published tables, told within it: by which the desk compares what it showed.

Nothing is noted unless the transaction asks for it first. The notes hold ids, and go when they are read.
"""

from __future__ import annotations

from docket.publishing.wall.tables import Table

# A row without a table's name asks for notes. Unlogged, as the other notes are.
TABLE = """
drop table if exists wall.moved;
create unlogged table wall.moved (xid xid8 not null, tbl text not null, ids bigint[] not null);
alter table wall.moved alter ids set storage external
"""

FUNCTIONS = [
    """create or replace function wall.watch() returns void language sql security definer
set search_path = pg_catalog, pg_temp as $watch$
  insert into wall.moved values (pg_current_xact_id(), '', '{}')
$watch$""",
    """create or replace function wall.watched() returns table (tbl text, ids bigint[]) language sql security definer
set search_path = pg_catalog, pg_temp as $watched$
  delete from wall.moved m where m.xid = pg_current_xact_id() returning m.tbl, m.ids
$watched$""",
]


def note(t: Table) -> str:
    """In the projection of a table, once `changed` is known: the rows that came, went or read otherwise."""
    return (
        f"  insert into wall.moved select me, '{t.name}', changed "
        "where exists (select 1 from wall.moved m where m.xid = me);\n"
    )
