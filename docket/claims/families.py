"""What silence means: suits, petitions, arbitrations, charges, citations, appeals, proofs of claim each have a rule."""

from __future__ import annotations

from enum import StrEnum

from docket.choices import ClaimKind


class Family(StrEnum):
    """By what rules a claim is answered."""

    SUIT = "suit"
    PETITION = "petition"
    ARBITRATION = "arbitration"
    CHARGE = "charge"
    CITATION = "citation"
    ISSUE = "issue"
    PROOF = "proof"


# Where nobody has answered. A court may take silence for an admission (FRCP 8(b)(6)), an arbitral tribunal takes it for
# a denial; a charge is not answered at all: a plea is not an answer.
SILENCE = {
    Family.SUIT: "no answer in this record",
    Family.PETITION: "no answer in this record",
    Family.ARBITRATION: "no answer in this record, which counts as a denial",
    Family.CHARGE: "charged, not decided",
    Family.CITATION: "cited, not decided",
    Family.ISSUE: "not decided in this record",
    Family.PROOF: "no objection in this record",
}
ANSWERED_BY_FILINGS = (Family.SUIT, Family.PETITION, Family.ARBITRATION, Family.PROOF)
OF_KIND = {
    ClaimKind.PETITION: Family.PETITION,
    ClaimKind.ARBITRAL_CLAIM: Family.ARBITRATION,
    ClaimKind.ARBITRAL_COUNTERCLAIM: Family.ARBITRATION,
    ClaimKind.CRIMINAL_COUNT: Family.CHARGE,
    ClaimKind.VIOLATION: Family.CITATION,
    ClaimKind.ISSUE_ON_APPEAL: Family.ISSUE,
    ClaimKind.PROOF_OF_CLAIM: Family.PROOF,
}


def family_of(kind: str) -> Family:
    """The family of a claim's kind."""
    return OF_KIND.get(ClaimKind(kind), Family.SUIT)
