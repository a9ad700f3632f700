"""Worked examples of FRBP 9006 and of the periods under it."""

from datetime import date

from docket.law.deadlines.examples import Example, worked
from docket.law.deadlines.units import Direction

NOTE = "derived from FRBP 9006(a), after the committee note of 2009 to the like text of FRCP 6"
EXAMPLES = (
    Example("frbp9006", date(2026, 8, 6), date(2026, 9, 8), NOTE, n=30),  # day 30 is Sat 5 Sep, Monday is Labor Day
    Example("frbp9006", date(2026, 9, 26), date(2026, 9, 4), NOTE, n=21, direction=Direction.BEFORE),
    Example("frbp9006", date(2009, 3, 2), date(2009, 3, 11), "FRBP 9006(a) as it stood: less than eight days", n=7),
    Example("frbp.appeal", date(2026, 1, 5), date(2026, 1, 20), "derived: day 14 is Martin Luther King Jr. Day"),
    Example("frbp.discharge_objection", date(2026, 2, 3), date(2026, 4, 6), "derived: day 60 is a Saturday"),
    *worked(
        "frbp.appeal",
        "FRBP 8002(a)(1)",
        ("2026-05-11", "2026-05-26", "day 14 is Memorial Day"),
        ("2026-08-24", "2026-09-08", "day 14 is Labor Day"),
    ),
    *worked(
        "frbp.appeal.after_motion",
        "FRBP 8002(a)(1), (b)(1)",
        ("2026-06-03", "2026-06-17", "day 14 is a Wednesday"),
        ("2026-05-11", "2026-05-26", "day 14 is Memorial Day"),
        ("2026-08-24", "2026-09-08", "day 14 is Labor Day"),
    ),
    *worked(
        "frbp.new_trial",
        "FRBP 9023",
        ("2026-06-03", "2026-06-17", "day 14 is a Wednesday"),
        ("2026-05-11", "2026-05-26", "day 14 is Memorial Day"),
        ("2026-08-24", "2026-09-08", "day 14 is Labor Day"),
    ),
    *worked(
        "frbp.amend_judgment",
        "FRBP 9023",
        ("2026-06-03", "2026-06-17", "day 14 is a Wednesday"),
        ("2026-05-11", "2026-05-26", "day 14 is Memorial Day"),
        ("2026-08-24", "2026-09-08", "day 14 is Labor Day"),
    ),
    *worked(
        "frbp.proof_of_claim",
        "FRBP 3002(c)",
        ("2026-04-08", "2026-06-17", "day 70 is a Wednesday"),
        ("2026-03-16", "2026-05-26", "day 70 is Memorial Day"),
        ("2026-06-29", "2026-09-08", "day 70 is Labor Day"),
    ),
    *worked(
        "frbp.discharge_objection",
        "FRBP 4004(a)(1)",
        ("2026-04-14", "2026-06-15", "day 60 is a Saturday"),
        ("2026-07-09", "2026-09-08", "day 60 is Labor Day"),
    ),
    *worked(
        "frbp.dischargeability",
        "FRBP 4007(c)",
        ("2026-04-17", "2026-06-16", "day 60 is a Tuesday"),
        ("2026-04-14", "2026-06-15", "day 60 is a Saturday"),
        ("2026-07-09", "2026-09-08", "day 60 is Labor Day"),
    ),
)
