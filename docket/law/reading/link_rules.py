"""What a reference to another line means: by the sort of paper that refers, or by the verb that rules. Data."""

from docket.choices import FilingLinkKind as K
from docket.choices import FilingType as F
from docket.choices import RulingOutcome as O

# By the referring paper's type, or its group before the dot. What is not here refers to it, no more.
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
    F.BRIEF_MEMORANDUM: K.SUPPORTS,
    F.BRIEF_ERRATA: K.CORRECTS,
    F.BRIEF_SUPPLEMENTAL_AUTHORITY: K.REFERS_TO,
    F.NOTICE_WITHDRAWAL_OF_FILING: K.WITHDRAWS,
    F.JUDG_AMENDED_JUDGMENT: K.AMENDS,
}

# Papers whose own words say for whom they speak: "Declaration … in Support of 73".
SIDES: list[tuple[str, str]] = [
    ("in (?:further )?support|supporting", K.SUPPORTS),
    ("in opposition|opposing|opposition to", K.OPPOSES),
]
TAKE_SIDES = ("brief.",)

# A paper that calls itself amended, corrected or withdrawn, of these groups, amends the one it refers to.
REVISIONS: list[tuple[str, str]] = [
    (
        r"(?:first |second |third |fourth )?amend(?:ed|ment)(?:s)? (?:to )?(?:schedule|plan|chapter|disclosure|trustee|application|motion|petition|certificate|statement|list|final)",
        K.AMENDS,
    ),
    (r"supplement to|supplemental (?!opposition|response|reply|objection)", K.SUPPLEMENTS),
]

# What a ruling does: the outcome of what it rules on, or another kind of link. Tried in this order at one place.
OUTCOMES: list[tuple[str, str]] = [
    (
        r"(?:grant|deny|deni)(?:ing|ed|es|s),? in part(?:,? and (?:deny|deni|grant)(?:ing|ed|es|s),? in part)?",
        O.GRANTED_IN_PART,
    ),
    (
        r"(?:deny|deni)(?:ing|ed|es) (?:\w+ )?as moot|(?:find|found|render)(?:ing|s|ed)? (?:\w+ ){0,3}(?:as )?moot|(?:is|are|as) moot|mooting",
        O.DENIED_AS_MOOT,
    ),
    (
        r"(?:deny|deni)(?:ing|ed|es),? without prejudice|without prejudice,? (?:deny|deni)(?:ing|ed|es)",
        O.DENIED_WITHOUT_PREJUDICE,
    ),
    # it speaks of the hearing
    (
        r"(?:vacat|continu|schedul|reschedul|sett|resett|adjourn)ing (?:[\w/,]+ ){0,6}(?:hearings?|argument|trial|conference)",
        K.REFERS_TO,
    ),
    (r"vacat(?:ing|ed|es)", K.VACATES),
    (r"(?:approv|allow|grant|sustain)(?:ing|ed|s|es)(?! \d+ days)|confirming (?:\w+ ){0,4}plan", O.GRANTED),
    (r"(?:deny|deni)(?:ing|ed|es)|disallow(?:ing|ed)|overrul(?:ing|ed)", O.DENIED),
    (r"deferr(?:ing|ed)|reserv(?:ing|ed) ruling|tak(?:ing|en) under (?:advisement|submission)", O.DEFERRED),
    (r"str(?:iking|icken|uck)", O.STRICKEN),
    (r"(?<!hearing\s)withdr(?:awing|awn)|deem(?:ing|ed) withdrawn", O.WITHDRAWN),
]

# The same after the number: "25 Motion to Compel … HEARING HELD. MOTION DENIED", "(Doc. 15) is denied as moot".
OUTCOMES_AFTER: list[tuple[str, str]] = [
    (r"(?:granted|allowed|denied),? in part", O.GRANTED_IN_PART),
    (r"(?:denied (?:\w+ )?as |found (?:to be )?|rendered )?moot", O.DENIED_AS_MOOT),
    ("denied,? without prejudice", O.DENIED_WITHOUT_PREJUDICE),
    ("granted|allowed|approved|sustained", O.GRANTED),
    ("denied|disallowed|overruled", O.DENIED),
    ("deferred|taken under (?:advisement|submission)", O.DEFERRED),
    ("stricken|struck", O.STRICKEN),
    ("(?:deemed )?withdrawn", O.WITHDRAWN),
]
# What stands before such a word: "is hereby", "the lease extension motion", the beginning of a sentence.
RULED = (
    r"(?:\b(?:is|are|was|were)(?: (?:hereby|also|therefore|accordingly|otherwise))*\s|[.:;)]\s+"
    r"|\b(?:motion|application|request|petition|objection)\b[^.;:]{0,60}?\s)"
)
# Who asks whether, or says what would be, rules on nothing.
SUPPOSED = r"\b(?:if|whether|unless|until|should|recommend\w*)\b"
# In a list of what was heard each is ruled on by itself: "(related documents 14 Application to Pay. : Motion granted, …)"
RULED_IN_LIST = r":\s*(?:(?:motion|application|request)s? (?:is |are )?)?"

# What can be asked for and so ruled on, as it is named after the number.
ASKED_FOR = r"(?:(?:\w+'?s?|\(\w+\)) ){0,5}?(?:motions?|applications?|petitions?|requests?|stipulations?|objections?|reports? and recommendations?)"
# An order that says itself that it is one on a motion, without saying which way.
ON_A_MOTION = r"orders? (?:\w+ ){0,3}?(?:on|re|regarding|resolving) (?:\w+'?s? ){0,3}?(?:motion|application|petition)"
