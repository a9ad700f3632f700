"""Going through a spreadsheet: compared with the record and shown, or saved, in one transaction."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from zlib import compressobj

from django.db import transaction
from django.db.models.functions import Now

from docket.desk.sheets.columns import KINDS
from docket.desk.sheets.judging import Judge
from docket.desk.sheets.saving import Saver
from docket.desk.sheets.sender import SenderRequest
from docket.desk.sheets.verdicts import Judged, Mark, Row, Verdict
from docket.intake.sheets.confined_reading import lines_of
from docket.models import SheetImport

Stage = SheetImport.Stage
SHOWN = 60  # rows of each sort on the page
MOVED = "The record has changed since you looked at this: below is what would be saved now. Nothing was saved yet."


class Ended(Exception):
    """Its sender wants it ended: nothing of it stays."""


class Moved(Exception):
    """What would be saved is no longer what was shown."""


class DoneElsewhere(Exception):
    """Somebody else saved or ended it meanwhile: what was done here is taken back."""


class Outcome:
    """What was found, gathered row by row: counts, the first rows of each sort, the refused ones, the mark."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.shown: list[dict[str, Any]] = []
        self.mark = Mark()
        self.doubtful = 0
        self._packing, self._refused = compressobj(1), bytearray()

    def add(self, judged: Judged) -> None:
        """Take the next row in."""
        self.counts[str(judged.verdict)] += 1
        self.doubtful += bool(judged.notes)
        self.mark.add(judged)
        if judged.verdict != Verdict.UNCHANGED and self.counts[str(judged.verdict)] <= SHOWN:
            self.shown.append(judged.shown())
        if judged.verdict == Verdict.REFUSED:
            line = json.dumps([judged.row.place, judged.row.cells, judged.reasons])
            self._refused += self._packing.compress(line.encode() + b"\n")

    def values(self) -> dict[str, Any]:
        """As the sheet keeps it."""
        return {
            "counts": dict(self.counts),
            "shown": self.shown,
            "mark": str(self.mark),
            "refused": bytes(self._refused + self._packing.flush()),
        }


def rows_of_sheet(sheet: SheetImport) -> Iterator[Row]:
    """The rows in the file's order; one in memory at a time."""
    for line in lines_of(bytes(sheet.rows or b"")):
        place, cells = json.loads(line)
        yield Row(place, cells)


def check(sheet: SheetImport, tell: Callable[[int], None], note: str = "") -> None:
    """Compare every row with the record; what forms lock for it is let go again. `tell` is told how many are done."""
    with transaction.atomic():
        outcome = _go_through(sheet, tell, saving=False)
        transaction.set_rollback(True)
    _keep(sheet, stage=Stage.CHECKED, note=note, rows_done=sheet.rows_total, **outcome.values())


def save(sheet: SheetImport, tell: Callable[[int], None]) -> None:
    """Save all that may be saved, or, where it is not what was shown, nothing."""
    try:
        with transaction.atomic():
            outcome = _go_through(sheet, tell, saving=True)
            if str(outcome.mark) != sheet.mark:
                raise Moved
            done = {**outcome.values(), "stage": Stage.DONE, "note": "", "rows": None, "finished_at": Now()}
            if not SheetImport.objects.filter(pk=sheet.pk, stage=Stage.TO_SAVE).update(**done):
                raise DoneElsewhere
    except Moved:
        check(sheet, tell, MOVED)
    except DoneElsewhere:
        pass
    sheet.refresh_from_db()


def end(sheet: SheetImport, stage: SheetImport.Stage, note: str = "") -> None:
    """Leave it: its rows are erased."""
    _keep(sheet, stage=stage, note=note, rows=None, refused=None, shown=[], finished_at=Now())


def _go_through(sheet: SheetImport, tell: Callable[[int], None], saving: bool) -> Outcome:
    request, outcome = SenderRequest(sheet.user), Outcome()
    judge = Judge(sheet, KINDS[sheet.kind], request, saving)
    saver = Saver(judge) if saving else None
    for count, judged in enumerate(judge.judged(rows_of_sheet(sheet)), 1):
        outcome.add(judged)
        if saver:
            saver.take(judged)
        tell(count)
    if saver:
        saver.end()
    return outcome


def _keep(sheet: SheetImport, **values: Any) -> None:
    SheetImport.objects.filter(pk=sheet.pk).update(**values)
    sheet.refresh_from_db()
