"""The database of the tests: migrated once, reached by the real roles, and three ways to use it.

- `@pytest.mark.django_db` or `db`: one transaction as docket_desk, rolled back. The other roles see
  nothing of it, and what happens at commit does not happen: a test of the wall must not use it.
- `committed`: the same database, for real; all aliases see what is committed. Reset afterwards.
- `projected`: `committed`, and every row must have been projected in the end.
- `fresh_database`: a copy of its own, for tests that change tables, roles or settings.
"""

from collections import Counter
from collections.abc import Generator, Iterator

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from hypothesis import settings
from psycopg.pq import TransactionStatus
from pytest_django import DjangoDbBlocker

from docket.publishing.wall import lifecycle
from tests import cluster, oracle
from tests.baseline import Baseline
from tests.shared import WANTING

# a busy machine is no fault of an example: none has a time limit
settings.register_profile("tests", deadline=None)
settings.load_profile("tests")

TEMPLATE = f"{cluster.TEST_DATABASE}_template"
FRESH = f"{cluster.TEST_DATABASE}_fresh"


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        if not cluster.template_is_kept:
            make_template()
        if not cluster.database_is_kept:
            cluster.make_database(cluster.TEST_DATABASE, template=TEMPLATE)
        with cluster.use_database(cluster.TEST_DATABASE):
            yield


def make_template() -> None:
    """The migrated database of which every other one is a copy."""
    cluster.make_database(TEMPLATE)
    with cluster.use_database(TEMPLATE):
        call_command("migrate", database="owner", verbosity=0)


@pytest.fixture(scope="session")
def baseline(django_db_setup: None) -> Baseline:
    with cluster.connect(database=cluster.TEST_DATABASE) as admin:
        return Baseline(admin)


@pytest.fixture
def committed(request: pytest.FixtureRequest, baseline: Baseline, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    _refuse_transaction(request)
    with django_db_blocker.unblock():
        yield
        connections.close_all()
    with cluster.connect(database=cluster.TEST_DATABASE) as admin:
        baseline.restore(admin)


@pytest.fixture(autouse=True)
def constraints_asked(request: pytest.FixtureRequest) -> Iterator[None]:
    """Ask the constraints that wait for a commit, before the transaction of a test is rolled back.

    pytest-django asks them too, but a failure there leaves its patches in place and fails every later test of the
    process. Plans are discarded first: those made for the few rows of a test's beginning read a whole table a row.
    """
    if not request.node.get_closest_marker("django_db") and "db" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("db")
    yield
    for connection in connections.all(initialized_only=True):
        if connection.in_atomic_block and not connection.needs_rollback and not _has_failed(connection):
            _ask_constraints(connection)


def _has_failed(connection: BaseDatabaseWrapper) -> bool:
    return bool(connection.connection.info.transaction_status == TransactionStatus.INERROR)


def _ask_constraints(connection: BaseDatabaseWrapper) -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("discard plans")
            cursor.execute("set constraints all immediate")
    except DatabaseError:
        connection.needs_rollback = True
        raise


@pytest.fixture
def projected(committed: None) -> Iterator[None]:
    """`committed`, and afterwards what is published is what the rule says, by the product and by the oracle."""
    yield
    connections.close_all()
    assert differences() == []
    with cluster.connect(database=cluster.TEST_DATABASE) as admin:
        assert oracle.mismatches(admin) == []


def differences() -> list[tuple[str, int, int]]:
    with connections["owner"].cursor() as cursor:
        return lifecycle.differences(cursor)


@pytest.fixture
def transactional_db(committed: None) -> None:
    """What pytest-django's live_server asks for; its own would flush as docket_desk, who may not TRUNCATE."""


@pytest.fixture
def fresh_database(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    _refuse_transaction(request)
    cluster.make_database(FRESH, template=TEMPLATE)
    with django_db_blocker.unblock(), cluster.use_database(FRESH):
        yield FRESH
    cluster.drop_database(FRESH)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Generator[None, None, None]:
    """Say last what did not run because pages or a program are not there; a test over each of its pages counts once."""
    yield
    reasons = (str(report.longrepr[2]) for report in terminalreporter.stats.get("skipped", []))
    wanting = Counter(reason.removeprefix("Skipped: ") for reason in reasons if WANTING in reason)
    for reason, tests in wanting.items():
        terminalreporter.write_line(f"{reason}: {tests} tests", yellow=True)


def _refuse_transaction(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("django_db") or "db" in request.fixturenames:
        pytest.fail(f"{request.fixturename} commits for real: use it without django_db and without db.")
