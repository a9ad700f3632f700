"""A worker: stands in a copy of the checkout with PostgreSQL and the libraries ready, and forks for each question.

Reads a question a line from its input and writes an answer a line to its output, both JSON (`__main__`).
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path
from typing import Any

from tests import cluster
from tests.mutation.session import in_fork, meet_mutant, note_lines

LIBRARIES = (  # what takes long to import and does not depend on the checkout
    *(
        "django.contrib.admin",
        "django.contrib.postgres.search",
        "django.test",
        "django_filters",
        "pytest_django.plugin",
    ),
    *("hypothesis.strategies", "icalendar", "lxml.html", "eyecite", "courts_db", "pikepdf", "psycopg", "holidays"),
    *("markdown_it", "nh3", "procrastinate", "juriscraper.pacer", "pytest_django.plugin"),
)
KILLED, SURVIVED, TIMED_OUT = "killed", "survived", "timed out"
ODD = "no test"  # the chosen tests are not there any more: their names depend on the line


def main() -> None:
    """Until the input ends."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    os.environ |= {"DJANGO_SETTINGS_MODULE": "config.settings", "JURISCRAPER_LOG": os.devnull}
    for name in LIBRARIES:
        _import(name)
    cluster.server()
    try:
        for line in sys.stdin:
            asked = json.loads(line)
            told = _note(**asked["note"]) if "note" in asked else _meet(**asked["meet"])
            print(json.dumps(told), file=answers, flush=True)
    finally:
        cluster.pytest_unconfigure(None)  # type: ignore[arg-type]


def _import(name: str) -> None:
    try:
        import_module(name)
    except Exception:  # some want settings first: then each fork imports it itself
        sys.modules.pop(name, None)


def _note(tests: list[str], paths: list[str]) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder, "lines.json")
        _ended(in_fork(note_lines, tests, paths, answer), 3600)
        return json.loads(answer.read_text())


def _meet(file: str, text: str, tests: list[str], limit: float, in_database: bool) -> Any:
    """What became of a mutant, {"outcome": …, "seconds": …}; the file is as before afterwards."""
    path, started = Path(file), time.monotonic()
    before, times = path.read_bytes(), path.stat()
    path.write_text(text)
    try:
        code = _ended(in_fork(meet_mutant, tests, in_database), limit)
    finally:
        path.write_bytes(before)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    outcome = TIMED_OUT if code is None else SURVIVED if code == 0 else ODD if code == 5 else KILLED
    return {"outcome": outcome, "seconds": time.monotonic() - started}


def _ended(pid: int, limit: float) -> int | None:
    """Its exit code; None when its time was over. What it started ends with it."""
    watched = os.pidfd_open(pid)
    in_time, _, _ = select.select([watched], [], [], limit)
    os.close(watched)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status) if in_time else None


if __name__ == "__main__":
    main()
