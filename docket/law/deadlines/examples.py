"""Worked examples of a rule or a period, each with where it comes from; the tests count every one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from docket.law.deadlines.computation import Computation, compute
from docket.law.deadlines.periods import by_id, compute_period
from docket.law.deadlines.units import Direction, Unit


@dataclass(frozen=True)
class Example:
    """`due`: the day by the earliest reading. of: the id of a rule set, with `n` and `unit`, or that of a period.

    source: the committee note or guide that works it, or "derived" with the words of the rule that decide it.
    """

    of: str
    trigger: date
    due: date
    source: str
    n: int = 0
    unit: Unit = Unit.DAYS
    direction: Direction = Direction.AFTER
    service: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    closed: tuple[date, ...] = ()
    state_holidays: tuple[date, ...] = ()

    def counted(self) -> Computation:
        """What the rules here make of it."""
        given = {"service": self.service or None, "closed": self.closed, "state_holidays": self.state_holidays}
        if self.n:
            return compute(
                self.of,
                self.trigger,
                self.n,
                self.unit,
                self.direction,
                options=self.options,
                **given,  # type: ignore[arg-type]
            )
        period = by_id(self.of, self.trigger)
        return compute_period(period, self.trigger, options=self.options, **given)  # type: ignore[arg-type]


def worked(of: str, rule: str, *days: tuple[str, str, str]) -> tuple[Example, ...]:
    """Examples of a period, derived from its rule: (trigger, due, what decides the day), days as “2026-05-27”."""
    return tuple(
        Example(of, date.fromisoformat(trigger), date.fromisoformat(due), f"derived from {rule}: {why}")
        for trigger, due, why in days
    )
