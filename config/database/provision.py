"""Roles, schemas and rights of the database: who may see what is decided here.

Not migrations: roles belong to the whole server, and what a dump forgets. Every statement may be run again.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any, LiteralString

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from config.database.fitness import refuse_unfit

OWNER = "docket_owner"
LOGIN_ROLES = ("docket_migrate", "docket_desk", "docket_public")

# Guard rails, not walls: a role may change its own settings. The walls are the GRANTs below.
ROLES: tuple[LiteralString, ...] = (
    "ALTER ROLE docket_owner NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE",
    "ALTER ROLE docket_migrate LOGIN INHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE",
    "ALTER ROLE docket_desk LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE",
    "ALTER ROLE docket_public LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE CONNECTION LIMIT 40",
    "GRANT docket_owner TO docket_migrate",
    # what a migration creates belongs to the owner, whoever signed in to run it
    "ALTER ROLE docket_migrate SET role = 'docket_owner'",
    "ALTER ROLE docket_migrate SET lock_timeout = '10s'",
    "ALTER ROLE docket_desk SET lock_timeout = '10s'",
    "ALTER ROLE docket_desk SET statement_timeout = '120s'",
    "ALTER ROLE docket_desk SET idle_in_transaction_session_timeout = '10min'",
    "ALTER ROLE docket_public SET default_transaction_read_only = on",
    "ALTER ROLE docket_public SET statement_timeout = '5s'",
    "ALTER ROLE docket_public SET lock_timeout = '1s'",
    "ALTER ROLE docket_public SET idle_in_transaction_session_timeout = '15s'",
    # a page is small: compiling its query or starting workers for it would take longer than the answer
    "ALTER ROLE docket_public SET jit = off",
    "ALTER ROLE docket_public SET max_parallel_workers_per_gather = 0",
)

# For who may create roles and databases and is no superuser, as at most providers: who created a role may not say of
# it that it is no superuser, and must be a member of it to give it anything.
UNPRIVILEGED: tuple[LiteralString, ...] = (
    *(statement.replace(" NOSUPERUSER", "") for statement in ROLES),
    "GRANT docket_owner TO CURRENT_USER",
)

# PostgreSQL lets everyone take advisory locks
ADVISORY: LiteralString = ", ".join(
    f"pg_{way}advisory_{what}lock{shared}({key})"
    for way, what, shared, key in product(("", "try_"), ("", "xact_"), ("", "_shared"), ("bigint", "integer, integer"))
)

# {db} is the database's name
RIGHTS: tuple[LiteralString, ...] = (
    "REVOKE ALL ON DATABASE {db} FROM PUBLIC",
    "ALTER DATABASE {db} OWNER TO docket_owner",
    "GRANT CONNECT ON DATABASE {db} TO docket_migrate, docket_desk, docket_public",
    "ALTER ROLE docket_migrate IN DATABASE {db} SET search_path = public, extensions",
    "ALTER ROLE docket_desk IN DATABASE {db} SET search_path = public, extensions",
    "ALTER ROLE docket_public IN DATABASE {db} SET search_path = published, extensions",
    "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    # anyone may make large objects until told otherwise: a way to write for a role that only reads
    "REVOKE EXECUTE ON FUNCTION lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea) FROM PUBLIC",
    # whoever holds one of these keeps staff waiting who enter, import or follow a case
    f"REVOKE EXECUTE ON FUNCTION {ADVISORY} FROM PUBLIC",
    f"GRANT EXECUTE ON FUNCTION {ADVISORY} TO docket_owner, docket_desk",
    "ALTER SCHEMA public OWNER TO docket_owner",
    "CREATE SCHEMA IF NOT EXISTS published AUTHORIZATION docket_owner",
    "CREATE SCHEMA IF NOT EXISTS wall AUTHORIZATION docket_owner",
    "CREATE SCHEMA IF NOT EXISTS extensions AUTHORIZATION docket_owner",
    "GRANT USAGE ON SCHEMA public, published, extensions TO docket_desk",
    "GRANT USAGE ON SCHEMA published, extensions TO docket_public",
    "CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA extensions",
    "CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA extensions",
    "CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA extensions",
    "ALTER DEFAULT PRIVILEGES FOR ROLE docket_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
    "ALTER DEFAULT PRIVILEGES FOR ROLE docket_owner IN SCHEMA public"
    " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO docket_desk",
    "ALTER DEFAULT PRIVILEGES FOR ROLE docket_owner IN SCHEMA public GRANT USAGE ON SEQUENCES TO docket_desk",
    "ALTER DEFAULT PRIVILEGES FOR ROLE docket_owner IN SCHEMA published"
    " GRANT SELECT ON TABLES TO docket_desk, docket_public",
)


# the whole wall rests on the public site's role being able to do no more than this
MORE_THAN_PUBLISHED = r"""
    SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR session_user <> current_user
        OR has_database_privilege(current_database(), 'TEMP, CREATE')
        OR EXISTS (SELECT FROM pg_auth_members WHERE member = pg_roles.oid)
        OR EXISTS (
            SELECT FROM pg_namespace
            WHERE nspname NOT IN ('published', 'extensions', 'information_schema') AND nspname NOT LIKE 'pg\_%'
            AND has_schema_privilege(oid, 'USAGE'))
    FROM pg_roles WHERE rolname = current_user
