"""Periods of the CPLR in the supreme and county courts."""

from functools import partial

from docket.law.deadlines.marks import Mark
from docket.law.deadlines.periods.shape import FIELD, Period, Source
from docket.law.deadlines.periods.shape import Purpose as P
from docket.law.deadlines.periods.shape import Trigger as T
from docket.law.deadlines.units import Direction, Unit

D = Unit.DAYS
BEFORE = Direction.BEFORE
CPLR_320 = Source(Mark.READ, "https://www.nysenate.gov/legislation/laws/CVP/320")
OTHERWISE = "If service was made otherwise than by delivery in the State (CPLR 308(2) to (5), 313 to 315)."

ny = partial(Period, counted_by="cplr")

# fmt: off
PERIODS: tuple[Period, ...] = (
    ny("ny.answer", 20, D, T.SUMMONS_SERVED, "CPLR 320(a), 3012(a)", "Appearance or answer", CPLR_320,
       purpose=P.ANSWER,
       note="Where the summons was delivered in the State. Otherwise 30 days after service is complete."),
    ny("ny.answer.otherwise", 30, D, T.SUMMONS_SERVED, "CPLR 320(a), 3012(c)",
       "Appearance or answer after service otherwise", CPLR_320, purpose=P.ANSWER, on_request=OTHERWISE,
       note="From the day on which service is complete, which may be ten days after its proof is filed (CPLR 308)."),
    ny("ny.motion_notice", 8, D, T.HEARING, "CPLR 2214(b)", "Notice of motion", FIELD, purpose=P.MOTION,
       direction=BEFORE, service_adds=True),
    ny("ny.motion_opposition", 2, D, T.HEARING, "CPLR 2214(b)", "Answering affidavits", FIELD,
       purpose=P.OPPOSITION, direction=BEFORE,
       note="Seven days where the notice was served at least sixteen days before and so demands."),
    ny("ny.appeal", 30, D, T.NOTICE_OF_ENTRY_SERVED, "CPLR 5513(a)", "Notice of appeal", FIELD, purpose=P.APPEAL,
       service_adds=True, note="From service of a copy of the judgment or order with written notice of its entry."),
)
# fmt: on
