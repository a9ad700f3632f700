"""Which column of a file names a row of which other: keys of the data package, expansions of the API."""

from docket.site.exports.cases import CASES
from docket.site.exports.claims import CLAIMS
from docket.site.exports.columns import File
from docket.site.exports.counsel import ATTORNEYS, FIRMS
from docket.site.exports.filings import FILINGS
from docket.site.exports.forums import FORUMS
from docket.site.exports.matters import MATTERS
from docket.site.exports.parties import PARTIES

# by the column's name, in whatever file it stands; it holds what that file has in its first column
JOINS: dict[str, File] = {
    "case_id": CASES,
    "from_case_id": CASES,
    "to_case_id": CASES,
    "forum_id": FORUMS,
    "party_id": PARTIES,
    "against_id": PARTIES,
    "filing_id": FILINGS,
    "from_filing_id": FILINGS,
    "to_filing_id": FILINGS,
    "asserted_in_id": FILINGS,
    "attorney_id": ATTORNEYS,
    "firm_id": FIRMS,
    "matter_id": MATTERS,
    "claim_against_id": CLAIMS,
}


def joins_of(file: File) -> dict[str, File]:
    """The columns of a file that name rows of others."""
    return {column.name: JOINS[column.name] for column in file.columns[1:] if column.name in JOINS}
