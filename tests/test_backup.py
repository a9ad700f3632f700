"""The drill: back up, lose everything, restore, compare."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from config.embedded import EmbeddedServer, embedded_server, start_and_provision
from config.postgres import DATABASE_NAME
from tests.baseline import copy_of_all_rows
from tests.supervised import new_data_folder, supervise
from tests.test_settings import manage

CONTENT = {"originals/a.pdf": b"the sealed one", "published/b.pdf": b"the clean one"}


@pytest.fixture
def data(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = new_data_folder()
    monkeypatch.setenv("DOCKET_DATA_DIR", str(folder))
    yield folder
    embedded_server(say=lambda line: None).stop()


def started() -> EmbeddedServer:
    server = embedded_server(say=lambda line: None)
    start_and_provision(server)
    return server


def said(data: Path, *arguments: str) -> str:
    process = supervise(data, *arguments)
    printed, _ = process.communicate(timeout=120)
    return f"{process.returncode} {printed}"


def fill(server: EmbeddedServer, data: Path) -> dict[tuple[str, str], bytes]:
    assert manage("migrate", "--database=owner", "--verbosity=0").returncode == 0
    for name, content in CONTENT.items():
        (data / "files" / name).write_bytes(content)
    with server.address("docket_desk", DATABASE_NAME).connect() as desk:
        desk.execute("INSERT INTO auth_group (name) VALUES ('Überprüfer'), ('clerks')")
    with server.connect(DATABASE_NAME) as admin:
        return copy_of_all_rows(admin)


def test_a_restored_backup_equals_what_was_backed_up(data: Path, tmp_path: Path) -> None:
    server, archive = started(), tmp_path / "drill.tar"
    before = fill(server, data)
    assert said(data, "backup", "--file", str(archive)).startswith("0 ")
    assert archive.stat().st_mode & 0o777 == 0o600
    server.stop()
    shutil.rmtree(data)
    data.mkdir()

    assert said(data, "restore", "--file", str(archive)).startswith("0 ")

    server = started()
    with server.connect(DATABASE_NAME) as admin:
        assert copy_of_all_rows(admin) == before
    denied = pytest.raises(psycopg.errors.InsufficientPrivilege)
    with server.address("docket_public", DATABASE_NAME).connect() as public, denied:
        public.execute("SELECT 1 FROM public.auth_group")
    server.stop()
    assert {name: (data / "files" / name).read_bytes() for name in CONTENT} == CONTENT
    assert (data / "files" / "originals").stat().st_mode & 0o777 == 0o700


def test_a_restore_replaces_a_record_only_when_told_to(data: Path, tmp_path: Path) -> None:
    server, archive = started(), tmp_path / "drill.tar"
    fill(server, data)
    said(data, "backup", "--file", str(archive))
    with server.address("docket_desk", DATABASE_NAME).connect() as desk:
        desk.execute("INSERT INTO auth_group (name) VALUES ('later')")
    (data / "files" / "originals" / "later.pdf").write_bytes(b"later")

    refused = said(data, "restore", "--file", str(archive))
    assert refused.startswith("1 ")
    assert "FORCE=1" in refused
    assert (data / "files" / "originals" / "later.pdf").exists()

    assert said(data, "restore", "--file", str(archive), "--force", "1").startswith("0 ")
    assert not (data / "files" / "originals" / "later.pdf").exists()
    server = started()
    with server.address("docket_desk", DATABASE_NAME).connect() as desk:
        names = {name for (name,) in desk.execute("SELECT name FROM auth_group")}
    server.stop()
    assert names == {"Überprüfer", "clerks"}


def test_a_file_that_is_no_backup_changes_nothing(data: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.tar"
    other.write_bytes(b"not an archive")
    assert "cannot be read as a backup" in said(data, "restore", "--file", str(other))
