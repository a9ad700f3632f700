"""What happened: the record, one file per group of models."""

from docket.models.acknowledged_data import AcknowledgedData
from docket.models.calendar import Deadline, Hearing
from docket.models.cases import Case, CaseLink, CaseMatter, CaseNumber
from docket.models.claims import Claim, ClaimAgainst, ClaimEvent, ClaimParty
from docket.models.corrections import Alert, Correction, ReaderRequest
from docket.models.derived import DerivedDate, SwitchedOffRule
from docket.models.desk_traces import Assignment, FilingMove, OpenForm, SavedForm, WorkedOn
from docket.models.document_checks import DocumentCheck, WaitingFile
from docket.models.documents import Document, DocumentOriginal, DocumentPage
from docket.models.filings import Excerpt, Filing, FilingLink, FilingParty
from docket.models.followed import FollowedSource, FollowedState
from docket.models.forums import Forum, ForumAlias, ForumClosure
from docket.models.gathered import GatheredOfCase, GatheredOfFiling
from docket.models.imports import ConfirmedReading, ImportedFile, ImportTrace
from docket.models.matters import Matter, MatterParty
from docket.models.people_in_case import Appearance, Capacity, CaseOfficial, CaseParty
from docket.models.proposals import DeadlineProposal
from docket.models.proposed_changes import ProposedChange
from docket.models.prose import SitePage, Summary, Update
from docket.models.queued_imports import QueuedImport, RememberedColumns, SheetImport
from docket.models.ruling_citations import RulingCitation
from docket.models.sealed_readings import SealedReading
from docket.models.sources import Source, SourceLink
from docket.models.vault import CaseCounter, SealedText, StaffNote
from docket.publishing.chain import SealEvent
from docket.publishing.wall.revisions import CaseRevision

__all__ = [
    "AcknowledgedData",
    "Alert",
    "Appearance",
    "Assignment",
    "Capacity",
    "Case",
    "CaseCounter",
    "CaseLink",
    "CaseMatter",
    "CaseNumber",
    "CaseOfficial",
    "CaseParty",
    "CaseRevision",
    "Claim",
    "ClaimAgainst",
    "ClaimEvent",
    "ClaimParty",
    "ConfirmedReading",
    "Correction",
    "Deadline",
    "DeadlineProposal",
    "DerivedDate",
    "Document",
    "DocumentCheck",
    "DocumentOriginal",
    "DocumentPage",
    "Excerpt",
    "Filing",
    "FilingLink",
    "FilingMove",
    "FilingParty",
    "FollowedSource",
    "FollowedState",
    "Forum",
    "ForumAlias",
    "ForumClosure",
    "GatheredOfCase",
    "GatheredOfFiling",
    "Hearing",
    "ImportTrace",
    "ImportedFile",
    "Matter",
    "MatterParty",
    "OpenForm",
    "ProposedChange",
    "QueuedImport",
    "ReaderRequest",
    "RememberedColumns",
    "RulingCitation",
    "SavedForm",
    "SealEvent",
    "SealedReading",
    "SealedText",
    "SheetImport",
    "SitePage",
    "Source",
    "SourceLink",
    "StaffNote",
    "Summary",
    "SwitchedOffRule",
    "Update",
    "WaitingFile",
    "WorkedOn",
]
