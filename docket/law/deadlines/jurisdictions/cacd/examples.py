"""Worked examples of the local rules on motions: Central District of California."""

from docket.law.deadlines.examples import worked

EXAMPLES = (
    *worked(
        "cacd.response",
        "C.D. Cal. L.R. 7-9",
        ("2026-07-08", "2026-06-17", "day 21 counted back is a Wednesday"),
        ("2026-06-15", "2026-05-22", "day 21 counted back is Memorial Day"),
        ("2026-09-28", "2026-09-04", "day 21 counted back is Labor Day"),
    ),
    *worked(
        "cacd.reply",
        "C.D. Cal. L.R. 7-10",
        ("2026-07-01", "2026-06-17", "day 14 counted back is a Wednesday"),
        ("2026-06-08", "2026-05-22", "day 14 counted back is Memorial Day"),
        ("2026-09-21", "2026-09-04", "day 14 counted back is Labor Day"),
    ),
)
