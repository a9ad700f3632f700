"""What a filing can do to a claim besides pleading and answering it, in groups; what each type most likely does."""

from __future__ import annotations

from docket.choices import CLAIM_EVENT_RULES, CaseCategory, ClaimEventKind, FilingType
from docket.models.claims import CROSS_CASE_CLAIM_EVENTS

_E, _F = ClaimEventKind, FilingType
Groups = list[tuple[str, list[tuple[str, str]]]]

# by what comes up most; the vocabulary's order within
GROUPS: dict[str, tuple[ClaimEventKind, ...]] = {
    "Dismissed or ended": (
        *(_E.DISMISSED_MOTION, _E.VOLUNTARILY_DISMISSED, _E.DISMISSED_STIPULATED, _E.DISMISSED_WANT_OF_PROSECUTION),
        *(_E.SETTLED, _E.WITHDRAWN, _E.MOOT, _E.MERGED, _E.SUPERSEDED),
    ),
    "Decided": (
        *(_E.SUMMARY_JUDGMENT, _E.JUDGMENT_ON_PLEADINGS, _E.JMOL_DIRECTED_VERDICT, _E.VERDICT, _E.BENCH_JUDGMENT),
        *(_E.DEFAULT_JUDGMENT, _E.CONSENT_JUDGMENT),
    ),
    "Stayed": (
        *(_E.STAYED, _E.STAYED_PENDING_ARBITRATION, _E.COMPELLED_TO_ARBITRATION, _E.STAYED_BANKRUPTCY),
        *(_E.HELD_IN_ABEYANCE, _E.STAY_LIFTED),
    ),
    "Default": (_E.DEFAULTED, _E.DEFAULT_SET_ASIDE),
    "Award": (
        *(_E.AWARD, _E.INTERIM_AWARD, _E.CONSENT_AWARD, _E.AWARD_CORRECTED, _E.ARBITRATION_TERMINATED),
        *(_E.CONFIRMED, _E.VACATED_AWARD),
    ),
    "Criminal": (
        *(_E.ARRAIGNED, _E.PLEADED_NOT_GUILTY, _E.PLEA, _E.BOUND_OVER, _E.ACQUITTED, _E.CONVICTED, _E.SENTENCED),
        *(_E.NOLLE_PROSEQUI, _E.DISMISSED_CRIMINAL, _E.DEFERRED),
    ),
    "Citation": (
        *(_E.CITATION_AFFIRMED, _E.CITATION_MODIFIED, _E.CITATION_VACATED, _E.FINAL_ORDER, _E.ABATED),
        _E.PENALTY_PAID,
    ),
    "On the way": (
        *(_E.SERVED, _E.SERVICE_WAIVED, _E.MOVED_AGAINST, _E.MOTION_DENIED, _E.SUBMITTED, _E.MISTRIAL),
        _E.RULE_54B_CERTIFIED,
    ),
    "Moved elsewhere": (_E.REMOVED, _E.REMANDED, _E.TRANSFERRED, _E.SEVERED, _E.CONSOLIDATED),
    "Afterwards": (
        *(_E.JUDGMENT_AMENDED, _E.SATISFIED, _E.NEW_TRIAL_GRANTED, _E.REOPENED, _E.APPEALED, _E.APPEAL_DISMISSED),
        *(_E.AFFIRMED, _E.MODIFIED_ON_APPEAL, _E.REVERSED, _E.VACATED, _E.REMANDED_ON_APPEAL),
    ),
    "Other": (_E.OTHER,),
}
# these happen to what has ended: “all” ticks the claims that have
OF_WHAT_ENDED = frozenset(GROUPS["Afterwards"]) | {
    *(_E.AWARD_CORRECTED, _E.CONFIRMED, _E.VACATED_AWARD, _E.SENTENCED, _E.FINAL_ORDER, _E.ABATED, _E.PENALTY_PAID),
    _E.RULE_54B_CERTIFIED,
}

