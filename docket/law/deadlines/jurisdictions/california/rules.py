"""California: CCP 12 to 12c, with the extensions of 1013 and 1010.6, and motion papers under 1005."""

from dataclasses import replace
from datetime import date

from docket.law.deadlines.marks import Mark
from docket.law.deadlines.rules.shape import Addition, Cites, Option, RuleSet, RuleVersion
from docket.law.deadlines.units import Unit

EXTENSION_ORDER = Option(
    "extension_order",
    {"add_then_roll": "if before", "roll_then_add": "if after"},
    "Whether the days for service are added before or after the last day moves off a holiday is open",
    "CCP 1013, 12a",
)
BACKWARD_HOLIDAY = Option(
    "backward_holiday",
    {"earlier": "if it moves back", "later": "if it moves forward"},
    "Counting back to a holiday: 12a extends to the next court day, but that would cut the notice short; "
    "practice differs",
    "CCP 12a, 12c",
)
NATIVE_AMERICAN_DAY_2015 = Option(
    "native_american_day_2015",
    {"not_holiday": "if it is none", "holiday": "if it is one"},
    "Whether 25 Sep 2015 was a judicial holiday is unclear: an act of 2014 made it one unintended",
    "Gov. Code 6700 (AB 1973), CCP 135",
)
OPTIONS = (EXTENSION_ORDER, BACKWARD_HOLIDAY, NATIVE_AMERICAN_DAY_2015)


def _days(n: int, cite: str) -> Addition:
    return Addition(n, Unit.DAYS, cite)


def _court_days(n: int, cite: str) -> Addition:
    return Addition(n, Unit.COURT_DAYS, cite)


CCP_2011 = RuleVersion(
    version="with section 12c, from 1 Jan 2011",
    in_force=date(2011, 1, 1),
    calendar="ca_courts",
    cites=Cites(
        first_day="CCP 12",
        every_day="CCP 12",
        last_day="CCP 12a",
        working_days="CCP 135",
        closed="CCP 12b",
    ),
    mark=Mark.READ,
    source="https://self-law.org/code/ca/code-of-civil-procedure/12c; https://carnaclaw.com (12, 12a, 12b); "
    "http://www.suspect.com/laws/California-Codes/Code-of-Civil-Procedure/sec-1013.html",
    additions={
        "personal": _days(0, "CCP 1011"),
        "mail": _days(5, "CCP 1013(a)"),
        "mail_out_of_state": _days(10, "CCP 1013(a)"),
        "mail_abroad": _days(20, "CCP 1013(a)"),
        "overnight": _court_days(2, "CCP 1013(c)"),
        "fax": _court_days(2, "CCP 1013(e)"),
        "electronic": _court_days(2, "CCP 1010.6(a)(3)(B)"),
    },
    adds_before=True,
    closed_is_holiday=True,
    options=OPTIONS,
    note="The days for service do not extend a notice of intention to move for a new trial, to vacate, or of "
    "appeal (CCP 1013(a)).",
)
CCP12 = RuleSet("ccp12", "California Code of Civil Procedure, sections 12 to 12c", (CCP_2011,))

CCP1005 = RuleSet(
    "ccp1005",
    "California Code of Civil Procedure, section 1005(b): filings before a hearing",
    (
        replace(
            CCP_2011,
            source="https://crowdsourcelawyers.com/ccp-1005-requirement-of-written-notice-for-motions-time-for-serving-"
            "and-filing-motion-method-of-serving-motions/",
            additions={
                "personal": _days(0, "CCP 1005(b)"),
                "mail": _days(5, "CCP 1005(b)"),
                "mail_out_of_state": _days(10, "CCP 1005(b)"),
                "mail_abroad": _days(20, "CCP 1005(b)"),
                "overnight": _days(2, "CCP 1005(b)"),
                "fax": _days(2, "CCP 1005(b)"),
                "electronic": _court_days(2, "CCP 1010.6(a)(3)(B)"),
            },
            note="The days for service are for the moving filings; they do not extend opposition and reply.",
        ),
    ),
)
RULE_SETS = (CCP12, CCP1005)
