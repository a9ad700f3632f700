"""From the columns of a deadline or proposal to its days, with the zone and the closed days of its forum."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from typing import Any

from docket.choices import ForumSystem
from docket.law.deadlines import Computation, DeadlineError, compute
from docket.law.deadlines.calendars import CALENDARS
from docket.law.deadlines.periods import Period, Trigger, by_id
from docket.law.deadlines.rules import rule_set
from docket.law.deadlines.rules.shape import RuleVersion
from docket.law.deadlines.steps import Moment, day_of
from docket.law.deadlines.units import Direction, Unit
from docket.law.places import place_named
from docket.models import Deadline, DeadlineProposal, Forum, ForumClosure
from docket.models.parts.forum_zones import zone_of

# What goes into a computation; the rest of `Counted` comes out of it.
INPUTS = (
    *("rule", "citation", "counted_by", "trigger_kind", "trigger_date", "trigger_time"),
    *("period", "unit", "direction", "service", "extension_days", "options"),
)

Row = Deadline | DeadlineProposal


class Place:
    """What a forum gives to a computation: its zone, its State, the days on which it was closed."""

    def __init__(self, forum: Forum | None) -> None:
        self.zone = zone_of(forum)
        self.forum = forum

    @cached_property
    def closed(self) -> frozenset[date]:
        """The forum's own closed days and those of the forum that it is a part of."""
        forums = [pk for pk in (self.forum.pk, self.forum.parent_id) if pk] if self.forum else []
        closures = ForumClosure.objects.filter(forum__in=forums).order_by() if forums else ForumClosure.objects.none()
        return frozenset(closures.values_list("day", flat=True))

    def state(self, version: RuleVersion) -> str:
        """The answer to the option `state`: by the forum's own calendar if it is a State's, else by where it sits."""
        if self.forum is None:
            return ""
        for answer, calendar in version.state_calendars.items():
            if self.forum.holiday_calendar == calendar:
                return answer
        at = {CALENDARS[calendar].place: answer for answer, calendar in version.state_calendars.items()}
        return at.get(self.forum.jurisdiction, "")

    def state_not_held(self, version: RuleVersion) -> str:
        """The State where a federal court sits, if its holidays count and no calendar of them is held."""
        if self.forum is None or not version.state_calendars or self.state(version):
            return ""
        sits_in = place_named(self.forum.jurisdiction) if self.forum.system == ForumSystem.FEDERAL else None
        return sits_in.name if sits_in else ""


def inputs_of(period: Period, trigger_date: date) -> dict[str, Any]:
    """The columns that a row of the table of periods gives."""
    return {
        "rule": period.id,
        "citation": period.rule,
        "counted_by": period.counted_by,
        "trigger_kind": period.trigger.value,
        "trigger_date": trigger_date,
        "period": period.n,
        "unit": period.unit.value,
        "direction": period.direction.value,
    }


def count(row: Row, place: Place, *, leaving_open: bool = False) -> Computation:
    """Count what the row's own columns say. Raises DeadlineError, which says what to give instead.

    leaving_open: as if nobody had answered what the law leaves open.
    """
    if not (row.counted_by and row.trigger_date and row.period and row.unit):
        raise DeadlineError("Counting needs a rule, a day to count from, a period and its unit.")
    ends = by_id(row.rule, row.trigger_date) if row.rule else None
    return compute(
        row.counted_by,
        _moment(row.trigger_date, row),
        row.period,
        row.unit,
        row.direction or "after",
        service=row.service if _service_adds(row) else None,
        closed=place.closed,
        extension_days=row.extension_days,
        tz=place.zone.key,
        options=_options(row, place, leaving_open),
        event=Trigger(row.trigger_kind).said if row.trigger_kind else "",
        next_weekday=ends.next_weekday if ends else None,
        at=ends.at if ends else None,
    )


def fill(row: Row, place: Place) -> None:
    """Count, and put the answer into the row's columns. Raises DeadlineError."""
    answer = count(row, place)
    row.earliest, row.latest = day_of(answer.earliest), day_of(answer.latest)
    row.due_at = answer.earliest if isinstance(answer.earliest, datetime) else None
    row.steps = [step.as_json() for step in answer.steps]
    # what is open stays on the record also where staff have chosen
    row.reason = answer.reason or (count(row, place, leaving_open=True).reason if row.options else "")
    row.notes = [*answer.notes, *_note_of_state(row, place), *_note_of_period(row)]
    row.rule_version, row.calendar_version = answer.rule_version, answer.calendar_version


def copy_inputs(source: Row, target: Row) -> None:
    """Take over what goes into a computation."""
    for name in INPUTS:
        setattr(target, name, getattr(source, name))


def knows_service(counted_by: str, on: date, method: str) -> bool:
    """Whether a rule set adds days, or none, for that method of service."""
    return method in rule_set(counted_by).on(on).additions


def _moment(day: date, row: Row) -> Moment:
    if row.unit != Unit.HOURS:
        return day
    if row.trigger_time is None:
        raise DeadlineError("A period in hours starts at a clock time: give the time of the event.")
    return datetime.combine(day, row.trigger_time)


def _service_adds(row: Row) -> bool:
    """Staff's own period follows the method that they gave; one of the table only where it runs from service."""
    return bool(row.service) and (not row.rule or by_id(row.rule, row.trigger_date).service_adds)


def _options(row: Row, place: Place, leaving_open: bool) -> dict[str, str]:
    version = _version(row)
    known = {option.name: option for option in version.options}
    options: dict[str, str] = dict(row.options)
    if leaving_open:
        options = {name: choice for name, choice in options.items() if name in known and known[name].default}
    if state := place.state(version):
        options.setdefault("state", state)
    return options


def _note_of_state(row: Row, place: Place) -> list[str]:
    missing = place.state_not_held(_version(row)) if row.direction != Direction.BEFORE else ""
    told = f"The holidays of {missing} are not held here: where one falls on the last day, time runs on."
    return [told] if missing else []


def _version(row: Row) -> RuleVersion:
    return rule_set(row.counted_by).on(row.trigger_date or date.min)


def _note_of_period(row: Row) -> list[str]:
    note = by_id(row.rule, row.trigger_date).note if row.rule else ""
    return [note] if note else []
