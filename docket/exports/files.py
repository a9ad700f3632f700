"""Every file, in the order of the data dictionary."""

from docket.exports.calendar import DEADLINES, HEARINGS
from docket.exports.cases import CASE_PARTIES, CASES
from docket.exports.claims import CLAIM_EVENTS, CLAIMS
from docket.exports.columns import File
from docket.exports.filings import DOCUMENTS, FILING_LINKS, FILING_PARTIES, FILINGS
from docket.exports.parties import PARTIES

FILES: tuple[File, ...] = (
    FILINGS,
    FILING_PARTIES,
    FILING_LINKS,
    DOCUMENTS,
    CASES,
    CASE_PARTIES,
    CLAIMS,
    CLAIM_EVENTS,
    HEARINGS,
    DEADLINES,
    PARTIES,
)
