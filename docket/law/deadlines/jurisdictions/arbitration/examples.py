"""Worked examples of time in arbitration."""

from datetime import date

from docket.law.deadlines.examples import Example, worked

EXAMPLES = (
    Example("arb_calendar", date(2026, 6, 5), date(2026, 6, 22), "derived: day 14 is Juneteenth, a Friday", n=14),
    Example("arb_calendar", date(2026, 3, 2), date(2026, 3, 16), "derived: day 14 is a Monday", n=14),
    Example(
        "arb_calendar", date(2026, 5, 9), date(2026, 5, 26), "derived: day 14 is a Saturday before Memorial Day", n=14
    ),
    Example("aaa", date(2026, 6, 5), date(2026, 6, 22), "derived: day 14 is Juneteenth, a Friday", n=14),
    Example("aaa", date(2026, 3, 2), date(2026, 3, 16), "derived: day 14 is a Monday", n=14),
    Example("aaa", date(2026, 5, 9), date(2026, 5, 26), "derived: day 14 is a Saturday before Memorial Day", n=14),
    Example("jams", date(2026, 6, 5), date(2026, 6, 22), "derived: day 14 is Juneteenth, a Friday", n=14),
    Example("jams", date(2026, 3, 2), date(2026, 3, 16), "derived: day 14 is a Monday", n=14),
    Example("jams", date(2026, 5, 9), date(2026, 5, 26), "derived: day 14 is a Saturday before Memorial Day", n=14),
    Example("uncitral", date(2026, 6, 5), date(2026, 6, 22), "derived: day 14 is Juneteenth, a Friday", n=14),
    Example("uncitral", date(2026, 3, 2), date(2026, 3, 16), "derived: day 14 is a Monday", n=14),
    Example("uncitral", date(2026, 5, 9), date(2026, 5, 26), "derived: day 14 is a Saturday before Memorial Day", n=14),
    Example("icdr", date(2026, 6, 5), date(2026, 6, 22), "derived: day 14 is Juneteenth, a Friday", n=14),
    Example("icdr", date(2026, 3, 2), date(2026, 3, 16), "derived: day 14 is a Monday", n=14),
    Example("icdr", date(2026, 5, 9), date(2026, 5, 26), "derived: day 14 is a Saturday before Memorial Day", n=14),
    Example("lcia", date(2026, 6, 5), date(2026, 6, 22), "derived: day 14 is Juneteenth, a Friday", n=14),
    Example("lcia", date(2026, 3, 2), date(2026, 3, 16), "derived: day 14 is a Monday", n=14),
    Example("lcia", date(2026, 5, 9), date(2026, 5, 26), "derived: day 14 is a Saturday before Memorial Day", n=14),
    Example("icc_art3_4", date(2026, 1, 30), date(2026, 3, 3), "derived from ICC Art. 3(4): day 1 is a Monday", n=30),
    Example("icc_art3_4", date(2026, 2, 2), date(2026, 3, 4), "derived from ICC Art. 3(4)", n=30),
    Example("icc_art3_4", date(2026, 2, 5), date(2026, 3, 9), "derived: day 30 is a Saturday", n=30),
    *worked(
        "aaa.answer",
        "AAA Commercial R-5",
        ("2026-06-03", "2026-06-17", "day 14 is a Wednesday"),
        ("2026-05-11", "2026-05-26", "day 14 is Memorial Day"),
        ("2026-08-24", "2026-09-08", "day 14 is Labor Day"),
    ),
    *worked(
        "jams.response",
        "JAMS Rule 9(c)",
        ("2026-06-03", "2026-06-17", "day 14 is a Wednesday"),
        ("2026-05-11", "2026-05-26", "day 14 is Memorial Day"),
        ("2026-08-24", "2026-09-08", "day 14 is Labor Day"),
    ),
    *worked(
        "jams.counterclaim_reply",
        "JAMS Rule 9",
        ("2026-06-03", "2026-06-17", "day 14 is a Wednesday"),
        ("2026-05-11", "2026-05-26", "day 14 is Memorial Day"),
        ("2026-08-24", "2026-09-08", "day 14 is Labor Day"),
    ),
    *worked(
        "icc.answer",
        "ICC Art. 5(1)",
        ("2026-05-18", "2026-06-17", "day 30 is a Wednesday"),
        ("2026-05-14", "2026-06-15", "day 30 is a Saturday"),
        ("2026-08-06", "2026-09-08", "day 30 is the Saturday before Labor Day"),
    ),
    *worked(
        "icc.counterclaim_reply",
        "ICC Art. 5(6)",
        ("2026-05-18", "2026-06-17", "day 30 is a Wednesday"),
        ("2026-05-14", "2026-06-15", "day 30 is a Saturday"),
        ("2026-08-06", "2026-09-08", "day 30 is the Saturday before Labor Day"),
    ),
    *worked(
        "icdr.answer",
        "ICDR Art. 3",
        ("2026-05-18", "2026-06-17", "day 30 is a Wednesday"),
        ("2026-05-14", "2026-06-15", "day 30 is a Saturday"),
        ("2026-08-06", "2026-09-08", "day 30 is the Saturday before Labor Day"),
    ),
    *worked(
        "uncitral.response",
        "UNCITRAL Art. 4(1)",
        ("2026-05-18", "2026-06-17", "day 30 is a Wednesday"),
        ("2026-05-14", "2026-06-15", "day 30 is a Saturday"),
        ("2026-08-06", "2026-09-08", "day 30 is the Saturday before Labor Day"),
    ),
    *worked(
        "lcia.response",
        "LCIA Art. 2.1",
        ("2026-05-20", "2026-06-17", "day 28 is a Wednesday"),
        ("2026-04-27", "2026-05-26", "day 28 is Memorial Day"),
        ("2026-08-10", "2026-09-08", "day 28 is Labor Day"),
    ),
)
