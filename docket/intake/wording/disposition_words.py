"""What speaks against every outcome of a criminal count, and what decides nothing though it sounds so: tables.

Regular expressions; case does not count, and white space is one blank. `disposition_rules.py` explains.
"""

Words = tuple[str, ...]

_MARSHAL = r"(?:the )?(?:u\.?s\.? |united states )?(?:marshals?(?: service)?|usms?)\b"
_SUBJECTS = (
    r"(?:is|was|were|has|had|prosequi|dismissal|acquittal|plea|verdict|mistrial|diversion|sentence|judgment|agreement)"
)

# What decides nothing about the count, though it sounds like an outcome; taken out before anything is looked for.
DECIDES_NOTHING: Words = (
    rf"(?:released?|discharged?|remanded|returned|taken) (?:from|to|into) (?:the )?custody(?: of {_MARSHAL})?",
    rf"\bcustody of {_MARSHAL}",
    r"(?:united states |u\.?s\.? )?probation (?:office|officer|department|services?)s?\b",
    r"\b(?:at|during|prior to|before) (?:the )?sentencing\b(?: hearing)?",
    r"\b(?:rights? (?:to|of) appeal|appeal rights)\b",
    r"\b(?:bond|bail)(?: is| was)? (?:revoked|vacated|exonerated|continued|modified|discharged|released)",
    r"\b(?:revoked|vacated|exonerated|continued|modified) (?:the )?(?:bond|bail)\b",
    r"\b(?:fine|restitution|interest|costs?) (?:is |was |- )?(?:waived|deferred)",
)

# Why, for the reader of this table, and the words. They speak against every outcome.
EVERYWHERE: tuple[tuple[str, Words], ...] = (
    ("insanity", (r"\binsan", r"mental (?:disease|defect|illness)", r"\b424[1-8]\b", r"mentally ill")),
    ("incompetence", (r"\bincompeten", r"not competent", r"\bcompetency", r"\bunfit\b")),
    ("commitment", (r"custody of (?:the )?attorney general", r"\bhospital", r"civil(?:ly)? commit")),
    (
        "set aside",
        (r"\bvacat", r"\bset(?:ting)? aside", r"\brescind", r"\bannul", r"\bexpung", r"\bvoid", r"\bstricken"),
    ),
    (
        "set aside",
        (r"withdr[ae]w", r"\brefund", r"\barrest(?:ed|ing)? (?:of )?judgment", r"judgment (?:is |was )?arrested"),
    ),
    ("appeal", (r"\brevers", r"\bremand(?:ed|ing)? (?:for|to the (?:district|trial|lower|state))", r"\bmandate\b")),
    ("appeal", (r"\bappeal", r"\boverturn", r"\bhabeas\b", r"\b2255\b", r"\bre-?tri(?:al|ed)\b", r"\bnew trial\b")),
    ("clemency", (r"\bpardon", r"\bclemency\b", r"\bcommut(?:ed|ation)", r"\breprieve", r"\bamnesty\b")),
    ("lesser offence", (r"\blesser\b", r"\bincluded off", r"\breduced (?:charge|offen[sc]e|to)", r"\bamended\b")),
    ("revocation", (r"\brevo(?:ke|ca|king)", r"\bviolat", r"\bre-?sentenc", r"early terminat", r"terminated early")),
    (
        "someone or something else",
        (r"\bco-?(?:defendant|conspirator)", r"\b(?:an)?other (?:def|dft|person|case|count)"),
    ),
    ("someone or something else", (r"\bremaining (?:count|charge)", r"\d\d-?cr-?\d", r"\b(?:companion|related) case")),
    (
        "polarity",
        (r"\bden(?:y|ied|ies|ying|ial)\b", r"\bdeclin", r"\brefus", r"\breject", r"\boverrul", r"\bdisapprov"),
    ),
    ("polarity", (rf"\b{_SUBJECTS} (?:been )?not\b(?! guilty)",)),
    (
        "polarity",
        (r"\bin error\b", r"\berror\b", r"\berroneous", r"\bmistake", r"\bcorrect(?:ed|ing|ion of)", r"\bclerical"),
    ),
    ("no verdict", (r"\bhung\b", r"\bdeadlock", r"could not (?:agree|reach)", r"unable to (?:agree|reach)")),
    ("undecided", (r"under advisement", r"\bundetermined", r"\bundecided", r"\bawait", r"\breserv", r"\bpending\b")),
    (
        "undecided",
        (r"\bcontinu(?:ed|ance)", r"\bpostpon", r"\badjourn", r"\brescheduled", r"\bstay(?:ed)?\b", r"\babeyance"),
    ),
    ("undecided", (r"\b(?:set|scheduled) (?:for|on)\b", r"\bhearing (?:is |was |to be )?(?:set|scheduled)")),
    ("to come", (r"\bwill\b", r"\bwould\b", r"\bto be (?:dismiss|sentenc|acquit|impos|enter|determin|transfer)")),
    ("to come", (r"\b(?:shall|may|might|could|must|should) be (?:dismiss|sentenc|acquit|impos|enter|transfer|diver)",)),
    (
        "on a condition",
        (r"\bconditional", r"\bprovided that\b", r"\bif\b", r"\bunless\b", r"\buntil\b", r"\bupon (?:success|complet)"),
    ),
    (
        "asked for",
        (r"\brecommend", r"\brequest", r"\bmoves?\b", r"\bseeks?\b", r"\bintent\b", r"\bintends?\b", r"\bpropos"),
    ),
    (
        "asked for",
        (r"\bmaximum\b", r"\bup to \d", r"\bnot to exceed\b", r"\bfaces?\b", r"\bpunishable", r"\bguidelines? range"),
    ),
    ("a part of it", (r"\bin part\b", r"\bpartial", r"\bexcept", r"\balternative")),
)
