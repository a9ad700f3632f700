"""Periods in the Superior Court and the Court of Chancery of Delaware."""

from functools import partial

from docket.law.deadlines.periods.shape import FIELD, Period
from docket.law.deadlines.periods.shape import Purpose as P
from docket.law.deadlines.periods.shape import Trigger as T
from docket.law.deadlines.units import Unit

D = Unit.DAYS
de = partial(Period, counted_by="de6", source=FIELD)

# fmt: off
PERIODS: tuple[Period, ...] = (
    de("de.answer", 20, D, T.SUMMONS_SERVED, "Super. Ct. Civ. R. 12(a); Ch. Ct. R. 12(a)", "Answer",
       purpose=P.ANSWER),
    de("de.new_trial", 10, D, T.JUDGMENT_ENTERED, "Super. Ct. Civ. R. 59(b)", "Motion for a new trial",
       purpose=P.NEW_TRIAL),
    de("de.appeal", 30, D, T.JUDGMENT_ENTERED, "Supr. Ct. R. 6(a)(i)", "Notice of appeal", purpose=P.APPEAL,
       note="Counted on appeal by Supreme Court Rule 11(a), which says the same of a period of this length."),
)
# fmt: on
