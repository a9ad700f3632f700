"""Where it was read: one Source for each file and case, linked to the case and to every filing that it shows."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from docket.choices import Basis, SourceKind
from docket.intake.merging.filings import Entered
from docket.intake.merging.import_run import Run
from docket.intake.page_kinds.table import PAGE_KINDS
from docket.intake.shape import ImportedDocket
from docket.models import Source, SourceLink
from docket.models.parts.bulk_copy import copy_in


def merge_source(run: Run, docket: ImportedDocket, entered: Sequence[Entered]) -> None:
    """Add the file as a source, unless the case has it already."""
    row, read = PAGE_KINDS[docket.kind], docket.source
    if not row.source_title:
        return
    if not run.is_new and SourceLink.objects.filter(case=run.case, source__sha256=read.sha256).exists():
        return
    number = f", No. {docket.docket_number}" if docket.docket_number else ""
    values: dict[str, Any] = {"publisher": str(run.case.forum), "kind": SourceKind.COURT_RECORD}
    if row.publisher:
        values = {"publisher": row.publisher, "kind": SourceKind.WEBSITE}
    source = Source.objects.create(
        title=f"{row.source_title}{number}",
        sha256=read.sha256,
        date_accessed=read.retrieved_at.date() if read.retrieved_at else timezone.localdate(),
        **values,
    )
    common = {"source_id": source.pk, "basis": str(Basis.RECORD)}
    filings = dict.fromkeys(filing.filing_id for filing in entered)
    copy_in(SourceLink, [{**common, "case_id": run.case.pk}, *({**common, "filing_id": pk} for pk in filings)])
