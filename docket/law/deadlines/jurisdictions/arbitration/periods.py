"""Periods under rules of arbitration. The tribunal's own order comes first, always."""

from datetime import date

from docket.law.deadlines.marks import Mark
from docket.law.deadlines.periods.shape import FIELD, Period, Source
from docket.law.deadlines.periods.shape import Purpose as P
from docket.law.deadlines.periods.shape import Trigger as T
from docket.law.deadlines.units import Unit

D = Unit.DAYS
AAA_OLD = Source(Mark.SECONDARY, "https://pdf4pro.com (the older rules)")
AAA_R5 = Source(Mark.SECONDARY, "https://thomasmoreai.com (arbitration-rules.md)")
ICC_5_1 = Source(Mark.SECONDARY, "https://www.mondaq.com (878032, on Articles 4 and 5)")
LCAM = Source(Mark.SECONDARY, "https://lcam.org.uk/starting-an-arbitration-under-the-lcam-arbitration-rules-…")
UNCITRAL_4 = Source(Mark.SECONDARY, "https://arbitri.net/2023/01/notice-of-arbitration-simplified.html")

# fmt: off
PERIODS: tuple[Period, ...] = (
    Period("aaa.answer", 15, D, T.ARBITRATION_NOTICE_SENT, "AAA Commercial R-4 (before Oct 2013)",
           "Answering statement", AAA_OLD, "aaa", last=date(2013, 9, 30), purpose=P.ANSWER),
    Period("aaa.answer", 14, D, T.ARBITRATION_NOTICE_SENT, "AAA Commercial R-5",
           "Answering statement", AAA_R5, "aaa", first=date(2013, 10, 1),
           note="After the AAA sends notice that the demand is filed.", purpose=P.ANSWER),
    Period("jams.response", 14, D, T.ARBITRATION_CLAIM_SERVED, "JAMS Rule 9(c)",
           "Response and counterclaims", FIELD, "jams", service_adds=True, purpose=P.ANSWER),
    Period("jams.counterclaim_reply", 14, D, T.ARBITRATION_COUNTERCLAIM_RECEIVED, "JAMS Rule 9",
           "Response to counterclaims", FIELD, "jams", service_adds=True, purpose=P.ANSWER),
    Period("icc.answer", 30, D, T.ARBITRATION_REQUEST_RECEIVED, "ICC Art. 5(1)",
           "Answer to the Request", ICC_5_1, "icc_art3_4",
           note="From receipt from the Secretariat, which may extend it (Art. 5(2)).", purpose=P.ANSWER),
    Period("icc.counterclaim_reply", 30, D, T.ARBITRATION_COUNTERCLAIM_RECEIVED, "ICC Art. 5(6)",
           "Reply to counterclaims", LCAM, "icc_art3_4", purpose=P.ANSWER),
    Period("icdr.answer", 30, D, T.ARBITRATION_COMMENCED, "ICDR Art. 3", "Answer", FIELD, "icdr", purpose=P.ANSWER),
    Period("uncitral.response", 30, D, T.ARBITRATION_REQUEST_RECEIVED, "UNCITRAL Art. 4(1)",
           "Response to the notice of arbitration", UNCITRAL_4, "uncitral", purpose=P.ANSWER),
    Period("lcia.response", 28, D, T.ARBITRATION_COMMENCED, "LCIA Art. 2.1", "Response", LCAM, "lcia",
           purpose=P.ANSWER),
)
# fmt: on
