"""What a line does to the lines it refers to, and how it rules on them."""

import re
from collections.abc import Iterator

from docket.choices import COURT_ACTS, FilingLinkKind, FilingType, RulingOutcome, filing_group
from docket.law.reading.link_rules import (
    ASKED_FOR,
    KIND_OF_TYPE,
    ON_A_MOTION,
    OUTCOMES,
    OUTCOMES_AFTER,
    REVISIONS,
    RULED,
    RULED_IN_LIST,
    SIDES,
    SUPPOSED,
    TAKE_SIDES,
)
from docket.law.reading.references import Reference, references
from docket.law.reading.shape import ReadLink
from docket.law.reading.wording import Table, any_of

# A first complaint refers to nothing; the numbers beside it are the court's codes.
REFER_TO_NOTHING = frozenset(
    {FilingType.INIT_COMPLAINT, FilingType.INIT_COVER_SHEET, FilingType.INIT_BANKRUPTCY_PETITION}
)
# Acts of the court that rule on nothing, whatever verbs they use: a magistrate judge recommends, a tentative ruling
# may change.
NEVER_RULES = frozenset(
    {FilingType.ORDER_NOTICE_OF_HEARING, FilingType.ORDER_REPORT_AND_RECOMMENDATION, FilingType.ORDER_TENTATIVE_RULING}
)
# And those that rule on nothing unless they say so.
NO_RULING = frozenset(
    {
        FilingType.ORDER_MINUTES,
        FilingType.ORDER_SCHEDULING,
        *(t for t in COURT_ACTS if filing_group(t) == "judg"),
    }
)
# In minutes these speak of the hearing: "Hearing stricken".
OF_THE_HEARING = frozenset(
    {RulingOutcome.STRICKEN, RulingOutcome.WITHDRAWN, RulingOutcome.DEFERRED, FilingLinkKind.VACATES}
)
GRANTING = frozenset({RulingOutcome.GRANTED, RulingOutcome.GRANTED_IN_PART})
DENYING = frozenset({RulingOutcome.DENIED, RulingOutcome.DENIED_AS_MOOT, RulingOutcome.DENIED_WITHOUT_PREJUDICE})
NEAR = 120  # characters before a number in which the verb that rules on it stands
AFTER = 600  # and after it: "(filing no. 48 ) is denied"

_outcomes = Table(OUTCOMES, r"\b")
_outcomes_after = Table(OUTCOMES_AFTER, RULED)
_outcomes_in_list = Table(OUTCOMES_AFTER, RULED_IN_LIST)
_supposed = re.compile(SUPPOSED, re.IGNORECASE)
_sentence = re.compile(r"[.;]\s+(?=[A-Z])")
_many = re.compile(r"\b(?:are|were|motions|applications|requests|objections)\b", re.IGNORECASE)
_named_before = re.compile(r"[(\[](?:doc|dkt|ecf|filing|d\.?e)[^()\[\]]{0,14}$", re.IGNORECASE)
_sides = Table(SIDES, r"\b")
_revisions = Table(REVISIONS, r"\b")
_aside = re.compile(r"\b(?:as to|re|regarding|on):? $", re.IGNORECASE)
_asked = re.compile(rf"\W*{any_of([ASKED_FOR])}", re.IGNORECASE)
_on_a_motion = re.compile(rf"(?:\w+ ){{0,4}}{any_of([ON_A_MOTION])}", re.IGNORECASE)
_no_request = re.compile(
    r"(?:\w+ ){0,2}?(?:orders?|notices?|hearing|judgment|certificate|minutes|declaration|voluntary petition)\b",
    re.IGNORECASE,
)
_asked_near = re.compile(r"\b(?:motion|application|petition|stipulation|request)\b", re.IGNORECASE)


def links(text: str, filing_type: str) -> tuple[ReadLink, ...]:
    """The line's links. text: as `clean` leaves it; filing_type: what `types` made of it, "" for no paper."""
    found = references(text)
    if not found or filing_type in REFER_TO_NOTHING:
        return ()
    if filing_type in COURT_ACTS and filing_group(filing_type) in ("order", "judg"):
        if (revised := _revisions.at_start(text)) and revised[0] == FilingLinkKind.SUPPLEMENTS:
            return tuple(ReadLink(revised[0], reference.target) for reference in found)
        return tuple(_ruling(text, reference, filing_type, found) for reference in found)
    kind = _kind(text, filing_type, found[0].start)
    return tuple(ReadLink(kind, reference.target) for reference in found)


def _kind(text: str, filing_type: str, named: int) -> str:
    """What a paper of a party does: by the side it takes before the first reference, by its type, by its name."""
    usual = KIND_OF_TYPE.get(filing_type) or KIND_OF_TYPE.get(filing_group(filing_type))
    if filing_type.startswith(TAKE_SIDES) and usual in (None, FilingLinkKind.SUPPORTS, FilingLinkKind.RESPONDS_TO):
        side = _sides.anywhere(text, 0, named)
        if side and not (usual == FilingLinkKind.RESPONDS_TO and side[0] == FilingLinkKind.SUPPORTS):
            return side[0]
    if usual:
        return usual
    revised = _revisions.at_start(text)
    return revised[0] if revised and not filing_type.startswith("order.") else FilingLinkKind.REFERS_TO


