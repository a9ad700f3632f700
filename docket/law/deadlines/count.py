"""Counting: from a problem and one reading of the law to the steps that lead to its last day.

The order is the rules': count, move off a closed day in the same direction (6(a)(1)(C), (5)), add the days
for service (6(d)) and move on again, then extend while the clerk's office is inaccessible (6(a)(3)).
"""

from datetime import date, datetime

from docket.law.deadlines.dates import DAY, add_hours, add_months
from docket.law.deadlines.interpretation import Reading
from docket.law.deadlines.problem import Problem
from docket.law.deadlines.rules.shape import Order
from docket.law.deadlines.steps import Kind, Moment, Passed, Step, day_of, move, move_to
from docket.law.deadlines.units import Direction, Unit
from docket.law.deadlines.wording import Wording, service_name
from docket.law.deadlines.working_days import WorkingDays

LONG_UNITS = (Unit.MONTHS, Unit.YEARS)


def count(problem: Problem, reading: Reading) -> tuple[Step, ...]:
    walk = Walk(problem, reading)
    if problem.unit is Unit.HOURS:
        walk.hours()
    elif problem.unit is Unit.COURT_DAYS or walk.is_short_period():
        walk.working_days()
    else:
        walk.calendar_days()
    walk.next_weekday()
    walk.additions()
    walk.extension_while_closed()
    walk.at_the_hour()
    walk.arrive(Kind.DUE, walk.at, walk.say.due(walk.at))
    return tuple(walk.steps)


