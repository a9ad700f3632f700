"""How pages say that a case or an entry is closed to the public: the words that the table of kinds refers to.

Regular expressions, with the case of letters as the courts print them unless `(?i:…)` says otherwise.
"""

from dataclasses import dataclass, replace

_FLAG = r"(?:SEALED|SEALED CASE|CASE SEALED|RESTRICTED|NON-?PUBLIC)"
_HEADING = r"(?i:\*+ ?sealed ?\*+|[(\[]sealed[)\]]|\bthis case is (?:sealed|under seal|restricted))"
_CAPTION = (
    r"(?i:(?:.{1,80} v\.? )?expunged|sealed case|case (?:is )?sealed"
    r"|sealed(?: (?:plaintiff|appellant|petitioner))?(?: \d+)? v\.? sealed\b.*)"
)
_ENTRY = (
    r"(?i:\bthis (?:docket )?(?:entry|text)\b[^.;]{0,40}\b(?:is|are) (?:sealed|under seal|restricted|not public)\b"
    r"|\A\W*(?:sealed|restricted) (?:docket )?(?:entry|event)\b"
    r"|\A\W*(?:docket )?(?:entry|text) (?:is )?(?:sealed|restricted)\b)"
)
_NOTICE = r"(?i:\b(?:sealed|under seal|restricted|ex parte|confidential|not public|non-?public)\b)"
"""A notice goes to those who may see what is closed: whatever speaks of closure waits for the court's own page."""
_REGISTER = (
    rf"{_ENTRY}|(?i:\A\W*(?:sealed|confidential|restricted|expunged)\b|[(\[](?:sealed|confidential|restricted)[)\]])"
)
"""A state's register marks an event by its first word, or in brackets behind it."""
_KEY = r"(?i:.*(?:seal|restrict|confiden|non_?public).*)"
"""A court's JSON: the name of a property that says closed when it is anything but false, none, nought or empty."""


@dataclass(frozen=True, slots=True)
class ClosureMarks:
    """How pages of one kind say that something is closed; "" where they have no such mark."""

    flag: str
    """A token among the court's flags at the top of the page, whole."""
    heading: str
    """Words in the heading above the parties."""
    caption: str
    """The title of the case, whole."""
    entry: str
    """Words in an entry's text that say that the entry itself is closed, not only a document."""
    key: str
    """A property, of the case or of an entry, in a court's JSON."""


DOCKET = ClosureMarks(flag=_FLAG, heading=_HEADING, caption=_CAPTION, entry=_ENTRY, key="")
WITHOUT_FLAGS = replace(DOCKET, flag="")
TITLE_AND_ENTRIES = replace(WITHOUT_FLAGS, heading="")
ENTRIES = replace(TITLE_AND_ENTRIES, caption="")
JSON = replace(TITLE_AND_ENTRIES, key=_KEY)
JSON_WITH_LEVELS = replace(JSON, key=r"(?i:securityLevel|.*(?:seal|restrict|confiden).*)")
JSON_WITH_SECURITY = replace(JSON, key=rf"{_KEY}|(?:security\d|compositeSecurity)")
ANY_WORD = replace(WITHOUT_FLAGS, entry=_NOTICE)
REGISTER = replace(WITHOUT_FLAGS, entry=_REGISTER)
HEADING = replace(WITHOUT_FLAGS, entry="")
UNMARKED = ClosureMarks(flag="", heading="", caption="", entry="", key="")
