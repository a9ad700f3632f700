"""Periods in the circuit courts of Illinois."""

from functools import partial

from docket.law.deadlines.marks import Mark
from docket.law.deadlines.periods.shape import FIELD, Period, Source, Tolling
from docket.law.deadlines.periods.shape import Purpose as P
from docket.law.deadlines.periods.shape import Trigger as T
from docket.law.deadlines.units import Unit

D = Unit.DAYS
RULE_303 = Source(
    Mark.SECONDARY, "https://legalresearch.uslegal.com/articles/appellate-timing-research/ (quoting 303(a))"
)
POST_JUDGMENT = Source(Mark.SECONDARY, "https://legalclarity.org/illinois-supreme-court-rule-303-how-to-file-an-appeal")
TOLLING = Tolling(
    cite="Ill. S. Ct. R. 303(a)(1)",
    motions={
        "mot.new_trial": "il.post_judgment",
        "mot.alter_judgment": "il.post_judgment",
        "mot.judgment_as_matter_of_law": "il.post_judgment",
        "mot.reconsider": "il.post_judgment",
    },
    runs_again="il.appeal.after_motion",
    ends_it=("mot.new_trial",),
)

il = partial(Period, counted_by="il1_11")

# fmt: off
PERIODS: tuple[Period, ...] = (
    il("il.answer", 30, D, T.SUMMONS_SERVED, "Ill. S. Ct. R. 101(d), 181(a)", "Appearance", FIELD, purpose=P.ANSWER,
       note="Where the summons requires an appearance within 30 days. A summons for a day certain sets that day."),
    il("il.post_judgment", 30, D, T.JUDGMENT_ENTERED, "735 ILCS 5/2-1202, 2-1203", "Post-judgment motion",
       POST_JUDGMENT, purpose=P.NEW_TRIAL),
    il("il.appeal", 30, D, T.JUDGMENT_ENTERED, "Ill. S. Ct. R. 303(a)(1)", "Notice of appeal", RULE_303,
       purpose=P.APPEAL, tolled_by=TOLLING),
    il("il.appeal.after_motion", 30, D, T.TOLLING_MOTION_DECIDED, "Ill. S. Ct. R. 303(a)(1)", "Notice of appeal",
       RULE_303, purpose=P.APPEAL, note="From the order on the last pending post-judgment motion."),
)
# fmt: on
