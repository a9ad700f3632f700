"""`make doctor`, and starts that cannot be: each fault has a sentence with its remedy, and nothing is changed."""

import errno
import os
import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection

from config import supervise
from config.data_folder import CHECKOUT, read_secret
from config.database.fitness import Unfit, refuse_unfit
from config.database.provision import provision
from config.doctor import machine, server
from config.processes.ports import why_not
from tests import cluster
from tests.config.test_settings import PRODUCTION
from tests.processes.supervised import new_data_folder
from tests.records import cast

ASCII = "TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'"
LOCALE_C = "TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C'"


def ask(data: Path, **environment: str) -> tuple[int, str]:
    """Exit status and all that was printed; it comes without a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "config.doctor"],
        cwd=CHECKOUT,
        env=os.environ | {"DOCKET_DATA_DIR": str(data)} | environment,
        capture_output=True,
        text=True,
    )
    assert "Traceback" not in done.stdout + done.stderr, done.stderr
    return done.returncode, done.stdout + done.stderr


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with an embedded database that does not run."""
    for name in ("secrets", "files/originals", "files/published", "backups", "postgres"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "postgres" / "PG_VERSION").write_text("18\n")
    for name in ("postgres", "docket_migrate", "docket_desk", "docket_public"):
        (tmp_path / "secrets" / name).write_text("secret\n")
    return tmp_path


@pytest.mark.parametrize(
    ("break_it", "words"),
    [
        (lambda data: (data / "secrets/docket_desk").unlink(), "secrets/docket_desk is missing: the next start makes"),
        (lambda data: (data / "secrets/postgres").unlink(), "bring secrets/ back from the same copy"),
        (lambda data: (data / "secrets/postgres").write_text("\n"), "secrets/postgres is empty."),
        (lambda data: (data / "postgres.json").write_text('{"po'), "postgres.json is damaged"),
        (lambda data: ((data / "backups").rmdir(), (data / "backups").write_text("x")), "backups is a file"),
    ],
)
def test_what_is_wrong_with_the_folder_is_said_and_left(data: Path, break_it: Any, words: str) -> None:
    break_it(data)
    before = content(data)
    status, said = ask(data)
    assert words in said
    assert status == 1
    assert content(data) == before


def test_an_empty_secret_is_never_taken_for_a_password(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCKET_DATA_DIR", str(data))
    (data / "secrets" / "docket_desk").write_text("  \n")
    with pytest.raises(Exception, match=r"docket_desk is empty.*remove the file"):
        read_secret("docket_desk")


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    _, said = ask(tmp_path / "none")
    assert "data folder:" not in said
    assert not (tmp_path / "none").exists()


def as_nobody(code: str, data: Path) -> str:
    """What it prints as a user without rights, once the modules are read, which that user may not."""
    command = f"""
import os
from config.doctor import machine
from config.processes.ports import why_not
why_not('localhost', 0)
if os.geteuid() == 0:
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
print({code})
"""
    environment = os.environ | {"DOCKET_DATA_DIR": str(data)}
    return subprocess.check_output([sys.executable, "-c", command], cwd=CHECKOUT, env=environment, text=True)


def test_a_folder_that_is_closed_is_named() -> None:
    data = new_data_folder()
    closed = data / "files" / "originals"
    closed.mkdir(parents=True, mode=0o700)
    closed.chmod(0o000)
    assert f"{closed} is closed to this user. Work as the user who made it" in as_nobody(
        "list(machine.folders())", data
    )
    closed.chmod(0o700)


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        (PRODUCTION | {"SECRET_KEY": ""}, "settings: SECRET_KEY is not set"),
        ({"DOCKET_SITE": "staff"}, "DOCKET_SITE=staff: say one of"),
        ({"EXPORT_SLOTS": "4"}, "EXPORT_SLOTS=4 downloads may hold all WEB_THREADS=4"),
        ({"DATABASE_URL": "postgresql://u:hidden@127.0.0.1:1/d", "PUBLISHED_DATABASE_URL": "mysql://u"}, "mysql"),
        (PRODUCTION, "No connection to postgresql://docket_desk@127.0.0.1:1/docketbook"),
    ],
)
def test_what_is_wrong_with_the_environment_is_said(data: Path, environment: dict[str, str], words: str) -> None:
    status, said = ask(data, **environment)
    assert words in said
    assert status == 1
    assert "hidden" not in said
    assert "secret@" not in said


