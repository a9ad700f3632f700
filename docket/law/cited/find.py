"""Citations in a text, each with its place and the address of what it cites."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docket.law.cited.addresses import of_case, of_regulation, of_statute

LONGEST = 20_000  # characters in which statutes are looked for
LONGEST_FOR_CASES = 5_000  # the parser of case citations takes more than its share of time with longer texts
MOST = 200

_section = r"(?:§§?|sec(?:tion|\.)s?(?:\(s\))?)?\s*(?P<section>[0-9]{1,5}[a-z]{0,2}(?:-[0-9]{1,3}[a-z]?)?)(?![0-9/])"
STATUTE = re.compile(
    rf"\b(?P<title>[0-9]{{1,2}})\s+(?:U\.?\s?S\.?\s?C(?:ode|\.A|\.)?\.?|U\.S\. Code)\s*{_section}", re.IGNORECASE
)
REGULATION = re.compile(
    r"\b(?P<title>[0-9]{1,2})\s+C\.?\s?F\.?\s?R\.?\s*(?:§§?|part|section)?\s*(?P<section>[0-9]{1,4}\.[0-9]{1,4}[a-z]?)\b",
    re.IGNORECASE,
)
# worth asking the parser: a number, an abbreviation with a full stop, a number
PERHAPS_A_CASE = re.compile(r"\b\d{1,4}\s+(?:[A-Z][A-Za-z]*\.\s?(?:\d?[a-z]{1,2}\s)?){1,4}\s?\d")


@dataclass(frozen=True, slots=True)
class Cited:
    """text[start:end] cites what stands at `address`."""

    start: int
    end: int
    address: str


def find(text: str) -> list[Cited]:
    """The citations with a stable address, in order, none within another; of a very long text only the beginning's."""
    text = text[:LONGEST]
    found: list[Cited] = []
    for cited in sorted(_all(text), key=lambda cited: (cited.start, -cited.end)):
        if not found or cited.start >= found[-1].end:
            found.append(cited)
    return found[:MOST]


def _all(text: str) -> Iterator[Cited]:
    for expression, address_of in ((STATUTE, of_statute), (REGULATION, of_regulation)):
        for match in expression.finditer(text):
            if address := address_of(match["title"], match["section"].lower()):
                yield Cited(match.start(), match.end(), address)
    if PERHAPS_A_CASE.search(text, 0, LONGEST_FOR_CASES):
        yield from _cases(text[:LONGEST_FOR_CASES])


def _cases(text: str) -> Iterator[Cited]:
    # loaded when a text first needs it: the tables of reporters behind it take half a second
    from eyecite import get_citations
    from eyecite.models import FullCaseCitation

    logging.getLogger("eyecite").setLevel(logging.ERROR)
    citations: list[Any] = get_citations(text)
    for citation in citations:
        if isinstance(citation, FullCaseCitation):
            found: Any = citation
            volume, page = found.groups.get("volume") or "", found.groups.get("page") or ""
            if address := of_case(volume, found.corrected_reporter(), page):
                start, end = found.span()
                yield Cited(start, end, address)
