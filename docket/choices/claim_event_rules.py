"""What each thing that can happen to a claim means for where the claim stands: a table."""

from dataclasses import dataclass
from enum import StrEnum

from .claim_events import ClaimEffect, ClaimEventKind
from .proceedings import CaseCategory

CIVIL = frozenset(
    {
        CaseCategory.CIVIL,
        CaseCategory.APPEAL,
        CaseCategory.BANKRUPTCY,
        CaseCategory.PROBATE,
        CaseCategory.DOMESTIC,
        CaseCategory.JUVENILE,
        CaseCategory.TRIBUNAL,
        CaseCategory.OTHER,
    }
)
ARBITRATION = frozenset({CaseCategory.ARBITRATION})
CRIMINAL = frozenset({CaseCategory.CRIMINAL, CaseCategory.APPEAL, CaseCategory.JUVENILE})
REGULATORY = frozenset({CaseCategory.REGULATORY, CaseCategory.ADMINISTRATIVE, CaseCategory.APPEAL})
DISPUTES = CIVIL | ARBITRATION
BANKRUPTCY = frozenset({CaseCategory.BANKRUPTCY})
TRIBUNAL = frozenset({CaseCategory.TRIBUNAL})
# a committee decides on an application to annul an award (ICSID Convention art. 52) as a court on a petition
PETITIONS = CIVIL | REGULATORY | ARBITRATION
ANY = CIVIL | ARBITRATION | CRIMINAL | REGULATORY | {CaseCategory.INVESTIGATION, CaseCategory.INQUEST}


class Beside(StrEnum):
    """What is said beside what stands; of each sort only the newest."""

    PLEADING = "pleading"
    SUBMISSION = "submission"
    PART_DECIDED = "part_decided"
    TRIAL = "trial"
    CLASS = "class"
    CLASS_SETTLEMENT = "class_settlement"
    OPTING_OUT = "opting_out"
    DEATH = "death"
    CORRECTION = "correction"
    REVIEW = "review"
    SENTENCE = "sentence"
    MERGER = "merger"
    ENHANCEMENT = "enhancement"
    REFILING = "refiling"
    PARDON = "pardon"
    CLASSIFICATION = "classification"
    FINALITY = "finality"
    ABATEMENT = "abatement"
    PAYMENT = "payment"
    AMENDMENT = "amendment"
    MODIFICATION = "modification"


@dataclass(frozen=True)
class ClaimEventRule:
    """What an event means. `status` is what the public reads; `categories` are where it can happen.

    beside: it is said after what stood, which stays (“convicted; sentenced”), and only what is newest of its sort;
    where nothing is decided, one of effect DISPOSED is the decision itself.
    """

    status: str
    effect: ClaimEffect
    categories: frozenset[CaseCategory]
    needs_prejudice: bool = False
    takes_response: bool = False
    takes_amount: bool = False
    beside: Beside | None = None
    takes_offense: bool = False
    takes_ground: bool = False


_OPEN, _ANSWERED, _STAYED = ClaimEffect.OPEN, ClaimEffect.ANSWERED, ClaimEffect.STAYED
_DISPOSED, _ON_APPEAL = ClaimEffect.DISPOSED, ClaimEffect.ON_APPEAL
_REOPENED, _NONE = ClaimEffect.REOPENED, ClaimEffect.NONE
_Kind, _Rule = ClaimEventKind, ClaimEventRule

_Beside = Beside

PLEAS_OF_GUILT = (_Kind.PLEA, _Kind.PLEADED_GUILTY, _Kind.PLEADED_NO_CONTEST, _Kind.PLEADED_ALFORD)
# these say that somebody was convicted, or follow only from a conviction
CONVICTIONS = (
    *(*PLEAS_OF_GUILT, _Kind.CONVICTED, _Kind.CONVICTED_LESSER, _Kind.SENTENCED, _Kind.SENTENCE_VACATED),
    *(_Kind.REMANDED_RESENTENCING, _Kind.COMMUTED, _Kind.SENTENCE_ENHANCED, _Kind.COUNT_MERGED),
)

