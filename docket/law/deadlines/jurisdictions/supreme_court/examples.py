"""Worked examples of Rule 30.1."""

from datetime import date

from docket.law.deadlines.examples import Example

EXAMPLES = (
    Example("sct.certiorari", date(2026, 1, 20), date(2026, 4, 20), "findlaw.com guide: ninety days, not three months"),
    Example("sct.certiorari", date(2026, 2, 23), date(2026, 5, 26), "derived: day 90 is a Sunday, then Memorial Day"),
    Example("sct30", date(2026, 1, 20), date(2026, 2, 19), "derived: day 30 is a Thursday", n=30),
    Example(
        "sct30",
        date(2026, 1, 20),
        date(2026, 2, 20),
        "derived from Rule 30.1: the building is closed by order on day 30",
        n=30,
        closed=(date(2026, 2, 19),),
    ),
)
