"""What a reference to another line means: by the sort of filing that refers, or by the verb that rules. Data."""

from docket.choices import FilingLinkKind as K
from docket.choices import FilingType as F
from docket.choices import RulingOutcome as O

# By the referring filing's type, or its group before the dot. What is not here refers to it, no more.
KIND_OF_TYPE: dict[str, str] = {
    "svc": K.PROOF_OF_SERVICE_OF,
    F.SVC_SUMMONS: K.REFERS_TO,
    "resp": K.ANSWERS,
    F.RESP_DEMURRER: K.RESPONDS_TO,
    F.INIT_AMENDED_COMPLAINT: K.AMENDS,
    F.INIT_SUPPLEMENTAL_COMPLAINT: K.SUPPLEMENTS,
    F.INIT_NOTICE_OF_APPEAL: K.APPEALS,
    F.BRIEF_OPPOSITION: K.OPPOSES,
    F.BRIEF_OBJECTION: K.OPPOSES,
    F.BRIEF_RESPONSE: K.RESPONDS_TO,
    F.BRIEF_REPLY: K.REPLIES_TO,
    F.BRIEF_SUR_REPLY: K.REPLIES_TO,
    F.BRIEF_JOINDER: K.JOINS,
    F.BRIEF_ERRATA: K.CORRECTS,
    F.BRIEF_SUPPLEMENTAL_AUTHORITY: K.REFERS_TO,
    F.NOTICE_WITHDRAWAL_OF_FILING: K.WITHDRAWS,
    F.JUDG_AMENDED_JUDGMENT: K.AMENDS,
}

# Filings whose own words say for whom they speak: "Declaration … in Support of 73".
SIDES: list[tuple[str, str]] = [
    ("in response", K.RESPONDS_TO),
    ("in (?:further |partial )?support|supporting", K.SUPPORTS),
    ("in (?:further |partial )?opposition|opposing|opposition to|(?<!non.)(?<!no.)opposition", K.OPPOSES),
]
TAKE_SIDES = ("brief.",)

# The words for filings, and the sort of each.
FILING_WORDS = (
    "motion|mot|application|petition|request|complaint|answer|counterclaim|opposition|response|reply|objection|order|judgment|opinion|decision|ruling"
    "|memorandum|brief|declaration|affidavit|notice|report|stipulation|plan|statement|claim|indictment|verdict|minutes|transcript"
)
SORTS_OF_FILINGS: list[tuple[str, str]] = [
    *(
        ("request", word)
        for word in ("motion", "mot", "application", "petition", "request", "stipulation", "plan", "claim")
    ),
    *(("pleading", word) for word in ("complaint", "answer", "counterclaim", "indictment")),
    *(("reply", word) for word in ("opposition", "response", "reply", "objection")),
    *(
        ("order", word)
        for word in ("order", "judgment", "opinion", "decision", "ruling", "verdict", "report", "minutes")
    ),
    *(
        ("paper", word)
        for word in ("memorandum", "brief", "declaration", "affidavit", "notice", "statement", "transcript")
    ),
]
# Links that only what the words govern has; the other filings in the list are named, no more.
SORTS = frozenset({K.OPPOSES, K.SUPPORTS, K.APPEALS, K.RESPONDS_TO, K.REPLIES_TO, K.ANSWERS, K.JOINS})
# A reply to a response is docketed as one to the motion.
ALSO: dict[str, frozenset[str]] = {
    K.REPLIES_TO: frozenset({"request"}),
    K.RESPONDS_TO: frozenset({"request"}),
    K.ANSWERS: frozenset({""}),
}
SORTS_OF_KIND: dict[str, frozenset[str]] = {
    K.APPEALS: frozenset({"order"}),
    K.ANSWERS: frozenset({"pleading", "request"}),
}

# A filing that calls itself amended, corrected or withdrawn, of these groups, amends the one it refers to.
REVISIONS: list[tuple[str, str]] = [
    (
        r"(?:first |second |third |fourth )?amend(?:ed|ment)(?:s)? (?:to )?(?:schedule|plan|chapter|disclosure|trustee|application|motion|petition|certificate|statement|list|final)",
        K.AMENDS,
    ),
    (r"supplement to|supplemental (?!opposition|response|reply|objection)", K.SUPPLEMENTS),
]

# How each was ruled on, in a list of what was heard: "14 Application to Pay. : Motion granted, 15 Motion: Motion denied".
OUTCOMES_IN_LIST: list[tuple[str, str]] = [
    (r"(?:granted|allowed|denied),? in part", O.GRANTED_IN_PART),
    (r"(?:denied (?:\w+ )?as |found (?:to be )?|rendered )?moot", O.DENIED_AS_MOOT),
    ("denied,? without prejudice", O.DENIED_WITHOUT_PREJUDICE),
    ("granted|allowed|approved|sustained", O.GRANTED),
    ("denied|disallowed|overruled", O.DENIED),
    ("deferred|taken under (?:advisement|submission)", O.DEFERRED),
    ("stricken|struck", O.STRICKEN),
    ("(?:deemed )?withdrawn", O.WITHDRAWN),
]

# An order that speaks of what is to come does not dispose of the motion it names.
NO_RULING_HERE = (
    r"\b(?:if|propos\w+|granted|denied|will be|hearing|discuss|refer\w*|brief\w*|conference|schedul\w+|response (?:is )?due|responses? to|unless|show cause|shall (?:file|respond|appear)"
    r"|continu\w+|set for|recommend\w*|deadline|reassign\w*|transfer\w*|withdraw\w*|correct\w*|supplement\w*)\b"
)

# The clerk's list of motions that an order ended, whichever way: "Motions terminated: 50 MOTION for Sanctions".
TERMINATED = r"\bmotions? terminated:?"
# An order that ends whatever still waits, without naming it.
ALL_PENDING = (
    r"\b(?:all|any)(?: other| remaining| outstanding)* (?:pending|outstanding|remaining) motions?(?: [^.;]{0,40}?)? (?:is|are) (?:hereby |also )?"
    r"(?:denied|moot|terminated|dismissed|stricken)|\b(?:denying|terminating|mooting)(?: as moot)? all (?:other |remaining )*pending motions"
    r"|\bdenies (?:as moot )?all (?:other |remaining )*pending motions"
)
# What can be asked for and so ruled on, as it is named after the number.
ASKED_FOR = r"(?:(?:\w+'?s?|\(\w+\)) ){0,5}?(?:motions?|applications?|petitions?|requests?|stipulations?|objections?|reports? and recommendations?)"
# An order that says itself that it is one on a motion, without saying which way.
ON_A_MOTION = r"orders? (?:\w+ ){0,3}?(?:on|re|regarding|resolving) (?:\w+'?s? ){0,3}?(?:motion|application|petition)"
