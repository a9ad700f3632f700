"""A table that does not say what its columns are is read by a guess: staff confirm the guess once for each court."""

from collections.abc import Sequence

from docket.intake.shape import ImportedDocket, Refused
from docket.models import Forum, ImportedFile

REMEDY = (
    "If that is right, import it once with `manage.py import_docket --as-table`; the court's next ones need no word."
)


def refuse_unconfirmed(dockets: Sequence[ImportedDocket], forum: Forum | None, is_confirmed: bool) -> None:
    """Raise Refused, saying how a table was read, where that was not confirmed now or for this court before."""
    for docket in dockets:
        if docket.reading and not is_confirmed and not _was_confirmed(docket, forum):
            raise Refused(_question(docket), REMEDY)


def _was_confirmed(docket: ImportedDocket, forum: Forum | None) -> bool:
    read_before = ImportedFile.objects.filter(kind=docket.kind, report__reading=docket.reading)
    return forum is not None and read_before.filter(case__forum=forum).exists()


def _question(docket: ImportedDocket) -> str:
    first, last = docket.entries[0], docket.entries[-1]
    return (
        f"This was read as a table of {len(docket.entries):,} entries of {docket.docket_number}: {docket.reading}; "
        f"first {first.date_filed} “{first.text[:60]}”, last {last.date_filed} “{last.text[:60]}”."
    )
