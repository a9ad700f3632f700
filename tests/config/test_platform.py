"""The server, its roles and the settings."""

import psycopg
import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connections

from config.database.provision import may_do_too_much
from tests import cluster
from tests.config.test_settings import manage


@pytest.mark.django_db(databases=["default", "owner", "published"])
@pytest.mark.parametrize(
    ("alias", "role", "acts_as"),
    [
        ("default", "docket_desk", "docket_desk"),
        ("owner", "docket_migrate", "docket_owner"),
        ("published", "docket_public", "docket_public"),
    ],
)
def test_each_alias_signs_in_as_its_own_role(alias: str, role: str, acts_as: str) -> None:
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT session_user, current_user")
        assert cursor.fetchone() == (role, acts_as)


@pytest.mark.django_db
def test_the_public_role_may_not_look_into_the_staff_tables() -> None:
    with cluster.connect("docket_public", cluster.TEST_DATABASE) as public:
        assert public.execute("SHOW search_path").fetchone() == ("published, extensions",)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            public.execute("SELECT 1 FROM public.django_migrations")


def _groups(alias: str) -> list[str]:
    return list(Group.objects.using(alias).values_list("name", flat=True))


@pytest.mark.parametrize("name", ["first", "second"])
def test_what_a_committed_test_wrote_is_gone_in_the_next(committed: None, name: str) -> None:
    assert _groups("default") == []
    Group.objects.create(name=name)
    assert _groups("owner") == [name]


@pytest.mark.parametrize("turn", [1, 2])
def test_rows_of_the_migrations_come_back_after_a_committed_test(committed: None, turn: int) -> None:
    types = ContentType.objects.order_by("pk")
    assert types[0].model != "changed"
    assert Permission.objects.exists()
    ContentType.objects.using("owner").filter(pk=types[0].pk).update(model="changed")
    Permission.objects.using("owner").all().delete()


def test_a_fresh_database_is_migrated_and_its_own(fresh_database: str) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT current_database()")
        assert cursor.fetchone() == (fresh_database,)
        cursor.execute("CREATE TABLE extra (id int)")
    assert ContentType.objects.exists()


def test_default_privileges_give_the_desk_rows_and_the_public_nothing(fresh_database: str) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("CREATE TABLE public.draft (id bigint GENERATED ALWAYS AS IDENTITY, t text)")
        cursor.execute("CREATE TABLE published.draft (id bigint, t text)")
    with cluster.connect("docket_desk", fresh_database) as desk:
        desk.execute("INSERT INTO draft (t) VALUES ('x')")
        desk.execute("SELECT * FROM published.draft")
        for denied in (
            "TRUNCATE draft",
            "CREATE TABLE more ()",
            "CREATE TEMP TABLE more ()",
            "DROP TABLE draft",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                desk.execute(denied)
    with cluster.connect("docket_public", fresh_database) as public:
        assert public.execute("SELECT * FROM draft").fetchall() == []
        public.execute("SET default_transaction_read_only = off")
        for denied in (
            "SELECT * FROM public.draft",
            "INSERT INTO published.draft VALUES (1)",
            "CREATE TEMP TABLE more ()",
            "SET ROLE docket_desk",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                public.execute(denied)


def test_the_public_role_is_the_only_one_the_public_site_works_with(fresh_database: str) -> None:
    for role, excess in {"docket_public": False, "docket_desk": True, "docket_migrate": True, "postgres": True}.items():
        with cluster.connect(role, fresh_database) as connection:
            assert may_do_too_much(connection) is excess, role
    with cluster.connect(database=fresh_database) as admin, cluster.connect("docket_public", fresh_database) as public:
        for more in ("USAGE ON SCHEMA public", "USAGE ON SCHEMA wall", f"TEMP ON DATABASE {fresh_database}"):
            admin.execute(f"GRANT {more} TO docket_public")
            assert may_do_too_much(public), more
            admin.execute(f"REVOKE {more} FROM docket_public")
        assert not may_do_too_much(public)


def test_the_public_site_answers_503_and_nothing_else_when_its_role_may_do_too_much(fresh_database: str) -> None:
    urls = cluster.environment(fresh_database)
    asked = "from django.test import Client; print(Client(headers={'host': 'localhost'}).get('/').status_code)"
    for role, expected in (("PUBLISHED_DATABASE_URL", {"200", "404"}), ("DATABASE_URL", {"503"})):
        done = manage("shell", "-v0", "-c", asked, DOCKET_SITE="public", PUBLISHED_DATABASE_URL=urls[role])
        assert done.stdout.strip() in expected, done
