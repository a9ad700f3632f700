"""Periods in the courts of common pleas, municipal and county courts of Ohio."""

from datetime import date
from functools import partial

from docket.law.deadlines.marks import Mark
from docket.law.deadlines.periods.shape import FIELD, Period, Source, Tolling
from docket.law.deadlines.periods.shape import Purpose as P
from docket.law.deadlines.periods.shape import Trigger as T
from docket.law.deadlines.units import Unit

D = Unit.DAYS
RULE_6 = Source(Mark.SECONDARY, "https://howtolegalhelp.com/?p=23983 (staff notes to Civ.R. 6(C), amendment of 2019)")
RULE_12 = Source(Mark.READ, "https://www.yumpu.com/en/document/view/3395839 (Ohio Rules of Civil Procedure, p. 44)")
RULE_50 = Source(Mark.SECONDARY, "https://howtolegalhelp.com, Ohio Civ.R. 50 (staff note of 1 July 2013)")
RULE_59 = Source(Mark.SECONDARY, "https://rulesofcivilprocedure.com/oh/rule-59/ (staff note of 1 July 2013)")
APP_4 = Source(Mark.READ, "https://casetext.com, Ohio App. R. 4, as amended through 13 March 2024")
NOT_SERVED = (
    "Where the clerk has not served notice of the judgment within three days, it runs from the day of that service."
)
TOLLING = Tolling(
    cite="Ohio App.R. 4(B)(2)",
    motions={"mot.new_trial": "oh.new_trial", "mot.judgment_as_matter_of_law": "oh.jmol"},
    runs_again="oh.appeal.after_motion",
    ends_it=("mot.new_trial",),
)
SUMMARY = ("mot.summary_judgment", "mot.partial_summary_judgment")

oh = partial(Period, counted_by="ohciv6")
uniform = partial(oh, first=date(2019, 7, 1))  # before, the courts' local rules set them
longer = partial(oh, first=date(2013, 7, 1))

# fmt: off
PERIODS: tuple[Period, ...] = (
    oh("oh.answer", 28, D, T.SUMMONS_SERVED, "Ohio Civ.R. 12(A)(1)", "Answer", RULE_12, purpose=P.ANSWER),
    oh("oh.answer.counterclaim", 28, D, T.COUNTERCLAIM_SERVED, "Ohio Civ.R. 12(A)(2)",
       "Reply to a counterclaim, or answer to a crossclaim", RULE_12, service_adds=True, purpose=P.ANSWER),
    oh("oh.answer.after_motion", 14, D, T.RULE_12_MOTION_DECIDED, "Ohio Civ.R. 12(A)(2)(a)",
       "Responsive pleading after a Rule 12 motion is denied", RULE_12, purpose=P.ANSWER,
       note="From notice of the court's action."),
    oh("oh.service", 6, Unit.MONTHS, T.COMPLAINT_FILED, "Ohio Civ.R. 4(E)", "Service of summons and complaint", FIELD,
       purpose=P.SERVICE, note="The action is commenced only if service is obtained within one year (Civ.R. 3(A))."),
    uniform("oh.motion_response", 14, D, T.MOTION_SERVED, "Ohio Civ.R. 6(C)(1)", "Response to a motion", RULE_6,
            not_motions=SUMMARY, service_adds=True, purpose=P.OPPOSITION),
    uniform("oh.summary_response", 28, D, T.MOTION_SERVED, "Ohio Civ.R. 6(C)(1)",
            "Response to a motion for summary judgment", RULE_6, motions=SUMMARY, service_adds=True,
            purpose=P.OPPOSITION),
    uniform("oh.reply", 7, D, T.OPPOSITION_SERVED, "Ohio Civ.R. 6(C)(1)", "Reply in support of a motion", RULE_6,
            service_adds=True, purpose=P.REPLY),
    longer("oh.new_trial", 28, D, T.JUDGMENT_ENTERED, "Ohio Civ.R. 59(B)", "Motion for a new trial", RULE_59,
           purpose=P.NEW_TRIAL, note=NOT_SERVED),
    longer("oh.jmol", 28, D, T.JUDGMENT_ENTERED, "Ohio Civ.R. 50(B)", "Motion for judgment notwithstanding the verdict",
           RULE_50, purpose=P.JMOL, on_request="After a jury trial.", note=NOT_SERVED),
    oh("oh.appeal", 30, D, T.JUDGMENT_ENTERED, "Ohio App.R. 4(A)(1)", "Notice of appeal", APP_4, purpose=P.APPEAL,
       tolled_by=TOLLING, note=NOT_SERVED),
    oh("oh.appeal.after_motion", 30, D, T.TOLLING_MOTION_DECIDED, "Ohio App.R. 4(B)(2)", "Notice of appeal", APP_4,
       purpose=P.APPEAL, note="From the order resolving the last of these post-judgment filings."),
)
# fmt: on
