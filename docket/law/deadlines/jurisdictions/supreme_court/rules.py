"""Supreme Court Rule 30.1: no days for service, no state's holidays, and a day of its own for a closed building."""

from datetime import date

from docket.law.deadlines.jurisdictions.federal.rules import EXECUTIVE_CLOSURE, OBSERVED_FRIDAY
from docket.law.deadlines.marks import Mark
from docket.law.deadlines.rules.shape import Cites, RuleSet, RuleVersion

RULE_30 = "S. Ct. R. 30.1"
SCT30 = RuleSet(
    "sct30",
    "Rules of the Supreme Court of the United States, Rule 30",
    (
        RuleVersion(
            version="Rule 30.1, read in a copy of the rules of 1999",
            in_force=date(1999, 5, 3),
            calendar="us_federal",
            cites=Cites(first_day=RULE_30, every_day=RULE_30, last_day=RULE_30, closed=RULE_30),
            mark=Mark.READ,
            source="http://supct.law.cornell.edu/rules/supct/30.html",
            closed_is_holiday=True,
            options=(OBSERVED_FRIDAY, EXECUTIVE_CLOSURE),
            note="The rules of 2023 were not read: compare Rule 30.1.",
        ),
    ),
    categories=("appeal", "civil"),
)
RULE_SETS = (SCT30,)
