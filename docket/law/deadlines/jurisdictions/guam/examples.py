"""Worked examples: a federal court that sits there."""

from datetime import date

from docket.law.deadlines.examples import Example

EXAMPLES = (
    Example(
        "frcp6",
        date(2026, 6, 30),
        date(2026, 7, 22),
        "derived: day 21 is Liberation Day",
        n=21,
        options={"state": "gu"},
    ),
    Example(
        "frcp6",
        date(2026, 10, 12),
        date(2026, 11, 3),
        "derived: day 21 is All Souls' Day",
        n=21,
        options={"state": "gu"},
    ),
    Example(
        "frcp6", date(2026, 11, 17), date(2026, 12, 9), "derived: day 21 is 8 December", n=21, options={"state": "gu"}
    ),
)
