"""What the court prints beside a criminal count, as an event of the claim: only what is clear becomes a status."""

import re
from dataclasses import dataclass
from functools import cache

from docket.choices import ClaimEventKind, Prejudice
from docket.intake.wording.disposition_rules import OUTCOMES, STEPS, Rule
from docket.intake.wording.disposition_words import DECIDES_NOTHING, EVERYWHERE, Words

LONGEST = 4000  # characters; a longer text says more than one thing
_AGAINST_ALL: Words = tuple(words for _, listed in EVERYWHERE for words in listed)
_DISMISSALS = (ClaimEventKind.DISMISSED_CRIMINAL, ClaimEventKind.NOLLE_PROSEQUI)
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "\u2011": "-"})
_PREJUDICE = re.compile(r"\b(not )?(with|without) prejudice\b", re.I)


@dataclass(frozen=True)
class Outcome:
    """An event to enter. kind OTHER: the words are kept, and the status is not derived from them."""

    kind: ClaimEventKind
    with_prejudice: str = ""

    @property
    def is_clear(self) -> bool:
        """Whether the event says where the count stands."""
        return self.kind != ClaimEventKind.OTHER


UNCLEAR = Outcome(ClaimEventKind.OTHER)


def outcome(disposition: str) -> Outcome:
    """The one outcome that the words name and nothing in them speaks against; OTHER where there is none.

    “NOT GUILTY by jury. Defendant released from the custody of the U.S. Marshal.” is an acquittal; “Sentence vacated;
    count dismissed” is OTHER, since these words alone do not say where the count stands.
    """
    words = _any(DECIDES_NOTHING).sub(" ", " ".join(disposition.translate(_STRAIGHT).split()))
    if len(words) > LONGEST:
        return UNCLEAR
    named = [rule.kind for rule in OUTCOMES if _is_named(rule, words)]
    steps = [kind for kind in STEPS if kind in named]
    if not named or (len(named) > 1 and len(named) > len(steps)):
        return UNCLEAR
    kind = (steps or named)[0]
    return _dismissal(kind, disposition) if kind in _DISMISSALS else Outcome(kind)


def _is_named(rule: Rule, words: str) -> bool:
    if not _any(rule.words_for).search(words):
        return False
    rest = _any(rule.words_beside).sub(" ", words) if rule.words_beside else words
    return not (_any(rule.words_against).search(rest) or _any(_AGAINST_ALL).search(rest))


def _dismissal(kind: ClaimEventKind, disposition: str) -> Outcome:
    """With the prejudice that is stated; OTHER where two are, or one is denied."""
    said = {(bool(denied), how.casefold()) for denied, how in _PREJUDICE.findall(" ".join(disposition.split()))}
    if len(said) > 1 or any(denied for denied, _ in said):
        return UNCLEAR
    how = said.pop()[1] if said else ""
    return Outcome(kind, {"with": Prejudice.WITH, "without": Prejudice.WITHOUT}.get(how, Prejudice.NOT_STATED))


@cache
def _any(words: Words) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in words), re.I)
