"""Which numbers are the subject of a ruling: of "Motion to Strike (Doc. 5) is denied" the 5. Pure.

A number within a title is no subject: "the motion to strike 5 Motion to Dismiss is granted" rules on another entry.
"""

import re
from collections.abc import Sequence

from docket.law.reading.beside import beside
from docket.law.reading.clauses import Clause
from docket.law.reading.references import Reference
from docket.law.reading.tables.rulings import BESIDE_A_FILING, FILING_BEHIND, REASONS, REQUEST, TO_THE_NUMBER

request = re.compile(rf"\b{REQUEST}\b", re.IGNORECASE)
to_the_number = re.compile(rf"{TO_THE_NUMBER}$", re.IGNORECASE)
filing_behind = re.compile(FILING_BEHIND, re.IGNORECASE)
reasons = re.compile(REASONS, re.IGNORECASE)
_of_a_title = re.compile(
    r"\b(?:re|regarding|to|of|for|from|on|strike|withdraw|reconsider|vacate|the|joining):? ?[\[(]?\Z", re.IGNORECASE
)
_ONE_REQUEST = r"motion|application|petition|request|stipulation|objection"  # "pending motions" are none of them
_TITLE = rf"\b{REQUEST} (?:\w+ )?(?:to|for|of|on|re|regarding|from)\b[^,;:.()\[\]\d]*"
# "motion to strike 5 Motion", "motion to strike motion to dismiss (5)", "motion for time (4) to answer motion (5)"
_in_a_title = re.compile(
    rf"{_TITLE}\b(?:{_ONE_REQUEST})\b[^,;:.()\[\]\d]*[\[(]?(?:docs?|dkt|ecf|no|#|[. ])*$"
    rf"|\b{REQUEST}\b[^,;:]*\d ?[\])] (?:to|re|regarding|of|for|in|on|as to)\b[^;:]*$",
    re.IGNORECASE,
)
_behind_a_title = re.compile(rf"{_TITLE}(?<!\band )(?<!\band the )[\[(]?$", re.IGNORECASE)
_beside_a_filing = re.compile(BESIDE_A_FILING, re.IGNORECASE)
_begins_a_title = re.compile(rf"[\])] {REQUEST}\b|(?![\])]){FILING_BEHIND}", re.IGNORECASE)


def places(found: Sequence[Reference], start: int, end: int) -> list[tuple[int, Reference]]:
    """Where numbers stand in running text between two places, in their order."""
    inside = [
        (place, one) for one in found if not one.listed for place in (one.start, *one.again) if start <= place < end
    ]
    return sorted(inside, key=lambda pair: pair[0])


def subject(text: str, words: str, start: int, inside: Sequence[tuple[int, Reference]], clause: Clause) -> list[str]:
    """The targets that are the subject; none where it is not sure which of several are."""
    stop = max((words.rfind(mark) + len(mark) for mark in ("; ", ": ", " that ") if mark in words), default=0)
    if stop and any(place >= start + stop for place, _ in inside):
        inside = [(place, one) for place, one in inside if place >= start + stop]
        words = words[stop:]
        start += stop
    inside = [pair for pair in inside if not is_only_named(text, start, pair[0])]
    if not inside:
        return []
    requests = [pair for pair in inside if is_request(text, start, pair, clause.verb_start) or _is_alone(words)]
    if not requests or (requests[0] != inside[0] and "," not in text[inside[0][0] : requests[0][0]]):
        return []
    chain = beside(text, inside, inside.index(requests[0]))
    if all(pair in chain for pair in requests):
        return [one.target for _, one in chain]
    lead = text[start : requests[0][0]]
    beyond = [place for place, one in requests if all(one is not other for _, other in chain)]
    within = all(_of_a_title.search(text[start:place]) for place in beyond)
    if within and to_the_number.fullmatch(lead) and not reasons.match(words):
        return [one.target for _, one in chain]
    return []


def _is_alone(words: str) -> bool:
    """ "49 is DENIED": a sentence whose subject is a number alone."""
    return bool(
        re.fullmatch(
            r"\W*(?:and |but |order\W+)?[\[(#]?\d+(?:-\d+)?[\])]?(?: is| are)?(?: hereby)?\s*", words, re.IGNORECASE
        )
    )


def is_request(text: str, start: int, pair: tuple[int, Reference], until: int | None = None) -> bool:
    """Whether the number names a request: "46 motion", "Motion to Seal (Doc. 4)"."""
    place, one = pair
    number = re.compile(r"[\[(]?@?\d+(?:-\d+)?").match(text, place)
    end = number.end() if number else one.end
    if filing_behind.match(text, end, len(text) if until is None else until):
        return True
    before = text[start:place]
    named = list(request.finditer(before))
    if not named or _is_of_another(before[named[-1].end() :]):
        return False
    return not re.search(
        r"\b(?:to|of|from|in) (?:the )?(?:\w+ ){0,2}[\[(]?(?:docs?|dkt|ecf|filing|re)?\.? ?(?:nos?)?\.? ?$",
        before[named[-1].end() :],
        re.IGNORECASE,
    ) or bool(re.search(r"[\[(]\W*(?:\w+\.? ?){0,3}#? ?$", before))


def _is_of_another(words: str) -> bool:
    """ "MOTION FOR TIME (DOC. NO. 5) TO COMPLAINT (DOC. NO.": the request has its number, this is the complaint's."""
    numbered = re.search(r"\d ?[\])]", words)
    return numbered is not None and other_filing(words[numbered.end() :])


def other_filing(words: str) -> bool:
    """Whether words name a filing that asks for nothing: "to the complaint"."""
    return bool(
        re.search(
            r"\b(?:order|complaint|answer|response|reply|judgment|notice|brief|memorandum|declaration|opposition)\b",
            words,
            re.IGNORECASE,
        )
    )


def is_only_named(text: str, start: int, place: int) -> bool:
    """Whether a number only tells what is meant: in the title of a request with another number or none, or beside it.

    "Motion to strike 5 Motion to Dismiss", "oral argument on 5 Motion to Dismiss".
    """
    before = text[start:place]
    if _beside_a_filing.search(before):
        return True
    number = re.compile(r"[\[(]?\d+(?:-\d+)?").match(text, place)
    named = number and _begins_a_title.match(text, number.end())
    return bool(_in_a_title.search(before) or (named and _behind_a_title.search(before)))
