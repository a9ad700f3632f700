"""4,000 random federal periods against the answers of an independent calculator (docs/deadlines.md, “Cross-checks”).

tests/data/federal_answers.csv holds the safe day that lexdays 0.2.0 (MIT), rule pack us/frcp, gave for random triggers
of 2022 to 2026, days, weeks, months and years, forward and back, with every method of service of Rule 6(d).
"""

import csv
from datetime import date
from pathlib import Path

from docket.law.deadlines import Computation, compute

ANSWERS = Path(__file__).parents[1] / "data" / "federal_answers.csv"
# counting back to a day on which an executive order closed the departments: held here as an open question, not there
CLOSED_BY_ORDER = {date(2024, 12, 24), date(2025, 1, 9)}


def ours(row: dict[str, str]) -> Computation:
    trigger, service = date.fromisoformat(row["trigger"]), row["service"] or None
    return compute("frcp6", trigger, int(row["period"]), row["unit"], row["direction"], service=service)


def test_the_federal_answers_equal_those_of_an_independent_calculator() -> None:
    with ANSWERS.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 4000
    assert {row["direction"] for row in rows} == {"after", "before"}
    assert len({(row["unit"], row["service"]) for row in rows}) > 15
    differing = [(row, answer) for row in rows if str((answer := ours(row)).earliest) != row["due"]]
    assert len(differing) == 3
    for row, answer in differing:
        theirs = date.fromisoformat(row["due"])
        assert row["direction"] == "before"
        assert theirs in CLOSED_BY_ORDER
        assert answer.latest == theirs, "our later reading is their day"
        assert "an order that closes the executive departments" in answer.reason
