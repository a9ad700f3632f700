"""The steps of a computation as data, enough to walk them again without rule or calendar."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Any, NamedTuple

from docket.law.deadlines.dates import DAY, add_hours, add_months
from docket.law.deadlines.units import Direction, Unit

Moment = date | datetime  # a datetime only where the period is in hours; then aware, in the court's zone


class Kind(StrEnum):
    EVENT = "event"
    FIRST_DAY = "first_day"
    COUNT = "count"
    ROLL = "roll"
    ADD = "add"
    CLOSED = "closed"
    DUE = "due"


class Answer(StrEnum):
    """Which of the two answers a step belongs to."""

    BOTH = "both"
    EARLIEST = "earliest"
    LATEST = "latest"


class Passed(NamedTuple):
    """A day that was passed over, and why: a weekday's name, a holiday, a closed office."""

    day: date
    why: str


@dataclass(frozen=True)
class Step:
    kind: Kind
    at: Moment  # where this step arrives
    text: str = ""
    cite: str = ""
    n: int = 0
    unit: Unit = Unit.DAYS
    direction: Direction = Direction.AFTER
    passed: tuple[Passed, ...] = ()
    answer: Answer = Answer.BOTH

    def as_json(self) -> dict[str, Any]:
        row = asdict(self)
        row["at"] = spell(self.at)
        row["passed"] = [{"day": day.isoformat(), "why": why} for day, why in self.passed]
        return row


def spell(moment: Moment) -> str:
    """2022-03-08, or 2007-11-05T09:23 in the court's own clock time."""
    if isinstance(moment, datetime):
        clock = moment.replace(tzinfo=None)
        return clock.isoformat(timespec="seconds" if clock.second else "minutes")
    return moment.isoformat()


def move(moment: Moment, days: int) -> Moment:
    """Whole days, keeping the clock time."""
    if isinstance(moment, datetime):
        moved = (moment.replace(tzinfo=None) + timedelta(days=days)).replace(tzinfo=moment.tzinfo)
        return add_hours(moved, 0)  # a clock time that does not exist that day becomes the one an hour on
    return moment + DAY * days


def move_to(moment: Moment, day: date) -> Moment:
    """To another day in one step: a day between on which the clock time does not exist leaves it as it is."""
    return move(moment, (day - day_of(moment)).days)


def day_of(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def recompute(steps: tuple[Step, ...], answer: Answer) -> Moment:
    """Walk the steps of one answer again, from the event on, and return where they arrive."""
    walked = [step for step in steps if step.answer in (Answer.BOTH, answer)]
    at = walked[0].at
    for before, step in pairwise(walked):
        if before.kind is Kind.FIRST_DAY:
            at = move(at, -step.direction.sign)  # day 1 is part of the count
        at = _replay(at, step)
    return at


def _replay(at: Moment, step: Step) -> Moment:
    passed = {day for day, _ in step.passed}
    n = step.n * step.direction.sign
    match step.kind:
        case Kind.FIRST_DAY:
            return _advance(at, 1, step.direction.sign, passed)
        case Kind.COUNT | Kind.ADD if step.unit is Unit.HOURS and isinstance(at, datetime):
            return add_hours(at, n)
        case Kind.COUNT | Kind.ADD if step.unit in (Unit.MONTHS, Unit.YEARS):
            return add_months(day_of(at), n * (12 if step.unit is Unit.YEARS else 1))
        case Kind.COUNT | Kind.ADD:
            return _advance(at, step.n * (7 if step.unit is Unit.WEEKS else 1), step.direction.sign, passed)
        case Kind.ROLL | Kind.CLOSED:
            return move_to(at, _past(day_of(at), step.direction.sign, passed))
        case Kind.DUE if isinstance(step.at, datetime) and not isinstance(at, datetime):
            return datetime.combine(at, step.at.time(), step.at.tzinfo)
    return at


def _advance(at: Moment, days: int, sign: int, passed: set[date]) -> Moment:
    day = day_of(at)
    for _ in range(days):
        day = _past(day + DAY * sign, sign, passed)
    return move_to(at, day)


def _past(day: date, sign: int, passed: set[date]) -> date:
    while day in passed:
        day += DAY * sign
    return day
