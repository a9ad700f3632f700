"""What is to be computed, checked: every input that cannot be computed stops here with its remedy."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from docket.law.deadlines.dates import clock_exists
from docket.law.deadlines.errors import DeadlineError, unknown
from docket.law.deadlines.rules import SERVICE_ALIASES, rule_set
from docket.law.deadlines.rules.shape import BOTH, Addition, RuleSet, RuleVersion, option_named
from docket.law.deadlines.steps import Moment, day_of
from docket.law.deadlines.units import Direction, Unit

LONGEST = 50_000  # in any unit; a longer period is a slip of the keyboard


@dataclass(frozen=True)
class Problem:
    rules: RuleSet
    version: RuleVersion
    trigger: Moment
    n: int
    unit: Unit
    direction: Direction
    service: str  # "" when no method of service matters
    extension_days: int
    closed: frozenset[date]
    state_holidays: frozenset[date]
    options: Mapping[str, str]
    event: str
    next_weekday: int | None = None
    at: time | None = None
    zone: ZoneInfo | None = None

    @property
    def addition(self) -> Addition | None:
        return self.version.additions[self.service] if self.service else None


def problem(
    rule: str,
    trigger: Moment,
    period: int,
    unit: str,
    direction: str,
    *,
    service: str | None,
    closed: Iterable[date],
    state_holidays: Iterable[date],
    extension_days: int,
    tz: str | None,
    options: Mapping[str, str],
    event: str,
    next_weekday: int | None = None,
    at: time | None = None,
    text_of: date | None = None,
) -> Problem:
    """Raises DeadlineError for anything unknown, impossible or out of range."""
    rules = rule_set(rule)
    if unit not in list(Unit):
        raise unknown("unit", unit, Unit)
    if direction not in list(Direction):
        raise unknown("direction", direction, Direction)
    if not 1 <= period <= LONGEST:
        raise DeadlineError(f"A period of {period} {unit} cannot be counted: give a number from 1 to {LONGEST}.")
    if not 0 <= extension_days <= LONGEST:
        raise DeadlineError(f"An extension of {extension_days} days cannot be added: give 0 to {LONGEST}.")
    start = _hour(trigger, tz) if unit == Unit.HOURS else _day(trigger, tz)
    version = rules.on(text_of or day_of(start))
    method = _method(version, service)
    return Problem(
        rules=rules,
        version=version,
        trigger=start,
        n=period,
        unit=Unit(unit),
        direction=Direction(direction),
        service=method,
        extension_days=extension_days,
        closed=frozenset(closed),
        state_holidays=frozenset(state_holidays),
        options=_options(version, options),
        event=event or ("Served" if method else "Counted from"),
        next_weekday=next_weekday,
        at=at,
        zone=_zone(tz) if tz is not None else None,
    )


def words(name: str) -> str:
    return name.replace("_", " ")


def _zone(tz: str) -> ZoneInfo:
    try:
        return ZoneInfo(tz)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise DeadlineError(
            f"Unknown time zone {tz!r}. Use a name of the IANA list: America/Denver, America/New_York, UTC."
        ) from None


def _hour(trigger: Moment, tz: str | None) -> datetime:
    if not isinstance(trigger, datetime):
        raise DeadlineError(
            f"A period in hours starts at a clock time: give the trigger as {trigger.isoformat()}T14:30."
        )
    if tz is None:
        raise DeadlineError("A period in hours needs the court's time zone: for example America/Denver.")
    zone = _zone(tz)
    if trigger.tzinfo is not None:
        return trigger.astimezone(zone)
    local = trigger.replace(tzinfo=zone)
    if not clock_exists(local):
        raise DeadlineError(f"{trigger.isoformat()} does not exist in {tz}: the clocks go forward over it.")
    return local


def _day(trigger: Moment, tz: str | None) -> date:
    zone = _zone(tz) if tz is not None else None
    if isinstance(trigger, datetime):
        if trigger.tzinfo is None:
            return trigger.date()
        if zone is None:
            raise DeadlineError("A trigger with an offset from UTC needs the court's time zone to be put on a day.")
        return trigger.astimezone(zone).date()
    return trigger


def _method(version: RuleVersion, service: str | None) -> str:
    if not service:
        return ""
    name = service.strip().lower().replace("-", "_").replace(" ", "_")
    name = SERVICE_ALIASES.get(name, name)
    if name not in version.additions:
        raise unknown("method of service", service, version.additions or ["(this rule adds no days for service)"])
    return name


def _options(version: RuleVersion, options: Mapping[str, str]) -> dict[str, str]:
    for name, choice in options.items():
        choices = (*option_named(version, name).choices, BOTH)
        if choice not in choices:
            raise unknown(f"answer to the option {name}", choice, choices)
    return dict(options)
