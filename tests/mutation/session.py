"""Sessions of pytest in a forked process: one that notes which test runs which line, and one that meets a mutant."""

from __future__ import annotations

import contextlib
import json
import os
import resource
import select
import signal
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import coverage
import pytest
from hypothesis import Phase, settings

from tests import cluster
from tests.mutation.rooms import SLOW

MEMORY = 6 << 30  # bytes that a mutant may ask for: some never stop asking
QUIET = ("-q", "-p", "no:cacheprovider", "-p", "no:randomly", "--no-header", "--tb=no")


class Chosen:
    """Only these tests, in this order; examples neither shrunk nor remembered, the same in every session."""

    def __init__(self, tests: Sequence[str]) -> None:
        self._place = {test: place for place, test in enumerate(tests)}

    def pytest_configure(self) -> None:
        """After tests/conftest.py, before any test is read."""
        usual, phases = settings.get_profile("tests"), (Phase.explicit, Phase.generate)
        settings.register_profile("mutation", usual, phases=phases, derandomize=True, database=None)
        settings.load_profile("mutation")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        if self._place:
            items[:] = sorted((i for i in items if i.nodeid in self._place), key=lambda i: self._place[i.nodeid])
        else:
            items[:] = [item for item in items if not any(word in item.nodeid for word in SLOW)]


class Armed:
    """Puts the mutant's SQL into the database, which was made by the right one."""

    @pytest.fixture(scope="session", autouse=True)
    def armed(self, django_db_setup: None, django_db_blocker: Any) -> None:
        from django.db import connections, transaction

        from docket.publishing.wall import lifecycle

        with (
            django_db_blocker.unblock(),
            transaction.atomic(using="owner"),
            connections["owner"].cursor() as cursor,
        ):
            if not lifecycle.is_armed(cursor):
                lifecycle.arm(cursor)


class Noted:
    """Which test runs which line, how long each takes, and which pass."""

    def __init__(self, measured: coverage.Coverage) -> None:
        self._measured = measured
        self.seconds: dict[str, float] = defaultdict(float)
        self.failed: set[str] = set()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._measured.switch_context(item.nodeid)
        try:
            return (yield)
        finally:
            self._measured.switch_context("")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[report.nodeid] += report.duration
        if not report.passed:
            self.failed.add(report.nodeid)


def make_template() -> int:
    """The database that every session copies, made by the right program."""
    import django

    django.setup()
    from tests.conftest import make_template as made

    made()
    return 0


def note_lines(tests: Sequence[str], paths: Sequence[str], answer: Path) -> int:
    """Runs all tests of these files; writes {"seconds": {test: s}, "lines": {file: {line: [test]}}} of those passed.

    The test of a line that runs at import, before any, is "".
    """
    measured = coverage_of(paths)
    noted = Noted(measured)
    measured.start()
    pytest.main([*QUIET, *tests], plugins=[Chosen(()), noted])
    measured.stop()
    data, lines = measured.get_data(), {}
    for path in data.measured_files():
        lines[str(Path(path).relative_to(Path.cwd()))] = {
            line: sorted(set(by) - noted.failed) for line, by in data.contexts_by_lineno(path).items()
        }
    seconds = {test: time for test, time in noted.seconds.items() if test not in noted.failed}
    answer.write_text(json.dumps({"seconds": seconds, "lines": lines}))
    return 0


def coverage_of(paths: Sequence[str]) -> coverage.Coverage:
    """Of these files and of everything in these folders, below the working directory."""
    include = [name for path in paths for name in (path, f"{path}/**")]
    return coverage.Coverage(include=include, data_file=None, config_file=False)


def meet_mutant(tests: Sequence[str], in_database: bool) -> int:
    """pytest's exit code: 0 where none of these tests notices, 1 where one does."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.dont_write_bytecode = True
    files = sorted({test.split("::")[0] for test in tests})
    plugins: list[Any] = [Chosen(tests), *([Armed()] if in_database else [])]
    return int(pytest.main([*QUIET, "-x", *files], plugins=plugins))


def in_fork(work: Any, *given: Any, **named: Any) -> int:
    """The id of a process, of a group of its own, that does it unheard and ends with its exit code."""
    pid = os.fork()
    if pid:
        return pid
    code = 3
    try:
        os.setsid()
        silence = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silence, stream)
        cluster.pytest_unconfigure = lambda config: None  # the server is the parent's
        code = work(*given, **named)
    finally:
        os._exit(code)


def ended(pid: int, limit: float) -> int | None:
    """Its exit code; None when its time was over. What it started ends with it."""
    watched = os.pidfd_open(pid)
    in_time, _, _ = select.select([watched], [], [], limit)
    os.close(watched)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status) if in_time else None
