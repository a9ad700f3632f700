"""What imports did, as the desk shows it: with the way to each case, and silent about cases under seal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count
from django.urls import reverse

from docket.desk.addresses import desk_page
from docket.desk.clearance import cleared
from docket.desk.imports.court_form import CourtForm
from docket.intake.report import FileReport
from docket.models import Case, Matter, QueuedImport

WITHHELD = "Imported into a case that you may not open."
NOT_FOR_YOU = "Ask the person who answers for the record."


@dataclass(frozen=True)
class ShownReport:
    """One file's report; the addresses of its case and of what is proposed there, where there is one case.

    asks: the kept file, where it waits for an answer; court: the box for its court, where that is asked.
    """

    report: FileReport
    case: str = ""
    proposals: str = ""
    asks: QueuedImport | None = None
    court: CourtForm | None = None


def matters_of(user: Any, done: Sequence[ShownReport]) -> list[tuple[Matter, str, int]]:
    """The matters that the imported cases arise from: each with its page at the desk and how many of the cases."""
    cases = {case for shown in done for case in shown.report.cases}
    rows = cleared(Matter.objects.filter(case_matters__case__public_id__in=cases), user)
    counted: Any = rows.annotate(number=Count("case_matters", distinct=True)).order_by("title")
    return [(matter, desk_page(matter), matter.number) for matter in counted]


def shown_to(user: Any, reports: Sequence[FileReport], asking: Sequence[QueuedImport | None] = ()) -> list[ShownReport]:
    """Each file's report; of a file of a case that the user may not see, only that it was imported.

    asking: for each report the file that waits for an answer, or None; empty: none does.
    """
    wanted = {case for report in reports for case in report.cases}
    seen = {case.public_id: case for case in cleared(Case.objects.filter(public_id__in=wanted), user)}
    shown = [_shown(report, seen) for report in reports]
    return [_asking(user, one, row) for one, row in zip(shown, asking or [None] * len(shown), strict=True)]


def _asking(user: Any, shown: ShownReport, row: QueuedImport | None) -> ShownReport:
    question = shown.report.question
    if row is None or question is None:
        return shown
    return replace(shown, asks=row, court=None if question.reading else CourtForm(user, row.pk))


def _shown(report: FileReport, seen: dict[str, Case]) -> ShownReport:
    if not set(report.cases) <= set(seen):
        withheld = FileReport(file=report.file)
        withheld.error, withheld.warnings = (NOT_FOR_YOU, []) if report.error else (None, [WITHHELD])
        return ShownReport(withheld)
    if report.error and report.cases:
        return ShownReport(report, desk_page(seen[report.cases[0]]))
    case = seen.get(report.case or "")
    if case is None:
        return ShownReport(report)
    return ShownReport(report, desk_page(case), f"{reverse('admin:proposals')}?case={case.pk}")
