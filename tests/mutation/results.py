"""What became of each mutant, kept in a file as soon as it is known, so that a run may be stopped and goes on."""

from __future__ import annotations

import json
from pathlib import Path

from tests.mutation.mutants import Mutant

Key = tuple[str, str, int, str]


class Results:
    """A file with a row a line: room, file, words (the line's text), column, before, after, outcome, seconds."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._outcomes: dict[Key, str] = {}
        for line in path.read_text().splitlines() if path.exists() else ():
            row = json.loads(line)
            self._outcomes[row["file"], row["words"], row["column"], row["after"]] = row["outcome"]

    def of(self, mutant: Mutant) -> str | None:
        """The last outcome; None where it was never met."""
        return self._outcomes.get(mutant.key)

    def add(self, room: str, mutant: Mutant, outcome: str, seconds: float) -> None:
        self._outcomes[mutant.key] = outcome
        row = {"room": room, "file": mutant.file, "words": mutant.words, "column": mutant.column}
        row |= {"before": mutant.before, "after": mutant.after, "kind": mutant.kind}
        with self._path.open("a") as file:
            print(json.dumps(row | {"outcome": outcome, "seconds": round(seconds, 1)}), file=file)
