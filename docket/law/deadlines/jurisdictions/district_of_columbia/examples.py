"""Worked examples: a federal court that sits there."""

from datetime import date

from docket.law.deadlines.examples import Example

EXAMPLES = (
    Example(
        "frcp6",
        date(2024, 12, 30),
        date(2025, 1, 21),
        "derived: day 21 is Inauguration Day and King Day",
        n=21,
        options={"state": "dc"},
    ),
    Example(
        "frcp6",
        date(2020, 12, 30),
        date(2021, 1, 21),
        "derived: day 21 is Inauguration Day 2021",
        n=21,
        options={"state": "dc"},
    ),
    Example(
        "frcp6",
        date(2026, 3, 26),
        date(2026, 4, 17),
        "derived: day 21 is Emancipation Day",
        n=21,
        options={"state": "dc"},
    ),
)
