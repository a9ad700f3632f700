"""What became of the claims against a party, in one sentence: of that party's own counts and claims, never the case's.

Pure: derived statuses in, words out. The rows are brought by `docket.site.one_party`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from docket.choices import CLAIM_EVENT_RULES, PLEAS_OF_GUILT, ClaimEventKind
from docket.claims import ClaimStatus
from docket.site.wording import is_pending, several, status_line

K = ClaimEventKind
NUMBERS = {2: "both", 3: "all three", 4: "all four", 5: "all five", 6: "all six"}
MOST_OUTCOMES = 4
# what the head of a case counts together; all else by its own words
IN_A_HEAD = {
    **dict.fromkeys(PLEAS_OF_GUILT, "pleaded guilty or no contest"),
    **dict.fromkeys((K.DISMISSED_CRIMINAL, K.DISMISSED_MOTION, K.DISMISSED_STIPULATED), "dismissed"),
    **dict.fromkeys((K.VOLUNTARILY_DISMISSED, K.DISMISSED_WANT_OF_PROSECUTION), "dismissed"),
    K.ACQUITTAL_DIRECTED: "acquitted",
}
NOT_DECIDED = "not decided in this record"


def own_outcome(statuses: Sequence[ClaimStatus], one: str = "claim", many: str = "claims") -> str:
    """“acquitted, 3 May 2026, on both counts”; “convicted, 3 May 2026, on 1 count; charge dismissed … on 2 counts”."""
    counted = Counter(_lowered(status_line(status)) for status in statuses)
    if len(counted) == 1:
        words, count = next(iter(counted.items()))
        return words if count == 1 else f"{words}, on {NUMBERS.get(count, f'all {count}')} {many}"
    if len(counted) > MOST_OUTCOMES:
        return ""
    return "; ".join(f"{words}, on {count} {one if count == 1 else many}" for words, count in counted.items())


def _lowered(line: str) -> str:
    return line if line.startswith("Alford") else line[:1].lower() + line[1:]


def head_of(parties: Mapping[int, Iterable[ClaimStatus]], many: str = "counts") -> str:
    """“1 convicted, 1 acquitted, 1 dismissed”: how many parties came to what; one may have come to several things."""
    counted = Counter(_came_to(statuses, many) for statuses in parties.values())
    if "" in counted:  # of somebody the record is incomplete: a count of the others would pass for the whole
        return ""
    return ", ".join(f"{count} {words}" for words, count in counted.items())


def _came_to(statuses: Iterable[ClaimStatus], many: str) -> str:
    """The outcomes of one party, each once; empty where one of them is not told."""
    found = list(dict.fromkeys(_class_of(status) for status in statuses))
    if "" in found:
        return ""
    return f"{several(found, len(found))} on different {many}" if len(found) > 1 else found[0]


def _class_of(status: ClaimStatus) -> str:
    if is_pending(status):
        return NOT_DECIDED
    if status.decision is None or not status.is_certain:
        return ""
    kind = K(status.decision.kind)
    return IN_A_HEAD.get(kind) or CLAIM_EVENT_RULES[kind].status
