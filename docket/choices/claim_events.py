"""What can happen to a claim against a party, and what each happening means for where the claim stands."""

from dataclasses import dataclass

from django.db.models import TextChoices

from .proceedings import CaseCategory


class ClaimEffect(TextChoices):
    """Where a claim stands after an event; NONE leaves it where it stood."""

    OPEN = "open", "Pending"
    ANSWERED = "answered", "Pending, answered"
    STAYED = "stayed", "Stayed"
    DISPOSED = "disposed", "Decided or ended"
    ON_APPEAL = "on_appeal", "On appeal"
    REOPENED = "reopened", "Reopened"
    NONE = "none", "No change"


class ClaimEventKind(TextChoices):
    """A dated update on one claim against one party. The status of a claim is derived from these."""

    # bringing and answering
    ASSERTED = "asserted", "Claim asserted"
    AMENDED = "amended", "Re-pleaded in an amended pleading"
    SERVED = "served", "Served"
    SERVICE_WAIVED = "service_waived", "Service waived"
    ANSWERED = "answered", "Answered"
    MOVED_AGAINST = "moved_against", "Motion made against it"
    MOTION_DENIED = "motion_denied", "Motion against it denied"
    DEFAULTED = "defaulted", "Default entered"
    DEFAULT_SET_ASIDE = "default_set_aside", "Default set aside"
    SUBMITTED = "submitted", "Submitted for decision"
    MISTRIAL = "mistrial", "Mistrial"
    # staying
    STAYED = "stayed", "Stayed"
    COMPELLED_TO_ARBITRATION = "compelled_to_arbitration", "Compelled to arbitration"
    STAYED_PENDING_ARBITRATION = "stayed_pending_arbitration", "Stayed pending arbitration"
    STAYED_BANKRUPTCY = "stayed_bankruptcy", "Stayed by bankruptcy"
    HELD_IN_ABEYANCE = "held_in_abeyance", "Held in abeyance"
    STAY_LIFTED = "stay_lifted", "Stay lifted"
    # ending
    VOLUNTARILY_DISMISSED = "voluntarily_dismissed", "Voluntarily dismissed"
    DISMISSED_MOTION = "dismissed_motion", "Dismissed on motion"
    DISMISSED_WANT_OF_PROSECUTION = "dismissed_want_of_prosecution", "Dismissed for want of prosecution"
    DISMISSED_STIPULATED = "dismissed_stipulated", "Dismissed by stipulation"
    SETTLED = "settled", "Settled"
    SUMMARY_JUDGMENT = "summary_judgment", "Summary judgment"
    JUDGMENT_ON_PLEADINGS = "judgment_on_pleadings", "Judgment on the pleadings"
    JMOL_DIRECTED_VERDICT = "jmol_directed_verdict", "Judgment as a matter of law"
    VERDICT = "verdict", "Jury verdict"
    BENCH_JUDGMENT = "bench_judgment", "Judgment after bench trial"
    DEFAULT_JUDGMENT = "default_judgment", "Default judgment"
    CONSENT_JUDGMENT = "consent_judgment", "Consent judgment"
    WITHDRAWN = "withdrawn", "Withdrawn or abandoned"
    SUPERSEDED = "superseded", "Not re-pleaded"
    MERGED = "merged", "Merged into another claim"
    MOOT = "moot", "Moot"
    REMOVED = "removed", "Removed to federal court"
    REMANDED = "remanded", "Remanded to the court it came from"
    TRANSFERRED = "transferred", "Transferred"
    SEVERED = "severed", "Severed into another case"
    CONSOLIDATED = "consolidated", "Consolidated into another case"
    # arbitration
    INTERIM_AWARD = "interim_award", "Interim or partial award"
    AWARD = "award", "Award"
    CONSENT_AWARD = "consent_award", "Consent award"
    AWARD_CORRECTED = "award_corrected", "Award corrected"
    CONFIRMED = "confirmed", "Award confirmed"
    VACATED_AWARD = "vacated_award", "Award vacated"
    ARBITRATION_TERMINATED = "arbitration_terminated", "Arbitration terminated"
    # criminal
    CHARGED = "charged", "Charged"
    ARRAIGNED = "arraigned", "Arraigned"
    PLEADED_NOT_GUILTY = "pleaded_not_guilty", "Not-guilty plea entered"
    BOUND_OVER = "bound_over", "Bound over for trial"
    PLEA = "plea", "Guilty or no-contest plea"
    ACQUITTED = "acquitted", "Acquitted"
    CONVICTED = "convicted", "Convicted"
    SENTENCED = "sentenced", "Sentenced"
    NOLLE_PROSEQUI = "nolle_prosequi", "Charge dropped (nolle prosequi)"
    DISMISSED_CRIMINAL = "dismissed_criminal", "Charge dismissed"
    DEFERRED = "deferred", "Deferred on conditions"
    # regulatory
    CITED = "cited", "Cited"
    CONTESTED = "contested", "Notice of contest"
    CITATION_AFFIRMED = "citation_affirmed", "Citation item affirmed"
    CITATION_MODIFIED = "citation_modified", "Citation item modified"
    CITATION_VACATED = "citation_vacated", "Citation item vacated"
    FINAL_ORDER = "final_order", "Became a final order"
    ABATED = "abated", "Abatement certified"
    PENALTY_PAID = "penalty_paid", "Penalty paid"
    # afterwards
    JUDGMENT_AMENDED = "judgment_amended", "Judgment amended"
    RULE_54B_CERTIFIED = "rule_54b_certified", "Certified as final (Rule 54(b))"
    SATISFIED = "satisfied", "Judgment satisfied"
    NEW_TRIAL_GRANTED = "new_trial_granted", "New trial granted"
    REOPENED = "reopened", "Reopened"
    APPEALED = "appealed", "Appealed"
    APPEAL_DISMISSED = "appeal_dismissed", "Appeal dismissed"
    AFFIRMED = "affirmed", "Affirmed on appeal"
    MODIFIED_ON_APPEAL = "modified_on_appeal", "Modified on appeal"
    REVERSED = "reversed", "Reversed on appeal"
    VACATED = "vacated", "Decision vacated"
    REMANDED_ON_APPEAL = "remanded_on_appeal", "Sent back on appeal"
    OTHER = "other", "Other"