# A vacated award ends the arbitral claim as it stands: a rehearing, if ordered, is its own event (reopened).
CLAIM_EVENT_RULES: dict[str, ClaimEventRule] = {
    _Kind.ASSERTED: _Rule("pleaded, no answer in this record", _OPEN, ANY, takes_amount=True),
    _Kind.AMENDED: _Rule("re-pleaded in an amended pleading", _NONE, ANY, takes_amount=True, beside=_Beside.PLEADING),
    _Kind.SERVED: _Rule("served, no answer in this record", _OPEN, ANY),
    _Kind.SERVICE_WAIVED: _Rule("service waived, no answer in this record", _OPEN, DISPUTES),
    _Kind.ANSWERED: _Rule("answered", _ANSWERED, DISPUTES | REGULATORY, takes_response=True),
    _Kind.MOVED_AGAINST: _Rule("challenged by motion", _NONE, ANY),
    _Kind.MOTION_DENIED: _Rule("motion against it denied", _NONE, ANY),
    _Kind.DEFAULTED: _Rule("default entered", _OPEN, CIVIL),
    _Kind.DEFAULT_SET_ASIDE: _Rule("pending, default set aside", _OPEN, CIVIL),
    _Kind.SUBMITTED: _Rule("submitted for decision", _NONE, ANY, beside=_Beside.SUBMISSION),
    _Kind.MISTRIAL: _Rule("pending after a mistrial", _REOPENED, CIVIL | CRIMINAL),
    _Kind.HUNG_JURY: _Rule("pending, the jury could not agree", _REOPENED, CIVIL | CRIMINAL),
    _Kind.LIABILITY_DECIDED: _Rule(
        "liability decided, relief to be decided", _NONE, DISPUTES, beside=_Beside.PART_DECIDED, takes_ground=True
    ),
    _Kind.CLASS_CERTIFIED: _Rule("class certified", _NONE, CIVIL, beside=_Beside.CLASS),
    _Kind.CLASS_DECERTIFIED: _Rule("class decertified", _NONE, CIVIL, beside=_Beside.CLASS),
    _Kind.CLASS_SETTLEMENT_PRELIMINARY: _Rule(
        "class settlement approved preliminarily", _NONE, CIVIL, takes_amount=True, beside=_Beside.CLASS_SETTLEMENT
    ),
    _Kind.CLASS_SETTLEMENT_FINAL: _Rule(
        "class settlement approved", _DISPOSED, CIVIL, takes_amount=True, beside=_Beside.CLASS_SETTLEMENT
    ),
    _Kind.OPTED_OUT: _Rule("opt-out from the class noted", _NONE, CIVIL, beside=_Beside.OPTING_OUT),
    _Kind.PARTY_DIED: _Rule("death of a party noted", _NONE, ANY, beside=_Beside.DEATH),
    _Kind.STAYED: _Rule("stayed", _STAYED, ANY),
    _Kind.COMPELLED_TO_ARBITRATION: _Rule("compelled to arbitration", _STAYED, CIVIL),
    _Kind.STAYED_PENDING_ARBITRATION: _Rule("stayed pending arbitration", _STAYED, CIVIL),
    _Kind.STAYED_BANKRUPTCY: _Rule("stayed by bankruptcy", _STAYED, DISPUTES),
    _Kind.HELD_IN_ABEYANCE: _Rule("held in abeyance", _STAYED, ANY),
    _Kind.STAY_LIFTED: _Rule("pending, stay lifted", _OPEN, ANY),
    _Kind.VOLUNTARILY_DISMISSED: _Rule("voluntarily dismissed", _DISPOSED, DISPUTES, needs_prejudice=True),
    _Kind.DISMISSED_MOTION: _Rule("dismissed on motion", _DISPOSED, DISPUTES | REGULATORY, needs_prejudice=True),
    _Kind.DISMISSED_WANT_OF_PROSECUTION: _Rule(
        "dismissed for want of prosecution", _DISPOSED, DISPUTES, needs_prejudice=True
    ),
    _Kind.DISMISSED_STIPULATED: _Rule("dismissed by stipulation", _DISPOSED, DISPUTES, needs_prejudice=True),
    # without a finding or a word on whether it may be brought again: CPR 38; Prosecution of Offences Act 1985, s. 23
    _Kind.DISCONTINUED: _Rule("discontinued", _DISPOSED, DISPUTES | CRIMINAL),
    _Kind.SETTLED: _Rule("settled", _DISPOSED, DISPUTES | REGULATORY, needs_prejudice=True, takes_amount=True),
    _Kind.SUMMARY_JUDGMENT: _Rule(
        "summary judgment", _DISPOSED, DISPUTES | REGULATORY, takes_amount=True, takes_ground=True
    ),
    _Kind.JUDGMENT_ON_PLEADINGS: _Rule(
        "judgment on the pleadings", _DISPOSED, CIVIL, takes_amount=True, takes_ground=True
    ),
    _Kind.JMOL_DIRECTED_VERDICT: _Rule(
        "judgment as a matter of law", _DISPOSED, CIVIL, takes_amount=True, takes_ground=True
    ),
    _Kind.VERDICT: _Rule("decided by jury verdict", _DISPOSED, CIVIL, takes_amount=True, takes_ground=True),
    _Kind.BENCH_JUDGMENT: _Rule("decided after bench trial", _DISPOSED, CIVIL, takes_amount=True, takes_ground=True),
    _Kind.DEFAULT_JUDGMENT: _Rule("judgment by default", _DISPOSED, CIVIL, takes_amount=True, takes_ground=True),
    _Kind.CONSENT_JUDGMENT: _Rule("judgment by consent", _DISPOSED, CIVIL, takes_amount=True),
    _Kind.DECLARED: _Rule("declaratory judgment", _DISPOSED, CIVIL, takes_ground=True),
    _Kind.TRANSFER_AVOIDED: _Rule("transfer avoided", _DISPOSED, CIVIL, takes_amount=True),
    _Kind.PETITION_GRANTED: _Rule("petition granted", _DISPOSED, PETITIONS),
    _Kind.PETITION_GRANTED_IN_PART: _Rule("petition granted in part", _DISPOSED, PETITIONS),
    _Kind.PETITION_DENIED: _Rule("petition denied", _DISPOSED, PETITIONS),
    _Kind.CLAIM_UPHELD: _Rule("upheld by the tribunal", _DISPOSED, TRIBUNAL, takes_amount=True),
    _Kind.CLAIM_NOT_UPHELD: _Rule("not upheld by the tribunal", _DISPOSED, TRIBUNAL),
    _Kind.JURISDICTION_DECLINED: _Rule("jurisdiction declined", _DISPOSED, DISPUTES),
    _Kind.STRUCK_OUT: _Rule("struck out", _DISPOSED, DISPUTES, takes_ground=True),
    _Kind.ENDED_BY_DEATH: _Rule("ended by the death of a party", _DISPOSED, ANY),
    _Kind.WITHDRAWN: _Rule("withdrawn", _DISPOSED, ANY),
    _Kind.SUPERSEDED: _Rule("not re-pleaded in the operative pleading", _DISPOSED, ANY),
    _Kind.MERGED: _Rule("merged into another claim", _DISPOSED, ANY),
    _Kind.MOOT: _Rule("moot", _DISPOSED, ANY),
    _Kind.REMOVED: _Rule("removed to federal court", _DISPOSED, CIVIL | CRIMINAL),
    _Kind.REMANDED: _Rule("remanded to the court it came from", _DISPOSED, ANY),
    _Kind.TRANSFERRED: _Rule("transferred to another forum", _DISPOSED, ANY),
    _Kind.SEVERED: _Rule("severed into another case", _DISPOSED, ANY),
    _Kind.CONSOLIDATED: _Rule("consolidated into another case", _DISPOSED, ANY),
    _Kind.INTERIM_AWARD: _Rule(
        "interim or partial award made", _NONE, ARBITRATION, takes_amount=True, beside=_Beside.PART_DECIDED
    ),
    _Kind.AWARD: _Rule("decided by award", _DISPOSED, ARBITRATION, takes_amount=True, takes_ground=True),
    _Kind.CONSENT_AWARD: _Rule("award on agreed terms", _DISPOSED, ARBITRATION, takes_amount=True),
    _Kind.AWARD_CORRECTED: _Rule(
        "award corrected", _DISPOSED, ARBITRATION, takes_amount=True, beside=_Beside.CORRECTION
    ),
    _Kind.CONFIRMED: _Rule("award confirmed by a court", _DISPOSED, DISPUTES, takes_amount=True, beside=_Beside.REVIEW),
    _Kind.VACATED_AWARD: _Rule("award vacated by a court", _DISPOSED, DISPUTES),
    _Kind.VACATED_AWARD_IN_PART: _Rule("award vacated in part by a court", _DISPOSED, DISPUTES, beside=_Beside.REVIEW),
    _Kind.ANNULLED_AWARD: _Rule("award annulled by a committee", _DISPOSED, DISPUTES),
    _Kind.ANNULLED_AWARD_IN_PART: _Rule(
        "award annulled in part by a committee", _DISPOSED, DISPUTES, beside=_Beside.REVIEW
    ),
    _Kind.ARBITRATION_TERMINATED: _Rule("arbitration terminated without award", _DISPOSED, ARBITRATION),
    _Kind.CHARGED: _Rule("charged, not decided", _OPEN, CRIMINAL),
    _Kind.ARRAIGNED: _Rule("charged and arraigned, not decided", _OPEN, CRIMINAL),
    _Kind.PLEADED_NOT_GUILTY: _Rule("not-guilty plea entered, not decided", _OPEN, CRIMINAL),
    _Kind.BOUND_OVER: _Rule("bound over for trial", _NONE, CRIMINAL, beside=_Beside.TRIAL),
    _Kind.PLEA: _Rule("guilty or no-contest plea entered", _DISPOSED, CRIMINAL, takes_offense=True),
    _Kind.PLEADED_GUILTY: _Rule("guilty plea entered", _DISPOSED, CRIMINAL, takes_offense=True),
    _Kind.PLEADED_NO_CONTEST: _Rule("no-contest plea entered", _DISPOSED, CRIMINAL, takes_offense=True),
    _Kind.PLEADED_ALFORD: _Rule("Alford plea entered", _DISPOSED, CRIMINAL, takes_offense=True),
    _Kind.INCOMPETENT: _Rule("found incompetent to stand trial, not decided", _STAYED, CRIMINAL),
    _Kind.NOT_GUILTY_INSANITY: _Rule("not guilty by reason of insanity", _DISPOSED, CRIMINAL),
    _Kind.CONVICTED_LESSER: _Rule("convicted of a lesser offense", _DISPOSED, CRIMINAL, takes_offense=True),
    _Kind.ACQUITTED: _Rule("acquitted", _DISPOSED, CRIMINAL),
    _Kind.CONVICTED: _Rule("convicted", _DISPOSED, CRIMINAL),
    _Kind.SENTENCED: _Rule(
        "sentenced", _DISPOSED, CRIMINAL, takes_amount=True, beside=_Beside.SENTENCE, takes_offense=True
    ),
    _Kind.NOLLE_PROSEQUI: _Rule("dropped by the prosecution", _DISPOSED, CRIMINAL, needs_prejudice=True),
    _Kind.DISMISSED_CRIMINAL: _Rule("charge dismissed", _DISPOSED, CRIMINAL, needs_prejudice=True),
    _Kind.LIES_ON_FILE: _Rule("left to lie on the file, without a verdict", _DISPOSED, CRIMINAL),
    _Kind.DEFERRED: _Rule("deferred on conditions", _STAYED, CRIMINAL),
    _Kind.PROSECUTION_DEFERRED: _Rule("prosecution deferred by agreement", _STAYED, CRIMINAL),
    _Kind.DEFERRAL_COMPLETED: _Rule("charge dismissed after the deferral was completed", _DISPOSED, CRIMINAL),
    _Kind.DEFERRAL_ENDED: _Rule("charged, deferral ended, not decided", _OPEN, CRIMINAL),
    _Kind.COUNT_MERGED: _Rule("merged into another count", _DISPOSED, CRIMINAL, beside=_Beside.MERGER),
    _Kind.SENTENCE_ENHANCED: _Rule("sentence enhanced", _DISPOSED, CRIMINAL, beside=_Beside.ENHANCEMENT),
    _Kind.CHARGE_REFILED: _Rule("charge refiled", _NONE, CRIMINAL, beside=_Beside.REFILING),
    _Kind.PARDONED: _Rule("pardoned", _DISPOSED, CRIMINAL, beside=_Beside.PARDON),
    _Kind.COMMUTED: _Rule("sentence commuted", _DISPOSED, CRIMINAL, beside=_Beside.SENTENCE),
    _Kind.CITED: _Rule("cited, not decided", _OPEN, REGULATORY, takes_amount=True),
    _Kind.CONTESTED: _Rule("contested", _ANSWERED, REGULATORY, takes_response=True),
    _Kind.CITATION_AFFIRMED: _Rule("citation affirmed", _DISPOSED, REGULATORY, takes_amount=True),
    _Kind.CITATION_MODIFIED: _Rule("citation modified", _DISPOSED, REGULATORY, takes_amount=True),
    _Kind.CITATION_RECLASSIFIED: _Rule(
        "citation reclassified", _NONE, REGULATORY, takes_amount=True, beside=_Beside.CLASSIFICATION
    ),
    _Kind.CITATION_VACATED: _Rule("citation vacated", _DISPOSED, REGULATORY),
    _Kind.FINAL_ORDER: _Rule("became a final order", _DISPOSED, REGULATORY, takes_amount=True, beside=_Beside.FINALITY),
    _Kind.ABATED: _Rule("abatement certified", _NONE, REGULATORY, beside=_Beside.ABATEMENT),
    _Kind.PENALTY_PAID: _Rule("penalty paid", _NONE, REGULATORY, takes_amount=True, beside=_Beside.PAYMENT),
    _Kind.CLAIM_ALLOWED: _Rule("claim allowed", _DISPOSED, BANKRUPTCY, takes_amount=True),
    _Kind.CLAIM_DISALLOWED: _Rule("claim disallowed", _DISPOSED, BANKRUPTCY),
    _Kind.CLAIM_WITHDRAWN: _Rule("proof of claim withdrawn", _DISPOSED, BANKRUPTCY),
    _Kind.DISCHARGE_GRANTED: _Rule("discharge granted", _DISPOSED, BANKRUPTCY),
    _Kind.DISCHARGE_DENIED: _Rule("discharge denied", _DISPOSED, BANKRUPTCY),
    _Kind.JUDGMENT_AMENDED: _Rule("judgment amended", _DISPOSED, ANY, takes_amount=True, beside=_Beside.AMENDMENT),
    _Kind.RULE_54B_CERTIFIED: _Rule("decision certified as final", _DISPOSED, CIVIL, beside=_Beside.FINALITY),
    _Kind.SATISFIED: _Rule("judgment satisfied", _DISPOSED, DISPUTES, takes_amount=True, beside=_Beside.PAYMENT),
    _Kind.NEW_TRIAL_GRANTED: _Rule("pending, new trial granted", _REOPENED, CIVIL | CRIMINAL),
    _Kind.REOPENED: _Rule("reopened", _REOPENED, ANY),
    _Kind.APPEALED: _Rule("on appeal", _ON_APPEAL, ANY),
    _Kind.APPEAL_DISMISSED: _Rule("decided, appeal dismissed", _DISPOSED, ANY),
    _Kind.APPEAL_WITHDRAWN: _Rule("decided, appeal withdrawn", _DISPOSED, ANY),
    _Kind.PERMISSION_REFUSED: _Rule("decided, permission to appeal refused", _DISPOSED, ANY),
    _Kind.CERTIORARI_DENIED: _Rule("decided, certiorari denied", _DISPOSED, ANY),
    _Kind.AFFIRMED: _Rule("decided, affirmed on appeal", _DISPOSED, ANY, takes_amount=True),
    _Kind.MODIFIED_ON_APPEAL: _Rule(
        "decided, modified on appeal", _DISPOSED, ANY, takes_amount=True, beside=_Beside.MODIFICATION
    ),
    _Kind.REVERSED: _Rule("decision reversed on appeal", _REOPENED, ANY),
    _Kind.REVERSED_RENDERED: _Rule(
        "decided on appeal, reversed and rendered", _DISPOSED, ANY, takes_amount=True, takes_ground=True
    ),
    _Kind.ACQUITTAL_DIRECTED: _Rule("acquitted on appeal", _DISPOSED, CRIMINAL),
    _Kind.REMANDED_NEW_TRIAL: _Rule("pending, sent back for a new trial", _REOPENED, ANY),
    _Kind.SENTENCE_VACATED: _Rule("sentence vacated on appeal", _DISPOSED, CRIMINAL, beside=_Beside.SENTENCE),
    _Kind.REMANDED_RESENTENCING: _Rule("to be resentenced", _DISPOSED, CRIMINAL, beside=_Beside.SENTENCE),
    _Kind.VACATED: _Rule("decision vacated", _REOPENED, ANY),
    _Kind.REMANDED_ON_APPEAL: _Rule("pending, sent back on appeal", _REOPENED, ANY),
    _Kind.OTHER: _Rule("updated", _NONE, ANY),
}
