"""Worked examples of time in New York."""

from datetime import date

from docket.law.deadlines.examples import Example, worked

EXAMPLES = (
    Example("ny.answer", date(2026, 4, 15), date(2026, 5, 5), "a tenants' guide: served 15 April, due 5 May 2026"),
    Example("ny.answer", date(2026, 1, 23), date(2026, 2, 13), "derived: day 20 is Lincoln's Birthday"),
    Example("ny.answer", date(2026, 10, 14), date(2026, 11, 4), "derived: day 20 is Election Day"),
    Example("cplr", date(2026, 3, 2), date(2026, 3, 27), "derived from CPLR 2103(b)(2)", n=20, service="mail"),
    *worked(
        "ny.answer.otherwise",
        "CPLR 320(a), 3012(c)",
        ("2026-05-18", "2026-06-17", "day 30 is a Wednesday"),
        ("2026-05-14", "2026-06-15", "day 30 is a Saturday"),
        ("2026-08-06", "2026-09-08", "day 30 is the Saturday before Labor Day"),
    ),
    *worked(
        "ny.motion_notice",
        "CPLR 2214(b)",
        ("2026-06-25", "2026-06-17", "day 8 counted back is a Wednesday"),
        ("2026-06-26", "2026-06-18", "day 8 counted back is a Thursday"),
        ("2026-08-20", "2026-08-12", "day 8 counted back is a Wednesday"),
    ),
    *worked(
        "ny.motion_opposition",
        "CPLR 2214(b)",
        ("2026-06-18", "2026-06-16", "day 2 counted back is a Tuesday"),
        ("2026-06-12", "2026-06-10", "day 2 counted back is a Wednesday"),
        ("2026-08-14", "2026-08-12", "day 2 counted back is a Wednesday"),
    ),
    *worked(
        "ny.appeal",
        "CPLR 5513(a)",
        ("2026-05-18", "2026-06-17", "day 30 is a Wednesday"),
        ("2026-05-14", "2026-06-15", "day 30 is a Saturday"),
        ("2026-08-06", "2026-09-08", "day 30 is the Saturday before Labor Day"),
    ),
)
