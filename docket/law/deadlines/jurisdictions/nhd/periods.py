"""District of New Hampshire: local rules on motions. On top of the federal rules, in this court only."""

from functools import partial

from docket.law.deadlines.marks import Mark
from docket.law.deadlines.periods.shape import Period, Source
from docket.law.deadlines.periods.shape import Purpose as P
from docket.law.deadlines.periods.shape import Trigger as T
from docket.law.deadlines.units import Unit

RULE_7_1 = Source(Mark.READ, "http://www.nhd.uscourts.gov/book/export/html/788")
SUMMARY_JUDGMENT = ("mot.summary_judgment", "mot.partial_summary_judgment")
COURTS = ("nhd",)
D = Unit.DAYS
local = partial(Period, counted_by="frcp6", courts=COURTS)

# fmt: off
PERIODS: tuple[Period, ...] = (
    local("nhd.response", 14, D, T.MOTION_SERVED, "D.N.H. L.R. 7.1(b)", "Objection to a motion", RULE_7_1,
          purpose=P.OPPOSITION, not_motions=SUMMARY_JUDGMENT),
    local("nhd.response.summary_judgment", 30, D, T.MOTION_SERVED, "D.N.H. L.R. 7.1(b)",
          "Objection to summary judgment", RULE_7_1, purpose=P.OPPOSITION, motions=SUMMARY_JUDGMENT),
)
# fmt: on
