"""Documents of the entries, where the page lists them: the main one (0) and its attachments."""

from collections.abc import Sequence
from typing import Any

from docket.intake.merging.filings import Entered, name
from docket.intake.merging.held_back import visibility_of
from docket.intake.merging.import_run import Run
from docket.intake.precedence.settle import is_empty
from docket.intake.shape import ImportedEntry
from docket.models import Document
from docket.publishing.visibility import PLACEHOLDERS, Visibility


def merge_documents(run: Run, entered: Sequence[Entered]) -> None:
    """Add the documents that the page lists, complete those that are there."""
    wanted = [(filing, columns) for filing in entered for columns in _listed(filing.entry)]
    if not wanted:
        return
    present = {} if run.is_new else {(row.filing_id, row.attachment_number): row for row in _documents(run)}
    gone = set(run.traces.of(Document)) - {row.pk for row in present.values()}
    deleted = {run.traces.of(Document)[pk].key for pk in gone}
    new: list[tuple[Document, dict[str, Any]]] = []
    changed: dict[Document, dict[str, Any]] = {}
    for filing, columns in wanted:
        key = f"{filing.filing_id}/{columns['attachment_number']}"
        row = present.get((filing.filing_id, columns["attachment_number"]))
        if key in deleted or (row and row.visibility in PLACEHOLDERS):
            run.report.documents.count("skipped")
        elif row is None:
            given = {column: value for column, value in columns.items() if not is_empty(value)}
            what = f"Document {columns['attachment_number']} of {name(filing.entry)}"
            is_shown = filing.visibility == Visibility.PUBLIC
            visibility = visibility_of(run, Document, given, what) if is_shown else Visibility.DRAFT
            new.append((Document(case=run.case, filing_id=filing.filing_id, visibility=visibility, **given), columns))
        else:
            settled = run.settle(row, columns)
            run.report.documents.count(
                run.note(f"document {columns['attachment_number']} of {name(filing.entry)}", settled)
            )
            if settled.changes:
                changed[row] = settled.changes
            run.remember(row, columns, key)
    run.add(row for row, _ in new)
    for row, columns in new:
        run.report.documents.count("new")
        run.remember(row, columns, f"{row.filing_id}/{row.attachment_number}")
    run.write(Document, changed)


def _documents(run: Run) -> list[Document]:
    return list(run.case.documents.exclude(visibility=Visibility.EXPUNGED))


def _listed(entry: ImportedEntry) -> list[dict[str, Any]]:
    """The documents that an entry's row lists; without a page count, address or attachments the page lists none."""
    if entry.page_count is None and not entry.url and not entry.attachments:
        return []
    main = {
        "attachment_number": 0,
        "title": entry.main_title,
        "page_count": entry.page_count,
        "court_document_id": entry.source_document_id,
        "source_url": entry.url,
    }
    return [main] + [
        {
            "attachment_number": attachment.number,
            "title": attachment.description,
            "page_count": attachment.page_count,
            "court_document_id": attachment.source_document_id,
            "source_url": attachment.url,
        }
        for attachment in entry.attachments
    ]
