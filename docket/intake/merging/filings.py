"""Entries of a page into the docket: found again, completed, added; never removed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any

from docket.choices import Derived
from docket.intake.derived.recording import type_columns
from docket.intake.matching.entries import pair_entries
from docket.intake.matching.rows import Line, fingerprint, squeeze
from docket.intake.merging.held_back import visibility_of
from docket.intake.merging.import_run import Run
from docket.intake.merging.place_in_day import put_in_order
from docket.intake.precedence.settle import is_empty, kept
from docket.intake.shape import ImportedEntry
from docket.models import Filing, ImportTrace
from docket.models.parts.bulk_copy import copy_in
from docket.models.parts.sequence import take_sequences
from docket.publishing.visibility import CONTENT_WITHHELD, Visibility

# said by an exported file only
EXPORTED = (
    *("title", "filing_type", "state", "date_served"),
    *("date_filed_precision", "date_entered_precision", "date_served_precision"),
)


@dataclass(frozen=True, slots=True)
class Entered:
    """An entry of the page with its row in the record."""

    entry: ImportedEntry
    filing_id: int
    visibility: str


def merge_filings(run: Run, entries: Sequence[ImportedEntry], is_whole: bool = True) -> list[Entered]:
    """Pair the page's lines with the rows of the docket; returns the entries whose rows may be written to.

    A page that is not `is_whole` shows single entries, and says nothing by being short.
    """
    entries = chronological(_without_expunged(run, entries))
    lines = [_line(entry) for entry in entries]
    rows, known = ([], []) if run.is_new else _known(run)
    known = _without_internal_ids(known, entries)
    places = pair_entries(known, lines)
    if is_whole and rows and len(entries) < len(rows):
        run.report.warnings.append(
            f"The page has {len(entries):,} entries, the record {len(rows):,}: nothing was removed."
        )
    told = [{**_columns(entry), "place": place} for entry, place in zip(entries, in_day(entries), strict=True)]
    added = [place for place, row in enumerate(places) if row is None]
    entered = _add(run, [(entries[place], lines[place], told[place]) for place in added])
    changed: dict[Filing, dict[str, Any]] = {}
    for entry, line, page, index in zip(entries, lines, told, places, strict=True):
        if index is None:
            continue
        run.progress.count()
        filing = rows[index]
        if filing is None or filing.visibility in CONTENT_WITHHELD:
            # staff deleted the draft, or the entry is under seal: the page does not bring it back
            run.report.filings.count("skipped")
            continue
        # a type that was only read from the text gives way to one that a source gives
        read = (filing.filing_type,) if filing.type_derived == Derived.DERIVED else ()
        speaks = ("entry_number",) if entry.internal_id else ()
        settled = run.settle(filing, _columns(entry), read, speaks)
        run.report.filings.count(run.note(name(entry), settled))
        if settled.changes:
            changed[filing] = settled.changes
        run.remember(filing, page, _key(line, run.traces.key(filing)), speaks)
        entered.append(Entered(entry, filing.pk, filing.visibility))
    run.write(Filing, changed)
    if not run.is_new and (added or changed):
        put_in_order(run)
    return entered


def _without_expunged(run: Run, entries: Sequence[ImportedEntry]) -> list[ImportedEntry]:
    """Leave out entries that were expunged: of those nothing is kept but the trace's key."""
    gone = [set(trace.key.split()) for trace in run.traces.of(Filing).values() if not trace.values]
    left = []
    for entry in entries:
        found = next((marks for marks in gone if marks & _marks_of(entry)), None) if gone else None
        if found is None:
            left.append(entry)
        else:
            gone.remove(found)
            run.report.filings.count("skipped")
    return left


def chronological(entries: Sequence[ImportedEntry]) -> list[ImportedEntry]:
    """Entries in the order of the docket: by their day, then as the page has them, newest-first pages turned over."""
    turned = entries[::-1] if _newest_first(entries) else entries
    return sorted(turned, key=lambda entry: _day_of(entry) or date.max)


def in_day(entries: Sequence[ImportedEntry]) -> list[int]:
    """For each entry its place among those of its day."""
    seen: Counter[date | None] = Counter()
    places = []
    for entry in entries:
        places.append(seen[entry.date_filed])
        seen[entry.date_filed] += 1
    return places


def _day_of(entry: ImportedEntry) -> date | None:
    """The day of filing, or of a page that is ordered by days of entry that one."""
    return entry.date_filed or entry.date_entered


def _newest_first(entries: Sequence[ImportedEntry]) -> bool:
    days = [day for day in map(_day_of, entries) if day]
    falls = sum(1 for before, after in pairwise(days) if after < before)
    rises = sum(1 for before, after in pairwise(days) if after > before)
    return falls > rises


