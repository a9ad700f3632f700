"""What one row of the table of kinds holds. No field has a default: a kind that leaves one out is an error."""

from dataclasses import dataclass
from enum import Enum

from docket.intake.page_kinds.closure_marks import ClosureMarks
from docket.intake.page_kinds.look import Look
from docket.intake.shape import Kind

WHOLE = frozenset({"coverage_note"})
END_AND_WHOLE = frozenset({"date_terminated", "coverage_note"})
# how the case ended stands in its entries (law/reading/endings.py): a page whose entries leave that open says so
ENTRIES_AND_WHOLE = frozenset({"status", "disposition", "ending_as_read", *END_AND_WHOLE})
NOTHING: frozenset[str] = frozenset()
DOCKET_REPORT = "Docket report"


class About(Enum):
    """What a file of a kind tells of."""

    CASE = "the case and its docket"
    ENTRIES = "single entries, not the case"
    HEAD = "the case, and none of its entries"
    RECORD = "a record, exported by this program"


@dataclass(frozen=True, slots=True)
class PageKind:
    """One kind of file: how it is recognised and read, what it says, and how far it is believed."""

    kind: Kind
    look: Look
    reader: str
    """The module in court_pages that reads it."""
    closure: ClosureMarks
    about: About
    rank: int
    """Of two sources the one of higher rank is believed (precedence/source_rank.py)."""
    names_defendant: bool
    """Whether it names the defendant it is of: where it could and does not, it is of the whole case."""
    speaks_of: frozenset[str]
    """Columns of the case of which it says also that there is nothing: no closing date, no part left out."""
    coverage: str
    """What it leaves out of the docket, in words for the reader; "" where that is seen in the page itself."""
    is_appeal: bool
    """Whether its cases are appeals, whatever the court."""
    is_bankruptcy: bool
    """Whether its heading is of a bankruptcy court, which it may call a district's."""
    shows_newest: bool
    """Whether it shows only what is newest, so that an entry may come and go between two looks."""
    brings_docket: bool
    """Whether a case that staff entered has the docket of this page after it."""
    reads_rulings: bool
    """Whether rulings can be read from it: only then is it said that no ruling is linked to a motion."""
    source_title: str
    """What its source is called; "" where it proves nothing about the court's record and is no source."""
    publisher: str
    """Who publishes it; "" for the court itself."""
