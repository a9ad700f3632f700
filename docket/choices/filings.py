"""Words for how filings relate, what a ruling did, and whether a filing stands."""

from dataclasses import dataclass

from django.db.models import TextChoices


class FilingState(TextChoices):
    """Whether a filing stands. A mistaken one stays on the docket and is marked."""

    OK = "ok", "Stands"
    FILED_IN_ERROR = "filed_in_error", "Filed in error"
    STRICKEN = "stricken", "Stricken"
    WITHDRAWN = "withdrawn", "Withdrawn"


class RulingOutcome(TextChoices):
    """What a ruling did with what it ruled on."""

    GRANTED = "granted", "Granted"
    DENIED = "denied", "Denied"
    GRANTED_IN_PART = "granted_in_part", "Granted in part, denied in part"
    DENIED_AS_MOOT = "denied_as_moot", "Denied as moot"
    DENIED_WITHOUT_PREJUDICE = "denied_without_prejudice", "Denied without prejudice"
    DEFERRED = "deferred", "Deferred"
    STRICKEN = "stricken", "Stricken"
    WITHDRAWN = "withdrawn", "Withdrawn"
    OTHER = "other", "Other"


class CitationKind(TextChoices):
    """Who gave a ruling the citation by which it is found, in the order in which citations give them."""

    NEUTRAL = "neutral", "Neutral, the court's own"
    REPORTER = "reporter", "Of a reporter"
    DATABASE = "database", "Of a database (WL, LEXIS)"


class Derived(TextChoices):
    """How a value stands that was read from the docket text by rule. Empty: a source gave it, or staff entered it."""

    DERIVED = "derived", "Read from the docket text"
    CONFIRMED = "confirmed", "Confirmed by staff"


class DerivedDateKind(TextChoices):
    """Whether a day read from the docket text is one of a hearing or one by which something is due."""

    HEARING = "hearing", "Hearing"
    DEADLINE = "deadline", "Deadline"


class FilingLinkKind(TextChoices):
    """How one filing relates to another, read from the first: "this filing … that one"."""

    RESPONDS_TO = "responds_to", "Responds to"
    ANSWERS = "answers", "Answers"
    OPPOSES = "opposes", "Opposes"
    REPLIES_TO = "replies_to", "Replies to"
    SUPPORTS = "supports", "Supports"
    JOINS = "joins", "Joins"
    AMENDS = "amends", "Amends"
    SUPERSEDES = "supersedes", "Supersedes"
    SUPPLEMENTS = "supplements", "Supplements"
    CORRECTS = "corrects", "Corrects"
    REPLACES_MISTAKEN_FILING = "replaces_mistaken_filing", "Replaces mistaken filing"
    RULES_ON = "rules_on", "Rules on"
    DISPOSES = "disposes", "Disposes of"
    STAYS = "stays", "Stays"
    LIFTS_STAY = "lifts_stay", "Lifts stay of"
    VACATES = "vacates", "Vacates"
    MODIFIES = "modifies", "Modifies"
    APPEALS = "appeals", "Appeals from"
    WITHDRAWS = "withdraws", "Withdraws"
    PROOF_OF_SERVICE_OF = "proof_of_service_of", "Proof of service of"
    INCORPORATES = "incorporates", "Incorporates"
    REFERS_TO = "refers_to", "Refers to"


@dataclass(frozen=True)
class FilingLinkRule:
    """What a kind of link may do.

    `may_cross_cases`: the two filings may belong to different cases.
    `takes_outcome`: the link carries a RulingOutcome.
    `acyclic`: following the links never leads back to the first filing.
    """

    label: str
    inverse_label: str
    may_cross_cases: bool = False
    takes_outcome: bool = False
    acyclic: bool = False


_Kind, _Rule = FilingLinkKind, FilingLinkRule

# Only a mere mention may go round in a circle. A response across cases never moves a claim of the other case.
FILING_LINK_RULES: dict[str, FilingLinkRule] = {
    _Kind.RESPONDS_TO: _Rule("responds to", "responded to by", may_cross_cases=True, acyclic=True),
    _Kind.ANSWERS: _Rule("answers", "answered by", acyclic=True),
    _Kind.OPPOSES: _Rule("opposes", "opposed by", acyclic=True),
    _Kind.REPLIES_TO: _Rule("replies to", "replied to by", acyclic=True),
    _Kind.SUPPORTS: _Rule("supports", "supported by", acyclic=True),
    _Kind.JOINS: _Rule("joins", "joined by", acyclic=True),
    _Kind.AMENDS: _Rule("amends", "amended by", acyclic=True),
    _Kind.SUPERSEDES: _Rule("supersedes", "superseded by", acyclic=True),
    _Kind.SUPPLEMENTS: _Rule("supplements", "supplemented by", acyclic=True),
    _Kind.CORRECTS: _Rule("corrects", "corrected by", acyclic=True),
    _Kind.REPLACES_MISTAKEN_FILING: _Rule("replaces the mistaken filing", "replaced by", acyclic=True),
    _Kind.RULES_ON: _Rule("rules on", "ruled on by", takes_outcome=True, acyclic=True),
    _Kind.DISPOSES: _Rule("disposes of", "disposed of by", acyclic=True),
    _Kind.STAYS: _Rule("stays", "stayed by", may_cross_cases=True, acyclic=True),
    _Kind.LIFTS_STAY: _Rule("lifts the stay of", "stay lifted by", may_cross_cases=True, acyclic=True),
    _Kind.VACATES: _Rule("vacates", "vacated by", may_cross_cases=True, acyclic=True),
    _Kind.MODIFIES: _Rule("modifies", "modified by", may_cross_cases=True, acyclic=True),
    _Kind.APPEALS: _Rule("appeals from", "appealed by", may_cross_cases=True, acyclic=True),
    _Kind.WITHDRAWS: _Rule("withdraws", "withdrawn by", acyclic=True),
    _Kind.PROOF_OF_SERVICE_OF: _Rule("proves service of", "service proved by", acyclic=True),
    _Kind.INCORPORATES: _Rule("incorporates", "incorporated by", may_cross_cases=True, acyclic=True),
    _Kind.REFERS_TO: _Rule("refers to", "referred to by", may_cross_cases=True),
}
