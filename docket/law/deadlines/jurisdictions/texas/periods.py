"""Periods in the district and county courts of Texas."""

from datetime import time
from functools import partial

from docket.law.deadlines.dates import MON
from docket.law.deadlines.marks import Mark
from docket.law.deadlines.periods.shape import FIELD, Period, Source
from docket.law.deadlines.periods.shape import Purpose as P
from docket.law.deadlines.periods.shape import Trigger as T
from docket.law.deadlines.units import Direction, Unit

D = Unit.DAYS
RULE_99 = Source(
    Mark.SECONDARY,
    "https://bonniesudderth.wordpress.com (a district judge's guide, 2011); https://courtdeadlines.com/?p=448",
)

tx = partial(Period, counted_by="trcp4")

# fmt: off
PERIODS: tuple[Period, ...] = (
    tx("tx.answer", 20, D, T.SUMMONS_SERVED, "TRCP 99(b)", "Answer", RULE_99, purpose=P.ANSWER,
       next_weekday=MON, at=time(10),
       note="District and county courts. Justice courts and some actions have other days."),
    tx("tx.motion_notice", 3, D, T.HEARING, "TRCP 21(b)", "Motion and notice of hearing", FIELD, purpose=P.MOTION,
       direction=Direction.BEFORE),
    tx("tx.new_trial", 30, D, T.JUDGMENT_ENTERED, "TRCP 329b(a)", "Motion for a new trial", FIELD,
       purpose=P.NEW_TRIAL, note="From the day on which the judgment was signed."),
    tx("tx.appeal", 30, D, T.JUDGMENT_ENTERED, "TRAP 26.1", "Notice of appeal", FIELD, purpose=P.APPEAL,
       note="From the day on which the judgment was signed; 90 days where a timely motion for a new trial or to "
       "modify the judgment was filed (TRAP 26.1(a))."),
)
# fmt: on
