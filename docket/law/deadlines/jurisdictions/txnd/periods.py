"""Northern District of Texas: local rules on motions. On top of the federal rules, in this court only."""

from functools import partial

from docket.law.deadlines.periods.shape import FIELD, Period
from docket.law.deadlines.periods.shape import Purpose as P
from docket.law.deadlines.periods.shape import Trigger as T
from docket.law.deadlines.units import Unit

COURTS = ("txnd",)
D = Unit.DAYS
local = partial(Period, counted_by="frcp6", courts=COURTS)

# fmt: off
PERIODS: tuple[Period, ...] = (
    local("txnd.response", 21, D, T.MOTION_SERVED, "N.D. Tex. L.R. 7.1(e)", "Response to a motion", FIELD,
          purpose=P.OPPOSITION, service_adds=True),
    local("txnd.reply", 14, D, T.OPPOSITION_SERVED, "N.D. Tex. L.R. 7.1(f)", "Reply", FIELD, purpose=P.REPLY,
          service_adds=True),
)
# fmt: on
