"""Periods in bankruptcy. Rules 3002, 4004, 4007 and 8002 were restyled in 2024 without a change of days."""

from datetime import date
from functools import partial

from docket.law.deadlines.marks import Mark
from docket.law.deadlines.periods.shape import FIELD, Period, Source, Tolling
from docket.law.deadlines.periods.shape import Purpose as P
from docket.law.deadlines.periods.shape import Trigger as T
from docket.law.deadlines.units import Unit

D = Unit.DAYS
SINCE_2009 = date(2009, 12, 1)
RULE_4004 = Source(Mark.READ, "https://law.counselstack.com/rule/frbp/4004")
RULE_8002 = Source(Mark.READ, "https://www.law.cornell.edu/rules/frbp/rule_8002")
FIRST_DATE = "From the first date set for the meeting of creditors, whether or not it was held or continued."
TOLLING = Tolling(
    cite="FRBP 8002(b)(1)",
    motions={
        "mot.new_trial": "frbp.new_trial",
        "mot.alter_judgment": "frbp.amend_judgment",
        "mot.relief_from_judgment": "frbp.new_trial",
    },
    runs_again="frbp.appeal.after_motion",
    ends_it=("mot.new_trial",),
)

frbp = partial(Period, counted_by="frbp9006", first=SINCE_2009)

# fmt: off
PERIODS: tuple[Period, ...] = (
    frbp("frbp.appeal", 14, D, T.JUDGMENT_ENTERED, "FRBP 8002(a)(1)", "Notice of appeal", RULE_8002,
         purpose=P.APPEAL, tolled_by=TOLLING,
         note="Orders may be appealed too: enter those by hand."),
    frbp("frbp.appeal.after_motion", 14, D, T.TOLLING_MOTION_DECIDED, "FRBP 8002(a)(1), (b)(1)",
         "Notice of appeal", RULE_8002, purpose=P.APPEAL,
         note="From the order on the last of the motions that FRBP 8002(b)(1) names."),
    frbp("frbp.new_trial", 14, D, T.JUDGMENT_ENTERED, "FRBP 9023", "Motion for a new trial", FIELD,
         purpose=P.NEW_TRIAL),
    frbp("frbp.amend_judgment", 14, D, T.JUDGMENT_ENTERED, "FRBP 9023",
         "Motion to alter or amend the judgment", FIELD, purpose=P.AMEND_JUDGMENT),
    frbp("frbp.proof_of_claim", 70, D, T.BANKRUPTCY_PETITION_FILED, "FRBP 3002(c)", "Proof of claim", FIELD,
         purpose=P.CLAIM, on_request="In a voluntary case under chapter 7, 12 or 13, from the order for relief.",
         note="A governmental unit has 180 days (11 U.S.C. 502(b)(9)); a notice of assets sets another day."),
    frbp("frbp.discharge_objection", 60, D, T.CREDITORS_MEETING, "FRBP 4004(a)(1)",
         "Complaint objecting to the discharge (chapter 7)", RULE_4004, purpose=P.OBJECT, note=FIRST_DATE),
    frbp("frbp.dischargeability", 60, D, T.CREDITORS_MEETING, "FRBP 4007(c)",
         "Complaint on the dischargeability of a debt", FIELD, purpose=P.OBJECT, note=FIRST_DATE),
)
# fmt: on
