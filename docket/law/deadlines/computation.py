"""The answer: the earliest and the latest last day, the steps to both, and why they differ where they do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from docket.law.deadlines.calendars import CALENDARS
from docket.law.deadlines.count import count
from docket.law.deadlines.dates import clock_repeats
from docket.law.deadlines.errors import DeadlineError
from docket.law.deadlines.interpretation import Reading
from docket.law.deadlines.problem import Problem, problem
from docket.law.deadlines.rules.shape import Option
from docket.law.deadlines.steps import Answer, Moment, Step, day_of, spell
from docket.law.deadlines.units import Unit
from docket.law.deadlines.wording import dated


@dataclass(frozen=True)
class Computation:
    """A computed date is the site's: show it with its rule, and never over a date the court set."""

    rule: str
    rule_version: str
    calendar_version: str
    earliest: Moment  # the safe date
    latest: Moment  # equal to the earliest unless the law is open
    steps: tuple[Step, ...]
    reason: str  # why the two differ; "" when they do not
    earliest_options: Mapping[str, str]  # the answers that lead to the earliest day: choose them to get it alone
    latest_options: Mapping[str, str]
    notes: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """'If so read' introduces the steps that only one of two answers takes."""
        lines = []
        for before, step in zip((None, *self.steps), self.steps, strict=False):
            heading = ""
            if step.answer is not Answer.BOTH and (before is None or before.answer is not step.answer):
                heading = f"{step.answer.value.capitalize()} reading: "
            lines.append(heading + step.text)
        return tuple(lines)

    def as_json(self) -> dict[str, Any]:
        return {
            "rule": self.rule,
            "rule_version": self.rule_version,
            "calendar_version": self.calendar_version,
            "earliest": spell(self.earliest),
            "latest": spell(self.latest),
            "reason": self.reason,
            "earliest_options": dict(self.earliest_options),
            "latest_options": dict(self.latest_options),
            "steps": [step.as_json() for step in self.steps],
            "explanation": " ".join(self.sentences),
            "notes": list(self.notes),
        }


@dataclass(frozen=True)
class Outcome:
    """Where one reading of the rules leads: its steps, of which the last is the day due, and on what it relies."""

    steps: tuple[Step, ...]
    relied_on: Mapping[str, str]
    options: tuple[Option, ...]

    @property
    def due(self) -> Moment:
        return self.steps[-1].at


def compute(
    rule: str,
    trigger: Moment,
    period: int,
    unit: str,
    direction: str = "after",
    *,
    service: str | None = None,
    closed: Iterable[date] = (),
    state_holidays: Iterable[date] = (),
    extension_days: int = 0,
    tz: str | None = None,
    options: Mapping[str, str] | None = None,
    event: str = "",
    next_weekday: int | None = None,
    at: time | None = None,
    text_of: date | None = None,
) -> Computation:
    """The last day (or hour) of a period of `period` units `after` or `before` the trigger.

    `closed`: days on which the clerk's office is inaccessible. `state_holidays`: further holidays at the
    place; under the federal rules they count only in periods after an event. `event`: how the first sentence
    begins ("Served"). `next_weekday`: the period ends on the next such day after its last one (0 is Monday),
    which is not itself moved off a holiday; `at`: at that hour, where `tz` names the court's zone. `text_of`: count
    by the text in force on that day, not on the trigger's. `options`: answers to the rule's open questions.
    Raises DeadlineError, which says what to give instead.
    """
    asked = problem(
        rule,
        trigger,
        period,
        unit,
        direction,
        service=service,
        closed=closed,
        state_holidays=state_holidays,
        extension_days=extension_days,
        tz=tz,
        options=options or {},
        event=event,
        next_weekday=next_weekday,
        at=at,
        text_of=text_of,
    )
    try:
        outcomes = _every_reading(asked, {})
    except OverflowError:
        raise DeadlineError(f"{period} {unit} {direction} {trigger} leaves the years 1 to 9999.") from None
    return _compare(asked, outcomes)


