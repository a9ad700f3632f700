"""Writing the claims of a sample's case: who claims what from whom, and everything that happened to it."""

from docket.models import Claim, ClaimAgainst, ClaimEvent, ClaimParty
from docket.samples.people import dated, sample_id
from docket.samples.record import Record
from docket.samples.shape import AgainstData, ClaimData


def write_claim(record: Record, case: str, data: ClaimData, position: int) -> None:
    """The claim with its claimants and, for each party it is made against, the events in their order."""
    if data.carried_from:
        record.flush()  # one insert cannot hold both ends of a key to its own table
    claim = record.add(
        Claim(
            public_id=sample_id(record.sample, case, "claim", data.id),
            case=record.cases[case],
            kind=data.kind,
            label=data.label,
            position=position,
            title=data.title,
            cause_of_action=data.cause,
            legal_basis=data.law,
            relief=list(data.relief),
            amount=data.amount,
            amount_note=data.amount_note,
            asserted_in=record.filing_or_none(case, data.filing),
            carried_from=record.claims[f"{case}/{data.carried_from}"] if data.carried_from else None,
            basis=data.basis,
        )
    )
    record.claims[f"{case}/{data.id}"] = claim
    for claimant in data.by:
        record.add(ClaimParty(case=claim.case, claim=claim, case_party=record.case_party(case, claimant)))
    for against in data.against:
        _against(record, case, claim, against)


def _against(record: Record, case: str, claim: Claim, data: AgainstData) -> None:
    against = record.add(
        ClaimAgainst(
            public_id=sample_id(claim.public_id, data.party),
            case=claim.case,
            claim=claim,
            case_party=record.case_party(case, data.party),
            disclosure=data.disclosure,
        )
    )
    for position, event in enumerate(data.events):
        filing = record.filing_or_none(case, event.filing)
        happened = record.add(
            ClaimEvent(
                public_id=sample_id(against.public_id, str(position)),
                case=claim.case,
                claim_against=against,
                kind=event.kind,
                filing=filing,
                filing_case=filing.case if filing else None,
                response=event.response,
                defenses=list(event.defenses),
                with_prejudice=event.prejudice,
                amount=event.amount,
                prevailing=event.prevailing,
                ground=event.ground,
                offense=event.offense,
                basis=event.basis,
                note=event.note,
                position=position,
                **dated("date", event.on),
            )
        )
        record.prove(event.proof, claim_event=happened)
