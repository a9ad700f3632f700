"""Worked examples of Rule 2.514."""

from datetime import date

from docket.law.deadlines.examples import Example, worked

FIRM = "https://www.rtlaw.com, with days of our own: Sunday runs to Monday, five days end on a Saturday and run on"
EXAMPLES = (
    Example("fl2514", date(2017, 3, 3), date(2017, 4, 10), FIRM, n=30, service="electronic"),
    Example("fl2514", date(2026, 2, 13), date(2026, 3, 23), FIRM + " (by mail)", n=30, service="mail"),
    Example("fl.answer", date(2026, 11, 7), date(2026, 11, 30), "derived: day 20 is the Friday after Thanksgiving"),
    Example("fl.answer", date(2026, 3, 2), date(2026, 3, 23), "derived: day 20 is Sunday 22 March"),
    *worked(
        "fl.answer",
        "Fla. R. Civ. P. 1.140(a)(1)",
        ("2026-08-18", "2026-09-08", "day 20 is Labor Day"),
    ),
    *worked(
        "fl.new_trial",
        "Fla. R. Civ. P. 1.530(b)",
        ("2026-06-02", "2026-06-17", "day 15 is a Wednesday"),
        ("2026-05-29", "2026-06-15", "day 15 is a Saturday"),
        ("2026-08-21", "2026-09-08", "day 15 is the Saturday before Labor Day"),
    ),
    *worked(
        "fl.appeal",
        "Fla. R. App. P. 9.110(b)",
        ("2026-05-18", "2026-06-17", "day 30 is a Wednesday"),
        ("2026-05-14", "2026-06-15", "day 30 is a Saturday"),
        ("2026-08-06", "2026-09-08", "day 30 is the Saturday before Labor Day"),
    ),
    *worked(
        "fl.motion_response",
        "Fla. R. Civ. P. 1.510(c)(5)",
        ("2026-05-08", "2026-06-17", "day 40 is a Wednesday"),
        ("2026-05-04", "2026-06-15", "day 40 is a Saturday"),
        ("2026-07-29", "2026-09-08", "day 40 is Labor Day"),
    ),
)
