"""Is the wall whole: its rows, its triggers, its chain, its roles and its files. Each finding is a sentence."""

from __future__ import annotations

from django.db import connections, transaction

from docket.publishing import files
from docket.publishing.wall import lifecycle

# What the public's role may do beyond reading the published tables and calling what extensions bring.
TOO_MUCH = """
select format('may use the schema %s', nspname) from pg_namespace
  where nspname !~ '^pg_|^information_schema$' and nspname not in ('published', 'extensions')
  and has_schema_privilege('docket_public', oid, 'usage')
union all select format('may do more than read %s', oid::regclass) from pg_class
  where relnamespace = 'published'::regnamespace and relkind in ('r', 'p', 'v', 'm')
  and has_table_privilege('docket_public', oid, 'insert, update, delete, truncate, references, trigger')
union all select 'may create temporary tables' where has_database_privilege('docket_public', current_database(), 'temp')
union all select 'is a superuser or bypasses row security' from pg_roles
  where rolname = 'docket_public' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
union all select format('is a member of %s', roleid::regrole) from pg_auth_members
  where member = 'docket_public'::regrole
"""


def findings() -> list[str]:
    """What is not as it should be; empty when everything is."""
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute("set transaction isolation level repeatable read")
        if not lifecycle.is_armed(cursor):
            return ["The projection is off or of another release: run `manage.py migrate`."]
        found = [
            f"{table}: {wrong} rows that should not be as they are, {missing} missing."
            for table, wrong, missing in lifecycle.differences(cursor)
        ]
        found += [f"The trigger {name} is missing or disabled." for name in lifecycle.missing_triggers(cursor)]
        found += [
            f"Seal event {event} does not fit the chain: it or its neighbours were changed."
            for event in lifecycle.broken_events(cursor)
        ]
        cursor.execute(TOO_MUCH)
        found += [f"The role docket_public {what}: run `manage.py provision`." for (what,) in cursor.fetchall()]
    surplus, missing = files.differences()
    found += [f"The file {name} is in the published storage and must not be." for name in surplus]
    return found + [f"The file {name} is missing from the published storage." for name in missing]


def head_of_the_chain() -> str:
    """The last event's number and hash: written down elsewhere, it shows a cut of the chain's end."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("select id, hash from public.docket_sealevent order by id desc limit 1")
        return (
            "No seal events yet."
            if (last := cursor.fetchone()) is None
            else f"{last[0]} seal events; the last is {last[1]}."
        )
