"""Periods in the superior courts of California."""

from datetime import date
from functools import partial

from docket.law.deadlines.marks import Mark
from docket.law.deadlines.periods.shape import FIELD, Period, Source
from docket.law.deadlines.periods.shape import Purpose as P
from docket.law.deadlines.periods.shape import Trigger as T
from docket.law.deadlines.units import Direction, Unit

D, COURT_DAYS = Unit.DAYS, Unit.COURT_DAYS
CCP_412_20 = Source(Mark.READ, "https://www.scribd.com/document/272590261")
CCP_415_20 = Source(Mark.SECONDARY, "https://legalclarity.org")
CCP_1005 = Source(Mark.READ, "https://crowdsourcelawyers.com/ccp-1005-requirement-of-written-notice-for-motions-…")
OTHERS = Source(Mark.SECONDARY, "https://cedent.ai/blog/ccp-1005-explained")
AB_2347 = Source(Mark.SECONDARY, "https://www.hansonbridgett.com/publication/240926-8551-ab2347-…")

AB_2049 = Source(
    Mark.SECONDARY,
    "https://legalprofessionalsinc.org/why-did-the-timelines-change-for-msjs; https://dailyjournal.com/articles/381887",
)
CCP_437C = Source(Mark.SECONDARY, "https://calendar-australia.com (quoting CCP 437c(b)(2) as it stood)")
OLD, NEW = date(2024, 12, 31), date(2025, 1, 1)
IN_TRANSITION = "By the day of the hearing; for a motion served before 2025 and heard after, look at the act (AB 2049)."
BY_437C = "Counted back in days, not court days. An order may set another time."

ccp = partial(Period, counted_by="ccp12")
judgment = partial(Period, counted_by="ccp12", direction=Direction.BEFORE, trigger=T.SUMMARY_JUDGMENT_HEARING, unit=D)
motion = partial(Period, counted_by="ccp1005", direction=Direction.BEFORE, proposed_in=("ccp12",))

# fmt: off
PERIODS: tuple[Period, ...] = (
    ccp("ca.answer", 30, D, T.SUMMONS_SERVED, "CCP 412.20(a)(3)", "Answer to the complaint", CCP_412_20,
        not_motions=("svc.acknowledgment_of_receipt",),
        note="From the day on which service is complete.", purpose=P.ANSWER),
    ccp("ca.answer.substituted", 40, D, T.SUMMONS_MAILED, "CCP 415.20, 412.20(a)(3)",
        "Answer after substituted service", CCP_415_20,
        note="Service is complete on the 10th day after the mailing; 30 days follow.", purpose=P.ANSWER),
    ccp("ca.answer.acknowledged", 30, D, T.SUMMONS_SERVED, "CCP 415.30(c), 412.20(a)(3)",
        "Answer after service by mail with acknowledgment", FIELD, purpose=P.ANSWER,
        motions=("svc.acknowledgment_of_receipt",),
        note="Service is complete on the day on which the acknowledgment is signed; 30 days follow."),
    ccp("ca.answer.mailed_out_of_state", 40, D, T.SUMMONS_MAILED, "CCP 415.40, 412.20(a)(3)",
        "Answer after service by mail outside the State", FIELD, purpose=P.ANSWER,
        on_request="If it was mailed to a person outside California, return receipt requested.",
        note="Service is complete on the 10th day after the mailing; 30 days follow."),
    ccp("ca.demurrer", 30, D, T.SUMMONS_SERVED, "CCP 430.40(a)", "Demurrer to the complaint", FIELD,
        purpose=P.ANSWER, on_request="Beside the answer, on the same day."),
    ccp("ca.unlawful_detainer", 5, COURT_DAYS, T.SUMMONS_SERVED, "CCP 1167(a)",
        "Response in unlawful detainer", AB_2347, first=date(2019, 9, 1), last=date(2024, 12, 31),
        purpose=P.ANSWER, on_request="In an action for possession."),
    ccp("ca.unlawful_detainer", 10, COURT_DAYS, T.SUMMONS_SERVED, "CCP 1167(a)",
        "Response in unlawful detainer", AB_2347, first=date(2025, 1, 1),
        note="Five court days more where served by mail or through the Secretary of State (1167(b)).",
        purpose=P.ANSWER, on_request="In an action for possession."),
    motion("ca.motion_notice", 16, COURT_DAYS, T.HEARING, "CCP 1005(b)", "Moving filings", CCP_1005,
           service_adds=True, purpose=P.MOTION, on_request="If the motion is not served yet."),
    motion("ca.motion_opposition", 9, COURT_DAYS, T.HEARING, "CCP 1005(b)", "Opposition to a motion", OTHERS,
           purpose=P.OPPOSITION),
    motion("ca.motion_reply", 5, COURT_DAYS, T.HEARING, "CCP 1005(b)", "Reply to an opposition", OTHERS,
           purpose=P.REPLY),
    judgment("ca.summary_judgment_notice", 75, rule="CCP 437c(a)(2)", title="Motion for summary judgment",
             source=AB_2049, service_adds=True, last=OLD, note=BY_437C,
             purpose=P.MOTION, on_request="If the motion is not served yet."),
    judgment("ca.summary_judgment_notice", 81, rule="CCP 437c(a)(2)", title="Motion for summary judgment",
             source=AB_2049, service_adds=True, first=NEW, note=f"{BY_437C} {IN_TRANSITION}",
             purpose=P.MOTION, on_request="If the motion is not served yet."),
    judgment("ca.summary_judgment_opposition", 14, rule="CCP 437c(b)(2)", title="Opposition to summary judgment",
             source=CCP_437C, last=OLD, note=BY_437C, purpose=P.OPPOSITION),
    judgment("ca.summary_judgment_opposition", 20, rule="CCP 437c(b)(2)", title="Opposition to summary judgment",
             source=AB_2049, first=NEW, note=f"{BY_437C} {IN_TRANSITION}", purpose=P.OPPOSITION),
    judgment("ca.summary_judgment_reply", 5, rule="CCP 437c(b)(4)", title="Reply on summary judgment",
             source=CCP_437C, last=OLD, note=BY_437C, purpose=P.REPLY),
    judgment("ca.summary_judgment_reply", 11, rule="CCP 437c(b)(4)", title="Reply on summary judgment",
             source=AB_2049, first=NEW, note=f"{BY_437C} {IN_TRANSITION}", purpose=P.REPLY),
)
# fmt: on
