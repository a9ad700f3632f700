"""What each period is for, and which filings end it: a table to be reviewed by a lawyer."""

from docket.choices import ANSWERING, FilingLinkKind, FilingType

F = FilingType
K = FilingLinkKind

# period → what must be done; periods of one purpose take each other's place when a case moves to another forum
PURPOSES: dict[str, str] = {
    "fed.answer": "answer",
    "fed.answer.waiver": "answer",
    "fed.answer.waiver_abroad": "answer",
    "fed.answer.counterclaim": "answer",
    "fed.answer.us": "answer",
    "fed.answer.removed_service": "answer",
    "fed.answer.removed": "answer",
    "fed.answer.after_motion": "answer",
    "fed.more_definite": "answer",
    "fed.respond_amended": "answer",
    "nm.answer": "answer",
    "nm.magistrate_answer": "answer",
    "ca.answer": "answer",
    "ca.answer.substituted": "answer",
    "ca.demurrer": "answer",
    "ca.unlawful_detainer": "answer",
    "aaa.answer": "answer",
    "jams.response": "answer",
    "jams.counterclaim_reply": "answer",
    "icc.answer": "answer",
    "icc.counterclaim_reply": "answer",
    "icdr.answer": "answer",
    "uncitral.response": "answer",
    "lcia.response": "answer",
    "osh.contest": "contest",
    "fed.reply.ordered": "reply_to_answer",
    "fed.service": "service",
    "fed.waiver_return": "waiver",
    "fed.waiver_return_abroad": "waiver",
    "fed.amend_course": "amend",
    "fed.amend_course_response": "amend",
    "fed.third_party": "third_party",
    "fed.jury": "jury",
    "fed.motion_notice": "motion",
    "ca.motion_notice": "motion",
    "fed.motion_affidavits": "opposition",
    "nm.motion_response": "opposition",
    "ca.motion_opposition": "opposition",
    "ca.summary_judgment_notice": "motion",
    "ca.summary_judgment_opposition": "opposition",
    "nm.reply": "reply",
    "ca.motion_reply": "reply",
    "ca.summary_judgment_reply": "reply",
    "fed.jmol": "jmol",
    "fed.new_trial": "new_trial",
    "fed.amend_judgment": "amend_judgment",
    "fed.fees": "fees",
    "fed.relief": "relief",
    "fed.appeal": "appeal",
    "fed.appeal_us": "appeal",
    "fed.appeal.after_motion": "appeal",
    "fed.appeal_us.after_motion": "appeal",
    "nm.appeal": "appeal",
    "fed.removal": "removal",
    "fed.removal_cap": "removal",
    "fed.remand_motion": "remand",
    "faa.confirm": "confirm",
    "faa.vacate": "vacate",
    "nm.wrongful_death": "action",
}

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

ENDED_BY: dict[str, frozenset[str]] = {
    "answer": (ANSWERING | _INSTEAD_OF_AN_ANSWER) - {F.RESP_REPLY_TO_ANSWER, F.CRIM_PLEA},
    "contest": frozenset({F.REG_NOTICE_OF_CONTEST}),
    "reply_to_answer": frozenset({F.RESP_REPLY_TO_ANSWER}),
    "service": frozenset({F.SVC_PROOF_OF_SERVICE, F.SVC_ACKNOWLEDGMENT_OF_RECEIPT, F.SVC_WAIVER_OF_SERVICE}),
    "waiver": frozenset({F.SVC_WAIVER_OF_SERVICE}),
    "amend": frozenset({F.INIT_AMENDED_COMPLAINT, F.RESP_AMENDED_ANSWER}),
    "third_party": frozenset({F.INIT_THIRD_PARTY_COMPLAINT}),
    "jury": frozenset({F.NOTICE_JURY_DEMAND}),
    "motion": frozenset(),
    "opposition": frozenset({F.BRIEF_OPPOSITION, F.BRIEF_RESPONSE, F.BRIEF_NON_OPPOSITION}),
    "reply": frozenset({F.BRIEF_REPLY}),
    "jmol": frozenset({F.MOT_JUDGMENT_AS_MATTER_OF_LAW}),
    "new_trial": frozenset({F.MOT_NEW_TRIAL}),
    "amend_judgment": frozenset({F.MOT_ALTER_JUDGMENT}),
    "fees": frozenset({F.MOT_ATTORNEY_FEES}),
    "relief": frozenset({F.MOT_RELIEF_FROM_JUDGMENT}),
    "appeal": frozenset({F.INIT_NOTICE_OF_APPEAL}),
    "removal": frozenset({F.INIT_NOTICE_OF_REMOVAL}),
    "remand": frozenset({F.MOT_REMAND}),
    "confirm": frozenset({F.INIT_PETITION_CONFIRM_AWARD, F.MOT_CONFIRM_AWARD}),
    "vacate": frozenset({F.INIT_PETITION_VACATE_AWARD, F.MOT_VACATE_AWARD, F.MOT_MODIFY_AWARD}),
    "action": frozenset(),
}

# Links by which a filing does what another one called for.
RESPONDING = frozenset({K.ANSWERS, K.RESPONDS_TO, K.OPPOSES, K.REPLIES_TO, K.APPEALS, K.PROOF_OF_SERVICE_OF})


def ended_by(period_id: str) -> frozenset[str]:
    """The types of filing that end a period; none for a rule that is not in the table."""
    return ENDED_BY.get(PURPOSES.get(period_id, ""), frozenset())


def answer_periods() -> list[str]:
    """The periods within which a claim is answered."""
    return [period_id for period_id, purpose in PURPOSES.items() if purpose == "answer"]
