"""What a file is that is no docket in a known form, and what to save instead: said of what no kind recognises. Pure.

“This is a page that asks to log in, which cannot be imported” helps more than “not recognised”.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from docket.intake.shape import Refused

SAVE_AGAIN = "Open the page in the browser again and save it as “Web page, HTML only”."
THE_REPORT = "Run the docket report of the case and save that page."


@dataclass(frozen=True, slots=True)
class Foreign:
    """One sort of file: by what it is known, what it is called, and what to do instead."""

    mark: re.Pattern[str]
    what: str
    remedy: str

    @property
    def refusal(self) -> Refused:
        """What is said of such a file."""
        return Refused(f"This is {self.what}, which cannot be imported.", self.remedy)


# In the raw beginning of a file.
RAW = (
    Foreign(
        re.compile(r"&lt;(?:!doctype|html|head|body|table)\b", re.I),
        "a browser's view of a page's source",
        f"The page itself is needed. {SAVE_AGAIN}",
    ),
)
# In what a page shows, in lower case.
PAGES = (
    Foreign(
        re.compile(r"claims? register\b|claims activity"),
        "a claims register without a claim",
        "Run the register for all claims of the case and save that page.",
    ),
    Foreign(
        re.compile(r"associated cases.{0,600}docket report|case file location"),
        "a court's menu of reports on a case",
        "Save the page “Case Summary” or the docket report.",
    ),
    Foreign(re.compile(r"\bpacer\b.{0,200}\b(?:password|login|log in)\b"), "a page that asks to log in", THE_REPORT),
    Foreign(
        re.compile(r"courtlistener\.com|free law project"), "a page of CourtListener", "Save the court's own page."
    ),
)
# Names that a JSON object has.
JSON = (
    ({"resource_uri", "court_id"}, "a docket of CourtListener's interface"),
    ({"results", "next"}, "a list of CourtListener's interface"),
    ({"docket_entries"}, "a docket of the Internet Archive"),
)
OFFICE = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"content.xml", "an office document"),
)
FEWEST_COLUMNS = 5


def refuse_raw(beginning: str) -> None:
    """Raise Refused for what is known by its raw beginning, though a docket's words may stand in it."""
    for foreign in RAW:
        if foreign.mark.search(beginning[:5000]):
            raise foreign.refusal


def is_foreign(plain: str) -> bool:
    """Whether a page or a text is known to be something that cannot be imported."""
    return any(foreign.mark.search(plain) for foreign in PAGES)


def refused_page(plain: str, beginning: str) -> Refused:
    """What to say of a page or a text in which no docket was recognised."""
    for foreign in PAGES:
        if foreign.mark.search(plain):
            return foreign.refusal
    head = beginning.partition("\n")[0]
    if "<" not in head and max(head.count(","), head.count("\t"), head.count(";")) >= FEWEST_COLUMNS - 1:
        return Refused(
            "This is a table of another program, which cannot be imported.",
            "Of tables only a case's own file of filings, as this program exports it, is taken back.",
        )
    return Refused(
        "No docket was recognised in this file.",
        "Expected is a docket report as the court's site serves it, headed “… DOCKET FOR CASE #:”.",
    )


def refused_json(names: Collection[str]) -> Refused:
    """What to say of a JSON file in which no docket was recognised."""
    for known, what in JSON:
        if known <= set(names):
            return Refused(f"This is {what}, which cannot be imported.", "Save the court's own page.")
    held = ", ".join(sorted(names)[:5]) or "no named values"
    return Refused(f"This JSON file is no docket in a known form. It holds {held}.", "Save the court's own page.")


def office_document(data: bytes) -> Refused:
    """What a file is that begins as a ZIP archive does."""
    for name, what in OFFICE:
        if name in data:
            return Refused(f"This is {what}.", f"{SAVE_AGAIN} Of a table, save it as CSV.")
    return Refused("This is a ZIP archive.", "Unpack it, and import the files in it one by one.")
