"""Periods in the circuit and county courts of Florida."""

from functools import partial

from docket.law.deadlines.marks import Mark
from docket.law.deadlines.periods.shape import FIELD, Period, Source
from docket.law.deadlines.periods.shape import Purpose as P
from docket.law.deadlines.periods.shape import Trigger as T
from docket.law.deadlines.units import Unit

D = Unit.DAYS
CALCULATOR = Source(Mark.SECONDARY, "amagi-litigation-deadlines 0.1.0 (MIT), rule set florida of 20 Oct 2026")

fl = partial(Period, counted_by="fl2514")

# fmt: off
PERIODS: tuple[Period, ...] = (
    fl("fl.answer", 20, D, T.SUMMONS_SERVED, "Fla. R. Civ. P. 1.140(a)(1)", "Answer", CALCULATOR, purpose=P.ANSWER,
       note="The State and its agencies have 40 days, or 30 under section 768.28 (1.140(a)(2))."),
    fl("fl.new_trial", 15, D, T.JUDGMENT_ENTERED, "Fla. R. Civ. P. 1.530(b)", "Motion for a new trial or rehearing",
       CALCULATOR, purpose=P.NEW_TRIAL, dates=("date_filed", "date_entered"),
       note="From the return of the verdict, or the filing of the judgment in a case without a jury."),
    fl("fl.appeal", 30, D, T.JUDGMENT_ENTERED, "Fla. R. App. P. 9.110(b)", "Notice of appeal", CALCULATOR,
       purpose=P.APPEAL, dates=("date_filed", "date_entered"),
       note="From rendition, when the signed order is filed with the clerk; an authorised and timely motion puts it "
       "off (9.020(h))."),
    fl("fl.motion_response", 40, D, T.MOTION_SERVED, "Fla. R. Civ. P. 1.510(c)(5)",
       "Response to a motion for summary judgment", FIELD, purpose=P.OPPOSITION,
       motions=("mot.summary_judgment", "mot.partial_summary_judgment"), service_adds=True),
)
# fmt: on
