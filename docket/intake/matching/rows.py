"""Which line of a page is which row of the record: pure, so that it can be tried on anything.

Court numbers repeat, many lines have none, clerks reword entries, and a page may be shorter or older than the
record. So lines are paired in passes, from the surest sign to the weakest; within a pass equal lines pair in
order (the first with the first), and what no pass pairs is new.
"""

import re
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from hashlib import sha256
from typing import Generic, TypeVar

ENOUGH = 0.6  # of the words in common: a reworded entry, not another one
SHORTEST = 12  # characters: a shorter beginning says nothing

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Line:
    """What identifies an entry. `text` and `short` are squeezed and case-folded, `court_sequence` the court's own."""

    number: str
    day: date | None
    text: str
    court_sequence: str = ""
    short: str = ""
    document: str = ""
    entered: date | None = None

    @property
    def days(self) -> frozenset[date]:
        """Feeds show the day of entry, dockets that of filing."""
        return frozenset(day for day in (self.day, self.entered) if day)

    @property
    def dated(self) -> date | None:
        """The day of filing, or of a source that shows only that the day of entry."""
        return self.day or self.entered


@dataclass(frozen=True, slots=True)
class Person:
    """What identifies a party of a case: `name` squeezed and case-folded, `role` its code in the record."""

    name: str
    role: str
    name_as_filed: str = ""
    role_as_filed: str = ""


@dataclass(frozen=True, slots=True)
class Pass(Generic[T]):
    """One way to pair: things of equal key that `alike` allows; key None takes no part."""

    key: Callable[[T], Hashable]
    alike: Callable[[T, T], bool] = lambda known, found: True


def pair(known: Sequence[T], found: Sequence[T], passes: Sequence[Pass[T]]) -> list[int | None]:
    """For each thing found the index of its row in `known`, None when it is new. No row is given twice."""
    rows: list[int | None] = [None] * len(found)
    pair_into(rows, known, found, passes)
    return rows


def pair_into(rows: list[int | None], known: Sequence[T], found: Sequence[T], passes: Sequence[Pass[T]]) -> None:
    """The same for the things that have no row yet."""
    taken = {row for row in rows if row is not None}
    free = dict.fromkeys(index for index in range(len(known)) if index not in taken)
    for step in passes:
        groups: dict[Hashable, deque[int]] = defaultdict(deque)
        for index in free:
            if (key := step.key(known[index])) is not None:
                groups[key].append(index)
        for place, thing in enumerate(found):
            if rows[place] is not None or not (group := groups.get(step.key(thing))):
                continue
            for index in group:
                if step.alike(known[index], thing):
                    group.remove(index)
                    rows[place] = index
                    del free[index]
                    break


def squeeze(text: str) -> str:
    """Text for comparing: white space and case do not count."""
    return " ".join(text.split()).casefold()


def same_person(one: str, other: str) -> bool:
    """Whether two names have the same words in whatever order: "Roe, Jane" and "JANE ROE"."""
    words = [sorted(re.findall(r"\w+", name.casefold())) for name in (one, other)]
    return bool(words[0]) and words[0] == words[1]


def fingerprint(*parts: str) -> str:
    """A short hash by which the same thing is found again without holding its words."""
    return sha256("\x1f".join(parts).encode()).hexdigest()[:32]


def reworded(known: Line, found: Line) -> bool:
    """Whether two texts are versions of one entry: one is missing, begins the other, or shares most words."""
    if not known.text or not found.text or begins_alike(known, found):
        return True
    return SequenceMatcher(None, known.text.split(), found.text.split(), autojunk=False).ratio() >= ENOUGH


def begins_alike(known: Line, found: Line) -> bool:
    """Whether the shorter text is the beginning of the longer."""
    shorter, longer = sorted((known.text, found.text), key=len)
    return len(shorter) >= SHORTEST and longer.startswith(shorter)


PARTIES: tuple[Pass[Person], ...] = (
    Pass(lambda person: (person.name_as_filed, person.role_as_filed)),
    Pass(lambda person: (person.name, person.role)),
)
