"""Between which numbers an answer lies that rests on a docket of which entries are missing. Pure.

A missing entry may be a ruling on any motion before it, on several at once, or another motion; one that is under seal
too. So at least those motions wait that are newer than everything that is missing, and at most all that are known and
one for each entry that is missing. An order that names a motion and does not clearly rule on it leaves that one open.
A docket without a gap gives one number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

WIDEST = 30
"""A range wider than that says nothing to a reader: then only the lower end is told."""
NUMBER = re.compile(r"[0-9]{1,9}")
ANYWHERE = 10**9


@dataclass(frozen=True)
class Bounds:
    """The least and the most that it can be."""

    least: int
    most: int

    @property
    def is_exact(self) -> bool:
        """Whether it can be one number only."""
        return self.least == self.most

    @property
    def words(self) -> str:
        """“4”, “4 to 6”, “4 or more”; “” where it may be none or very many, so that nothing is known."""
        if self.is_exact:
            return f"{self.least:,}"
        if self.most - self.least <= WIDEST:
            return f"{self.least:,} to {self.most:,}"
        return f"{self.least:,} or more" if self.least else ""


def without_ruling(
    undecided: Sequence[str], gaps: Sequence[tuple[int, int]], withheld: Sequence[str], perhaps: int = 0
) -> Bounds:
    """How many motions wait for a ruling.

    undecided: the entry numbers of motions to which no ruling is linked; gaps: first and last of the numbers that are
    missing, in order; withheld: the numbers of entries under seal or removed; perhaps: motions that an order names
    without clearly ruling on them. A number that is not plain digits, or is none, may stand anywhere.
    """
    missing = sum(last - first + 1 for first, last in gaps) + len(withheld)
    if not missing:
        return Bounds(len(undecided), len(undecided) + perhaps)
    newest = max([last for _, last in gaps] + [_place(number, ANYWHERE) for number in withheld])
    return Bounds(sum(_place(number, 0) > newest for number in undecided), len(undecided) + missing + perhaps)


def _place(number: str, otherwise: int) -> int:
    return int(number) if NUMBER.fullmatch(number) else otherwise
