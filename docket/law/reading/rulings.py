"""What an order rules on and how: of each clause the numbers that its verb governs; where that is not sure, nothing.

Example: "granting 118 Motion for Extension to Reply to 101 Motion for Fees" rules on 118 alone.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from docket.choices import FilingLinkKind, RulingOutcome
from docket.law.reading.clauses import Clause, clauses, verbs_between
from docket.law.reading.objects import Said, behind_words, names_request, objects, places, request
from docket.law.reading.references import Reference

GRANTING = frozenset({RulingOutcome.GRANTED, RulingOutcome.GRANTED_IN_PART})
DENYING = frozenset({RulingOutcome.DENIED, RulingOutcome.DENIED_AS_MOOT, RulingOutcome.DENIED_WITHOUT_PREJUDICE})
# "denying 5 Motion … The motion is denied without prejudice": the second says it more exactly
FINER = frozenset({RulingOutcome.DENIED_AS_MOOT, RulingOutcome.DENIED_WITHOUT_PREJUDICE})
RULED_IN_LIST = r":\s*(?:(?:motion|application|request)s? (?:is |are )?)?"


def rulings(text: str, found: Sequence[Reference]) -> dict[str, Said]:
    """By target what is ruled on and how: meaning "" where it is ruled on and the words leave open how."""
    said: dict[str, list[Said]] = defaultdict(list)
    before: list[tuple[str, Said]] = []
    every = clauses(text)
    for place, clause in enumerate(every):
        found_here = list(objects(text, clause, found, every[:place], before))
        if clause.meaning:
            for target, one in found_here:
                said[target].append(one)
        before = found_here
    _listed_ones(text, found, every, said)
    return {target: together(ones) for target, ones in said.items()}


def together(ones: Sequence[Said]) -> Said:
    """One motion that asks for several things can be granted in one and denied in another.

    Otherwise two outcomes are none.
    """
    meanings = {one.meaning for one in ones}
    if len(meanings) == 1:
        return ones[0]
    if len(meanings) == 2 and (finer := meanings & FINER) and meanings - FINER == {RulingOutcome.DENIED}:
        return next(one for one in ones if one.meaning in finer)
    named = [one for one in ones if not one.rule.startswith("whole")]
    if 0 < len(named) < len(ones):
        return (
            together(named) if {one.meaning for one in ones} - {one.meaning for one in named} <= {""} else _open(ones)
        )
    if meanings & GRANTING and meanings & DENYING and meanings <= GRANTING | DENYING:
        return Said(RulingOutcome.GRANTED_IN_PART, "both." + ones[0].rule, ones[0].clause)
    if meanings == GRANTING:
        return Said(RulingOutcome.GRANTED_IN_PART, ones[0].rule, ones[0].clause)
    return _open(ones)


def _open(ones: Sequence[Said]) -> Said:
    return Said("", "unclear." + ones[0].rule, ones[0].clause)


def _listed_ones(text: str, found: Sequence[Reference], every: Sequence[Clause], said: dict[str, list[Said]]) -> None:
    """A bracket of related documents belongs to the acts between it and the bracket before."""
    brackets = sorted({(one.start, one.end) for one in found if one.listed})
    begin = 0
    taken: list[Clause] = []
    for start, end in brackets:
        acts = [clause for clause in every if clause.is_act and begin <= clause.verb_start < start]
        acts = [act for act in acts if not places(found, act.verb_end, act.end)]
        acts = acts or taken if _is_next_bracket(text, begin, start) else acts
        taken = acts
        begin = end
        names = [one for one in found if one.listed and one.start == start]
        names = [one for one in names if names_request(text, one)] or names
        for one in names:
            if not said.get(one.target) or acts:
                said_of = _of_bracket(text, one, acts)
                if said_of is not None:
                    said[one.target].append(said_of)


def _is_next_bracket(text: str, begin: int, start: int) -> bool:
    return bool(begin) and len(text[begin:start].strip(" .,;")) == 0


def _of_bracket(text: str, one: Reference, acts: Sequence[Clause]) -> Said | None:
    rules = [act for act in acts if act.meaning]
    if not rules or places([one], 0, 0):
        return None
    if acts[-1].meaning == "" and request.search(text[acts[-1].verb_end : one.start]):
        return Said("", "unclear.bracket", text[rules[0].start : one.start])
    ruled = {_listed_meaning(text, act, one) for act in rules}
    others = verbs_between(text, rules[-1].verb_end, one.start) - {rule.meaning for rule in rules}
    if others and rules[-1].meaning != FilingLinkKind.VACATES:
        return Said("", "unclear.bracket", text[rules[0].start : one.start])
    if len(ruled) != 1:
        return Said("", "unclear.bracket", text[rules[0].start : one.start])
    return Said(ruled.pop(), f"bracket.{rules[0].verb}", text[rules[0].start : one.end][:300])


def _listed_meaning(text: str, act: Clause, one: Reference) -> str:
    rest = text[act.verb_end : min(act.end, one.start)]
    if act.meaning == RulingOutcome.DENIED and (behind := behind_words.anywhere(rest, 0, len(rest))):
        return behind[0]
    if act.meaning in (RulingOutcome.GRANTED, RulingOutcome.DENIED) and re.search(r"\bin part\b", rest, re.IGNORECASE):
        return ""
    if act.meaning == FilingLinkKind.VACATES:
        return (
            act.meaning
            if not re.match(r"\s*(?:\w+ ){0,4}?(?:hearing|conference|trial|deadline)", rest, re.IGNORECASE)
            else ""
        )
    return act.meaning