def test_a_disk_without_room_is_named(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCKET_DATA_DIR", str(data))
    monkeypatch.setattr(machine, "LEAST_FREE", 1 << 62)
    assert "make room" in next(machine.disk())


def test_a_port_says_why_it_cannot_be_had() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        assert "in use by another program" in why_not("127.0.0.1", other.getsockname()[1])
    assert "no address of this machine" in why_not("203.0.113.9", 8000)
    assert "is not known" in why_not("no-such-host.invalid", 8000)
    assert "say a number" in why_not("127.0.0.1", 70000)
    assert why_not("127.0.0.1", 0) == ""


def test_a_port_for_root_only_is_not_in_use_by_another(data: Path) -> None:
    open_to_all = int(Path("/proc/sys/net/ipv4/ip_unprivileged_port_start").read_text()) <= 81
    said = as_nobody("why_not('127.0.0.1', 81)", data)
    assert ("root only" in said) is not open_to_all, said


@pytest.mark.parametrize(("making", "words"), [(ASCII, "encoding SQL_ASCII"), (LOCALE_C, "locale C")])
def test_a_server_that_would_not_find_names_is_refused_before_anything_is_changed(making: str, words: str) -> None:
    name = f"{cluster.TEST_DATABASE}_letters"
    cluster.drop_database(name)
    with cluster.connect() as admin:
        admin.execute(f"CREATE DATABASE {name} {making}")
        try:
            with pytest.raises(Unfit, match=words):
                provision(admin, name, {})
            with cluster.connect(database=name) as inside:
                assert inside.execute("SELECT 1 FROM pg_namespace WHERE nspname = 'published'").fetchone() is None
        finally:
            cluster.drop_database(name)


def test_our_own_server_is_fit(django_db_setup: None) -> None:
    with cluster.connect(database=cluster.TEST_DATABASE) as admin:
        refuse_unfit(admin, cluster.TEST_DATABASE)


class Later(datetime):
    """A clock that is a year slow."""

    @classmethod
    def now(cls, tz: Any = None) -> "Later":
        return datetime.now(UTC) - timedelta(days=365)  # type: ignore[return-value]


def test_a_clock_that_jumped_is_named_by_the_last_change(
    django_db_setup: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with cluster.connect("docket_desk", cluster.TEST_DATABASE) as desk:
        assert list(server.clock(desk, "desk")) == []
        monkeypatch.setattr(server, "_last_change", lambda connection: datetime.now(UTC) - timedelta(days=1))
        assert list(server.clock(desk, "desk")) == []
        monkeypatch.setattr(server, "datetime", Later)
        said = " ".join(server.clock(desk, "desk"))
    assert "The database's clock is +31,5" in said
    assert "it jumped" in said


@pytest.mark.django_db
def test_the_last_change_is_the_newest_row_of_the_history() -> None:
    inside: Any = connection
    inside.ensure_connection()
    assert server._last_change(inside.connection) is None
    case = cast.a_case()
    found = server._last_change(inside.connection)
    assert found == case.history.order_by("-pgh_id").first().pgh_created_at  # type: ignore[attr-defined]


def test_a_role_that_is_too_strong_or_too_few_connections_are_named(
    django_db_setup: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with cluster.connect("docket_public", cluster.TEST_DATABASE) as public:
        assert list(server.role(public, "public")) == []
        monkeypatch.setenv("WEB_WORKERS", "11")
        assert "44 connections, but docket_public may have 40" in next(server.role(public, "public"))
    with cluster.connect("docket_desk", cluster.TEST_DATABASE) as desk:
        assert "may do more than read" in next(server.role(desk, "public"))


def test_a_wrong_password_is_told_from_a_server_that_is_away(django_db_setup: None) -> None:
    right = cluster.address("docket_desk", cluster.TEST_DATABASE)
    wrong = type(right)(right.host, right.port, right.user, "guessed", right.name)
    with pytest.raises(Exception, match=r"The secret is not the role's") as caught:
        server.connected(wrong)
    assert "guessed" not in str(caught.value)
    with pytest.raises(Exception, match="Is the server up"):
        server.connected(type(right)(right.host, 1, right.user, "x", right.name))
    assert isinstance(server.connected(right), psycopg.Connection)


def test_a_full_disk_ends_a_start_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(host: str, port: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/srv/data/secrets/postgres")

    monkeypatch.setattr(supervise, "run", full)
    monkeypatch.setattr("sys.argv", ["supervise", "run"])
    monkeypatch.setattr("signal.signal", lambda number, handler: None)
    assert supervise.main() == 1
    said = capsys.readouterr().err
    assert said == "/srv/data/secrets/postgres: No space left on device. Make room on that disk, then start again.\n"
