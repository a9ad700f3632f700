"""Words for a proceeding: its kind, its number, where it stands and how it is tied to other proceedings."""

from django.db.models import TextChoices


class CaseCategory(TextChoices):
    """The broad nature of a proceeding (ECF 5.0 CaseType, with arbitration, regulatory and investigation)."""

    CIVIL = "civil", "Civil"
    CRIMINAL = "criminal", "Criminal"
    ARBITRATION = "arbitration", "Arbitration"
    REGULATORY = "regulatory", "Regulatory"
    ADMINISTRATIVE = "administrative", "Administrative"
    INVESTIGATION = "investigation", "Investigation"
    INQUEST = "inquest", "Inquest"
    TRIBUNAL = "tribunal", "Tribunal"
    APPEAL = "appeal", "Appeal"
    BANKRUPTCY = "bankruptcy", "Bankruptcy"
    PROBATE = "probate", "Probate"
    DOMESTIC = "domestic", "Domestic relations"
    JUVENILE = "juvenile", "Juvenile"
    OTHER = "other", "Other"


# in these somebody is charged or cited: how such a case ended is not how it ended for each
ACCUSING = (CaseCategory.CRIMINAL, CaseCategory.REGULATORY, CaseCategory.ADMINISTRATIVE)

# what is said where the forum of a proceeding is not known
FORUM_NOT_REPORTED: dict[str, str] = {
    **dict.fromkeys(CaseCategory.values, "Court not reported"),
    CaseCategory.ARBITRATION: "Institution not reported",
    CaseCategory.REGULATORY: "Agency not reported",
    CaseCategory.ADMINISTRATIVE: "Agency not reported",
    CaseCategory.INVESTIGATION: "Agency not reported",
    CaseCategory.INQUEST: "Coroner not reported",
    CaseCategory.TRIBUNAL: "Tribunal not reported",
    CaseCategory.OTHER: "Forum not reported",
    "": "Forum not reported",
}


class CaptionKind(TextChoices):
    """The layout of a caption: who stands against whom, or what the proceeding is about."""

    ADVERSARY = "adversary", "A v. B"
    IN_RE = "in_re", "In re"
    MATTER_OF = "matter_of", "In the Matter of"
    EX_PARTE = "ex_parte", "Ex parte"
    EX_REL = "ex_rel", "State ex rel. A v. B"
    ARBITRATION = "arbitration", "In the Matter of the Arbitration between A and B"
    DESCRIPTIVE = "descriptive", "Descriptive title (no caption known)"


class CaseStatus(TextChoices):
    """Where the proceeding stands, as a court would count it (NCSC State Court Guide)."""

    PENDING_ACTIVE = "pending_active", "Pending, active"
    PENDING_INACTIVE = "pending_inactive", "Pending, inactive"
    DISPOSED = "disposed", "Disposed"
    REOPENED = "reopened", "Reopened"
    REOPENED_DISPOSED = "reopened_disposed", "Reopened, then disposed"
    SET_FOR_REVIEW = "set_for_review", "Disposed, set for review"
    TRANSFERRED_OUT = "transferred_out", "Transferred out"
    REMOVED = "removed", "Removed to federal court"
    REMANDED = "remanded", "Remanded"
    UNKNOWN = "unknown", "Not known"


CASE_STATUS_PUBLIC_LABEL: dict[str, str] = {
    CaseStatus.PENDING_ACTIVE: "Open",
    CaseStatus.PENDING_INACTIVE: "Stayed or inactive",
    CaseStatus.DISPOSED: "Closed",
    CaseStatus.REOPENED: "Reopened",
    CaseStatus.REOPENED_DISPOSED: "Closed (after reopening)",
    CaseStatus.SET_FOR_REVIEW: "Closed, periodic review",
    CaseStatus.TRANSFERRED_OUT: "Transferred",
    CaseStatus.REMOVED: "Removed",
    CaseStatus.REMANDED: "Remanded",
    CaseStatus.UNKNOWN: "Status not reported",
}


