"""What the court prints beside a criminal count, as an event of the claim: only what is clear becomes a status."""

import re
from dataclasses import dataclass

from docket.choices import ClaimEventKind, Prejudice

# "not guilty" is looked for first: the words "guilty" and "plea" stand in it.
_NOT_GUILTY = re.compile(r"\bnot guilty\b", re.I)
_READINGS = (
    (ClaimEventKind.NOLLE_PROSEQUI, re.compile(r"\bnolle pros", re.I)),
    (ClaimEventKind.DISMISSED_CRIMINAL, re.compile(r"\bdismiss(?:ed|al)\b", re.I)),
    (ClaimEventKind.ACQUITTED, re.compile(r"\bacquitt(?:ed|al)\b|\b(?:found|verdict of) not guilty\b", re.I)),
    (
        ClaimEventKind.SENTENCED,
        re.compile(
            r"\bsentenced?\b|\bcustody of\b|\bbureau of prisons\b|\bbop\b|\bimprison\w*|\bincarcerat\w*"
            r"|\bprobation\b|\bsupervised release\b|\btime served\b|\bspecial assessment\b",
            re.I,
        ),
    ),
)
_CONVICTED = re.compile(r"\bfound guilty\b|\bconvicted\b|\bguilty verdict\b", re.I)
_PLEADED = re.compile(r"\bple(?:a|d|aded)\b.{0,200}\bguilty\b|\bguilty plea\b|\bnolo contendere\b", re.I)


@dataclass(frozen=True)
class Outcome:
    """An event to enter. kind OTHER: the words are kept, and the status is not derived from them."""

    kind: ClaimEventKind
    with_prejudice: str = ""

    @property
    def is_clear(self) -> bool:
        """Whether the event says where the count stands."""
        return self.kind != ClaimEventKind.OTHER


def outcome(disposition: str) -> Outcome:
    """The one outcome that the words name; OTHER when they name none, or several that contradict each other."""
    named = [kind for kind, words in _READINGS if words.search(disposition)]
    if not named and not _NOT_GUILTY.search(disposition):
        if _CONVICTED.search(disposition):
            named = [ClaimEventKind.CONVICTED]
        elif _PLEADED.search(disposition):
            named = [ClaimEventKind.PLEA]
    if len(named) != 1:
        return Outcome(ClaimEventKind.OTHER)
    return Outcome(named[0], _prejudice(disposition) if named[0] in _DISMISSALS else "")


_DISMISSALS = (ClaimEventKind.DISMISSED_CRIMINAL, ClaimEventKind.NOLLE_PROSEQUI)


def _prejudice(disposition: str) -> str:
    if re.search(r"\bwithout prejudice\b", disposition, re.I):
        return Prejudice.WITHOUT
    return Prejudice.WITH if re.search(r"\bwith prejudice\b", disposition, re.I) else Prejudice.NOT_STATED
