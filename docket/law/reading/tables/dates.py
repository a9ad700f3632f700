"""What courts call the days they set, and the words that show that a day is set, due or taken away again. Data."""

from docket.choices import HearingKind as H

# The name of what takes place, anywhere in the words before "set for"; the first that fits holds.
HEARINGS: list[tuple[str, str]] = [
    ("(?:change of plea|plea hearing|plea and sentence|re-?arraignment|plea)", H.CHANGE_OF_PLEA),
    ("arraignment", H.ARRAIGNMENT),
    ("sentencing|sentence", H.SENTENCING),
    ("(?:detention|bond|bail)(?: \\w+)? hearing", H.DETENTION_HEARING),
    ("preliminary (?:examination|hearing)", H.PRELIMINARY_HEARING),
    ("initial appearance|first appearance", H.INITIAL_APPEARANCE),
    ("bench trial|non-?jury trial|court trial", H.BENCH_TRIAL),
    ("trial", H.JURY_TRIAL),
    ("(?:final )?pre-?trial (?:conference|hearing)", H.PRETRIAL_CONFERENCE),
    (
        "(?:scheduling|case management|rule 16|initial) (?:\\w+ )?conference|case management hearing",
        H.SCHEDULING_CONFERENCE,
    ),
    ("status (?:conference|hearing|report hearing)", H.STATUS_CONFERENCE),
    ("settlement conference", H.SETTLEMENT_CONFERENCE),
    ("mediation(?: conference)?", H.MEDIATION),
    ("(?:order to )?show cause(?: hearing)?", H.SHOW_CAUSE),
    ("evidentiary hearing", H.EVIDENTIARY_HEARING),
    ("oral argument", H.ORAL_ARGUMENT),
    ("(?:341|meeting of creditors|creditors' meeting|341\\(a\\) meeting)", H.CREDITORS_MEETING),
    ("motions? hearing|hearing on (?:\\w+ )?motion|presentment", H.MOTION_HEARING),
    ("hearing|argument", H.HEARING),
    (
        "conference|docket call|calendar call|appearance|jury selection|calendar|examination|interview|next court date",
        H.OTHER,
    ),
]

# A name with one of these is a day by which something is due, although the words say "set for".
DUE_NAMES = "deadline|cut-?off|due|report|restriction|statement|brief|disclosures?|discovery|filing|completion"

# "Jury Trial set for", "Hearing scheduled", "will be held on", "is continued to"
SET = (
    r"(?:re-?set|set|re-?scheduled|scheduled|continued|noticed|calendared|adjourned|moved|postponed|convene[sd]?|to be held|will be held|be held"
    r"|take place|commence|begin|to appear|distributed for conference of|shall appear)"
)
BETWEEN = r"(?: (?:to|for|on|at|before|until|of|hearing|is|the|be|date|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b[,:]?)*"

# "due by 3/4/2010", "Answer due 5/9/2006", "Brief now due", "Response Due:"
DUE = r"(?:now )?due(?: date)?(?: (?:by|on|in|no later than|before|or before|set for|date|noon|is))*:?"
# "on or before", "by no later than", "not later than", "last day to amend is"
BY = r"(?:on or before|(?:by )?no later than|(?:by )?not later than|by close of business(?: on)?)"
# "extended until", "up to and including", "through and including": an order's or a stipulation's extension
UNTIL = (
    r"(?:up to and including|through and including|to and including|extended (?:\w+ ){0,3}(?:until|to|through)|deadline (?:\w+ ){0,6}to"
    r"|extend\w* (?:[\w,]+ ){0,14}?until|until and including|has until|have until|shall have (?:[\w ]{0,40}, )?until|continued until)"
)
# a day named as the last
LAST = r"(?:cut-?off(?: date)?|deadline|last day to [\w ,/-]{2,60}?|discovery (?:closes|ends))(?: (?:is|of|for|set for|reset for|to|on|extended to))*:?"
# somebody is told to do something by a day
TOLD = r"(?:shall|must|to|directed to|required to|will|are to|is to|ordered to) (?:\w+,? ){0,3}?(?:file|serve|submit|provide|respond|answer|show|pay|complete|notify|exchange|disclose|be filed|be served|be made available|made available|surrender)[^.;]{0,160}? (?:by|before)"
AVAILABLE = r"(?:be|made) available [^.;]{0,60}? by"
SURRENDER = r"(?:self[- ]surrender)[^.;]{0,40}? (?:on|by)"

# between the name and the day they tell of something done: "Hearing held on", "Order on hearing signed on"
DONE = r"\b(?:held|signed|filed|served|entered|dated|executed|mailed|concluded|completed|taken|issued|conducted|heard|began|ended|returned|vacating)\b"

# after the day, they take it back
TAKEN_BACK = (
    r"[^.;]{0,90}?\b(?:not held|off calendar|taken under submission"
    r"|(?:is|are|was|were|has been|have been|be)(?: hereby)? (?:vacated|cancell?ed|taken off|stricken|continued|rescheduled|adjourned|converted))"
)
# a line that begins with one takes back every day it names
TAKES_BACK = r"(?:\*+)?(?:terminat\w+|cancel\w*|vacat\w+|notice (?:of )?(?:cancel\w*|vacat\w+))\b"
# a title does not end with them
LOOSE_ENDS = r"(?:\s+(?:up|through|until|to|and|including|no|not|later|than|on|or|before|by|is|are|was|of|shall|must|be|filed|served|extended|hereby|at|for|the))+$"

# before the day, they take it back
# "is stricken and the matter continued to", directly before the day, sets it anew
SET_ANEW = r"\band (?:\w+ ){0,4}(?:continued|re-?set|re-?scheduled|moved) (?:to|for)"
CANCELLED = r"\b(?:cancel\w*|vacat\w+|stricken|terminat\w+|previously|not held|withdrawn prior|off calendar|was|were|originally|formerly)\b"
