"""Worked examples of time in Illinois."""

from datetime import date

from docket.law.deadlines.examples import Example

GUIDE = "https://legalclarity.org (Rule 303): judgment of 1 March, due on 31 March"
EXAMPLES = (
    Example("il.appeal", date(2025, 3, 3), date(2025, 4, 2), GUIDE + ", here from 3 March"),
    Example("il.appeal", date(2027, 3, 1), date(2027, 3, 31), GUIDE),
    Example("il1_11", date(2026, 5, 21), date(2026, 6, 22), "5 ILCS 70/1.11: day 30 is a Saturday", n=30),
    Example("il1_11", date(2026, 8, 8), date(2026, 9, 8), "5 ILCS 70/1.11: day 30 is Labor Day", n=30),
)
