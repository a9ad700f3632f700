"""Every file, in the order of the data dictionary."""

from docket.site.exports.calendar import DEADLINES, HEARINGS
from docket.site.exports.cases import CASE_PARTIES, CASES
from docket.site.exports.claims import CLAIM_EVENTS, CLAIMS
from docket.site.exports.columns import File
from docket.site.exports.corrections import CORRECTIONS
from docket.site.exports.filings import DOCUMENTS, FILING_LINKS, FILING_PARTIES, FILINGS
from docket.site.exports.parties import PARTIES

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
    CORRECTIONS,
)
