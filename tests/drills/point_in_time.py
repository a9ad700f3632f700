"""Back to a moment before a mistake, with the embedded server: the steps of docs/operating.md, one after the other."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from config.cluster.account import account_for, reachable_binaries
from tests.drills.full_disk import address, started, stop, until_ready

KEEP = """
archive_mode = on
archive_command = 'test ! -f {log}/%f && cp %p {log}/%f'
"""
GO_BACK = """
restore_command = 'cp {log}/%f %p'
recovery_target_time = '{moment}'
recovery_target_action = promote
hot_standby = off
"""


@contextmanager
def folder() -> Iterator[Path]:
    """One that the account which runs PostgreSQL may enter."""
    made = Path(tempfile.mkdtemp(prefix="docketbook-moment-"))
    made.chmod(0o755)
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def give(path: Path, like: Path) -> None:
    """To whoever owns the other: as root, the account that runs PostgreSQL."""
    owner = like.stat()
    for each in (path, *path.rglob("*")):
        os.chown(each, owner.st_uid, owner.st_gid)


def base_backup(data: Path, said: str, target: Path) -> None:
    """As documented: pg_basebackup of the running server."""
    here = address(data, said)
    program = reachable_binaries(account_for(data / "postgres"), print) / "pg_basebackup"
    asked = [f"--host={here.host}", f"--port={here.port}", f"--username={here.user}", f"--pgdata={target}"]
    subprocess.run([program, *asked, "--checkpoint=fast"], env=os.environ | {"PGPASSWORD": here.password}, check=True)


def go_back(data: Path, base: Path, log: Path, moment: str) -> None:
    """Put the base in the place of the database, and say up to when the log is read."""
    kept = data / "postgres.mistake"
    (data / "postgres").rename(kept)
    shutil.copytree(base, data / "postgres")
    with (data / "postgres" / "postgresql.conf").open("a") as file:
        file.write(GO_BACK.format(log=log, moment=moment))
    (data / "postgres" / "recovery.signal").touch()
    (data / "postgres").chmod(0o700)
    give(data / "postgres", kept)


def main() -> None:
    with folder() as place:
        data, log, base = place / "data", place / "log", place / "base"
        first = started(data)
        until_ready(first)
        stop(first)
        log.mkdir()
        give(log, data / "postgres")
        with (data / "postgres" / "postgresql.conf").open("a") as file:
            file.write(KEEP.format(log=log))
        moment = mistaken(data, base)
        begun = time.monotonic()
        go_back(data, base, log, moment)
        again = started(data)
        said = until_ready(again)
        with address(data, said).connect() as connection:
            row = connection.execute("select count(*) from kept").fetchone()
        stop(again)
        took = time.monotonic() - begun
        print(f"figure: before a table was dropped: back in {took:.0f} s with {row and row[0]} of its 200 rows")
        assert row == (200,)


def mistaken(data: Path, base: Path) -> str:
    """A base, rows before it and after it, and then a table that is dropped; the moment before that."""
    process = started(data)
    said = until_ready(process)
    with address(data, said).connect() as connection:
        connection.execute("create table kept as select generate_series(1, 100) n")
        base_backup(data, said, base)
        connection.execute("insert into kept select generate_series(101, 200)")
        (moment,) = connection.execute("select clock_timestamp()::text").fetchone() or ("",)
        connection.execute("drop table kept")
    stop(process)
    return str(moment)


if __name__ == "__main__":
    main()
