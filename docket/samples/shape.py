"""What the files of a sample may hold. Words of the vocabularies are their codes (docket/choices, parties/choices).

A date is written as far as it is known: "2021-10-21", "2021-10" or "2021". Rows name each other by their `id`;
a row of another case as "case/id".
"""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from docket.choices import DatePrecision


@dataclass(frozen=True)
class Day:
    """A date and how much of it is known."""

    date: date
    precision: str = DatePrecision.DAY


@dataclass(frozen=True)
class PartyData:
    """A person, organization or group. aliases: pairs of kind and name."""

    id: str
    name: str
    kind: str = "person"
    sort_name: str = ""
    is_minor: bool = False
    description: str = ""
    aliases: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class FirmData:
    id: str
    name: str


@dataclass(frozen=True)
class AttorneyData:
    id: str
    name: str
    firm: str = ""


@dataclass(frozen=True)
class SourceData:
    id: str
    kind: str
    title: str
    publisher: str = ""
    url: str = ""
    published: Day | None = None
    accessed: date | None = None


@dataclass(frozen=True)
class Proof:
    """On which source a row rests, and how."""

    source: str
    basis: str = "record"
    pinpoint: str = ""


@dataclass(frozen=True)
class PartInEvent:
    """A party's part in the event itself."""

    party: str
    role: str
    note: str = ""
    proof: Proof | None = None


@dataclass(frozen=True)
class SummaryData:
    as_of: Day
    text: str
    proof: Proof | None = None


@dataclass(frozen=True)
class UpdateData:
    on: date
    title: str
    text: str = ""
    proof: Proof | None = None


@dataclass(frozen=True)
class MatterData:
    """matter.toml: the event, who had a part in it, and everybody named in its cases."""

    id: str
    title: str
    place: str = ""
    happened: Day | None = None
    tags: tuple[str, ...] = ()
    coverage_note: str = ""
    heading_note: str = ""
    proof: Proof | None = None
    cases: tuple[str, ...] = ()
    people: tuple[PartInEvent, ...] = ()
    parties: tuple[PartyData, ...] = ()
    firms: tuple[FirmData, ...] = ()
    attorneys: tuple[AttorneyData, ...] = ()
    sources: tuple[SourceData, ...] = ()
    summaries: tuple[SummaryData, ...] = ()
    updates: tuple[UpdateData, ...] = ()


@dataclass(frozen=True)
class CounselData:
    """An attorney for a party of a case."""

    attorney: str
    roles: tuple[str, ...] = ("lead", "to_be_noticed")
    roles_as_filed: tuple[str, ...] = ()
    designation: str = ""
    since: Day | None = None
    until: Day | None = None


@dataclass(frozen=True)
class CasePartyData:
    """A party in its role. id: its name within the case, the party's own id unless it has several roles.

    capacities: pairs of kind and, where the phrase names something, object.
    """

    party: str
    role: str
    id: str = ""
    role_as_filed: str = ""
    name_as_filed: str = ""
    side: str = ""
    capacities: tuple[tuple[str, ...], ...] = ()
    counsel: tuple[CounselData, ...] = ()
    joined: Day | None = None
    terminated: Day | None = None
    does: tuple[int, ...] = ()
    substituted_for: str = ""
    pro_se: bool = False
    offense: str = ""


@dataclass(frozen=True)
class OfficialData:
    name: str
    role: str
    name_as_filed: str = ""
    appointed_by: str = ""
    since: Day | None = None
    until: Day | None = None


@dataclass(frozen=True)
class ExcerptData:
    text: str
    pinpoint: str = ""
    source: str = ""


