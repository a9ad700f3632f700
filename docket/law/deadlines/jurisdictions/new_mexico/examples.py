"""Worked examples of Rule 1-006."""

from datetime import date

from docket.law.deadlines.examples import Example

EXAMPLES = (
    Example("nm1006", date(2022, 2, 15), date(2022, 3, 17), "derived from NMRA 1-006(A)(1)", n=30),
    Example("nm1006", date(2026, 8, 31), date(2026, 9, 15), "derived from NMRA 1-006(A)(2): Labor Day left out", n=10),
    Example("nm1006", date(2026, 11, 12), date(2026, 11, 30), "derived: day 15 is the Friday after Thanksgiving", n=15),
)
