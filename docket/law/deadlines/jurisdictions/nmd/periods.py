"""District of New Mexico: local rules on motions. On top of the federal rules, in this court only."""

from functools import partial

from docket.law.deadlines.periods.shape import FIELD, Period
from docket.law.deadlines.periods.shape import Purpose as P
from docket.law.deadlines.periods.shape import Trigger as T
from docket.law.deadlines.units import Unit

COURTS = ("nmd",)
D = Unit.DAYS
local = partial(Period, counted_by="frcp6", courts=COURTS)

# fmt: off
PERIODS: tuple[Period, ...] = (
    local("nmd.response", 14, D, T.MOTION_SERVED, "D.N.M.LR-Civ. 7.4(a)", "Response to a motion", FIELD,
          purpose=P.OPPOSITION, service_adds=True),
    local("nmd.reply", 14, D, T.OPPOSITION_SERVED, "D.N.M.LR-Civ. 7.4(a)", "Reply", FIELD, purpose=P.REPLY,
          service_adds=True),
)
# fmt: on