def _every_reading(asked: Problem, tried: Mapping[str, str]) -> list[Outcome]:
    reading = Reading(asked.version, asked.options, tried)
    steps = count(asked, reading)
    if not reading.open:
        return [Outcome(steps, dict(reading.relied_on), asked.version.options)]
    question = reading.open[0]
    return [
        outcome for choice in question.choices for outcome in _every_reading(asked, {**tried, question.name: choice})
    ]


def _compare(asked: Problem, outcomes: list[Outcome]) -> Computation:
    earliest = min(outcomes, key=lambda outcome: outcome.due)
    last = max(outcome.due for outcome in outcomes)
    # of the readings that lead to the latest day, the one that departs least from the earliest
    latest = min((o for o in outcomes if o.due == last), key=lambda o: len(_differing(earliest, o)))
    if earliest.due == latest.due:
        latest = earliest
    return Computation(
        rule=asked.rules.id,
        rule_version=f"{asked.rules.title}, {asked.version.version}",
        calendar_version=CALENDARS[asked.version.calendar].version,
        earliest=earliest.due,
        latest=latest.due,
        steps=_merged(earliest, latest),
        reason=_reason(earliest, latest),
        earliest_options=earliest.relied_on,
        latest_options=latest.relied_on,
        notes=_notes(asked, latest.due),
    )


def _differing(one: Outcome, other: Outcome) -> list[Option]:
    names = [n for n, choice in one.relied_on.items() if other.relied_on.get(n, choice) != choice]
    return [option for option in one.options if option.name in names]


def _merged(earliest: Outcome, latest: Outcome) -> tuple[Step, ...]:
    """The steps both share, then those of the earliest answer alone, then those of the latest."""
    shared = 0
    for one, other in zip(earliest.steps, latest.steps, strict=False):
        if one != other:
            break
        shared += 1
    alone = [replace(step, answer=Answer.EARLIEST) for step in earliest.steps[shared:]]
    alone += [replace(step, answer=Answer.LATEST) for step in latest.steps[shared:]]
    return earliest.steps[:shared] + tuple(alone)


def _reason(earliest: Outcome, latest: Outcome) -> str:
    if earliest.due == latest.due:
        return ""
    lines = []
    for option in _differing(earliest, latest):
        one, other = earliest.relied_on[option.name], latest.relied_on[option.name]
        lines.append(
            f"{option.question} ({option.cite}): {dated(earliest.due, weekday=True)} {option.choices[one]}, "
            f"{dated(latest.due, weekday=True)} {option.choices[other]}."
        )
    return " ".join(lines)


def _notes(asked: Problem, latest: Moment) -> tuple[str, ...]:
    version, calendar = asked.version, CALENDARS[asked.version.calendar]
    notes = [version.note]
    if asked.unit is not Unit.HOURS and version.ends:
        notes.insert(0, f"{version.ends} ({version.cites.ends}).")
    if day_of(asked.trigger) < version.in_force:
        notes.append(f"Counted by the oldest text held, in force from {dated(version.in_force)}; the trigger is older.")
    notes += [_twice(what, moment) for what, moment in (("event", asked.trigger), ("end", latest))]
    if day_of(latest).year > calendar.verified_on.year + 1:
        notes.append(f"Holidays are taken from the law as it stood on {dated(calendar.verified_on)}.")
    return tuple(note for note in notes if note)


def _twice(what: str, moment: Moment) -> str:
    """That the clock time came twice that day, and which of the two is meant; "" otherwise."""
    if not isinstance(moment, datetime) or moment.tzinfo is None or not clock_repeats(moment):
        return ""
    which = "second, after" if moment.fold else "first, before"
    return (
        f"{moment:%H:%M} came twice on {dated(day_of(moment))}, as the clocks went back: the {what} is taken to be the "
        f"{which} the change."
    )
