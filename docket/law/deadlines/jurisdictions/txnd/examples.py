"""Worked examples of the local rules on motions: Northern District of Texas."""

from docket.law.deadlines.examples import worked

EXAMPLES = (
    *worked(
        "txnd.response",
        "N.D. Tex. L.R. 7.1(e)",
        ("2026-05-27", "2026-06-17", "day 21 is a Wednesday"),
        ("2026-05-04", "2026-05-26", "day 21 is Memorial Day"),
        ("2026-08-17", "2026-09-08", "day 21 is Labor Day"),
    ),
    *worked(
        "txnd.reply",
        "N.D. Tex. L.R. 7.1(f)",
        ("2026-06-03", "2026-06-17", "day 14 is a Wednesday"),
        ("2026-05-11", "2026-05-26", "day 14 is Memorial Day"),
        ("2026-08-24", "2026-09-08", "day 14 is Labor Day"),
    ),
)
