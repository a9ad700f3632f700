"""The sentences of a computation: what a lawyer would write in the margin, one per step."""

from collections.abc import Sequence
from datetime import date, datetime

from docket.law.deadlines.problem import Problem, words
from docket.law.deadlines.steps import Moment, Passed, day_of
from docket.law.deadlines.units import Direction, Unit

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKEND = ("Saturday", "Sunday")


def dated(moment: Moment, *, year: int | None = None, weekday: bool = False, zone: bool = True) -> str:
    """'8 Mar 2022'; 'Tue 8 Mar' with its weekday and where `year` is its year; timed: 'at 10:23 (UTC)'."""
    day = day_of(moment)
    text = f"{day.day} {MONTHS[day.month - 1]}"
    if weekday:
        text = f"{WEEKDAYS[day.weekday()][:3]} {text}"
    if day.year != year:
        text = f"{text} {day.year}"
    if isinstance(moment, datetime):
        text = f"{text} at {moment:%H:%M}" + f" ({moment.tzinfo})" * zone
    return text


class Wording:
    """Sentences for one problem; years are left out while they are the trigger's."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._year = day_of(problem.trigger).year
        self._back = problem.direction is Direction.BEFORE

    def short(self, moment: Moment, *, weekday: bool = False) -> str:
        return dated(moment, year=self._year, weekday=weekday, zone=False)

    def event(self) -> str:
        return f"{self._problem.event} {dated(self._problem.trigger)}."

    def first_day(self, day: date, passed: Sequence[Passed], cite: str) -> str:
        start = f"Counting back, day 1 is {self.short(day)}" if self._back else f"Day 1 is {self.short(day)}"
        if passed:
            start = f"Day 1 is {self.short(day, weekday=True)}, as {self.listed(passed)} "
            one = self._problem.rules.working_day
            start += f"is no {one}" if len(passed) == 1 else f"are no {one}s"
        return f"{start}{_cited(cite)}."

    def last_day(self, day: date, why_not: str, doubt: str, clamped: bool) -> str:
        """'Day 21 is 8 Mar, a Tuesday and no holiday.'"""
        if self._problem.n == 1 and self._problem.unit is Unit.DAYS:
            return f"Day 1 is also the last, {kind_of_day(day, why_not, doubt)}."
        kind = kind_of_day(day, why_not, doubt) + " (the last day of a shorter month)" * clamped
        return f"{self._name_of_last_day()} is {self.short(day)}, {kind}."

    def working_days(self, day: date, passed: Sequence[Passed], cite: str) -> str:
        """'Court day 9 is Mon 23 Feb; weekends and Lincoln Day (12 Feb) are not counted (CCP 135).'"""
        n, name = self._problem.n, self._problem.rules.working_day
        start = f"{name.capitalize()} {n} is {self.short(day, weekday=True)}"
        if self._problem.unit is not Unit.COURT_DAYS:
            start = f"Day {n} is {self.short(day, weekday=True)}"
        if n == 1:
            start = "Day 1 is also the last"
        return f"{start}{self._not_counted(passed)}{_cited(cite)}."

    def hours(self, moment: datetime, why_not: str, doubt: str, cite: str) -> str:
        side = "earlier" if self._back else "later"
        kind = kind_of_day(moment.date(), why_not, doubt)
        start = self._problem.trigger
        if isinstance(start, datetime) and start.utcoffset() != moment.utcoffset():
            side += ", the clocks having changed,"
        hours = f"{self._problem.n} hour{'s' if self._problem.n != 1 else ''}"
        return f"{hours} {side} it is {self.short(moment)}, {kind}{_cited(cite)}."

    def roll(self, moment: Moment, passed: Sequence[Passed], direction: Direction, cite: str) -> str:
        verb = "runs on to" if direction is Direction.AFTER else "runs back to"
        to = self.short(moment, weekday=True)
        return f"The period cannot end on {self.listed(passed, 'or')}: it {verb} {to}{_cited(cite)}."

    def next_weekday(self, moment: Moment) -> str:
        hour = f" at {self._problem.at:%H:%M}" if self._problem.at else ""
        return f"The rule names the {WEEKDAYS[day_of(moment).weekday()]} next after: {self.short(moment)}{hour}."

    def added(self, what: str, n: int, unit: Unit, moment: Moment, cite: str) -> str:
        if n == 0:
            return f"{what} adds no days{' to a period counted back' * self._back}{_cited(cite)}."
        name = "day" if unit is Unit.DAYS else self._problem.rules.working_day
        days = f"{n} {name}{'s' if n != 1 else ''}"
        verb = "takes off" if self._back else "adds"
        return f"{what} {verb} {days}: {self.short(moment, weekday=True)}{_cited(cite)}."

    def closed(self, moment: Moment, passed: Sequence[Passed], cite: str) -> str:
        to = self.short(moment, weekday=True)
        return f"Not on {self.listed(passed, 'or')}: extended to {to}{_cited(cite)}."

    def due(self, moment: Moment) -> str:
        return f"Due {dated(moment)}."

    def listed(self, passed: Sequence[Passed], join: str = "and") -> str:
        """'Sat 1 Sep, Sun 2 Sep and Mon 3 Sep (Labor Day)'"""
        return _series([self._passed(day, why) for day, why in passed], join)

    def _passed(self, day: date, why: str) -> str:
        text = self.short(day, weekday=True)
        return text if why in WEEKEND else f"{text} ({why})"

    def _not_counted(self, passed: Sequence[Passed]) -> str:
        """'; weekends and Labor Day (7 Sep) are not counted'"""
        left_out = [f"{why} ({self.short(day)})" for day, why in sorted(passed) if why not in WEEKEND]
        if len(left_out) < len(passed):
            left_out.insert(0, "weekends")
        verb = "is" if len(passed) == 1 and left_out != ["weekends"] else "are"
        return f"; {_series(left_out, 'and')} {verb} not counted" if left_out else ""

    def _name_of_last_day(self) -> str:
        n, unit = self._problem.n, self._problem.unit
        if unit is Unit.DAYS:
            return f"Day {n}"
        side = "before" if self._back else "after"
        unit_name = unit.value if n != 1 else unit.value.rstrip("s")
        return f"{n} {unit_name} {side} {dated(self._problem.trigger)}"


def kind_of_day(day: date, why_not: str, doubt: str) -> str:
    """'a Tuesday and no holiday', 'a Saturday', 'a Thursday and Lincoln Day'"""
    name = f"a {WEEKDAYS[day.weekday()]}"
    if doubt:
        return f"{name} and, so read, no holiday ({doubt})"
    if why_not in WEEKEND:
        return name
    return f"{name} and {why_not or 'no holiday'}"


def service_name(method: str) -> str:
    return {
        "personal": "Personal service",
        "electronic": "Electronic service",
        "clerk": "Leaving it with the clerk",
    }.get(method, f"Service by {words(method)}")


def _cited(cite: str) -> str:
    return f" ({cite})" if cite else ""


def _series(items: Sequence[str], join: str) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {join} {items[-1]}" if items else ""
