"""The clauses of an order: each verb of ruling with its mood and the places that can hold what it rules on.

"granting 5 Motion; denying 6 Motion" has two acts, "46 motion is GRANTED and 49 is DENIED" two results. A verb in
somebody's title ("31 Order granting 30 Motion"), one that is supposed ("will be denied unless") and one that was
("was granted on 3/1") are no clauses.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docket.law.reading.tables.rulings import BE, IS, NOT_AN_ORDERS_HEAD, ORDERED, PROVIDED, SUPPOSED, VERBS
from docket.law.reading.wording import pattern

HEAD = 160  # characters before an order's first verb: "ORDER by Judge Roe as to John Doe"
MOST = 60  # verbs of one line
# a sentence ends before a capital or a number, not behind an abbreviation
SENTENCE = re.compile(
    r"(?<!\bno)(?<!\bnos)(?<!\bdoc)(?<!\bdocs)(?<!\bdkt)(?<!\bmr)(?<!\bms)(?<!\bmrs)(?<!\bdr)(?<!\bv)(?<!\bjr)(?<!\binc)"
    r"(?<!\bcorp)(?<!\bhon)(?<!\b[a-z])[.]['\")]*\s+(?!\((?:doc|dkt|ecf)\b)(?=[\[(\"#]?[A-Z\d])|\*{3}",
    re.IGNORECASE,
)
DIRECTLY = re.compile(
    r"(?:^(?:order\s)?|[;,:.)\]/-]|\band|\bbut|\bthen|\bhereby|\b(?:court|judge))(?: the court)?\s*(?:\(?(?:\d|[ivx]+)\)\s*)?$",
    re.IGNORECASE,
)
ORDER = re.compile(
    r"\b(?:orders?|ordered|opinion|decision|ruling|endorsement|minutes?|entry|judgment|letter sent)\b", re.IGNORECASE
)
# "31 Order granting", "the order denying", "seeks an order granting": what another order did, or would do
OF_ANOTHER_ORDER = re.compile(
    r"(?:\b(?:the|an?|this|that|prior|previous|its|his|her|for|of|from|such|(?<![/\d])\d{1,4})\]?\)?|['’]s?) (?:\w+ ){0,2}?orders?\s*$",
    re.IGNORECASE,
)
# the verb stands alone, or in capitals, or at the end of what is said
ALONE = re.compile(r"(?:^|[:.;\])-]|\b(?:ordered|held))\s*$", re.IGNORECASE)
AT_THE_END = re.compile(r"\s*(?:[.;,(]|$|\bin\b|\bas\b|\bwithout\b|\bwith\b|\bto\b|\bfor\b|\bre\b)")

_verbs = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<a{n}>{pattern(act)})|(?P<r{n}>{pattern(result)})" for n, (_, act, result, _) in enumerate(VERBS))
    + r")(?!\w)",
    re.IGNORECASE,
)
_be = re.compile(BE, re.IGNORECASE)
_ordered = re.compile(ORDERED, re.IGNORECASE)
_is = re.compile(IS, re.IGNORECASE)
_supposed = re.compile(SUPPOSED, re.IGNORECASE)
_provided = re.compile(PROVIDED, re.IGNORECASE)
_no_head = re.compile(NOT_AN_ORDERS_HEAD, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb that rules.

    verb: its name in VERBS; meaning: a value of RulingOutcome or FilingLinkKind, "" where it rules on nothing.
    is_act: what it rules on follows ("granting 5"), else it precedes ("5 is granted").
    start, end: the clause; verb_start, verb_end: the verb.
    """

    verb: str
    meaning: str
    is_act: bool
    start: int
    verb_start: int
    verb_end: int
    end: int
    is_bare: bool = False
    """It continues the verb before it: "granted as to A and denied as to B"."""


