"""A data folder works on its own database only, wherever it was copied or moved to."""

import json
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

from config.cluster import identity
from config.cluster.identity import ADOPT, NotOurs, check_ours, read_mark
from config.database.postgres import DATABASE_NAME, EXPECTED, Address
from tests.config.test_settings import manage
from tests.processes.supervised import new_data_folder, supervise, until_it_says

COMMANDS = (["db"], ["run", "--port", "18990"], ["backup"], ["restore", "--file", "any.tar", "--force", "1"])


def copy(data: Path) -> Path:
    """As `cp -a` makes it: owners, modes and times are kept."""
    made = new_data_folder() / "copy"
    subprocess.run(["cp", "-a", data, made], check=True)
    return made


def move(data: Path) -> Path:
    return data.rename(new_data_folder() / "moved")


def take_outside(data: Path) -> Path:
    """Its cluster as it is where the account that runs PostgreSQL may not enter the data folder."""
    place = new_data_folder() / "postgres"
    for name in ("postgres", "postgres.log"):
        (data / name).rename(place.with_name(name))
    (data / "postgres.json").write_text(json.dumps({"directory": str(place)}))
    return place


def make_old(data: Path, cluster: Path) -> None:
    """As earlier releases left it: no marks, and the place as an absolute path."""
    for mark in (data / identity.FOLDERS_MARK, cluster / identity.CLUSTERS_MARK):
        mark.unlink()
    (data / "postgres.json").write_text(json.dumps({"directory": str(cluster)}))


def sign_in(data: Path, cluster: Path | None = None) -> psycopg.Connection[Any]:
    port = int(((cluster or data / "postgres") / "postmaster.pid").read_text().splitlines()[3])
    password = (data / "secrets" / "postgres").read_text().strip()
    return Address("127.0.0.1", port, "postgres", password, DATABASE_NAME).connect()


def notes(data: Path, cluster: Path | None = None) -> list[str]:
    with sign_in(data, cluster) as connection:
        return [text for (text,) in connection.execute("SELECT text FROM note ORDER BY text")]


@contextmanager
def running(data: Path) -> Iterator[str]:
    """With what it printed."""
    process = supervise(data, "db")
    try:
        yield until_it_says(process, "Ctrl-C stops it.")
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)


def refusal(data: Path, *arguments: str) -> str:
    process = supervise(data, *arguments)
    printed, _ = process.communicate(timeout=60)
    assert process.returncode == 1, printed
    assert "Traceback" not in printed
    return str(printed)


