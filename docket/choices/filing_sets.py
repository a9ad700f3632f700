"""What a type of filing does: pleads, answers, asks for an order, or is the act of a court."""

from .filing_groups import filing_group
from .filing_types import FilingType


def _of(*groups: str) -> frozenset[str]:
    return frozenset(value for value in FilingType.values if filing_group(value) in groups)


_Type = FilingType

# put a claim, a charge or a request before a forum, so that it can be answered
INITIATING: frozenset[str] = (_of("init") - {_Type.INIT_COVER_SHEET, _Type.INIT_SUMMONS_REQUEST}) | {
    _Type.PROB_PETITION_PR,
    _Type.PROB_PETITION_GAL,
    _Type.PROB_MINORS_COMPROMISE,
    _Type.CRIM_COMPLAINT,
    _Type.CRIM_INFORMATION,
    _Type.CRIM_INDICTMENT,
    _Type.CRIM_SUPERSEDING_INDICTMENT,
    _Type.CRIM_AMENDED_INFORMATION,
    _Type.CRIM_EXPUNGEMENT_PETITION,
    _Type.REG_COMPLAINT,
    _Type.REG_CITATION,
    _Type.REG_COMMISSION_COMPLAINT,
    _Type.REG_PETITION_FOR_REVIEW,
    _Type.ARB_DEMAND,
    _Type.ARB_AMENDED_DEMAND,
    _Type.ARB_COUNTERCLAIM,
    _Type.ARB_STATEMENT_OF_CLAIM,
    _Type.ARB_REQUEST,
    _Type.ARB_NOTICE_OF_ARBITRATION,
    _Type.ARB_MEMORIAL,
    _Type.ARB_APPLICATION_ANNULMENT,
    _Type.EW_CLAIM_FORM,
    _Type.EW_PART_8_CLAIM_FORM,
    _Type.EW_JUDICIAL_REVIEW_CLAIM_FORM,
    _Type.EW_PARTICULARS_OF_CLAIM,
    _Type.EW_AMENDED_PARTICULARS_OF_CLAIM,
    _Type.EW_PART_20_CLAIM,
    _Type.EW_APPELLANTS_NOTICE,
    _Type.EW_CHARGE_SHEET,
    _Type.ET_CLAIM,
    _Type.ET_NOTICE_OF_APPEAL,
}

# answer what was claimed; they carry the admissions, denials and defenses
ANSWERING: frozenset[str] = frozenset(
    {
        _Type.RESP_ANSWER,
        _Type.RESP_AMENDED_ANSWER,
        _Type.RESP_ANSWER_AND_COUNTERCLAIM,
        _Type.RESP_ANSWER_TO_COUNTERCLAIM,
        _Type.RESP_ANSWER_TO_CROSSCLAIM,
        _Type.RESP_ANSWER_TO_THIRD_PARTY_COMPLAINT,
        _Type.RESP_GENERAL_DENIAL,
        _Type.RESP_REPLY_TO_ANSWER,
        _Type.RESP_DISCLAIMER,
        _Type.CRIM_PLEA,
        _Type.REG_NOTICE_OF_CONTEST,
        _Type.REG_COMMISSION_ANSWER,
        _Type.ARB_ANSWERING_STATEMENT,
        _Type.ARB_ANSWER_AND_COUNTERCLAIM,
        _Type.ARB_REPLY_TO_COUNTERCLAIM,
        _Type.ARB_STATEMENT_OF_DEFENSE,
        _Type.ARB_RESPONSE_TO_NOTICE,
        _Type.ARB_COUNTER_MEMORIAL,
        _Type.EW_ADMISSION,
        _Type.EW_DEFENCE,
        _Type.EW_AMENDED_DEFENCE,
        _Type.EW_DEFENCE_AND_COUNTERCLAIM,
        _Type.EW_REPLY_TO_DEFENCE,
        _Type.EW_DEFENCE_TO_COUNTERCLAIM,
        _Type.EW_DEFENCE_TO_PART_20_CLAIM,
        _Type.ET_RESPONSE,
    }
)

# the filings that plead: FRCP 7(a), California's cross-complaint, and their counterparts elsewhere
PLEADINGS: frozenset[str] = (
    INITIATING | ANSWERING | {_Type.RESP_DEMURRER, _Type.CRIM_BILL_OF_PARTICULARS, _Type.ARB_REPLY, _Type.ARB_REJOINDER}
) - {
    _Type.INIT_NOTICE_OF_REMOVAL,
    _Type.INIT_NOTICE_OF_APPEAL,
    _Type.EW_APPELLANTS_NOTICE,
    _Type.ET_NOTICE_OF_APPEAL,
    _Type.CRIM_PLEA,
    _Type.REG_NOTICE_OF_CONTEST,
}

