"""What sort of paper a line is, by what it begins with."""

import re

from docket.choices import FilingType as F
from docket.law.reading.motion_rules import BARE_MOTIONS, MOTIONS, ORDERS
from docket.law.reading.type_rules import AMENDMENTS, BARE_HEARINGS, QUALIFIERS, TYPES
from docket.law.reading.wording import Table, any_of

HEAD = 300  # characters in which the event and its kind are named

# court stamps and case names before the event: "**SEALED DOCUMENT**", "Adversary case 10-00009."
STAMP = re.compile(
    r"(?:\*+[^*]{0,60}\*+|adversary case [\w:-]+\.|\(?document filed under seal\)?|correction:|hearing cancell?ed/rescheduled\."
    r"|miscellaneous document|(?:defendant|plaintiff)s?'?\s.{2,80}?'s (?=(?:answer|motion|complaint|demurrer|notice|opposition|reply)\b))\s*",
    re.IGNORECASE,
)
BARE_HEARING = re.compile(BARE_HEARINGS + r"\s*(?:-\s*\w+)?\s*$", re.IGNORECASE)
_words_before = rf"(?:{any_of(QUALIFIERS)}[\s,:-]+)*"
_amended_before = rf"(?:(?:{any_of(QUALIFIERS)}|{any_of(AMENDMENTS)})[\s,:-]+)*"
_types = Table(TYPES, _words_before)
_amended_types = Table(TYPES, _amended_before)
_motions = Table(MOTIONS, r"\b")
_orders = Table(ORDERS, r"[\s,;:]*")
_bare_motions = Table(BARE_MOTIONS)


def filing_type(text: str, is_short: bool = False) -> str:
    """A value of FilingType, "" where no rule knows the wording or the line is no paper.

    text: as `clean` leaves it. is_short: it is a court's short description of the event, not its docket text.
    """
    head = text[:HEAD]
    start = 0
    while stamp := STAMP.match(head, start):
        start = stamp.end()
    found = _types.at_start(head, start) or _amended_types.at_start(head, start)
    if found is None:
        return _bare(head[start:], is_short)
    meaning, end = found
    if meaning == "motion":
        return which_motion(head, end)
    if meaning in ("order", "minute_order"):
        return which_order(head, end, F.ORDER_MINUTE_ORDER if meaning == "minute_order" else F.ORDER_ORDER)
    return meaning


def which_motion(head: str, position: int) -> str:
    """The motion's kind: the first that the following words name."""
    found = _motions.anywhere(head, position, min(len(head), position + 160))
    return found[0] if found else F.MOT_MOTION


def which_order(head: str, position: int, otherwise: str) -> str:
    """The order's kind where it stands in its first words; most orders rule on something and are just that."""
    found = _orders.at_start(head, position)
    return (found and found[0]) or otherwise


def _bare(head: str, is_short: bool) -> str:
    if BARE_HEARING.match(head):
        return F.ORDER_MINUTES
    found = _bare_motions.at_start(head) if is_short else None
    return found[0] if found else ""
