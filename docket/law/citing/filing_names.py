"""By what name a court filing is cited: its own, never a description of ours (DOMAIN 8.3). Pure."""

from __future__ import annotations

import re
from functools import cache

from docket.choices import FilingType, filing_group
from docket.law.citing.abbreviations import IN_TITLES
from docket.law.citing.words import ARTICLES, SMALL

ALSO = (*("first", "second", "third", "fourth", "fifth", "sixth", "seventh"), *("joint", "renewed", "corrected", "no"))
CAPITALS = re.compile(r"[A-Z][A-Z' -]{3,}\b")
WORD = re.compile(r"[\w’']+")
NAMELESS = "Docket Entry"


def filing_name(title: str, filing_type: str, court_words: str) -> str:
    """The title where the court's words bear it, or where it holds no word but those of filings; else the type's name.

    Else the capitals with which the docket text begins: “MOTION to compel” is a “Motion”; else “Docket Entry”.
    """
    if title and is_own_name(title, court_words):
        return title
    if filing_type and filing_group(filing_type) != FilingType.OTHER:
        return str(FilingType(filing_type).label)
    capitals = CAPITALS.match(court_words)
    return capitals[0].strip(" -'").title() if capitals else NAMELESS


def is_own_name(title: str, court_words: str) -> bool:
    """Whether a title is the filing's own: not “Answer of the producers, denying everything”."""
    if f" {_plain(title)} " in f" {_plain(court_words)} ":
        return True
    words = WORD.findall(title.lower().replace("'", "’"))
    return bool(words) and all(word in vocabulary() or word.isdigit() for word in words)


@cache
def vocabulary() -> frozenset[str]:
    """The words of which names of filings are made, in small letters: of the table, and of our types of filings."""
    types = " ".join(str(label) for _, label in FilingType.choices)
    listed = (*IN_TITLES, *ARTICLES, *SMALL, *ALSO, *WORD.findall(types))
    return frozenset(word.lower() for word in listed)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
