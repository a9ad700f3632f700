"""Backups by the clock: made, tried out, encrypted, copied, and the old ones deleted."""

import json
import os
import tarfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import boto3
import pyrage
import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st
from moto.server import ThreadedMotoServer

from config.data_folder import make_data_folder
from config.database.postgres import Address
from config.keeping import backup, elsewhere, keeper, sealing
from config.keeping.notes import read_notes, write_note
from config.keeping.retention import Pace
from config.keeping.trial import trial
from tests import cluster
from tests.records import cast

DAY = datetime(2026, 3, 31, 3, tzinfo=UTC)
KEY = pyrage.x25519.Identity.generate()
TO = str(KEY.to_public())


def test_days_weeks_and_months_keep_the_newest_of_each() -> None:
    made = [DAY - timedelta(days=n) for n in range(200)] + [DAY - timedelta(hours=2)]
    kept = sorted(Pace(3, 2, 3).kept(made), reverse=True)
    assert [f"{at:%m-%d %H}" for at in kept] == ["03-31 03", "03-30 03", "03-29 03", "02-28 03", "01-31 03"]


@given(st.sets(st.datetimes(datetime(2020, 1, 1), datetime(2026, 1, 1)), min_size=1), *[st.integers(0, 9)] * 3)
def test_the_newest_is_always_kept_and_never_more_than_are_asked_for(
    made: set[datetime], days: int, weeks: int, months: int
) -> None:
    kept = Pace(days, weeks, months).kept(made)
    assert max(made) in kept
    assert kept <= made
    assert len(kept) <= max(1, days + weeks + months)
    later = Pace(days, weeks, months).kept(kept)
    assert later == kept


@pytest.mark.parametrize("bad", ["", "7", "7,4", "7,4,x", "0,0,0", "-1,2,3"])
def test_a_pace_that_is_none_is_refused(bad: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="days, weeks and months"):
        Pace.read(bad)


