"""What each role of the database may do: the whole wall rests on the public one being able to do no more than read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege, ReadOnlySqlTransaction, UndefinedFunction

from docket.models import Case
from tests import cluster
from tests.records.cast import a_case, a_public_case, publish

LISTED = Path(__file__).parents[1] / "privileges.txt"
KEYS = {
    "docket_caserevision": "case_id",
    "docket_wallstamp": "one",
    "docket_casegathered": "case_id",
    "docket_filinggathered": "filing_id",
}
REMEDY = "The rights in the database are not those of tests/privileges.txt; is each change meant?\n{}"
OURS = "nspname !~ '^pg_|^information_schema$|^extensions$'"
# kind → what is there to have rights on, how to ask, which rights
KINDS = {
    "database": ("select 'this', current_database()", "has_database_privilege", "CREATE TEMP CONNECT"),
    "schema": (
        f"select nspname, nspname from pg_namespace where {OURS} or nspname = 'extensions'",
        "has_schema_privilege",
        "CREATE USAGE",
    ),
    "table": (
        f"select nspname || '.' || relname, c.oid from pg_class c join pg_namespace n on n.oid = relnamespace"
        f" where relkind in ('r', 'p', 'v', 'm', 'f') and {OURS}",
        "has_table_privilege",
        "SELECT INSERT UPDATE DELETE TRUNCATE REFERENCES TRIGGER",
    ),
    "function": (
        f"select nspname || '.' || proname, f.oid from pg_proc f join pg_namespace n on n.oid = pronamespace"
        f" where {OURS}",
        "has_function_privilege",
        "EXECUTE",
    ),
}

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


def rights(admin: psycopg.Connection[Any], role: str) -> set[str]:
    """One line for each thing on which a role has any right; functions that triggers generate without their hash."""
    found = set()
    for kind, (things, ask, names) in KINDS.items():
        query = f"select t.name, {{}} from ({things}) t (name, it)".format(
            ", ".join(f"{ask}('{role}', t.it, '{name}')" for name in names.split())
        )
        for name, *may in admin.execute(query):
            if any(may):
                has = " ".join(word for word, yes in zip(names.split(), may, strict=True) if yes)
                found.add(f"{role} {kind} {re.sub('_[0-9a-f]{5}$', '', name)}: {has}")
    return found


def test_the_rights_of_the_public_and_of_the_desk_are_those_listed(admin):
    found = rights(admin, "docket_desk") | rights(admin, "docket_public")
    listed = {line for line in LISTED.read_text().splitlines() if line and not line.startswith("#")}
    differing = [f"+ {line}" for line in sorted(found - listed)] + [f"- {line}" for line in sorted(listed - found)]
    assert differing == [], REMEDY.format("\n".join(differing))


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
            column = KEYS.get(name, "id")
            assert denied(public, what.format(f"published.{name}").replace("id = id", f"{column} = {column}"))


@pytest.mark.parametrize(
    "statement",
    [
        "create table published.mine (id int)",
        "create table public.mine (id int)",
        "create temporary table mine (id int)",
        "create schema mine",
        "create view published.mine as select 1",
        "create publication mine for all tables",
        "create database mine",
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
        "comment on table published.docket_case is 'mine'",
        "select * from published.docket_case for key share",
        "copy published.docket_case from '/etc/passwd'",
        "copy (select * from public.docket_case) to stdout",
        "select query_to_xml('select * from public.docket_case', true, true, '')",
        "select has_table_privilege('public.docket_case', 'select')",
        "do $$ begin perform 1 from public.docket_case; end $$",
        "explain select * from public.docket_case",
        "prepare mine as select * from public.docket_case",
        "select wall.take_chain()",
        "select wall.erase_history('docket_casehistory', '{1}')",
        "select lo_creat(-1)",
        "select lo_export(1, '/tmp/mine')",
        "select * from pg_statistic",
        "select * from pg_hba_file_rules",
        "select pg_switch_wal()",
        "alter system set work_mem = '1GB'",
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


def test_the_catalogs_tell_the_public_nothing_of_rows_it_may_not_read(committed, public):
    for n in range(60):
        Case.objects.create(caption=f"CNRY-caption-{n % 2}", category="civil")
    with cluster.connect(database=cluster.TEST_DATABASE) as admin:
        admin.execute("analyze public.docket_case")
        assert "CNRY" in str(admin.execute("select * from pg_stats where tablename = 'docket_case'").fetchall())
    with cluster.connect("docket_desk", cluster.TEST_DATABASE) as busy:
        busy.execute("select 'CNRY-query'")
        for query in ("pg_stats", "pg_stats_ext", "pg_stat_activity", "pg_prepared_statements"):
            assert "CNRY" not in str(public.execute(f"select * from {query}").fetchall()), query
    for query in (
        "select * from pg_sequences where last_value is not null",
        "select * from information_schema.columns where table_schema in ('public', 'wall')",
    ):
        assert public.execute(query).fetchall() == []


def test_the_public_cannot_hold_up_the_staff(committed, public):
    case = a_public_case()
    public.execute("begin")
    for lock in (
        *(f"{table} in access share mode" for table in ("wall.gate", "wall.chain_gate", "public.docket_case")),
        *(f"published.docket_case in {mode} mode" for mode in ("row exclusive", "share", "access exclusive")),
    ):
        with pytest.raises(InsufficientPrivilege), public.transaction():
            public.execute(f"lock table {lock}")
    for ask in ("pg_advisory_lock(1)", "pg_try_advisory_xact_lock_shared(1, 2)"):
        with pytest.raises(InsufficientPrivilege), public.transaction():
            public.execute(f"select {ask}")
    public.execute("lock table published.docket_case in access share mode")
    publish(a_case())
    case.cause = "28:1331"
    case.save()
    public.execute("rollback")
    assert public.execute("select count(*) from published.docket_case where cause <> ''").fetchone() == (1,)


def test_a_backup_reads_the_locks_tables_while_a_projection_holds_them(committed, admin, desk):
    desk.execute("begin")
    desk.execute("select wall.take_chain()")
    desk.execute(
        "insert into docket_sitepage (public_id, slug, title, text, visibility, row_version)"
        " values ('b', 'b', 'b', 'b', 'draft', 1)"
    )
    desk.execute("set constraints all immediate")
    held = admin.execute(
        "select relation::regclass::text from pg_locks where mode = 'ExclusiveLock' and granted"
        " and relation is not null"
    ).fetchall()
    assert sorted(held) == [("wall.chain_gate",), ("wall.gate",)]
    with admin.transaction():
        admin.execute("lock table wall.gate, wall.chain_gate, wall.dirty in access share mode nowait")
    desk.execute("rollback")


def test_a_grant_that_the_desk_makes_gives_nothing(desk, public):
    desk.execute("grant all on public.docket_case to docket_public")  # PostgreSQL only warns
    desk.execute("alter default privileges in schema public grant select on tables to docket_public")
    assert denied(public, "select * from public.docket_case")
    with pytest.raises(InsufficientPrivilege):
        desk.execute("grant docket_desk to docket_public")


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
        "update wall.state set armed = false",
        "delete from wall.ever",
        "update wall.revision set number = 0",
        "insert into wall.tick values (pg_current_xact_id())",
        "select wall.project_docket_case(pg_current_xact_id(), '{1}')",
        "drop table public.docket_sitepage",
        "create function public.mine() returns int language sql as 'select 1'",
        "insert into published.docket_sitepage select * from public.docket_sitepage",
        "delete from public.pghistory_context",
        "truncate public.docket_sealevent",
        "copy public.docket_case to '/tmp/mine'",
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


def test_everything_of_ours_belongs_to_the_owner_who_cannot_sign_in(admin):
    owners = admin.execute(
        "select distinct nspname, relowner::regrole::text from pg_class c join pg_namespace n on n.oid = relnamespace"
        " where nspname in ('public', 'published', 'wall') order by 1"
    ).fetchall()
    assert owners == [(schema, "docket_owner") for schema in ("public", "published", "wall")]


def test_nobody_but_the_roles_may_connect(admin):
    acl = admin.execute("select datacl::text from pg_database where datname = current_database()").fetchone()[0]
    granted = {entry.split("=")[0].strip('{"') for entry in acl.strip("{}").split(",")}
    assert granted <= {"docket_owner", "docket_migrate", "docket_desk", "docket_public"}
    with pytest.raises(UndefinedFunction):
        admin.execute("select dblink('')")
