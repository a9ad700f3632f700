"""Central District of California: local rules on motions. On top of the federal rules, in this court only."""

from functools import partial

from docket.law.deadlines.marks import Mark
from docket.law.deadlines.periods.shape import FIELD, Period, Source
from docket.law.deadlines.periods.shape import Purpose as P
from docket.law.deadlines.periods.shape import Trigger as T
from docket.law.deadlines.units import Direction, Unit

RULE_7_9 = Source(Mark.SECONDARY, "https://www.top-law-schools.com (quoting L.R. 7-9, 2016)")
COURTS = ("cacd",)
D = Unit.DAYS
local = partial(Period, counted_by="frcp6", courts=COURTS)

# fmt: off
PERIODS: tuple[Period, ...] = (
    local("cacd.response", 21, D, T.HEARING, "C.D. Cal. L.R. 7-9", "Opposition to a motion", RULE_7_9,
          purpose=P.OPPOSITION, direction=Direction.BEFORE,
          note="Judges set other days for summary judgment; a motion for a new trial has ten days from service."),
    local("cacd.reply", 14, D, T.HEARING, "C.D. Cal. L.R. 7-10", "Reply", FIELD, purpose=P.REPLY,
          direction=Direction.BEFORE),
)
# fmt: on
