"""What imports did, as the desk shows it: with the way to each case, and silent about cases under seal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse

from docket.desk.addresses import desk_page
from docket.desk.clearance import cleared
from docket.intake.report import FileReport
from docket.models import Case, QueuedImport

WITHHELD = "Imported into a case that you may not open."
NOT_FOR_YOU = "Ask the person who answers for the record."


@dataclass(frozen=True)
class ShownReport:
    """One file's report; the addresses of its case and of what is proposed there, where there is one case.

    asks: the kept file, where it waits for an answer.
    """

    report: FileReport
    case: str = ""
    proposals: str = ""
    asks: QueuedImport | None = None


def shown_to(user: Any, reports: Sequence[FileReport], asking: Sequence[QueuedImport | None] = ()) -> list[ShownReport]:
    """Each file's report; of a file of a case that the user may not see, only that it was imported.

    asking: for each report the file that waits for an answer, or None; empty: none does.
    """
    wanted = {case for report in reports for case in report.cases}
    seen = {case.public_id: case for case in cleared(Case.objects.filter(public_id__in=wanted), user)}
    shown = [_shown(report, seen) for report in reports]
    return [replace(one, asks=row) for one, row in zip(shown, asking or [None] * len(shown), strict=True)]


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
