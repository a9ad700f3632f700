"""Southern District of Florida: local rules on motions. On top of the federal rules, in this court only."""

from functools import partial

from docket.law.deadlines.marks import Mark
from docket.law.deadlines.periods.shape import FIELD, Period, Source
from docket.law.deadlines.periods.shape import Purpose as P
from docket.law.deadlines.periods.shape import Trigger as T
from docket.law.deadlines.units import Unit

NOTE = Source(Mark.SECONDARY, "https://madsenlawpa.com/reply-briefs-a-tale-of-four-districts (Jan 2026)")
COURTS = ("flsd",)
D = Unit.DAYS
local = partial(Period, counted_by="frcp6", courts=COURTS)

# fmt: off
PERIODS: tuple[Period, ...] = (
    local("flsd.response", 14, D, T.MOTION_SERVED, "S.D. Fla. L.R. 7.1(c)(1)", "Response to a motion", FIELD,
          purpose=P.OPPOSITION, service_adds=True),
    local("flsd.reply", 7, D, T.OPPOSITION_SERVED, "S.D. Fla. L.R. 7.1(c)(1)", "Reply", NOTE, purpose=P.REPLY,
          service_adds=True),
)
# fmt: on
