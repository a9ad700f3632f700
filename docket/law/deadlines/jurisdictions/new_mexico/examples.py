"""Worked examples of Rule 1-006."""

from datetime import date

from docket.law.deadlines.examples import Example, worked

EXAMPLES = (
    Example("nm1006", date(2022, 2, 15), date(2022, 3, 17), "derived from NMRA 1-006(A)(1)", n=30),
    Example("nm1006", date(2026, 8, 31), date(2026, 9, 15), "derived from NMRA 1-006(A)(2): Labor Day left out", n=10),
    Example("nm1006", date(2026, 11, 12), date(2026, 11, 30), "derived: day 15 is the Friday after Thanksgiving", n=15),
    *worked(
        "nm.answer",
        "NMRA 1-004(B)(2), 1-012(A)",
        ("2026-05-18", "2026-06-17", "day 30 is a Wednesday"),
        ("2026-05-14", "2026-06-15", "day 30 is a Saturday"),
        ("2026-08-06", "2026-09-08", "day 30 is the Saturday before Labor Day"),
    ),
    *worked(
        "nm.magistrate_answer",
        "NMRA 2-202",
        ("2026-05-28", "2026-06-17", "day 20 is a Wednesday"),
        ("2026-06-01", "2026-06-22", "day 20 is a Sunday"),
        ("2026-08-18", "2026-09-08", "day 20 is Labor Day"),
    ),
    *worked(
        "nm.motion_response",
        "NMRA 1-007.1(D)",
        ("2026-06-02", "2026-06-17", "day 15 is a Wednesday"),
        ("2026-05-29", "2026-06-15", "day 15 is a Saturday"),
        ("2026-08-21", "2026-09-08", "day 15 is the Saturday before Labor Day"),
    ),
    *worked(
        "nm.reply",
        "NMRA 1-007.1(F)",
        ("2026-06-02", "2026-06-17", "day 15 is a Wednesday"),
        ("2026-05-29", "2026-06-15", "day 15 is a Saturday"),
        ("2026-08-21", "2026-09-08", "day 15 is the Saturday before Labor Day"),
    ),
    *worked(
        "nm.appeal",
        "NMRA 12-201(A)(1)(b)",
        ("2026-05-18", "2026-06-17", "day 30 is a Wednesday"),
        ("2026-05-14", "2026-06-15", "day 30 is a Saturday"),
        ("2026-08-06", "2026-09-08", "day 30 is the Saturday before Labor Day"),
    ),
    *worked(
        "nm.wrongful_death",
        "NMSA 1978, 41-2-2",
        ("2023-06-16", "2026-06-16", "the day three years later"),
        (
            "2023-06-13",
            "2026-06-13",
            "the day three years later, a Saturday: this is the safe day",
        ),
    ),
)
