"""Petitions for certiorari and what answers them."""

from docket.law.deadlines.marks import Mark
from docket.law.deadlines.periods.shape import FIELD, Period, Source
from docket.law.deadlines.periods.shape import Purpose as P
from docket.law.deadlines.periods.shape import Trigger as T
from docket.law.deadlines.units import Unit

D = Unit.DAYS
RULE_13 = Source(Mark.READ, "Rule 13.1 of 2010, https://www.sou.st (Appendix 2); findlaw.com (guide to paid cases)")

# fmt: off
PERIODS: tuple[Period, ...] = (
    Period("sct.certiorari", 90, D, T.JUDGMENT_ENTERED, "S. Ct. R. 13.1; 28 U.S.C. 2101(c)",
           "Petition for a writ of certiorari", RULE_13, "sct30", P.PETITION, proposed_in=("frap26",),
           note="From entry of the judgment, not of the mandate; from the denial where rehearing was sought in time "
           "(Rule 13.3)."),
    Period("sct.opposition", 30, D, T.PETITION_DOCKETED, "S. Ct. R. 15.3",
           "Brief in opposition to a petition for certiorari", FIELD, "sct30", P.OPPOSITION,
           note="Or a waiver of the right to file one."),
)
# fmt: on
