"""Alien registration numbers: courts of appeals print them, a public record must not hold them. Pure."""

import re
from dataclasses import replace

from docket.intake.shape import ImportedDocket

NUMBER = re.compile(r"\bA[- #]{0,3}\d{2,3}[- ]?\d{3}[- ]?\d{3}\b")
WITHHELD = "A[number withheld]"


def without_alien_numbers(docket: ImportedDocket) -> ImportedDocket:
    """The docket with every such number left out, wherever it stands in its words; they are not kept anywhere."""
    entries = tuple(
        replace(entry, text=_less(entry.text), short_text=_less(entry.short_text)) for entry in docket.entries
    )
    parties = tuple(
        replace(party, name=_less(party.name), extra_info=_less(party.extra_info)) for party in docket.parties
    )
    related = tuple(
        replace(
            other,
            court=_less(other.court),
            numbers=tuple(number for number in other.numbers if not NUMBER.search(number)),
            note=_less(other.note),
        )
        for other in docket.related
    )
    cleaned = replace(docket, caption=_less(docket.caption), entries=entries, parties=parties, related=related)
    if cleaned == docket:
        return docket
    return replace(cleaned, warnings=(*docket.warnings, "Alien registration numbers were left out."))


def _less(text: str) -> str:
    return NUMBER.sub(WITHHELD, text)
