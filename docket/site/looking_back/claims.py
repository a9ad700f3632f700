"""What came after a day, and what cannot be placed before or after it, of all claims of a case or matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from docket.choices import ClaimEffect, ClaimEventKind, dates
from docket.claims import family_of
from docket.models import Case, Matter
from docket.site.grid.records import GridEvent, cells_of, claims_of, events_of, status_of_cell
from docket.site.wording import note_of, status_line
from parties.models import Party

OUTCOMES = (ClaimEffect.DISPOSED, ClaimEffect.ON_APPEAL, ClaimEffect.REOPENED, ClaimEffect.STAYED)
AT_MOST = 200


@dataclass
class Outcome:
    """“Dismissed with prejudice, 3 May 2024”, with the claims and parties of which that is so."""

    words: str
    note: str
    claims: list[Any] = field(default_factory=list)
    against: list[str] = field(default_factory=list)


@dataclass
class Happening:
    """An event of a claim against a party."""

    event: GridEvent
    claim: Any
    against: Party

    @property
    def words(self) -> str:
        """What happened, in the words of its kind, such as “Answered”."""
        return str(ClaimEventKind(self.event.kind).label)


@dataclass
class ClaimsAround:
    """Of all claims, in every version: each against each party with its events, loaded once."""

    cells: list[Any]

    @classmethod
    def of(cls, scope: Case | Matter) -> ClaimsAround:
        """Everything of a case or a matter, in three queries."""
        found, parties = claims_of(scope)
        claims = {claim.id: claim for claim in found}
        cells = [cell for cell in cells_of(claims, parties) if cell.party_id in parties]
        for cell in cells:
            cell.claim, cell.party = claims[cell.claim_id], parties[cell.party_id]
        return cls(cells)

    def outcomes_after(self, on: date) -> list[Outcome]:
        """Where claims stand now because of something that came, or may have come, after that day."""
        outcomes: dict[tuple[str, str], Outcome] = {}
        for cell in self.cells:
            status = status_of_cell(cell, cell.claim.kind, None)
            if status.effect not in OUTCOMES or dates.happened_by(status.date, status.precision, on):
                continue
            words, note = status_line(status), note_of(status, cell.party.name, family_of(cell.claim.kind))
            outcome = outcomes.setdefault((words, note), Outcome(words, note))
            outcome.claims += [cell.claim] if cell.claim not in outcome.claims else []
            outcome.against += [cell.party.name] if cell.party.name not in outcome.against else []
        return list(outcomes.values())[:AT_MOST]

    def uncertain_on(self, on: date) -> list[Happening]:
        """Events without a day, or of a month or year that was not over."""
        unsure = (h for h in self._happenings() if dates.may_have_happened_by(h.event.date, h.event.date_precision, on))
        return _oldest_first(unsure)[:AT_MOST]

    def since(self, day: date) -> list[Happening]:
        """Events on that day or later, the newest first; one of a month or year that reaches to it may have been."""
        late = (
            happening
            for happening in self._happenings()
            if happening.event.date and dates.last_day(happening.event.date, happening.event.date_precision) >= day
        )
        return _oldest_first(late)[::-1][:AT_MOST]

    def _happenings(self) -> Iterator[Happening]:
        for cell in self.cells:
            for event in events_of(cell):
                yield Happening(event, cell.claim, cell.party)


def _oldest_first(happenings: Iterable[Happening]) -> list[Happening]:
    return sorted(happenings, key=lambda h: (h.event.date or date.min, h.claim.name, h.against.name, h.event.position))
