"""Southern and Eastern Districts of New York: local rules. On top of the federal rules, in this court only."""

from functools import partial

from docket.law.deadlines.periods.shape import FIELD, Period
from docket.law.deadlines.periods.shape import Purpose as P
from docket.law.deadlines.periods.shape import Trigger as T
from docket.law.deadlines.units import Unit

COURTS = ("nysd", "nyed")
D = Unit.DAYS
local = partial(Period, counted_by="frcp6", courts=COURTS)

# fmt: off
PERIODS: tuple[Period, ...] = (
    local("sdny_edny.response", 14, D, T.MOTION_SERVED, "Local Civil Rule 6.1(b)", "Response to a motion", FIELD,
          purpose=P.OPPOSITION, service_adds=True),
    local("sdny_edny.reply", 7, D, T.OPPOSITION_SERVED, "Local Civil Rule 6.1(b)", "Reply", FIELD, purpose=P.REPLY,
          service_adds=True),
)
# fmt: on
