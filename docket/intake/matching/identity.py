"""Whether a page and a case of the record are the same case: two of three keys must agree. Pure.

The keys are the court's own id, the docket number, and caption with parties. No single key outranks the others: a
court's id under another number and with other people is a CONFLICT, which staff must resolve, and changes nothing.
A key that one side does not have neither agrees nor contradicts: an attachment page knows the id only, and finds
its case by it. Names alone make no case the same: there are many of “United States v. Smith”.
"""

from enum import StrEnum
from typing import NamedTuple


class Key(StrEnum):
    """What one key says of page and case."""

    AGREES = "agrees"
    DIFFERS = "differs"
    MISSING = "missing"


class Verdict(StrEnum):
    """What the page is to the case."""

    SAME = "same"
    NEW = "new"
    CONFLICT = "conflict"


class Keys(NamedTuple):
    """How a page and a case compare in the court's own id, the docket number, and the caption with the parties."""

    court_id: Key
    number: Key
    people: Key


A, D, M = Key.AGREES, Key.DIFFERS, Key.MISSING
SAME, NEW, CONFLICT = Verdict.SAME, Verdict.NEW, Verdict.CONFLICT

VERDICTS: dict[Keys, tuple[Verdict, str]] = {
    Keys(A, A, A): (SAME, "everything agrees"),
    Keys(A, A, D): (SAME, "the caption changed: a party was substituted or unsealed"),
    Keys(A, A, M): (SAME, "id and number agree"),
    Keys(A, D, A): (SAME, "the court gave the case another number"),
    Keys(A, D, D): (CONFLICT, "one id, but another number and other people"),
    Keys(A, D, M): (CONFLICT, "one id, but another number, and no names to decide"),
    Keys(A, M, A): (SAME, "id and people agree"),
    Keys(A, M, D): (CONFLICT, "one id, but other people, and no number to decide"),
    Keys(A, M, M): (SAME, "an attachment page knows the id only, and nothing speaks against it"),
    Keys(D, A, A): (SAME, "the court's system gave the case another id"),
    Keys(D, A, D): (CONFLICT, "one number, but another id and other people"),
    Keys(D, A, M): (CONFLICT, "one number, but another id, and no names to decide"),
    Keys(D, D, A): (NEW, "a namesake: only the names agree"),
    Keys(D, D, D): (NEW, "nothing agrees"),
    Keys(D, D, M): (NEW, "nothing agrees"),
    Keys(D, M, A): (NEW, "a namesake: only the names agree, and the id differs"),
    Keys(D, M, D): (NEW, "nothing agrees"),
    Keys(D, M, M): (NEW, "nothing agrees"),
    Keys(M, A, A): (SAME, "number and people agree"),
    Keys(M, A, D): (CONFLICT, "one number, but other people, and no id to decide"),
    Keys(M, A, M): (SAME, "a forum gives a number once, and nothing speaks against it"),
    Keys(M, D, A): (NEW, "a namesake: only the names agree, and the number differs"),
    Keys(M, D, D): (NEW, "nothing agrees"),
    Keys(M, D, M): (NEW, "nothing agrees"),
    Keys(M, M, A): (NEW, "a namesake: names alone make no case the same"),
    Keys(M, M, D): (NEW, "nothing agrees"),
    Keys(M, M, M): (NEW, "nothing to compare"),
}


def verdict(keys: Keys) -> Verdict:
    """What a page is to a case of which the three keys say this."""
    return VERDICTS[keys][0]


def told(keys: Keys, wanted: Key) -> list[str]:
    """The keys that agree, or those that differ, in words for staff."""
    words = ("the court's id", "the docket number", "caption and parties")
    return [word for word, key in zip(words, keys, strict=True) if key is wanted]