def _add(run: Run, new: list[tuple[ImportedEntry, Line, dict[str, Any]]]) -> list[Entered]:
    if not new:
        return []
    columns = [_columns(entry) for entry, _, _ in new]
    common = {"case_id": run.case.pk}
    shown = [visibility_of(run, Filing, said, name(entry)) for said, (entry, _, _) in zip(columns, new, strict=True)]
    sequences = take_sequences(run.case.pk, len(new))
    ids = copy_in(
        Filing,
        [
            {**common, "visibility": str(at), "sequence": sequence, **said, **type_columns(said, run.readings)}
            for said, sequence, at in run.progress.counting(zip(columns, sequences, shown, strict=True))
        ],
    )
    stands = run.stands(Filing)
    for (_, line, told), pk in zip(new, ids, strict=True):
        run.traces.remember_new(Filing, pk, kept({}, told, stands), _key(line))
    run.report.filings.new += len(new)
    return [Entered(entry, pk, at) for (entry, _, _), pk, at in zip(new, ids, shown, strict=True)]


def _known(run: Run) -> tuple[list[Filing | None], list[Line]]:
    """The rows of the docket and how the last import saw them; rows that staff deleted stand as None."""
    traces = {pk: trace for pk, trace in run.traces.of(Filing).items() if trace.values}
    filings = run.case.filings.exclude(visibility=Visibility.EXPUNGED)
    present = {filing.pk: filing for filing in filings}
    rows: list[Filing | None] = list(present.values())
    known = [_line_of(filing, traces.get(pk)) for pk, filing in present.items()]
    for pk, trace in traces.items():
        if pk not in present:
            rows.append(None)
            known.append(_traced(trace))
    return rows, known


def _line_of(filing: Filing, trace: ImportTrace | None) -> Line:
    if trace:
        return _traced(trace)
    return Line(
        filing.entry_number,
        filing.date_filed,
        squeeze(filing.docket_text),
        filing.court_sequence,
        squeeze(filing.short_text),
        filing.court_document_id,
        filing.date_entered,
    )


def _traced(trace: ImportTrace) -> Line:
    values = trace.values
    return Line(
        values.get("entry_number", ""),
        _day(values.get("date_filed")),
        squeeze(values.get("docket_text", "")),
        values.get("court_sequence", ""),
        squeeze(values.get("short_text", "")),
        values.get("court_document_id", ""),
        _day(values.get("date_entered")),
    )


def _day(kept_day: str | None) -> date | None:
    return date.fromisoformat(kept_day) if kept_day else None


def _line(entry: ImportedEntry) -> Line:
    return Line(
        entry.number or "",
        entry.date_filed,
        squeeze(entry.text),
        entry.source_sequence,
        squeeze(entry.short_text),
        entry.source_document_id,
        entry.date_entered,
    )


def _marks(line: Line) -> set[str]:
    """Fingerprints by which an entry is known again from any source, without holding its words."""
    marks = set()
    # one source shows the day of filing, another only that of entry
    for day in [day.isoformat() for day in line.days] or [""]:
        if line.text:
            marks.add(fingerprint(line.number, day, line.text))
        if line.number:
            marks.add(fingerprint("number", line.number, day))
        elif line.short:
            marks.add(fingerprint("short", day, line.short))
    if line.document:
        marks.add(fingerprint("document", line.document))
    if line.court_sequence:
        marks.add(fingerprint("sequence", line.court_sequence))
    return marks


def _marks_of(entry: ImportedEntry) -> set[str]:
    """The marks of an entry; also those of a time when its internal id was taken for its number."""
    line = _line(entry)
    return _marks(line) | (_marks(replace(line, number=entry.internal_id)) if entry.internal_id else set())


def _without_internal_ids(known: list[Line], entries: Sequence[ImportedEntry]) -> list[Line]:
    """The known lines without the numbers that the page shows to be internal ids: earlier imports took them over."""
    internal = {entry.internal_id for entry in entries if entry.internal_id}
    return [replace(line, number="") if line.number in internal else line for line in known] if internal else known


def _key(line: Line, before: str = "") -> str:
    return " ".join(sorted(_marks(line) | set(before.split())))


def _columns(entry: ImportedEntry) -> dict[str, Any]:
    more = {column: value for column in EXPORTED if not is_empty(value := getattr(entry, column))}
    return more | {
        "entry_number": entry.number or "",
        "docket_text": entry.text,
        "short_text": entry.short_text,
        "date_filed": entry.date_filed,
        "date_entered": entry.date_entered,
        "court_document_id": entry.source_document_id,
        "court_sequence": entry.source_sequence,
    }


def name(entry: ImportedEntry) -> str:
    """How a warning calls an entry."""
    return f"entry {entry.number}" if entry.number else f"the unnumbered entry of {_day_of(entry)}"
