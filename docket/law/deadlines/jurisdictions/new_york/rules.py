"""New York: General Construction Law 20 and 25-a; CPLR 2103(b) for the days that service adds."""

from datetime import date

from docket.law.deadlines.marks import Mark
from docket.law.deadlines.rules.shape import Addition, Cites, Order, RuleSet, RuleVersion
from docket.law.deadlines.units import Unit


def _adds(n: int, cite: str, unit: Unit = Unit.DAYS) -> Addition:
    return Addition(n, unit, cite)


CPLR = RuleSet(
    "cplr",
    "New York: General Construction Law 20 and 25-a, CPLR 2103",
    (
        RuleVersion(
            version="as known in 2026",
            in_force=date(1990, 1, 1),
            calendar="ny_state",
            cites=Cites(
                first_day="Gen. Constr. Law 20",
                every_day="Gen. Constr. Law 20",
                last_day="Gen. Constr. Law 25-a",
                working_days="Gen. Constr. Law 24",
                closed="Gen. Constr. Law 25-a",
            ),
            mark=Mark.SECONDARY,
            source="practice guides that name Gen. Constr. Law 25-a and CPLR 2103(b): five days for mail, one business "
            "day for overnight delivery",
            additions={
                "personal": _adds(0, "CPLR 2103(b)(1)"),
                "electronic": _adds(0, "CPLR 2103(b)(7)"),
                "mail": _adds(5, "CPLR 2103(b)(2)"),
                "overnight": _adds(1, "CPLR 2103(b)(6)", Unit.COURT_DAYS),
            },
            order=Order.INTO_PERIOD,
            note="A filing mailed from outside the State adds six days (CPLR 2103(b)(2)).",
        ),
    ),
    "business day",
)
RULE_SETS = (CPLR,)
