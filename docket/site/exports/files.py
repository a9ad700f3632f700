"""Every file, in the order of the data dictionary."""

from docket.site.exports.calendar import DEADLINES, HEARINGS
from docket.site.exports.cases import CASE_PARTIES, CASES
from docket.site.exports.claims import CLAIM_EVENTS, CLAIMANTS, CLAIMS
from docket.site.exports.columns import File
from docket.site.exports.corrections import CORRECTIONS
from docket.site.exports.counsel import APPEARANCES, ATTORNEYS, FIRMS
from docket.site.exports.filings import DOCUMENTS, FILING_LINKS, FILING_PARTIES, FILINGS
from docket.site.exports.forums import CASE_LINKS, FORUMS
from docket.site.exports.matters import MATTER_PARTIES, MATTERS, SOURCES
from docket.site.exports.parties import PARTIES

FILES: tuple[File, ...] = (
    FILINGS,
    FILING_PARTIES,
    FILING_LINKS,
    DOCUMENTS,
    MATTERS,
    MATTER_PARTIES,
    CASES,
    CASE_PARTIES,
    CASE_LINKS,
    CLAIMS,
    CLAIMANTS,
    CLAIM_EVENTS,
    HEARINGS,
    DEADLINES,
    PARTIES,
    CORRECTIONS,
    ATTORNEYS,
    APPEARANCES,
    FIRMS,
    FORUMS,
    SOURCES,
)

# What happened to rows has no id by which it could be asked for.
RESOURCES: tuple[File, ...] = tuple(file for file in FILES if file is not CORRECTIONS)
"""The files whose rows each have an id of their own, in the first column."""