def clauses(text: str) -> list[Clause]:
    """Every clause, in the order of the text."""
    found: list[Clause] = []
    for start, end in sentences(text):
        found += _of_sentence(text, start, end, bool(found))
    return found[:MOST]


def verbs_between(text: str, start: int, end: int) -> set[str]:
    """What every verb of ruling between two places would do, whether or not it rules there."""
    return {VERBS[int((verb.lastgroup or "")[1:])][3] for verb in _verbs.finditer(text, start, end)} - {""}


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The places between which each sentence stands."""
    start = 0
    for stop in SENTENCE.finditer(text):
        yield start, stop.start()
        start = stop.end()
    yield start, len(text)


def _of_sentence(text: str, start: int, end: int, is_later: bool) -> list[Clause]:
    found: list[Clause] = []
    verbs = list(_verbs.finditer(text, start, end))
    position = start
    for verb in verbs[:MOST]:
        group = verb.lastgroup or ""
        name, _, _, meaning = VERBS[int(group[1:])]
        is_first = not found and not is_later
        rules = _acts(text, start, verb, is_first) if group[0] == "a" else _is_result(text, start, position, verb, end)
        if not rules:
            continue
        if found and found[-1].is_act:
            found[-1] = _until(found[-1], verb.start())
        begin = position if group[0] == "r" else verb.start()
        found.append(Clause(name, meaning, group[0] == "a", begin, verb.start(), verb.end(), end))
        position = verb.end()
    return found


def _until(clause: Clause, end: int) -> Clause:
    return Clause(
        clause.verb,
        clause.meaning,
        clause.is_act,
        clause.start,
        clause.verb_start,
        clause.verb_end,
        min(end, clause.end),
    )


def _acts(text: str, start: int, verb: re.Match[str], is_first: bool) -> bool:
    """Whether the court acts by it: it follows the order's heading or a stop, and nothing makes it a supposition."""
    before = text[start : verb.start()]
    head = text[: verb.start()]
    near = text[max(start, verb.start() - 60) : verb.start()]
    if OF_ANOTHER_ORDER.search(head[-60:]):
        return False
    if is_first and len(head) <= HEAD:
        return bool(ORDER.search(head) or not head.strip()) and not _no_head.search(_unnamed(head))
    if not DIRECTLY.search(before):
        return False
    return not _supposed.search(re.split(r"[;:]", near)[-1])


def _unnamed(head: str) -> str:
    """The heading without days and what stands in brackets: "Order signed on 8/28/2009 Granting"."""
    return re.sub(
        r"\bon \d|\([^()]*\)|\b(?:filed|signed|entered|dated|held) on\b|as to [A-Z][\w. ]+",
        " ",
        head,
        flags=re.IGNORECASE,
    )


def _is_result(text: str, sentence: int, start: int, verb: re.Match[str], end: int) -> bool:
    """Whether something is so ruled on: "is hereby GRANTED", "MOTION DENIED."; not "was granted", "is not granted"."""
    before = text[start : verb.start()]
    clause = re.split(r";|\bbut\b", before)[-1]
    if _provided.search(text, verb.end(), min(end, verb.end() + 60)):
        return False
    said = _is.search(before)
    if not said and (be := _be.search(before)) and _ordered.search(text[sentence : verb.start()]):
        said = be
    if said:
        return not _supposed.search(clause[: len(clause) - (len(before) - said.start())])
    if _supposed.search(clause):
        return False
    continues = re.search(r"(?:^|[\s,;])(?:and|but|/|otherwise)(?: is| are)?(?: otherwise| hereby)?\s*$", before)
    is_loud = verb[0].isupper() or bool(AT_THE_END.match(text, verb.end()))
    return bool(
        ALONE.search(before)
        or continues
        or (
            is_loud
            and re.search(
                r"\b(?:motions?|applications?|objections?|requests?|petition|relief|judgment)\b|[\])]\s*$|#\d+\s*$",
                clause,
                re.IGNORECASE,
            )
        )
    )
