"""Which filings end a period, by what it is for: a table to be reviewed by a lawyer."""

from docket.choices import ANSWERING, FilingLinkKind, FilingType
from docket.law.deadlines.periods import PERIODS, Purpose, purpose_of

F = FilingType
K = FilingLinkKind
P = Purpose

# A motion under Rule 12 or a demurrer answers in time as an answer does (FRCP 12(a)(4), CCP 430.40).
_INSTEAD_OF_AN_ANSWER = frozenset(
    {
        F.MOT_DISMISS,
        F.MOT_MORE_DEFINITE_STATEMENT,
        F.MOT_STRIKE,
        F.MOT_COMPEL_ARBITRATION,
        F.MOT_QUASH,
        F.RESP_DEMURRER,
        F.RESP_MOTION_TO_STRIKE,
        F.REG_NOTICE_OF_CONTEST,
    }
)

ENDED_BY: dict[Purpose, frozenset[str]] = {
    P.ANSWER: (ANSWERING | _INSTEAD_OF_AN_ANSWER) - {F.RESP_REPLY_TO_ANSWER, F.CRIM_PLEA},
    P.CONTEST: frozenset({F.REG_NOTICE_OF_CONTEST}),
    P.REPLY_TO_ANSWER: frozenset({F.RESP_REPLY_TO_ANSWER}),
    P.SERVICE: frozenset({F.SVC_PROOF_OF_SERVICE, F.SVC_ACKNOWLEDGMENT_OF_RECEIPT, F.SVC_WAIVER_OF_SERVICE}),
    P.WAIVER: frozenset({F.SVC_WAIVER_OF_SERVICE}),
    P.AMEND: frozenset({F.INIT_AMENDED_COMPLAINT, F.RESP_AMENDED_ANSWER}),
    P.THIRD_PARTY: frozenset({F.INIT_THIRD_PARTY_COMPLAINT}),
    P.JURY: frozenset({F.NOTICE_JURY_DEMAND}),
    P.MOTION: frozenset(),
    P.OPPOSITION: frozenset({F.BRIEF_OPPOSITION, F.BRIEF_RESPONSE, F.BRIEF_NON_OPPOSITION}),
    P.REPLY: frozenset({F.BRIEF_REPLY}),
    P.JMOL: frozenset({F.MOT_JUDGMENT_AS_MATTER_OF_LAW}),
    P.NEW_TRIAL: frozenset({F.MOT_NEW_TRIAL}),
    P.AMEND_JUDGMENT: frozenset({F.MOT_ALTER_JUDGMENT}),
    P.FEES: frozenset({F.MOT_ATTORNEY_FEES}),
    P.RELIEF: frozenset({F.MOT_RELIEF_FROM_JUDGMENT}),
    P.APPEAL: frozenset({F.INIT_NOTICE_OF_APPEAL}),
    P.REMOVAL: frozenset({F.INIT_NOTICE_OF_REMOVAL}),
    P.REMAND: frozenset({F.MOT_REMAND}),
    P.CONFIRM: frozenset({F.INIT_PETITION_CONFIRM_AWARD, F.MOT_CONFIRM_AWARD}),
    P.VACATE: frozenset({F.INIT_PETITION_VACATE_AWARD, F.MOT_VACATE_AWARD, F.MOT_MODIFY_AWARD}),
    P.ACTION: frozenset(),
    P.CLAIM: frozenset(),
    P.OBJECT: frozenset({F.INIT_COMPLAINT}),
    P.PETITION: frozenset({F.INIT_PETITION_CERTIORARI}),
}

# Links by which a filing does what another one called for.
RESPONDING = frozenset({K.ANSWERS, K.RESPONDS_TO, K.OPPOSES, K.REPLIES_TO, K.APPEALS, K.PROOF_OF_SERVICE_OF})


def ended_by(period_id: str) -> frozenset[str]:
    """The types of filing that end a period; none for a rule that is not in the table."""
    purpose = purpose_of(period_id)
    return ENDED_BY[purpose] if purpose else frozenset()


def answer_periods() -> list[str]:
    """The periods within which a claim is answered."""
    return list(dict.fromkeys(period.id for period in PERIODS if period.purpose is P.ANSWER))
