"""A table that does not say what its columns are is read by a guess: staff confirm the guess once for each court."""

from collections.abc import Sequence
from typing import Any

from docket.intake.report import Question
from docket.intake.shape import CourtUnknown, ImportedDocket, Refused
from docket.models import ConfirmedReading, Forum

FIRST = 10  # entries that are shown as they were read
REMEDY = (
    "If that is right, import it once with `manage.py import_docket --as-table`, or say so at the desk; the court's "
    "next ones need no word."
)


class Unconfirmed(Refused):
    """A table of which nobody has said yet that it is read rightly."""

    def __init__(self, docket: ImportedDocket) -> None:
        self.question = _question(docket)
        super().__init__(_words(docket), REMEDY)


def refuse_unconfirmed(dockets: Sequence[ImportedDocket], forum: Forum | None) -> None:
    """Raise Unconfirmed, saying how a table was read, where nobody has confirmed that for this court."""
    for docket in dockets:
        if not docket.reading:
            continue
        if forum is None:
            raise CourtUnknown("The table does not say which court it is of.")
        if not ConfirmedReading.objects.filter(forum=forum, kind=docket.kind, reading=docket.reading).exists():
            raise Unconfirmed(docket)


def confirm(forum: Forum, kind: str, reading: str, user: Any = None) -> None:
    """Remember that a court's tables are rightly read so. user: who says it, None on the server's command line."""
    ConfirmedReading.objects.get_or_create(
        forum=forum, kind=str(kind), reading=reading, defaults={"confirmed_by": user}
    )


def _question(docket: ImportedDocket) -> Question:
    rows = [(str(entry.date_filed), entry.text) for entry in docket.entries[:FIRST]]
    return Question(reading=docket.reading, caption=docket.caption, entries=len(docket.entries), rows=rows)


def _words(docket: ImportedDocket) -> str:
    first, last = docket.entries[0], docket.entries[-1]
    return (
        f"This was read as a table of {len(docket.entries):,} entries of {docket.docket_number}: {docket.reading}; "
        f"first {first.date_filed} “{first.text[:60]}”, last {last.date_filed} “{last.text[:60]}”."
    )