class Walk:
    """`at` is where the count stands; every method goes on from there and leaves its steps."""

    def __init__(self, problem: Problem, reading: Reading) -> None:
        self.problem = problem
        self.reading = reading
        self.days = WorkingDays(problem, reading)
        self.say = Wording(problem)
        self.cites = problem.version.cites
        self.at: Moment = problem.trigger
        self.steps: list[Step] = []
        self.arrive(Kind.EVENT, self.at, self.say.event())

    def arrive(
        self,
        kind: Kind,
        at: Moment,
        text: str,
        cite: str = "",
        *,
        n: int = 0,
        unit: Unit = Unit.DAYS,
        direction: Direction | None = None,
        passed: list[Passed] | None = None,
    ) -> None:
        way = direction or self.problem.direction
        self.steps.append(Step(kind, at, text, cite, n, unit, way, tuple(passed or ())))
        self.at = at

    def is_short_period(self) -> bool:
        problem = self.problem
        if problem.unit is not Unit.DAYS or problem.n > problem.version.short_period:
            return False
        return self.reading.answer("statutory_notice", otherwise="no") == "no"

    def hours(self) -> None:
        if not isinstance(self.at, datetime):
            raise TypeError("a problem in hours starts at a datetime")
        problem, cite = self.problem, self.cites.hours
        end = add_hours(self.at, problem.n * problem.direction.sign)
        why_not = self.days.why_not(end.date())
        text = self.say.hours(end, why_not, self.days.doubt(end.date()), cite)
        self.arrive(Kind.COUNT, end, text, cite, n=problem.n, unit=problem.unit)

    def calendar_days(self) -> None:
        problem = self.problem
        start = self._first_day()
        if problem.unit in LONG_UNITS:
            months = problem.n * (12 if problem.unit is Unit.YEARS else 1)
            last = add_months(start, months * problem.direction.sign)
        else:
            days = problem.n * (7 if problem.unit is Unit.WEEKS else 1)
            last = start + DAY * days * problem.direction.sign
        clamped = problem.unit in LONG_UNITS and last.day != start.day
        text = self.say.last_day(last, self.days.why_not(last), self.days.doubt(last), clamped)
        self.arrive(Kind.COUNT, last, text, self.cites.every_day, n=problem.n, unit=problem.unit)

    def _first_day(self) -> date:
        """Name day 1 and return the day before it, from which the period is counted."""
        start, sign = day_of(self.at), self.problem.direction.sign
        first, passed = start + DAY * sign, list[Passed]()
        if self.problem.version.starts_on_business_day and self.problem.direction is Direction.AFTER:
            first, passed = self._next_working_day(start)
        if passed or self.problem.unit not in LONG_UNITS:
            cite = self.cites.first_day
            self.arrive(Kind.FIRST_DAY, first, self.say.first_day(first, passed, cite), cite, passed=passed)
        return first - DAY * sign

    def working_days(self) -> None:
        problem = self.problem
        short = problem.unit is Unit.DAYS
        first, left_out = self._next_working_day(day_of(self.at))
        cite = self.cites.first_day
        self.arrive(Kind.FIRST_DAY, first, self.say.first_day(first, left_out, cite), cite, passed=left_out)
        last, left_out = self._working_days_from(first, problem.n - 1)
        cite = self.cites.short_period if short else self.cites.working_days
        text = self.say.working_days(last, left_out, cite)
        self.arrive(Kind.COUNT, last, text, cite, n=problem.n, unit=problem.unit, passed=left_out)

    def _next_working_day(self, day: date) -> tuple[date, list[Passed]]:
        return self._working_days_from(day, 1)

    def _working_days_from(self, day: date, n: int) -> tuple[date, list[Passed]]:
        passed: list[Passed] = []
        for _ in range(n):
            day += DAY * self.problem.direction.sign
            while why := self.days.why_not(day):
                passed.append(Passed(day, why))
                day += DAY * self.problem.direction.sign
        return day, passed

    def next_weekday(self) -> None:
        """On to the Monday next after the last day, where the rule says so: a Monday goes on to the one after."""
        weekday = self.problem.next_weekday
        if weekday is None:
            return
        day, passed = day_of(self.at), list[Passed]()
        while not passed or day.weekday() != weekday:
            passed.append(Passed(day, "before the day that the rule names"))
            day += DAY
        at = move_to(self.at, day)
        self.arrive(Kind.ROLL, at, self.say.next_weekday(at), direction=Direction.AFTER, passed=passed)

    def at_the_hour(self) -> None:
        """At the hour that the rule names, in the forum's zone."""
        problem = self.problem
        if problem.at and problem.zone and not isinstance(self.at, datetime):
            self.at = datetime.combine(self.at, problem.at, problem.zone)

    def additions(self) -> None:
        """Off the closed day, and the days that service or an extension adds, in the rule's order."""
        added = [item for item in (self._service(), self._extension()) if item]
        order = str(self.problem.version.order)
        if any(n for _, n, _, _ in added):
            order = self.reading.answer("extension_order", otherwise=order)
        if order == Order.AFTER_EXPIRY:
            self._roll()
        for what, n, unit, cite in added:
            self._add(what, n, unit, cite)
        self._roll()

    def _service(self) -> tuple[str, int, Unit, str] | None:
        addition = self.problem.addition
        if addition is None:
            return None
        counts = self.problem.direction is Direction.AFTER or self.problem.version.adds_before
        if addition.option and counts and addition.n:
            counts = self.reading.answer(addition.option) == "adds"
        return service_name(self.problem.service), addition.n if counts else 0, addition.unit, addition.cite

    def _extension(self) -> tuple[str, int, Unit, str] | None:
        days = self.problem.extension_days
        return ("The extension", days, Unit.DAYS, "") if days else None

    def _add(self, what: str, n: int, unit: Unit, cite: str) -> None:
        at, passed = self.at, list[Passed]()
        if unit is Unit.COURT_DAYS and n:
            day, passed = self._working_days_from(day_of(at), n)
            at = move_to(at, day)
        else:
            at = move(at, n * self.problem.direction.sign)
        self.arrive(Kind.ADD, at, self.say.added(what, n, unit, at, cite), cite, n=n, unit=unit, passed=passed)

    def _roll(self) -> None:
        """Off a Saturday, Sunday or holiday, in the same direction unless the rule leaves that open."""
        if not self.days.why_not(day_of(self.at)):
            return
        if self.reading.answer("last_day_roll", otherwise="roll") == "stay":
            return
        direction = self.problem.direction
        if direction is Direction.BEFORE and self.reading.answer("backward_holiday", otherwise="earlier") == "later":
            direction = Direction.AFTER
        day, passed = day_of(self.at), list[Passed]()
        while why := self.days.why_not(day):
            passed.append(Passed(day, why))
            day += DAY * direction.sign
        at = move_to(self.at, day)
        cite = self.cites.hours if self.problem.unit is Unit.HOURS else self.cites.last_day
        text = self.say.roll(at, passed, direction, cite)
        self.arrive(Kind.ROLL, at, text, cite, direction=direction, passed=passed)

    def extension_while_closed(self) -> None:
        """Forward even where the period is counted back: to the first accessible day (6(a)(3))."""
        if self.problem.version.closed_is_holiday or day_of(self.at) not in self.problem.closed:
            return
        day, passed = day_of(self.at), list[Passed]()
        while why := self._inaccessible(day):
            passed.append(Passed(day, why))
            day += DAY
        at = move_to(self.at, day)
        cite = self.cites.closed
        text = self.say.closed(at, passed, cite)
        self.arrive(Kind.CLOSED, at, text, cite, direction=Direction.AFTER, passed=passed)

    def _inaccessible(self, day: date) -> str:
        return "clerk's office closed" if day in self.problem.closed else self.days.why_not(day)
