"""The contract between readers and merge: what a file says about one case, and nothing else.

A reader fills these from bytes, without database or clock; merge.py writes them. Rules for every reader:

- Text is the source's own, white space squeezed at most; markup is literal text. No NUL.
- "" and None mean "this source does not say" and never overwrite what the record holds.
- Dates are calendar dates in the court's own time zone (a datetime is cut to its local date by the reader).
- Repeats are kept: two equal entries on the page are two ImportedEntry in page order.
- What must not be public (addresses, telephone numbers, identifiers) stands only in fields marked *vault*.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Kind(StrEnum):
    """What a file is, as reports and messages call it."""

    DISTRICT = "district docket"
    BANKRUPTCY = "bankruptcy docket"
    SPECIAL = "special court docket"
    HISTORY = "docket history report"
    ATTACHMENTS = "attachment page"
    CASE_QUERY = "case query page"
    CLAIMS_REGISTER = "claims register"
    CLAIMS_ACTIVITY = "claims activity report"
    APPELLATE = "appellate docket"
    ACMS = "appellate docket (ACMS)"
    ACMS_ATTACHMENTS = "attachments of an entry (ACMS)"
    RSS = "court RSS feed"
    NOTICE = "notice of a court"
    ARCHIVE = "Internet Archive docket"
    COURTLISTENER = "CourtListener docket"
    SCOTUS = "Supreme Court docket"
    TEXAS = "Texas appellate docket"
    FLORIDA = "Florida appellate docket"
    LOS_ANGELES = "Los Angeles Superior Court docket"
    PORTAL = "register of actions of a court's portal"
    TABLE = "table of dates and texts"
    SPREADSHEET = "CSV of filings"


class Refused(Exception):
    """A file that changes nothing: `reason` says what was found, `remedy` what to do (may be "")."""

    def __init__(self, reason: str, remedy: str = "") -> None:
        self.reason, self.remedy = reason, remedy
        super().__init__(f"{reason} {remedy}".strip())


class CourtUnknown(Refused):
    """A file that could be read if somebody said of which court it is."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, "Say which court it is (--forum).")


class Conflict(Refused):
    """A page that may be of a known case or of another one: staff decide. `cases`: public ids of those it names."""

    def __init__(self, reason: str, remedy: str, cases: list[str]) -> None:
        self.cases = cases
        super().__init__(reason, remedy)


@dataclass(frozen=True, slots=True)
class ImportedSource:
    """Where the facts were read: becomes one Source row."""

    file_name: str
    """Name of the file without its folder."""
    sha256: str
    """Hex digest of the file's bytes: the same bytes are the same source."""
    retrieved_at: datetime | None = None
    """When the court served the page, as its receipt prints it (naive); None when it prints none."""
    search_criteria: str = ""
    """The receipt's own words on what was asked for ("… Starting with document: 40"); holds no login."""


@dataclass(frozen=True, slots=True)
class NumberParts:
    """A federal docket number taken apart ("2:23-cv-01194-MEF-JRA-1"); None where the part is not there."""

    office: str | None = None
    case_type: str | None = None
    assigned_initials: str | None = None
    referred_initials: str | None = None
    defendant_number: str | None = None


@dataclass(frozen=True, slots=True)
class ImportedAttachment:
    """One attachment of an entry; the main document is the entry itself, not an attachment."""

    number: int
    """The court's number, from 1."""
    description: str = ""
    page_count: int | None = None
    size_bytes: int | None = None
    source_document_id: str = ""
    """The court system's id of the document (PACER: at least eight digits), not unique in a docket."""
    url: str = ""
    """Address of the file, where the source gives one."""


@dataclass(frozen=True, slots=True)
class ImportedEntry:
    """One line of the docket, numbered or not."""

    ordinal: int
    """Place on the page, from 0, in the page's own order (which may be newest first)."""
    number: str | None
    """The court's entry number as text ("12"); None when the line has none. Repeats in real dockets."""
    date_filed: date | None
    date_entered: date | None
    text: str
    """The docket text as the court shows it, literal; may be ""."""
    internal_id: str = ""
    """What stands on the page in place of a number and is none: an id of the court's system (entry_numbers.py)."""
    closed: str = ""
    """The court's own mark that the entry is closed to the public (closure.py): it is not imported."""
    short_text: str = ""
    """The short description of sources that carry one (feeds, history reports)."""
    source_document_id: str = ""
    """The court system's id of the main document; "" when absent or not an id."""
    source_sequence: str = ""
    """The court system's sequence number of the entry."""
    page_count: int | None = None
    size_bytes: int | None = None
    url: str = ""
    main_title: str = ""
    """The court's words for the main document, where it has some beside the entry's text."""
    attachments: tuple[ImportedAttachment, ...] = ()
    # what no court page says, and an exported file does
    title: str = ""
    filing_type: str = ""
    state: str = ""
    date_served: date | None = None
    date_filed_precision: str = ""
    """"" where the date is known to the day."""
    date_entered_precision: str = ""
    date_served_precision: str = ""


@dataclass(frozen=True, slots=True)
class ImportedAttorney:
    """One counsel as printed beside one party."""

    name: str
    """May be "" (a firm alone, or a printing fault of the court)."""
    roles: tuple[str, ...] = ()
    """Role lines as printed: "LEAD ATTORNEY", "TERMINATED: 08/24/2017"."""
    contact: str = ""
    """*vault* Lines of address, telephone, e-mail as printed, separated by newlines."""
    self_represented: bool = False
    """The row says PRO SE: a party that speaks for itself, not counsel."""