class CaseDisposition(TextChoices):
    """How the proceeding ended: FJC Integrated Database, NCSC manner of disposition, and counterparts."""

    # transferred or remanded
    TRANSFERRED = "transferred", "Transferred to another court"
    REMANDED_STATE = "remanded_state", "Remanded to state court"
    REMANDED_AGENCY = "remanded_agency", "Remanded to the agency"
    MDL_TRANSFER = "mdl_transfer", "Transferred to multidistrict litigation"
    CONSOLIDATED = "consolidated", "Consolidated into another case"
    COMPELLED_TO_ARBITRATION = "compelled_to_arbitration", "Sent to arbitration"
    # dismissed
    DISMISSED_WANT_OF_PROSECUTION = "dismissed_want_of_prosecution", "Dismissed for want of prosecution"
    DISMISSED_JURISDICTION = "dismissed_jurisdiction", "Dismissed for lack of jurisdiction"
    VOLUNTARILY_DISMISSED = "voluntarily_dismissed", "Voluntarily dismissed"
    DISMISSED_STIPULATED = "dismissed_stipulated", "Dismissed by stipulation"
    DISCONTINUED = "discontinued", "Discontinued"
    SETTLED = "settled", "Settled"
    DISMISSED_OTHER = "dismissed_other", "Dismissed"
    # judgment
    DEFAULT_JUDGMENT = "default_judgment", "Default judgment"
    CONSENT_JUDGMENT = "consent_judgment", "Consent judgment"
    SUMMARY_JUDGMENT = "summary_judgment", "Summary judgment"
    JUDGMENT_ON_MOTION = "judgment_on_motion", "Judgment on motion before trial"
    JURY_VERDICT = "jury_verdict", "Judgment on jury verdict"
    DIRECTED_VERDICT = "directed_verdict", "Directed verdict"
    BENCH_JUDGMENT = "bench_judgment", "Judgment after bench trial"
    JUDGMENT_ON_AWARD = "judgment_on_award", "Judgment on an arbitrator's award"
    JUDGMENT_OTHER = "judgment_other", "Other judgment"
    STAYED_BANKRUPTCY = "stayed_bankruptcy", "Closed while stayed by bankruptcy"
    STATISTICAL_CLOSING = "statistical_closing", "Statistical closing"
    # criminal
    ACQUITTED = "acquitted", "Acquitted"
    CONVICTED = "convicted", "Convicted after trial"
    PLEA = "plea", "Resolved by plea"
    NOLLE_PROSEQUI = "nolle_prosequi", "Charges dropped by the prosecution"
    DISMISSED_CRIMINAL = "dismissed_criminal", "Charges dismissed"
    DEFERRED = "deferred", "Deferred or conditionally discharged"
    # arbitration
    AWARD = "award", "Final award"
    CONSENT_AWARD = "consent_award", "Consent award"
    ARBITRATION_TERMINATED = "arbitration_terminated", "Arbitration terminated without award"
    # appeal and review
    AFFIRMED = "affirmed", "Affirmed"
    AFFIRMED_IN_PART = "affirmed_in_part", "Affirmed in part"
    REVERSED = "reversed", "Reversed"
    VACATED = "vacated", "Vacated"
    APPEAL_DISMISSED = "appeal_dismissed", "Appeal dismissed"
    REVIEW_DENIED = "review_denied", "Review denied"
    WRIT_GRANTED = "writ_granted", "Writ or petition granted"
    WRIT_DENIED = "writ_denied", "Writ or petition denied"
    # regulatory and investigation
    CITATION_AFFIRMED = "citation_affirmed", "Citation affirmed"
    CITATION_MODIFIED = "citation_modified", "Citation modified"
    CITATION_VACATED = "citation_vacated", "Citation vacated"
    FINAL_ORDER = "final_order", "Final order without contest"
    CLOSED_NO_CHARGES = "closed_no_charges", "Closed without charges"
    REFERRED = "referred", "Referred to another authority"
    INQUEST_CONCLUDED = "inquest_concluded", "Inquest concluded"
    # bankruptcy
    DISCHARGED = "discharged", "Discharged"
    PLAN_CONFIRMED = "plan_confirmed", "Plan confirmed"
    OTHER = "other", "Other"


class JuryDemand(TextChoices):
    """Who asked for a jury; docket sheets print None, Plaintiff, Defendant or Both."""

    UNKNOWN = "", "Not stated"
    NONE = "none", "None"
    PLAINTIFF = "plaintiff", "Plaintiff"
    DEFENDANT = "defendant", "Defendant"
    BOTH = "both", "Both"
    YES = "yes", "Yes (by whom is not stated)"


class JurisdictionBasis(TextChoices):
    """Basis of federal jurisdiction (civil cover sheet JS-44, part II), as docket sheets print it."""

    US_PLAINTIFF = "us_plaintiff", "U.S. Government Plaintiff"
    US_DEFENDANT = "us_defendant", "U.S. Government Defendant"
    FEDERAL_QUESTION = "federal_question", "Federal Question"
    DIVERSITY = "diversity", "Diversity"
    LOCAL_QUESTION = "local_question", "Local Question"


class DatePrecision(TextChoices):
    """How much of a date is known."""

    DAY = "day", "Day"
    MONTH = "month", "Month"
    YEAR = "year", "Year"


class CaseNumberKind(TextChoices):
    """What another number of a case is."""

    OWN_FORMER = "own_former", "Former number in this forum"
    LOWER_COURT = "lower_court", "Lower court number"
    APPELLATE = "appellate", "Appellate number"
    TRANSFEREE = "transferee", "Number in the court it was transferred to"
    MDL = "mdl", "Multidistrict litigation number"
    AGENCY = "agency", "Agency number"
    ARBITRATION = "arbitration", "Arbitration number"
    RELATED = "related", "Related case number"
    OTHER = "other", "Other number"


