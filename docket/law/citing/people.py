"""Who is a person, and by which of the names a citation calls them: the surname (DOMAIN 8.2). Pure."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from docket.law.citing.abbreviations import IN_NAMES, IN_PLACES


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LISTS = Path(__file__).parent
SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III|IV|Esq|M\.?D|Ph\.?D|D\.?O)\.?$", re.IGNORECASE)
INITIALS = re.compile(r"(?:[A-Z]\.\s?)+$")
NUMBERED = re.compile(r"\s+(?:No\.?\s*)?#?\d+(?:\s*[-–]\s*\d+)?$|\s*\(#?[\d-]+\)$")
HONORIFIC = re.compile(
    r"(?:(?:The )?Hon(?:orable|\.)?|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Judge|Warden|Sheriff|President|Sgt\.?|Lt\.?|Officer)"
    r"\s+(?=[A-Z])"
)
PARTICLES = re.compile(r"(?:van|von|der|den|del?|della|d[ai]|dos|du|l[ae]|el|al|bin|ter)$", re.IGNORECASE)
FOREIGN = re.compile(r"(?:van|von|der|den|ter|bin)$")
INITIAL = re.compile(r"[A-Z]\.?$")
PART = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*\.?$")
OF_BODIES = _words(
    """
    and for of the unknown doe's agent agency airlines airways bank bar camp casino church city club coalition
    congregation council county crew crime diocese farms fire foods fund funds games hotel house inn jail jewelers
    lines market media motors museum music news networks officer officers party patrol pictures police post premises
    press prison productions properties property records restaurant roads search sheriff sons state store stores
    studio studios sushi tablets team television temple tiles times toys tribe union ventures warrant warrants wines
    woods works inc corp co llc llp lp ltd plc gmbh sa ag bv ab kg
    """
)
SURNAMES_TOO = _words("East North Parish South Street West")
LONGEST_NAME = 5
A_NAME_AND_A_MIDDLE_NAME = 3
SURNAMES_AT_MOST = 2


@cache
def listed(names: str) -> frozenset[str]:
    """The given_names, or the family_names, in small letters."""
    lines = (LISTS / f"{names}.txt").read_text().split("\n")
    return frozenset(line for line in lines if line and not line.startswith("#"))


def could_be_person(name: str) -> bool:
    """Whether nothing in the name speaks against a person: a figure, a word of bodies, a word of the table."""
    words = _bare(name).split(" ")
    plain = all(PART.match(word) for word in words) and not any(_of_bodies(word) for word in words[:-1])
    return 1 < len(words) <= LONGEST_NAME and plain and (words[-1] in SURNAMES_TOO or not _of_bodies(words[-1]))


def is_person(name: str) -> bool:
    """Whether the name itself shows a person: by a given name, a middle initial, a title, “Jr.”."""
    if not could_be_person(name):
        return False
    if SUFFIX.search(name) or HONORIFIC.match(name):
        return True
    words = _bare(name).split(" ")
    given = _is_given(words[0]) or (
        bool(PARTICLES.match(words[0])) and _is_given(words[1]) and len(words) > len(words[:2])
    )
    return given or any(INITIAL.match(word) or FOREIGN.match(word) for word in words[1:-1])


def starts_with_given_name(name: str) -> bool:
    """Whether a plain name of two words is neither two family names nor a place's, as that of one who is charged."""
    first, *rest = _bare(name).split(" ")
    return len(rest) == 1 and first.lower() not in listed("family_names") and first not in IN_PLACES


def surname(name: str, known: str = "") -> str:
    """The surname without titles and suffixes; initials and a single name stay as they are: “van der Berg”, “A.R.”."""
    if known and re.search(rf"(?<!\w){re.escape(known)}(?!\w)", name):
        return known
    name = _bare(name)
    words = name.split(" ")
    if INITIALS.match(name) or len(words) == 1 or (PARTICLES.match(words[0]) and not _is_given(words[1])):
        return name
    start = len(words) - 1
    if len(words) > A_NAME_AND_A_MIDDLE_NAME:
        start = next((at for at, word in enumerate(words) if at and not _is_given(word)), start)
        start = start if len(words) - start <= SURNAMES_AT_MOST else len(words) - 1
    while start > 1 and PARTICLES.match(words[start - 1]):
        start -= 1
    return " ".join(words[start:])


def _bare(name: str) -> str:
    name = HONORIFIC.sub("", SUFFIX.sub("", NUMBERED.sub("", name)))
    while HONORIFIC.match(name):
        name = HONORIFIC.sub("", name)
    return SUFFIX.sub("", name).split(",")[0].strip()


def _is_given(word: str) -> bool:
    return bool(INITIAL.match(word)) or word.lower() in listed("given_names")


def _of_bodies(word: str) -> bool:
    return word.lower().rstrip(".") in OF_BODIES or word in IN_NAMES or word.removesuffix("s") in IN_NAMES
