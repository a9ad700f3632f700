"""Federal time: FRCP 6, FRAP 26 and FRCrP 45, whose paragraphs (a)(1) to (a)(6) say the same."""

from dataclasses import replace
from datetime import date

from docket.law.deadlines.calendars import CALENDARS, STATE_CALENDARS
from docket.law.deadlines.marks import Mark
from docket.law.deadlines.rules.shape import Addition, Cites, Option, RuleSet, RuleVersion
from docket.law.deadlines.units import Unit

OBSERVED_FRIDAY = Option(
    "observed_friday",
    {"not_holiday": "if it is none", "holiday": "if it is one"},
    "Whether the Friday on which a Saturday holiday is observed is a legal holiday is unsettled",
    "5 U.S.C. 6103(b)(1) speaks of federal employees; FRCP 6(a)(6)",
)
EXECUTIVE_CLOSURE = Option(
    "executive_closure",
    {"not_holiday": "if it is none", "holiday": "if it is one"},
    "Whether an order that closes the executive departments declares a holiday is unsettled",
    "FRCP 6(a)(6)(B)",
)
STATE = Option(
    "state",
    {"none": "leaving the state out"} | {code: f"in {CALENDARS[id].place}" for code, id in STATE_CALENDARS.items()},
    "The state where the court sits, whose holidays count in periods after an event",
    "FRCP 6(a)(6)(C)",
    default="none",
)
STATE_LIST = Option(
    "state_list",
    {"not_holiday": "if it is none", "holiday": "if it is one"},
    "Whether a day on only one of the state's lists (statute, courts, offices) is declared a holiday is open",
    "FRCP 6(a)(6)(C)",
)


MIDNIGHT = "For electronic filing the day ends at midnight in the court's time zone, otherwise when the clerk closes"
CIRCUIT_MIDNIGHT = "For electronic filing on appeal the day ends at midnight in the circuit clerk's time zone"


def cites(rule: str) -> Cites:
    return Cites(
        first_day=f"{rule}(a)(1)(A)",
        every_day=f"{rule}(a)(1)(B)",
        last_day=f"{rule}(a)(1)(C), (5)",
        hours=f"{rule}(a)(2)",
        closed=f"{rule}(a)(3)",
        ends=f"{rule}(a)(4)",
    )


def _adding(cite: str, three_days: tuple[str, ...], none: tuple[str, ...]) -> dict[str, Addition]:
    return {method: Addition(3, Unit.DAYS, cite) for method in three_days} | {
        method: Addition(0, Unit.DAYS, cite) for method in none
    }


def before_2009(text: RuleVersion, rule: str, added_by: str, three_days: tuple[str, ...], since: date) -> RuleVersion:
    """The text until 30 November 2009: periods of less than 11 days left weekends and holidays out."""
    return replace(
        text,
        version=f"as it stood until 30 Nov 2009 (from {since.year})",
        in_force=since,
        until=date(2009, 11, 30),
        cites=Cites(first_day=rule, every_day=rule, last_day=rule, hours=rule, short_period=rule, closed=rule),
        mark=Mark.UNCONFIRMED,
        source="common knowledge of the field: the text was not read",
        short_period=10,
        state_holidays_before=True,
        additions=_adding(added_by, (*three_days, "electronic"), ("personal",)),
        ends="",
        note="Before 1 December 2009 the rule did not say how to count back from an event or in hours.",
    )


def texts(oldest: RuleVersion, added_by: str, three_days: tuple[str, ...]) -> tuple[RuleVersion, ...]:
    """The text of 2009, of 2016 (electronic service adds nothing any more) and of 2023 (Juneteenth)."""
    before = replace(oldest, additions=_adding(added_by, (*three_days, "electronic"), ("personal",)))
    since = replace(
        oldest,
        version="as amended 1 Dec 2016",
        in_force=date(2016, 12, 1),
        until=date(2023, 11, 30),
        additions=_adding(added_by, three_days, ("electronic", "personal")),
    )
    listed = "as amended 1 Dec 2023 (Juneteenth listed)"
    return before, since, replace(since, version=listed, in_force=date(2023, 12, 1), until=None)


CIVIL = RuleVersion(
    version="as amended 1 Dec 2009",
    in_force=date(2009, 12, 1),
    until=date(2016, 11, 30),
    calendar="us_federal",
    cites=cites("FRCP 6"),
    mark=Mark.READ,
    source="http://federal-rules.laws-info.com/frcp/rule_6; law.cornell.edu/rules/frcp/rule_6 as quoted",
    state_holidays_before=False,
    state_calendars=STATE_CALENDARS,
    options=(OBSERVED_FRIDAY, EXECUTIVE_CLOSURE, STATE, STATE_LIST),
    ends=MIDNIGHT,
)
APPELLATE = replace(
    CIVIL,
    cites=cites("FRAP 26"),
    source="https://uscode.house.gov, USC-prelim-title28a-node6-node48-rule26",
    ends=CIRCUIT_MIDNIGHT,
)
CRIMINAL = replace(
    CIVIL,
    cites=cites("FRCrP 45"),
    mark=Mark.SECONDARY,
    source="http://www2.law.cornell.edu/rules/frcrmp/NRule45.htm (committee notes of 2009)",
)

FRCP6 = RuleSet(
    "frcp6",
    "Federal Rules of Civil Procedure, Rule 6",
    (
        before_2009(CIVIL, "FRCP 6(a)", "FRCP 6(e)", ("mail", "clerk", "other_consented"), date(1985, 8, 1)),
        *texts(CIVIL, "FRCP 6(d)", ("mail", "clerk", "other_consented")),
    ),
)
FRAP26 = RuleSet(
    "frap26",
    "Federal Rules of Appellate Procedure, Rule 26",
    (
        before_2009(APPELLATE, "FRAP 26(a)", "FRAP 26(c)", ("mail", "commercial_carrier"), date(2002, 12, 1)),
        *texts(APPELLATE, "FRAP 26(c)", ("mail", "commercial_carrier")),
    ),
    categories=("appeal",),
)
FRCRP45 = RuleSet(
    "frcrp45",
    "Federal Rules of Criminal Procedure, Rule 45",
    (
        before_2009(CRIMINAL, "FRCrP 45(a)", "FRCrP 45(c)", ("mail", "clerk", "other_consented"), date(1985, 8, 1)),
        *texts(CRIMINAL, "FRCrP 45(c)", ("mail", "clerk", "other_consented")),
    ),
)
RULE_SETS = (FRCP6, FRAP26, FRCRP45)
