"""Claims by party as a table: rows claims, columns parties, and what others entered while the form was open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.utils.functional import cached_property

from docket.choices import ClaimEffect
from docket.choices.dates import show
from docket.claims import ClaimStatus, family_of, status_from, status_on_record
from docket.desk.changes.authors import Authors
from docket.desk.claims.filing import role_of
from docket.models import CaseParty, Claim, ClaimAgainst, ClaimEvent


@dataclass
class Cell:
    """A claim against one party. own: what the filing at hand is recorded to have done to it."""

    row: ClaimAgainst
    filing_id: int
    errors: list[str] = field(default_factory=list)

    @cached_property
    def events(self) -> list[ClaimEvent]:
        """All of them, as loaded."""
        return list(self.row.events.all())

    @cached_property
    def own(self) -> list[ClaimEvent]:
        """What the filing at hand did to it, by the record."""
        return [event for event in self.events if event.filing_id == self.filing_id]

    @cached_property
    def _now(self) -> ClaimStatus:
        return status_on_record(self.row)

    @property
    def stands(self) -> str:
        """Where it stands today, with the day of what made it so."""
        now = self._now
        return (
            f"{now.text}, {show(now.date, now.precision)}" if now.date and now.effect != ClaimEffect.OPEN else now.text
        )

    @property
    def effect(self) -> ClaimEffect:
        """The same as one of few."""
        return self._now.effect

    def had_ended(self, day: date | None) -> bool:
        """Whether it was decided or ended before that day; without a day, by now."""
        known = [event for event in self.events if day is None or event.date is None or event.date < day]
        return status_from(known, family_of(self.row.claim.kind)).effect == ClaimEffect.DISPOSED

    @property
    def name(self) -> str:
        """“Count I against Poe Inc.”."""
        return f"{self.row.claim.label or self.row.claim.title} against {self.row.case_party.party.name}"

    @property
    def box(self) -> str:
        """The name of its box."""
        return f"cell{self.row.pk}"


@dataclass
class TableRow:
    """A claim, with a cell for each column; None where it is not made against that party."""

    claim: Claim
    cells: list[Cell | None]

    @property
    def box(self) -> str:
        """The name of the box for all its cells."""
        return f"row{self.claim.pk}"


@dataclass
class TableColumn:
    """A party against whom some of the claims are made."""

    party: CaseParty

    @property
    def role(self) -> str:
        """Its role in the case."""
        return role_of(self.party)

    @property
    def box(self) -> str:
        """The name of the box for all its cells."""
        return f"column{self.party.pk}"


class Table:
    """The rows of some claims against parties, in their order; columns in the order of the caption."""

    def __init__(self, rows: Iterable[ClaimAgainst], filing_id: int) -> None:
        rows = list(rows)
        parties = {row.case_party_id: row.case_party for row in rows}
        ordered = sorted(parties.values(), key=lambda party: (party.position, party.pk))
        self.columns = [TableColumn(party) for party in ordered]
        by_claim: dict[int, dict[int, Cell]] = {}
        claims: dict[int, Claim] = {}
        for row in rows:
            claims.setdefault(row.claim_id, row.claim)
            by_claim.setdefault(row.claim_id, {})[row.case_party_id] = Cell(row, filing_id)
        self.rows = [
            TableRow(claim, [by_claim[pk].get(column.party.pk) for column in self.columns])
            for pk, claim in claims.items()
        ]

    def __iter__(self) -> Iterator[Cell]:
        return (cell for row in self.rows for cell in row.cells if cell)

    @property
    def newest(self) -> int:
        """The event that was entered last; what comes after it was not seen."""
        return max((event.pk for cell in self for event in cell.events), default=0)

    @property
    def width(self) -> int:
        """How many cells a line has, headers included."""
        return len(self.columns) + 2

    def meanwhile(self, cells: Iterable[Cell], seen: int) -> list[str]:
        """What others entered on these cells after the form was opened, in sentences."""
        found = [(cell, event) for cell in cells for event in cell.events if event.pk > seen]
        history = {event.pk: _entered(event) for _, event in found}
        authors = Authors(filter(None, history.values()))
        return [
            f"{authors.of(history[event.pk])} entered “{event.get_kind_display()}” for {cell.name} after you opened "
            "this form. Nothing of yours is saved yet: look again, then save again."
            for cell, event in found
        ]


def _entered(event: ClaimEvent) -> object:
    """The history's line of an event's first version."""
    return event.history.select_related("pgh_context").order_by("pgh_id").first()  # type: ignore[attr-defined]
