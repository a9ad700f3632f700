"""What a rule for counting time is made of. Rules are dated: a rule set is a row of versions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from docket.law.deadlines.errors import unknown
from docket.law.deadlines.marks import Mark
from docket.law.deadlines.units import Unit

BOTH = "both"  # every option may be answered so: compute with each answer and give the earliest and latest


@dataclass(frozen=True)
class Option:
    """A question that the rule leaves open, or that staff must answer.

    Without a default the law is open: both answers are computed. `name=choice` decides, `name=both` reopens.
    """

    name: str
    choices: Mapping[str, str]  # each answer, and how a sentence ends with it: "3 Jul if it is none"
    question: str
    cite: str
    default: str | None = None


@dataclass(frozen=True)
class Addition:
    """Days that a method of service adds; where `option` is named, only if it is answered 'adds'."""

    n: int
    unit: Unit
    cite: str
    option: str = ""


class Order(StrEnum):
    """When added days are added: to the period, or after it has expired on a working day."""

    INTO_PERIOD = "add_then_roll"
    AFTER_EXPIRY = "roll_then_add"


@dataclass(frozen=True)
class Cites:
    """The paragraph behind each step."""

    first_day: str = ""
    every_day: str = ""
    last_day: str = ""
    hours: str = ""
    short_period: str = ""
    working_days: str = ""
    closed: str = ""
    ends: str = ""


@dataclass(frozen=True)
class RuleVersion:
    version: str  # what a lawyer would call this text: "as amended 1 Dec 2016"
    in_force: date
    calendar: str
    cites: Cites
    mark: Mark
    source: str
    until: date | None = None
    additions: Mapping[str, Addition] = field(default_factory=dict)  # by method of service
    adds_before: bool = False  # also in a period counted back from an event
    order: Order = Order.AFTER_EXPIRY
    short_period: int = 0  # periods of so many days or fewer leave weekends and holidays out
    starts_on_business_day: bool = False
    closed_is_holiday: bool = False  # a closed office makes the day a holiday, rather than extending the last day
    state_holidays_before: bool = True  # False: holidays of the state count only in periods after an event
    state_calendars: Mapping[str, str] = field(default_factory=dict)  # choice of the option `state` → calendar
    options: tuple[Option, ...] = ()
    ends: str = ""  # when the last day ends, as a sentence
    note: str = ""


@dataclass(frozen=True)
class RuleSet:
    id: str
    title: str
    versions: tuple[RuleVersion, ...]  # oldest first
    working_day: str = "court day"
    categories: tuple[str, ...] = ()  # the kinds of case that they are for, where others are not; empty: civil ones

    def on(self, day: date) -> RuleVersion:
        """The version in force on that day; before the oldest one held, the oldest."""
        held = [version for version in self.versions if version.in_force <= day]
        return held[-1] if held else self.versions[0]


def option_named(version: RuleVersion, name: str) -> Option:
    for option in version.options:
        if option.name == name:
            return option
    raise unknown("option", name, [option.name for option in version.options] or ["(this rule has no options)"])
