"""What each role of the database may do: the whole wall rests on the public one being able to do no more than read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege, ReadOnlySqlTransaction, UndefinedFunction

from tests import cluster

RELATIONS = """select n.nspname, c.relname, c.relkind from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname not in ('pg_catalog', 'information_schema', 'extensions', 'pg_toast')
and c.relkind in ('r', 'v', 'm', 'S', 'p', 'f')"""


@pytest.fixture
def admin(django_db_setup: None) -> Iterator[psycopg.Connection[Any]]:
    with cluster.connect(database=cluster.TEST_DATABASE) as connection:
        yield connection


@pytest.fixture
def public(django_db_setup: None) -> Iterator[psycopg.Connection[Any]]:
    with cluster.connect("docket_public", cluster.TEST_DATABASE) as connection:
        # a guard rail that the role itself can take away: the rights must hold without it
        connection.execute("set default_transaction_read_only = off")
        yield connection


@pytest.fixture
def desk(django_db_setup: None) -> Iterator[psycopg.Connection[Any]]:
    with cluster.connect("docket_desk", cluster.TEST_DATABASE) as connection:
        yield connection


def denied(connection: psycopg.Connection[Any], statement: str) -> bool:
    try:
        connection.execute(statement)
    except InsufficientPrivilege:
        return True
    except psycopg.Error as error:
        pytest.fail(f"{statement}: refused for another reason: {error}")
    return False


def test_the_public_reads_every_published_table_and_no_other_relation(admin, public):
    relations = admin.execute(RELATIONS).fetchall()
    assert {schema for schema, _, _ in relations} >= {"public", "published", "wall"}
    for schema, name, kind in relations:
        if kind != "S":
            assert denied(public, f'select 1 from "{schema}"."{name}" limit 1') == (schema != "published"), (
                schema,
                name,
            )
        else:
            assert denied(public, f"select nextval('{schema}.{name}')"), name


@pytest.mark.parametrize(
    "what", ["insert into {} default values", "update {} set id = id", "delete from {}", "truncate {}"]
)
def test_the_public_writes_no_published_table(admin, public, what):
    for schema, name, _ in admin.execute(RELATIONS).fetchall():
        if schema == "published":
            column = "case_id" if name == "docket_caserevision" else "id"
            assert denied(public, what.format(f"published.{name}").replace("id = id", f"{column} = {column}"))


@pytest.mark.parametrize(
    "statement",
    [
        "create table published.mine (id int)",
        "create table public.mine (id int)",
        "create temporary table mine (id int)",
        "create schema mine",
        "create extension dblink",
        "create role mine",
        "create function published.mine() returns int language sql as 'select 1'",
        "set role docket_owner",
        "set role docket_desk",
        "set role docket_migrate",
        "set session authorization docket_desk",
        "alter role docket_desk password 'mine'",
        "alter role docket_public superuser",
        "copy published.docket_case to '/tmp/mine.csv'",
        "copy published.docket_case to program 'cat'",
        "select pg_read_file('/etc/passwd')",
        "select pg_ls_dir('/')",
        "select lo_import('/etc/passwd')",
        "select lo_create(0)",
        "select lo_from_bytea(0, 'x')",
        "select pg_reload_conf()",
        "select * from pg_authid",
        "select * from pg_user_mapping",
        "alter table published.docket_case disable trigger all",
        "drop table published.docket_case",
        "set session_replication_role = replica",
    ],
)
def test_the_public_may_do_nothing_else(public, statement):
    assert denied(public, statement)


def test_what_the_public_may_only_try_changes_nothing(admin, public):
    rights = "select relacl::text from pg_class where oid = 'published.docket_case'::regclass"
    before = admin.execute(rights).fetchone()
    public.execute("grant select on published.docket_case to public")
    public.execute("vacuum full pg_authid")
    assert admin.execute(rights).fetchone() == before


def test_the_public_calls_no_function_of_ours(admin):
    found = admin.execute(
        "select p.oid::regprocedure::text, has_function_privilege('docket_public', p.oid, 'execute') from pg_proc p "
        "join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('public', 'published', 'wall')"
    ).fetchall()
    assert len(found) > 20
    assert [name for name, may in found if may] == []


def test_the_roles_are_no_more_than_they_should_be(admin):
    rows = admin.execute(
        "select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolinherit, rolcanlogin, "
        "array(select r.rolname::text from pg_auth_members m join pg_roles r on r.oid = m.roleid "
        "where m.member = pg_roles.oid) "
        "from pg_roles where rolname like 'docket%' order by rolname"
    ).fetchall()
    nothing = (False,) * 5
    assert rows == [
        ("docket_desk", *nothing, False, True, []),
        ("docket_migrate", *nothing, True, True, ["docket_owner"]),
        ("docket_owner", *nothing, True, False, []),
        ("docket_public", *nothing, False, True, []),
    ]


def test_statistics_tell_the_public_nothing_of_other_tables(public):
    rows = public.execute(
        "select distinct schemaname from pg_stats where schemaname not in ('pg_catalog', 'information_schema')"
    )
    assert {schema for (schema,) in rows} <= {"published"}


def test_the_published_side_is_read_only_by_default(django_db_setup):
    with cluster.connect("docket_public", cluster.TEST_DATABASE) as connection, pytest.raises(ReadOnlySqlTransaction):
        connection.execute("create table published.mine (id int)")


@pytest.mark.parametrize(
    "statement",
    [
        "create table public.mine (id int)",
        "create temporary table mine (id int)",
        "alter table public.docket_case add column mine int",
        "drop trigger wall_insert on public.docket_case",
        "alter table public.docket_case disable trigger all",
        "truncate public.docket_case cascade",
        "insert into published.docket_caserevision values (1, 1)",
        "update published.docket_case set caption = 'mine'",
        "delete from published.docket_case",
        "select * from wall.dirty",
        "delete from wall.state",
        "update public.docket_sealevent set reason = 'another'",
        "delete from public.docket_sealevent",
        "set role docket_owner",
        "set session_replication_role = replica",
    ],
)
def test_the_desk_changes_rows_and_nothing_else(desk, statement):
    assert denied(desk, statement)


def test_the_desk_changes_no_history(admin, desk):
    tables = [n for s, n, _ in admin.execute(RELATIONS).fetchall() if s == "public" and n.endswith("history")]
    assert len(tables) > 30
    for table in tables:
        assert denied(desk, f"update public.{table} set pgh_label = 'x'"), table
        assert denied(desk, f"delete from public.{table}"), table


def test_nobody_but_the_roles_may_connect(admin):
    acl = admin.execute("select datacl::text from pg_database where datname = current_database()").fetchone()[0]
    granted = {entry.split("=")[0].strip('{"') for entry in acl.strip("{}").split(",")}
    assert granted <= {"docket_owner", "docket_migrate", "docket_desk", "docket_public"}
    with pytest.raises(UndefinedFunction):
        admin.execute("select dblink('')")
