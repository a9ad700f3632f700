"""On what footing a claim and each thing that happened to it stand: alleged, reported, admitted, found, by order."""

from __future__ import annotations

from typing import Protocol

from docket.choices import COURT_ACTS, Basis, ClaimKind

ACCUSATIONS = {
    ClaimKind.CRIMINAL_COUNT: "charged, an accusation",
    ClaimKind.VIOLATION: "cited, the agency’s allegation",
    ClaimKind.PETITION: "asked for",
    ClaimKind.PROOF_OF_CLAIM: "claimed",
    ClaimKind.ISSUE_ON_APPEAL: "raised",
}
WORDS = {
    Basis.RECORD: "in the record",
    Basis.ALLEGED: "alleged",
    Basis.REPORTED: "reported",
    Basis.FOUND: "found",
    Basis.ADMITTED: "admitted",
}


class Stated(Protocol):
    """What is read of a claim."""

    kind: str
    basis: str


def of_claim(claim: Stated, is_decided: bool = False) -> str:
    """“alleged”; a charge is an accusation and a citation the agency's allegation until something is found; a
    petition asks, a proof of claim claims, an issue on appeal is raised.

    is_decided: beside the decision a charge was “charged”: that an acquittal is an accusation would be no sense.
    """
    if claim.basis in (Basis.ALLEGED, Basis.RECORD):
        words = ACCUSATIONS.get(ClaimKind(claim.kind), WORDS[Basis.ALLEGED])
        return words.partition(", ")[0] if is_decided else words
    return WORDS[Basis(claim.basis)]


def of_event(basis: str, filing_type: str = "") -> str:
    """“by order” where a court or tribunal did it, as its own filing shows; otherwise the footing that is recorded."""
    if basis == Basis.RECORD and filing_type in COURT_ACTS:
        return "by order"
    return WORDS[Basis(basis)]
