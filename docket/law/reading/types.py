"""What sort of filing a line is, by what it begins with."""

import re

from docket.choices import FilingType as F
from docket.law.reading.shape import ReadType
from docket.law.reading.tables.motions import BARE_MOTIONS, MOTIONS, ORDERS
from docket.law.reading.tables.types import AMENDMENTS, BARE_HEARINGS, QUALIFIERS, TYPES
from docket.law.reading.wording import Found, Table, any_of

HEAD = 300  # characters in which the event and its kind are named

# court stamps and case names before the event: "**SEALED DOCUMENT**", "Adversary case 10-00009."
STAMP = re.compile(
    r"(?:\*+[^*]{0,60}\*+|\((?:unsealed|this document (?:is|was) unsealed|the wrong pdf|incorrect pdf|redline)[^()]*\)|adversary case [\w:-]+\.|\(?document filed under seal\)?|correction:|hearing cancell?ed/rescheduled\."
    r"|\(e\)(?=order\b)|(?:(?:chief|senior|district|magistrate|bankruptcy) )*judge [^:;()\d]{3,40}: (?=(?:\w+ )?order entered\b)"
    r"|miscellaneous document|(?:(?:defendant|plaintiff)s?'?\s)?[A-Z][A-Z .,&-]{2,60}['’]S? (?=ANSWER\b|ORDER\b(?!))|(?:defendant|plaintiff)s?'?\s.{2,80}?'s (?=(?:answer|motion|complaint|demurrer|notice|opposition|reply)\b))\s*",
    re.IGNORECASE,
)
BARE_HEARING = re.compile(BARE_HEARINGS + r"\s*(?:-\s*\w+)?\s*$", re.IGNORECASE)
# what a court sets is no filing of the thing: "Motion for Sanctions Hearing set for 10/11/2019", "Initial Appearance is set for"
IS_SET = re.compile(
    r"(?:(?!\b(?:by|filed|re)\b)[^.(;]){0,160}?\b(?:hearing|appearance) (?:is |are )?(?:re)?set for\b", re.IGNORECASE
)
_words_before = rf"(?:{any_of(QUALIFIERS)}[\s,:-]+)*"
_amended_before = rf"(?:(?:{any_of(QUALIFIERS)}|{any_of(AMENDMENTS)})[\s,:-]+)*"
_types = Table(TYPES, _words_before, "types")
_amended_types = Table(TYPES, _amended_before, "types")
_motions = Table(MOTIONS, r"\b", "motions")
_orders = Table(ORDERS, r"[\s,;:]*", "orders")
_bare_motions = Table(BARE_MOTIONS, name="short_motions")
TABLES = (_types, _motions, _orders, _bare_motions)
NONE = ReadType("", "")


def filing_type(text: str, is_short: bool = False) -> ReadType:
    """The type, "" where no rule knows the wording or the line is no filing, and the rule that says so.

    text: as `clean` leaves it. is_short: it is a court's short description of the event, not its docket text.
    """
    head = text[:HEAD]
    start = 0
    while stamp := STAMP.match(head, start):
        start = stamp.end()
    found = _types.at_start(head, start) or _amended_types.at_start(head, start)
    if found is None:
        return _bare(head[start:], is_short)
    if found.meaning in ("motion", F.NOTICE_APPEARANCE) and IS_SET.match(head, start):
        return NONE
    if found.meaning == "motion":
        return which_motion(head, found)
    if found.meaning in ("order", "minute_order"):
        return which_order(head, found)
    return ReadType(found.meaning, found.rule)


def which_motion(head: str, said: Found) -> ReadType:
    """The motion's kind: the first that the following words name."""
    found = _motions.anywhere(head, said.end, min(len(head), said.end + 160))
    return ReadType(found.meaning, found.rule) if found else ReadType(F.MOT_MOTION, said.rule)


def which_order(head: str, said: Found) -> ReadType:
    """The order's kind where it stands in its first words; most orders rule on something and are just that."""
    otherwise = F.ORDER_MINUTE_ORDER if said.meaning == "minute_order" else F.ORDER_ORDER
    found = _orders.at_start(head, said.end)
    return ReadType(found.meaning, found.rule) if found and found.meaning else ReadType(otherwise, said.rule)


def _bare(head: str, is_short: bool) -> ReadType:
    if BARE_HEARING.match(head):
        return ReadType(F.ORDER_MINUTES, "bare_hearing")
    found = _bare_motions.at_start(head) if is_short else None
    return ReadType(found.meaning, found.rule) if found else NONE
