"""What a line rules on without its number: "The motion is denied.", "MOTION TO COMPEL DENIED". Pure."""

import re
from collections.abc import Sequence

from docket.law.reading.clauses import Clause
from docket.law.reading.references import Reference
from docket.law.reading.sorts import fits, sort_of, sort_ruled_on
from docket.law.reading.subjects import filing_behind, is_request, request
from docket.law.reading.tables.rulings import REQUEST

_of_the_whole = re.compile(
    r"(?:^|[\s,.;:])(?:the|this|said|such|that|both|all|an?|each|\w+['’]s?|\w+s['’])?\s*(?:(?:foregoing|above|unopposed|joint|agreed|pending|ex parte|emergency|amended|consent|instant|above-referenced)\s)*"
    r"(?P<many>motions|applications|requests|objections|petitions)?(?:motion|application|request|objection|petition|stipulation|plan|it|same|matter|relief)?(?<!\w(?=\w))(?P<title>[^.;:]*)$",
    re.IGNORECASE,
)
_spoken = re.compile(r"\b(?:oral|ore tenus|orally|all (?:other|pending|remaining))\b", re.IGNORECASE)
_word = re.compile(r"[a-z]{4,}", re.IGNORECASE)


def whole(text: str, words: str, clause: Clause, found: Sequence[Reference]) -> list[str]:
    """ "The motion is denied.", "MOTION TO COMPEL DENIED": the one request of the line, or all where it says so."""
    if _spoken.search(words) or re.search(r"\d", re.split(r"[.:;)\]]\s+", words)[-1]):
        return []
    asked = requested(text, found)
    earlier = [one for one in asked if one.start < clause.verb_start or one.listed]
    clean = re.sub(
        r"^\s*(?:it is )?(?:so )?ordered (?:that )?", "", re.split(r"[.;:)\]]\s+", words)[-1], flags=re.IGNORECASE
    )
    subject = _of_the_whole.search(clean)
    if not subject or not earlier:
        return []
    ruled = sort_ruled_on(text[clause.verb_start : clause.verb_end], clean)
    if not all(fits(ruled, _sort_named(text, one)) for one in asked):
        return []
    if subject["many"]:
        return [one.target for one in earlier] if len(earlier) == len(asked) else []
    if (
        _is_only_a_hearing(clean)
        or len(asked) != 1
        or not _same_title(subject["title"], text[: clause.verb_start - len(clean)], asked[0])
    ):
        return []
    return [asked[0].target]


def _is_only_a_hearing(words: str) -> bool:
    """ "ORDER on 5 Motion to Stay: hearing granted"."""
    return bool(re.search(r"\bhearing\b(?! held)", words, re.IGNORECASE)) and not request.search(words)


def _sort_named(text: str, one: Reference) -> str:
    if one.listed:
        return sort_of(one.described)
    behind = filing_behind.match(text, one.end)
    return sort_of(behind[0]) if behind else ""


def _same_title(title: str, text: str, one: Reference) -> bool:
    """What is called a motion to compel is no motion to stay. text: what stands before the title."""
    plain = {
        "hereby",
        "therefore",
        "accordingly",
        "also",
        "motion",
        "application",
        "filed",
        "this",
        "with",
        "court",
        "that",
        "hearing",
        "held",
        "ruling",
        "disposition",
        "ordered",
        "order",
        "result",
        "outcome",
    }
    words = {word.lower() for word in _word.findall(title)} - plain
    described = (one.described or text[one.start : one.start + 240]).lower()
    near = text[max(0, one.start - 120) : one.start].lower()
    return all(word in described or word in near for word in words)


def requested(text: str, found: Sequence[Reference]) -> list[Reference]:
    """The numbers of the line that name a request; the only number, where none says what it names."""
    asked = [one for one in found if names_request(text, one)]
    return asked or (list(found) if len(found) == 1 and (not found[0].listed or not found[0].described) else [])


def names_request(text: str, one: Reference) -> bool:
    if one.listed:
        return bool(
            re.match(rf"\W*(?:[\w'’.-]+ ){{0,5}}?(?:{REQUEST}|first and final|fee)", " " + one.described, re.IGNORECASE)
        ) or (not one.described and "#" in one.listed)
    return is_request(text, max(0, one.start - 100), (one.start, one))