def everything_in(*folders: Path) -> dict[Path, tuple[int, bytes]]:
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file() and path.name != "in-use"]
    return {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


@pytest.fixture(scope="module")
def kept() -> Path:
    """A data folder with one note in its database; nothing runs on it."""
    data = new_data_folder()
    with running(data), sign_in(data) as connection:
        connection.execute("CREATE TABLE note (text text)")
        connection.execute("INSERT INTO note VALUES ('first')")
    return data


@pytest.fixture
def original(kept: Path) -> Path:
    """One for each test, moved to a place of its own."""
    return copy(kept)


@pytest.fixture
def outside(original: Path) -> tuple[Path, Path]:
    """A data folder that has run with its cluster elsewhere, and the cluster."""
    with running(original):
        pass
    return original, take_outside(original)


def test_a_copy_works_on_its_own_database_beside_the_running_original(original: Path) -> None:
    with running(original):
        pass
    copied = copy(original)
    with running(original), running(copied) as printed:
        assert f"{copied} is a copy of {original}" in printed
        with sign_in(copied) as connection:
            connection.execute("INSERT INTO note VALUES ('only in the copy')")
        assert notes(original) == ["first"]
    ids = [read_mark(folder / identity.FOLDERS_MARK) for folder in (original, copied)]
    assert ids[0]
    assert ids[1]
    assert ids[0].id != ids[1].id
    with running(original):
        assert notes(original) == ["first"]


def test_a_copy_made_while_the_original_runs_never_takes_over_its_server(original: Path) -> None:
    with running(original):
        copied = copy(original)
        done = manage("showmigrations", DOCKET_DATA_DIR=str(copied))
        assert done.returncode == 1
        assert "own database is not running" in done.stderr
        with running(copied) as printed:
            assert "taken over" not in printed
            assert sign_in(copied).info.port != sign_in(original).info.port
        assert notes(original) == ["first"]


def test_a_site_refuses_the_server_of_another_folder_on_its_port(original: Path) -> None:
    with running(original):
        address = sign_in(original).info
        url = Address("127.0.0.1", address.port, "postgres", address.password, DATABASE_NAME).url()
        ours = read_mark(original / identity.FOLDERS_MARK)
        assert ours
        assert manage("showmigrations", DATABASE_URL=url, **{EXPECTED: ours.id}).returncode == 0
        done = manage("showmigrations", DATABASE_URL=url, **{EXPECTED: "another"})
    assert done.returncode == 1
    assert "is another PostgreSQL's" in done.stderr
    assert "Traceback" not in done.stderr


def test_every_command_refuses_the_database_outside_for_a_copy_of_the_folder(outside: tuple[Path, Path]) -> None:
    original, cluster = outside
    copied = copy(original)
    before = everything_in(original, cluster, copied)
    for command in COMMANDS:
        said = refusal(copied, *command)
        assert f"{cluster} is the database of {original}, and {copied} is another folder" in said
        assert "make restore FILE=" in said
    done = manage("showmigrations", DOCKET_DATA_DIR=str(copied))
    assert done.returncode == 1
    assert f"is the database of {original}" in done.stderr
    after = everything_in(original, cluster, copied)
    assert {path: after.get(path) for path in before} == before
    assert {path.parent.name for path in after.keys() - before.keys()} <= {
        "secrets"
    }  # Django's key, at the first command


def test_a_refused_copy_leaves_the_running_original_alone(outside: tuple[Path, Path]) -> None:
    original, cluster = outside
    copied = copy(original)
    with running(original):
        for command in COMMANDS[:3]:
            refusal(copied, *command)
        assert notes(original, cluster) == ["first"]


def test_a_moved_folder_keeps_its_identity_and_its_database(original: Path) -> None:
    with running(original):
        pass
    before = read_mark(original / identity.FOLDERS_MARK)
    moved = move(original)
    with running(moved) as printed:
        assert f"{original} was moved" in printed
        assert notes(moved) == ["first"]
    after = read_mark(moved / identity.FOLDERS_MARK)
    assert before
    assert after
    assert after.id == before.id
    assert after.folder == moved
    assert "directory" not in json.loads((moved / "postgres.json").read_text())


def test_a_moved_folder_keeps_its_database_outside_and_a_later_copy_is_refused(outside: tuple[Path, Path]) -> None:
    original, cluster = outside
    copied, moved = copy(original), move(original)
    with running(moved) as printed:
        assert f"{original} was moved" in printed
        assert notes(moved, cluster) == ["first"]
    assert f"is the database of {moved}" in refusal(copied, "db")


def test_a_database_that_was_put_into_another_folder_is_refused(original: Path) -> None:
    other = copy(original)
    for data in (original, other):
        with running(data):
            pass
    (other / "postgres").rename(other / "away")
    (original / "postgres").rename(other / "postgres")
    assert f"{other / 'postgres'} is the database of {original}, not of {other}" in refusal(other, "db")


def test_two_supervisors_never_share_a_cluster(original: Path) -> None:
    linked = copy(original)
    (linked / "postgres").rename(linked / "away")
    (linked / "postgres").symlink_to(original / "postgres")
    (original / "identity.json").rename(original / "away.json")  # neither folder is refused for its mark
    (linked / "identity.json").unlink()
    (original / "postgres" / "docketbook.json").unlink()
    with running(original):
        (original / "postgres" / "docketbook.json").unlink()
        assert "is the database of" in refusal(linked, "db")
        bound = new_data_folder() / "same"
        bound.symlink_to(original)
        assert "is in use by `make db`" in refusal(bound, "db")
        assert notes(original) == ["first"]


def test_a_cluster_is_locked_whatever_folder_leads_to_it(
    outside: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    original, cluster = outside
    second = copy(original)
    with running(original):
        (cluster / "docketbook.json").unlink()
        monkeypatch.setenv(ADOPT, str(cluster))
        assert f"{cluster} is in use by the data folder {original}" in refusal(second, "db")
        assert notes(original, cluster) == ["first"]


def test_a_folder_of_an_earlier_release_is_adopted_and_loses_nothing(original: Path) -> None:
    with running(original):
        pass
    make_old(original, original / "postgres")
    files = {path.relative_to(original) for path in original.rglob("*") if "postgres" not in path.parts}
    with running(original):
        assert notes(original) == ["first"]
    assert files <= {path.relative_to(original) for path in original.rglob("*")}
    assert read_mark(original / identity.FOLDERS_MARK) == read_mark(original / "postgres" / identity.CLUSTERS_MARK)


def test_a_copy_of_a_folder_of_an_earlier_release_works_on_its_own_database(original: Path) -> None:
    make_old(original, original / "postgres")
    copied = copy(original)
    with running(original), running(copied) as printed:
        assert f"postgres.json named {original / 'postgres'}. It is corrected" in printed
        with sign_in(copied) as connection:
            connection.execute("DELETE FROM note")
        assert notes(original) == ["first"]


def test_of_an_earlier_releases_folder_and_its_copy_the_folder_gets_the_database_outside() -> None:
    made = new_data_folder()
    with running(made), sign_in(made) as connection:
        connection.execute("CREATE TABLE note (text text)")
    cluster = take_outside(made)
    make_old(made, cluster)
    copied = copy(made)
    said = refusal(copied, "db")
    assert f"{copied} seems to be a copy of the folder that this database belongs to" in said
    assert f"{ADOPT}={cluster}" in said
    with running(made):
        assert notes(made, cluster) == []
    assert f"is the database of {made}" in refusal(copied, "db")


def test_a_database_outside_is_adopted_by_a_folder_that_was_brought_back(
    original: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cluster = take_outside(original)
    make_old(original, cluster)
    assert "say so once" in refusal(original, "db")  # its passwords are younger than the database
    monkeypatch.setenv(ADOPT, str(cluster))
    with running(original):
        assert notes(original, cluster) == ["first"]
    monkeypatch.delenv(ADOPT)
    with running(original):
        assert notes(original, cluster) == ["first"]


def test_adopting_takes_no_database_from_a_folder_that_has_it(
    outside: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    original, cluster = outside
    copied = copy(original)
    monkeypatch.setenv(ADOPT, str(cluster))
    assert f"is the database of {original}" in refusal(copied, "db")


@pytest.mark.parametrize("damage", ["", '{"directory": "/srv', "[]", '{"port": "many"}'])
def test_a_damaged_record_of_the_place_is_written_anew(original: Path, damage: str) -> None:
    record = original / "postgres.json"
    record.write_text(damage)
    assert "own database is not running" in manage("showmigrations", DOCKET_DATA_DIR=str(original)).stderr
    with running(original) as printed:
        assert "postgres.json could not be read. It is written anew" in printed
        assert notes(original) == ["first"]
    assert "port" in json.loads(record.read_text())
    assert record.with_name("postgres.json.damaged").read_text() == damage


def test_a_place_on_another_machine_gives_way_to_the_database_in_the_folder(original: Path) -> None:
    (original / "postgres.json").write_text('{"directory": "/nowhere/on/this/machine/postgres", "port": 5}')
    with running(original) as printed:
        assert "It is corrected" in printed
        assert notes(original) == ["first"]


def test_a_database_outside_is_found_by_its_mark(outside: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    original, cluster = outside
    (original / "postgres.json").write_text("")
    monkeypatch.setenv("DOCKET_DATA_DIR", str(original))
    monkeypatch.setattr("config.cluster.account.REACHABLE", cluster.parent.parent)
    from config.cluster.place import own_cluster

    assert own_cluster() == cluster


def test_a_lost_database_is_not_replaced_by_an_empty_one(original: Path) -> None:
    (original / "postgres").rename(original / "away")
    said = refusal(original, "db")
    assert f"The database of {original} is not there. It was in {original / 'postgres'}" in said
    assert not (original / "postgres").exists()


def test_a_missing_password_is_named_at_once(original: Path) -> None:
    (original / "secrets" / "postgres").unlink()
    for command in (["db"], ["backup"]):
        said = refusal(original, *command)
        assert f"{original / 'secrets' / 'postgres'} is missing" in said
        assert "recovers" not in said


def test_two_databases_are_both_named(original: Path) -> None:
    outside = take_outside(copy(original))
    (original / "postgres.json").write_text(json.dumps({"directory": str(outside)}))
    said = refusal(original, "db")
    assert f"Two databases: {original / 'postgres'}, and {outside}" in said


def test_a_claim_that_is_cut_short_is_made_good(original: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = read_mark(original / identity.FOLDERS_MARK)
    assert ours
    mark = {"id": "new", "folder": str(original), "before": ours.id}
    (original / "postgres" / identity.CLUSTERS_MARK).write_text(json.dumps(mark))
    monkeypatch.setenv("DOCKET_DATA_DIR", str(original))
    check_ours(original / "postgres")
    (original / "postgres" / identity.CLUSTERS_MARK).write_text(json.dumps(mark | {"before": "third"}))
    with pytest.raises(NotOurs):
        check_ours(original / "postgres")