class CaseLinkKind(TextChoices):
    """How one proceeding is tied to another, read from the first: "this case is … the other"."""

    RELATED = "related", "Related to"
    COMPANION = "companion", "Companion of"
    CONSOLIDATED_INTO = "consolidated_into", "Consolidated into"
    CONSOLIDATED_FOR_DISCOVERY = "consolidated_for_discovery", "Consolidated for discovery only with"
    JOINTLY_ADMINISTERED = "jointly_administered", "Jointly administered with"
    MEMBER_OF_MDL = "member_of_mdl", "Member of multidistrict litigation"
    TRANSFERRED_FROM = "transferred_from", "Transferred from"
    TRANSFERRED_TO = "transferred_to", "Transferred to"
    REMOVED_FROM = "removed_from", "Removed from"
    REMANDED_TO = "remanded_to", "Remanded to"
    APPEAL_OF = "appeal_of", "Appeal of"
    CROSS_APPEAL_OF = "cross_appeal_of", "Cross-appeal of"
    INTERLOCUTORY_APPEAL_OF = "interlocutory_appeal_of", "Interlocutory appeal in"
    SEVERED_FROM = "severed_from", "Severed from"
    REFILED_AS = "refiled_as", "Refiled as"
    ARBITRATION_COMPELLED_FROM = "arbitration_compelled_from", "Arbitration compelled in"
    CONFIRMS_AWARD = "confirms_award", "Petition to confirm the award in"
    VACATES_AWARD = "vacates_award", "Petition to vacate the award in"
    ANNULS_AWARD = "annuls_award", "Application to annul the award in"
    ADVERSARY_PROCEEDING_OF = "adversary_proceeding_of", "Adversary proceeding of"
    SHORT_FORM_OF = "short_form_of", "Short-form complaint under the master complaint in"
    SEEKS_INDEMNITY_FOR = "seeks_indemnity_for", "Seeks indemnity for"
    STAYED_PENDING = "stayed_pending", "Stayed pending"
    PARALLEL_CRIMINAL = "parallel_criminal", "Criminal case parallel to"
    PARALLEL_REGULATORY = "parallel_regulatory", "Regulatory case parallel to"
    PARALLEL_INVESTIGATION = "parallel_investigation", "Investigation parallel to"
    ANCILLARY_TO = "ancillary_to", "Ancillary to"


# the same tie read from the other end
CASE_LINK_INVERSE_LABEL: dict[str, str] = {
    CaseLinkKind.RELATED: "Related to",
    CaseLinkKind.COMPANION: "Companion of",
    CaseLinkKind.CONSOLIDATED_INTO: "Lead case of",
    CaseLinkKind.CONSOLIDATED_FOR_DISCOVERY: "Consolidated for discovery only with",
    CaseLinkKind.JOINTLY_ADMINISTERED: "Jointly administered with",
    CaseLinkKind.MEMBER_OF_MDL: "Multidistrict litigation including",
    CaseLinkKind.TRANSFERRED_FROM: "Transferred to",
    CaseLinkKind.TRANSFERRED_TO: "Transferred from",
    CaseLinkKind.REMOVED_FROM: "Removed to",
    CaseLinkKind.REMANDED_TO: "Remanded from",
    CaseLinkKind.APPEAL_OF: "Appealed in",
    CaseLinkKind.CROSS_APPEAL_OF: "Cross-appealed in",
    CaseLinkKind.INTERLOCUTORY_APPEAL_OF: "Interlocutory appeal taken in",
    CaseLinkKind.SEVERED_FROM: "Severed into",
    CaseLinkKind.REFILED_AS: "Refiled from",
    CaseLinkKind.ARBITRATION_COMPELLED_FROM: "Arbitration compelled, continued in",
    CaseLinkKind.CONFIRMS_AWARD: "Confirmation of the award sought in",
    CaseLinkKind.VACATES_AWARD: "Vacatur of the award sought in",
    CaseLinkKind.ANNULS_AWARD: "Annulment of the award sought in",
    CaseLinkKind.ADVERSARY_PROCEEDING_OF: "Adversary proceeding",
    CaseLinkKind.SHORT_FORM_OF: "Short-form complaint in",
    CaseLinkKind.SEEKS_INDEMNITY_FOR: "Indemnity for it sought in",
    CaseLinkKind.STAYED_PENDING: "Awaited by",
    CaseLinkKind.PARALLEL_CRIMINAL: "Parallel criminal case",
    CaseLinkKind.PARALLEL_REGULATORY: "Parallel regulatory case",
    CaseLinkKind.PARALLEL_INVESTIGATION: "Parallel investigation",
    CaseLinkKind.ANCILLARY_TO: "Ancillary proceeding",
}
