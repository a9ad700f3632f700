"""The docket sheet of a case: a hundred lines at a time, in the court's order, and what is missing between them.

Pages go by keyset: the address names the last line's public id, so page 100 costs what page 1 costs and nothing shifts
when a filing is added meanwhile.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import BigIntegerField, Exists, F, OrderBy, OuterRef, Q
from django.db.models.functions import Cast
from django.db.models.lookups import GreaterThanOrEqual, LessThanOrEqual

from docket.choices import COURT_ACTS, MOTIONS, PLEADINGS, FilingType
from docket.listing.pagination import Key, Order, segments
from docket.models import Case, Document, Filing
from docket.models.filings import FilingQuerySet
from docket.publishing.visibility import Visibility
from docket.site.filters.periods import since, until
from docket.site.sheet.lines import lines_of
from docket.site.sheet.question import Question

Gaps = list[tuple[int, int]]  # the first and last number of each, in order
ROWS = 100
COUNTED = 1000
DOCUMENTS = 6
MOST = 10**9
OLDEST_FIRST, NEWEST_FIRST = (
    Order("", "", (Key("date_filed", descending), Key("sequence", descending)), nullable=True)
    for descending in (False, True)
)
# A sealed line has no type and no documents that a reader may know of: it is in none of these.
OF_KIND = {
    "motions": Q(filing_type__in=MOTIONS),
    "orders": Q(filing_type__in=COURT_ACTS),
    "pleadings": Q(filing_type__in=PLEADINGS),
    "exhibits": Q(filing_type=FilingType.BRIEF_EXHIBIT)
    | Exists(Document.objects.filter(filing=OuterRef("pk"), attachment_number__gt=0)),
    "documents": Exists(Document.objects.filter(Q(~Q(file="") | ~Q(source_url="")), filing=OuterRef("pk"))),
}


@dataclass
class Sheet:
    """What the page shows. found: how many lines match, `more` than that where the count stopped."""

    question: Question
    lines: list[Any]
    next_page: str = ""
    previous_page: str = ""
    found: int | None = None
    more: bool = False
    threads: list[Any] = field(default_factory=list)
    gaps: Gaps = field(default_factory=list)

    @property
    def is_numbered(self) -> bool:
        """Whether any line has the court's number: without one there is no column of numbers."""
        members = (line for thread in self.threads for line in (thread.start, *thread.members))
        return any(line.entry_number for line in (*self.lines, *members))

    def mark_operative(self, ids: frozenset[int]) -> None:
        """Mark the lines of the pleadings that are operative."""
        for line in (*self.lines, *(line for thread in self.threads for line in (thread.start, *thread.members))):
            line.is_operative = line.id in ids

    def name_neighbours(self, shown: list[str], overflow: bool, from_line: bool, backwards: bool) -> None:
        """The addresses of the pages beside it. shown: public ids; overflow: whether more follow in that direction."""
        if shown and (overflow or backwards):
            self.next_page = self.question.address(after=shown[-1])
        if shown and (overflow if backwards else from_line):
            self.previous_page = self.question.address(before=shown[0])


def sheet_of(case: Case, question: Question, gaps: Gaps) -> Sheet:
    """One page of the case's docket, at most four queries whatever its length."""
    filings = narrowed(Filing.objects.filter(case=case), question)
    start, backwards = cursor_of(filings, question)
    ids = ids_from(filings, question.newest_first, start, backwards)
    overflow = len(ids) > ROWS
    ids = ids[:ROWS][::-1] if backwards else ids[:ROWS]
    sheet = Sheet(question, lines_of(ids))
    sheet.name_neighbours([line.public_id for line in sheet.lines], overflow, start is not None, backwards)
    if question.narrows:
        count = filings.order_by()[: COUNTED + 1].count()
        sheet.found, sheet.more = min(count, COUNTED), count > COUNTED
    else:
        sheet.gaps = gaps
    _name_gaps(sheet)
    return sheet


def cursor_of(filings: FilingQuerySet, question: Question) -> tuple[Filing | None, bool]:
    """The line beside which the page begins, and whether it lies before that line."""
    cursor = question.before or question.after
    start = filings.filter(public_id=cursor).only("date_filed", "sequence").first() if cursor else None
    return start, bool(question.before and start)


def narrowed(filings: FilingQuerySet, question: Question) -> FilingQuerySet:
    """A line known only to its month or year is in every range that touches that month or year."""
    if question.words:
        filings = filings.containing(question.words)
    if day := question.since:
        filings = filings.filter(since("date_filed", day))
    if question.until:
        filings = filings.filter(until("date_filed", question.until))
    if question.kind:
        filings = filings.filter(OF_KIND[question.kind])
    return _numbered(filings, question.first, question.last)


def _numbered(filings: FilingQuerySet, first: int | None, last: int | None) -> FilingQuerySet:
    """Those whose number lies in the range; what has no number, or one that is more than digits, lies in none."""
    if first is None and last is None:
        return filings
    digits = models.When(entry_number__regex=r"^[0-9]{1,9}$", then=Cast("entry_number", BigIntegerField()))
    number = models.Case(digits, output_field=BigIntegerField())
    return filings.filter(
        GreaterThanOrEqual(number, first or 0), LessThanOrEqual(number, MOST if last is None else last)
    )


def ids_from(filings: FilingQuerySet, newest_first: bool, start: Filing | None, backwards: bool) -> list[int]:
    """Up to one line more than a page beyond `start`: the dated lines, then the undated, each an index range."""
    order = NEWEST_FIRST if newest_first else OLDEST_FIRST
    place = (start.date_filed, start.sequence) if start else ()
    parts = [
        part.values_list("pk", "date_filed", "sequence")[: ROWS + 1]
        for part in segments(filings, order, place, reverse=backwards)
    ]
    rows = parts[0]
    if len(parts) == 2:
        descending = newest_first is not backwards
        nulls = {"nulls_first": True} if backwards else {"nulls_last": True}
        day = OrderBy(F("date_filed"), descending=descending, **nulls)
        rows = rows.union(parts[1], all=True).order_by(day, OrderBy(F("sequence"), descending=descending))[: ROWS + 1]
    return [pk for pk, _, _ in rows]


def _name_gaps(sheet: Sheet) -> None:
    """Give each line the gap that its number ends: named before it, or after it where the newest comes first."""
    ending = {last + 1: (first, last) for first, last in sheet.gaps}
    for line in sheet.lines:
        gap = None
        if re.fullmatch(r"[0-9]{1,9}", line.entry_number):
            gap = ending.pop(int(line.entry_number), None)
        line.gap_before, line.gap_after = (None, gap) if sheet.question.newest_first else (gap, None)
        dress(line)


def dress(line: Any) -> None:
    """Give a line the documents worth naming."""
    worth = [one for one in line.documents if one.has_file or one.source_url or one.visibility == Visibility.SEALED]
    line.shown_documents = worth[:DOCUMENTS]
    line.other_documents = len(line.documents) - len(line.shown_documents)
