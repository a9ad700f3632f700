"""Worked examples of time in California."""

from datetime import date

from docket.law.deadlines.examples import Example, worked
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
    *worked(
        "ca.answer",
        "CCP 412.20(a)(3)",
        ("2026-08-06", "2026-09-08", "day 30 is the Saturday before Labor Day"),
    ),
    *worked(
        "ca.answer.substituted",
        "CCP 415.20, 412.20(a)(3)",
        ("2026-05-08", "2026-06-17", "day 40 is a Wednesday"),
        ("2026-05-04", "2026-06-15", "day 40 is a Saturday"),
        ("2026-07-29", "2026-09-08", "day 40 is Labor Day"),
    ),
    *worked(
        "ca.answer.acknowledged",
        "CCP 415.30(c), 412.20(a)(3)",
        ("2026-05-18", "2026-06-17", "day 30 is a Wednesday"),
        ("2026-05-14", "2026-06-15", "day 30 is a Saturday"),
        ("2026-08-06", "2026-09-08", "day 30 is the Saturday before Labor Day"),
    ),
    *worked(
        "ca.answer.mailed_out_of_state",
        "CCP 415.40, 412.20(a)(3)",
        ("2026-05-08", "2026-06-17", "day 40 is a Wednesday"),
        ("2026-05-04", "2026-06-15", "day 40 is a Saturday"),
        ("2026-07-29", "2026-09-08", "day 40 is Labor Day"),
    ),
    *worked(
        "ca.demurrer",
        "CCP 430.40(a)",
        ("2026-05-18", "2026-06-17", "day 30 is a Wednesday"),
        ("2026-05-14", "2026-06-15", "day 30 is a Saturday"),
        ("2026-08-06", "2026-09-08", "day 30 is the Saturday before Labor Day"),
    ),
    *worked(
        "ca.unlawful_detainer",
        "CCP 1167(a)",
        ("2026-06-02", "2026-06-16", "court day 10: weekends are left out"),
        ("2026-05-19", "2026-06-03", "court day 10: weekends and Memorial Day are left out"),
        ("2026-09-01", "2026-09-16", "court day 10: weekends and Labor Day are left out"),
    ),
    *worked(
        "ca.motion_notice",
        "CCP 1005(b)",
        ("2026-08-20", "2026-07-29", "court day 16 counted back: weekends are left out"),
        ("2026-08-12", "2026-07-21", "court day 16 counted back: weekends are left out"),
        ("2026-09-09", "2026-08-17", "court day 16 counted back: weekends and Labor Day are left out"),
    ),
    *worked(
        "ca.motion_opposition",
        "CCP 1005(b)",
        ("2026-08-12", "2026-07-30", "court day 9 counted back: weekends are left out"),
        ("2026-09-09", "2026-08-26", "court day 9 counted back: weekends and Labor Day are left out"),
    ),
    *worked(
        "ca.motion_reply",
        "CCP 1005(b)",
        ("2026-08-12", "2026-08-05", "court day 5 counted back: weekends are left out"),
        ("2026-09-09", "2026-09-01", "court day 5 counted back: weekends and Labor Day are left out"),
    ),
    *worked(
        "ca.summary_judgment_notice",
        "CCP 437c(a)(2)",
        ("2026-09-01", "2026-06-12", "day 81 counted back is a Friday"),
        ("2026-08-31", "2026-06-11", "day 81 counted back is a Thursday"),
        ("2026-11-02", "2026-08-13", "day 81 counted back is a Thursday"),
    ),
    *worked(
        "ca.summary_judgment_opposition",
        "CCP 437c(b)(2)",
        ("2026-07-07", "2026-06-17", "day 20 counted back is a Wednesday"),
        ("2026-07-08", "2026-06-18", "day 20 counted back is a Thursday"),
        ("2026-09-01", "2026-08-12", "day 20 counted back is a Wednesday"),
    ),
    *worked(
        "ca.summary_judgment_reply",
        "CCP 437c(b)(4)",
        ("2026-06-29", "2026-06-18", "day 11 counted back is a Thursday"),
        ("2026-08-24", "2026-08-13", "day 11 counted back is a Thursday"),
    ),
)
