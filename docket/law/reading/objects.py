"""The numbers that a verb of ruling governs: behind an act, before a result, or the only request of the line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docket.choices import RulingOutcome
from docket.law.reading.beside import beside
from docket.law.reading.clauses import Clause
from docket.law.reading.references import Reference
from docket.law.reading.subjects import (
    filing_behind,
    is_only_named,
    other_filing,
    places,
    reasons,
    request,
    subject,
    to_the_number,
)
from docket.law.reading.tables.rulings import BEHIND, IN_PART, LEFT_OVER, PREDICATE, REQUEST
from docket.law.reading.whole import whole
from docket.law.reading.wording import Table

behind_words = Table(BEHIND, r"\b")
_in_part = re.compile(r"\bin part\b|\bin all other respects\b|\botherwise denied\b|\band denied\b", re.IGNORECASE)
_opens = re.compile(r"(?:the |said |this )?(?:motion|application|request|petition|objection)s?\b", re.IGNORECASE)
_ordered_so = re.compile(r"[;:] (?:(?:it is |so )?ordered )?$", re.IGNORECASE)
_goes_on = re.compile(r"\s*(?:,|;|and|but|/|otherwise|as to)")
_re = re.compile(r"[,;:]?\s*\(?(?:re|regarding|as to|with respect to):?\s*[\[(]?$", re.IGNORECASE)
_partially = re.compile(IN_PART)
_predicate = re.compile(PREDICATE, re.IGNORECASE)
_rest_of_it = re.compile(LEFT_OVER, re.IGNORECASE)
# "granting extension of time to reply to motion 5"
_of_another = re.compile(r"\b(?:to|of|on|from|re|regarding|as to)\b", re.IGNORECASE)
# "motion (12), motion (13) is denied", of which only 12 was read as a number of the docket
_unknown_number = re.compile(rf"\b{REQUEST} [\[(]\d{{1,4}}[\])]", re.IGNORECASE)
_by_word_of_mouth = re.compile(r"\b(?:oral|ore tenus|orally)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """What a clause says of one number. rule: the way it was found and the verb; sure: nothing else can be meant."""

    meaning: str
    rule: str
    clause: str
    clause_end: int = -1
    """Where an act ends that rules on it by its number."""


def objects(
    text: str,
    clause: Clause,
    found: Sequence[Reference],
    following: Clause | None,
    before: Sequence[tuple[str, Said]],
) -> Iterator[tuple[str, Said]]:
    """What a clause says of each number that it governs.

    following: the clause after it; before: what the one before it said.
    """
    if not clause.is_act:
        yield from _before(text, clause, found, before)
    elif places(found, clause.verb_end, clause.end):
        yield from _after(text, clause, found, following)
    else:
        yield from _left_over(text, clause, before)


def _after(
    text: str, clause: Clause, found: Sequence[Reference], following: Clause | None
) -> Iterator[tuple[str, Said]]:
    """The first number behind an act, and those beside it: the rest stand in titles."""
    inside = places(found, clause.verb_end, clause.end)
    start = inside[0][0]
    between = text[clause.verb_end : start]
    is_next = bool(to_the_number.fullmatch(between))
    if not is_next and not _is_title_of(text, between, start, clause.end, inside):
        return
    chain = beside(text, inside, 0)
    meaning = _with_what_follows(text, clause, inside, chain)
    for _, one in _of_this_act(text, clause, chain, following):
        yield one.target, Said(meaning, f"act.{clause.verb}", text[clause.start : clause.end], clause.end)


def _of_this_act(
    text: str, clause: Clause, chain: Sequence[tuple[int, Reference]], following: Clause | None
) -> Sequence[tuple[int, Reference]]:
    """The numbers without those that begin a sentence of their own: "granting 5 Motion; 6 Motion is set"."""
    is_before_result = following is not None and not following.is_act and following.verb_start == clause.end
    for at, (place, _) in enumerate(chain[1:], 1):
        is_last = at + 1 == len(chain)
        words = re.split(r"; |\. ", text[place : clause.end if is_last else chain[at + 1][0]])
        if _predicate.search(words[0]) or (is_last and is_before_result and len(words) == 1):
            stop = text.rfind(";", chain[0][0], place)
            return [pair for pair in chain if pair[0] < stop] or chain[:1]
    return chain


def _left_over(text: str, clause: Clause, before: Sequence[tuple[str, Said]]) -> Iterator[tuple[str, Said]]:
    """ "granting 5 Motion and denying it in all other respects" grants a part; "but denying fees" leaves 5 open."""
    rest = text[clause.verb_end : clause.end]
    if clause.meaning not in (RulingOutcome.GRANTED, RulingOutcome.DENIED) or _by_word_of_mouth.search(rest):
        return
    meaning = clause.meaning if _rest_of_it.match(rest) else ""
    for target, said in before:
        if said.clause_end == clause.verb_start and said.meaning not in ("", clause.meaning):
            yield target, Said(meaning, f"left_over.{clause.verb}", text[clause.start : clause.end])


def _is_title_of(text: str, between: str, start: int, end: int, inside: Sequence[tuple[int, Reference]]) -> bool:
    """Whether the number is that of the request named before it: "granting motion to continue [26]"."""
    requests = list(request.finditer(between))
    if not requests or re.search(r"[;:]", between) or is_only_named(text, start - len(between), start):
        return False
    if _of_another.search(between[: requests[0].start()]):
        return False
    if re.search(r"\b(?:to|of|re|regarding|for|on|as to|from) ?[\[(]?$", between, re.IGNORECASE):
        return False
    number = re.compile(r"[\[(]?\d+(?:-\d+)?[\])]?").match(text, start)
    behind = number.end() if number else start
    if filing_behind.match(text, behind, end) and not re.match(r"\s*[\])]", text[behind:]):
        return False
    others = [one for place, one in inside[1:] if one is not inside[0][1]]
    last = requests[-1]
    return (
        not others
        or (len(between) - last.end() < 60 and not other_filing(between[last.end() :]))
        or bool(_chained(text, inside))
    )


def _chained(text: str, inside: Sequence[tuple[int, Reference]]) -> bool:
    return len(beside(text, inside, 0)) == len(inside)


def _with_what_follows(
    text: str, clause: Clause, inside: Sequence[tuple[int, Reference]], chain: Sequence[tuple[int, Reference]]
) -> str:
    """ "denying 6 Motion as moot"; what stands "in part" behind a title is left open."""
    if clause.narrowed:
        return narrowed(clause)
    rest = text[chain[-1][0] : clause.end]
    if clause.meaning == RulingOutcome.DENIED and (behind := behind_words.anywhere(rest, 0, len(rest))):
        return behind[0]
    if clause.meaning in (RulingOutcome.GRANTED, RulingOutcome.DENIED) and _in_part.search(rest.split(".")[0]):
        return ""
    return clause.meaning


def narrowed(clause: Clause) -> str:
    """What "partially granting" says; of "conditionally granting" how much was granted stays open."""
    is_known = clause.meaning in (RulingOutcome.GRANTED, RulingOutcome.DENIED) and _partially.match(clause.narrowed)
    return RulingOutcome.GRANTED_IN_PART if is_known else ""


def _before(
    text: str, clause: Clause, found: Sequence[Reference], before: Sequence[tuple[str, Said]]
) -> Iterator[tuple[str, Said]]:
    """What stands before its result: the numbers of the subject; a bare "and denied" goes on about the one before."""
    start = _behind_reasons(text, clause)
    words = text[start : clause.verb_start]
    quoted = text[clause.start : clause.end][:300]
    meaning = _denied_how(text, clause)
    inside = _not_ruled_on_yet(places(found, start, clause.verb_start), before)
    behind = places(found, clause.verb_end, clause.end)
    way, targets = f"whole.{clause.verb}", list[str]()
    if inside and (_other_result(words, clause) or _unknown_number.search(text[inside[-1][1].end : clause.verb_start])):
        return
    if inside and not _speaks_of_the_whole(words):
        way, targets = f"result.{clause.verb}", subject(text, words, start, inside, clause)
    elif behind and not _by_word_of_mouth.search(words) and _re.fullmatch(text[clause.verb_end : behind[0][0]]):
        way, targets = f"result_re.{clause.verb}", [one.target for _, one in beside(text, behind, 0)]
    elif before and not request.search(words) and _goes_on.match(words):
        yield from ((target, Said(meaning, said.rule, quoted)) for target, said in before)
    else:
        targets = whole(text, words, clause, found)
    yield from ((target, Said(meaning, way, quoted)) for target in targets)


def _other_result(words: str, clause: Clause) -> bool:
    """ "Denied as to 3 Motion, granted as to 4 Motion": the verb before has its number behind it."""
    contrary: dict[str, str] = {RulingOutcome.GRANTED: r"\bdenied\b", RulingOutcome.DENIED: r"\bgranted\b"}
    other = contrary.get(clause.meaning)
    return other is not None and bool(re.search(other, words, re.IGNORECASE))


def _not_ruled_on_yet(
    inside: list[tuple[int, Reference]], before: Sequence[tuple[str, Said]]
) -> list[tuple[int, Reference]]:
    """ "granting motion (5), motion (6) is denied": the act before has the 5."""
    by_act = {target for target, said in before if said.rule.startswith("act.")}
    return [pair for pair in inside if pair[1].target not in by_act] or inside


def _speaks_of_the_whole(words: str) -> bool:
    """Whether the subject names no number though some stand before it: "Re: 5 Motion to Stay; ORDERED GRANTED"."""
    tail = re.split(r"[;:.)] ", words)[-1]
    return not re.search(r"\d", tail) and bool(_ordered_so.search(words) or _opens.match(tail))


def _denied_how(text: str, clause: Clause) -> str:
    """ "DENIED, without prejudice"; "GRANTED as to X only, in part" is left open."""
    if clause.narrowed:
        return narrowed(clause)
    rest = text[clause.verb_end : min(clause.end, clause.verb_end + 160)].split(";")[0]
    if clause.meaning == RulingOutcome.DENIED_AS_MOOT and re.search(r"\bin part\b", rest, re.IGNORECASE):
        return ""
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
    if reasons.match(words):
        comma = words.rfind(", ")
        return clause.verb_start if comma < 0 else start + comma + 2
    return start
