"""Where it was read: one Source for each file and case, linked to the case and to every filing that it shows."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from docket.choices import Basis, SourceKind
from docket.intake.merging.filings import Entered
from docket.intake.merging.import_run import Run
from docket.intake.shape import ImportedDocket, Kind
from docket.models import Source, SourceLink
from docket.models.parts.bulk_copy import copy_in

TITLES = {
    Kind.HISTORY: "Docket history report",
    Kind.ATTACHMENTS: "Attachment page",
    Kind.RSS: "Entry of the court's RSS feed",
    Kind.ARCHIVE: "Docket as kept by the Internet Archive",
}


def merge_source(run: Run, docket: ImportedDocket, entered: Sequence[Entered]) -> None:
    """Add the file as a source, unless the case has it already."""
    if docket.kind is Kind.SPREADSHEET:
        return  # a copy of a record proves nothing about the court's
    read = docket.source
    if not run.is_new and SourceLink.objects.filter(case=run.case, source__sha256=read.sha256).exists():
        return
    number = f", No. {docket.docket_number}" if docket.docket_number else ""
    values: dict[str, Any] = {"publisher": str(run.case.forum), "kind": SourceKind.COURT_RECORD}
    if docket.kind is Kind.ARCHIVE:
        values = {"publisher": "Internet Archive", "kind": SourceKind.WEBSITE}
    source = Source.objects.create(
        title=f"{TITLES.get(docket.kind, 'Docket report')}{number}",
        sha256=read.sha256,
        date_accessed=read.retrieved_at.date() if read.retrieved_at else timezone.localdate(),
        **values,
    )
    common = {"source_id": source.pk, "basis": str(Basis.RECORD)}
    filings = dict.fromkeys(filing.filing_id for filing in entered)
    copy_in(SourceLink, [{**common, "case_id": run.case.pk}, *({**common, "filing_id": pk} for pk in filings)])
