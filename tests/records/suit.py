"""A civil suit for the tests of deadlines: Roe against two companies, in whichever forum."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from docket.models import (
    Case,
    CaseParty,
    Claim,
    ClaimAgainst,
    ClaimEvent,
    Deadline,
    DeadlineProposal,
    Filing,
    FilingLink,
    FilingParty,
    Forum,
)
from docket.proposals.propose import follow_filing
from parties.models import Party


def forum(slug: str = "nmd", rules: str = "frcp6", zone: str = "America/Denver") -> Forum:
    """One forum of that slug: those that a migration loaded are taken as they are, but for rules and zone."""
    found, _ = Forum.objects.update_or_create(
        slug=slug,
        defaults={"deadline_rules": rules, "time_zone": zone},
        create_defaults={"kind": "court", "name": slug.upper(), "deadline_rules": rules, "time_zone": zone},
    )
    return found


@dataclass
class Suit:
    case: Case
    plaintiff: CaseParty
    studio: CaseParty
    armorer: CaseParty

    def filing(self, filing_type: str, by: CaseParty | None = None, **fields: Any) -> Filing:
        filing = Filing.objects.create(case=self.case, filing_type=filing_type, **fields)
        if by:
            FilingParty.objects.create(filing=filing, case_party=by)
        return filing

    def link(self, later: Filing, kind: str, earlier: Filing, outcome: str = "") -> None:
        FilingLink.objects.create(from_filing=later, to_filing=earlier, kind=kind, outcome=outcome)

    def claim(self, pleading: Filing, *against: CaseParty, title: str = "Negligence") -> list[ClaimAgainst]:
        claim = Claim.objects.create(case=self.case, title=title, asserted_in=pleading)
        return [ClaimAgainst.objects.create(claim=claim, case_party=party) for party in against]

    def served(self, against: ClaimAgainst, day: date | None, filing: Filing | None = None) -> ClaimEvent:
        return ClaimEvent.objects.create(claim_against=against, kind="served", date=day, filing=filing)

    def proposed(self, state: str = "open") -> list[DeadlineProposal]:
        return list(DeadlineProposal.objects.filter(case=self.case, state=state).order_by("pk"))

    def deadline(self, title: str = "Answer", **fields: Any) -> Deadline:
        day = fields.pop("day", date(2026, 5, 12))
        return Deadline.objects.create(case=self.case, title=title, **{"earliest": day, "latest": day, **fields})


def suit(where: Forum | None = None, **fields: Any) -> Suit:
    """A draft case with a plaintiff and two defendants."""
    where = where or forum()
    case = Case.objects.create(caption="Roe v. Example Pictures", category="civil", forum=where, **fields)
    parties = [
        CaseParty.objects.create(
            case=case, party=Party.objects.create(name=name), role=role, side=side, position=position
        )
        for position, (name, role, side) in enumerate(
            [
                ("Jane Roe", "plaintiff", "initiating"),
                ("Example Pictures LLC", "defendant", "responding"),
                ("Pat Armorer", "defendant", "responding"),
            ]
        )
    ]
    return Suit(case, *parties)


def proof_of_service(of: Suit, day: date, on: CaseParty | None = None) -> tuple[Filing, Filing]:
    """A complaint against both defendants and the proof that one of them was served; followed."""
    complaint = of.filing("init.complaint", by=of.plaintiff, date_filed=date(2022, 2, 1), entry_number="1")
    against = {row.case_party: row for row in of.claim(complaint, of.studio, of.armorer)}
    proof = of.filing("svc.proof_of_service", by=of.plaintiff, date_served=day, entry_number="4")
    of.link(proof, "proof_of_service_of", complaint)
    of.served(against[on or of.studio], day, proof)
    follow_filing(proof)
    return complaint, proof
