"""Ohio Civil Rule 6 as it stands since 1 July 2012, when the three days were left to mail and commercial carriers."""

from datetime import date

from docket.law.deadlines.marks import Mark
from docket.law.deadlines.rules.shape import Addition, Cites, Order, RuleSet, RuleVersion
from docket.law.deadlines.units import Unit

COMPUTATION = "Ohio Civ.R. 6(A)"
ADDED = "Ohio Civ.R. 6(D)"
OHCIV6 = RuleSet(
    "ohciv6",
    "Ohio Rules of Civil Procedure, Rule 6",
    (
        RuleVersion(
            version="as amended 1 Jul 2012",
            in_force=date(2012, 7, 1),
            calendar="oh_state",
            cites=Cites(
                first_day=COMPUTATION,
                every_day=COMPUTATION,
                last_day=COMPUTATION,
                short_period=COMPUTATION,
                working_days=COMPUTATION,
                closed=COMPUTATION,
            ),
            mark=Mark.SECONDARY,
            source="https://rulesofcivilprocedure.com/oh/rule-6/ (the staff note of 2012 to division (D)); "
            "http://codes.ohio.gov/oac/3746-5-19v1, which says the same of periods of less than seven days",
            additions={
                "personal": Addition(0, Unit.DAYS, ADDED),
                "electronic": Addition(0, Unit.DAYS, ADDED),
                "mail": Addition(3, Unit.DAYS, ADDED),
                "commercial_carrier": Addition(3, Unit.DAYS, ADDED),
            },
            order=Order.INTO_PERIOD,
            short_period=6,
            note="The three days do not extend the time to answer a summons (staff note of 2012).",
        ),
    ),
)
RULE_SETS = (OHCIV6,)
