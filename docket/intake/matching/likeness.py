"""Whether caption and parties of a page are those of a case. Pure.

A caption is written in many lengths: “Roe v. Example Pictures” is “Jane Roe et al. v. Example Pictures, LLC”. Titles
change with the parties, and the same title is that of many cases; so the names of the parties are asked as well.
"""

import re
from collections.abc import Iterable

from docket.intake.matching.identity import Key

VERSUS = re.compile(r"\s(?:vs?|versus)\b\.?\s|\s-v-\s", re.I)
MATTER = re.compile(r"^(?:in (?:re|the matter of)|matter of|ex parte)\b:?", re.I)
WORD = re.compile(r"[^\W_]+")
APOSTROPHES = re.compile("['\u2019`]")
UNITED_STATES = r"(?:the )?(?:u\.?\s?s\.?\s?a?\.?|united states(?: of america)?)"
IS_UNITED_STATES = re.compile(UNITED_STATES, re.I)
# parties of thousands of cases, who tell nothing of which one it is
GOVERNMENT = re.compile(rf"{UNITED_STATES}(?: trustee\b.*)?|(?:the )?(?:people|state|commonwealth)(?: of\b.*)?", re.I)
IDLE = frozenset(
    (
        *("a", "al", "an", "and", "et", "for", "in", "of", "on", "re", "the", "to", "v", "vs"),
        *("company", "co", "corporation", "corp", "inc", "llc", "llp", "lp", "ltd"),
    )
)
Names = frozenset[frozenset[str]]


def people_key(page: Iterable[str], case: Iterable[str], page_parties: Names, case_parties: Names) -> Key:
    """Compare captions (those that each side has, "" for none) and parties.

    Where title and people contradict each other they say nothing: a like title with none of the same people, another
    title with most of them. So does a side without names.
    """
    shared, fewer = len(page_parties & case_parties), min(len(page_parties), len(case_parties))
    most, none = shared * 2 > fewer, bool(fewer) and not shared
    pairs = [(one, other) for one in page if one for other in case if other]
    if not pairs:
        return Key.AGREES if most else Key.DIFFERS if none else Key.MISSING
    if any(same_caption(one, other) for one, other in pairs):
        return Key.MISSING if none else Key.AGREES
    return Key.MISSING if most else Key.DIFFERS


def same_caption(one: str, other: str) -> bool:
    """Whether one caption is a shorter or longer form of the other, side by side."""
    first, second = _sides(one), _sides(other)
    if len(first) != len(second) or not all((*first, *second)):
        return False
    return all(a <= b or b <= a for a, b in zip(first, second, strict=True))


def names(said: Iterable[str]) -> Names:
    """Names of parties as sets of words, so that "Roe, Jane" is "JANE ROE"; without governments."""
    squeezed = (" ".join(name.split()) for name in said)
    found = {_words(name) for name in squeezed if not GOVERNMENT.fullmatch(name)}
    return frozenset(found - {frozenset()})


def _sides(caption: str) -> list[frozenset[str]]:
    plain = MATTER.sub("", " ".join(caption.split())).strip()
    return [
        frozenset({"usa"}) if IS_UNITED_STATES.fullmatch(side) else _words(side)
        for side in VERSUS.split(plain, maxsplit=1)
    ]


def _words(text: str) -> frozenset[str]:
    found = frozenset(WORD.findall(APOSTROPHES.sub("", text.casefold())))
    return found - IDLE or found
