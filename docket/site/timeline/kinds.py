"""Which filings and past hearings stand on a timeline: those that begin, turn or end a proceeding."""

from docket.choices import STATING, FilingType, HearingKind, filing_group

_Type = FilingType

DECISIONS: frozenset[str] = frozenset(v for v in FilingType.values if filing_group(v) == "judg") | {
    _Type.ORDER_COMPELLING_ARBITRATION,
    _Type.ORDER_STAYING,
    _Type.ORDER_LIFTING_STAY,
    _Type.ORDER_REMAND,
    _Type.ORDER_TRANSFER,
    _Type.ORDER_CONSOLIDATION,
    _Type.ORDER_INJUNCTION,
    _Type.ORDER_TRO,
    _Type.ORDER_OPINION,
    _Type.PROB_ORDER_APPOINTING,
    _Type.CRIM_BIND_OVER,
    _Type.CRIM_VERDICT,
    _Type.CRIM_JUDGMENT_AND_SENTENCE,
    _Type.CRIM_NOLLE_PROSEQUI,
    _Type.CRIM_DISMISSAL,
    _Type.CRIM_DEFERRED_DISPOSITION,
    _Type.CRIM_EXPUNGEMENT_ORDER,
    _Type.REG_ALJ_DECISION,
    _Type.REG_FINAL_ORDER,
    _Type.REG_SETTLEMENT_AGREEMENT,
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
    _Type.ARB_DECISION_ON_ANNULMENT,
    _Type.EW_CONSENT_ORDER,
    _Type.EW_PERMISSION_TO_APPEAL,
    _Type.EW_NOTICE_OF_DISCONTINUANCE,
    _Type.ET_JUDGMENT,
    _Type.INQ_OPENING,
    _Type.INQ_SUSPENSION,
    _Type.INQ_RESUMPTION,
    _Type.INQ_RECORD,
    _Type.INQ_PREVENTION_REPORT,
}
TURNS: frozenset[str] = (
    STATING
    | DECISIONS
    | {
        _Type.INIT_NOTICE_OF_REMOVAL,
        _Type.INIT_NOTICE_OF_APPEAL,
        _Type.EW_APPELLANTS_NOTICE,
        _Type.ET_NOTICE_OF_APPEAL,
        _Type.INIT_PETITION_COMPEL_ARBITRATION,
        _Type.INIT_PETITION_CONFIRM_AWARD,
        _Type.INIT_PETITION_VACATE_AWARD,
        _Type.NOTICE_BANKRUPTCY_STAY,
        _Type.STIP_STIPULATION_OF_DISMISSAL,
        _Type.STIP_NOTICE_OF_SETTLEMENT,
        _Type.CRIM_PLEA,
        _Type.REG_NOTICE_OF_CONTEST,
    }
)
TRIALS: list[str] = [
    HearingKind.JURY_TRIAL,
    HearingKind.BENCH_TRIAL,
    HearingKind.EVIDENTIARY_HEARING,
    HearingKind.ORAL_ARGUMENT,
    HearingKind.SENTENCING,
    HearingKind.ARBITRATION_HEARING,
    HearingKind.ADMINISTRATIVE_HEARING,
]
