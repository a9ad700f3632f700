"""The database of the tests: one migrated database, reached by the real roles."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from pytest_django import DjangoDbBlocker

from tests import cluster


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    cluster.make_database(cluster.TEST_DATABASE)
    with django_db_blocker.unblock(), cluster.use_database(cluster.TEST_DATABASE):
        call_command("migrate", database="owner", verbosity=0)
        yield
