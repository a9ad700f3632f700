"""What claims, those who make them and those who meet them are called, and what can be said of them, by proceeding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from docket.choices import CaseCategory, CauseOfAction, ClaimEventKind, ClaimKind, FilingType, Response

Choices = list[tuple[str, str]]
_F, _K, _E, _C = FilingType, ClaimKind, ClaimEventKind, CaseCategory


@dataclass(frozen=True)
class Words:
    """The words of one sort of proceeding.

    numbered: how its claims are labelled, with the number to fill in. brought: the event with which a claim begins.
    responses: what those against whom it is made can say, as (event, response).
    """

    claim: str
    claims: str
    by: str
    against: str
    all_against: str
    numbered: str
    outcome: str
    kinds: tuple[ClaimKind, ...]
    brought: ClaimEventKind
    responses: tuple[tuple[ClaimEventKind, str], ...]


PLEAS = {
    _E.PLEADED_NOT_GUILTY: "Pleads not guilty",
    _E.PLEADED_GUILTY: "Pleads guilty",
    _E.PLEADED_NO_CONTEST: "Pleads no contest",
    _E.PLEADED_ALFORD: "Pleads guilty without admitting the act (Alford)",
    _E.PLEA: "Pleads guilty or no contest; the filing does not say which",
}
_ANSWERS = tuple((_E.ANSWERED, response.value) for response in Response)
_CIVIL = Words(
    "count",
    "counts",
    "plaintiff",
    "defendant",
    "all defendants",
    "Count {roman}",
    "order or judgment",
    (_K.CLAIM, _K.COUNTERCLAIM, _K.CROSSCLAIM, _K.THIRD_PARTY_CLAIM, _K.INTERVENOR_CLAIM, _K.PETITION),
    _E.ASSERTED,
    _ANSWERS,
)
_ARBITRATION = Words(
    "claim",
    "claims",
    "claimant",
    "respondent",
    "all respondents",
    "Claim {number}",
    "order or award",
    (_K.ARBITRAL_CLAIM, _K.ARBITRAL_COUNTERCLAIM, _K.PETITION),
    _E.ASSERTED,
    _ANSWERS,
)
_CRIMINAL = Words(
    "count",
    "counts",
    "prosecution",
    "defendant",
    "all defendants",
    "Count {number}",
    "order, verdict or sentence",
    (_K.CRIMINAL_COUNT,),
    _E.CHARGED,
    tuple((kind, "") for kind in PLEAS),  # a plea is not an answer
)
_REGULATORY = Words(
    "citation item",
    "citation items",
    "agency",
    "cited party",
    "all cited parties",
    "Item {number}",
    "decision or final order",
    (_K.VIOLATION, _K.PETITION),
    _E.CITED,
    ((_E.CONTESTED, ""), *((_E.CONTESTED, r) for r in (Response.DENY, Response.ADMIT_IN_PART)), *_ANSWERS),
)
_BANKRUPTCY = Words(
    "claim",
    "claims",
    "creditor",
    "debtor",
    "all debtors",
    "Claim {number}",
    "order",
    (_K.PROOF_OF_CLAIM, _K.CLAIM, _K.PETITION),
    _E.ASSERTED,
    _ANSWERS,
)
_APPEAL = Words(
    "issue",
    "issues",
    "appellant",
    "appellee",
    "all appellees",
    "Issue {number}",
    "decision or mandate",
    (_K.ISSUE_ON_APPEAL, _K.PETITION),
    _E.ASSERTED,
    _ANSWERS,
)
_PETITION = Words(
    "request",
    "requests",
    "petitioner",
    "respondent",
    "all respondents",
    "Request {number}",
    "order",
    (_K.PETITION, _K.CLAIM),
    _E.ASSERTED,
    _ANSWERS,
)

BY_CATEGORY: dict[str, Words] = {
    _C.CIVIL: _CIVIL,
    _C.OTHER: _CIVIL,
    _C.TRIBUNAL: _CIVIL,
    _C.ARBITRATION: _ARBITRATION,
    _C.CRIMINAL: _CRIMINAL,
    _C.REGULATORY: _REGULATORY,
    _C.ADMINISTRATIVE: _REGULATORY,
    _C.INVESTIGATION: _REGULATORY,
    _C.BANKRUPTCY: _BANKRUPTCY,
    _C.APPEAL: _APPEAL,
    _C.PROBATE: _PETITION,
    _C.DOMESTIC: _PETITION,
    _C.JUVENILE: _PETITION,
}

KIND_OF_FILING: dict[str, ClaimKind] = {
    _F.INIT_COUNTERCLAIM: _K.COUNTERCLAIM,
    _F.RESP_ANSWER_AND_COUNTERCLAIM: _K.COUNTERCLAIM,
    _F.INIT_CROSSCLAIM: _K.CROSSCLAIM,
    _F.INIT_CROSS_COMPLAINT: _K.CROSSCLAIM,
    _F.INIT_THIRD_PARTY_COMPLAINT: _K.THIRD_PARTY_CLAIM,
    _F.INIT_COMPLAINT_IN_INTERVENTION: _K.INTERVENOR_CLAIM,
    _F.INIT_PETITION: _K.PETITION,
    _F.INIT_PETITION_COMPEL_ARBITRATION: _K.PETITION,
    _F.INIT_PETITION_CONFIRM_AWARD: _K.PETITION,
    _F.INIT_PETITION_VACATE_AWARD: _K.PETITION,
    _F.INIT_PETITION_WRIT: _K.PETITION,
    _F.INIT_PETITION_REVIEW: _K.PETITION,
    _F.EW_DEFENCE_AND_COUNTERCLAIM: _K.COUNTERCLAIM,
    _F.EW_JUDICIAL_REVIEW_CLAIM_FORM: _K.PETITION,
    _F.ARB_APPLICATION_ANNULMENT: _K.PETITION,
    _F.ARB_COUNTERCLAIM: _K.ARBITRAL_COUNTERCLAIM,
    _F.ARB_ANSWER_AND_COUNTERCLAIM: _K.ARBITRAL_COUNTERCLAIM,
}

_CAUSES = CauseOfAction.choices
_VALUES = CauseOfAction.values
_OFFENSES = _CAUSES[_VALUES.index(CauseOfAction.HOMICIDE) : _VALUES.index(CauseOfAction.OFFENSE_OTHER) + 1]
_VIOLATIONS = _CAUSES[
    _VALUES.index(CauseOfAction.VIOLATION_OTHER_THAN_SERIOUS) : _VALUES.index(CauseOfAction.VIOLATION_OTHER) + 1
]
_OF_DISPUTES = [cause for cause in _CAUSES if cause not in _OFFENSES and cause not in _VIOLATIONS]


def words_of(category: str) -> Words:
    """The words of a category of proceeding."""
    return BY_CATEGORY.get(category, _CIVIL)


def kind_of(category: str, filing_type: str) -> ClaimKind:
    """What the claims of a filing most likely are."""
    words, kind = words_of(category), KIND_OF_FILING.get(filing_type)
    return kind if kind in words.kinds else words.kinds[0]


def causes_of(category: str) -> Choices:
    """The grounds that a claim in such a proceeding can have, A to Z."""
    own = {_CRIMINAL: _OFFENSES, _REGULATORY: _VIOLATIONS}.get(words_of(category), _OF_DISPUTES)
    return sorted(own, key=lambda cause: (cause[0] == CauseOfAction.OTHER, cause[1]))


def responses_of(words: Words) -> Choices:
    """The responses as the choices of a box: “answered:deny” → “Denies”."""
    return [(f"{kind.value}:{response}", _said(kind, response)) for kind, response in words.responses]


def _said(kind: ClaimEventKind, response: str) -> str:
    if kind == _E.ANSWERED:
        return str(Response(response).label)
    if kind == _E.CONTESTED:
        return f"Contests: {str(Response(response).label).lower()}" if response else "Contests"
    return PLEAS[kind]


def label(words: Words, number: int) -> str:
    """“Count IV”, “Claim 4”, “Item 4”."""
    return words.numbered.format(number=number, roman=_roman(number))


def listed(names: Iterable[str]) -> str:
    """Names in a sentence, such as “A, B and C”; "" of none."""
    *most, last = [*names] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def _roman(number: int) -> str:
    found = ""
    for value, letters in ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV")):
        times, number = divmod(number, value)
        found += letters * times
    return found + "I" * number
