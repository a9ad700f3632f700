"""Periods in the courts of New Mexico."""

from functools import partial

from docket.law.deadlines.marks import Mark
from docket.law.deadlines.periods.shape import FIELD, Period, Source
from docket.law.deadlines.periods.shape import Purpose as P
from docket.law.deadlines.periods.shape import Trigger as T
from docket.law.deadlines.units import Unit

D = Unit.DAYS
RULE_1_004 = Source(Mark.READ, "https://www.serve-now.com/resources/process-serving-laws/new-mexico")
RULE_2_202 = Source(Mark.READ, "a copy of Rule 2-202")
RULE_1_007_1 = Source(Mark.READ, "https://casetext.com, NMRA 1-007.1, committee commentary")
RULE_12_201 = Source(Mark.READ, "https://casetext.com, NMRA 12-201 as amended through 1 Nov 2024")
NMSA_41_2_2 = Source(Mark.SECONDARY, "https://www.allenandallen.com")

nm = partial(Period, counted_by="nm1006")

# fmt: off
PERIODS: tuple[Period, ...] = (
    nm("nm.answer", 30, D, T.SUMMONS_SERVED, "NMRA 1-004(B)(2), 1-012(A)",
       "Responsive pleading or motion", RULE_1_004, purpose=P.ANSWER),
    nm("nm.magistrate_answer", 20, D, T.SUMMONS_SERVED, "NMRA 2-202",
       "Answer in the magistrate court", RULE_2_202,
       note="Magistrate courts only. Counted by Rule 2-104, whose text is that of Rule 1-006.",
       purpose=P.ANSWER, on_request="In a magistrate court."),
    nm("nm.motion_response", 15, D, T.MOTION_SERVED, "NMRA 1-007.1(D)", "Response to a motion", RULE_1_007_1,
       service_adds=True, purpose=P.OPPOSITION),
    nm("nm.reply", 15, D, T.OPPOSITION_SERVED, "NMRA 1-007.1(F)", "Reply brief", FIELD, service_adds=True,
       purpose=P.REPLY),
    nm("nm.appeal", 30, D, T.JUDGMENT_ENTERED, "NMRA 12-201(A)(1)(b)", "Notice of appeal", RULE_12_201,
       note="From filing in the clerk's office. Counted by Rule 12-308, whose text is that of 1-006.",
       purpose=P.APPEAL, dates=("date_filed", "date_entered")),
    Period("nm.wrongful_death", 3, Unit.YEARS, T.DEATH, "NMSA 1978, 41-2-2",
           "Action for wrongful death", NMSA_41_2_2, counted_by="years", proposed_in=("nm1006",),
           note="Tolling is not computed. Rule 1-006 counts statutes too, so the later day is the likelier.",
           purpose=P.ACTION),
)
# fmt: on