CIVIL = frozenset(
    {
        CaseCategory.CIVIL,
        CaseCategory.APPEAL,
        CaseCategory.BANKRUPTCY,
        CaseCategory.PROBATE,
        CaseCategory.DOMESTIC,
        CaseCategory.JUVENILE,
        CaseCategory.OTHER,
    }
)
ARBITRATION = frozenset({CaseCategory.ARBITRATION})
CRIMINAL = frozenset({CaseCategory.CRIMINAL, CaseCategory.APPEAL, CaseCategory.JUVENILE})
REGULATORY = frozenset({CaseCategory.REGULATORY, CaseCategory.ADMINISTRATIVE, CaseCategory.APPEAL})
DISPUTES = CIVIL | ARBITRATION
ANY = CIVIL | ARBITRATION | CRIMINAL | REGULATORY | {CaseCategory.INVESTIGATION}


@dataclass(frozen=True)
class ClaimEventRule:
    """What an event means. `status` is what the public reads; `categories` are where it can happen."""

    status: str
    effect: ClaimEffect
    categories: frozenset[CaseCategory]
    needs_prejudice: bool = False
    takes_response: bool = False
    takes_amount: bool = False


_OPEN, _ANSWERED, _STAYED = ClaimEffect.OPEN, ClaimEffect.ANSWERED, ClaimEffect.STAYED
_DISPOSED, _ON_APPEAL = ClaimEffect.DISPOSED, ClaimEffect.ON_APPEAL
_REOPENED, _NONE = ClaimEffect.REOPENED, ClaimEffect.NONE
_Kind, _Rule = ClaimEventKind, ClaimEventRule

