"""/healthz, /readyz and the desk's page on the installation."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import connections
from django.http import HttpResponse
from django.test import Client, RequestFactory

from config.health import desk_page, state
from config.health.probes import probes
from config.keeping import notes
from docket.models import QueuedImport
from tests import cluster
from tests.processes.asking import ask

ANY_HOST = {"host": "10.0.0.7:8000"}


def asked(path: str) -> tuple[int, dict[str, Any]]:
    answer = Client().get(path, headers=ANY_HOST)
    return answer.status_code, json.loads(answer.content)


@pytest.fixture(autouse=True)
def space(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine that runs the tests may be full; that is asked for by its own test."""
    monkeypatch.setattr(state, "LEAST_FREE", 0)


def test_the_process_answers_by_any_name_and_without_https(settings: Any) -> None:
    settings.SECURE_SSL_REDIRECT = True
    settings.ALLOWED_HOSTS = ["desk.example.org"]
    assert Client().get("/", headers=ANY_HOST).status_code in (301, 400)
    assert asked("/healthz") == (200, {"alive": True})


def test_a_whole_desk_is_ready(fresh_database: str) -> None:
    status, told = asked("/readyz")
    assert (status, told["ready"]) == (200, True)
    assert list(told["checks"]) == ["disk", "database", "schema", "replica"]


def test_the_public_site_is_ready_with_its_one_role_and_not_without_its_database(fresh_database: str) -> None:
    there = ask(fresh_database, ["/readyz", "/healthz"])
    assert {path: answer.status for path, answer in there.items()} == {"/readyz": 200, "/healthz": 200}
    assert json.loads(there["/readyz"].body)["checks"]["schema"]["well"]
    away = ask("no_such_database", ["/readyz", "/healthz"])
    assert {path: answer.status for path, answer in away.items()} == {"/readyz": 503, "/healthz": 200}
    assert b"no_such_database" not in away["/readyz"].everything
    assert b"docket_public" not in away["/readyz"].everything


def test_a_database_that_lacks_a_column_of_this_release_is_not_ready(fresh_database: str) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE published.docket_case DROP COLUMN caption CASCADE")
    assert state.missing_columns() == {"docket_case.caption"}
    status, told = asked("/readyz")
    assert (status, told["checks"]["schema"]["well"]) == (503, False)


def test_a_database_newer_than_the_release_is_not_ready(fresh_database: str) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('docket', '9999_later', now())")
    status, told = asked("/readyz")
    assert status == 503
    assert "docket.9999_later" in told["checks"]["schema"]["words"]


def test_a_migration_that_waits_and_a_wall_that_is_down_are_not_ready(fresh_database: str) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("UPDATE wall.state SET armed = false")
        assert "projection is off" in state.schema().words
        cursor.execute("DELETE FROM django_migrations WHERE id = (SELECT max(id) FROM django_migrations)")
    assert "are waiting" in state.schema().words
    assert asked("/readyz")[0] == 503


REPLICAS: list[tuple[list[tuple[bool, float | None]], bool, str]] = [
    ([], True, "no replica"),
    ([(True, 3.0)], True, "3 s behind"),
    ([(True, 300.0)], False, "300 s behind"),
    ([(True, -0.5)], True, "0 s behind"),
    ([(False, 2.0)], False, "not running"),
    ([(True, None)], False, "heard nothing"),
]


@pytest.mark.django_db
def test_a_replica_is_fit_while_it_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    for rows, well, words in REPLICAS:
        values = ", ".join(f"({running}, {'null' if lag is None else lag}::float8)" for running, lag in rows)
        monkeypatch.setattr(state, "FOLLOWING", f"values {values}" if rows else "select true, 0 where false")
        found = state.replica()
        assert (found.well, words in found.words) == (well, True), found


def test_the_questions_to_a_replica_are_allowed_to_the_public_role(django_db_setup: None) -> None:
    with cluster.connect("docket_public", cluster.TEST_DATABASE) as public:
        assert public.execute(state.FOLLOWING).fetchall() == []
        assert public.execute(state.STANDBY).fetchall() == []


def test_a_full_disk_stops_the_desk_and_not_the_public_site(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    monkeypatch.setattr(state, "LEAST_FREE", shutil.disk_usage("/").total * 10)
    assert (state.disk().well, state.disk().must) == (False, True)
    settings.DESK = False
    assert (state.disk().well, state.disk().must) == (False, False)


def test_other_addresses_pass_through() -> None:
    answer = probes(lambda request: HttpResponse("page"))(RequestFactory().get("/healthz/x"))
    assert isinstance(answer, HttpResponse)
    assert answer.content == b"page"


@pytest.fixture
def noted(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("DOCKET_DATA_DIR", str(tmp_path))
    return tmp_path


def test_notes_are_kept_by_name_and_a_damaged_file_holds_none(noted: Any) -> None:
    notes.write_note("backup", True, "Whole.")
    notes.write_note("check", False, "Three rows differ.")
    notes.write_note("backup", False, "The disk was full.")
    found = notes.read_notes()
    assert {name: (note.well, note.words) for name, note in found.items()} == {
        "backup": (False, "The disk was full."),
        "check": (False, "Three rows differ."),
    }
    (noted / "notes.json").write_text('{"backup": 3')
    assert notes.read_notes() == {}


def test_a_backup_of_long_ago_is_not_well(noted: Any) -> None:
    now = datetime.now(UTC)
    assert [finding.well for finding in desk_page.kept(now)] == [False, False]
    notes.write_note("backup", True, "Whole.")
    notes.write_note("check", True, "Nothing differs.")
    assert [finding.well for finding in desk_page.kept(now)] == [True, True]
    assert [finding.well for finding in desk_page.kept(now + timedelta(days=3))] == [False, True]


@pytest.mark.django_db
def test_the_desk_shows_it_to_those_who_may_do_everything(client: Client) -> None:
    chief = get_user_model().objects.create_superuser("chief", password="correct horse battery")
    QueuedImport.objects.create(user=chief, file_name="page.html")
    client.force_login(get_user_model().objects.create_user("clerk", is_staff=True))
    assert client.get("/admin/installation/").status_code == 403
    client.force_login(chief)
    page = client.get("/admin/installation/").content.decode()
    for words in ("The database answers.", "One file waits", "no worker is there", "The last backup"):
        assert words in page
    assert "/admin/installation/" in client.get("/admin/").content.decode()
