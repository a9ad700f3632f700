"""The numbers that one verb governs together: "Motion (Doc. 4) and Motion to Strike (Doc. 5)"."""

import re
from collections.abc import Sequence

from docket.law.reading.references import Reference
from docket.law.reading.tables.rulings import REQUEST

# between two numbers that one verb governs: "5 Motion to Stay, 6", "(Doc. 4) and Motion to Strike (Doc. 5)", "[30], [33] and [61]"
_and = re.compile(
    r"(?:[\])]*,? ?(?:and|&|,|;)(?: also)? ?(?:the |(?:defendant|plaintiff)s?['’]?s? )?(?:(?:docs?|dkts?|ecf|nos?|document|docket|filing|entry)\b\.? ?|#)*[\[(]*$)",
    re.IGNORECASE,
)


def beside(text: str, inside: Sequence[tuple[int, Reference]], first: int) -> list[tuple[int, Reference]]:
    """The number at a place and those that an "and" or a comma joins to it."""
    chain = [inside[first]]
    for (place, _), (following, other) in zip(inside[first:], inside[first + 1 :], strict=False):
        between = re.sub(r"^\d+(?:-\d+)?", "", text[place:following])
        if not (_and.search(between) or _titled(between)) or re.search(
            r"\b(?:re|to|regarding|of|on|as to|opposition|response|reply)\b:? ?[\[(]?\d*$", between
        ):
            break
        if _embedding(between):
            break
        chain.append((following, other))
    return chain


def _titled(between: str) -> bool:
    """ "(Doc. 4) and Motion to Strike (Doc. 5)": a second title with its number behind it."""
    return bool(
        re.match(rf"[\])]+,? (?:and|&|,) (?:[\w'’]+ ){{0,4}}?{REQUEST}\b[^.;]*[\[(][^\])]*$", between, re.IGNORECASE)
    )


def _embedding(between: str) -> bool:
    """Whether the first title goes on to name filings: "Motion to Strike 20 Answer, 21"; "Motion re 4 Order, 6"."""
    return bool(
        re.search(
            r"\b(?:re|regarding) ?:? ?[\[(]?\d|\s[\[(]?\d{1,4}[\])]? (?:\w+ ){0,3}?(?:motion|order|complaint|answer|response|reply|notice|brief|declaration)",
            between,
            re.IGNORECASE,
        )
    )
