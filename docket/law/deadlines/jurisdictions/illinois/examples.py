"""Worked examples of time in Illinois."""

from datetime import date

from docket.law.deadlines.examples import Example, worked

GUIDE = "https://legalclarity.org (Rule 303): judgment of 1 March, due on 31 March"
EXAMPLES = (
    Example("il.appeal", date(2025, 3, 3), date(2025, 4, 2), GUIDE + ", here from 3 March"),
    Example("il.appeal", date(2027, 3, 1), date(2027, 3, 31), GUIDE),
    Example("il1_11", date(2026, 5, 21), date(2026, 6, 22), "5 ILCS 70/1.11: day 30 is a Saturday", n=30),
    Example("il1_11", date(2026, 8, 8), date(2026, 9, 8), "5 ILCS 70/1.11: day 30 is Labor Day", n=30),
    *worked(
        "il.answer",
        "Ill. S. Ct. R. 101(d), 181(a)",
        ("2026-05-18", "2026-06-17", "day 30 is a Wednesday"),
        ("2026-05-14", "2026-06-15", "day 30 is a Saturday"),
        ("2026-08-06", "2026-09-08", "day 30 is the Saturday before Labor Day"),
    ),
    *worked(
        "il.post_judgment",
        "735 ILCS 5/2-1202, 2-1203",
        ("2026-05-18", "2026-06-17", "day 30 is a Wednesday"),
        ("2026-05-14", "2026-06-15", "day 30 is a Saturday"),
        ("2026-08-06", "2026-09-08", "day 30 is the Saturday before Labor Day"),
    ),
    *worked(
        "il.appeal",
        "Ill. S. Ct. R. 303(a)(1)",
        ("2026-08-06", "2026-09-08", "day 30 is the Saturday before Labor Day"),
    ),
    *worked(
        "il.appeal.after_motion",
        "Ill. S. Ct. R. 303(a)(1)",
        ("2026-05-18", "2026-06-17", "day 30 is a Wednesday"),
        ("2026-05-14", "2026-06-15", "day 30 is a Saturday"),
        ("2026-08-06", "2026-09-08", "day 30 is the Saturday before Labor Day"),
    ),
)
