"""The server, its roles and the settings."""

import psycopg
import pytest
from django.db import connections

from tests import cluster


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
