"""Which filings start which periods, from which of their dates, and for whom: a table to be reviewed by a lawyer."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from docket.choices import ANSWERING, MOTIONS, CaseCategory, FilingType, HearingKind, RulingOutcome, filing_group
from docket.law.deadlines.periods import Trigger

F, T = FilingType, Trigger
SERVED, FILED = ("date_served",), ("date_filed",)
SERVED_OR_FILED = ("date_served", "date_filed")  # through the court's electronic filing the two are one
ENTERED = ("date_entered", "date_filed")


class Whom(StrEnum):
    """Whose time runs, as far as the filing tells."""

    SERVED = "served"  # the party that was served
    AGAINST = "against"  # against whom the filing's claims are made
    FILERS = "filers"  # who filed it
    OTHER_END = "other_end"  # who filed what it answers, opposes or rules on
    ALL = "all"  # everyone, or not told by the filing


@dataclass(frozen=True)
class Start:
    """dates: the filing's date columns, of which the first known to the day counts.

    rules_on: only of a filing that rules on one of these types, with one of `OPEN_AGAIN`.
    """

    trigger: Trigger
    dates: tuple[str, ...]
    whom: Whom
    rules_on: frozenset[str] = frozenset()


# Motions that put off the answer (FRCP 12(a)(4)), and the rulings after which its time runs again.
RULE_12 = frozenset({F.MOT_DISMISS, F.MOT_MORE_DEFINITE_STATEMENT, F.MOT_STRIKE})
OPEN_AGAIN = frozenset(
    {
        RulingOutcome.DENIED,
        RulingOutcome.GRANTED_IN_PART,
        RulingOutcome.DENIED_AS_MOOT,
        RulingOutcome.DENIED_WITHOUT_PREJUDICE,
        RulingOutcome.DEFERRED,
    }
)

_service = (
    Start(T.SUMMONS_SERVED, SERVED, Whom.SERVED),
    Start(T.REMOVABLE_PLEADING_RECEIVED, SERVED, Whom.SERVED),
)
_own_pleading = (
    Start(T.RESPONSE_SERVED, SERVED_OR_FILED, Whom.OTHER_END),
    Start(T.ANSWER_SERVED_BY_PARTY, SERVED_OR_FILED, Whom.FILERS),
    Start(T.PLEADING_SERVED_BY_PARTY, SERVED_OR_FILED, Whom.FILERS),
    Start(T.LAST_PLEADING_SERVED, SERVED_OR_FILED, Whom.ALL),
)
_motion = (Start(T.MOTION_SERVED, SERVED_OR_FILED, Whom.ALL),)
_opposition = (Start(T.OPPOSITION_SERVED, SERVED_OR_FILED, Whom.OTHER_END),)
_counterclaim = (Start(T.COUNTERCLAIM_SERVED, SERVED_OR_FILED, Whom.AGAINST),)
_judgment = (Start(T.JUDGMENT_ENTERED, ENTERED, Whom.ALL),)
_order = (Start(T.RULE_12_MOTION_DECIDED, ENTERED, Whom.OTHER_END, rules_on=RULE_12),)
_award = (
    Start(T.AWARD_MADE, FILED, Whom.ALL),
    Start(T.AWARD_DELIVERED, SERVED_OR_FILED, Whom.ALL),
)
_arbitral_counterclaim = (Start(T.ARBITRATION_COUNTERCLAIM_RECEIVED, SERVED_OR_FILED, Whom.AGAINST),)


def _each(types: Iterable[str], starts: tuple[Start, ...]) -> dict[str, tuple[Start, ...]]:
    return {str(filing_type): starts for filing_type in types}


STARTS: dict[str, tuple[Start, ...]] = (
    _each((t for t in ANSWERING if filing_group(t) == "resp"), _own_pleading)
    | _each((t for t in MOTIONS if filing_group(t) == "mot"), _motion)
    | _each(RULE_12, (*_motion, Start(T.RESPONSE_SERVED, SERVED_OR_FILED, Whom.OTHER_END)))
    | _each((F.INIT_COUNTERCLAIM, F.INIT_CROSSCLAIM), _counterclaim)
    | _each((F.RESP_ANSWER_AND_COUNTERCLAIM,), (*_own_pleading, *_counterclaim))
    | _each((F.BRIEF_OPPOSITION, F.BRIEF_RESPONSE), _opposition)
    | _each(
        (
            F.JUDG_JUDGMENT,
            F.JUDG_AMENDED_JUDGMENT,
            F.JUDG_DEFAULT_JUDGMENT,
            F.JUDG_CONSENT_JUDGMENT,
            F.JUDG_SUMMARY_JUDGMENT,
            F.JUDG_ORDER_OF_DISMISSAL,
        ),
        _judgment,
    )
    | _each((F.ORDER_ORDER, F.ORDER_MINUTE_ORDER, F.ORDER_OPINION), _order)
    | _each((F.SVC_PROOF_OF_SERVICE, F.SVC_ACKNOWLEDGMENT_OF_RECEIPT), _service)
    | _each((F.ARB_FINAL_AWARD, F.ARB_CONSENT_AWARD), _award)
    | _each((F.ARB_COUNTERCLAIM, F.ARB_ANSWER_AND_COUNTERCLAIM), _arbitral_counterclaim)
    | {
        F.INIT_COMPLAINT: (
            Start(T.COMPLAINT_FILED, FILED, Whom.FILERS),
            Start(T.SUMMONS_SERVED, SERVED, Whom.AGAINST),
            Start(T.REMOVABLE_PLEADING_RECEIVED, SERVED, Whom.AGAINST),
        ),
        F.INIT_THIRD_PARTY_COMPLAINT: (Start(T.SUMMONS_SERVED, SERVED, Whom.AGAINST),),
        F.INIT_AMENDED_COMPLAINT: (Start(T.AMENDED_PLEADING_SERVED, SERVED_OR_FILED, Whom.AGAINST),),
        F.INIT_BANKRUPTCY_PETITION: (Start(T.BANKRUPTCY_PETITION_FILED, FILED, Whom.ALL),),
        F.INIT_PETITION_CERTIORARI: (Start(T.PETITION_DOCKETED, ("date_entered",), Whom.ALL),),
        F.INIT_NOTICE_OF_REMOVAL: (Start(T.NOTICE_OF_REMOVAL_FILED, FILED, Whom.ALL),),
        # the day of the mailing
        F.SVC_SUBSTITUTED_SERVICE: (Start(T.SUMMONS_MAILED, SERVED, Whom.SERVED),),
        # the day on which the request was sent
        F.SVC_WAIVER_OF_SERVICE: (Start(T.WAIVER_REQUEST_SENT, SERVED, Whom.SERVED),),
        F.REG_CITATION: (Start(T.CITATION_RECEIVED, SERVED, Whom.AGAINST),),
        F.ARB_DEMAND: (
            Start(T.ARBITRATION_NOTICE_SENT, SERVED_OR_FILED, Whom.AGAINST),
            Start(T.ARBITRATION_CLAIM_SERVED, SERVED_OR_FILED, Whom.AGAINST),
            Start(T.ARBITRATION_REQUEST_RECEIVED, SERVED_OR_FILED, Whom.AGAINST),
            Start(T.ARBITRATION_COMMENCED, FILED, Whom.AGAINST),
        ),
    }
)

# Hearings before which filings are due.
HEARINGS_ON_MOTIONS = frozenset({HearingKind.MOTION_HEARING, HearingKind.ORAL_ARGUMENT})

# The periods held are those of civil procedure, arbitration and one agency.
NOT_COUNTED = frozenset(
    {
        CaseCategory.CRIMINAL,
        CaseCategory.JUVENILE,
        CaseCategory.BANKRUPTCY,
        CaseCategory.APPEAL,
        CaseCategory.INVESTIGATION,
        CaseCategory.INQUEST,
    }
)
