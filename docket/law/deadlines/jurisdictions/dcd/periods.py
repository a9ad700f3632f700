"""District of Columbia: local rules on motions. On top of the federal rules, in this court only."""

from functools import partial

from docket.law.deadlines.periods.shape import FIELD, Period
from docket.law.deadlines.periods.shape import Purpose as P
from docket.law.deadlines.periods.shape import Trigger as T
from docket.law.deadlines.units import Unit

COURTS = ("dcd",)
D = Unit.DAYS
local = partial(Period, counted_by="frcp6", courts=COURTS)

# fmt: off
PERIODS: tuple[Period, ...] = (
    local("dcd.response", 14, D, T.MOTION_SERVED, "LCvR 7(b)", "Response to a motion", FIELD,
          purpose=P.OPPOSITION, service_adds=True),
    local("dcd.reply", 7, D, T.OPPOSITION_SERVED, "LCvR 7(d)", "Reply", FIELD, purpose=P.REPLY,
          service_adds=True),
)
# fmt: on
