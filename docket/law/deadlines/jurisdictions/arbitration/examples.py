"""Worked examples of time in arbitration."""

from datetime import date

from docket.law.deadlines.examples import Example

EXAMPLES = (
    Example("arb_calendar", date(2026, 6, 5), date(2026, 6, 22), "derived: day 14 is Juneteenth, a Friday", n=14),
    Example("arb_calendar", date(2026, 3, 2), date(2026, 3, 16), "derived: day 14 is a Monday", n=14),
    Example(
        "arb_calendar", date(2026, 5, 9), date(2026, 5, 26), "derived: day 14 is a Saturday before Memorial Day", n=14
    ),
    Example("aaa", date(2026, 6, 5), date(2026, 6, 22), "derived: day 14 is Juneteenth, a Friday", n=14),
    Example("aaa", date(2026, 3, 2), date(2026, 3, 16), "derived: day 14 is a Monday", n=14),
    Example("aaa", date(2026, 5, 9), date(2026, 5, 26), "derived: day 14 is a Saturday before Memorial Day", n=14),
    Example("jams", date(2026, 6, 5), date(2026, 6, 22), "derived: day 14 is Juneteenth, a Friday", n=14),
    Example("jams", date(2026, 3, 2), date(2026, 3, 16), "derived: day 14 is a Monday", n=14),
    Example("jams", date(2026, 5, 9), date(2026, 5, 26), "derived: day 14 is a Saturday before Memorial Day", n=14),
    Example("uncitral", date(2026, 6, 5), date(2026, 6, 22), "derived: day 14 is Juneteenth, a Friday", n=14),
    Example("uncitral", date(2026, 3, 2), date(2026, 3, 16), "derived: day 14 is a Monday", n=14),
    Example("uncitral", date(2026, 5, 9), date(2026, 5, 26), "derived: day 14 is a Saturday before Memorial Day", n=14),
    Example("icdr", date(2026, 6, 5), date(2026, 6, 22), "derived: day 14 is Juneteenth, a Friday", n=14),
    Example("icdr", date(2026, 3, 2), date(2026, 3, 16), "derived: day 14 is a Monday", n=14),
    Example("icdr", date(2026, 5, 9), date(2026, 5, 26), "derived: day 14 is a Saturday before Memorial Day", n=14),
    Example("lcia", date(2026, 6, 5), date(2026, 6, 22), "derived: day 14 is Juneteenth, a Friday", n=14),
    Example("lcia", date(2026, 3, 2), date(2026, 3, 16), "derived: day 14 is a Monday", n=14),
    Example("lcia", date(2026, 5, 9), date(2026, 5, 26), "derived: day 14 is a Saturday before Memorial Day", n=14),
    Example("icc_art3_4", date(2026, 1, 30), date(2026, 3, 3), "derived from ICC Art. 3(4): day 1 is a Monday", n=30),
    Example("icc_art3_4", date(2026, 2, 2), date(2026, 3, 4), "derived from ICC Art. 3(4)", n=30),
    Example("icc_art3_4", date(2026, 2, 5), date(2026, 3, 9), "derived: day 30 is a Saturday", n=30),
)
