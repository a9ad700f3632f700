"""What visitors and logs get while the database is away."""

import json
import logging
import re
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.contrib.auth import get_user_model
from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.test import Client

from config.logs import OneLine, OneObject, in_one_line, request_log
from tests import cluster
from tests.processes.asking import ask

DESK = ["/admin/", "/admin/docket/case/", "/admin/login/", "/", "/cases/"]


@pytest.fixture
def signed_in(fresh_database: str) -> Client:
    """A browser that signed in while the database was there; static files are not needed for what it asks."""
    client = Client(raise_request_exception=False)
    client.force_login(get_user_model().objects.create_superuser("chief", password="correct horse battery"))
    assert client.get("/admin/").status_code == 200
    return client


@pytest.fixture
def away(signed_in: Client, fresh_database: str) -> Iterator[Client]:
    """The database ends all sessions and takes no new ones, as while it is stopped."""
    with cluster.connect() as admin:
        admin.execute(f"ALTER DATABASE {fresh_database} ALLOW_CONNECTIONS false")
        admin.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s", [fresh_database]
        )
        try:
            yield signed_in
        finally:
            admin.execute(f"ALTER DATABASE {fresh_database} ALLOW_CONNECTIONS true")


def test_the_desk_answers_503_to_everything_and_writes_a_line_each(
    away: Client, caplog: pytest.LogCaptureFixture
) -> None:
    connections["default"].close_if_unusable_or_obsolete()
    for path in DESK:
        for ask_for in (away.get, away.post):
            caplog.clear()
            answer = ask_for(path)
            assert (path, answer.status_code, answer.headers.get("Retry-After")) == (path, 503, "60")
            assert "Traceback" not in answer.content.decode()
            errors = [record for record in caplog.records if record.levelno >= logging.ERROR]
            assert len(errors) == 1, errors
            assert errors[0].exc_info is None
            connections["default"].close()  # as between two requests


def test_a_connection_lost_within_a_request_is_the_database_away_too(away: Client) -> None:
    answers = [away.get("/admin/docket/case/").status_code for _ in range(3)]
    assert answers == [503, 503, 503]


def test_the_desk_is_back_with_the_database(away: Client, fresh_database: str) -> None:
    assert away.get("/admin/").status_code == 503
    with cluster.connect() as admin:
        admin.execute(f"ALTER DATABASE {fresh_database} ALLOW_CONNECTIONS true")
    connections["default"].close()
    assert away.get("/admin/").status_code == 200


def test_the_public_site_answers_503_without_its_database(django_db_setup: None) -> None:
    answers = ask("no_such_database", ["/", "/cases/", "/filings.csv", "/calendar.ics"]).values()
    assert [(a.path, a.status, a.headers.get("Retry-After")) for a in answers if a.status != 503] == []
    assert {answer.headers["Retry-After"] for answer in answers} == {"60"}


def test_a_fault_of_the_program_is_still_a_500(signed_in: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docket.desk.home.context", lambda request: 1 // 0)
    assert signed_in.get("/admin/").status_code == 500


def test_an_error_is_one_line_with_its_places_and_the_request() -> None:
    record = logging.LogRecord("django.request", logging.ERROR, __file__, 1, "Failed:\n %s", ("/x/",), None)
    try:
        raise psycopg.OperationalError("two\nlines")
    except Exception as error:
        record.exc_info = (type(error), error, error.__traceback__)
    for form in (OneLine(), OneObject()):
        assert "\n" not in form.format(record)
    told = json.loads(OneObject().format(record))
    assert told["level"] == "ERROR"
    assert "Failed: /x/ — " in told["message"]
    assert "tests/config/test_database_away.py:" in told["message"]


def test_a_library_alone_is_named_when_none_of_ours_was_there() -> None:
    with pytest.raises(ValueError, match="Expecting") as caught:
        json.loads("{")
    traceback = caught.value.__traceback__
    caught.value.__traceback__ = traceback.tb_next if traceback else None
    assert "json/__init__.py" in in_one_line(caught.value)


def ask_once(**headers: str) -> HttpResponse:
    request = HttpRequest()
    request.META |= {f"HTTP_{name.upper()}": value for name, value in headers.items()}
    request.method, request.path = "GET", "/cases/"
    answer = request_log(lambda request: HttpResponse("so"))(request)
    assert isinstance(answer, HttpResponse)
    return answer


def test_a_request_has_an_id_of_its_own_and_takes_the_proxys_only_from_a_proxy(
    settings: Any,
) -> None:
    own = ask_once(x_request_id="a-visitor-says-so").headers["X-Request-ID"]
    assert re.fullmatch("[0-9a-f]{16}", own)
    settings.BEHIND_PROXY = True
    assert ask_once(x_request_id="proxy-0001").headers["X-Request-ID"] == "proxy-0001"
    for bad in ("short", "with space and more", "x" * 65, "new\nline-aaaaaaa"):
        assert re.fullmatch("[0-9a-f]{16}", ask_once(x_request_id=bad).headers["X-Request-ID"])


def test_answers_are_listed_only_when_wanted(settings: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "docketbook.access")
    ask_once()
    assert not caplog.records
    settings.ACCESS_LOG = True
    ask_once()
    assert re.fullmatch(r"GET /cases/ 200 \d+ ms", caplog.messages[0])
