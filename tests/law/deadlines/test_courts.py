"""How each court and statute counts: the federal rules, New Mexico, California, Texas, arbitration, and hours."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from docket.law.deadlines import Answer, compute, recompute
from tests.law.deadlines.counted import NOTES_OF_2009, days, due

# Federal rules


def test_a_period_ends_on_the_first_accessible_day():
    closed = days("2007-08-31")
    assert (
        due(compute("frap26", date(2007, 9, 11), 10, "days", "before", closed=closed, text_of=NOTES_OF_2009))[0]
        == "2007-09-04"
    )


def test_a_closed_office_matters_on_the_last_day_only():
    assert due(compute("frcp6", date(2022, 2, 15), 21, "days", closed=days("2022-03-01")))[0] == "2022-03-08"


def test_closed_days_in_a_row_are_all_passed():
    answer = compute("frcp6", date(2022, 2, 15), 21, "days", closed=days("2022-03-08", "2022-03-09", "2022-03-11"))
    assert due(answer) == ("2022-03-10", "2022-03-10")


def test_a_state_holiday_counts_forward():
    answer = compute("frcp6", date(2008, 4, 7), 14, "days", state_holidays=days("2008-04-21"), text_of=NOTES_OF_2009)
    assert due(answer) == ("2008-04-22", "2008-04-22")


def test_the_state_where_the_court_sits_brings_its_holidays_forward_only():
    chavez = {"state": "ca"}
    assert due(compute("frcp6", date(2026, 3, 17), 14, "days", options=chavez))[0] == "2026-04-01"
    assert due(compute("frcp6", date(2026, 4, 14), 14, "days", "before", options=chavez))[0] == "2026-03-31"
    assert due(compute("frcp6", date(2026, 3, 17), 14, "days"))[0] == "2026-03-31"


def test_electronic_service_added_three_days_until_december_2016():
    assert due(compute("frcp6", date(2016, 11, 30), 14, "days", service="electronic"))[0] == "2016-12-19"
    assert due(compute("frcp6", date(2016, 12, 1), 14, "days", service="electronic"))[0] == "2016-12-15"


def test_three_days_for_mail_are_moved_off_a_weekend_again():
    answer = compute("frcp6", date(2026, 4, 2), 14, "days", service="mail")  # 16 April, then Sunday the 19th
    assert due(answer) == ("2026-04-20", "2026-04-20")


def test_mail_adds_nothing_to_a_period_counted_back():
    with_mail = compute("frcp6", date(2026, 3, 3), 14, "days", "before", service="mail")
    assert due(with_mail) == ("2026-02-17", "2026-02-17")
    assert "adds no days to a period counted back" in " ".join(with_mail.sentences)


def test_a_year_ends_on_its_day_or_the_next_working_day():
    assert due(compute("frcp6", date(2025, 3, 14), 1, "years"))[0] == "2026-03-16"  # the 14th is a Saturday
    assert due(compute("frcp6", date(2025, 3, 13), 1, "years"))[0] == "2026-03-13"


def test_a_month_that_is_too_short_ends_on_its_last_day():
    answer = compute("frcp6", date(2025, 11, 30), 3, "months")
    assert due(answer)[0] == "2026-03-02"  # 28 February is a Saturday
    assert "the last day of a shorter month" in answer.sentences[1]


def test_weeks_are_counted_in_days():
    assert due(compute("frcp6", date(2022, 2, 15), 3, "weeks"))[0] == "2022-03-08"


# Hours


def test_hours_end_at_a_clock_time_of_the_court():
    answer = compute("frcp6", datetime(2007, 11, 2, 10, 23), 72, "hours", tz="America/New_York")
    assert "the clocks having changed" in answer.sentences[1]
    assert answer.latest == datetime(2007, 11, 5, 14, 23, tzinfo=UTC)


def test_a_sunday_without_the_clock_time_does_not_move_the_monday():
    """At 2 o'clock on 11 March 2029 the clocks of Denver go to 3; on the Monday there is a 2 o'clock again."""
    monday = datetime(2029, 3, 12, 2, 0, tzinfo=ZoneInfo("America/Denver"))
    rolled = compute("frcp6", datetime(2029, 3, 8, 2, 0), 48, "hours", tz="America/Denver")
    mailed = compute("frcp6", datetime(2028, 12, 27, 13, 0), 1717, "hours", service="mail", tz="America/Denver")
    for answer in (rolled, mailed):
        assert answer.earliest == monday
        assert recompute(answer.steps, Answer.EARLIEST) == monday


def test_a_trigger_in_another_zone_is_put_on_the_courts_day():
    late_in_los_angeles = datetime.fromisoformat("2026-03-02T23:30-08:00")
    answer = compute("frcp6", late_in_los_angeles, 14, "days", tz="America/Denver")
    assert answer.steps[0].at == date(2026, 3, 3)


def test_a_rolled_clock_time_that_is_skipped_becomes_the_next_that_exists():
    # 02:30 on Sunday 8 March 2026 does not exist; the hours end there and run on to Monday
    answer = compute("frcp6", datetime(2026, 3, 7, 2, 30), 24, "hours", tz="America/Denver")
    assert due(answer)[0] == "2026-03-09T03:30"


@pytest.mark.parametrize("rule", ["nm1006", "il1_11", "trcp4", "de6", "arb_calendar", "frcp6"])
def test_what_is_handed_over_adds_no_day(rule):
    # seventeen days from 1 June 2026 end on a Thursday: a day more would be seen
    alone = due(compute(rule, date(2026, 6, 1), 17, "days"))
    assert due(compute(rule, date(2026, 6, 1), 17, "days", service="personal")) == alone


@pytest.mark.parametrize("rule", ["il1_11", "trcp4", "de6", "arb_calendar", "frcp6"])
def test_what_is_sent_by_wire_adds_no_day_where_the_rule_says_so(rule):
    alone = due(compute(rule, date(2026, 6, 1), 17, "days"))
    assert due(compute(rule, date(2026, 6, 1), 17, "days", service="electronic")) == alone


# New Mexico


def test_eleven_days_can_end_before_ten():
    ten = compute("nm1006", date(2026, 9, 1), 10, "days")
    eleven = compute("nm1006", date(2026, 9, 1), 11, "days")
    assert (due(ten)[0], due(eleven)[0]) == ("2026-09-16", "2026-09-14")


def test_a_notice_before_suit_is_no_short_period():
    answer = compute("nm1006", date(2026, 9, 1), 3, "days", options={"statutory_notice": "yes"})
    assert due(answer)[0] == "2026-09-04"
    assert due(compute("nm1006", date(2026, 9, 3), 3, "days"))[0] == "2026-09-09"
    weekend = compute("nm1006", date(2026, 9, 3), 3, "days", options={"statutory_notice": "yes"})
    assert due(weekend)[0] == "2026-09-08"


def test_presidents_day_stands_where_the_courts_list_puts_it():
    november = compute("nm1006", date(2026, 11, 12), 15, "days", options={"presidents_day": "february"})
    assert due(november)[0] == "2026-11-27"
    both = compute("nm1006", date(2026, 11, 12), 15, "days", options={"presidents_day": "both"})
    assert due(both) == ("2026-11-27", "2026-11-30")


def test_new_mexico_leaves_electronic_service_open_and_mail_not():
    assert due(compute("nm1006", date(2026, 6, 1), 15, "days", service="mail")) == (
        "2026-06-22",
        "2026-06-22",
    )
    assert due(compute("nm1006", date(2026, 6, 1), 15, "days", service="electronic")) == (
        "2026-06-16",
        "2026-06-22",
    )


# California


def test_the_order_of_californias_extension_gives_two_answers():
    answer = compute("ccp12", date(2026, 8, 21), 30, "days", service="electronic")
    assert due(answer) == ("2026-09-22", "2026-09-23")
    assert "before or after the last day moves" in answer.reason


def test_californias_extension_in_a_given_order_gives_one():
    order = {"extension_order": "roll_then_add"}
    answer = compute("ccp12", date(2026, 8, 21), 30, "days", service="electronic", options=order)
    assert due(answer) == ("2026-09-23", "2026-09-23")


def test_mail_before_a_hearing_is_counted_further_back():
    assert due(compute("ccp12", date(2026, 3, 6), 16, "court_days", "before", service="mail"))[0] == "2026-02-05"
    assert due(compute("ccp1005", date(2026, 3, 6), 16, "court_days", "before", service="fax")) == (
        "2026-02-06",  # two calendar days back from Tuesday 10 February is Sunday the 8th
        "2026-02-09",
    )


def test_counting_back_to_a_holiday_is_open_in_california():
    answer = compute("ccp12", date(2026, 3, 6), 20, "days", "before")
    assert due(answer) == ("2026-02-13", "2026-02-17")
    assert "practice differs" in answer.reason


def test_a_closed_court_is_no_court_day_in_california():
    open_court = compute("ccp12", date(2026, 3, 6), 9, "court_days", "before")
    shut = compute("ccp12", date(2026, 3, 6), 9, "court_days", "before", closed=days("2026-03-02"))
    assert (due(open_court)[0], due(shut)[0]) == ("2026-02-23", "2026-02-20")


# Arbitration and statutes


def test_icc_starts_on_a_business_day_and_uncitral_does_not():
    assert due(compute("icc_art3_4", date(2026, 1, 30), 30, "days"))[0] == "2026-03-03"
    assert due(compute("uncitral", date(2026, 1, 30), 30, "days"))[0] == "2026-03-02"  # 1 March is a Sunday


def test_a_holiday_of_the_place_counts_in_arbitration_both_ways():
    bastille = days("2026-07-14")
    assert due(compute("uncitral", date(2026, 6, 14), 30, "days", state_holidays=bastille))[0] == "2026-07-15"
    assert due(compute("arb_calendar", date(2026, 7, 28), 14, "days", "before", state_holidays=bastille))[0] == (
        "2026-07-13"
    )


def test_limitation_in_years_is_open_where_the_anniversary_is_a_weekend():
    answer = compute("years", date(2020, 10, 24), 3, "years")
    assert due(answer) == ("2023-10-24", "2023-10-24")
    answer = compute("years", date(2020, 10, 24), 6, "years")  # a Saturday
    assert due(answer) == ("2026-10-24", "2026-10-26")


def test_working_days_of_the_safety_agency_leave_weekends_and_holidays_out():
    assert due(compute("osh1903", date(2022, 4, 20), 15, "court_days"))[0] == "2022-05-11"
    assert due(compute("osh1903", date(2026, 5, 11), 15, "court_days"))[0] == "2026-06-02"  # past Memorial Day


# Texts by their days


def test_before_2009_federal_periods_of_less_than_eleven_days_left_weekends_out():
    before, since = date(2009, 11, 12), date(2009, 12, 1)
    assert due(compute("frcp6", before, 10, "days"))[0] == "2009-11-27", "two weekends and Thanksgiving are left out"
    assert due(compute("frcp6", since, 10, "days"))[0] == "2009-12-11"
    assert due(compute("frcp6", before, 11, "days"))[0] == "2009-11-23"
    assert "until 30 Nov 2009" in compute("frcp6", before, 10, "days").rule_version


def test_bankruptcy_left_weekends_out_of_less_than_eight_days():
    assert due(compute("frbp9006", date(2009, 3, 2), 7, "days"))[0] == "2009-03-11"
    assert due(compute("frbp9006", date(2009, 3, 2), 8, "days"))[0] == "2009-03-10"


def test_the_text_of_another_day_can_be_asked_for():
    assert due(compute("frcp6", date(2009, 11, 12), 10, "days", text_of=date(2009, 12, 1)))[0] == "2009-11-23"


# The next Monday, at an hour (TRCP 99(b))


@pytest.mark.parametrize(
    ("served", "day"),
    [(date(2019, 10, 1), 28), (date(2019, 10, 2), 28), (date(2019, 10, 6), 28), (date(2019, 10, 8), 4)],
)
def test_it_goes_on_to_the_monday_next_after_the_last_day(served, day):
    answer = compute("trcp4", served, 20, "days", next_weekday=0, at=time(10), tz="America/Chicago")
    assert isinstance(answer.latest, datetime)
    assert (answer.latest.day, answer.latest.weekday(), answer.latest.hour) == (day, 0, 10)
    assert recompute(answer.steps, Answer.LATEST) == answer.latest


def test_a_monday_that_is_a_holiday_gives_way_to_tuesday():
    answer = compute("trcp4", date(2026, 5, 1), 20, "days", next_weekday=0, at=time(10), tz="America/Chicago")
    assert str(answer.latest).startswith("2026-05-26 10:00")


# Hours that come twice


def test_a_clock_time_that_comes_twice_is_named():
    twice = compute("frcp6", datetime(2026, 11, 1, 1, 30), 24, "hours", tz="America/Denver")
    assert any("came twice" in note and "first, before the change" in note for note in twice.notes)
    once = compute("frcp6", datetime(2026, 11, 2, 1, 30), 24, "hours", tz="America/Denver")
    assert not any("came twice" in note for note in once.notes)
    later = datetime(2026, 11, 1, 8, 30, tzinfo=UTC)  # 1:30 again, after the change
    assert any("second, after" in note for note in compute("frcp6", later, 48, "hours", tz="America/Denver").notes)
