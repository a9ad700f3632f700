"""Arithmetic of dates and clock times that no rule of court has a say in."""

import calendar
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, timedelta

DAY = timedelta(days=1)
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """The nth such weekday of the month; n = -1 is the last one."""
    if n == -1:
        last = date(year, month, calendar.monthrange(year, month)[1])
        return last - DAY * ((last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + DAY * ((weekday - first.weekday()) % 7 + 7 * (n - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return date(year, month, day + 1)


def add_months(day: date, months: int) -> date:
    """The same day of the month; where the month is too short, its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError("date value out of range")  # as timedelta says it
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_hours(moment: datetime, hours: int) -> datetime:
    """Hours as they elapse: across a change of the clocks the clock time moves."""
    return (moment.astimezone(UTC) + timedelta(hours=hours)).astimezone(moment.tzinfo)


def clock_repeats(moment: datetime) -> bool:
    """True for a clock time that comes twice when the clocks go back; `fold` says which of the two it is."""
    return clock_exists(moment) and moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()


def clock_exists(moment: datetime) -> bool:
    """False for a clock time that is skipped when the clocks go forward."""
    there_and_back = moment.astimezone(UTC).astimezone(moment.tzinfo)
    return there_and_back.replace(tzinfo=None) == moment.replace(tzinfo=None)
