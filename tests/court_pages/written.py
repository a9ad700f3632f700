"""One written page of every kind that is read: what every reader is tested with where no real page is at hand."""

from collections.abc import Callable

from docket.intake.shape import Kind
from tests.court_pages import (
    case_query,
    claims,
    court_pages,
    florida,
    notices,
    pacer_pages,
    recap_pages,
    registers,
    texas_pages,
)


def special() -> str:
    """A docket of the Court of International Trade."""
    return pacer_pages.district(
        number="1:21-cv-00123-QRS",
        court="Court of International Trade",
        host="ecf.cit.uscourts.gov",
        kind="CIT",
    )


def spreadsheet() -> str:
    """An exported CSV of one filing."""
    head = "filing_id,case_id,forum_id,docket_number,caption,category,entry_number,date_filed,docket_text"
    return f"{head}\nx,a,cand,3:21-cv-01234,Marsh v. Brightwater,civil,1,2021-03-04,COMPLAINT\n"


WRITTEN: dict[Kind, Callable[[], str]] = {
    Kind.DISTRICT: pacer_pages.district,
    Kind.BANKRUPTCY: pacer_pages.bankruptcy,
    Kind.SPECIAL: special,
    Kind.HISTORY: court_pages.history,
    Kind.ATTACHMENTS: court_pages.attachments,
    Kind.CLAIMS_REGISTER: claims.register,
    Kind.CLAIMS_ACTIVITY: claims.activity,
    Kind.CASE_QUERY: case_query.case_query,
    Kind.APPELLATE: court_pages.appellate,
    Kind.ACMS: court_pages.acms,
    Kind.ACMS_ATTACHMENTS: court_pages.acms_attachments,
    Kind.RSS: court_pages.feed,
    Kind.NOTICE: notices.mail,
    Kind.ARCHIVE: court_pages.archive,
    Kind.COURTLISTENER: recap_pages.courtlistener,
    Kind.SCOTUS: court_pages.supreme_court,
    Kind.TEXAS: texas_pages.court_of_appeals,
    Kind.FLORIDA: florida.florida,
    Kind.LOS_ANGELES: court_pages.los_angeles,
    Kind.PORTAL: registers.portal,
    Kind.TABLE: registers.pasted,
    Kind.SPREADSHEET: spreadsheet,
}
