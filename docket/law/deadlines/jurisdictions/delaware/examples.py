"""Worked examples of time in Delaware."""

from datetime import date

from docket.law.deadlines.examples import Example, worked

RULE = "Super. Ct. Civ. R. 6(a): "
EXAMPLES = (
    Example("de6", date(2026, 3, 2), date(2026, 3, 16), RULE + "less than eleven days leave weekends out", n=10),
    Example("de6", date(2026, 3, 2), date(2026, 3, 13), RULE + "eleven days count every day", n=11),
    Example("de6", date(2026, 10, 14), date(2026, 11, 4), RULE + "day 20 is the General Election Day of 2026", n=20),
    Example("de6", date(2025, 10, 15), date(2025, 11, 4), RULE + "no general election in an odd year", n=20),
    *worked(
        "de.answer",
        "Super. Ct. Civ. R. 12(a); Ch. Ct. R. 12(a)",
        ("2026-05-28", "2026-06-17", "day 20 is a Wednesday"),
        ("2026-06-01", "2026-06-22", "day 20 is a Sunday"),
        ("2026-08-18", "2026-09-08", "day 20 is Labor Day"),
    ),
    *worked(
        "de.new_trial",
        "Super. Ct. Civ. R. 59(b)",
        ("2026-06-01", "2026-06-15", "day 10: weekends are left out"),
        ("2026-05-18", "2026-06-02", "day 10: weekends and Memorial Day are left out"),
        ("2026-08-31", "2026-09-15", "day 10: weekends and Labor Day are left out"),
    ),
    *worked(
        "de.appeal",
        "Supr. Ct. R. 6(a)(i)",
        ("2026-05-18", "2026-06-17", "day 30 is a Wednesday"),
        ("2026-05-14", "2026-06-15", "day 30 is a Saturday"),
        ("2026-08-06", "2026-09-08", "day 30 is the Saturday before Labor Day"),
    ),
)