@pytest.fixture
def places(django_db_setup: None) -> tuple[Address, Address]:
    """The database that is backed up, and who may make others; read before the data folder is another one."""
    return cluster.address("docket_migrate", cluster.TEST_DATABASE), cluster.address("postgres", "postgres")


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    """A data folder of its own, and nothing set; the session's own is back before its database is reset."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("BACKUP_AGE_RECIPIENTS", "BACKUP_AGE_IDENTITY", "BACKUP_S3", "BACKUP_KEEP", "BACKUP_EVERY"):
            patch.delenv(name, raising=False)
        patch.setenv("DOCKET_DATA_DIR", str(tmp_path / "data"))
        make_data_folder()
        (tmp_path / "data" / "files" / "originals" / "a.pdf").write_bytes(b"the sealed one")
        yield tmp_path / "data"


def test_what_is_sealed_is_read_with_the_key_only(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = data / "backups" / "docketbook-20260331-030000.tar"
    plain.write_bytes(b"sealed material" * 1000)
    monkeypatch.setenv(sealing.RECIPIENTS, f"{TO}, {pyrage.x25519.Identity.generate().to_public()}")
    closed = sealing.sealed(plain, sealing.recipients())
    assert [path.name for path in (data / "backups").iterdir()] == ["docketbook-20260331-030000.tar.age"]
    assert closed.stat().st_mode & 0o777 == 0o600
    assert b"sealed material" not in closed.read_bytes()
    for key, opens in ((pyrage.x25519.Identity.generate(), False), (KEY, True)):
        (tmp_path / "key").write_text(f"# created: today\n{key}\n")
        monkeypatch.setenv(sealing.IDENTITY, str(tmp_path / "key"))
        if opens:
            assert sealing.opened(closed, tmp_path).read_bytes() == b"sealed material" * 1000
        else:
            with pytest.raises(ImproperlyConfigured, match="cannot be opened with the key"):
                sealing.opened(closed, tmp_path)


def test_settings_that_cannot_be_meant_stop_the_keeper_at_once(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keeper.check_settings()
    monkeypatch.setenv("BACKUP_S3", "s3://bucket")
    with pytest.raises(ImproperlyConfigured, match="would leave unencrypted"):
        keeper.check_settings()
    monkeypatch.setenv(sealing.RECIPIENTS, "age1nonsense")
    with pytest.raises(ImproperlyConfigured, match="Say public keys"):
        keeper.check_settings()
    monkeypatch.setenv(sealing.RECIPIENTS, TO)
    monkeypatch.setenv("BACKUP_S3", "https://bucket")
    with pytest.raises(ImproperlyConfigured, match="say s3://"):
        keeper.check_settings()


def test_what_is_due_follows_the_notes(data: Path) -> None:
    now, day = datetime.now(UTC), timedelta(days=1)
    assert keeper.is_due("backup", day, now)
    write_note("backup", True, "Whole.")
    assert not keeper.is_due("backup", day, datetime.now(UTC) + timedelta(hours=23))
    assert keeper.is_due("backup", day, datetime.now(UTC) + timedelta(hours=25))
    assert keeper.is_due("backup", day, now - timedelta(days=9))
    write_note("backup", False, "The disk was full.")
    assert keeper.is_due("backup", day, datetime.now(UTC) + timedelta(hours=2))


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A server on loopback that speaks S3, with a bucket."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
    for name, value in (("ACCESS_KEY_ID", "x"), ("SECRET_ACCESS_KEY", "x"), ("DEFAULT_REGION", "us-east-1")):
        monkeypatch.setenv(f"AWS_{name}", value)
    client = boto3.client("s3")
    client.create_bucket(Bucket="backups")
    yield client
    server.stop()


def test_a_backup_is_made_tried_sealed_copied_and_the_old_ones_go(
    committed: None, places: tuple[Address, Address], data: Path, bucket: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.a_case()
    monkeypatch.setenv(sealing.RECIPIENTS, TO)
    monkeypatch.setenv("BACKUP_S3", "s3://backups/daily")
    monkeypatch.setenv("BACKUP_KEEP", "2,0,0")
    for day in ("01", "02"):
        (data / "backups" / f"docketbook-202603{day}-030000.tar.age").write_bytes(b"old")
    (data / "backups" / "mine.tar").write_bytes(b"not the keeper's")
    said: list[str] = []
    source, admin = places
    keeper.keep_a_backup(source, admin, said.append)

    note = read_notes()["backup"]
    assert note.well, note
    assert " rows and 1 files, copied to s3://backups/daily/docketbook-" in note.words
    names = sorted(path.name for path in (data / "backups").glob("*.tar*"))
    assert names[0] == "docketbook-20260302-030000.tar.age"
    assert names[2:] == ["mine.tar"]
    there = bucket.get_object(Bucket="backups", Key=f"daily/{names[1]}")["Body"].read()
    assert there == (data / "backups" / names[1]).read_bytes()
    plain = pyrage.decrypt(there, [KEY])
    assert b"the sealed one" in plain
    with admin.connect() as server:
        assert server.execute("SELECT count(*) FROM pg_database WHERE datname LIKE '%\\_trial'").fetchone() == (0,)


def test_a_bucket_that_is_not_there_is_noted_and_nothing_is_deleted(
    data: Path, bucket: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = data / "backups" / "docketbook-20260331-030000.tar.age"
    closed.write_bytes(b"closed")
    with pytest.raises(elsewhere.NotCopied, match="s3://none/docketbook"):
        elsewhere.copy(closed, ("none", ""))
    with pytest.raises(elsewhere.NotCopied, match="is not encrypted"):
        elsewhere.copy(data / "backups" / "x.tar", ("backups", ""))
    assert closed.exists()


def test_a_backup_that_lacks_rows_is_found_out(places: tuple[Address, Address], data: Path, tmp_path: Path) -> None:
    source, admin = places
    whole = backup.backup(source, None, lambda line: None)
    altered = tmp_path / "altered.tar"
    with tarfile.open(whole) as old, tarfile.open(altered, "w") as new:
        for member in old.getmembers():
            content = old.extractfile(member)
            if member.name == backup.DESCRIPTION and content:
                told = json.load(content)
                told["rows"]["public.docket_case"] += 1
                path = tmp_path / "told.json"
                path.write_text(json.dumps(told))
                new.add(path, backup.DESCRIPTION)
            else:
                new.addfile(member, content)
    with pytest.raises(backup.BackupError, match=r"has 0 rows in public.docket_case, and 1 were backed up"):
        trial(altered, admin, source.name)


def test_a_database_that_is_away_waits_for_a_later_round_and_a_failure_is_noted(data: Path) -> None:
    def manage(command: str) -> str:
        raise RuntimeError("docket_case: 1 row of Marsh v. Ellery must not be public")

    keeper.do_what_is_due(None, None, 24, manage, pytest.fail)
    assert read_notes() == {}
    away = Address("127.0.0.1", 1, "docket_migrate", "hidden", "docketbook")
    said: list[str] = []
    keeper.do_what_is_due(away, None, 24, manage, said.append)
    notes = read_notes()
    assert [notes[name].well for name in ("backup", "check")] == [False, False]
    assert "hidden" not in notes["backup"].words
    assert "Marsh" not in notes["check"].words
    assert any("Marsh" in line for line in said)
    assert os.listdir(data / "backups") == ["in-use"]
