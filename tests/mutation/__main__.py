"""`python -m tests.mutation --room claims,deadlines --count 60`: which small wrongs would the tests not notice?

Works on copies of the checkout, by hand, not in CI: a mutant takes some seconds. `equivalent.toml` lists survivors that
no test can kill, with why.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from config.data_folder import CHECKOUT
from tests.mutation.mutants import Mutant, is_python, mutants
from tests.mutation.rooms import ROOMS, Room

EQUIVALENT = Path(__file__).with_name("equivalent.toml")
AT_MOST = 60.0  # seconds of tests for one mutant, the fastest first
START = 30.0  # seconds that a fork may need before its first test, on a busy machine
UNTESTED = "no test"
OUTCOMES = ("killed", "survived", "timed out", UNTESTED)


class Worker:
    """A server in its own copy of the checkout."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        named = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(named, cwd=CHECKOUT, check=True, capture_output=True, text=True).stdout
        for name in filter(None, listed.split("\0")):
            if (CHECKOUT / name).is_file():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(CHECKOUT / name, folder / name)
        command = ["nice", "-n", "10", sys.executable, "-m", "tests.mutation.server"]
        self._server = subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, question: dict[str, Any]) -> Any:
        """The server's answer. Raises RuntimeError when it has ended."""
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        print(json.dumps(question), file=self._server.stdin, flush=True)
        if line := self._server.stdout.readline():
            return json.loads(line)
        raise RuntimeError("The worker has ended; why stands above. Install what requirements-dev.txt names.")

    def stop(self) -> None:
        assert self._server.stdin is not None
        self._server.stdin.close()
        self._server.wait()


@dataclass(frozen=True)
class Lines:
    """Which tests of a room run which line, and how many seconds each takes."""

    seconds: dict[str, float]
    lines: dict[str, dict[str, list[str]]]

    def tests_for(self, mutant: Mutant, in_database: bool) -> list[str]:
        """The fastest first. Of a line that runs when its file is imported: the tests that run anything in the file.

        SQL is put into the database once and met by any test of its room.
        """
        of_file = self.lines.get(mutant.file, {})
        found = set(of_file.get(str(mutant.line), []))
        others = {test for tests in of_file.values() for test in tests}
        chosen = self._fastest(found or others or set(self.seconds))
        if in_database and found:
            chosen += self._fastest(set(self.seconds) - found)
        return list(self._within(chosen))

    def _fastest(self, tests: set[str]) -> list[str]:
        return sorted(tests, key=lambda test: (self.seconds.get(test, 0), test))

    def _within(self, tests: list[str]) -> Iterator[str]:
        total = 0.0
        for test in tests:
            total += self.seconds.get(test, 0)
            if total <= AT_MOST:
                yield test

    def limit(self, tests: list[str]) -> float:
        """Seconds after which a mutant counts as one that does not end."""
        return START + 4 * sum(self.seconds.get(test, 0) for test in tests)


def main() -> None:
    """Print a table and the survivors."""
    asked = _arguments()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that no copy and no PostgreSQL is left behind
    with tempfile.TemporaryDirectory(prefix="docketbook-mutation-") as folder:
        Path(folder).chmod(0o755)
        workers = [Worker(Path(folder, str(n))) for n in range(asked.jobs)]
        try:
            told = _run([ROOMS[name] for name in asked.room.split(",")], asked.count, asked.seed, workers)
        finally:
            for worker in workers:
                worker.stop()
    _show(told)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--room", default=",".join(ROOMS), help=f"of {', '.join(ROOMS)}; default: all")
    parser.add_argument("--count", type=int, default=300, help="mutants altogether, as many of each room")
    parser.add_argument("--seed", type=int, default=1, help="which ones")
    parser.add_argument("--jobs", type=int, default=1, help="workers, each with a PostgreSQL of its own")
    asked = parser.parse_args()
    if unknown := set(asked.room.split(",")) - set(ROOMS):
        parser.error(f"--room: {', '.join(sorted(unknown))} is none of {', '.join(ROOMS)}.")
    return asked


def sample(room: Room, count: int, seed: int, checkout: Path = CHECKOUT) -> list[Mutant]:
    """So many mutants of a room, the same for the same seed; those known to be equivalent left out."""
    known, texts = equivalent(), {file: (checkout / file).read_text() for file in room.files(checkout)}
    every = [mutant for file, text in texts.items() for mutant in mutants(file, text)]
    random.Random(seed).shuffle(every)
    unknown = (mutant for mutant in every if not any(is_known(mutant, row) for row in known))
    return list(islice((mutant for mutant in unknown if is_python(mutant.text(texts[mutant.file]))), count))


def equivalent() -> list[dict[str, str]]:
    """The rows of equivalent.toml: file, before, after, why."""
    rows: list[dict[str, str]] = tomllib.loads(EQUIVALENT.read_text())["mutant"]
    return rows


def is_known(mutant: Mutant, row: dict[str, str]) -> bool:
    """Whether the row speaks of it; not by line, which changes with any edit above."""
    return (mutant.file, mutant.before, mutant.after) == (row["file"], row["before"], row["after"])


def _run(rooms: list[Room], count: int, seed: int, workers: list[Worker]) -> dict[str, list[tuple[Mutant, str]]]:
    told = {}
    free: SimpleQueue[Worker] = SimpleQueue()
    for worker in workers:
        free.put(worker)
    with ThreadPoolExecutor(len(workers)) as pool:
        for room in rooms:
            question = {"note": {"tests": list(room.tests), "paths": list(room.paths)}}
            # each worker runs them: that also makes its database
            lines = Lines(**next(iter(list(pool.map(lambda worker, q=question: worker.ask(q), workers)))))
            print(f"{room.name}: {len(lines.seconds)} tests, {sum(lines.seconds.values()):.0f} s", flush=True)
            chosen = sample(room, count // len(rooms), seed, workers[0].folder)
            outcomes = pool.map(lambda mutant, r=room, known=lines: _meet(free, r, known, mutant), chosen)
            told[room.name] = list(zip(chosen, outcomes, strict=True))
    return told


def _meet(free: SimpleQueue[Worker], room: Room, lines: Lines, mutant: Mutant) -> str:
    tests = lines.tests_for(mutant, room.in_database)
    if not tests:
        return UNTESTED
    worker = free.get()
    try:
        # of the copy, since the checkout may change meanwhile
        text = mutant.text((worker.folder / mutant.file).read_text())
        question = {"file": mutant.file, "text": text, "tests": tests, "limit": lines.limit(tests)}
        answer = worker.ask({"meet": {**question, "in_database": room.in_database}})
    finally:
        free.put(worker)
    print(f"{answer['outcome']:9} {answer['seconds']:5.1f} s  {mutant.shown()}", flush=True)
    return str(answer["outcome"])


def _show(told: dict[str, list[tuple[Mutant, str]]]) -> None:
    print(f"\n{'room':12}{'mutants':>8}" + "".join(f"{name:>11}" for name in OUTCOMES) + f"{'noticed':>9}")
    for name, rows in told.items():
        counted = Counter(outcome for _, outcome in rows)
        noticed = counted["killed"] + counted["timed out"]
        share = f"{100 * noticed / len(rows):.0f} %" if rows else "–"
        print(f"{name:12}{len(rows):8}" + "".join(f"{counted[o]:11}" for o in OUTCOMES) + f"{share:>9}")
    for name, rows in told.items():
        for mutant, outcome in rows:
            if outcome in ("survived", UNTESTED):
                print(f"{name}: {outcome}: {mutant.kind}: {mutant.shown()}")


if __name__ == "__main__":
    main()
