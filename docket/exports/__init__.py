"""The record as CSV: which columns leave (columns, one file a table), made safe for spreadsheets, streamed by COPY.

UTF-8 without a byte order mark (`?bom=1` adds one for Excel), RFC 4180: comma, CRLF, every text in quotation marks.
NULL is an empty field; 0 and false are not. An allow-list: a column that stands in no table here never leaves.
"""

from docket.exports.cases import CASE_PARTIES, CASES
from docket.exports.claims import CLAIM_EVENTS, CLAIMS
from docket.exports.columns import Column, File, Kind
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
    PARTIES,
)

__all__ = ["FILES", "Column", "File", "Kind"]
