"""Worked examples of time in California."""

from datetime import date

from docket.law.deadlines.examples import Example
from docket.law.deadlines.units import Direction, Unit

EXAMPLES = (
    Example("ca.answer", date(2026, 1, 13), date(2026, 2, 13), "derived from CCP 12a: day 30 is Lincoln Day"),
    Example("ca.answer", date(2026, 3, 1), date(2026, 4, 1), "derived from CCP 12a: day 30 is Cesar Chavez Day"),
    Example(
        "ccp12",
        date(2026, 6, 15),
        date(2026, 5, 26),
        "derived from CCP 437c(b)(2), 12c",
        n=20,
        direction=Direction.BEFORE,
    ),
    Example("ca.summary_judgment_reply", date(2026, 6, 15), date(2026, 6, 4), "derived from CCP 437c(b)(4)"),
    Example("ca.motion_opposition", date(2026, 3, 6), date(2026, 2, 23), "derived from CCP 1005(b), 12c"),
    Example("ca.motion_reply", date(2026, 3, 6), date(2026, 2, 27), "derived from CCP 1005(b), 12c"),
    Example(
        "ccp1005",
        date(2026, 3, 6),
        date(2026, 2, 10),
        "derived from CCP 1005(b)",
        n=16,
        unit=Unit.COURT_DAYS,
        direction=Direction.BEFORE,
    ),
)
