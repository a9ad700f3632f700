"""Worked examples of time in Ohio."""

from datetime import date

from docket.law.deadlines.examples import Example, worked

GUIDE = "http://www.ohiolegalservices.org, Timing for Handling Documents: "
RULE = "derived from Civ.R. 6(A): "
EXAMPLES = (
    Example(
        "oh.motion_response",
        date(2026, 3, 1),
        date(2026, 3, 16),
        GUIDE + "a motion of 1 March, day 14 is Sunday, 15 March: Monday, 16 March",
    ),
    Example(
        "ohciv6", date(2026, 3, 2), date(2026, 4, 2), GUIDE + "28 days are 31 where it was mailed", n=28, service="mail"
    ),
    Example(
        "oh.answer",
        date(2028, 2, 1),
        date(2028, 2, 29),
        "Prince v. Ridenour, 413 N.E.2d 867 (Akron Mun. Ct. 1980): served on 1 February of a leap year, 29 February",
    ),
    Example("ohciv6", date(2026, 11, 5), date(2026, 11, 16), RULE + "six days leave out Veterans Day", n=6),
    Example("ohciv6", date(2026, 11, 5), date(2026, 11, 12), RULE + "seven days count every day", n=7),
    Example("oh.appeal", date(2026, 6, 3), date(2026, 7, 3), RULE + "a Saturday holiday is not moved to the Friday"),
    Example("oh.appeal", date(2027, 6, 4), date(2027, 7, 6), RULE + "4 July 2027 is a Sunday, the Monday a holiday"),
    Example("oh.service", date(2026, 8, 31), date(2027, 3, 1), RULE + "six months end on 28 February, a Sunday"),
    *worked(
        "oh.answer",
        "Ohio Civ.R. 12(A)(1)",
        ("2026-04-27", "2026-05-26", "day 28 is Memorial Day"),
        ("2026-08-10", "2026-09-08", "day 28 is Labor Day"),
    ),
    *worked(
        "oh.answer.counterclaim",
        "Ohio Civ.R. 12(A)(2)",
        ("2026-05-20", "2026-06-17", "day 28 is a Wednesday"),
        ("2026-04-27", "2026-05-26", "day 28 is Memorial Day"),
        ("2026-08-10", "2026-09-08", "day 28 is Labor Day"),
    ),
    *worked(
        "oh.answer.after_motion",
        "Ohio Civ.R. 12(A)(2)(a)",
        ("2026-06-03", "2026-06-17", "day 14 is a Wednesday"),
        ("2026-05-11", "2026-05-26", "day 14 is Memorial Day"),
        ("2026-08-24", "2026-09-08", "day 14 is Labor Day"),
    ),
    *worked(
        "oh.service",
        "Ohio Civ.R. 4(E)",
        ("2025-11-25", "2026-05-26", "the day six months later is Memorial Day"),
        ("2026-03-05", "2026-09-08", "the day six months later is the Saturday before Labor Day"),
    ),
    *worked(
        "oh.motion_response",
        "Ohio Civ.R. 6(C)(1)",
        ("2026-05-11", "2026-05-26", "day 14 is Memorial Day"),
        ("2026-08-24", "2026-09-08", "day 14 is Labor Day"),
    ),
    *worked(
        "oh.summary_response",
        "Ohio Civ.R. 6(C)(1)",
        ("2026-05-20", "2026-06-17", "day 28 is a Wednesday"),
        ("2026-04-27", "2026-05-26", "day 28 is Memorial Day"),
        ("2026-08-10", "2026-09-08", "day 28 is Labor Day"),
    ),
    *worked(
        "oh.reply",
        "Ohio Civ.R. 6(C)(1)",
        ("2026-06-10", "2026-06-17", "day 7 is a Wednesday"),
        ("2026-05-18", "2026-05-26", "day 7 is Memorial Day"),
        ("2026-08-31", "2026-09-08", "day 7 is Labor Day"),
    ),
    *worked(
        "oh.new_trial",
        "Ohio Civ.R. 59(B)",
        ("2026-05-20", "2026-06-17", "day 28 is a Wednesday"),
        ("2026-04-27", "2026-05-26", "day 28 is Memorial Day"),
        ("2026-08-10", "2026-09-08", "day 28 is Labor Day"),
    ),
    *worked(
        "oh.jmol",
        "Ohio Civ.R. 50(B)",
        ("2026-05-20", "2026-06-17", "day 28 is a Wednesday"),
        ("2026-04-27", "2026-05-26", "day 28 is Memorial Day"),
        ("2026-08-10", "2026-09-08", "day 28 is Labor Day"),
    ),
    *worked(
        "oh.appeal",
        "Ohio App.R. 4(A)(1)",
        ("2026-08-06", "2026-09-08", "day 30 is the Saturday before Labor Day"),
    ),
    *worked(
        "oh.appeal.after_motion",
        "Ohio App.R. 4(B)(2)",
        ("2026-05-18", "2026-06-17", "day 30 is a Wednesday"),
        ("2026-05-14", "2026-06-15", "day 30 is a Saturday"),
        ("2026-08-06", "2026-09-08", "day 30 is the Saturday before Labor Day"),
    ),
)
