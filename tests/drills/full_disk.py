"""A disk that is full at the first start, and one that fills up while rows are written: a small tmpfs, as root."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from config.data_folder import CHECKOUT, read_secret
from config.database.postgres import Address

SUPERUSER, READY = "postgres", "Ctrl-C stops it."
TABLE = "create table if not exists kept (n int primary key, words text)"
WORDS = "x" * 2000


@contextmanager
def small_disk(megabytes: int) -> Iterator[Path]:
    """A folder on a disk of that size."""
    folder = Path(tempfile.mkdtemp(prefix="docketbook-disk-"))
    folder.chmod(0o755)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=755", "none", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)
        folder.rmdir()


def started(data: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "config.supervise", "db"],
        cwd=CHECKOUT,
        env=os.environ | {"DOCKET_DATA_DIR": str(data)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def until_ready(process: subprocess.Popen[str]) -> str:
    """What it said until it was ready, or until it ended."""
    said = ""
    assert process.stdout
    for line in process.stdout:
        said += line
        if READY in line:
            break
    return said


def stop(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=120)


def full_at_first() -> None:
    """Too small for a database at all: a sentence, and nothing but what was there."""
    with small_disk(24) as disk:
        begun = time.monotonic()
        process = started(disk / "data")
        said = until_ready(process)
        status = process.wait(60)
        took = time.monotonic() - begun
        print(f"figure: full at the first start: status {status} in {took:.1f} s: {said.strip().splitlines()[-1]}")
        assert status
        assert "full" in said
        assert "Traceback" not in said
        assert not (disk / "data" / "postgres").exists()


def address(data: Path, said: str) -> Address:
    os.environ["DOCKET_DATA_DIR"] = str(data)
    port = int(said.partition("127.0.0.1:")[2].partition(".")[0])
    return Address("127.0.0.1", port, SUPERUSER, read_secret(SUPERUSER) or "", "postgres")


def full_at_work() -> None:
    """Rows are written until none fits; with room again every row that was acknowledged is there, and no other."""
    with small_disk(400) as disk:
        data = disk / "data"
        process = started(data)
        said = until_ready(process)
        here = address(data, said)
        with here.connect() as connection:
            connection.execute(TABLE)
        free = os.statvfs(disk)
        (disk / "filler").write_bytes(b"x" * max(free.f_bavail * free.f_frsize - 30_000_000, 0))
        kept = write_until_refused(here)
        (disk / "filler").unlink()
        if process.poll() is None:
            stop(process)
        process = started(data)
        said = until_ready(process)
        with address(data, said).connect() as connection:
            row = connection.execute("select count(*), coalesce(max(n), 0) from kept").fetchone()
        stop(process)
        print(f"figure: full at work: {kept} rows acknowledged, {row and row[0]} there once there was room again")
        assert row is not None
        # the last may have been written without the answer having come back
        assert row[0] in (kept, kept + 1)
        assert row[0] == row[1]


def write_until_refused(here: Address) -> int:
    """How many rows were acknowledged before the disk was full."""
    done = 0
    try:
        with here.connect() as connection:
            while True:
                connection.execute("insert into kept values (%s, %s)", [done + 1, WORDS])
                done += 1
    except psycopg.Error as error:
        print(f"figure: refused after {done} rows: {str(error).splitlines()[0]}")
    return done


if __name__ == "__main__":
    full_at_first()
    full_at_work()
