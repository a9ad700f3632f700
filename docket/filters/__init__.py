"""One FilterSet a listing: the same filters for the page, its count and its CSV."""

from docket.filters.calendar import DeadlineFilter, HearingFilter
from docket.filters.cases import CaseFilter
from docket.filters.claims import ClaimFilter
from docket.filters.filings import FilingFilter
from docket.filters.forums import ForumFilter
from docket.filters.matters import MatterFilter
from docket.filters.parties import PartyInCasesFilter

__all__ = [
    "CaseFilter",
    "ClaimFilter",
    "DeadlineFilter",
    "FilingFilter",
    "ForumFilter",
    "HearingFilter",
    "MatterFilter",
    "PartyInCasesFilter",
]
