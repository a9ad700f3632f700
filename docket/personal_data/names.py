"""Names that the text itself marks as a minor's or a protected person's. Initials and pseudonyms are no finding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docket.personal_data.shape import Finding, Kind

WORD = r"(?:[A-Z][a-z'-]+(?:[A-Z][a-z]+)?|[A-Z]{2,}(?:['-][A-Z]+)?)"
NAME = rf"(?P<n>{WORD}(?:\s+[A-Z]\.)?(?:\s+{WORD}){{1,3}}(?:,?\s+(?:Jr|Sr|III?|IV)\b\.?)?)"
MARK = (
    r"(?i:(?:an?\s+)?(?:unemancipated\s+)?(?:minors?|infants?|juveniles?|protected\s+persons?|"
    r"(?:legally\s+)?incapacitated\s+(?:person|adult)s?|minor\s+(?:child|children|victim|plaintiff))\b)"
)
AFTER_NAME = re.compile(rf"(?<!\w){NAME}(?:\s*,\s*(?i:an?\s+)?|\s*\(\s*){MARK}(?!\s+[a-z]+ed\b|['’]s)")
SORT = r"(?i:child(?:ren)?|victims?|plaintiffs?|defendants?|son|daughter|grandchild(?:ren)?|witness(?:es)?|respondents?|claimants?)"
BEFORE_NAME = re.compile(
    rf"\b(?i:(?:minors?|infants?|juveniles?|protected\s+persons?|underage))(?:\s+{SORT})?(?i:'s\s+(?:full\s+)?name(?:\s+is|:))?(?:\s*(?:,|:))?(?:\s+(?i:named|namely|known\s+as|identified\s+as))?"
    rf"\s+{NAME}"
)
PSEUDONYM = re.compile(r"\b(?:Doe|Roe|Poe|Moe|DOE|ROE)\b|\bDoes?\s+\d")
# Capitalised words of a docket that are nobody's name.
NO_NAME = re.compile(
    r"(?i)\b(?:motion|order|petition|settlement|compromise|claims?|approv\w*|guardian|counsel|plaintiffs?|defendants?|child|"
    r"children|minors?|victims?|notice|stipulation|application|court|judge|party|parties|estate|the|for|and|of|by|re|filed|"
    r"hearing|entry|league|leagues|injury|injuries|repairs?|league|change|changes|minute|order|proceedings?|"
    r"act|code|section|rule|county|state|city|united|states|inc|llc|corp\w*|company|unit|division|department|services?|"
    r"protection|orders?|persons?|trust|funds?|exhibits?|records?|report|complaint|amended|case|appointing|appointment|"
    r"ad|litem|conservator\w*|next|friend|parents?|natural|redacted|sealed|names?|initials|account|blocked|interest|"
    r"participants?|justice|offender|delinquen\w*|district|attorney|matter|in|to|on|with|as|under|offset|details|"
    r"errors?|corrections?|edits?|deficienc\w*|docket|text|scheduling|modification|amendment|adjustments?|planet|hockey)\b"
)


def protected_name(text: str) -> Iterator[Finding]:
    """“Ann Example, a minor”, “minor child Ann Example”, “Ann Example (a protected person)”."""
    for pattern in (AFTER_NAME, BEFORE_NAME):
        for found in pattern.finditer(text):
            if span := _name_in(found["n"], from_its_end=pattern is AFTER_NAME):
                start = found.start("n")
                yield Finding(Kind.PROTECTED_NAME, start + span[0], start + span[1])


def _name_in(words: str, from_its_end: bool) -> tuple[int, int] | None:
    """The part of capitalised words that can be a person's name: two words at least, none of the docket's own."""
    places = list(re.finditer(r"\S+", words))
    run: list[re.Match[str]] = []
    for place in reversed(places) if from_its_end else places:
        if NO_NAME.search(place.group()):
            break
        run.append(place)
    span = (min(p.start() for p in run), max(p.end() for p in run)) if len(run) >= 2 else None
    return span if span and not PSEUDONYM.search(words[span[0] : span[1]]) else None
