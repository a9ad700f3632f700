"""What would become of a row of a spreadsheet, and why."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

LONGEST = 200  # characters of a row on the page


class Verdict(StrEnum):
    """In the order in which a page shows them."""

    REFUSED = "refused"
    NEW = "new"
    CHANGED = "changed"
    PROPOSED = "proposed"
    UNCHANGED = "unchanged"


IN_WORDS = {
    Verdict.REFUSED: "refused",
    Verdict.NEW: "new",
    Verdict.CHANGED: "changed",
    Verdict.PROPOSED: "proposed to an editor",
    Verdict.UNCHANGED: "unchanged",
}


@dataclass(frozen=True)
class Row:
    """A row as it stands in the file: its place, counted from 1 with the heading line, and its cells."""

    place: int
    cells: list[str]


@dataclass
class Judged:
    """A row with its verdict. reasons: (column, words) of a refused one; changes: (column, before, after); notes: what
    to look at; form: valid, ready to be saved; known: id and version of the row of the record that it is.
    """

    row: Row
    verdict: Verdict
    label: str = ""
    reasons: list[tuple[str, str]] = field(default_factory=list)
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    form: Any = None
    known: tuple[int, int] | None = None

    def shown(self) -> dict[str, Any]:
        """As it is kept for the page."""
        return {
            "place": self.row.place,
            "pk": self.known[0] if self.known else None,
            "verdict": str(self.verdict),
            "label": self.label or " · ".join(cell for cell in self.row.cells if cell)[:LONGEST],
            "reasons": self.reasons,
            "changes": self.changes,
            "notes": self.notes,
        }


class Mark:
    """A hash of all verdicts: the same where saving would do what was shown."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def add(self, judged: Judged) -> None:
        """Take the next row in."""
        said = [judged.row.place, str(judged.verdict), judged.known, judged.reasons]
        self._hash.update(json.dumps(said).encode())

    def __str__(self) -> str:
        return self._hash.hexdigest()
