"""Worked examples of time in New York."""

from datetime import date

from docket.law.deadlines.examples import Example

EXAMPLES = (
    Example("ny.answer", date(2026, 4, 15), date(2026, 5, 5), "a tenants' guide: served 15 April, due 5 May 2026"),
    Example("ny.answer", date(2026, 1, 23), date(2026, 2, 13), "derived: day 20 is Lincoln's Birthday"),
    Example("ny.answer", date(2026, 10, 14), date(2026, 11, 4), "derived: day 20 is Election Day"),
    Example("cplr", date(2026, 3, 2), date(2026, 3, 27), "derived from CPLR 2103(b)(2)", n=20, service="mail"),
)
