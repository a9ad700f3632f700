"""`python -m tests.mutation.guards`: each guard of the wall is taken away once, and the tests must notice each time.

The guards are in `guards.toml`; works on a copy of the checkout. `--only WORD` takes those whose name has the word.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

from tests.mutation.worker import Worker

TABLE = Path(__file__).with_name("guards.toml")
LIMIT = 600.0  # seconds, on a busy machine
KILLED = "killed"


@dataclass(frozen=True)
class Guard:
    """before, after: what of the file's text is taken away, and what stands there instead; it is there once."""

    name: str
    file: str
    before: str
    after: str
    tests: list[str]
    in_database: bool = False

    def text(self, source: str) -> str:
        """The file without the guard. Raises ValueError when the guard stands elsewhere now."""
        if source.count(self.before) != 1:
            raise ValueError(f"{self.file}: “{self.before}” is not there once. Bring guards.toml up to date.")
        return source.replace(self.before, self.after)


def guards() -> list[Guard]:
    """Every guard of the table."""
    return [Guard(**row) for row in tomllib.loads(TABLE.read_text())["guard"]]


def main() -> None:
    """A line for each, then how many were noticed; exit status 1 when one was not."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation.guards", description=__doc__)
    parser.add_argument("--only", default="", help="those whose name has this word")
    asked = parser.parse_args()
    chosen = [guard for guard in guards() if asked.only in guard.name]
    with tempfile.TemporaryDirectory(prefix="docketbook-guards-") as folder:
        Path(folder).chmod(0o755)
        worker = Worker(Path(folder))
        try:
            noticed = [_is_noticed(guard, worker) for guard in chosen]
        finally:
            worker.stop()
    print(f"{sum(noticed)} of {len(noticed)} guards are missed when they are gone.")
    sys.exit(not all(noticed))


def _is_noticed(guard: Guard, worker: Worker) -> bool:
    """Its tests pass with the guard and fail without it."""
    source = (worker.folder / guard.file).read_text()
    right = _outcome(guard, worker, source)
    wrong = _outcome(guard, worker, guard.text(source))
    is_noticed = right != KILLED and wrong == KILLED
    print(f"{'noticed' if is_noticed else f'NOT NOTICED ({right}, {wrong})'}: {guard.name}", flush=True)
    return is_noticed


def _outcome(guard: Guard, worker: Worker, text: str) -> str:
    question = {"file": guard.file, "text": text, "tests": guard.tests, "limit": LIMIT, "room": [], "line": 0}
    answer = worker.ask({"meet": {**question, "afresh": True, "in_database": guard.in_database}})
    return str(answer["outcome"])


if __name__ == "__main__":
    main()
