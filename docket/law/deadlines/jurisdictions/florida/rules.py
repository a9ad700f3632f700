"""Florida Rules of General Practice and Judicial Administration, Rule 2.514."""

from dataclasses import replace
from datetime import date

from docket.law.deadlines.marks import Mark
from docket.law.deadlines.rules.shape import Addition, Cites, Option, RuleSet, RuleVersion
from docket.law.deadlines.units import Unit

RULE = "Fla. R. Gen. Prac. & Jud. Admin. 2.514"
CLERK_HOLIDAY = Option(
    "fl_clerk_holiday",
    {"not_holiday": "if it is none there", "holiday": "if it is one there"},
    "Whether the clerk of the circuit or its chief judge keeps the day as a holiday must be asked there",
    f"{RULE}(a)(6)(B)",
)


def _adds(mail: int, electronic: int) -> dict[str, Addition]:
    cite = f"{RULE}(b)"
    days = {"mail": mail, "electronic": electronic, "personal": 0}
    return {method: Addition(n, Unit.DAYS, cite) for method, n in days.items()}


FL_2012 = RuleVersion(
    version="as adopted 1 Oct 2012",
    in_force=date(2012, 10, 1),
    until=date(2018, 12, 31),
    calendar="fl_courts",
    cites=Cites(
        first_day=f"{RULE}(a)(1)(A)",
        every_day=f"{RULE}(a)(1)(B)",
        last_day=f"{RULE}(a)(1)(C)",
        hours=f"{RULE}(a)(2)",
        closed=f"{RULE}(a)(3)",
        ends=f"{RULE}(a)(4)",
    ),
    mark=Mark.SECONDARY,
    source="https://www.rtlaw.com/court-deadlines-computation-of-time-under-rule-2-514/; https://courtflow.ai (2026)",
    additions=_adds(mail=5, electronic=5),
    options=(CLERK_HOLIDAY,),
)
FL2514 = RuleSet(
    "fl2514",
    "Florida Rules of General Practice and Judicial Administration, Rule 2.514",
    (
        FL_2012,
        replace(
            FL_2012,
            version="from 1 Jan 2019 (no days for e-mail any more)",
            in_force=date(2019, 1, 1),
            until=None,
            additions=_adds(mail=5, electronic=0),
            note="That e-mail adds no days since 2019 is common knowledge of the field; the text was not read.",
        ),
    ),
)
RULE_SETS = (FL2514,)
