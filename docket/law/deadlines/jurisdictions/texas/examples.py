"""Worked examples of time in Texas; the first two are a district judge's."""

from datetime import date

from docket.law.deadlines.examples import Example, worked

GUIDE = "https://bonniesudderth.wordpress.com (a district judge's guide): Example "
EXAMPLES = (
    Example("tx.answer", date(2019, 10, 1), date(2019, 10, 28), GUIDE + "1: served Tuesday 1 October"),
    Example("tx.answer", date(2019, 10, 2), date(2019, 10, 28), GUIDE + "2: served Wednesday 2 October"),
    Example("tx.answer", date(2026, 5, 1), date(2026, 5, 26), "derived from TRCP 4, 99(b): the Monday is Memorial Day"),
    Example("trcp4", date(2026, 3, 6), date(2026, 3, 11), "TRCP 4: five days or less leave weekends out", n=3),
    *worked(
        "tx.motion_notice",
        "TRCP 21(b)",
        ("2026-06-18", "2026-06-15", "day 3 counted back: weekends are left out"),
        ("2026-06-16", "2026-06-11", "day 3 counted back: weekends are left out"),
        ("2026-09-09", "2026-09-03", "day 3 counted back: weekends and Labor Day are left out"),
    ),
    *worked(
        "tx.new_trial",
        "TRCP 329b(a)",
        ("2026-05-18", "2026-06-17", "day 30 is a Wednesday"),
        ("2026-05-14", "2026-06-15", "day 30 is a Saturday"),
        ("2026-08-06", "2026-09-08", "day 30 is the Saturday before Labor Day"),
    ),
    *worked(
        "tx.appeal",
        "TRAP 26.1",
        ("2026-05-18", "2026-06-17", "day 30 is a Wednesday"),
        ("2026-05-14", "2026-06-15", "day 30 is a Saturday"),
        ("2026-08-06", "2026-09-08", "day 30 is the Saturday before Labor Day"),
    ),
)
