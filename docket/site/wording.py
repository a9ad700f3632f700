"""The sentences that public pages owe their readers: allegations stay allegations, charges accusations (DOMAIN 7.5).

Pure: categories, derived statuses and names in, sentences out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from docket.choices import CaseCategory, ClaimEffect, ClaimEventKind, Prejudice, PrevailingSide, Response, dates
from docket.claims import SILENCE, ClaimStatus

if TYPE_CHECKING:
    from docket.models import ClaimEvent

K = ClaimEventKind
PENDING = (ClaimEffect.OPEN, ClaimEffect.ANSWERED, ClaimEffect.STAYED, ClaimEffect.REOPENED)
FOUND = (K.VERDICT, K.BENCH_JUDGMENT, K.SUMMARY_JUDGMENT, K.JMOL_DIRECTED_VERDICT, K.JUDGMENT_ON_PLEADINGS)
CONVICTIONS = (K.PLEA, K.CONVICTED, K.SENTENCED)
DISMISSED = (K.VOLUNTARILY_DISMISSED, K.DISMISSED_MOTION, K.DISMISSED_STIPULATED, K.DISMISSED_WANT_OF_PROSECUTION)
DENIALS = (Response.DENY, Response.GENERAL_DENIAL, Response.LACK_KNOWLEDGE)
AT_MOST = 4
MOST_SENTENCES = 3

Statuses = Iterable[tuple[str, ClaimStatus]]


def notices(category: str, statuses: Statuses, is_whole: bool = True) -> list[str]:
    """What stands above the claims of a case.

    standings: a defendant's name with where one claim against it stands; is_whole: whether these are all.
    """
    known = list(statuses)
    pending = [(name, status) for name, status in known if status.effect in PENDING]
    if category == CaseCategory.CRIMINAL:
        charged = [name for name, _ in pending]
        guilty = any(name in charged and _is_conviction(status) for name, status in known)
        return [_presumed_innocent(charged, guilty)] if pending or not known else []
    if category == CaseCategory.ARBITRATION:
        return [
            "Statements in the demand and the response are the parties’ positions. Arbitration is private; only "
            "documents made public are listed."
        ]
    if category == CaseCategory.INVESTIGATION:
        return ["An investigation is not a charge. Nobody named here is accused by that."]
    if category in (CaseCategory.REGULATORY, CaseCategory.ADMINISTRATIVE):
        return ["A citation is an allegation by the agency."] if pending or not known else []
    return [_allegations(pending, decided=len(pending) < len(known) or not is_whole)]


def _is_conviction(status: ClaimStatus) -> bool:
    found = status.decision or status.event
    return found is not None and found.kind in CONVICTIONS


def _presumed_innocent(names: list[str], guilty_of_others: bool) -> str:
    who = _some(names, "Every defendant")
    be = "are" if len(_unique(names)) > 1 and who != "Every defendant" else "is"
    if guilty_of_others:
        return (
            "The charges that are not decided in this record are accusations. "
            f"{who} {be} presumed innocent of them unless and until proven guilty."
        )
    return f"The charges are accusations. {who} {be} presumed innocent unless and until proven guilty."


def _allegations(pending: list[tuple[str, ClaimStatus]], decided: bool) -> str:
    words = "This page summarises filings. Statements in pleadings are allegations"
    words += "." if decided else "; they have not been proven."
    denied = _unique(n for n, s in pending if s.answer and s.answer.response in DENIALS)
    silent = _unique(n for n, s in pending if s.effect == ClaimEffect.OPEN and s.answer is None)
    if denied and len(denied) <= AT_MOST:
        words += f" {_some(denied, '')} {'has' if len(denied) == 1 else 'have'} denied them."
    if silent and len(silent) <= AT_MOST:
        words += f" No answer by {_some(silent, '', 'or')} in this case is in this record."
    return words


def note_of(status: ClaimStatus, against: str) -> str:
    """What a decided claim owes its reader, beside the status; a decision keeps its sentence while it is on appeal."""
    sentences = []
    if status.settled:
        sentences.append("A settlement is not an admission or finding of liability.")
    if (decision := cast("ClaimEvent | None", status.decision)) is not None:
        sentences.append(_what_was_decided(decision, against))
    elif status.event and status.event.kind in (K.PLEADED_NOT_GUILTY, K.CHARGED, K.ARRAIGNED, K.BOUND_OVER):
        sentences.append("An accusation, not a finding.")
    if not status.is_certain:
        sentences.append("The record does not say in what order these things happened.")
    return " ".join(sentence for sentence in sentences if sentence)


def _what_was_decided(decision: ClaimEvent, against: str) -> str:
    if decision.kind in DISMISSED and decision.with_prejudice == Prejudice.WITHOUT:
        return "Not decided on the merits."
    if decision.kind == K.DEFAULT_JUDGMENT:
        return "Judgment was entered by default because no response was filed."
    if decision.kind in FOUND and decision.prevailing in (PrevailingSide.ASSERTING, PrevailingSide.RESPONDING):
        finder = "jury" if decision.kind == K.VERDICT else "court"
        liable = "liable" if decision.prevailing == PrevailingSide.ASSERTING else "not liable"
        return f"The {finder} found {against} {liable}."
    return ""


Charge = tuple[tuple[str, ...], str, tuple[str, ...]]


def digest(category: str, claims: Iterable[Charge]) -> str:
    """Who claims what from whom, in a few sentences. claims: names of claimants, title, names of those against whom."""
    # who is charged with what is never run together; who is sued on which count the table below tells
    apart = category in (CaseCategory.CRIMINAL, CaseCategory.REGULATORY, CaseCategory.ADMINISTRATIVE)
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Charge]] = {}
    for claimants, title, against in claims:
        if claimants and against:
            groups.setdefault((claimants, against if apart else ()), []).append((claimants, title, against))
    # a name that ends in “Inc.” brings the full stop along
    sentences = [f"{_who_claims(category, group).removesuffix('.')}." for group in groups.values()]
    if len(sentences) > MOST_SENTENCES:
        sentences = [*sentences[:MOST_SENTENCES], "Others are listed below."]
    return " ".join(sentences)


def _who_claims(category: str, group: list[Charge]) -> str:
    claimants = several(group[0][0])
    titles = several((_within_sentence(title) for _, title, _ in group), 3)
    against = several(name for _, _, names in group for name in names)
    if category == CaseCategory.CRIMINAL:
        return f"{claimants} charged {against} with {titles}"
    if category in (CaseCategory.REGULATORY, CaseCategory.ADMINISTRATIVE):
        return f"{claimants} cited {against} for {titles}"
    if category == CaseCategory.APPEAL:
        asks = all(title.lower().startswith("whether") for _, title, _ in group)
        return f"{claimants} {'ask' if asks else 'raise'}{'s' if len(group[0][0]) == 1 else ''} {titles}"
    verb = "assert" if category == CaseCategory.ARBITRATION else "allege"
    ending = "s" if len(group[0][0]) == 1 else ""
    differ = len({names for _, _, names in group}) > 1
    return f"{claimants} {verb}{ending} {titles}{', each against one or more of' if differ else ' against'} {against}"


def tally(statuses: Iterable[ClaimStatus]) -> str:
    """How charges stand, outcomes as plainly as charges: “acquitted (1); charged, not decided (2)”."""
    counted = Counter(status.text for status in statuses)
    if len(counted) == 1:
        return next(iter(counted))
    return "; ".join(f"{text} ({count})" for text, count in counted.items())


def status_line(status: ClaimStatus) -> str:
    """“Dismissed by stipulation with prejudice, 3 May 2022”."""
    line, day = status.text[:1].upper() + status.text[1:], dates.show(status.date, status.precision)
    if not day:
        return line
    if status.event and status.event.kind == K.ASSERTED and status.text in SILENCE.values():
        return f"{line} (pleaded {day})"
    if line.startswith("Served, "):
        return line.replace("Served, ", f"Served {day}, ", 1)
    return f"{line}, {day}"


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _within_sentence(title: str) -> str:
    """A title without its capital, unless the first word is an acronym or the like."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def several(names: Iterable[str], at_most: int = 2) -> str:
    """“A”, “A and B”, “A, B and 3 others”."""
    found = _unique(names)
    rest = len(found) - at_most
    if rest > 0:
        return f"{', '.join(found[:at_most])} and {rest} other{'s' if rest > 1 else ''}"
    return " and ".join([", ".join(found[:-1]), found[-1]]) if len(found) > 1 else "".join(found)


def _some(names: Iterable[str], otherwise: str, joined_by: str = "and") -> str:
    """“A, B and C”, or the general words where there are none or too many to name."""
    found = _unique(names)
    if not found or len(found) > AT_MOST:
        return otherwise
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} {joined_by} {found[-1]}"
