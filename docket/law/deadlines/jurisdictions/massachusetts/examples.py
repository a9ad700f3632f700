"""Worked examples: a federal court that sits there."""

from datetime import date

from docket.law.deadlines.examples import Example

EXAMPLES = (
    Example(
        "frcp6", date(2026, 3, 30), date(2026, 4, 21), "derived: day 21 is Patriots' Day", n=21, options={"state": "ma"}
    ),
    Example(
        "frcp6", date(2025, 3, 31), date(2025, 4, 22), "derived: day 21 is Patriots' Day", n=21, options={"state": "ma"}
    ),
    Example(
        "frcp6",
        date(2026, 3, 31),
        date(2026, 4, 21),
        "derived: day 21 is the day after it",
        n=21,
        options={"state": "ma"},
    ),
)
