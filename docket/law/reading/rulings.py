"""What an order rules on and how: of each clause the numbers that its verb governs; where that is not sure, nothing.

Example: "granting 118 Motion for Extension to Reply to 101 Motion for Fees" rules on 118 alone.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from docket.choices import FilingLinkKind, RulingOutcome
from docket.law.reading.clauses import Clause, clauses, verbs_between
from docket.law.reading.objects import Said, behind_words, narrowed, objects
from docket.law.reading.references import Reference
from docket.law.reading.sorts import is_meant, sort_ruled_on
from docket.law.reading.subjects import places, request
from docket.law.reading.whole import names_request

GRANTING = frozenset({RulingOutcome.GRANTED, RulingOutcome.GRANTED_IN_PART})
DENYING = frozenset({RulingOutcome.DENIED, RulingOutcome.DENIED_AS_MOOT, RulingOutcome.DENIED_WITHOUT_PREJUDICE})
# "denying 5 Motion … The motion is denied without prejudice": the second says it more exactly
FINER = frozenset({RulingOutcome.DENIED_AS_MOOT, RulingOutcome.DENIED_WITHOUT_PREJUDICE})
_one_request = re.compile(r"\b(?:motion|application|request|petition|objection)\b", re.IGNORECASE)
_requests = re.compile(
    r"\b(?:motions|applications|requests|petitions|objections)\b|\b(?:motion|application)\b.*\band\b.*\b(?:motion|application)\b",
    re.IGNORECASE,
)
_of_any_title = frozenset(
    (
        "motion",
        "application",
        "amended",
        "plan",
        "chapter",
        "generic",
        "other",
        "emergency",
        "joint",
        "agreed",
        "debtor",
    )
)
RULED_IN_LIST = r":\s*(?:(?:motion|application|request)s? (?:is |are )?)?"


def rulings(text: str, found: Sequence[Reference]) -> dict[str, Said]:
    """By target what is ruled on and how: meaning "" where it is ruled on and the words leave open how."""
    said: dict[str, list[Said]] = defaultdict(list)
    before: list[tuple[str, Said]] = []
    every = clauses(text)
    for place, clause in enumerate(every):
        following = every[place + 1] if place + 1 < len(every) else None
        found_here = list(objects(text, clause, found, following, before))
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
        names = _last_plan(text, acts, [one for one in names if names_request(text, one)] or names)
        names = _of_that_title(text, acts, names)
        is_one = _is_of_one_request(text, acts, names)
        for one in names:
            if not said.get(one.target) or acts:
                said_of = _of_bracket(text, one, acts)
                if said_of is not None:
                    said[one.target].append(_unsure(said_of) if is_one else said_of)


def _unsure(said: Said) -> Said:
    """Said of several documents of which one is meant: `ruled_on` asks the record which."""
    return replace(said, rule=f"several.{said.rule.rpartition('.')[2]}") if said.meaning else said


def _last_plan(text: str, acts: Sequence[Clause], names: list[Reference]) -> list[Reference]:
    """A plan is confirmed "as last amended": of several plans in a bracket the last, not those that it replaced."""
    plans = [one for one in names if re.search(r"\bplan\b", one.described, re.IGNORECASE)]
    confirms = any(text[act.verb_start : act.verb_end].lower().startswith("confirm") for act in acts)
    if not confirms or len(plans) < 2:
        return names
    last = max(plans, key=lambda one: int(one.target))
    return [one for one in names if one not in plans or one is last]


def _of_that_title(text: str, acts: Sequence[Clause], names: list[Reference]) -> list[Reference]:
    """ "Granting Motion to Shorten (RE: 43 Motion to Sell, 44 Motion to Shorten)": of several requests the named."""
    if len(names) < 2 or not acts or not all(one.described for one in names):
        return names
    words = text[acts[0].verb_end : names[0].start].lower()
    if _requests.search(words):
        return names
    named = [one for one in names if all(word in words for word in _title_words(one.described))]
    return named or names


def _title_words(described: str) -> list[str]:
    title = re.split(r"\bfiled\b|[(.]", described, maxsplit=1, flags=re.IGNORECASE)[0].lower()
    return [word for word in re.findall(r"[a-z]{4,}", title) if word not in _of_any_title]


def _is_of_one_request(text: str, acts: Sequence[Clause], names: Sequence[Reference]) -> bool:
    """ "Order Denying Motion to Bar (related document(s) 400, 409)": one of the two is the motion, not said which."""
    if len(names) < 2 or not acts or any(one.described for one in names):
        return False
    words = text[acts[-1].verb_end : names[0].start]
    return bool(_one_request.search(words)) and not _requests.search(words)


def _is_next_bracket(text: str, begin: int, start: int) -> bool:
    return bool(begin) and len(text[begin:start].strip(" .,;")) == 0


def _of_bracket(text: str, one: Reference, acts: Sequence[Clause]) -> Said | None:
    rules = [act for act in acts if act.meaning]
    if not rules or places([one], 0, 0):
        return None
    if acts[-1].meaning == "" and request.search(text[acts[-1].verb_end : one.start]):
        return None
    ruled = {_listed_meaning(text, act, one) for act in rules}
    others = verbs_between(text, rules[-1].verb_end, one.start) - {rule.meaning for rule in rules}
    if others and rules[-1].meaning != FilingLinkKind.VACATES:
        return Said("", "unclear.bracket", text[rules[0].start : one.start])
    if len(ruled) != 1:
        return Said("", "unclear.bracket", text[rules[0].start : one.start])
    if not any(_is_ruled_on(text, act, one) for act in rules):
        return None
    return Said(ruled.pop(), f"bracket.{rules[0].verb}", text[rules[0].start : one.end][:300])


def _is_ruled_on(text: str, act: Clause, one: Reference) -> bool:
    words = text[act.verb_end : min(act.end, one.start)]
    return is_meant(sort_ruled_on(text[act.verb_start : act.verb_end], words), words, one.described)


def _listed_meaning(text: str, act: Clause, one: Reference) -> str:
    rest = text[act.verb_end : min(act.end, one.start)]
    if act.narrowed:
        return narrowed(act)
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
