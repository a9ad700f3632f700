"""Federal Rules of Bankruptcy Procedure, Rule 9006: as FRCP 6, with its own short periods before 2009."""

from dataclasses import replace
from datetime import date

from docket.law.deadlines.jurisdictions.federal.rules import CIVIL, before_2009, cites, texts
from docket.law.deadlines.marks import Mark
from docket.law.deadlines.rules.shape import RuleSet

THREE_DAYS = ("mail", "clerk", "other_consented")
BANKRUPTCY = replace(
    CIVIL,
    cites=cites("FRBP 9006"),
    mark=Mark.READ,
    source="https://law.abi.org/rules/9006 (until 2024); https://law.counselstack.com/rule/frbp/9006 (as restyled)",
)
FRBP9006 = RuleSet(
    "frbp9006",
    "Federal Rules of Bankruptcy Procedure, Rule 9006",
    (
        replace(
            before_2009(BANKRUPTCY, "FRBP 9006(a)", "FRBP 9006(f)", THREE_DAYS, date(1989, 8, 1)),
            short_period=7,
            mark=Mark.SECONDARY,
            source="https://www.jonesday.com (“It’s About Time”, Nov 2009): less than eight days left weekends out",
        ),
        *texts(BANKRUPTCY, "FRBP 9006(f)", THREE_DAYS),
    ),
    categories=("bankruptcy", "civil"),
)
RULE_SETS = (FRBP9006,)
