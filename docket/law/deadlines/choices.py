"""The tables of deadlines as choices of the forms. Functions, so that another jurisdiction is data and no migration."""

from docket.law.deadlines.calendars import CALENDARS
from docket.law.deadlines.periods import PERIODS, Trigger
from docket.law.deadlines.rules import RULE_SETS
from docket.law.deadlines.units import Direction, Unit


def period_rules() -> list[tuple[str, str]]:
    """The periods of the table by id, the newest row's words."""
    rows = {period.id: period for period in PERIODS}
    return [(period.id, f"{period.title} ({period.rule})") for period in rows.values()]


def rule_sets() -> list[tuple[str, str]]:
    """The rules for counting time."""
    return [(rules.id, rules.title) for rules in RULE_SETS.values()]


def holiday_calendars() -> list[tuple[str, str]]:
    """The calendars of holidays as pairs for a form: the id and the title."""
    return [(calendar.id, calendar.title) for calendar in CALENDARS.values()]


def trigger_kinds() -> list[tuple[str, str]]:
    """The events that periods run from."""
    return [(trigger.value, trigger.value.replace("_", " ").capitalize()) for trigger in Trigger]


def units() -> list[tuple[str, str]]:
    """What a period is counted in."""
    return [(unit.value, unit.value.replace("_", " ")) for unit in Unit]


def directions() -> list[tuple[str, str]]:
    """After an event or before one."""
    return [(direction.value, direction.value) for direction in Direction]


def service_methods() -> list[tuple[str, str]]:
    """Every method of service that a rule set knows."""
    methods = dict.fromkeys(
        method for rules in RULE_SETS.values() for version in rules.versions for method in version.additions
    )
    return [(method, method.replace("_", " ").capitalize()) for method in methods]
