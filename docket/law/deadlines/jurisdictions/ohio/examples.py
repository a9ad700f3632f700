"""Worked examples of time in Ohio."""

from datetime import date

from docket.law.deadlines.examples import Example

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
)
