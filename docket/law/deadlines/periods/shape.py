"""What the table of periods is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import NamedTuple

from docket.law.deadlines.marks import Mark
from docket.law.deadlines.units import Direction, Unit


class Trigger(StrEnum):
    """The events that periods run from; `said` begins the first sentence of a computation."""

    SUMMONS_SERVED = "summons_served"
    SUMMONS_MAILED = "summons_mailed"  # California substituted service: complete ten days after the mailing
    WAIVER_REQUEST_SENT = "waiver_request_sent"
    COMPLAINT_FILED = "complaint_filed"
    COUNTERCLAIM_SERVED = "counterclaim_served"
    REPLY_ORDER_SERVED = "reply_order_served"
    US_ATTORNEY_SERVED = "us_attorney_served"
    SERVED_BEFORE_REMOVAL = "served_before_removal"
    REMOVED_UNANSWERED = "removed_unanswered"
    RULE_12_MOTION_DECIDED = "rule_12_motion_decided"
    MORE_DEFINITE_STATEMENT_SERVED = "more_definite_statement_served"
    PLEADING_SERVED_BY_PARTY = "pleading_served_by_party"  # the party's own pleading
    RESPONSE_SERVED = "response_served"  # a responsive pleading or a motion under Rule 12(b), (e) or (f)
    AMENDED_PLEADING_SERVED = "amended_pleading_served"
    ANSWER_SERVED_BY_PARTY = "answer_served_by_party"
    LAST_PLEADING_SERVED = "last_pleading_served"
    MOTION_SERVED = "motion_served"
    OPPOSITION_SERVED = "opposition_served"
    HEARING = "hearing"
    SUMMARY_JUDGMENT_HEARING = "summary_judgment_hearing"
    JUDGMENT_ENTERED = "judgment_entered"
    TOLLING_MOTION_DECIDED = "tolling_motion_decided"
    REMOVABLE_PLEADING_RECEIVED = "removable_pleading_received"
    NOTICE_OF_REMOVAL_FILED = "notice_of_removal_filed"
    BANKRUPTCY_PETITION_FILED = "bankruptcy_petition_filed"
    CREDITORS_MEETING = "creditors_meeting"
    PETITION_DOCKETED = "petition_docketed"
    NOTICE_OF_ENTRY_SERVED = "notice_of_entry_served"
    AWARD_MADE = "award_made"
    AWARD_DELIVERED = "award_delivered"
    DEATH = "death"
    CITATION_RECEIVED = "citation_received"
    ARBITRATION_NOTICE_SENT = "arbitration_notice_sent"
    ARBITRATION_CLAIM_SERVED = "arbitration_claim_served"
    ARBITRATION_REQUEST_RECEIVED = "arbitration_request_received"
    ARBITRATION_COUNTERCLAIM_RECEIVED = "arbitration_counterclaim_received"
    ARBITRATION_COMMENCED = "arbitration_commenced"

    @property
    def said(self) -> str:
        return SAID.get(self, self.value.replace("_", " ").capitalize())


SAID = {
    Trigger.SUMMONS_SERVED: "Served",
    # the record tells of a service; that it was the one on the U.S. attorney is for staff to check
    Trigger.US_ATTORNEY_SERVED: "Served",
    Trigger.SERVED_BEFORE_REMOVAL: "Served",
    Trigger.REMOVED_UNANSWERED: "Notice of removal filed",
    Trigger.HEARING: "Hearing on",
    Trigger.SUMMARY_JUDGMENT_HEARING: "Hearing on",
    Trigger.TOLLING_MOTION_DECIDED: "Order on the motion entered",
    Trigger.DEATH: "Died",
}


class Purpose(StrEnum):
    """What must be done; periods of one purpose take each other's place when a case moves to another forum."""

    ACTION = "action"
    AMEND = "amend"
    AMEND_JUDGMENT = "amend_judgment"
    ANSWER = "answer"
    APPEAL = "appeal"
    CLAIM = "claim"
    CONFIRM = "confirm"
    CONTEST = "contest"
    FEES = "fees"
    JMOL = "jmol"
    JURY = "jury"
    MOTION = "motion"
    NEW_TRIAL = "new_trial"
    OBJECT = "object"
    OPPOSITION = "opposition"
    PETITION = "petition"
    RELIEF = "relief"
    REMAND = "remand"
    REMOVAL = "removal"
    REPLY = "reply"
    REPLY_TO_ANSWER = "reply_to_answer"
    SERVICE = "service"
    THIRD_PARTY = "third_party"
    VACATE = "vacate"
    WAIVER = "waiver"


class Source(NamedTuple):
    """How well a row was verified, and in which copy of the text."""

    mark: Mark
    where: str


@dataclass(frozen=True)
class Tolling:
    """Motions that suspend a period: once the last of them is decided another one runs from that order.

    motions: types of filing, each with the id of the period within which it must be filed. ends_it: types of motion
    that, where they are granted, leave nothing to run again (a new trial: no judgment).
    """

    cite: str
    motions: Mapping[str, str]
    runs_again: str
    ends_it: tuple[str, ...] = ()


CHECK_THE_RULE = "Check the rule: its text could not be confirmed."
FIELD = Source(Mark.UNCONFIRMED, "common knowledge of the field")


@dataclass(frozen=True)
class Period:
    """One row: so many units after (or before) the trigger, by which rule, counted by which rule set."""

    id: str
    n: int
    unit: Unit
    trigger: Trigger
    rule: str  # the citation that sets the period
    title: str
    source: Source
    counted_by: str  # id of the rule set that counts it
    purpose: Purpose
    direction: Direction = Direction.AFTER
    service_adds: bool = False  # runs from being served with a filing, so the method of service may add days
    proposed_in: tuple[str, ...] = ()  # rule sets of the forums where it is proposed; empty: `counted_by`
    first: date = date.min  # triggers from … to … (a changed period is two rows of the same id)
    last: date = date.max
    note: str = ""
    on_request: str = ""  # in which cases it holds; then it is proposed only when staff ask
    dates: tuple[str, ...] = ()  # the filing's dates from which it runs, the first known; empty: those of the trigger
    tolled_by: Tolling | None = None
    courts: tuple[str, ...] = ()  # the forums, by slug, that made the rule; empty: every one of the rule set
    motions: tuple[str, ...] = ()  # only for these types of filing; empty: whatever its trigger
    not_motions: tuple[str, ...] = ()  # not for these
    next_weekday: int | None = None  # the period ends on the next such weekday after its last day (Monday: 0)
    at: time | None = None  # and at that hour of the forum's clock
    united_states: str = ""  # the period that holds in its place for the United States, its agency or officer

    @property
    def forums(self) -> tuple[str, ...]:
        return self.proposed_in or (self.counted_by,)

    @property
    def condition(self) -> str:
        """Why it is proposed only when staff ask; "" where it is proposed by itself."""
        unconfirmed = CHECK_THE_RULE if self.source.mark is Mark.UNCONFIRMED else ""
        return " ".join(words for words in (self.on_request, unconfirmed) if words)

    def is_for(self, court: str, filing_type: str = "") -> bool:
        """Whether it is proposed in that forum, and from that type of filing; "" for a trigger that is no filing."""
        if self.courts and court not in self.courts:
            return False
        if not filing_type:
            return True
        return filing_type not in self.not_motions and (not self.motions or filing_type in self.motions)

    def in_force(self, day: date) -> bool:
        return self.first <= day <= self.last