"""
TOO_MUCH = (
    "That role may do more than read what is published. Set PUBLISHED_DATABASE_URL to docket_public's address and "
    "run `manage.py provision`."
)


def may_do_too_much(connection: psycopg.Connection[Any]) -> bool:
    """For the role of this connection, which the public site is about to use."""
    row = connection.execute(MORE_THAN_PUBLISHED).fetchone()
    return row is None or bool(row[0])


def provision(admin: psycopg.Connection[Any], database: str, passwords: Mapping[str, str]) -> bool:
    """Create or mend roles, the database, schemas and rights; True when the database is new.

    `admin` signs in as one who may create roles and databases, in autocommit mode. Roles without an entry in
    `passwords` keep the password they have. Unfit when the server cannot hold a docket.
    """
    refuse_unfit(admin, database)
    for statement in role_statements(admin, passwords):
        admin.execute(statement)
    new = _make_database(admin, database)
    inside = make_conninfo(admin.info.dsn, password=admin.info.password, dbname=database)
    with psycopg.connect(inside) as connection:
        for right in RIGHTS:
            connection.execute(sql.SQL(right).format(db=sql.Identifier(database)))
    return new


def script(database: str) -> str:
    """The same for psql, for a server that someone else administers. It asks for the passwords."""
    name = sql.Identifier(database).as_string()
    create = "SELECT {} WHERE NOT EXISTS (SELECT FROM {} WHERE {} = {}) \\gexec"
    lines = [
        create.format(f"'CREATE ROLE {role}'", "pg_roles", "rolname", f"'{role}'") for role in (OWNER, *LOGIN_ROLES)
    ]
    lines += [f"{statement};" for statement in UNPRIVILEGED]
    making = sql.Literal(f"CREATE DATABASE {name}").as_string()
    lines.append(create.format(making, "pg_database", "datname", sql.Literal(database).as_string()))
    lines.append(f"\\connect {name}")
    lines += [f"{right.format(db=name)};" for right in RIGHTS]
    lines += [f"\\password {role}" for role in LOGIN_ROLES]
    return "\n".join(lines)


def role_statements(admin: psycopg.Connection[Any], passwords: Mapping[str, str]) -> Iterator[sql.SQL | sql.Composed]:
    known = {name for (name,) in admin.execute("SELECT rolname FROM pg_roles")}
    for role in (OWNER, *LOGIN_ROLES):
        if role not in known:
            yield sql.SQL("CREATE ROLE {}").format(sql.Identifier(role))
    row = admin.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
    if row and row[0]:
        yield from map(sql.SQL, ROLES)
    else:
        yield from map(sql.SQL, UNPRIVILEGED)
    for role, password in passwords.items():
        # hashed here: the password itself reaches neither the server nor its log
        verifier = admin.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256").decode()
        yield sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(role), sql.Literal(verifier))


def _make_database(admin: psycopg.Connection[Any], database: str) -> bool:
    if admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone():
        return False
    admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(database)))
    return True
