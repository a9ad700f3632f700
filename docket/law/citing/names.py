"""The short name of a case (DOMAIN 8.2): the first-listed party of each side, surnames only, words shortened. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docket.choices import CaptionKind
from docket.law.citing.words import abbreviated_name

VERSUS = re.compile(r",?\s+(?:v|vs|versus)\.?\s+", re.IGNORECASE)
ALSO_KNOWN = re.compile(
    r",?\s*\(?\b(?:[dfan]/[bk]/a|doing business as|(?:formerly|also|now) known as)\b.*", re.IGNORECASE
)
DESCRIBED = re.compile(r",\s+(?:an?|the)\s+[^,]*$", re.IGNORECASE)
DESIGNATOR = re.compile(r",?\s+(?:Inc\.?|Ltd\.?|L\.?L\.?C\.?|L\.?L\.?P\.?|L\.P\.|LP|N\.A\.|F\.S\.B\.|P\.?L\.?C\.?)$")
ENOUGH = re.compile(
    r"\b(?:Ass['’]n|Association|Bros|Brothers|Co|Company|Corp|Corporation|Ins|Insurance|R\.R|Railroad)\b", re.IGNORECASE
)
STATE = re.compile(r"(?:The )?(State|People|Commonwealth)(?: of (?:the )?(?:State of |Commonwealth of )?(.+))?$")
NATION = re.compile(r"(?:The )?(?:United States|U\.?S\.?)(?: of America)?$|USA$|U\.S\.A\.$")
IN_RE = re.compile(
    r"(?:In re:?|In (?:the )?Matter of|Matter of|(?:Verified )?Petition of|Application of)\s+(?:the\s+)?", re.IGNORECASE
)
EX_PARTE = re.compile(r"Ex parte\s+", re.IGNORECASE)
EX_REL = re.compile(
    r",?\s+(?:ex rel\.?|on the relation of|(?:by and through|on behalf of|as next friend (?:of|to)))\s+", re.IGNORECASE
)
NO_RELATOR = re.compile(r"individually|similarly situated|themselves|himself|herself|itself", re.IGNORECASE)
CONSOLIDATED = re.compile(r"\s*\[?\(?consolidated with\b.*", re.IGNORECASE | re.DOTALL)
ET_AL = re.compile(r",?\s+et\.? al\.?", re.IGNORECASE)
ROLE = re.compile(
    r",?\s+(?:deceased|(?:Administrator|Executor|Trustee|Plaintiff|Defendant|Petitioner|Respondent|Appell(?:ant|ee)|"
    r"Claimant|Debtor)s?)\b.*",
    re.IGNORECASE,
)
SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III|IV|Esq|M\.?D|Ph\.?D)\.?$")
INITIALS = re.compile(r"(?:[A-Z]\.\s?){2,}$")
NUMBERED = re.compile(r"\s+(?:No\.?\s*)?#?\d+(?:\s*[-–]\s*\d+)?$")
PARTICLES = re.compile(r"(?:van|von|der|den|del?|della|d[ai]|dos|du|l[ae]|el|al|bin|ter)$")


@dataclass(frozen=True)
class Name:
    """A party as a citation needs it. kind: that of `parties.choices.PartyKind`; empty: known by its words only."""

    name: str
    kind: str = "person"
    surname: str = ""


def short_name(
    caption: str, kind: str, initiating: Sequence[Name] = (), responding: Sequence[Name] = (), own_state: str = ""
) -> str:
    """“Roe v. Example Pictures, LLC”. own_state: the state whose own court decides; empty: not known, or no state's.

    The caption as filed tells who is listed first on each side; where it does not, the order of the parties does.
    """
    caption = " ".join(CONSOLIDATED.sub("", caption).split())
    if kind == CaptionKind.DESCRIPTIVE:
        return caption
    if kind == CaptionKind.ARBITRATION and initiating and responding:
        return f"{short_party(initiating[0], own_state)} v. {short_party(responding[0], own_state)}"
    if kind in (CaptionKind.IN_RE, CaptionKind.MATTER_OF) or (IN_RE.match(caption) and not VERSUS.search(caption)):
        return f"In re {_subject(IN_RE.sub('', caption, count=1), [*initiating, *responding])}"
    if kind == CaptionKind.EX_PARTE or EX_PARTE.match(caption):
        return f"Ex parte {_subject(EX_PARTE.sub('', caption), [*initiating, *responding])}"
    halves = VERSUS.split(caption, maxsplit=1)
    if len(halves) == 1:
        if not (initiating and responding):
            return caption
        halves = [initiating[0].name, responding[0].name]
    everyone = [*initiating, *responding]
    return " v. ".join(
        _side(half, everyone, first, own_state) for half, first in zip(halves, (initiating, responding), strict=True)
    )


def short_party(party: Name, own_state: str = "") -> str:
    """One party as the short name gives it."""
    name = " ".join(ET_AL.sub("", party.name).split())
    if NATION.match(name):
        return "United States"
    if state := STATE.match(name):
        word, place = state.groups()
        return str(word) if not place or place == own_state else str(place)
    if party.kind == "person":
        return surname(name, party.surname)
    if party.kind == "estate" or name.startswith("Estate of "):
        return f"Estate of {surname(ROLE.sub('', name.removeprefix('The ').removeprefix('Estate of ')))}"
    return organization(name) if party.kind in ("organization", "government") or ENOUGH.search(name) else name


def surname(name: str, known: str = "") -> str:
    """The surname without titles and suffixes; initials and a single name stay as they are."""
    if known and known in name:
        return known
    name = SUFFIX.sub("", NUMBERED.sub("", ALSO_KNOWN.sub("", name)))
    if INITIALS.match(name) or " " not in name:
        return name
    words = name.split(",")[0].split(" ")
    start = len(words) - 1
    while start > 1 and PARTICLES.match(words[start - 1]):
        start -= 1
    return " ".join(words[start:])


def organization(name: str) -> str:
    """The full name without article, other names and description, with one business designation at most."""
    name = DESCRIBED.sub("", ALSO_KNOWN.sub("", name.removeprefix("The ")))
    bare = DESIGNATOR.sub("", name)
    return abbreviated_name(bare if ENOUGH.search(bare) else name)


def _side(half: str, everyone: Sequence[Name], listed: Sequence[Name], own_state: str) -> str:
    """The first-listed party of one half of the caption, with the person for whom it sues."""
    first, *rest = EX_REL.split(ET_AL.sub("", half).split(";")[0], maxsplit=1)
    party = _first_in(first, everyone)
    if party is None and listed and not rest and not STATE.match(first):
        party = listed[0]
    words = short_party(party or Name(ROLE.sub("", first), ""), own_state)
    if not rest or NO_RELATOR.search(f"{first} {rest[0]}"):
        return words
    whom = re.split(r",|\band\b", rest[0])[0].strip()
    return f"{words} ex rel. {short_party(_first_in(whom, everyone) or Name(whom), own_state)}"


def _first_in(words: str, everyone: Sequence[Name]) -> Name | None:
    """The party named first in these words."""
    found = []
    for order, party in enumerate(everyone):
        for known in (party.name, surname(party.name, party.surname) if party.kind == "person" else ""):
            if known and (at := re.search(rf"(?<!\w){re.escape(known)}(?!\w)", words, re.IGNORECASE)):
                found.append((at.start(), order))
    return everyone[min(found)[1]] if found else None


def _subject(words: str, known: Sequence[Name]) -> str:
    """What an “In re” is about; a person known to the record by the surname."""
    subject = ROLE.sub("", ET_AL.sub("", words)).strip(" ,")
    for party in known:
        if party.name.lower() == subject.lower():
            return short_party(party)
    if subject.startswith("Estate of "):
        return f"Estate of {surname(subject.removeprefix('Estate of '))}"
    return abbreviated_name(subject.removeprefix("The "))