LIKELY: dict[str, ClaimEventKind] = {
    _F.SVC_PROOF_OF_SERVICE: _E.SERVED,
    _F.SVC_ACKNOWLEDGMENT_OF_RECEIPT: _E.SERVED,
    _F.SVC_SUBSTITUTED_SERVICE: _E.SERVED,
    _F.SVC_WAIVER_OF_SERVICE: _E.SERVICE_WAIVED,
    _F.RESP_DEMURRER: _E.MOVED_AGAINST,
    _F.MOT_DISMISS: _E.MOVED_AGAINST,
    _F.MOT_SUMMARY_JUDGMENT: _E.MOVED_AGAINST,
    _F.STIP_STIPULATION_OF_DISMISSAL: _E.DISMISSED_STIPULATED,
    _F.STIP_NOTICE_OF_SETTLEMENT: _E.SETTLED,
    _F.ORDER_COMPELLING_ARBITRATION: _E.COMPELLED_TO_ARBITRATION,
    _F.ORDER_STAYING: _E.STAYED,
    _F.ORDER_LIFTING_STAY: _E.STAY_LIFTED,
    _F.ORDER_REMAND: _E.REMANDED,
    _F.ORDER_TRANSFER: _E.TRANSFERRED,
    _F.ORDER_CONSOLIDATION: _E.CONSOLIDATED,
    _F.NOTICE_BANKRUPTCY_STAY: _E.STAYED_BANKRUPTCY,
    _F.JUDG_ENTRY_OF_DEFAULT: _E.DEFAULTED,
    _F.JUDG_DEFAULT_JUDGMENT: _E.DEFAULT_JUDGMENT,
    _F.JUDG_CONSENT_JUDGMENT: _E.CONSENT_JUDGMENT,
    _F.JUDG_SUMMARY_JUDGMENT: _E.SUMMARY_JUDGMENT,
    _F.JUDG_VERDICT: _E.VERDICT,
    _F.JUDG_FINDINGS: _E.BENCH_JUDGMENT,
    _F.JUDG_AMENDED_JUDGMENT: _E.JUDGMENT_AMENDED,
    _F.JUDG_ORDER_OF_DISMISSAL: _E.DISMISSED_MOTION,
    _F.JUDG_NOTICE_OF_DISMISSAL: _E.VOLUNTARILY_DISMISSED,
    _F.JUDG_SATISFACTION: _E.SATISFIED,
    _F.INIT_NOTICE_OF_REMOVAL: _E.REMOVED,
    _F.INIT_NOTICE_OF_APPEAL: _E.APPEALED,
    _F.CRIM_ARRAIGNMENT: _E.ARRAIGNED,
    _F.CRIM_BIND_OVER: _E.BOUND_OVER,
    _F.CRIM_JUDGMENT_AND_SENTENCE: _E.SENTENCED,
    _F.CRIM_NOLLE_PROSEQUI: _E.NOLLE_PROSEQUI,
    _F.CRIM_DISMISSAL: _E.DISMISSED_CRIMINAL,
    _F.CRIM_DEFERRED_DISPOSITION: _E.DEFERRED,
    _F.REG_FINAL_ORDER: _E.FINAL_ORDER,
    _F.REG_SETTLEMENT_AGREEMENT: _E.SETTLED,
    _F.REG_ABATEMENT_CERTIFICATION: _E.ABATED,
    _F.REG_PENALTY_PAYMENT: _E.PENALTY_PAID,
    _F.ARB_INTERIM_AWARD: _E.INTERIM_AWARD,
    _F.ARB_PARTIAL_AWARD: _E.INTERIM_AWARD,
    _F.ARB_FINAL_AWARD: _E.AWARD,
    _F.ARB_CONSENT_AWARD: _E.CONSENT_AWARD,
    _F.ARB_AWARD_CORRECTION: _E.AWARD_CORRECTED,
    _F.ARB_TERMINATION_ORDER: _E.ARBITRATION_TERMINATED,
}


def possible(category: str, crossing: bool) -> Groups:
    """What can happen to a claim of such a proceeding, grouped; `crossing`: by a filing of another one."""
    found = []
    for name, kinds in GROUPS.items():
        fitting = [kind for kind in kinds if CaseCategory(category) in CLAIM_EVENT_RULES[kind].categories]
        fitting = [kind for kind in fitting if not crossing or kind in CROSS_CASE_CLAIM_EVENTS]
        if fitting:
            found.append((name, [(kind.value, str(kind.label)) for kind in fitting]))
    return found


def likely(filing_type: str, groups: Groups) -> str:
    """What a type of filing most likely does, where it can."""
    kind = LIKELY.get(filing_type)
    return kind.value if kind and any(kind.value == value for _, kinds in groups for value, _ in kinds) else ""
