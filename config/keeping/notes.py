"""notes.json in the data folder: what was last done by the clock, when, and how it went.

Example: {"backup": {"at": "2026-03-02T03:00:12+00:00", "well": true, "words": "docketbook-20260302-030000.tar, restored
and compared."}}
"""

import fcntl
import json
from dataclasses import dataclass
from datetime import UTC, datetime

from config.data_folder import data_folder

FILE = "notes.json"


@dataclass(frozen=True)
class Note:
    """`words` is a sentence for the desk, without secrets."""

    at: datetime
    well: bool
    words: str


def read_notes() -> dict[str, Note]:
    """By name. A file that is missing or damaged holds none."""
    try:
        found = json.loads((data_folder() / FILE).read_text())
        return {n: Note(datetime.fromisoformat(v["at"]), bool(v["well"]), str(v["words"])) for n, v in found.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def write_note(name: str, well: bool, words: str) -> None:
    """In place of the last one of that name."""
    path = data_folder() / FILE
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        notes = read_notes() | {name: Note(datetime.now(UTC), well, words)}
        values = {n: {"at": note.at.isoformat(), "well": note.well, "words": note.words} for n, note in notes.items()}
        new = path.with_suffix(".new")
        new.write_text(json.dumps(values, indent=1) + "\n")
        new.replace(path)
