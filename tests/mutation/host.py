"""A session of pytest that has read its tests and forks for each mutant, instead of reading them anew."""

from __future__ import annotations

import contextlib
import json
import os
import resource
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests import cluster
from tests.mutation.patch import patched
from tests.mutation.session import MEMORY, QUIET, Chosen, ended, in_fork

UNPATCHED = 77  # exit code: the mutant is read at import, it needs a session of its own


class Host:
    """The process, as the server asks it."""

    def __init__(self, tests: Sequence[str]) -> None:
        here, there = os.pipe(), os.pipe()
        self.pid = in_fork(_serve, tests, here[0], there[1])
        os.close(here[0])
        os.close(there[1])
        self._questions, self._answers = os.fdopen(here[1], "w"), os.fdopen(there[0])

    def ask(self, question: dict[str, Any]) -> int | None:
        """pytest's exit code, or None when its time was over; UNPATCHED also where the session could not begin."""
        with contextlib.suppress(BrokenPipeError):
            print(json.dumps(question), file=self._questions, flush=True)
        answer: int | None = json.loads(self._answers.readline() or str(UNPATCHED))
        return answer

    def stop(self) -> None:
        with contextlib.suppress(BrokenPipeError):
            self._questions.close()
        ended(self.pid, 30)


def _serve(tests: Sequence[str], questions: int, answers: int) -> int:
    plugin = Hosting(questions, answers)
    return int(pytest.main([*QUIET, "-x", *tests], plugins=[Chosen(()), plugin]))


class Hosting:
    """Runs no tests itself; each question is answered by a fork that does."""

    def __init__(self, questions: int, answers: int) -> None:
        self._questions, self._answers = os.fdopen(questions), os.fdopen(answers, "w")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        for line in self._questions:
            asked = json.loads(line)
            if asked.pop("database_is_stale"):
                cluster.make_database(cluster.TEST_DATABASE, template=f"{cluster.TEST_DATABASE}_template")
            limit = asked.pop("limit")
            code = ended(in_fork(_meet, session, **asked), limit)
            print(json.dumps(code), file=self._answers, flush=True)
        return True


def _meet(session: pytest.Session, file: str, text: str, line: int, tests: list[str]) -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.dont_write_bytecode = True
    cluster.database_is_kept = True
    if not patched(file, Path(file).read_text(), text, line):
        return UNPATCHED
    place = {test: number for number, test in enumerate(tests)}
    chosen = sorted((item for item in session.items if item.nodeid in place), key=lambda item: place[item.nodeid])
    if not chosen:
        return int(pytest.ExitCode.NO_TESTS_COLLECTED)
    for item, following in zip(chosen, [*chosen[1:], None], strict=True):
        session.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return 1
    return 0
