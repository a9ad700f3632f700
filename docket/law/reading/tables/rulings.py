"""How courts say that they rule: the verbs and what each does, and the words under which a verb rules on nothing. Data.

Each verb has a name, which stays with every row that was read by it.
"""

from docket.choices import FilingLinkKind as K
from docket.choices import RulingOutcome as O

# Name, wording of the act ("granting", "grants"), wording of its result ("granted"), what it does; the first that fits
# at a place holds. "" does something that is no ruling, and ends the list of what the verb before it rules on.
VERBS: list[tuple[str, str, str, str]] = [
    (
        "in_part",
        r"(?:grant|allow|approv|sustain)(?:ing|e?s)?,? (?:(?:and |/ ?)?(?:den)(?:y(?:ing)?|ies)?,? )?in part(?:,? (?:and|but|/)?,? ?(?:den(?:ying|ies)|overrul(?:ing|es))(?:,? (?:as moot )?in part)?)?"
        r"|den(?:ying|ies),? in part(?:,? (?:and|but|/)?,? ?(?:grant)(?:ing|s)(?:,? in part)?)?",
        r"(?:granted|allowed|approved|sustained),? (?:(?:and |/ ?)?denied,? )?in part(?:,? (?:and|but|/)?,? ?(?:is )?(?:denied|overruled|moot)(?:,? (?:as moot )?in part)?)?"
        r"|denied,? in part(?:,? (?:and|but|/)?,? ?(?:granted)(?:,? in part)?)?",
        O.GRANTED_IN_PART,
    ),
    (
        "as_moot",
        r"(?:denying|denies|dismissing|dismisses|terminating|terminates|finding|finds|deeming|striking)(?: \w+)? (?:as )?(?:moot|mooted)|mooting",
        r"(?:denied|dismissed|terminated|found|deemed|rendered|declared|stricken)(?: to be)?,? (?:\w+ )?(?:as )?(?:moot|mooted)|moot",
        O.DENIED_AS_MOOT,
    ),
    (
        "without_prejudice",
        r"(?:denying|denies)(?: \w+)?,? without prejudice|without prejudice,? denying",
        r"denied,? (?:as premature,? )?(?:at this time,? )?without prejudice",
        O.DENIED_WITHOUT_PREJUDICE,
    ),
    ("vacate", "vacating|vacates|rescinding|rescinds", "vacated|rescinded", K.VACATES),
    (
        "grant",
        "granting|grants|allowing(?= \\W?\\d| (?:\\w+'?s? )?(?:motion|application|claim))|approving|approves|sustaining|sustains|confirming|confirms",
        "granted|allowed|approved|sustained|confirmed",
        O.GRANTED,
    ),
    ("deny", "denying|denies|disallowing|overruling|overrules|disapproving", "denied|disallowed|overruled", O.DENIED),
    (
        "defer",
        "deferring|defers|reserving ruling(?: on)?|reserving (?=\\W?\\d)|taking under (?:advisement|submission)|taking (?=\\W?\\d)",
        "deferred|taken under (?:advisement|submission)|held in abeyance",
        O.DEFERRED,
    ),
    ("strike", "striking|strikes", "stricken|struck", O.STRICKEN),
    ("withdraw", "withdrawing|withdraws", "(?:deemed )?withdrawn", O.WITHDRAWN),
    (
        "",
        "setting|resetting|scheduling|rescheduling|continuing|adjourning|referring|directing|requiring|ordering|shortening|extending"
        "|staying|dismissing|terminating|adopting|appointing|authorizing|compelling|finding|advising|construing|instructing"
        "|permitting|noting|cancell?ing|converting|amending|modifying|remanding|transferring|waiving|reopening|closing|imposing",
        "terminated|dismissed|referred|continued|adopted|set|scheduled|reset|closed|withheld",
        "",
    ),
]

# Behind what such a verb rules on: "denying 6 Motion as moot". What is said only in part may be a part of the title.
BEHIND: list[tuple[str, str]] = [
    ("as (?:being )?moot", O.DENIED_AS_MOOT),
    ("without prejudice", O.DENIED_WITHOUT_PREJUDICE),
]

