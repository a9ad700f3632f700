"""Writing what a sheet says: only the difference from what its user saw, in as few statements as there are tables."""

from __future__ import annotations

from dataclasses import dataclass, field

from docket.choices import Basis, PartyRole, Side
from docket.desk.claims.filing import OpenFiling
from docket.models import Case, CaseParty, Claim, ClaimAgainst, ClaimEvent, ClaimParty, Filing
from parties.choices import PartyKind
from parties.models import Party


@dataclass
class Done:
    """What is to be written for one filing, gathered row by row, and then what was."""

    opened: OpenFiling
    new_claims: int = 0
    taken_away: int = 0
    _claimants: list[ClaimParty] = field(default_factory=list)
    _against: list[ClaimAgainst] = field(default_factory=list)

    def claimants(self, claim: Claim, opened: set[int], ticked: set[int]) -> None:
        """Write who makes the claim: those ticked are added, those that were unticked are taken off."""
        present = {row.case_party_id: row for row in claim.asserted_by.all()}
        for pk in opened - ticked:
            if row := present.pop(pk, None):
                row.delete()
        new = ticked - set(present) - (opened if present else set())
        self._claimants += [ClaimParty(case=claim.case, claim=claim, case_party_id=pk) for pk in sorted(new)]

    def against(self, claim: Claim, opened: set[int], ticked: set[int]) -> None:
        """Against whom it is made: what was unticked goes with the event that brought it."""
        present = {row.case_party_id: row for row in ClaimAgainst.objects.filter(claim=claim)}
        for pk in opened - ticked:
            if row := present.pop(pk, None):
                row.events.all().delete()
                row.delete()
                self.taken_away += 1
        new = ticked - opened - set(present)
        self._against += [ClaimAgainst(case=claim.case, claim=claim, case_party_id=pk) for pk in sorted(new)]

    def write(self) -> None:
        """Everything gathered, each claim with the event that brought it."""
        ClaimParty.objects.bulk_create(self._claimants)
        rows = ClaimAgainst.objects.bulk_create(self._against)
        ClaimEvent.objects.bulk_create(brought(self.opened, row) for row in rows)

    def words(self) -> list[str]:
        """“5 counts entered, against 6 parties”."""
        words, said = self.opened.words, []
        if self.new_claims:
            said.append(f"{self.new_claims} {words.claim if self.new_claims == 1 else words.claims} entered")
        if self._against:
            parties = len({row.case_party_id for row in self._against})
            said.append(f"made against {parties} {'party' if parties == 1 else 'parties'}")
        if self.taken_away:
            said.append(f"{self.taken_away} taken away")
        return said


def brought(opened: OpenFiling, row: ClaimAgainst) -> ClaimEvent:
    """The event with which a claim against a party begins, by its filing."""
    return by_filing(opened.filing, row, opened.words.brought, basis=Basis.ALLEGED)


def by_filing(filing: Filing, row: ClaimAgainst, kind: str, **columns: object) -> ClaimEvent:
    """An event that a filing makes, on its day."""
    day = {"date": filing.date_filed, "date_precision": filing.date_filed_precision}
    event = ClaimEvent(claim_against=row, kind=kind, filing=filing, **{**day, **columns})
    event.case_id, event.filing_case_id = row.case_id, filing.case_id
    return event


def enter_does(case: Case, first: int, last: int, position: int) -> CaseParty:
    """A range of unknown defendants as one party of the case."""
    name = f"Does {first}–{last}" if last > first else f"Doe {first}"
    party = Party.objects.create(kind=PartyKind.GROUP, name=name, sort_name=f"Does {first:03}–{last:03}")
    return CaseParty.objects.create(
        case=case,
        party=party,
        role=PartyRole.DOE_DEFENDANT,
        side=Side.RESPONDING,
        position=position,
        doe_from=first,
        doe_to=last,
    )
