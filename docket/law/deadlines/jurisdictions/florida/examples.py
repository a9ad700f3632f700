"""Worked examples of Rule 2.514."""

from datetime import date

from docket.law.deadlines.examples import Example

FIRM = "https://www.rtlaw.com, with days of our own: Sunday runs to Monday, five days end on a Saturday and run on"
EXAMPLES = (
    Example("fl2514", date(2017, 3, 3), date(2017, 4, 10), FIRM, n=30, service="electronic"),
    Example("fl2514", date(2026, 2, 13), date(2026, 3, 23), FIRM + " (by mail)", n=30, service="mail"),
    Example("fl.answer", date(2026, 11, 7), date(2026, 11, 30), "derived: day 20 is the Friday after Thanksgiving"),
    Example("fl.answer", date(2026, 3, 2), date(2026, 3, 23), "derived: day 20 is Sunday 22 March"),
)
