"""Who filed a filing, by the words after "by": `names` takes from them only names that the case knows."""

import re

from docket.choices import COURT_ACTS, FilingType, filing_group
from docket.law.reading.clean import outermost

LONGEST = 600
MOST = 6  # places at which somebody may be named
# tried in this order: the attorney files, the party on whose behalf it is done is the filer
ON_BEHALF = (
    re.compile(r"\bon behalf of ", re.IGNORECASE),
    re.compile(
        r"\bby (?:attorney )?[\w.' -]{3,60}? for (?=(?:appell|plaintiff|defendant|petitioner|respondent))",
        re.IGNORECASE,
    ),
)
SAID = (re.compile(r"\b(?:filed|submitted) ?by ", re.IGNORECASE), re.compile(r"(?<!ed )\bby (?=[A-Z])"))
# a clerk's line about a filing names who filed that, not who filed the line
ABOUT_A_FILING = re.compile(r"\W*(?:paper copies|the following|deficien)", re.IGNORECASE)
# what a clerk does, and who acts for the court, has no filer
NO_FILER = frozenset({FilingType.SVC_SUMMONS, FilingType.NOTICE_FILING_ERROR})
# acts of the court that a party's attorney may file for it: "Notice of Hearing … filed by A on behalf of B"
FOR_A_PARTY = frozenset({FilingType.ORDER_NOTICE_OF_HEARING})


def filers(text: str, filing_type: str) -> tuple[str, ...]:
    """The words from each place on at which the filers may be named, the likeliest first; none for an act of the court."""
    expressions: tuple[re.Pattern[str], ...] = ON_BEHALF + SAID
    if ABOUT_A_FILING.match(text):
        return ()
    if filing_type in FOR_A_PARTY:
        expressions = ON_BEHALF
    elif filing_type in COURT_ACTS or filing_type in NO_FILER or filing_group(filing_type) in ("order", "judg"):
        return ()
    said = outermost(text, instead=";")
    ends = dict.fromkeys(match.end() for words in expressions for match in words.finditer(said))
    return tuple(said[end : end + LONGEST] for end in list(ends)[:MOST])
