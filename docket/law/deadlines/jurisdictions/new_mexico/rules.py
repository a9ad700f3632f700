"""New Mexico: Rule 1-006 NMRA, rewritten in federal style in 2014 but with its own rule for short periods."""

from dataclasses import replace
from datetime import date

from docket.law.deadlines.jurisdictions.federal.rules import OBSERVED_FRIDAY
from docket.law.deadlines.marks import Mark
from docket.law.deadlines.rules.shape import Addition, Cites, Option, RuleSet, RuleVersion
from docket.law.deadlines.units import Unit

PRESIDENTS_DAY = Option(
    "presidents_day",
    {"after_thanksgiving": "if in November", "february": "if in February"},
    "State offices keep Presidents' Day on the Friday after Thanksgiving; the courts' list decides each year",
    "NMSA 1978, 12-5-2; the judicial branch's yearly list",
    default="after_thanksgiving",
)
STATUTORY_NOTICE = Option(
    "statutory_notice",
    {"no": "if it is no such notice", "yes": "if it is such a notice"},
    "A notice that a statute requires before an action is filed is not counted as a short period",
    "NMRA 1-006(A)(2)(b)",
    default="no",
)
ELECTRONIC_SERVICE = Option(
    "electronic_service",
    {"adds_nothing": "if it adds none", "adds": "if it adds them"},
    "Whether electronic service or fax adds three days could not be confirmed in the text",
    "NMRA 1-006(C)",
)
NM_FRIDAY = replace(OBSERVED_FRIDAY, cite="NMSA 1978, 12-5-2 moves only holidays that fall on a Sunday")


def _three_days(option: str = "") -> Addition:
    return Addition(3, Unit.DAYS, "NMRA 1-006(C)", option)


NM_2014 = RuleVersion(
    version="as rewritten 31 Dec 2014",
    in_force=date(2014, 12, 31),
    until=date(2024, 12, 30),
    calendar="nm_courts",
    cites=Cites(
        first_day="NMRA 1-006(A)(1)(a)",
        every_day="NMRA 1-006(A)(1)(b)",
        last_day="NMRA 1-006(A)(1)(c)",
        hours="NMRA 1-006(A)(3)",
        short_period="NMRA 1-006(A)(2)",
        closed="NMRA 1-006(A)(4)",
    ),
    mark=Mark.READ,
    source="https://casetext.com/rule/new-mexico-court-rules/ … /rule-1-006-time",
    additions={
        "mail": _three_days(),
        "electronic": _three_days("electronic_service"),
        "fax": _three_days("electronic_service"),
        "personal": Addition(0, Unit.DAYS, "NMRA 1-006(C)"),
    },
    short_period=10,
    options=(NM_FRIDAY, PRESIDENTS_DAY, STATUTORY_NOTICE, ELECTRONIC_SERVICE),
    note="The three days for service by mail are not confirmed in the rule's own text.",
)
NM_2024 = replace(
    NM_2014,
    version="from 31 Dec 2024, counted by the text of 2014",
    in_force=date(2024, 12, 31),
    until=None,
    mark=Mark.UNCONFIRMED,
    note="An amendment of Rule 1-006 took effect on 31 Dec 2024; its text was not read: compare it.",
)
NM1006 = RuleSet("nm1006", "New Mexico Rules of Civil Procedure, Rule 1-006", (NM_2014, NM_2024))
RULE_SETS = (NM1006,)
