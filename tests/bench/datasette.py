"""The same rows in Datasette: a table of SQLite served by its own process, streamed as CSV."""

from __future__ import annotations

import csv
import io
import socket
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.request import urlopen

OPTIONS = ("--setting", "max_csv_mb", "0", "--setting", "sql_time_limit_ms", "60000")
TRIES, PATIENCE = 120, 0.5  # until it answers; seconds


@contextmanager
def serving(program: str, text: str) -> Iterator[Callable[[], None]]:
    """A reader of all rows of that CSV from Datasette."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "bench.db"
        _load(file, text)
        port = _free_port()
        process = subprocess.Popen(
            [program, "serve", str(file), "--port", str(port), *OPTIONS],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait(process, port)
            yield lambda: _drain(port)
        finally:
            process.terminate()
            process.wait()


def _load(file: Path, text: str) -> None:
    lines = csv.reader(io.StringIO(text, newline=""))
    names = next(lines)
    with sqlite3.connect(file) as database:
        columns = ", ".join(f'"{name}" text' for name in names)
        database.execute(f"create table filings (id integer primary key, {columns})")
        places = ", ".join("?" * len(names))
        database.executemany(f"insert into filings values (null, {places})", lines)
    database.close()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(TRIES):
        if process.poll() is not None:
            raise RuntimeError(f"Datasette ended with {process.returncode} before it answered.")
        with suppress(OSError), urlopen(f"http://127.0.0.1:{port}/-/versions.json", timeout=5):
            return
        with suppress(subprocess.TimeoutExpired):
            process.wait(PATIENCE)
    raise RuntimeError("Datasette does not answer.")


def _drain(port: int) -> None:
    with urlopen(f"http://127.0.0.1:{port}/bench/filings.csv?_stream=on") as answer:
        while answer.read(1 << 16):
            pass
