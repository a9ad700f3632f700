"""A replica shows what its publisher has published, or nothing: two servers, real commands, the public site."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import models

from config.cluster.embedded import EmbeddedServer
from tests import cluster
from tests.conftest import TEMPLATE
from tests.processes.second_server import second_server
from tests.records.cast import a_party, a_public_case, a_public_filing, act, in_case
from tests.replicas.following import Following, following

SECRET = "Ottoline Marsh"
WITHDRAWN = "A Name That The Next Release Makes Private"
DROP_ONE = """do $$ begin execute (select format('drop index published.%I', indexname) from pg_indexes
  where schemaname = 'published' and tablename = 'docket_filing' and indexname !~ 'pkey' limit 1); end $$"""


@pytest.fixture(scope="module")
def server(django_db_setup: None) -> Iterator[EmbeddedServer]:
    """The replica's own; the tests share it, with the tables of the release in it."""
    with second_server(TEMPLATE) as running:
        yield running


@pytest.fixture
def replica(fresh_database: str, server: EmbeddedServer, tmp_path: Path) -> Iterator[Following]:
    """It follows already."""
    with following(fresh_database, server, tmp_path) as found:
        found.follow()
        yield found


def at_the_publisher(replica: Following, statement: str) -> Any:
    """As the superuser: no trigger fires, and what is published is changed beside the record."""
    with cluster.connect(database=replica.publisher.name) as admin:
        done = admin.execute(statement)
        row = done.fetchone() if done.description else None
        return row and row[0]


def rebuild() -> None:
    call_command("check_published", "--rebuild", stdout=io.StringIO())


def withdrawn_name(replica: Following) -> tuple[models.Model, str]:
    """A person whose published name is one that a rebuild takes back, on both servers; a page that shows it."""
    case = a_public_case()
    party = a_party(name="Jonquil Ferro")
    in_case(case, party=party)
    at_the_publisher(replica, f"update published.parties_party set name = '{WITHDRAWN}' where id = {party.pk}")
    replica.until(party, "name", WITHDRAWN)
    return party, case.get_absolute_url()


def test_what_is_sealed_on_the_desk_is_gone_from_the_replica(replica: Following) -> None:
    case = a_public_case()
    filing = a_public_filing(case, docket_text=f"MOTION by {SECRET}")
    replica.until(filing, "docket_text", f"MOTION by {SECRET}")
    page = replica.shown(case.get_absolute_url())
    assert (page.status, SECRET.encode() in page.everything) == (200, True)
    act("seal", filing)
    replica.until(filing, "visibility", "sealed")
    page = replica.shown(case.get_absolute_url())
    assert (page.status, SECRET.encode() in page.everything) == (200, False)
    act("hide", case)
    replica.until(case, "id", None)
    assert replica.shown(case.get_absolute_url()).status == 404


def test_what_a_rebuild_takes_back_is_gone_from_the_replica_and_it_goes_on(replica: Following) -> None:
    party, page = withdrawn_name(replica)
    before = replica.shown(page)
    assert (before.status, WITHDRAWN.encode() in before.everything) == (200, True)
    rebuild()
    replica.until(party, "name", "Jonquil Ferro")
    after = replica.shown(page)
    assert (after.status, WITHDRAWN.encode() in after.everything) == (200, False)
    assert replica.manage("check_replica")[0] == 0


def test_tables_of_another_shape_shut_the_replica_until_it_is_filled_anew(replica: Following) -> None:
    party, page = withdrawn_name(replica)
    serial = at_the_publisher(replica, "select serial from published.docket_wallstamp")
    # as a release that has an index more
    at_the_publisher(replica, DROP_ONE)
    rebuild()
    replica.until_caught_up()
    assert replica.here("select serial from published.docket_wallstamp") == serial + 1
    assert replica.value(party, "name") == WITHDRAWN  # that is why
    for address in (page, "/", "/filings.csv", "/search/?q=private"):
        answer = replica.shown(address)
        assert (answer.status, WITHDRAWN.encode() in answer.everything) == (503, False), address
    status, said = replica.manage("check_replica")
    assert (status, "made its tables anew" in said, "parties_party" in said) == (1, True, True)
    replica.follow()
    after = replica.shown(page)
    assert (after.status, WITHDRAWN.encode() in after.everything) == (200, False)


def test_a_replica_that_does_not_follow_shows_nothing(replica: Following) -> None:
    page = a_public_case().get_absolute_url()
    replica.until_caught_up()
    assert replica.shown(page).status == 200
    replica.here("alter subscription docketbook disable")
    answer = replica.shown(page)
    assert (answer.status, answer.headers["Retry-After"]) == (503, "60")
    replica.here("alter subscription docketbook enable")


def test_the_check_names_the_table_and_the_file_that_differ(replica: Following) -> None:
    case = a_public_case(caption="Ferro v. Marsh")
    replica.until_caught_up()
    assert replica.manage("check_replica") == (0, "The replica is fit: it holds what its publisher has published.\n")
    replica.here(f"update published.docket_case set caption = 'Otherwise' where id = {case.pk}")
    folder = replica.data / "files" / "published"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "left.pdf").write_bytes(b"of a document that was sealed")
    status, said = replica.manage("check_replica")
    assert status == 1
    assert "docket_case: " in said
    assert "read otherwise" in said
    assert "left.pdf is in the published storage and must not be" in said
    assert said.count("\n") == 3


def test_a_replica_is_not_compared_with_the_record_it_does_not_have(replica: Following) -> None:
    case = a_public_case()
    replica.until(case, "id", case.pk)
    for command in (("check_published",), ("check_published", "--rebuild")):
        status, said = replica.manage(*command)
        assert (status, "This is a replica" in said) == (1, True)
    assert replica.value(case, "id") == case.pk
