"""One box for a date that may be known only to its month or year."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from docket.desk.partial_dates import PartialDate, PartialDateField, parse

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("typed", "expected", "shown"),
    [
        ("2021", PartialDate(date(2021, 1, 1), "year"), "2021"),
        ("2021-10", PartialDate(date(2021, 10, 1), "month"), "2021-10"),
        ("2021-10-04", PartialDate(date(2021, 10, 4)), "2021-10-04"),
        ("10/4/2021", PartialDate(date(2021, 10, 4)), "2021-10-04"),
        ("10/2021", PartialDate(date(2021, 10, 1), "month"), "2021-10"),
        ("Oct. 4, 2021", PartialDate(date(2021, 10, 4)), "2021-10-04"),
        ("4 October 2021", PartialDate(date(2021, 10, 4)), "2021-10-04"),
        ("  october   2021 ", PartialDate(date(2021, 10, 1), "month"), "2021-10"),
        ("t", PartialDate(TODAY), "2026-03-02"),
        ("Yesterday", PartialDate(date(2026, 3, 1)), "2026-03-01"),
    ],
)
def test_it_reads_what_people_type_and_shows_no_more_than_is_known(typed, expected, shown):
    assert parse(typed, TODAY) == expected
    assert str(expected) == shown


@pytest.mark.parametrize("typed", ["2021-13", "2021-02-30", "21", "soon", "0021", "2021-10-04x"])
def test_it_refuses_what_is_no_date_and_says_how_to_write_one(typed):
    with pytest.raises(ValidationError, match="Write 2021-10-04"):
        PartialDateField().clean(typed)


def test_an_empty_box_is_no_date():
    assert PartialDateField(required=False).clean("") is None


def test_a_month_is_not_changed_by_showing_it():
    assert not PartialDateField().has_changed(PartialDate(date(2021, 10, 1), "month"), "2021-10")
    assert PartialDateField().has_changed(PartialDate(date(2021, 10, 1), "month"), "2021-10-01")
