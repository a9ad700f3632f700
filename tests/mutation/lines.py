"""Which tests run which line, measured once and kept until the tests or the product's files change."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.mutation.mutants import Mutant
from tests.mutation.rooms import Room
from tests.mutation.worker import Worker

AT_MOST = 40.0  # seconds of tests for one mutant, the fastest first
AT_IMPORT = ""  # what stands for a test where a line runs before any
START = 90.0  # seconds that a fork may need before its first test, on a busy machine
PATIENCE = 8  # times the seconds that the tests took when they were measured


@dataclass(frozen=True)
class Lines:
    """Which tests of a room run which line, and how many seconds each takes."""

    seconds: dict[str, float]
    lines: dict[str, dict[str, list[str]]]
    at_most: float = AT_MOST

    def tests_for(self, mutant: Mutant, in_database: bool, again: bool = False) -> list[str]:
        """The fastest first; again: those first for which there was no time before.

        Of a line that runs when its file is imported: the tests that run anything in the file.
        SQL is put into the database once and met by any test of its room.
        """
        of_file = self.lines.get(mutant.file, {})
        found = set(of_file.get(str(mutant.line), [])) - {AT_IMPORT}
        others = {test for tests in of_file.values() for test in tests} - {AT_IMPORT}
        chosen = self._fastest(found or others or set(self.seconds))
        if in_database and found:
            chosen += self._fastest(set(self.seconds) - found)
        before = len(list(self._within(chosen, AT_MOST))) if again else 0
        return list(self._within(chosen[before:] + chosen[:before], self.at_most))

    def is_read_at_import(self, mutant: Mutant) -> bool:
        """Whether the line runs before any test: it must be imported anew for the wrong to be met."""
        return AT_IMPORT in self.lines.get(mutant.file, {}).get(str(mutant.line), [])

    def _fastest(self, tests: set[str]) -> list[str]:
        """One of each function first: what is wrong with one example is seldom found by its neighbour."""
        by_time = sorted(tests, key=lambda test: (self.seconds.get(test, 0), test))
        met: Counter[str] = Counter()
        turns = []
        for test in by_time:
            function = test.split("[")[0]
            turns.append((met[function], test))
            met[function] += 1
        return [test for _, test in sorted(turns, key=lambda turn: turn[0])]

    def _within(self, tests: list[str], at_most: float) -> Iterator[str]:
        total = 0.0
        for test in tests:
            total += self.seconds.get(test, 0)
            if total <= at_most:
                yield test

    def limit(self, tests: list[str]) -> float:
        """Seconds after which a mutant counts as one that does not end: the right program took far less."""
        return START + PATIENCE * sum(self.seconds.get(test, 0) for test in tests)


def lines_of(room: Room, worker: Worker, kept: Path, at_most: float = AT_MOST) -> Lines:
    """Of all its tests, file by file; what was measured before of the same files is read from the folder `kept`."""
    seconds: dict[str, float] = {}
    lines: dict[str, dict[str, list[str]]] = {}
    for tests in room.tests:
        measured = _measured(room, tests, worker, kept)
        seconds |= measured["seconds"]
        for file, by_line in measured["lines"].items():
            for line, names in by_line.items():
                lines.setdefault(file, {}).setdefault(line, []).extend(names)
    if not lines:
        raise RuntimeError(f"{room.name}: its tests run none of its lines. Remove {kept}/lines-*.json and look why.")
    return Lines(seconds, lines, at_most)


def _measured(room: Room, tests: str, worker: Worker, kept: Path) -> dict[str, dict[str, Any]]:
    texts = [(worker.folder / file).read_bytes() for file in (tests, *room.files(worker.folder))]
    path = kept / f"lines-{sha256(bytes(0).join(texts)).hexdigest()[:20]}.json"
    if not path.exists():
        path.write_text(json.dumps(worker.ask({"note": {"tests": [tests], "paths": list(room.paths)}})))
    found: dict[str, dict[str, Any]] = json.loads(path.read_text())
    return found
