"""Where replicas follow the published tables, a rebuild changes rows; for another shape it exchanges the tables."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command

from tests import cluster, oracle
from tests.conftest import differences
from tests.processes.stress import seed
from tests.records.cast import a_public_case

SERIAL = "select serial from published.docket_wallstamp"
TABLES = "select oid from pg_class where relnamespace = 'published'::regnamespace and relkind = 'r'"
DAMAGE = """set session_replication_role = replica;
update published.docket_case set caption = 'Otherwise';
delete from published.docket_filing where id % 2 = 0;
update published.docket_filing set docket_text = 'Otherwise';
update published.docket_filinggathered set filed_by = 'Otherwise';
update published.docket_caseparty set substituted_for_id = null;
update published.docket_caserevision set case_id = case_id + 100000"""


@pytest.fixture
def followed(fresh_database: str) -> Iterator[Any]:
    """A record with rows of every kind, whose published tables are in a publication; its superuser's connection."""
    with cluster.connect(database=fresh_database) as admin:
        admin.execute("create publication any_name for tables in schema published")
        seed()
        yield admin


def rebuild() -> None:
    call_command("check_published", "--rebuild", stdout=io.StringIO())


def of(admin: Any, question: str) -> set[Any]:
    return {row[0] for row in admin.execute(question).fetchall()}


def test_rows_are_changed_and_no_table_is_exchanged(followed: Any) -> None:
    tables, serial = of(followed, TABLES), of(followed, SERIAL)
    revisions = "select case_id, number from published.docket_caserevision order by 1"
    before = followed.execute(revisions).fetchall()
    followed.execute(DAMAGE)
    assert differences() != []
    rebuild()
    assert differences() == []
    assert oracle.mismatches(followed) == []
    assert (of(followed, TABLES), of(followed, SERIAL)) == (tables, serial)
    # what was cached of a page is asked for again
    assert followed.execute(revisions).fetchall() == [(case, number + 1) for case, number in before]


@pytest.mark.parametrize(
    "shape",
    [
        "alter table published.docket_case add column flavour text",
        "alter table published.docket_case alter caption type varchar(9000)",
        "drop index published.filing_newest",
        "create table published.docket_flavour (id int primary key); "
        "alter table published.docket_flavour owner to docket_owner",
    ],
)
def test_another_shape_is_exchanged_and_counted(followed: Any, shape: str) -> None:
    (serial,) = of(followed, SERIAL)
    followed.execute(shape)
    rebuild()
    assert of(followed, SERIAL) == {serial + 1}
    assert differences() == []


def test_without_anybody_who_follows_tables_are_exchanged(fresh_database: str) -> None:
    with cluster.connect(database=fresh_database) as admin:
        a_public_case()
        tables, (serial,) = of(admin, TABLES), of(admin, SERIAL)
        rebuild()
        # the stamp itself stays
        assert len(of(admin, TABLES) & tables) == 1
        assert of(admin, SERIAL) == {serial + 1}
