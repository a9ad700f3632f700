"""A worker: stands in a copy of the checkout with PostgreSQL and the libraries ready, and forks for each question.

Reads a question a line from its input and writes an answer a line to its output, both JSON (`__main__`).
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path
from typing import Any

from tests import cluster
from tests.mutation.host import UNPATCHED, Host
from tests.mutation.session import ended, in_fork, make_template, meet_mutant, note_lines

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
    ended(in_fork(make_template), 600)
    cluster.template_is_kept = True
    server = Server()
    try:
        for line in sys.stdin:
            asked = json.loads(line)
            told = _note(**asked["note"]) if "note" in asked else server.meet(**asked["meet"])
            print(json.dumps(told), file=answers, flush=True)
    finally:
        server.stop()
        cluster.pytest_unconfigure(None)  # type: ignore[arg-type]


class Server:
    """Knows the hosts, one for the tests of each room."""

    def __init__(self) -> None:
        self._hosts: dict[tuple[str, ...], Host] = {}
        self._database_is_stale = True

    def stop(self) -> None:
        for host in self._hosts.values():
            host.stop()

    def meet(self, room: list[str], line: int, afresh: bool, in_database: bool, **mutant: Any) -> Any:
        """What became of a mutant, {"outcome": …, "seconds": …}; room: its files of tests.

        afresh: in a session that imports it, where a function that is called at import would hide it.
        """
        started = time.monotonic()
        code: int | None = UNPATCHED
        if not (afresh or in_database):
            code = self._host(room).ask({**mutant, "line": line, "database_is_stale": self._database_is_stale})
            self._database_is_stale = code is None
        if code == UNPATCHED:
            code = _meet_afresh(in_database=in_database, **mutant)
            self._database_is_stale = True
        outcome = TIMED_OUT if code is None else SURVIVED if code == 0 else ODD if code == 5 else KILLED
        return {"outcome": outcome, "seconds": time.monotonic() - started}

    def _host(self, tests: list[str]) -> Host:
        if tuple(tests) not in self._hosts:
            self._hosts[tuple(tests)] = Host(tests)
        return self._hosts[tuple(tests)]


def _import(name: str) -> None:
    try:
        import_module(name)
    except Exception:  # some want settings first: then each fork imports it itself
        sys.modules.pop(name, None)


def _note(tests: list[str], paths: list[str]) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder, "lines.json")
        ended(in_fork(note_lines, tests, paths, answer), 3600)
        return json.loads(answer.read_text())


def _meet_afresh(file: str, text: str, tests: list[str], limit: float, in_database: bool) -> int | None:
    """Its exit code; None when its time was over. The file is as before afterwards."""
    path = Path(file)
    before, times = path.read_bytes(), path.stat()
    path.write_text(text)
    try:
        return ended(in_fork(meet_mutant, tests, in_database), limit)
    finally:
        path.write_bytes(before)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


if __name__ == "__main__":
    main()
