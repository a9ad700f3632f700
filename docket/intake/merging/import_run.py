"""One import under way: the case, what the last import left, what the report will say."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db import models

from docket.intake.derived.lines import Readings
from docket.intake.precedence.settle import Settled, Stands, kept, settle
from docket.intake.precedence.source_rank import SourceRank
from docket.intake.precedence.traces import Traces
from docket.intake.progress import Progress
from docket.intake.report import FileReport, Happening
from docket.models import Case, CaseOfficial
from docket.publishing import screening
from docket.publishing.bases import Record
from docket.publishing.visibility import Visibility

M = TypeVar("M", bound=Record)

KEPT = "corrected by staff and kept"


@dataclass
class Run:
    """Handed from one step of the merge to the next, all in one transaction."""

    case: Case
    is_new: bool
    traces: Traces
    report: FileReport
    source_rank: SourceRank
    """How well the page stands among the others of the case."""
    visibility: Visibility = Visibility.DRAFT
    """Of the filings and documents that are added."""
    readings: Readings = field(default_factory=Readings)
    """What the lines say, each text read once."""
    progress: Progress = field(default_factory=Progress)

    def stands(self, model: type[models.Model]) -> Stands:
        """The page's rank about the columns of a model."""
        of_case = model in (Case, CaseOfficial)
        return lambda column: self.source_rank.of(column, of_case)

    def settle(
        self,
        row: models.Model,
        page: Mapping[str, Any],
        blanks: tuple[Any, ...] = (),
        speaks: Collection[str] = (),
    ) -> Settled:
        """Whose values hold for a row that is in the record; `blanks` are values that say nothing there.

        Of the columns in `speaks` the page says also that there is none.
        """
        now = {column: getattr(row, column) for column in page}
        now = {column: None if value in blanks else value for column, value in now.items()}
        return settle(now, self.traces.values(row), page, self.stands(type(row)), speaks)

    def remember(self, row: models.Model, page: Mapping[str, Any], key: str = "", speaks: Collection[str] = ()) -> None:
        """Keep what the page says of a row."""
        values = kept(self.traces.values(row), page, self.stands(type(row)), speaks)
        self.traces.remember(row, values, key)

    def note(self, what: str, settled: Settled) -> Happening:
        """Say what was kept against the page; returns how the row counts."""
        if settled.conflicts:
            columns = ", ".join(column.replace("_", " ") for column in settled.conflicts)
            self.report.warnings.append(f"{what}: {KEPT} ({columns}).")
        if settled.changes:
            return "changed"
        return "skipped" if settled.conflicts else "unchanged"

    def add(self, rows: Iterable[M], *, skip_known: bool = False) -> list[M]:
        """Write new rows of one model, each without the personal data that would be public at once.

        skip_known: leave out rows that the database refuses as already there.
        """
        new = list(rows)
        for row in new:
            self.leave_out(row)
        if new:
            type(new[0])._default_manager.bulk_create(new, batch_size=1000, ignore_conflicts=skip_known)
        return new

    def leave_out(self, row: models.Model) -> None:
        """Of a row that has no visibility of its own, and so cannot wait as a draft, the page's personal data."""
        if self.case.visibility != Visibility.PUBLIC or not screening.is_public_at_once(row):
            return
        said = {column: getattr(row, column) for column in screening.text_columns(type(row))}
        # not what the database sets
        texts: dict[str, str | None] = {column: text for column, text in said.items() if isinstance(text, str)}
        for notice in screening.in_texts(type(row), 0, texts):
            setattr(row, notice.field, notice.withheld)
            kinds, column = " and ".join(f.kind.label for f in notice.findings), notice.field.replace("_", " ")
            self.report.warnings.append(
                f"{type(row)._meta.verbose_name}: {kinds} in the {column} was left out, as it would be public. "
                "Write it in at the desk, with a reason, if it may stand there."
            )

    def _that_may_be_said(self, row: models.Model, values: Mapping[str, Any]) -> Mapping[str, Any]:
        """A public row keeps its text where the page's has personal data that nobody has let pass."""
        is_public = Visibility.PUBLIC == self.case.visibility == getattr(row, "visibility", Visibility.PUBLIC)
        texts = {column: values.get(column) for column in screening.text_columns(type(row)) if is_public}
        notices = screening.without_acknowledged(list(screening.in_texts(type(row), row.pk, texts)))
        for notice in notices:
            what = f"“{row}”: the page's {notice.field.replace('_', ' ')} has personal data; the record's was kept."
            self.report.warnings.append(f"{what} Change it at the desk, with a reason.")
        return {column: value for column, value in values.items() if column not in {n.field for n in notices}}

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
            for column, value in self._that_may_be_said(row, values).items():
                setattr(row, column, value)
        columns = sorted({column for values in changed.values() for column in values})
        model._default_manager.bulk_update(rows, columns, batch_size=500)