@dataclass(frozen=True)
class FilingData:
    """A line of the docket.

    links: "kind target" or, for rulings, "kind target outcome". docs: titles, the main document first; where `pdf` is
    set each gets a page or two of its own. then: "seal" or "remove" once it was public, "draft" never to be public.
    """

    id: str
    type: str = ""
    text: str = ""
    filed: Day | None = None
    entered: Day | None = None
    served: Day | None = None
    number: str = ""
    title: str = ""
    short: str = ""
    by: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()
    removed_docs: tuple[int, ...] = ()
    pdf: bool = False
    state: str = "ok"
    excerpts: tuple[ExcerptData, ...] = ()
    proof: Proof | None = None
    then: str = ""
    reason: str = ""


@dataclass(frozen=True)
class EventData:
    """A dated thing that happened to a claim against a party."""

    kind: str
    on: Day | None = None
    filing: str = ""
    response: str = ""
    defenses: tuple[str, ...] = ()
    prejudice: str = ""
    amount: Decimal | None = None
    prevailing: str = ""
    ground: str = ""
    offense: str = ""
    basis: str = "record"
    note: str = ""
    proof: Proof | None = None


@dataclass(frozen=True)
class AgainstData:
    """The claim against one party. now: where it stands, in the words that are derived from the events; a check."""

    party: str
    now: str
    events: tuple[EventData, ...]
    disclosure: str = "shown"


@dataclass(frozen=True)
class ClaimData:
    """A count. filing: the pleading that states it. law: the statute or rule."""

    id: str
    kind: str
    title: str
    against: tuple[AgainstData, ...]
    by: tuple[str, ...] = ()
    filing: str = ""
    label: str = ""
    cause: str = ""
    law: str = ""
    relief: tuple[str, ...] = ()
    amount: Decimal | None = None
    amount_note: str = ""
    carried_from: str = ""
    basis: str = "alleged"


@dataclass(frozen=True)
class HearingData:
    title: str
    on: date
    kind: str = ""
    at: time | None = None
    place: str = ""
    certainty: str = "ordered"
    filing: str = ""
    vacated: bool = False
    outcome: str = ""


@dataclass(frozen=True)
class DeadlineData:
    """Due on `due`, or computed from `trigger_date` by the row `period` of the table of periods."""

    title: str
    party: str = ""
    period: str = ""
    filing: str = ""
    trigger_date: date | None = None
    due: date | None = None
    state: str = "open"
    met_by: str = ""


@dataclass(frozen=True)
class CaseLinkData:
    """to: a case of the same matter; text: the other end in words, where it is not in the record."""

    kind: str
    to: str = ""
    text: str = ""
    on: Day | None = None
    note: str = ""


@dataclass(frozen=True)
class NumberData:
    number: str
    kind: str
    forum: str = ""


@dataclass(frozen=True)
class CaseData:
    """One proceeding, in a file of its own."""

    id: str
    caption: str
    category: str
    forum: str = ""
    docket_number: str = ""
    docket_number_as_filed: str = ""
    caption_short: str = ""
    caption_is_descriptive: bool = False
    caption_kind: str = "adversary"
    case_type: str = ""
    nature_of_suit: int | None = None
    nature_of_suit_as_filed: str = ""
    cause: str = ""
    jurisdiction_basis: str = ""
    jurisdiction_as_filed: str = ""
    jury_demand: str = ""
    demand: str = ""
    amount: Decimal | None = None
    filed: Day | None = None
    terminated: Day | None = None
    status: str = "unknown"
    disposition: str = ""
    mdl_status: str = ""
    flags: tuple[str, ...] = ()
    last_checked: date | None = None
    coverage_note: str = ""
    proof: Proof | None = None
    numbers: tuple[NumberData, ...] = ()
    parties: tuple[CasePartyData, ...] = ()
    officials: tuple[OfficialData, ...] = ()
    filings: tuple[FilingData, ...] = ()
    claims: tuple[ClaimData, ...] = ()
    hearings: tuple[HearingData, ...] = ()
    deadlines: tuple[DeadlineData, ...] = ()
    links: tuple[CaseLinkData, ...] = ()
    summaries: tuple[SummaryData, ...] = ()
    updates: tuple[UpdateData, ...] = ()
