"""What reading a line proposes."""

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum


class DateKind(StrEnum):
    """Whether a date is one on which something takes place, or by which something is due."""

    HEARING = "hearing"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class ReadType:
    """A value of FilingType, and the name of the rule by which it was read."""

    name: str
    rule: str


ALL = "*"  # as a target: every motion that waits


@dataclass(frozen=True, slots=True)
class ReadLink:
    """A reference to another line of the same docket.

    target: the entry number as printed ("12"), "@" and the court's own sequence ("@1961713"), or ALL.
    kind, outcome: values of FilingLinkKind and RulingOutcome; outcome "" where the text does not say.
    rule: by which it was read; clause: the words that it was read from.
    """

    kind: str
    target: str
    outcome: str = ""
    rule: str = field(default="", compare=False)
    clause: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A hearing that is set or a day that is ordered. title: the court's words for it, without the date."""

    kind: DateKind
    day: date
    title: str
    at: time | None = None
    hearing_kind: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything proposed for one line. filing_type "" where no rule knows the wording."""

    filing_type: str = ""
    links: tuple[ReadLink, ...] = ()
    dates: tuple[ReadDate, ...] = ()
    filers: tuple[str, ...] = ()
    """Words that may begin with the names of who filed it, “Plaintiff A, B and C”, the likeliest first."""
    type_rule: str = ""
    """The rule by which the type was read."""
