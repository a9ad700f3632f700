"""Dates known to the month or year: what is shown, what certainly had happened by a day, and what may have."""

from datetime import date, timedelta

import pytest

from docket.choices import dates

FIRST = {"day": date(2022, 2, 14), "month": date(2022, 2, 1), "year": date(2022, 1, 1)}
LAST = {"day": date(2022, 2, 14), "month": date(2022, 2, 28), "year": date(2022, 12, 31)}
ONE = timedelta(days=1)


@pytest.mark.parametrize("precision", FIRST)
def test_it_is_certain_only_when_its_last_day_is_over(precision: str) -> None:
    day, last = FIRST[precision], LAST[precision]
    assert dates.last_day(day, precision) == last
    for on in (day - ONE, day, date(2022, 2, 15), date(2022, 6, 30), last - ONE, last, last + ONE):
        assert dates.happened_by(day, precision, on) == (on >= last), on
        assert dates.may_have_happened_by(day, precision, on) == (day <= on < last), on


def test_a_month_ends_with_its_own_last_day() -> None:
    assert dates.last_day(date(2024, 2, 1), "month") == date(2024, 2, 29)
    assert dates.last_day(date(2023, 12, 1), "month") == date(2023, 12, 31)


def test_without_a_date_it_may_have_happened_and_never_certainly() -> None:
    assert not dates.happened_by(None, "day", date(2030, 1, 1))
    assert dates.may_have_happened_by(None, "day", date(1990, 1, 1))


@pytest.mark.parametrize(
    ("precision", "shown", "written"),
    [("day", "3 May 2022", "2022-05-03"), ("month", "May 2022", "2022-05"), ("year", "2022", "2022")],
)
def test_no_date_is_told_finer_than_it_is_known(precision: str, shown: str, written: str) -> None:
    assert dates.show(date(2022, 5, 3), precision) == shown
    assert dates.iso(date(2022, 5, 3), precision) == written
    assert dates.show(None, precision) == dates.iso(None, precision) == ""