# A vacated award ends the arbitral claim as it stands: a rehearing, if ordered, is its own event (reopened).
CLAIM_EVENT_RULES: dict[str, ClaimEventRule] = {
    _Kind.ASSERTED: _Rule("pleaded, no answer in this record", _OPEN, ANY, takes_amount=True),
    _Kind.AMENDED: _Rule("pending, re-pleaded in an amended pleading", _NONE, ANY, takes_amount=True),
    _Kind.SERVED: _Rule("served, no answer in this record", _OPEN, ANY),
    _Kind.SERVICE_WAIVED: _Rule("service waived, no answer in this record", _OPEN, DISPUTES),
    _Kind.ANSWERED: _Rule("answered", _ANSWERED, DISPUTES | REGULATORY, takes_response=True),
    _Kind.MOVED_AGAINST: _Rule("challenged by motion", _NONE, ANY),
    _Kind.MOTION_DENIED: _Rule("motion against it denied", _NONE, ANY),
    _Kind.DEFAULTED: _Rule("default entered", _OPEN, CIVIL),
    _Kind.DEFAULT_SET_ASIDE: _Rule("pending, default set aside", _OPEN, CIVIL),
    _Kind.SUBMITTED: _Rule("submitted for decision", _NONE, ANY),
    _Kind.MISTRIAL: _Rule("pending after a mistrial", _NONE, CIVIL | CRIMINAL),
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
    _Kind.SETTLED: _Rule("settled", _DISPOSED, DISPUTES | REGULATORY, needs_prejudice=True, takes_amount=True),
    _Kind.SUMMARY_JUDGMENT: _Rule("summary judgment", _DISPOSED, DISPUTES | REGULATORY, takes_amount=True),
    _Kind.JUDGMENT_ON_PLEADINGS: _Rule("judgment on the pleadings", _DISPOSED, CIVIL, takes_amount=True),
    _Kind.JMOL_DIRECTED_VERDICT: _Rule("judgment as a matter of law", _DISPOSED, CIVIL, takes_amount=True),
    _Kind.VERDICT: _Rule("decided by jury verdict", _DISPOSED, CIVIL, takes_amount=True),
    _Kind.BENCH_JUDGMENT: _Rule("decided after bench trial", _DISPOSED, CIVIL, takes_amount=True),
    _Kind.DEFAULT_JUDGMENT: _Rule("judgment by default", _DISPOSED, CIVIL, takes_amount=True),
    _Kind.CONSENT_JUDGMENT: _Rule("judgment by consent", _DISPOSED, CIVIL, takes_amount=True),
    _Kind.WITHDRAWN: _Rule("withdrawn", _DISPOSED, ANY),
    _Kind.SUPERSEDED: _Rule("not re-pleaded in the operative pleading", _DISPOSED, ANY),
    _Kind.MERGED: _Rule("merged into another claim", _DISPOSED, ANY),
    _Kind.MOOT: _Rule("moot", _DISPOSED, ANY),
    _Kind.REMOVED: _Rule("removed to federal court", _DISPOSED, CIVIL | CRIMINAL),
    _Kind.REMANDED: _Rule("remanded to the court it came from", _DISPOSED, ANY),
    _Kind.TRANSFERRED: _Rule("transferred to another forum", _DISPOSED, ANY),
    _Kind.SEVERED: _Rule("severed into another case", _DISPOSED, ANY),
    _Kind.CONSOLIDATED: _Rule("consolidated into another case", _DISPOSED, ANY),
    _Kind.INTERIM_AWARD: _Rule("interim or partial award made", _NONE, ARBITRATION, takes_amount=True),
    _Kind.AWARD: _Rule("decided by award", _DISPOSED, ARBITRATION, takes_amount=True),
    _Kind.CONSENT_AWARD: _Rule("award on agreed terms", _DISPOSED, ARBITRATION, takes_amount=True),
    _Kind.AWARD_CORRECTED: _Rule("decided by award, as corrected", _DISPOSED, ARBITRATION, takes_amount=True),
    _Kind.CONFIRMED: _Rule("award confirmed by a court", _DISPOSED, DISPUTES, takes_amount=True),
    _Kind.VACATED_AWARD: _Rule("award vacated by a court", _DISPOSED, DISPUTES),
    _Kind.ARBITRATION_TERMINATED: _Rule("arbitration terminated without award", _DISPOSED, ARBITRATION),
    _Kind.CHARGED: _Rule("charged, not decided", _OPEN, CRIMINAL),
    _Kind.ARRAIGNED: _Rule("charged and arraigned, not decided", _OPEN, CRIMINAL),
    _Kind.PLEADED_NOT_GUILTY: _Rule("not-guilty plea entered, not decided", _OPEN, CRIMINAL),
    _Kind.BOUND_OVER: _Rule("bound over for trial, not decided", _NONE, CRIMINAL),
    _Kind.PLEA: _Rule("guilty or no-contest plea entered", _DISPOSED, CRIMINAL),
    _Kind.ACQUITTED: _Rule("acquitted", _DISPOSED, CRIMINAL),
    _Kind.CONVICTED: _Rule("convicted", _DISPOSED, CRIMINAL),
    _Kind.SENTENCED: _Rule("sentenced", _DISPOSED, CRIMINAL, takes_amount=True),
    _Kind.NOLLE_PROSEQUI: _Rule("dropped by the prosecution", _DISPOSED, CRIMINAL, needs_prejudice=True),
    _Kind.DISMISSED_CRIMINAL: _Rule("charge dismissed", _DISPOSED, CRIMINAL, needs_prejudice=True),
    _Kind.DEFERRED: _Rule("deferred on conditions", _STAYED, CRIMINAL),
    _Kind.CITED: _Rule("cited, not decided", _OPEN, REGULATORY, takes_amount=True),
    _Kind.CONTESTED: _Rule("contested", _ANSWERED, REGULATORY, takes_response=True),
    _Kind.CITATION_AFFIRMED: _Rule("citation affirmed", _DISPOSED, REGULATORY, takes_amount=True),
    _Kind.CITATION_MODIFIED: _Rule("citation modified", _DISPOSED, REGULATORY, takes_amount=True),
    _Kind.CITATION_VACATED: _Rule("citation vacated", _DISPOSED, REGULATORY),
    _Kind.FINAL_ORDER: _Rule("became a final order", _DISPOSED, REGULATORY, takes_amount=True),
    _Kind.ABATED: _Rule("abatement certified", _NONE, REGULATORY),
    _Kind.PENALTY_PAID: _Rule("penalty paid", _NONE, REGULATORY, takes_amount=True),
    _Kind.JUDGMENT_AMENDED: _Rule("decided, judgment amended", _DISPOSED, ANY, takes_amount=True),
    _Kind.RULE_54B_CERTIFIED: _Rule("decision certified as final", _NONE, CIVIL),
    _Kind.SATISFIED: _Rule("judgment satisfied", _NONE, DISPUTES, takes_amount=True),
    _Kind.NEW_TRIAL_GRANTED: _Rule("pending, new trial granted", _REOPENED, CIVIL | CRIMINAL),
    _Kind.REOPENED: _Rule("reopened", _REOPENED, ANY),
    _Kind.APPEALED: _Rule("on appeal", _ON_APPEAL, ANY),
    _Kind.APPEAL_DISMISSED: _Rule("decided, appeal dismissed", _DISPOSED, ANY),
    _Kind.AFFIRMED: _Rule("decided, affirmed on appeal", _DISPOSED, ANY, takes_amount=True),
    _Kind.MODIFIED_ON_APPEAL: _Rule("decided, modified on appeal", _DISPOSED, ANY, takes_amount=True),
    _Kind.REVERSED: _Rule("pending, decision reversed on appeal", _REOPENED, ANY),
    _Kind.VACATED: _Rule("pending, decision vacated", _REOPENED, ANY),
    _Kind.REMANDED_ON_APPEAL: _Rule("pending, sent back on appeal", _REOPENED, ANY),
    _Kind.OTHER: _Rule("updated", _NONE, ANY),
}
