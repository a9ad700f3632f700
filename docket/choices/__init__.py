"""The vocabularies of the record: codes that are stored, and what a lawyer reads for each."""

from .calendar import Certainty, DeadlineState, HearingKind, ProposalKind, ProposalState
from .capacities import CAPACITY_PHRASE, CapacityKind, capacity_needs_object, capacity_phrase
from .case_types import CaseType
from .claim_events import CLAIM_EVENT_RULES, ClaimEffect, ClaimEventKind, ClaimEventRule
from .claims import CauseOfAction, ClaimKind, Defense, Prejudice, PrevailingSide, Relief, Response
from .counsel import AttorneyRole, Designation, OfficialRole
from .court_wording import ROLE_FROM_COURT, attorney_role_from_court, designation_from_court, role_from_court
from .filing_sets import AMENDED, ANSWERING, COURT_ACTS, HEARING_PAPERS, INITIATING, MOTIONS, PLEADINGS, STATING
from .filing_types import FILING_GROUPS, FilingType, filing_group, grouped_filing_types
from .filings import FILING_LINK_RULES, FilingLinkKind, FilingLinkRule, FilingState, RulingOutcome
from .forums import DOCKET_EXAMPLES, DOCKET_PATTERNS, DocketPattern, ForumKind, ForumLevel, ForumSystem
from .people import PARTY_ROLE_SIDE, ROLES_THAT_CANNOT_ASSERT, MatterRole, PartyRole, Side
from .proceedings import (
    CASE_LINK_INVERSE_LABEL,
    CASE_STATUS_PUBLIC_LABEL,
    CaptionKind,
    CaseCategory,
    CaseDisposition,
    CaseLinkKind,
    CaseNumberKind,
    CaseStatus,
    DatePrecision,
    JurisdictionBasis,
    JuryDemand,
)
from .sources import Basis, SourceKind

__all__ = [
    "AMENDED",
    "ANSWERING",
    "CAPACITY_PHRASE",
    "CASE_LINK_INVERSE_LABEL",
    "CASE_STATUS_PUBLIC_LABEL",
    "CLAIM_EVENT_RULES",
    "COURT_ACTS",
    "DOCKET_EXAMPLES",
    "DOCKET_PATTERNS",
    "FILING_GROUPS",
    "FILING_LINK_RULES",
    "HEARING_PAPERS",
    "INITIATING",
    "MOTIONS",
    "PARTY_ROLE_SIDE",
    "PLEADINGS",
    "ROLES_THAT_CANNOT_ASSERT",
    "ROLE_FROM_COURT",
    "STATING",
    "AttorneyRole",
    "Basis",
    "CapacityKind",
    "CaptionKind",
    "CaseCategory",
    "CaseDisposition",
    "CaseLinkKind",
    "CaseNumberKind",
    "CaseStatus",
    "CaseType",
    "CauseOfAction",
    "Certainty",
    "ClaimEffect",
    "ClaimEventKind",
    "ClaimEventRule",
    "ClaimKind",
    "DatePrecision",
    "DeadlineState",
    "Defense",
    "Designation",
    "DocketPattern",
    "FilingLinkKind",
    "FilingLinkRule",
    "FilingState",
    "FilingType",
    "ForumKind",
    "ForumLevel",
    "ForumSystem",
    "HearingKind",
    "JurisdictionBasis",
    "JuryDemand",
    "MatterRole",
    "OfficialRole",
    "PartyRole",
    "Prejudice",
    "PrevailingSide",
    "ProposalKind",
    "ProposalState",
    "Relief",
    "Response",
    "RulingOutcome",
    "Side",
    "SourceKind",
    "attorney_role_from_court",
    "capacity_needs_object",
    "capacity_phrase",
    "designation_from_court",
    "filing_group",
    "grouped_filing_types",
    "role_from_court",
]
