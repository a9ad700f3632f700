"""A period that follows from a filing, a service or a hearing, before it is counted; and what could not be followed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from docket.law.deadlines.periods import Period, Purpose
from docket.models import CaseParty, Filing, Hearing

Key = tuple[str, str, int | None, int | None, int | None]


@dataclass(frozen=True)
class Following:
    """A period that runs from a day, for a party or (None) for all or for whom the record does not tell.

    condition: in which cases it holds, where the record does not tell. suspended_by: the motion while whose fate is
    open it does not run. instead_of: what would follow but for a removal or an order on such a motion.
    """

    period: Period
    trigger_date: date
    case_party: CaseParty | None = None
    trigger: Filing | None = None
    hearing: Hearing | None = None
    condition: str = ""
    suspended_by: Filing | None = None
    instead_of: Following | None = None

    @property
    def on_request(self) -> str:
        """In which cases it holds, where it is not proposed by itself."""
        return self.condition or self.period.condition

    @property
    def purpose(self) -> Purpose:
        """What must be done by the day, such as to answer or to appeal."""
        return self.period.purpose

    @property
    def key(self) -> Key:
        """What makes it the same one: the period, its trigger, and for whom."""
        return (
            self.period.id,
            self.period.trigger.value,
            self.trigger.pk if self.trigger else None,
            self.hearing.pk if self.hearing else None,
            self.case_party.pk if self.case_party else None,
        )


@dataclass
class Found:
    """What follows, and in words for staff what may follow and is not proposed."""

    followings: list[Following] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def __add__(self, other: Found) -> Found:
        return Found(self.followings + other.followings, self.told + other.told)

    def with_followings(self, followings: Iterable[Following], *told: str) -> Found:
        """The same words, and these, with other followings."""
        return Found(list(followings), [*self.told, *told])
