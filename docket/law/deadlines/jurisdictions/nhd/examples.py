"""Worked examples of the local rules on motions: District of New Hampshire."""

from docket.law.deadlines.examples import worked

EXAMPLES = (
    *worked(
        "nhd.response",
        "D.N.H. L.R. 7.1(b)",
        ("2026-06-03", "2026-06-17", "day 14 is a Wednesday"),
        ("2026-05-11", "2026-05-26", "day 14 is Memorial Day"),
        ("2026-08-24", "2026-09-08", "day 14 is Labor Day"),
    ),
    *worked(
        "nhd.response.summary_judgment",
        "D.N.H. L.R. 7.1(b)",
        ("2026-05-18", "2026-06-17", "day 30 is a Wednesday"),
        ("2026-05-14", "2026-06-15", "day 30 is a Saturday"),
        ("2026-08-06", "2026-09-08", "day 30 is the Saturday before Labor Day"),
    ),
)
