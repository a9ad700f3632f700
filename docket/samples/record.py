"""The rows of a sample that are already written, found by the ids of its files."""

from collections.abc import Iterable
from typing import TypeVar

from docket.models import Case, CaseParty, Claim, Filing, Forum, SourceLink
from docket.samples.people import People
from docket.samples.reading import SampleError
from docket.samples.shape import Proof
from parties.models import Party

T = TypeVar("T")


class Record:
    """What the writers hand on to each other. A key is "case/row"; within its own case a row is named alone."""

    def __init__(self, sample: str, people: People, forums: Iterable[Forum]) -> None:
        self.sample = sample
        self.people = people
        self.forums = {forum.slug: forum for forum in forums}
        self.cases: dict[str, Case] = {}
        self.case_parties: dict[str, CaseParty] = {}
        self.filings: dict[str, Filing] = {}
        self.claims: dict[str, Claim] = {}

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
            SourceLink.objects.create(source=source, basis=proof.basis, pinpoint=proof.pinpoint, **target)


def _find(rows: dict[str, T], id: str, what: str) -> T:
    try:
        return rows[id]
    except KeyError:
        raise SampleError(f"No {what} {id!r}. There are: {', '.join(sorted(rows)) or 'none'}.") from None
