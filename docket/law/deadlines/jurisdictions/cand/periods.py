"""Northern District of California: local rules on motions. On top of the federal rules, in this court only."""

from functools import partial

from docket.law.deadlines.periods.shape import FIELD, Period
from docket.law.deadlines.periods.shape import Purpose as P
from docket.law.deadlines.periods.shape import Trigger as T
from docket.law.deadlines.units import Unit

COURTS = ("cand",)
D = Unit.DAYS
local = partial(Period, counted_by="frcp6", courts=COURTS)

# fmt: off
PERIODS: tuple[Period, ...] = (
    local("cand.response", 14, D, T.MOTION_SERVED, "Civil L.R. 7-3(a)", "Response to a motion", FIELD,
          purpose=P.OPPOSITION, service_adds=True),
    local("cand.reply", 7, D, T.OPPOSITION_SERVED, "Civil L.R. 7-3(c)", "Reply", FIELD, purpose=P.REPLY,
          service_adds=True),
)
# fmt: on
