"""Worked examples of FRBP 9006 and of the periods under it."""

from datetime import date

from docket.law.deadlines.examples import Example
from docket.law.deadlines.units import Direction

NOTE = "derived from FRBP 9006(a), after the committee note of 2009 to the like text of FRCP 6"
EXAMPLES = (
    Example("frbp9006", date(2026, 8, 6), date(2026, 9, 8), NOTE, n=30),  # day 30 is Sat 5 Sep, Monday is Labor Day
    Example("frbp9006", date(2026, 9, 26), date(2026, 9, 4), NOTE, n=21, direction=Direction.BEFORE),
    Example("frbp9006", date(2009, 3, 2), date(2009, 3, 11), "FRBP 9006(a) as it stood: less than eight days", n=7),
    Example("frbp.appeal", date(2026, 1, 5), date(2026, 1, 20), "derived: day 14 is Martin Luther King Jr. Day"),
    Example("frbp.discharge_objection", date(2026, 2, 3), date(2026, 4, 6), "derived: day 60 is a Saturday"),
)
