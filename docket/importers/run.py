"""One import under way: the case, what the last import left, what the report will say."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import models

from docket.importers.report import FileReport, Happening
from docket.importers.settle import Settled, kept, settle
from docket.importers.traces import Traces
from docket.models import Case
from docket.publishing.bases import Record
from docket.publishing.visibility import Visibility

M = TypeVar("M", bound=Record)


@dataclass
class Run:
    """Handed from one step of the merge to the next, all in one transaction."""

    case: Case
    is_new: bool
    traces: Traces
    report: FileReport
    newer: bool = True
    """The page was served after the last one imported; an older page only adds."""
    visibility: Visibility = Visibility.DRAFT
    """Of the filings and documents that are added."""

    def settle(self, row: models.Model, page: Mapping[str, Any], blanks: tuple[Any, ...] = ()) -> Settled:
        """Whose values hold for a row that is in the record; `blanks` are values that say nothing there."""
        now = {column: getattr(row, column) for column in page}
        now = {column: None if value in blanks else value for column, value in now.items()}
        return settle(now, self.traces.values(row), page, self.newer)

    def remember(self, row: models.Model, page: Mapping[str, Any], key: str = "") -> None:
        """Keep what the page says of a row."""
        self.traces.remember(row, kept(self.traces.values(row), page, self.newer), key)

    def note(self, what: str, settled: Settled) -> Happening:
        """Say what was kept against the page; returns how the row counts."""
        if settled.conflicts:
            columns = ", ".join(column.replace("_", " ") for column in settled.conflicts)
            self.report.warnings.append(f"{what}: corrected by staff and kept ({columns}).")
        if settled.changes:
            return "changed"
        return "skipped" if settled.conflicts else "unchanged"

    def write(self, model: type[M], changed: Mapping[M, Mapping[str, Any]]) -> None:
        """Update rows as they were read, each in its own columns; one that staff saved meanwhile is left alone."""
        if not changed:
            return
        before = {row.pk: (row, values) for row, values in changed.items()}
        rows = list(model._default_manager.select_for_update(no_key=True).filter(pk__in=list(before)))
        for row in list(rows):
            read, values = before[row.pk]
            if row.row_version != read.row_version:
                self.report.warnings.append(f"“{row}” was saved by someone else meanwhile and kept: import again.")
                rows.remove(row)
            for column, value in values.items():
                setattr(row, column, value)
        columns = sorted({column for values in changed.values() for column in values})
        model._default_manager.bulk_update(rows, columns, batch_size=500)