# ask for an order, and are pending until something rules on them
MOTIONS: frozenset[str] = _of("mot") | {
    _Type.INIT_PETITION_COMPEL_ARBITRATION,
    _Type.INIT_PETITION_CONFIRM_AWARD,
    _Type.INIT_PETITION_VACATE_AWARD,
    _Type.RESP_DEMURRER,
    _Type.RESP_MOTION_TO_STRIKE,
    _Type.CRIM_MOTION_SUPPRESS,
    _Type.CRIM_MOTION_DISMISS,
    _Type.CRIM_MOTION_QUASH_INDICTMENT,
    _Type.BK_CLAIM_OBJECTION,
    _Type.ARB_CHALLENGE,
    _Type.ARB_REQUEST_JOINDER,
    _Type.ARB_APPLICATION_EMERGENCY,
    _Type.ARB_APPLICATION_INTERIM,
    _Type.ARB_MOTION_SUMMARY_DISPOSITION,
    _Type.ARB_PRELIMINARY_OBJECTION,
    _Type.ARB_REQUEST_BIFURCATION,
    _Type.ARB_APPLICATION_REVISION,
    _Type.EW_APPLICATION_NOTICE,
    _Type.EW_REQUEST_FOR_DEFAULT_JUDGMENT,
    _Type.ET_APPLICATION,
    _Type.ET_RECONSIDERATION,
}

# state the claims or charges of a case: of each family of versions one is operative
STATING: frozenset[str] = (PLEADINGS & INITIATING) - MOTIONS
AMENDED: frozenset[str] = frozenset(
    {
        _Type.INIT_AMENDED_COMPLAINT,
        _Type.ARB_AMENDED_DEMAND,
        _Type.CRIM_SUPERSEDING_INDICTMENT,
        _Type.CRIM_AMENDED_INFORMATION,
        _Type.EW_AMENDED_PARTICULARS_OF_CLAIM,
    }
)

# of which pleading each is a later version; what is not here is a family of its own
PLEADING_FAMILIES: dict[str, str] = {
    _Type.INIT_AMENDED_COMPLAINT: _Type.INIT_COMPLAINT,
    _Type.ARB_AMENDED_DEMAND: _Type.ARB_DEMAND,
    _Type.CRIM_SUPERSEDING_INDICTMENT: _Type.CRIM_INDICTMENT,
    _Type.CRIM_AMENDED_INFORMATION: _Type.CRIM_INFORMATION,
    _Type.EW_AMENDED_PARTICULARS_OF_CLAIM: _Type.EW_PARTICULARS_OF_CLAIM,
}

# name a motion only to say when it is heard, or that it was
HEARING_FILINGS: frozenset[str] = frozenset(
    {_Type.ORDER_NOTICE_OF_HEARING, _Type.ORDER_MINUTES, _Type.NOTICE_TRANSCRIPT}
)

# acts of a court, a tribunal or an agency's adjudicator: only these rule on a motion.
# A claim can also end without one, by a notice or stipulation of dismissal or a nolle prosequi.
COURT_ACTS: frozenset[str] = (_of("order", "judg") - {_Type.JUDG_NOTICE_OF_DISMISSAL, _Type.JUDG_SATISFACTION}) | {
    _Type.SVC_SUMMONS,
    _Type.PROB_LETTERS,
    _Type.PROB_ORDER_APPOINTING,
    _Type.CRIM_ARREST_WARRANT,
    _Type.CRIM_SEARCH_WARRANT,
    _Type.CRIM_INITIAL_APPEARANCE,
    _Type.CRIM_ARRAIGNMENT,
    _Type.CRIM_BAIL_ORDER,
    _Type.CRIM_BIND_OVER,
    _Type.CRIM_VERDICT,
    _Type.CRIM_JUDGMENT_AND_SENTENCE,
    _Type.CRIM_DISMISSAL,
    _Type.CRIM_DEFERRED_DISPOSITION,
    _Type.CRIM_PROBATION_ORDER,
    _Type.CRIM_EXPUNGEMENT_ORDER,
    _Type.REG_ALJ_DECISION,
    _Type.REG_FINAL_ORDER,
    _Type.ARB_TERMS_OF_REFERENCE,
    _Type.ARB_PROCEDURAL_ORDER,
    _Type.ARB_APPOINTMENT,
    _Type.ARB_EMERGENCY_ORDER,
    _Type.ARB_INTERIM_AWARD,
    _Type.ARB_PARTIAL_AWARD,
    _Type.ARB_FINAL_AWARD,
    _Type.ARB_CONSENT_AWARD,
    _Type.ARB_AWARD_CORRECTION,
    _Type.ARB_ADDITIONAL_AWARD,
    _Type.ARB_TERMINATION_ORDER,
    _Type.ARB_DECISION_ON_JURISDICTION,
    _Type.ARB_DECISION_ON_LIABILITY,
    _Type.ARB_PROVISIONAL_MEASURES,
    _Type.ARB_STAY_OF_ENFORCEMENT,
    _Type.ARB_DECISION_ON_ANNULMENT,
    _Type.EW_DIRECTIONS,
    _Type.EW_CONSENT_ORDER,
    _Type.EW_PERMISSION_TO_APPEAL,
    _Type.ET_CASE_MANAGEMENT_ORDER,
    _Type.ET_JUDGMENT,
    _Type.ET_WRITTEN_REASONS,
    _Type.INQ_OPENING,
    _Type.INQ_RULING,
    _Type.INQ_SUSPENSION,
    _Type.INQ_RESUMPTION,
    _Type.INQ_RECORD,
    _Type.INQ_PREVENTION_REPORT,
}
