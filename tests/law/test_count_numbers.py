"""How many counts a title names."""

from types import SimpleNamespace
from typing import Any

import pytest

from docket.law.count_numbers import counts_in
from docket.site.grid.page import Grid
from docket.site.wording import tally


@pytest.mark.parametrize(
    ("title", "counts"),
    [
        ("18:1343 WIRE FRAUD(1)", 1),
        ("18:1341 MAIL FRAUD(2-3)", 2),
        ("18:1344 BANK FRAUD(5-20)", 16),
        ("18:1343 WIRE FRAUD(1s, 3ss-5ss)", 4),
        ("18:371 CONSPIRACY (1-3, 5 and 7)", 5),
        ("18:371 CONSPIRACY (Counts 2-4)", 3),
        ("18:922(g)(1) FELON IN POSSESSION(2)", 1),
        ("18:922(g)(1)", 1),
        ("21:841(a)(1) POSSESSION (50 GRAMS OR MORE)", 1),
        ("CONSPIRACY (AIDING AND ABETTING)(1s-12s)", 12),
        ("WIRE FRAUD(9-3)", 2),
        ("Negligence", 1),
        ("", 1),
    ],
)
def test_a_title_names_so_many_counts(title: str, counts: int) -> None:
    assert counts_in(title) == counts


def test_what_became_of_counts_is_told_by_count_not_by_line() -> None:
    of, dismissed, sentenced = SimpleNamespace, "charge dismissed", "sentenced"
    lines = [("18:1344 BANK FRAUD(5-20)", dismissed), ("18:1341 MAIL FRAUD(2-3)", dismissed), ("FRAUD(1)", sentenced)]
    rows: list[Any] = [of(claim=of(title=title), cells=[[of(status=of(text=text))]]) for title, text in lines]
    question: Any = SimpleNamespace(narrows=False)
    grid = Grid(question, rows=rows, found=3, of=1)
    assert tally(grid.counts) == "charge dismissed (18); sentenced (1)"
    assert Grid(question, rows=rows, found=3, of=1, more=True).counts == []
