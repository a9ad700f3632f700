"""One FilterSet a listing: the same filters for the page, its count and its CSV."""

from docket.site.filters.calendar import DeadlineFilter, HearingFilter
from docket.site.filters.cases import CaseFilter
from docket.site.filters.claims import ClaimFilter
from docket.site.filters.corrections import CorrectionFilter
from docket.site.filters.counsel import CounselFilter
from docket.site.filters.document_pages import DocumentPageFilter
from docket.site.filters.filings import FilingFilter
from docket.site.filters.forums import ForumFilter
from docket.site.filters.matters import MatterFilter
from docket.site.filters.parties import PartyInCasesFilter
from docket.site.filters.sources import FirmFilter, SourceFilter

__all__ = [
    "CaseFilter",
    "ClaimFilter",
    "CorrectionFilter",
    "CounselFilter",
    "DeadlineFilter",
    "DocumentPageFilter",
    "FilingFilter",
    "FirmFilter",
    "ForumFilter",
    "HearingFilter",
    "MatterFilter",
    "PartyInCasesFilter",
    "SourceFilter",
]
