"""Worked examples of the federal rules; those of the committee notes of 2009 stand in the tests by their own days."""

from datetime import date

from docket.law.deadlines.examples import Example
from docket.law.deadlines.units import Direction

NOTE = "2009 committee note to FRCP 6, with days of 2012, which fall alike: "
EXAMPLES = (
    Example(
        "frcp6", date(2012, 8, 2), date(2012, 9, 4), NOTE + "thirty days end on Saturday, Monday is Labor Day", n=30
    ),
    Example(
        "frcp6",
        date(2012, 9, 22),
        date(2012, 8, 31),
        NOTE + "counted back to Saturday",
        n=21,
        direction=Direction.BEFORE,
    ),
    Example(
        "frcp6",
        date(2025, 7, 31),
        date(2025, 9, 5),
        "2005 committee note to Rule 6(e): three days after",
        n=30,
        service="mail",
    ),
    Example("frcp6", date(2007, 8, 17), date(2007, 8, 31), "FRCP 6(a) before 2009: less than eleven days", n=10),
    Example("fed.answer.us", date(2026, 6, 9), date(2026, 8, 10), "derived from FRCP 12(a)(2)"),
    Example("frap26", date(2012, 8, 22), date(2012, 9, 4), "2009 committee note to FRAP 26", n=10),
    Example(
        "frap26",
        date(2012, 9, 11),
        date(2012, 8, 31),
        "2009 committee note to FRAP 26",
        n=10,
        direction=Direction.BEFORE,
    ),
    Example("fed.appeal", date(2026, 1, 20), date(2026, 2, 19), "derived from FRAP 4(a)(1)(A)"),
    Example("frcrp45", date(2026, 3, 2), date(2026, 3, 16), "derived from FRCrP 45(a)(1)", n=14),
    Example("frcrp45", date(2026, 10, 28), date(2026, 11, 12), "derived: day 14 is Veterans Day", n=14),
    Example("frcrp45", date(2009, 3, 2), date(2009, 3, 13), "FRCrP 45(a) before 2009: less than eleven days", n=9),
)
