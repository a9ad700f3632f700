"""Illinois: the Statute on Statutes, 5 ILCS 70/1.11."""

from datetime import date

from docket.law.deadlines.marks import Mark
from docket.law.deadlines.rules.shape import Addition, Cites, Option, Order, RuleSet, RuleVersion
from docket.law.deadlines.units import Unit

LAW = "5 ILCS 70/1.11"
CIRCUIT_LIST = Option(
    "il_circuit_list",
    {"not_holiday": "if it is none there", "holiday": "if it is one there"},
    "Whether the circuit keeps the day as a holiday depends on the list that it publishes",
    f"{LAW}: a holiday defined or fixed in any statute",
)
ILCS = RuleSet(
    "il1_11",
    "Illinois: Statute on Statutes, section 1.11",
    (
        RuleVersion(
            version="as quoted in 2026",
            in_force=date(2000, 1, 1),
            calendar="il_courts",
            cites=Cites(first_day=LAW, every_day=LAW, last_day=LAW, working_days=LAW, closed=LAW),
            mark=Mark.SECONDARY,
            source="two public programs that quote the section from the General Assembly's site (Aug 2026)",
            additions={
                "personal": Addition(0, Unit.DAYS, "Ill. S. Ct. R. 12(c)"),
                "electronic": Addition(0, Unit.DAYS, "Ill. S. Ct. R. 12(c)"),
                "mail": Addition(4, Unit.DAYS, "Ill. S. Ct. R. 12(c)"),
            },
            order=Order.INTO_PERIOD,
            options=(CIRCUIT_LIST,),
            note="That service by mail is complete four days after mailing (Rule 12(c)) was not read.",
        ),
    ),
)
RULE_SETS = (ILCS,)
