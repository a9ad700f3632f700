"""Who sues for whom: the words of a caption that a citation gives as “ex rel.” (Bluebook R. 10.2.1(b)). Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

EX_REL = re.compile(r",?\s+(?:ex\.? rel\.?|on the relation of|(?:for|to) the use of)\s+", re.IGNORECASE)
FRIEND = re.compile(
    r",?\s+(?:as|by|through|by and through)\s+(?:(?:his|her|their|its)\s+)?(?:next friends?|guardians?(?: ad litem)?"
    r"|parents?|mother|father|conservator)"
    r"(?: and (?:next friend|natural guardian|guardian))?,?\s+(?:(?:of|to|for)\s+)?",
    re.IGNORECASE,
)
FOR_A_CHILD = re.compile(
    r",?\s+on behalf of\s+(?:(?:his|her|their)\s+)?(?:minor\s+)?(?:child|son|daughter|ward)?,?\s*(?=(?:[A-Z]\.){2,})",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Relation:
    """One half of a caption: its party, and the relator or the one sued for; empty: nobody."""

    party: str
    relator: str = ""


def relation(half: str) -> Relation:
    """“State of Texas ex rel. Ken Parson”: a relator, a next friend, a child. Classes, estates, counsel are none."""
    for words in (EX_REL, FRIEND, FOR_A_CHILD):
        party, *rest = words.split(half, maxsplit=1)
        if rest and rest[0].strip(" ,.") and not re.search(r"similarly situated", half, re.IGNORECASE):
            return Relation(party, rest[0])
    return Relation(half)
