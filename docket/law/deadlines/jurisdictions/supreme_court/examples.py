"""Worked examples of Rule 30.1."""

from datetime import date

from docket.law.deadlines.examples import Example, worked

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
    *worked(
        "sct.certiorari",
        "S. Ct. R. 13.1; 28 U.S.C. 2101(c)",
        ("2026-06-09", "2026-09-08", "day 90 is Labor Day"),
    ),
    *worked(
        "sct.opposition",
        "S. Ct. R. 15.3",
        ("2026-05-18", "2026-06-17", "day 30 is a Wednesday"),
        ("2026-05-14", "2026-06-15", "day 30 is a Saturday"),
        ("2026-08-06", "2026-09-08", "day 30 is the Saturday before Labor Day"),
    ),
)
