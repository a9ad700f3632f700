"""Worked examples of the local rules on motions: Middle District of Florida."""

from docket.law.deadlines.examples import worked

EXAMPLES = (
    *worked(
        "flmd.response",
        "M.D. Fla. L.R. 3.01",
        ("2026-06-03", "2026-06-17", "day 14 is a Wednesday"),
        ("2026-05-11", "2026-05-26", "day 14 is Memorial Day"),
        ("2026-08-24", "2026-09-08", "day 14 is Labor Day"),
    ),
)
