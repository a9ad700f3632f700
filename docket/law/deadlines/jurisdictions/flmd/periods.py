"""Middle District of Florida: local rules on motions. On top of the federal rules, in this court only."""

from functools import partial

from docket.law.deadlines.marks import Mark
from docket.law.deadlines.periods.shape import Period, Source
from docket.law.deadlines.periods.shape import Purpose as P
from docket.law.deadlines.periods.shape import Trigger as T
from docket.law.deadlines.units import Unit

GUIDE = Source(Mark.SECONDARY, "https://ewusiaklaw.com (motion practice, 2019): fourteen days after service")
COURTS = ("flmd",)
D = Unit.DAYS
local = partial(Period, counted_by="frcp6", courts=COURTS)

# fmt: off
PERIODS: tuple[Period, ...] = (
    local("flmd.response", 14, D, T.MOTION_SERVED, "M.D. Fla. L.R. 3.01", "Response to a motion", GUIDE,
          purpose=P.OPPOSITION, service_adds=True,
          note="A reply needs leave, save on summary judgment. Since 2021 some motions have 21 days.",
          not_motions=("mot.summary_judgment", "mot.partial_summary_judgment", "mot.dismiss")),
)
# fmt: on
