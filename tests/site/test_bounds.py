"""A count that rests on a docket with gaps is a range, and the range holds the truth."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

import pytest

from docket.site.sheet.bounds import WIDEST, Bounds, without_ruling

DOCKETS = 4_000


@dataclass
class Entry:
    """Of a docket: a motion, an order with the numbers of the motions that it rules on, or anything else."""

    number: int
    is_motion: bool = False
    rules_on: list[int] = field(default_factory=list)


def complete(random: Random) -> list[Entry]:
    """A whole docket of up to eighty entries; one order may rule on several motions."""
    entries: list[Entry] = []
    for number in range(1, random.randint(2, 80)):
        waiting = undecided(entries)
        sort = random.random()
        if sort < 0.3:
            entries.append(Entry(number, is_motion=True))
        elif sort < 0.55 and waiting:
            entries.append(Entry(number, rules_on=random.sample(waiting, random.randint(1, min(3, len(waiting))))))
        else:
            entries.append(Entry(number))
    return entries or [Entry(1)]


def undecided(entries: list[Entry]) -> list[int]:
    """The motions of these entries to which none of them rules."""
    ruled = {number for entry in entries for number in entry.rules_on}
    return [entry.number for entry in entries if entry.is_motion and entry.number not in ruled]


def gaps_of(numbers: list[int]) -> list[tuple[int, int]]:
    """As the docket sheet names them: what is missing before, between, never behind the last."""
    steps = zip([0, *numbers], numbers, strict=False)
    return [(before + 1, after - 1) for before, after in steps if after > before + 1]


def seen(entries: list[Entry]) -> Bounds:
    return without_ruling(list(map(str, undecided(entries))), gaps_of([entry.number for entry in entries]), [])


def test_the_range_holds_the_truth_whatever_entries_are_missing():
    """The last entry stays: the day of the comparison says up to where the docket is known."""
    random, held, exact, wide = Random(11), 0, 0, 0
    for _ in range(DOCKETS):
        whole = complete(random)
        truth = len(undecided(whole))
        kept = [entry for entry in whole[:-1] if random.random() > random.choice((0.02, 0.1, 0.3))] + whole[-1:]
        bounds = seen(kept)
        held += bounds.least <= truth <= bounds.most
        exact += bounds.is_exact
        wide += not bounds.words
    print(f"\n{DOCKETS:,} dockets with gaps: {held / DOCKETS:.2%} hold the truth, {exact:,} exact, {wide:,} mute")
    assert held / DOCKETS >= 0.99
    assert exact < DOCKETS


def test_it_is_one_number_where_the_docket_is_whole():
    random = Random(12)
    for _ in range(500):
        whole = complete(random)
        bounds = seen(whole)
        assert (bounds.least, bounds.most, bounds.words) == (*[len(undecided(whole))] * 2, str(len(undecided(whole))))


@pytest.mark.parametrize(
    ("undecided", "gaps", "withheld", "perhaps", "words"),
    [
        (["3", "5", "40", "41"], [], [], 0, "4"),
        (["3", "5", "40", "41"], [(31, 34)], [], 0, "2 to 8"),
        (["40", "41"], [(31, 32)], [], 0, "2 to 4"),
        (["3"], [(31, 31)], [], 0, "0 to 2"),
        (["3", "5"], [], ["4"], 0, "1 to 3"),
        (["3", "5"], [], [""], 0, "0 to 3"),
        (["", "5"], [(1, 2)], [], 0, "1 to 4"),
        (["3A", "5"], [(1, 2)], [], 0, "1 to 4"),
        (["3", "5"], [], [], 2, "2 to 4"),
        (["500"], [(1, 400)], [], 0, "1 or more"),
        (["5"], [(6, 400)], [], 0, ""),
    ],
)
def test_it_says_no_more_than_is_known(undecided, gaps, withheld, perhaps, words):
    assert without_ruling(undecided, gaps, withheld, perhaps).words == words


def test_a_range_wider_than_a_reader_can_use_has_its_lower_end_only():
    assert Bounds(1, 1 + WIDEST).words == f"1 to {1 + WIDEST}"
    assert Bounds(1, 2 + WIDEST).words == "1 or more"
    assert Bounds(0, 1 + WIDEST).words == ""