# What stands between "is" and "granted", and nothing else may: "is not granted", "will be granted" rule on nothing.
IS = (
    r"\b(?:is|are|be,? and (?:it |they |the same )?(?:hereby |hereby,? )?(?:is|are)|is to be and is)"
    r"(?: (?:hereby|also|therefore|accordingly|otherwise|now|thus|further|respectfully|both|summarily|provisionally|conditionally))*,? $"
)
# In an order that orders: "ORDERED that Plaintiff's motion (Dkt. 11) be DENIED".
BE = r"\b(?:shall )?be(?:,? and hereby is,?)?(?: hereby)?,? $"
ORDERED = r"\b(?:it is (?:hereby |further |so )*|further )?ordered\b|^\W*(?:[\w-]+ ){0,4}order that\b"
# Who asks whether, says what would be or what was, rules on nothing.
SUPPOSED = (
    r"\b(?:not|never|neither|nor|none|no(?!\.|s\b| ?#| ?\d)|will|would|shall|should|may|might|could|can|cannot|must|to be|if|whether|unless|until|why|was|were|had|has|have|been"
    r"|recommend(?:s|ed|ing)?|propos\w+|seek\w*|requesting|asks?|moves?|previously|prior|argues?|contends?|object\w* to|hearing on|discuss\w*|in the event|tentative(?:ly)?|inclined|to (?:find|deem|declare|deny|grant))\b"
)
# "The Court finds that 5 Motion is denied" rules; what anybody else reports, believes or agreed on does not.
TOLD = r"\b(\w+)(?: \w+ly)?,? that\b"
TOLD_BY_THE_COURT = (
    r"(?:order(?:s|ed)?|find(?:s|ing)?|found|conclud(?:es|ed|ing)|holds?|held|rul(?:es?|ed|ing)|direct(?:s|ed)|determin(?:es|ed)"
    r"|adjudged|decreed|further|hereby|and|announced)"
)
# Behind the verb they make the ruling hang on something.
PROVIDED = (
    r"\b(?:unless|if|should)\b|\babsent (?:[\w'’]+ ){0,4}(?:by|within|before)\b|\bsubject to (?:[\w'’]+ ){0,3}objections?\b|^\W*\?"
    r"|\bpending (?:[\w'’]+ ){0,2}(?:hearing|responses?|objections?)\b"
)
PROVIDED_BEHIND_TITLE = r"\bunless\b|\babsent (?:[\w'’]+ ){0,4}(?:by|within|before)\b"
# A form with both words to choose from: "GRANTED ___ DENIED _X_". Which was chosen, the text may show or lose.
EITHER = (
    r"\b(?:grant(?:ed|ing|s)|den(?:ied|ying|ies))(?:\W*(?:/|_+|☐|☑|☒|[\[(] ?x? ?[\])])\W*)+(?:grant(?:ed|ing|s)|den(?:ied|ying|ies))\b"
    r"(?! (?:\w+ ){0,2}in part)"
)
# Before the verb they narrow it: how much was granted, and for how long, is not said by "granted".
NARROWED = (
    r"\b(?:conditionally|provisionally|temporarily|preliminarily|largely|mostly|substantially|partially|partly)\b"
)
IN_PART = r"\b(?:partially|partly)\b"
INTERIM = r"\W*(?:\w+ ){0,2}interim (?:\w+ )?order\b"
# Behind an act without a number: it is what the act before left over.
LEFT_OVER = r"\s*(?:it |them |the motions? )?(?:in (?:all|any|part)|as to|otherwise|the (?:remainder|rest)|all other|remaining)\b"
# What follows a number that begins a sentence of its own: "granting 5 Motion; 6 Motion is set for hearing".
PREDICATE = (
    r"\b(?:is|are|was|were|will|shall|has|have|having|remains?|stays|to follow|taken|set"
    r"|to be (?:\w+ )?(?:decided|heard|set|ruled|determined|refiled|taken|addressed))\b"
)
# Before the first verb: what an order for a hearing, a recommendation or a notice speaks of is not ruled on.
NOT_AN_ORDERS_HEAD = (
    r"\b(?:motions?|applications?|hearings?|set|sets|setting|schedul\w+|shorten\w*|notice|propos\w+|recommend\w*|refer\w*|vacat\w+|stipulat\w+|requests?"
    r"|suspend\w*|tentative\w*|if|whether|why|after|upon|in light|show cause|orders? of(?! the court\b)|re|regarding|appeal|reconsider\w*|reply|transcript|on)\b"
)
# Reasons that come before the ruling: "Having considered the motion (Doc. 5), …".
REASONS = r"\s*(?:having|upon|after|in (?:light|view|consideration)|considering|because|since|based|for (?:the|good)|pursuant|before the|it appearing)\b"

# What can be asked for and so ruled on.
REQUEST = (
    r"(?:motions?|mot\.|applications?|petitions?|requests?|stipulations?|objections?|reports? and recommendations?|plan|disclosure statement"
    r"|bill of costs|proposed order|letter motion|claim)"
)
# The words between a verb and the number of what it rules on: "granting in its entirety Defendants' 84 Motion".
TO_THE_NUMBER = (
    r"(?:[\s,;:]|\b(?:the|as modified|as moot|as stated|as amended|in its entirety|in full|with modifications?|without objection|re|nunc pro tunc|joint|unopposed"
    r"|consent|agreed|motions?|application|docket|document|doc|dkt|ecf|no|nos|and|filing|entry|amended|number)\b\.?|#"
    r"|\b[\w.&-]+(?:'s|’s|s'|s’)|\b(?:defendants?|plaintiffs?|petitioners?|debtors?|movants?|government|usa|parties)\b|[\[(])*"
)
# A filing that its number stands before.
FILING_BEHIND = r"[\])]?,? (?:(?:\(\w+\)|(?!(?:and|is|are|to|in|that|for|on|or|with|of|by)\b)[\w.'’/-]+) ){0,6}?(?:motion|mot\.|application|petition|request|stipulation|objection|report|plan|disclosure)"
# What concerns a filing and is not it: "Oral argument on 7 Motion is denied", "Opposition to 7 Motion is overruled".
BESIDE_A_FILING = (
    r"\b(?:arguments?|leave|reply|extension|opposition|responses?|hearing|time|stay|continuance|relief|evidence|fees|costs|exhibits?|conference|briefs?|briefing|objections?)"
    r" (?:on|to|re|regarding|for|of|from|in|by):? (?:the |[\w]+['’]s |[\w]+s['’] )?[\[(]?$"
)
