"""Worked examples of the local rules on motions: District of New Mexico."""

from docket.law.deadlines.examples import worked

EXAMPLES = (
    *worked(
        "nmd.response",
        "D.N.M.LR-Civ. 7.4(a)",
        ("2026-06-03", "2026-06-17", "day 14 is a Wednesday"),
        ("2026-05-11", "2026-05-26", "day 14 is Memorial Day"),
        ("2026-08-24", "2026-09-08", "day 14 is Labor Day"),
    ),
    *worked(
        "nmd.reply",
        "D.N.M.LR-Civ. 7.4(a)",
        ("2026-06-03", "2026-06-17", "day 14 is a Wednesday"),
        ("2026-05-11", "2026-05-26", "day 14 is Memorial Day"),
        ("2026-08-24", "2026-09-08", "day 14 is Labor Day"),
    ),
)