def _ruling(text: str, reference: Reference, filing_type: str, found: list[Reference]) -> ReadLink:
    """An order rules on what it grants or denies, and on what could be asked for; else it only refers to it."""
    target = reference.target
    if filing_type in NEVER_RULES or _is_aside(text, reference, found):
        return ReadLink(FilingLinkKind.REFERS_TO, target)
    meaning = _together([_outcome(text, reference, found), *_outcomes_again(text, reference)])
    if filing_type == FilingType.ORDER_MINUTES and meaning in OF_THE_HEARING:
        return ReadLink(FilingLinkKind.REFERS_TO, target)
    if meaning in FilingLinkKind.values:
        return ReadLink(meaning, target)
    if meaning:
        return ReadLink(FilingLinkKind.RULES_ON, target, meaning)
    if filing_type in NO_RULING or not _could_be_asked(text, reference):
        return ReadLink(FilingLinkKind.REFERS_TO, target)
    return ReadLink(FilingLinkKind.RULES_ON, target)


def _is_aside(text: str, reference: Reference, found: list[Reference]) -> bool:
    """Whether it is only mentioned: "granting 100 Stipulation as to 99 Motion" rules on 100.

    In a bracket of related documents orders are mentioned, and where "(Related Doc # 9)" names the motion all else is.
    """
    if reference.listed:
        named = any(is_named(other) for other in found)
        return (named and not is_named(reference)) or bool(_no_request.match(reference.described))
    before = text[max(0, reference.start - 14) : reference.start]
    return bool(_aside.search(before)) and any(other.start < reference.start for other in found)


def is_named(reference: Reference) -> bool:
    """Whether the court's bracket is the one that an order takes from its motion."""
    return reference.listed.startswith("(related doc") and "#" in reference.listed


def _outcome(text: str, reference: Reference, found: list[Reference]) -> str:
    """The nearest verb before the number; for a bracket of related documents the line's own verb; else one after it."""
    if reference.listed:
        in_list = _outcomes_in_list.anywhere(reference.described, 0, len(reference.described))
        if in_list:
            return in_list[0]
        said = _outcomes.everywhere(text, 0, reference.start)
        if meaning := next((meaning for meaning in said if meaning != FilingLinkKind.REFERS_TO), ""):
            return meaning
        return _outcome_after(text, reference, found) if len(found) == 1 else ""
    near = list(_outcomes.everywhere(text, max(0, reference.start - NEAR), reference.start))
    return near[-1] if near else _outcome_after(text, reference, found)


def _outcomes_again(text: str, reference: Reference) -> Iterator[str]:
    """How it is ruled on where a verb stands before its number once more: "granting 21 Motion to …; denying 21 …"."""
    for start in reference.again:
        position = max(0, start - NEAR)
        while said := _outcomes.anywhere(text, position, start):
            meaning, position = said
            if text[position:start].strip(" [") == "":
                yield meaning


def _together(said: list[str]) -> str:
    """One motion that asks for several things can be granted in one and denied in another."""
    if any(meaning in GRANTING for meaning in said) and any(meaning in DENYING for meaning in said):
        return RulingOutcome.GRANTED_IN_PART
    return said[0] or next((meaning for meaning in said if meaning in RulingOutcome.values), "")


def _outcome_after(text: str, reference: Reference, found: list[Reference]) -> str:
    """In its own sentence a verb belongs to the reference next before it; in a later one to the line's first request,
    or to all of them: "the motions are denied"."""
    said = _outcomes_after.anywhere(text, reference.end, min(len(text), reference.end + AFTER))
    if not said:
        return ""
    meaning, end = said
    breaks = [sentence.end() for sentence in _sentence.finditer(text, reference.end, end)]
    if not breaks:
        return "" if any(reference.end < other.start < end for other in found) else meaning
    said_there = text[breaks[-1] : end]
    if _supposed.search(said_there) or not _could_be_asked(text, reference):
        return ""
    is_first = all(other is reference or not _could_be_asked(text, other) for other in _until(reference, found))
    return meaning if is_first or _many.search(said_there) else ""


def _until(reference: Reference, found: list[Reference]) -> list[Reference]:
    return [other for other in found if other.start <= reference.start]


def _could_be_asked(text: str, reference: Reference) -> bool:
    if reference.listed:
        return is_named(reference) or bool(_asked.match(" " + reference.described) or _on_a_motion.match(text))
    if _named_before.search(text, max(0, reference.start - 20), reference.start):
        return bool(_asked_near.search(text, max(0, reference.start - NEAR), reference.start))
    before = _asked_near.search(text, max(0, reference.start - NEAR // 2), reference.start)
    return bool(_asked.match(text, reference.end) or before)
