"""The numbers that a verb of ruling governs: behind an act, before a result, or the only request of the line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docket.choices import RulingOutcome
from docket.law.reading.beside import beside
from docket.law.reading.clauses import Clause
from docket.law.reading.references import Reference
from docket.law.reading.sorts import fits, sort_of, sort_ruled_on
from docket.law.reading.tables.rulings import BEHIND, FILING_BEHIND, REASONS, REQUEST, TO_THE_NUMBER
from docket.law.reading.wording import Table

request = re.compile(rf"\b{REQUEST}\b", re.IGNORECASE)
_to_the_number = re.compile(rf"{TO_THE_NUMBER}$", re.IGNORECASE)
_filing_behind = re.compile(FILING_BEHIND, re.IGNORECASE)
_reasons = re.compile(REASONS, re.IGNORECASE)
behind_words = Table(BEHIND, r"\b")
_in_part = re.compile(r"\bin part\b|\bin all other respects\b|\botherwise denied\b|\band denied\b", re.IGNORECASE)
_of_a_title = re.compile(
    r"\b(?:re|regarding|to|of|for|from|on|strike|withdraw|reconsider|vacate|the|joining):? ?[\[(]?\Z", re.IGNORECASE
)
_opens = re.compile(r"(?:the |said |this )?(?:motion|application|request|petition|objection)s?\b", re.IGNORECASE)
_ordered_so = re.compile(r"[;:] (?:(?:it is |so )?ordered )?$", re.IGNORECASE)
_goes_on = re.compile(r"\s*(?:,|;|and|but|/|otherwise|as to)")
_re = re.compile(r"[,;:]?\s*\(?(?:re|regarding|as to|with respect to):?\s*[\[(]?$", re.IGNORECASE)
_of_the_whole = re.compile(
    r"(?:^|[\s,.;:])(?:the|this|said|such|that|both|all|an?|each|\w+['’]s?|\w+s['’])?\s*(?:(?:foregoing|above|unopposed|joint|agreed|pending|ex parte|emergency|amended|consent|instant|above-referenced)\s)*"
    r"(?P<many>motions|applications|requests|objections|petitions)?(?:motion|application|request|objection|petition|stipulation|plan|it|same|matter|relief)?(?<!\w(?=\w))(?P<title>[^.;:]*)$",
    re.IGNORECASE,
)
_spoken = re.compile(r"\b(?:oral|ore tenus|orally|all (?:other|pending|remaining))\b", re.IGNORECASE)
_word = re.compile(r"[a-z]{4,}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """What a clause says of one number. rule: the way it was found and the verb; sure: nothing else can be meant."""

    meaning: str
    rule: str
    clause: str


def objects(
    text: str, clause: Clause, found: Sequence[Reference], earlier: Sequence[Clause], before: Sequence[tuple[str, Said]]
) -> Iterator[tuple[str, Said]]:
    if clause.is_act:
        yield from _after(text, clause, found)
    else:
        yield from _before(text, clause, found, before)


def places(found: Sequence[Reference], start: int, end: int) -> list[tuple[int, Reference]]:
    """Where numbers stand in running text between two places, in their order."""
    inside = [
        (place, one) for one in found if not one.listed for place in (one.start, *one.again) if start <= place < end
    ]
    return sorted(inside, key=lambda pair: pair[0])


def _after(text: str, clause: Clause, found: Sequence[Reference]) -> Iterator[tuple[str, Said]]:
    """The first number behind an act, and those beside it: the rest stand in titles."""
    inside = places(found, clause.verb_end, clause.end)
    if not inside:
        return
    start = inside[0][0]
    between = text[clause.verb_end : start]
    is_next = bool(_to_the_number.fullmatch(between))
    if not is_next and not _is_title_of(text, between, start, clause.end, inside):
        return
    chain = beside(text, inside, 0)
    meaning = _with_what_follows(text, clause, inside, chain)
    for _, one in chain:
        yield one.target, Said(meaning, f"act.{clause.verb}", text[clause.start : clause.end])


def _is_title_of(text: str, between: str, start: int, end: int, inside: Sequence[tuple[int, Reference]]) -> bool:
    """Whether the number is that of the request named before it: "granting motion to continue [26]"."""
    requests = list(request.finditer(between))
    if not requests or re.search(r"[;:]", between):
        return False
    if re.search(r"\b(?:to|of|re|regarding|for|on|as to|from) ?[\[(]?$", between, re.IGNORECASE):
        return False
    number = re.compile(r"[\[(]?\d+(?:-\d+)?[\])]?").match(text, start)
    behind = number.end() if number else start
    if _filing_behind.match(text, behind, end) and not re.match(r"\s*[\])]", text[behind:]):
        return False
    others = [one for place, one in inside[1:] if one is not inside[0][1]]
    last = requests[-1]
    return (
        not others
        or (len(between) - last.end() < 60 and not _other_filing(between[last.end() :]))
        or bool(_chained(text, inside))
    )


def _chained(text: str, inside: Sequence[tuple[int, Reference]]) -> bool:
    return len(beside(text, inside, 0)) == len(inside)


def _other_filing(words: str) -> bool:
    return bool(
        re.search(
            r"\b(?:order|complaint|answer|response|reply|judgment|notice|brief|memorandum|declaration|opposition)\b",
            words,
            re.IGNORECASE,
        )
    )


def _with_what_follows(
    text: str, clause: Clause, inside: Sequence[tuple[int, Reference]], chain: Sequence[tuple[int, Reference]]
) -> str:
    """ "denying 6 Motion as moot"; what stands "in part" behind a title is left open."""
    rest = text[chain[-1][0] : clause.end]
    if clause.meaning == RulingOutcome.DENIED and (behind := behind_words.anywhere(rest, 0, len(rest))):
        return behind[0]
    if clause.meaning in (RulingOutcome.GRANTED, RulingOutcome.DENIED) and _in_part.search(rest.split(".")[0]):
        return ""
    return clause.meaning


def _before(
    text: str, clause: Clause, found: Sequence[Reference], before: Sequence[tuple[str, Said]]
) -> Iterator[tuple[str, Said]]:
    """What stands before its result: the numbers of the subject; a bare "and denied" goes on about the one before."""
    start = _behind_reasons(text, clause)
    words = text[start : clause.verb_start]
    quoted = text[clause.start : clause.end][:300]
    meaning = _denied_how(text, clause)
    inside = places(found, start, clause.verb_start)
    behind = places(found, clause.verb_end, clause.end)
    way, targets = f"whole.{clause.verb}", list[str]()
    if inside and not _speaks_of_the_whole(words):
        way, targets = f"result.{clause.verb}", _subject(text, words, start, inside, clause)
    elif behind and _re.fullmatch(text[clause.verb_end : behind[0][0]]):
        way, targets = f"result_re.{clause.verb}", [one.target for _, one in beside(text, behind, 0)]
    elif before and not request.search(words) and _goes_on.match(words):
        yield from ((target, Said(meaning, said.rule, quoted)) for target, said in before)
    else:
        targets = _whole(text, words, clause, found)
    yield from ((target, Said(meaning, way, quoted)) for target in targets)


def _speaks_of_the_whole(words: str) -> bool:
    """Whether the subject names no number though some stand before it: "Re: 5 Motion to Stay; ORDERED GRANTED"."""
    tail = re.split(r"[;:.)] ", words)[-1]
    return not re.search(r"\d", tail) and bool(_ordered_so.search(words) or _opens.match(tail))


def _denied_how(text: str, clause: Clause) -> str:
    """ "DENIED, without prejudice"; "GRANTED as to X only, in part" is left open."""
    rest = text[clause.verb_end : min(clause.end, clause.verb_end + 160)].split(";")[0]
    if clause.meaning == RulingOutcome.DENIED and (behind := behind_words.anywhere(rest, 0, len(rest))):
        return behind[0]
    if clause.meaning == RulingOutcome.GRANTED and re.search(
        r"\bin part\b|\bto the extent\b|\bonly (?:to|as|insofar)\b", rest, re.IGNORECASE
    ):
        return ""
    return clause.meaning


def _behind_reasons(text: str, clause: Clause) -> int:
    """Where the subject begins: "ORDER: Having considered the motion (Doc. 5), …" is no part of it."""
    words = text[clause.start : clause.verb_start]
    start = clause.start + (words.rfind(": ") + 2 if ": " in words else 0)
    words = text[start : clause.verb_start]
    if _reasons.match(words):
        comma = words.rfind(", ")
        return clause.verb_start if comma < 0 else start + comma + 2
    return start


def _subject(text: str, words: str, start: int, inside: Sequence[tuple[int, Reference]], clause: Clause) -> list[str]:
    """The targets that are the subject; none where it is not sure which of several are."""
    stop = max((words.rfind(mark) + len(mark) for mark in ("; ", ": ", " that ") if mark in words), default=0)
    if stop and any(place >= start + stop for place, _ in inside):
        inside = [(place, one) for place, one in inside if place >= start + stop]
        words = words[stop:]
        start += stop
    requests = [pair for pair in inside if _is_request(text, start, pair, clause.verb_start) or _is_alone(words)]
    if not requests or (requests[0] != inside[0] and "," not in text[inside[0][0] : requests[0][0]]):
        return []
    chain = beside(text, inside, inside.index(requests[0]))
    if all(pair in chain for pair in requests):
        return [one.target for _, one in chain]
    lead = text[start : requests[0][0]]
    beyond = [place for place, one in requests if all(one is not other for _, other in chain)]
    within = all(_of_a_title.search(text[start:place]) for place in beyond)
    if within and _to_the_number.fullmatch(lead) and not _reasons.match(words):
        return [one.target for _, one in chain]
    return []


def _is_alone(words: str) -> bool:
    """ "49 is DENIED": a sentence whose subject is a number alone."""
    return bool(
        re.fullmatch(
            r"\W*(?:and |but |order\W+)?[\[(#]?\d+(?:-\d+)?[\])]?(?: is| are)?(?: hereby)?\s*", words, re.IGNORECASE
        )
    )


def _is_request(text: str, start: int, pair: tuple[int, Reference], until: int | None = None) -> bool:
    """Whether the number names a request: "46 motion", "Motion to Seal (Doc. 4)"."""
    place, one = pair
    number = re.compile(r"[\[(]?@?\d+(?:-\d+)?").match(text, place)
    end = number.end() if number else one.end
    if _filing_behind.match(text, end, len(text) if until is None else until):
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
    return numbered is not None and _other_filing(words[numbered.end() :])


def _whole(text: str, words: str, clause: Clause, found: Sequence[Reference]) -> list[str]:
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
    if len(asked) != 1 or not _same_title(subject["title"], text, asked[0]):
        return []
    return [asked[0].target]


def _sort_named(text: str, one: Reference) -> str:
    if one.listed:
        return sort_of(one.described)
    behind = _filing_behind.match(text, one.end)
    return sort_of(behind[0]) if behind else ""


def _same_title(title: str, text: str, one: Reference) -> bool:
    """What is called a motion to compel is no motion to stay."""
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
    return _is_request(text, max(0, one.start - 100), (one.start, one))
