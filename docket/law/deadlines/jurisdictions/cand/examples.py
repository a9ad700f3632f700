"""Worked examples of the local rules on motions: Northern District of California."""

from docket.law.deadlines.examples import worked

EXAMPLES = (
    *worked(
        "cand.response",
        "Civil L.R. 7-3(a)",
        ("2026-06-03", "2026-06-17", "day 14 is a Wednesday"),
        ("2026-05-11", "2026-05-26", "day 14 is Memorial Day"),
        ("2026-08-24", "2026-09-08", "day 14 is Labor Day"),
    ),
    *worked(
        "cand.reply",
        "Civil L.R. 7-3(c)",
        ("2026-06-10", "2026-06-17", "day 7 is a Wednesday"),
        ("2026-05-18", "2026-05-26", "day 7 is Memorial Day"),
        ("2026-08-31", "2026-09-08", "day 7 is Labor Day"),
    ),
)