@dataclass(frozen=True, slots=True)
class ImportedCount:
    """A criminal count or complaint against one party, as printed."""

    name: str
    disposition: str = ""
    status: str = ""
    """"pending" or "terminated" for counts; "" for complaints, which the court prints without one."""


@dataclass(frozen=True, slots=True)
class ImportedCharges:
    """The criminal part of a party's block."""

    counts: tuple[ImportedCount, ...] = ()
    complaints: tuple[ImportedCount, ...] = ()
    highest_offense_opening: str = ""
    highest_offense_terminated: str = ""


@dataclass(frozen=True, slots=True)
class ImportedAlias:
    """Another name printed under a party: kind is "aka", "dba", "fka" or "nka"."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class ImportedParty:
    """One party block, in the page's order; the same name may come back in another role or in the same."""

    name: str
    role_as_filed: str
    """Heading of the block: "Defendant", "Debtor", "Unknown" when the page gives none."""
    date_terminated: date | None = None
    capacities: tuple[str, ...] = ()
    """Lines that clearly say in what capacity or as what kind of body the party appears; public."""
    aliases: tuple[ImportedAlias, ...] = ()
    extra_info: str = ""
    """*vault* Everything printed under the name, untouched, newline-separated."""
    attorneys: tuple[ImportedAttorney, ...] = ()
    charges: ImportedCharges | None = None


@dataclass(frozen=True, slots=True)
class ImportedClaim:
    """A claim filed in a bankruptcy, as the court's register lists it."""

    number: str
    """The register's number of the claim, without that of its amendment: "4"."""
    creditor: ImportedParty | None = None
    """Who makes it; None where the page does not tell a name from the address behind it."""
    date_filed: date | None = None
    date_amended: date | None = None
    amount_as_filed: str = ""
    """As printed: "$2,407.38", "Unknown"."""
    parts: tuple[str, ...] = ()
    """What of it is claimed or allowed as what: ("$0.00 secured", "$61.88 priority")."""
    status: str = ""
    """The court's own word for where it stands: "Withdrawn"; "" while there is none."""
    description: str = ""
    """Words of the creditor, which may hold account numbers: never kept."""
    remarks: str = ""
    """Words of the clerk, likewise never kept."""


@dataclass(frozen=True, slots=True)
class ImportedRelated:
    """Another proceeding that the source names: the one under review, the one transferred from or to."""

    kind: str
    """A value of CaseLinkKind: "appeal_of", "transferred_from", "transferred_to", "related"."""
    court: str = ""
    """The court in the source's words."""
    court_id: str = ""
    """The forum's id where the source gives one."""
    numbers: tuple[str, ...] = ()
    day: date | None = None
    """When that court decided, or when the case was transferred."""
    note: str = ""
    """What else the source says of it: judge, reporter, dates, disposition."""


@dataclass(frozen=True, slots=True)
class ImportedDocket:
    """Everything one file says about one case."""

    kind: Kind
    source: ImportedSource
    court_id: str
    """The forum's id in the forum table (courts-db): "cand", "nysb", "cit"."""
    docket_number: str
    """The number without judges' initials and defendant number: "2:23-cv-01194", "09-12118"."""
    docket_number_as_filed: str = ""
    """The number as the heading prints it: "2:23-cv-01194-MEF-JRA"."""
    number_parts: NumberParts = field(default_factory=NumberParts)
    source_case_id: str = ""
    """The court system's id of the case (PACER case id, digits); "" when the page does not show it."""
    caption: str = ""
    """Short caption as the source shows it."""
    category: str = ""
    """What an exported file says; court pages show it by their kind and number."""
    date_filed: date | None = None
    date_terminated: date | None = None
    date_converted: date | None = None
    date_discharged: date | None = None
    assigned_to: str = ""
    referred_to: str = ""
    panel: tuple[str, ...] = ()
    """Names of an appellate panel."""
    cause: str = ""
    nature_of_suit: str = ""
    """Code and title as printed: "320 Assault Libel & Slander"."""
    jury_demand: str = ""
    demand: str = ""
    """As printed: "$75,000", "$0"; not an amount."""
    jurisdiction: str = ""
    mdl_status: str = ""
    case_type: str = ""
    """The court's own words for the sort of case: "Criminal, Direct Criminal"."""
    status: str = ""
    """The court's own words for where the case stands, where it has such words."""
    fee_status: str = ""
    flags: tuple[str, ...] = ()
    """The court's own tokens at the top of the page: ("CLOSED", "CASREF")."""
    closed: str = ""
    """The court's own mark that the case is closed to the public (closure.py): it is refused."""
    reading: str = ""
    """How columns were read that do not say what they are: staff confirm it once for each court."""
    closed_beside: tuple[str, ...] = ()
    """Of the first of a feed's cases: the numbers of those that are closed and were left out."""
    ordered_by: str = ""
    """"date_filed" or "date_entered": which date the page's first column shows."""
    related: tuple[ImportedRelated, ...] = ()
    parties: tuple[ImportedParty, ...] = ()
    entries: tuple[ImportedEntry, ...] = ()
    claims: tuple[ImportedClaim, ...] = ()
    warnings: tuple[str, ...] = ()
    """What the reader saw and could not take over, in plain words."""
