"""The clauses of an order: each verb of ruling with its mood and the places that can hold what it rules on.

"granting 5 Motion; denying 6 Motion" has two acts, "46 motion is GRANTED and 49 is DENIED" two results. A verb in
somebody's title ("31 Order granting 30 Motion"), one that is supposed ("will be denied unless") and one that was
("was granted on 3/1") are no clauses.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from docket.law.reading.tables.rulings import (
    BE,
    EITHER,
    INTERIM,
    IS,
    NARROWED,
    NOT_AN_ORDERS_HEAD,
    ORDERED,
    PROVIDED,
    PROVIDED_BEHIND_TITLE,
    SUPPOSED,
    TOLD,
    TOLD_BY_THE_COURT,
    VERBS,
)
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
    r"(?:\b(?:the|an?|this|that|prior|previous|its|his|her|for|of|from|such|(?<![/\d])\d{1,4})\]?\)?|['’]s?) (?:\w+ ){0,2}?orders?\s*$"
    r"|\b(?:affirm|revers|stay|suspend|vacat|rescind|withdraw|clarify|correct|amend|modify|reinstat|uphold|overrul)ing "
    r"(?:[\w'’]+ ){0,3}?(?:orders?|rulings?|decisions?|opinions?)\s*$",
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
_inverted = re.compile(r" (?:is|are)\b")  # "Granted are 3 and 4."
_is = re.compile(IS, re.IGNORECASE)
_supposed = re.compile(SUPPOSED, re.IGNORECASE)
_provided = re.compile(PROVIDED, re.IGNORECASE)
_provided_behind_title = re.compile(PROVIDED_BEHIND_TITLE, re.IGNORECASE)
_told = re.compile(TOLD, re.IGNORECASE)
_told_by_the_court = re.compile(TOLD_BY_THE_COURT, re.IGNORECASE)
_either = re.compile(EITHER, re.IGNORECASE)
_narrowed = re.compile(rf"{NARROWED} ?$", re.IGNORECASE)
_interim = re.compile(INTERIM, re.IGNORECASE)
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
    narrowed: str = ""
    """The word that narrows the verb: "conditionally", "partially", "interim"."""


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
    verbs = [] if _either.search(text, start, end) else list(_verbs.finditer(text, start, end))
    position = start
    for verb in verbs[:MOST]:
        group = verb.lastgroup or ""
        name, _, _, meaning = VERBS[int(group[1:])]
        is_first = not found and not is_later
        rules = (
            _acts(text, start, verb, end, is_first) if group[0] == "a" else _is_result(text, start, position, verb, end)
        )
        if not rules:
            continue
        if found and found[-1].is_act:
            found[-1] = replace(found[-1], end=min(verb.start(), found[-1].end))
        begin = position if group[0] == "r" else verb.start()
        narrowed = _narrowed_by(text, verb)
        found.append(Clause(name, meaning, group[0] == "a", begin, verb.start(), verb.end(), end, narrowed))
        position = verb.end()
    return found


def _narrowed_by(text: str, verb: re.Match[str]) -> str:
    if verb[0].lower().startswith("den") and verb[0].lower().endswith(" in part") and "grant" not in verb[0].lower():
        return "in part"  # what became of the other part is not said
    before = _narrowed.search(text, max(0, verb.start() - 24), verb.start())
    return before[0].strip().lower() if before else "interim" if _interim.match(text) else ""


def _acts(text: str, start: int, verb: re.Match[str], end: int, is_first: bool) -> bool:
    """Whether the court acts by it: it follows the order's heading or a stop, and nothing makes it a supposition."""
    before = text[start : verb.start()]
    head = text[: verb.start()]
    near = text[max(start, verb.start() - 60) : verb.start()]
    if OF_ANOTHER_ORDER.search(head[-60:]) or _provided_behind_title.search(text, verb.end(), end):
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
    if _inverted.match(text, verb.end()) or _provided.search(text[verb.end() : min(end, verb.end() + 60)]):
        return False
    said = _is.search(before)
    if not said and (be := _be.search(before)) and _ordered.search(text[sentence : verb.start()]):
        said = be
    if said:
        subject = clause[: len(clause) - (len(before) - said.start())]
        return not _supposed.search(subject) and _is_told_by_the_court(subject)
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


def _is_told_by_the_court(subject: str) -> bool:
    """ "Ordered that 5 Motion" and "5 Motion", not "the parties agree that 5 Motion"."""
    told = _told.findall(subject)
    return not told or bool(_told_by_the_court.fullmatch(told[-1]))
