"""Which days count as working days for one problem under one reading, and why the others do not."""

from datetime import date

from docket.law.deadlines.calendars import CALENDARS
from docket.law.deadlines.calendars.shape import HolidayCalendar
from docket.law.deadlines.dates import SAT, SUN
from docket.law.deadlines.interpretation import Reading
from docket.law.deadlines.problem import Problem
from docket.law.deadlines.units import Direction


class WorkingDays:
    def __init__(self, problem: Problem, reading: Reading) -> None:
        self._problem = problem
        self._reading = reading
        self._calendars = _calendars(problem, reading)
        self._extra = _counts_state_holidays(problem)

    def why_not(self, day: date) -> str:
        """'' for a working day; otherwise 'Saturday', 'Labor Day', 'state holiday' …"""
        if day.weekday() in (SAT, SUN):
            return "Saturday" if day.weekday() == SAT else "Sunday"
        kept = [closed for calendar in self._calendars for closed in calendar.on(day)]
        for closed in kept:
            if closed.when is None:
                return closed.name
        if self._extra and day in self._problem.state_holidays:
            return "state holiday"
        if self._problem.version.closed_is_holiday and day in self._problem.closed:
            return "court closed"
        for closed in kept:
            if closed.when and self._reading.answer(closed.when.option) == closed.when.answer:
                return closed.name
        return ""

    def doubt(self, day: date) -> str:
        """What makes a working day doubtful: 'Independence Day, observed'; a state holiday, counting back."""
        if self.why_not(day):
            return ""
        if day in self._problem.state_holidays:
            return "state holiday"
        kept = [closed for calendar in self._calendars for closed in calendar.on(day)]
        return kept[0].name if kept else ""


def _calendars(problem: Problem, reading: Reading) -> list[HolidayCalendar]:
    calendars = [CALENDARS[problem.version.calendar]]
    state = reading.answer("state") if problem.version.state_calendars else ""
    if state in problem.version.state_calendars and _counts_state_holidays(problem):
        calendars.append(CALENDARS[problem.version.state_calendars[state]])
    return calendars


def _counts_state_holidays(problem: Problem) -> bool:
    # FRCP 6(a)(6)(C): "for periods that are measured after an event"
    return problem.direction is Direction.AFTER or problem.version.state_holidays_before
