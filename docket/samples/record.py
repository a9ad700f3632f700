"""The rows of a sample that are already written, found by the ids of its files."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.db.models import Model

from docket.models import (
    Appearance,
    Capacity,
    Case,
    CaseLink,
    CaseMatter,
    CaseNumber,
    CaseOfficial,
    CaseParty,
    Claim,
    ClaimAgainst,
    ClaimEvent,
    ClaimParty,
    Deadline,
    Document,
    DocumentOriginal,
    DocumentPage,
    Excerpt,
    Filing,
    FilingLink,
    FilingParty,
    Forum,
    Hearing,
    MatterParty,
    SourceLink,
    Summary,
    Update,
)
from docket.samples.files import SampleError
from docket.samples.people import People
from docket.samples.shape import Proof
from parties.models import Party

T = TypeVar("T")
Row = TypeVar("Row", bound=Model)

# one insert each, parents before the rows that point at them
IN_ORDER: tuple[type[Model], ...] = (
    *(MatterParty, CaseMatter, CaseNumber, CaseOfficial, CaseLink, Capacity, Appearance),
    *(Filing, FilingParty, FilingLink, Excerpt, Document, DocumentPage, DocumentOriginal),
    *(Claim, ClaimParty, ClaimAgainst, ClaimEvent, Hearing, Deadline, Summary, Update, SourceLink),
)


class Record:
    """What the writers hand on to each other. A key is "case/row"; within its own case a row is named alone.

    Rows are collected by `add` and inserted together by `flush`: two thousand of them, one by one, take seconds.
    """

    def __init__(self, sample: str, people: People, forums: Iterable[Forum]) -> None:
        self.sample = sample
        self.people = people
        self.forums = {forum.slug: forum for forum in forums}
        self.cases: dict[str, Case] = {}
        self.case_parties: dict[str, CaseParty] = {}
        self.filings: dict[str, Filing] = {}
        self.claims: dict[str, Claim] = {}
        self.waiting: dict[type[Model], list[Any]] = {model: [] for model in IN_ORDER}

    def add(self, row: Row) -> Row:
        """Keep the row for the next flush."""
        self.waiting[type(row)].append(row)
        return row

    def flush(self) -> None:
        """Insert the rows that `add` kept, each model after those it points to."""
        for model, rows in self.waiting.items():
            model._default_manager.bulk_create(rows)
            rows.clear()

    def party(self, id: str) -> Party:
        return _find(self.people.parties, id, "party")

    def case_party(self, case: str, id: str) -> CaseParty:
        return _find(self.case_parties, f"{case}/{id}", "party of the case")

    def filing(self, case: str, id: str) -> Filing:
        return _find(self.filings, id if "/" in id else f"{case}/{id}", "filing")

    def filing_or_none(self, case: str, id: str) -> Filing | None:
        return self.filing(case, id) if id else None

    def forum(self, slug: str) -> Forum | None:
        return _find(self.forums, slug, "forum") if slug else None

    def prove(self, proof: Proof | None, **target: object) -> None:
        """Link the source to the one row that it supports."""
        if proof:
            source = _find(self.people.sources, proof.source, "source")
            self.add(SourceLink(source=source, basis=proof.basis, pinpoint=proof.pinpoint, **target))


def _find(rows: dict[str, T], id: str, what: str) -> T:
    try:
        return rows[id]
    except KeyError:
        raise SampleError(f"No {what} {id!r}. There are: {', '.join(sorted(rows)) or 'none'}.") from None
