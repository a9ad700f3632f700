"""Delaware Superior Court Civil Rule 6 and Court of Chancery Rule 6: periods of less than eleven days."""

from datetime import date

from docket.law.deadlines.marks import Mark
from docket.law.deadlines.rules.shape import Addition, Cites, Order, RuleSet, RuleVersion
from docket.law.deadlines.units import Unit

RULE = "Super. Ct. Civ. R. 6(a)"
DE6 = RuleSet(
    "de6",
    "Delaware Superior Court Civil Rule 6; Court of Chancery Rule 6",
    (
        RuleVersion(
            version="as known in 2024",
            in_force=date(2010, 1, 1),
            calendar="de_courts",
            cites=Cites(
                first_day=RULE, every_day=RULE, last_day=RULE, short_period=RULE, working_days=RULE, closed=RULE
            ),
            mark=Mark.READ,
            source="a stored copy of Superior Court Civil Rule 6; the comment of 2024 to Court of Chancery Rule 6",
            additions={
                "personal": Addition(0, Unit.DAYS, "Super. Ct. Civ. R. 6(e)"),
                "electronic": Addition(0, Unit.DAYS, "Super. Ct. Civ. R. 6(e)"),
                "mail": Addition(3, Unit.DAYS, "Super. Ct. Civ. R. 6(e); Ch. Ct. R. 6(c)"),
            },
            order=Order.INTO_PERIOD,
            short_period=10,
            closed_is_holiday=True,
            note="In Chancery the three days are for service by mail alone (Rule 6(c), comment of 2024).",
        ),
    ),
)
RULE_SETS = (DE6,)
