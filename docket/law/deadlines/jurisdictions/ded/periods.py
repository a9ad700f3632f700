"""District of Delaware: local rules on motions. On top of the federal rules, in this court only."""

from functools import partial

from docket.law.deadlines.marks import Mark
from docket.law.deadlines.periods.shape import Period, Source
from docket.law.deadlines.periods.shape import Purpose as P
from docket.law.deadlines.periods.shape import Trigger as T
from docket.law.deadlines.units import Unit

MNAT = Source(Mark.SECONDARY, "https://www.mnat.com/blog/client-alert-amendments-to-local-rules-now-effective/ (2010)")
COURTS = ("ded",)
D = Unit.DAYS
local = partial(Period, counted_by="frcp6", courts=COURTS)

# fmt: off
PERIODS: tuple[Period, ...] = (
    local("ded.response", 14, D, T.MOTION_SERVED, "D. Del. LR 7.1.2(b)", "Response to a motion", MNAT,
          purpose=P.OPPOSITION, service_adds=True),
    local("ded.reply", 7, D, T.OPPOSITION_SERVED, "D. Del. LR 7.1.2(b)", "Reply", MNAT, purpose=P.REPLY,
          service_adds=True),
)
# fmt: on
