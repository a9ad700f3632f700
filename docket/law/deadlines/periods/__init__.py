"""The table of periods: what follows from a filing, an order or an award, in which forums, by which rule."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache

from docket.law.deadlines.computation import Computation, compute
from docket.law.deadlines.errors import unknown
from docket.law.deadlines.jurisdictions import rows
from docket.law.deadlines.periods.shape import Period, Purpose, Tolling, Trigger

__all__ = [
    "PERIODS",
    "Period",
    "Purpose",
    "Tolling",
    "Trigger",
    "by_id",
    "compute_period",
    "for_trigger",
    "not_yet_held",
    "purpose_of",
]

PERIODS: tuple[Period, ...] = tuple(rows("periods"))


def by_id(id: str, on: date | None = None) -> Period:
    """The row of that id for a trigger on that day; without a day, or outside all rows, the last."""
    same = [period for period in PERIODS if period.id == id]
    if not same:
        raise unknown("period", id, dict.fromkeys(period.id for period in PERIODS))
    held = [period for period in same if on is not None and period.in_force(on)]
    return held[0] if held else same[-1]


def purpose_of(id: str) -> Purpose | None:
    """What must be done within the period of that id; None for "" and for what is not in the table."""
    return _purposes().get(id)


@cache
def _purposes() -> dict[str, Purpose]:
    return {period.id: period.purpose for period in PERIODS}


def for_trigger(
    rule_set: str, trigger: Trigger, on: date, court: str = "", filing_type: str = ""
) -> tuple[Period, ...]:
    """What a trigger on that day starts in a forum of this rule set, in the order of the table.

    court: the forum's slug, whose local rules count too. filing_type: of the filing that is the trigger.
    """
    held = (period for period in _rows(rule_set, trigger) if period.in_force(on))
    return tuple(period for period in held if period.is_for(court, filing_type))


def not_yet_held(rule_set: str, trigger: Trigger, on: date, court: str = "") -> tuple[Period, ...]:
    """What the trigger starts in later years, where the text that was in force on that day is not held."""
    held = {period.id for period in for_trigger(rule_set, trigger, on, court)}
    newest_first = sorted(_rows(rule_set, trigger), key=lambda period: period.first, reverse=True)
    oldest = {period.id: period for period in newest_first}
    return tuple(
        period for period in oldest.values() if period.id not in held and on < period.first and period.is_for(court)
    )


@cache
def _rows(rule_set: str, trigger: Trigger) -> tuple[Period, ...]:
    held = (period for period in PERIODS if rule_set in period.forums and period.trigger is trigger)
    return tuple(period for period in held if period.id not in _instead())


@cache
def _instead() -> frozenset[str]:
    """Those that start in the place of another one only, where the United States is a party."""
    return frozenset(period.united_states for period in PERIODS if period.united_states)


def compute_period(
    period: Period,
    trigger: date | datetime,
    *,
    service: str | None = None,
    closed: Iterable[date] = (),
    state_holidays: Iterable[date] = (),
    extension_days: int = 0,
    tz: str | None = None,
    options: Mapping[str, str] | None = None,
) -> Computation:
    """The period counted by its rule set; the method of service counts only where it runs from service."""
    return compute(
        period.counted_by,
        trigger,
        period.n,
        period.unit,
        period.direction,
        service=service if period.service_adds else None,
        closed=closed,
        state_holidays=state_holidays,
        extension_days=extension_days,
        tz=tz,
        options=options,
        event=period.trigger.said,
        next_weekday=period.next_weekday,
        at=period.at,
    )
