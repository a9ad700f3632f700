"""The sentences that public pages owe their readers: allegations stay allegations, charges accusations (DOMAIN 7.5).

Pure: categories, derived statuses and names in, sentences out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

from docket.choices import (
    CASE_STATUS_PUBLIC_LABEL,
    CONVICTIONS,
    CaseCategory,
    CaseStatus,
    ClaimEffect,
    ClaimEventKind,
    ClaimKind,
    DecisionGround,
    Prejudice,
    PrevailingSide,
    Response,
    dates,
)
from docket.claims import SILENCE, ClaimStatus, Family, Part
from docket.claims.wording import SERVED, UNDECIDED

if TYPE_CHECKING:
    from docket.models import Case, ClaimEvent

K = ClaimEventKind
PENDING = (ClaimEffect.OPEN, ClaimEffect.ANSWERED, ClaimEffect.STAYED, ClaimEffect.REOPENED)
FOUND = (K.VERDICT, K.BENCH_JUDGMENT, K.SUMMARY_JUDGMENT, K.JMOL_DIRECTED_VERDICT, K.JUDGMENT_ON_PLEADINGS)
# “found liable” is said only of claims that seek it: not of petitions, issues on appeal, proofs of claim
OF_LIABILITY = (Family.SUIT, Family.ARBITRATION, Family.CITATION)
# an event that records a decision for one side; “found liable” is said of the merits alone
DECIDED_FOR = (*FOUND, K.AWARD, K.DECLARED, K.REVERSED_RENDERED, K.STRUCK_OUT)
GROUNDS = {
    DecisionGround.LIMITATIONS: " on time limits",
    DecisionGround.JURISDICTION: " on jurisdiction",
    DecisionGround.IMMUNITY: " on immunity",
    DecisionGround.PRECLUSION: " because of an earlier decision",
    DecisionGround.PROCEDURE: " on procedure",
    DecisionGround.SANCTION: " as a sanction",
    DecisionGround.NO_RESPONSE: " because no response was filed",
}
DISMISSED = (K.VOLUNTARILY_DISMISSED, K.DISMISSED_MOTION, K.DISMISSED_STIPULATED, K.DISMISSED_WANT_OF_PROSECUTION)
DENIALS = (Response.DENY, Response.GENERAL_DENIAL, Response.LACK_KNOWLEDGE)
AT_MOST = 4
STILL_GOING = (CaseStatus.PENDING_ACTIVE, CaseStatus.PENDING_INACTIVE, CaseStatus.REOPENED)
AGES_AFTER = 180  # days after a comparison with the court's docket
# where no count is in this record, or not all are shown, nothing is known of any one person
A_CHARGE = "A charge is an accusation, not a finding."
EACH_CHARGED = "Each defendant whose charge is not decided"
# Coroners and Justice Act 2009 (England and Wales), ss. 5(1) and 10(2)
AN_INQUEST = "An inquest asks who died, and how, when and where. It decides no one’s criminal or civil liability."
MOST_SENTENCES = 3

Named = tuple[str, ClaimStatus]
Statuses = Iterable[Named]


def notices(category: str, statuses: Statuses, is_whole: bool = True) -> list[str]:
    """What stands above the claims of a case.

    statuses: a defendant's name with where one claim against it stands; is_whole: whether these are all. What is said
    of a person is said of all claims against that person, so of a part it is not said.
    """
    known = list(statuses)
    pending = [(name, status) for name, status in known if is_pending(status)]
    if category == CaseCategory.CRIMINAL:
        return _of_charges(known, pending, is_whole)
    if category == CaseCategory.ARBITRATION:
        return [
            "Statements in the demand and the response are the parties’ positions. "
            "Only documents made public are listed."
        ]
    if category == CaseCategory.INVESTIGATION:
        return ["An investigation is not a charge. Nobody named here is accused by that."]
    if category == CaseCategory.INQUEST:
        return [AN_INQUEST]
    if category in (CaseCategory.REGULATORY, CaseCategory.ADMINISTRATIVE):
        return ["A citation is an allegation by the agency."] if pending or not known else []
    return [_allegations(known, pending if is_whole else [])]


def is_pending(status: ClaimStatus) -> bool:
    """Whether nothing has been decided; an appeal before any decision leaves it pending."""
    return status.effect in PENDING or (status.effect == ClaimEffect.ON_APPEAL and status.decision is None)


def _of_charges(known: list[Named], pending: list[Named], is_whole: bool) -> list[str]:
    """Of whom it is said that they are presumed innocent: those charged and not convicted on that count.

    Who answers a petition in a criminal case is charged with nothing.
    """
    charged = [name for name, status in pending if status.family == Family.CHARGE]
    if not charged:
        return [A_CHARGE] if pending or not known else []
    guilty = not is_whole or any(name in charged and _is_conviction(status) for name, status in known)
    return [_presumed_innocent(charged, guilty)]


def _is_conviction(status: ClaimStatus) -> bool:
    found = status.decision or status.event
    return found is not None and found.kind in CONVICTIONS


def _presumed_innocent(names: list[str], guilty_of_others: bool) -> str:
    who = _some(names, EACH_CHARGED)
    be = "are" if len(_unique(names)) > 1 and who != EACH_CHARGED else "is"
    if guilty_of_others:
        return (
            "The charges that are not decided in this record are accusations. "
            f"{who} {be} presumed innocent of them unless and until proven guilty."
        )
    return f"The charges are accusations. {who} {be} presumed innocent unless and until proven guilty."


def _allegations(known: list[Named], pending: list[Named]) -> str:
    """Of whom all that is pending was denied, or nothing answered; of a claim that is not known nothing is said."""
    words = "This page summarises filings. Statements in pleadings are allegations"
    words += "; they have not been proven." if known and len(pending) == len(known) else "."
    answered = {name for name, status in known if status.answer}
    admits = {n for n, s in pending if s.answer is None or s.answer.response not in DENIALS}
    denied = _unique(n for n, _ in pending if n not in admits)
    silent = _unique(n for n, s in pending if s.is_silent and n not in answered)
    if denied and len(denied) <= AT_MOST:
        words += f" {_some(denied, '')} {'has' if len(denied) == 1 else 'have'} denied them."
    if silent and len(silent) <= AT_MOST:
        words += f" No answer by {_some(silent, '', 'or')} in this case is in this record."
    return words


def note_of(status: ClaimStatus, against: str, family: Family = Family.SUIT) -> str:
    """What a decided claim owes its reader, beside the status; a decision keeps its sentence while it is on appeal."""
    sentences = []
    if status.settled and family != Family.CITATION:  # a settled citation commonly becomes final as it stands
        sentences.append("A settlement is not an admission or finding of liability.")
    if (decision := cast("ClaimEvent | None", status.decision)) is not None:
        if not status.is_certain:
            return " ".join(sentences)  # another order may have left it otherwise
        sentences.append(_what_was_decided(decision, against, family))
    elif status.event and status.event.kind in (K.PLEADED_NOT_GUILTY, K.CHARGED, K.ARRAIGNED, K.BOUND_OVER):
        sentences.append("An accusation, not a finding.")
    return " ".join(sentence for sentence in sentences if sentence)


def _what_was_decided(decision: ClaimEvent, against: str, family: Family) -> str:
    if decision.kind in DISMISSED and decision.with_prejudice == Prejudice.WITHOUT:
        return "Not decided on the merits."
    ground = DecisionGround(decision.ground) if decision.ground else None
    if decision.kind == K.DEFAULT_JUDGMENT:
        return f"Judgment was entered by default{GROUNDS[ground]}." if ground in GROUNDS else ""
    if decision.kind not in DECIDED_FOR or decision.prevailing not in WON:
        return ""
    if family in OF_LIABILITY and decision.kind in FOUND and ground == DecisionGround.MERITS:
        finder = "jury" if decision.kind == K.VERDICT else "court"
        return f"The {finder} found {against} {WON[PrevailingSide(decision.prevailing)]}."
    asking = "the party that makes the claim" if family in OF_LIABILITY else "the party that asks"
    winner = against if decision.prevailing == PrevailingSide.RESPONDING else asking
    because = GROUNDS.get(ground, "") if ground else ""
    if decision.kind != K.REVERSED_RENDERED:
        return f"Decided for {winner}{because}.".replace("..", ".")
    # “the party that makes the claim on appeal” would be another
    return f"Decided {f'for {winner} on appeal' if winner == against else f'on appeal for {winner}'}{because}."


WON = {PrevailingSide.ASSERTING: "liable", PrevailingSide.RESPONDING: "not liable"}


class Kinded(Protocol):
    """A claim of which the kind is read."""

    @property
    def kind(self) -> str:
        """A `ClaimKind`."""


class Charge(NamedTuple):
    """A claim as `digest` reads it: names of claimants, title, names of those against whom, the kind of claim."""

    claimants: tuple[str, ...]
    title: str
    against: tuple[str, ...]
    kind: str = ClaimKind.CLAIM


# what is asked of a court is no allegation against anybody; all else is alleged
VERBS: dict[str, tuple[str, str]] = {
    ClaimKind.PETITION: ("ask for", "asks for"),
    ClaimKind.PROOF_OF_CLAIM: ("claim", "claims"),
    ClaimKind.ISSUE_ON_APPEAL: ("raise", "raises"),
}


# what an accusation is, and the word for it; of other kinds nobody is “charged”, also in a criminal case
ACCUSED: dict[str, tuple[str, str]] = {
    ClaimKind.CRIMINAL_COUNT: ("charged", "with"),
    ClaimKind.VIOLATION: ("cited", "for"),
}
ACCUSATION_IN: dict[str, str] = {
    CaseCategory.CRIMINAL: ClaimKind.CRIMINAL_COUNT,
    CaseCategory.REGULATORY: ClaimKind.VIOLATION,
    CaseCategory.ADMINISTRATIVE: ClaimKind.VIOLATION,
}
# what a proceeding brings: an appeal raises, a petition asks, and not always against somebody
BROUGHT: dict[str, tuple[str, str]] = {
    CaseCategory.CRIMINAL: ("Charged against", "Charged by"),
    CaseCategory.REGULATORY: ("Cited against", "Cited by"),
    CaseCategory.ADMINISTRATIVE: ("Cited against", "Cited by"),
    CaseCategory.APPEAL: ("Raised on appeal against", "Raised on appeal by"),
    **dict.fromkeys(
        (CaseCategory.PROBATE, CaseCategory.DOMESTIC, CaseCategory.JUVENILE), ("Asked for, concerning", "Asked for by")
    ),
}
CLAIMED = ("Claimed against", "Claimed by")


def brought_against(category: str, claims: Iterable[Kinded]) -> str:
    """What heads these claims against a party in a proceeding: “Charged against”, “Asked for, concerning”."""
    return _brought(category, claims)[0]


def brought_by(category: str, claims: Iterable[Kinded]) -> str:
    """What heads these claims that a party makes in a proceeding: “Raised on appeal by”."""
    return _brought(category, claims)[1]


def _brought(category: str, claims: Iterable[Kinded]) -> tuple[str, str]:
    """“Charged” only where each of them is a charge: a petition in a criminal case is none."""
    accusation = ACCUSATION_IN.get(category)
    if accusation and any(claim.kind != accusation for claim in claims):
        return CLAIMED
    return BROUGHT.get(category, CLAIMED)


def digest(category: str, claims: Iterable[Charge]) -> str:
    """Who claims what from whom, in a few sentences."""
    groups: dict[tuple[Any, ...], list[Charge]] = {}
    for claim in claims:
        if claim.claimants and claim.against:
            # who is charged with what is never run together; who is sued on which count the table below tells
            apart = claim.kind in ACCUSED
            key = (claim.claimants, claim.against if apart else (), claim.kind if apart or claim.kind in VERBS else "")
            groups.setdefault(key, []).append(claim)
    # a name that ends in “Inc.” brings the full stop along
    sentences = [f"{_who_claims(category, group).removesuffix('.')}." for group in groups.values()]
    if len(sentences) > MOST_SENTENCES:
        sentences = [*sentences[:MOST_SENTENCES], "Others are listed below."]
    return " ".join(sentences)


def _who_claims(category: str, group: list[Charge]) -> str:
    claimants = several(group[0].claimants)
    titles = several((_within_sentence(claim.title) for claim in group), 3)
    against = several(name for claim in group for name in claim.against)
    is_one = len(group[0].claimants) == 1
    if group[0].kind in ACCUSED:
        verb, preposition = ACCUSED[group[0].kind]
        return f"{claimants} {verb} {against} {preposition} {titles}"
    if category == CaseCategory.APPEAL:
        asks = all(claim.title.lower().startswith("whether") for claim in group)
        return f"{claimants} {'ask' if asks else 'raise'}{'s' if is_one else ''} {titles}"
    otherwise = ("assert", "asserts") if category == CaseCategory.ARBITRATION else ("allege", "alleges")
    verb = VERBS.get(group[0].kind, otherwise)[is_one]
    differ = len({claim.against for claim in group}) > 1
    return f"{claimants} {verb} {titles}{', each against one or more of' if differ else ' against'} {against}"


def tally(statuses: Iterable[ClaimStatus]) -> str:
    """How charges stand, outcomes as plainly as charges: “acquitted (1); charged, not decided (2)”."""
    counted = Counter(status.text for status in statuses)
    if len(counted) == 1:
        return next(iter(counted))
    return "; ".join(f"{text} ({count})" for text, count in counted.items())


def status_line(status: ClaimStatus) -> str:
    """Each thing that is said with its own day: “Served 1 February 2025; challenged by motion, 20 February 2025”."""
    line = "; ".join(_dated(part) for part in status.parts)
    return line[:1].upper() + line[1:]


def _dated(part: Part) -> str:
    event = part.event
    day = dates.show(event.date, event.date_precision) if event else ""
    if event is None or not day:
        return part.words
    if event.kind == K.ASSERTED and part.words in SILENCE.values():
        return f"{part.words} (pleaded {day})"
    # the day is that of what happened, not of what has not
    if served := next((words for words in SERVED.values() if part.words.startswith(words)), ""):
        return part.words.replace(served, f"{served} {day}", 1)
    if part.words.endswith(UNDECIDED):
        return f"{part.words.removesuffix(UNDECIDED)} {day}{UNDECIDED}"
    return f"{part.words}, {day}"


def case_status_words(case: Case, today: date) -> str:
    """“Closed 30 June 2026”; “Open when last checked, 4 March 2010; this may be out of date”: openness is of a day."""
    words = CASE_STATUS_PUBLIC_LABEL[case.status]
    if case.status == CaseStatus.UNKNOWN:
        return words
    if case.status not in STILL_GOING:
        ended = dates.show(case.date_terminated, case.date_terminated_precision) if case.date_terminated else ""
        return f"{words} {ended}".rstrip()
    if case.last_checked is None:
        return f"{words} in this record"
    words = f"{words} when last checked, {dates.show(case.last_checked)}"
    return f"{words}; this may be out of date" if (today - case.last_checked).days > AGES_AFTER else words


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
