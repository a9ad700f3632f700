"""Worked examples of time in Delaware."""

from datetime import date

from docket.law.deadlines.examples import Example

RULE = "Super. Ct. Civ. R. 6(a): "
EXAMPLES = (
    Example("de6", date(2026, 3, 2), date(2026, 3, 16), RULE + "less than eleven days leave weekends out", n=10),
    Example("de6", date(2026, 3, 2), date(2026, 3, 13), RULE + "eleven days count every day", n=11),
    Example("de6", date(2026, 10, 14), date(2026, 11, 4), RULE + "day 20 is the General Election Day of 2026", n=20),
    Example("de6", date(2025, 10, 15), date(2025, 11, 4), RULE + "no general election in an odd year", n=20),
)
