"""What a line does to the lines it refers to; how an order rules on them is in `rulings`."""

import re
from dataclasses import replace

from docket.choices import COURT_ACTS, FilingLinkKind, FilingType, RulingOutcome, filing_group
from docket.law.reading.clauses import clauses
from docket.law.reading.objects import Said
from docket.law.reading.references import Reference, references
from docket.law.reading.rulings import RULED_IN_LIST, rulings
from docket.law.reading.shape import ALL, ReadLink
from docket.law.reading.tables.links import (
    ALL_PENDING,
    ALSO,
    ASKED_FOR,
    FILING_WORDS,
    KIND_OF_TYPE,
    NO_RULING_HERE,
    ON_A_MOTION,
    OUTCOMES_IN_LIST,
    REVISIONS,
    SIDES,
    SORTS,
    SORTS_OF_FILINGS,
    SORTS_OF_KIND,
    TAKE_SIDES,
    TERMINATED,
)
from docket.law.reading.wording import Table, any_of

# A first complaint refers to nothing; the numbers beside it are the court's codes.
REFER_TO_NOTHING = frozenset(
    {FilingType.INIT_COMPLAINT, FilingType.INIT_COVER_SHEET, FilingType.INIT_BANKRUPTCY_PETITION}
)
# Acts of the court that rule on nothing, whatever verbs they use: a magistrate judge recommends, a tentative ruling
# may change.
NEVER_RULES = frozenset(
    {
        FilingType.ORDER_NOTICE_OF_HEARING,
        FilingType.JUDG_MANDATE,
        FilingType.ORDER_REPORT_AND_RECOMMENDATION,
        FilingType.ORDER_TENTATIVE_RULING,
    }
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

_in_list = Table(OUTCOMES_IN_LIST, RULED_IN_LIST)
_sides = Table(SIDES, r"\b")
_revisions = Table(REVISIONS, r"\b")
_filing_word = re.compile(rf"\b(?:{FILING_WORDS})s?\b", re.IGNORECASE)
_filing_name = re.compile(
    rf"(?:-\d+)?[\])]?,? ?\(?(?:(?!and\b|to\b|by\b|filed\b)[\w.'’/-]+ ){{0,6}}?(?P<filing>{FILING_WORDS})",
    re.IGNORECASE,
)
_appellate_brief = re.compile(r"\W*(?:reply )?brief filed for", re.IGNORECASE)
_embedded = re.compile(
    r"\b(?:motions?|opposition|response|reply|support)\b.{0,80}\b(?:re|of|to):? \Z(?<!opposition to )(?<!response to )(?<!reply to )(?<!support of )",
    re.IGNORECASE,
)
_side_of = re.compile(
    rf"\b(?:(?:support|opposition|response|reply|objection|joinder|answer)s? (?:of|to|re)|supporting|opposing) (?:(?:the|its|his|her|their|[\w.]+['’]s?|plaintiffs?|defendants?) )*(?:\w+ ){{0,3}}?(?P<what>{FILING_WORDS})",
    re.IGNORECASE,
)
_terminations = re.compile(TERMINATED, re.IGNORECASE)
_all_pending = re.compile(ALL_PENDING, re.IGNORECASE)
_sentence_end = re.compile(r"[.;] [A-Z]")
_aside = re.compile(r"\b(?:as to|re|regarding|on):? $", re.IGNORECASE)
_asked = re.compile(rf"\W*{any_of([ASKED_FOR])}", re.IGNORECASE)
_on_a_motion = re.compile(rf"(?:\w+ ){{0,4}}{any_of([ON_A_MOTION])}", re.IGNORECASE)
_no_ruling_here = re.compile(NO_RULING_HERE, re.IGNORECASE)
_no_request = re.compile(
    r"(?:\w+ ){0,2}?(?:orders?|notices?|hearing|judgment|certificate|minutes|declaration|voluntary petition)\b",
    re.IGNORECASE,
)


def links(text: str, filing_type: str) -> tuple[ReadLink, ...]:
    """The line's links. text: as `clean` leaves it; filing_type: what `types` made of it, "" for no filing."""
    found = references(text)
    if filing_type in REFER_TO_NOTHING:
        return ()
    if filing_type in COURT_ACTS and filing_group(filing_type) in ("order", "judg"):
        return (*_of_an_order(text, filing_type, found), *_of_all_pending(text, filing_type))
    return tuple(_of_a_filing(text, filing_type, found)) if found else ()


def _of_all_pending(text: str, filing_type: str) -> list[ReadLink]:
    """ "All pending motions are denied as moot": a link to every motion that waits, of which only the record knows."""
    said = None if filing_type in NEVER_RULES else _all_pending.search(text)
    return [ReadLink(FilingLinkKind.DISPOSES, ALL, rule="all_pending", clause=said[0])] if said else []


def _terminated(text: str, one: Reference) -> bool:
    """Whether it stands in the clerk's list of motions that were ended."""
    heads = [head.end() for head in _terminations.finditer(text, 0, one.start)]
    return bool(heads) and not _sentence_end.search(text, heads[-1], one.start)


def _of_a_filing(text: str, filing_type: str, found: list[Reference]) -> list[ReadLink]:
    """What a party's filing does to the first filing it names and to those of the same sort beside it."""
    kind, rule = _kind(text, filing_type, found[0].start)
    if _terminations.search(text):
        return [_ended(text, one) for one in found]
    meant = _governed(text, kind, found)
    if kind == FilingLinkKind.AMENDS and filing_type.startswith("init."):
        meant = [one for one in found if _sort_of(text, one) in ("pleading", "")]
    if _appellate_brief.match(text):
        meant = []
    return [
        ReadLink(kind, one.target, rule=rule, clause=_around(text, one))
        if one in meant
        else ReadLink(FilingLinkKind.REFERS_TO, one.target, rule="mention", clause=_around(text, one))
        for one in found
    ]


def _ended(text: str, one: Reference) -> ReadLink:
    if _terminated(text, one):
        return ReadLink(FilingLinkKind.DISPOSES, one.target, rule="motions_terminated", clause=_around(text, one))
    return ReadLink(FilingLinkKind.REFERS_TO, one.target, rule="mention", clause=_around(text, one))


def _governed(text: str, kind: str, found: list[Reference]) -> list[Reference]:
    """The references that the filing's own words govern; of what it answers or opposes, those of the first one's sort."""
    if kind not in SORTS or (len(found) == 1 and not _embedded.search(text[: found[0].start])):
        return found
    named = [(one, _sort_of(text, one)) for one in found]
    wanted = _wanted(text, kind, found[0].start) or frozenset({named[0][1]})
    also = ALSO.get(kind, frozenset())
    return [one for one, sort in named if sort in wanted] or [one for one, sort in named if sort in also]


def _wanted(text: str, kind: str, named: int) -> frozenset[str]:
    """Of which sort the words say it is: "in Support of Opposition to Motion" supports the opposition."""
    if kind in SORTS_OF_KIND:
        return SORTS_OF_KIND[kind]
    said = _side_of.search(text, 0, named)
    return frozenset({_sort(said["what"])}) - {""} if said else frozenset()


def _sort_of(text: str, one: Reference) -> str:
    """What the number names: the word behind it, "12 MOTION", or the one before, "Motion to Stay (Doc. 12)"."""
    if one.listed:
        return _sort(one.described[:80])
    behind = _filing_name.match(text, one.end)
    if behind:
        return _sort(behind["filing"])
    before = list(_filing_word.finditer(text, max(0, one.start - 80), one.start))
    return _sort(before[-1][0]) if before else ""


def _sort(words: str) -> str:
    found = _filing_word.search(words)
    return next((sort for sort, start in SORTS_OF_FILINGS if found and found[0].lower().startswith(start)), "")


def _around(text: str, one: Reference) -> str:
    return text[max(0, one.start - 80) : one.end + 80]


def _kind(text: str, filing_type: str, named: int) -> tuple[str, str]:
    """What a filing of a party does: by the side it takes before the first reference, by its type, by its name."""
    usual = KIND_OF_TYPE.get(filing_type) or KIND_OF_TYPE.get(filing_group(filing_type))
    if filing_type.startswith(TAKE_SIDES) and usual in (None, FilingLinkKind.SUPPORTS, FilingLinkKind.RESPONDS_TO):
        side = _sides.anywhere(text, 0, named)
        if side and usual == FilingLinkKind.RESPONDS_TO and side[0] == FilingLinkKind.SUPPORTS:
            return FilingLinkKind.REFERS_TO, "mention"
        if side:
            return side[0], f"side.{side[0]}"
    if usual:
        return usual, f"paper.{filing_type}"
    revised = _revisions.at_start(text)
    if revised and not filing_type.startswith("order."):
        return revised[0], f"revision.{revised[0]}"
    return FilingLinkKind.REFERS_TO, "mention"


def _of_an_order(text: str, filing_type: str, found: list[Reference]) -> list[ReadLink]:
    """An order rules on what its verbs govern; it only refers to the rest."""
    if (revised := _revisions.at_start(text)) and revised[0] == FilingLinkKind.SUPPLEMENTS:
        return [ReadLink(revised[0], one.target, rule="revision.supplements") for one in found]
    said = {} if filing_type in NEVER_RULES else rulings(text, found)
    is_silent = (
        filing_type not in NO_RULING
        and not said
        and not _no_ruling_here.search(text)
        and not any(clause.meaning for clause in clauses(text))
    )
    return [_ruling(text, one, filing_type, found, said.get(one.target), is_silent) for one in found]


def _ruling(
    text: str, one: Reference, filing_type: str, found: list[Reference], said: Said | None, is_silent: bool
) -> ReadLink:
    link = ReadLink(FilingLinkKind.REFERS_TO, one.target, rule="mention", clause=_around(text, one))
    if filing_type in NEVER_RULES or _is_aside(one, found):
        return link
    if not said and _terminated(text, one):
        return _ended(text, one)
    if one.listed and (own := _in_list.anywhere(one.described, 0, len(one.described))):
        said = Said(own[0], "in_list", one.described)
    if said and filing_type == FilingType.ORDER_MINUTES and _is_of_the_hearing(said):
        return link
    if said and said.meaning in FilingLinkKind.values:
        return replace(link, kind=said.meaning, rule=said.rule, clause=said.clause)
    if said:
        return replace(link, kind=FilingLinkKind.RULES_ON, outcome=said.meaning, rule=said.rule, clause=said.clause)
    if not is_silent or (one is not found[0] and not one.listed) or not _is_on(text, one):
        return link
    return replace(link, kind=FilingLinkKind.RULES_ON, rule="order_on")


def _is_of_the_hearing(said: Said) -> bool:
    """In minutes; "Plaintiff's motion [8] is withdrawn" names the motion."""
    return said.meaning in OF_THE_HEARING and said.rule != "result.withdraw"


def _is_aside(one: Reference, found: list[Reference]) -> bool:
    """In a bracket of related documents orders are mentioned, and where "(Related Doc # 9)" names the motion all else is."""
    if not one.listed:
        return False
    named = any(is_named(other) for other in found)
    return (named and not is_named(one)) or bool(_no_request.match(one.described))


def is_named(reference: Reference) -> bool:
    """Whether the court's bracket is the one that an order takes from its motion."""
    return reference.listed.startswith("(related doc") and "#" in reference.listed


def _is_on(text: str, one: Reference) -> bool:
    """Whether the order is one on this request, whichever way it goes: "Order re 7 MOTION to Compel"."""
    if one.listed:
        return is_named(one) or bool(_asked.match(" " + one.described) or _on_a_motion.match(text))
    return bool(_aside.search(text[max(0, one.start - 14) : one.start]) and _asked.match(text, one.end))
