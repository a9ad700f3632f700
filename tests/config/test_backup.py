"""The drill: back up, lose everything, restore, compare."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import psycopg
import pytest

from config.cluster.embedded import EmbeddedServer, embedded_server, start_and_provision
from config.data_folder import lock
from config.database.postgres import DATABASE_NAME
from config.keeping.backup import sweep
from tests.baseline import copy_of_all_rows
from tests.config.test_settings import manage
from tests.processes.supervised import new_data_folder, supervise

CONTENT = {"originals/a.pdf": b"the sealed one", "published/b.pdf": b"the clean one"}
# a published file belongs to a published document, or the restored wall would not be whole
BELONGS = """update docket_document set file = 'b.pdf', sha256 = encode(sha256('the clean one'), 'hex'), byte_size = 13
  where id = (select min(id) from published.docket_document)"""


class Drill(NamedTuple):
    """A data folder with a record in it, what its tables held, and its backup."""

    data: Path
    rows: dict[tuple[str, str], bytes]
    archive: Path


@contextmanager
def server_of(data: Path) -> Iterator[EmbeddedServer]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOCKET_DATA_DIR", str(data))
        server = embedded_server(say=lambda line: None)
        try:
            start_and_provision(server)
            yield server
        finally:
            server.stop()


@pytest.fixture(scope="module")
def drill(tmp_path_factory: pytest.TempPathFactory) -> Drill:
    data, archive = new_data_folder(), tmp_path_factory.mktemp("backup") / "drill.tar"
    with server_of(data) as server:
        assert manage("migrate", "--verbosity=0").returncode == 0
        assert manage("load_samples").returncode == 0
        for name, content in CONTENT.items():
            (data / "files" / name).write_bytes(content)
        with server.address("docket_desk", DATABASE_NAME).connect() as desk:
            desk.execute("INSERT INTO auth_group (name) VALUES ('Überprüfer'), ('clerks')")
            assert desk.execute(BELONGS).rowcount == 1
        with server.connect(DATABASE_NAME) as admin:
            rows = copy_of_all_rows(admin)
        assert said(data, "backup", "--file", str(archive)).startswith("0 ")
    return Drill(data, rows, archive)


def said(data: Path, *arguments: str) -> str:
    process = supervise(data, *arguments)
    printed, _ = process.communicate(timeout=120)
    return f"{process.returncode} {printed}"


def test_a_backup_is_for_its_maker_only(drill: Drill) -> None:
    assert drill.archive.stat().st_mode & 0o777 == 0o600


def test_what_is_restored_into_an_empty_folder_equals_what_was_backed_up(drill: Drill) -> None:
    data = new_data_folder()
    assert said(data, "restore", "--file", str(drill.archive)).startswith("0 ")
    denied = pytest.raises(psycopg.errors.InsufficientPrivilege)
    with server_of(data) as server:
        with server.connect(DATABASE_NAME) as admin:
            assert copy_of_all_rows(admin) == drill.rows
        with server.address("docket_public", DATABASE_NAME).connect() as public, denied:
            public.execute("SELECT 1 FROM public.auth_group")
    assert {name: (data / "files" / name).read_bytes() for name in CONTENT} == CONTENT
    assert (data / "files" / "originals").stat().st_mode & 0o777 == 0o700


def test_a_restore_replaces_a_record_only_when_told_to(drill: Drill) -> None:
    data, _, archive = drill
    later = data / "files" / "originals" / "later.pdf"
    later.write_bytes(b"later")
    with server_of(data) as server, server.address("docket_desk", DATABASE_NAME).connect() as desk:
        desk.execute("INSERT INTO auth_group (name) VALUES ('later')")

    refused = said(data, "restore", "--file", str(archive))
    assert refused.startswith("1 ")
    assert "FORCE=1" in refused
    assert later.exists()

    assert said(data, "restore", "--file", str(archive), "--force", "1").startswith("0 ")
    assert not later.exists()
    with server_of(data) as server, server.connect(DATABASE_NAME) as admin:
        assert copy_of_all_rows(admin) == drill.rows


def test_a_restore_says_first_what_it_replaces_and_leaves_the_original_of_a_copy_alone(
    drill: Drill, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_NAME", "Set accidents")
    copied = new_data_folder() / "copy"
    subprocess.run(["cp", "-a", drill.data, copied], check=True)
    with server_of(drill.data) as server, server.connect(DATABASE_NAME) as admin:
        count = "SELECT (SELECT count(*) FROM docket_case), (SELECT count(*) FROM docket_filing)"
        cases, filings = admin.execute(count).fetchone() or (0, 0)
        refused = said(copied, "restore", "--file", str(drill.archive))
        replaced = said(copied, "restore", "--file", str(drill.archive), "--force", "1")
        assert copy_of_all_rows(admin) == drill.rows
    record = f"the record “Set accidents” in {copied}, database docketbook"
    holding = f" files, {cases} cases, {filings} filings, last changed 20"
    assert refused.startswith("1 ")
    assert replaced.startswith("0 ")
    for printed in (refused, replaced):
        assert record in printed
        assert holding in printed
    assert replaced.index("To be replaced: ") < replaced.index("Restoring the database")


def test_a_file_that_is_no_backup_changes_nothing(tmp_path: Path) -> None:
    other = tmp_path / "other.tar"
    other.write_bytes(b"not an archive")
    assert "cannot be read as a backup" in said(new_data_folder(), "restore", "--file", str(other))


def leftovers(data: Path) -> list[Path]:
    """What a killed `make backup` leaves: its dump, and the archive it was writing."""
    folder = data / "backups" / "tmpq1w2e3"
    folder.mkdir(parents=True)
    (folder / "database.dump").write_bytes(b"sealed")
    part = data / "backups" / "docketbook-20260102-030405.tar.part"
    part.write_bytes(b"sealed")
    return [folder, part]


def test_what_a_killed_backup_left_is_swept_and_finished_ones_stay(tmp_path: Path) -> None:
    left = leftovers(tmp_path)
    kept = tmp_path / "backups" / "docketbook-20260102-020304.tar"
    kept.write_bytes(b"whole")
    sweep(tmp_path)
    assert [path.exists() for path in [*left, kept]] == [False, False, True]


def test_nothing_is_swept_while_a_backup_is_at_work(tmp_path: Path) -> None:
    left = leftovers(tmp_path)
    with lock(tmp_path / "backups" / "in-use", "a backup"):
        sweep(tmp_path)
    assert [path.exists() for path in left] == [True, True]


def test_a_backup_sweeps_before_it_writes(drill: Drill, tmp_path: Path) -> None:
    left = leftovers(drill.data)
    assert said(drill.data, "backup", "--file", str(tmp_path / "next.tar")).startswith("0 ")
    assert [path.exists() for path in left] == [False, False]
