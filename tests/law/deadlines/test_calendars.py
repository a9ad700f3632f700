"""Holiday calendars: against the lists that courts published, and the federal one against a library."""

from datetime import date, timedelta

import holidays
import pytest

from docket.law.deadlines import DeadlineError
from docket.law.deadlines.calendars import CALENDARS
from docket.law.deadlines.dates import easter
from docket.law.deadlines.marks import Mark
from docket.law.deadlines.rules import RULE_SETS

# 2024 to 2026 as published by superior courts (Fresno, San Bernardino, Calaveras) and the appellate courts, 2020 and
# 2021 by a list of the time; 2022 and 2023 follow the acts (AB 855, AB 1655).
CALIFORNIA = {
    2024: "01-01 01-15 02-12 02-19 04-01 05-27 06-19 07-04 09-02 09-27 11-11 11-28 11-29 12-25",
    2025: "01-01 01-20 02-12 02-17 03-31 05-26 06-19 07-04 09-01 09-26 11-11 11-27 11-28 12-25",
    2026: "01-01 01-19 02-12 02-16 03-31 05-25 06-19 07-03 09-07 09-25 11-11 11-26 11-27 12-25",
    # before 2022 Columbus Day, not Native American Day; Juneteenth from 2023; 2021 ends on a moved New Year
    2020: "01-01 01-20 02-12 02-17 03-31 05-25 07-03 09-07 10-12 11-11 11-26 11-27 12-25",
    2021: "01-01 01-18 02-12 02-15 03-31 05-31 07-05 09-06 10-11 11-11 11-25 11-26 12-24 12-31",
    2022: "01-17 02-11 02-21 03-31 05-30 07-04 09-05 09-23 11-11 11-24 11-25 12-26",
    2023: "01-02 01-16 02-13 02-20 03-31 05-29 06-19 07-04 09-04 09-22 11-10 11-23 11-24 12-25",
}


def closed_weekdays(calendar: str, year: int, *, certain: bool = True) -> list[date]:
    first = date(year, 1, 1)
    days = (first + timedelta(days=n) for n in range(366))
    return [
        day
        for day in days
        if day.year == year
        and day.weekday() < 5
        and any(not certain or closed.when is None for closed in CALENDARS[calendar].on(day))
    ]


@pytest.mark.parametrize("year", CALIFORNIA)
def test_california_keeps_its_judicial_holidays_year_by_year(year):
    published = [date.fromisoformat(f"{year}-{day}") for day in CALIFORNIA[year].split()]
    assert closed_weekdays("ca_courts", year) == published


@pytest.mark.parametrize("year", range(1986, 2036))
def test_the_federal_calendar_agrees_with_a_library(year):
    library = [day for day in holidays.country_holidays("US", years=range(year - 1, year + 2)) if day.year == year]
    certain = closed_weekdays("us_federal", year)
    fridays = {day for day in closed_weekdays("us_federal", year, certain=False) if day not in certain}
    observed = {day for day in fridays if "observed" in CALENDARS["us_federal"].on(day)[0].name}
    assert sorted({*certain, *observed}) == sorted(day for day in library if day.weekday() < 5)
    assert all(day.weekday() == 4 for day in observed)


def test_new_mexico_moves_presidents_day_and_is_otherwise_federal():
    federal, state = set(closed_weekdays("us_federal", 2026)), set(closed_weekdays("nm_courts", 2026))
    assert federal - state == {date(2026, 2, 16)}
    assert date(2026, 11, 27) in closed_weekdays("nm_courts", 2026, certain=False)


# The days of 2026 by the statutes and the courts' own lists: those on which the clerk is closed for certain, and those
# that an answer to an open question closes. A Saturday or Sunday is named too.
IN_2026 = {
    "ca_courts": (
        "01-01 01-19 02-12 02-16 03-31 05-25 06-19 07-03 07-04 09-07 09-25 11-11 11-26 11-27 12-25",
        "",
    ),
    "ca_state": (
        "01-01 01-19 02-12 02-16 03-31 05-25 06-19 07-04 09-07 09-25 11-11 11-26 12-25",
        "02-17 04-24 07-03 09-09 10-12 11-08 11-09 11-27",
    ),
    "dc_state": (
        "01-01 01-19 02-16 04-16 05-25 06-19 07-04 09-07 10-12 11-11 11-26 12-25",
        "07-03",
    ),
    "de_courts": (
        "01-01 01-19 04-03 05-25 06-19 07-03 07-04 09-07 11-03 11-11 11-26 11-27 12-25",
        "",
    ),
    "fl_courts": (
        "01-01 01-19 05-25 07-04 09-07 11-11 11-26 11-27 12-25",
        "02-16 04-03 06-19 07-03 10-12",
    ),
    "gu_state": (
        "01-01 03-02 05-25 07-04 07-21 09-07 11-02 11-11 11-26 12-08 12-25",
        "01-19 04-03 07-03",
    ),
    "il_courts": (
        "01-01 01-19 02-16 05-25 06-19 07-04 09-07 11-11 11-26 12-25",
        "02-12 04-03 07-03 10-12 11-03 11-27",
    ),
    "ma_state": (
        "01-01 01-19 02-16 04-20 05-25 06-19 07-04 09-07 10-12 11-11 11-26 12-25",
        "03-17 06-17",
    ),
    "nm_courts": (
        "01-01 01-19 05-25 06-19 07-04 09-07 10-12 11-11 11-26 12-25",
        "02-16 07-03 11-27",
    ),
    "nm_state": (
        "01-01 01-19 02-16 05-25 06-19 07-04 09-07 10-12 11-11 11-26 12-25",
        "07-03 11-27",
    ),
    "ny_state": (
        "01-01 01-19 02-12 02-16 05-25 06-19 07-04 09-07 10-12 11-03 11-11 11-26 12-25",
        "",
    ),
    "oh_state": (
        "01-01 01-19 02-16 05-25 06-19 07-04 09-07 10-12 11-11 11-26 12-25",
        "",
    ),
    "tx_courts": (
        "01-01 01-19 02-16 05-25 07-04 09-07 11-11 11-26 12-25",
        "01-19 03-02 04-21 06-19 08-27 10-12 11-27 12-24 12-26",
    ),
    "us_business": (
        "01-01 01-19 02-16 05-25 06-19 07-04 09-07 10-12 11-11 11-26 12-25",
        "07-03",
    ),
    "us_federal": (
        "01-01 01-19 02-16 05-25 06-19 07-04 09-07 10-12 11-11 11-26 12-25",
        "07-03",
    ),
}


@pytest.mark.parametrize("calendar", IN_2026)
def test_each_calendar_holds_the_days_of_2026(calendar):
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    certain, open_days = (
        " ".join(
            f"{day:%m-%d}" for day in days for closed in CALENDARS[calendar].on(day) if bool(closed.when) is is_open
        )
        for is_open in (False, True)
    )
    assert (certain, open_days) == IN_2026[calendar]


@pytest.mark.parametrize(
    ("calendar", "name", "year"),
    [
        ("ca_state", "Genocide Remembrance Day", 2023),  # AB 1801
        ("ca_state", "Columbus Day", 2022),  # left to those who keep it, AB 855
        ("ca_state", "Diwali", 2026),  # AB 268
        ("de_courts", "Juneteenth", 2022),
        ("il_courts", "Juneteenth", 2022),
        ("ny_state", "Juneteenth", 2021),
        ("nm_courts", "Indigenous Peoples' Day", 2019),
    ],
)
def test_a_day_is_kept_from_the_year_of_its_law(calendar, name, year):
    days = (date(year - 1, 1, 1) + timedelta(days=n) for n in range(731))
    kept = [day for day in days for closed in CALENDARS[calendar].on(day) if closed.name.startswith(name)]
    if name == "Columbus Day":  # before, it was kept by all
        kept = [day for day in kept if any(closed.when for closed in CALENDARS[calendar].on(day))]
    assert {day.year for day in kept} == {year}


@pytest.mark.parametrize(
    ("name", "days"),
    [  # of lunar calendars, as the State's list names them
        ("Lunar New Year", "2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06"),
        ("Diwali", "2026-11-08 2027-10-29"),
    ],
)
def test_california_names_the_days_of_lunar_calendars_year_by_year(name, days):
    held = (date(2022, 1, 1) + timedelta(days=n) for n in range(6 * 365 + 1))
    assert [
        str(day) for day in held if name in {closed.name for closed in CALENDARS["ca_state"].on(day)}
    ] == days.split()


def test_juneteenth_begins_when_the_law_did():
    assert not CALENDARS["us_federal"].on(date(2020, 6, 19))
    assert CALENDARS["us_federal"].on(date(2021, 6, 18))[0].name == "Juneteenth, observed"
    assert CALENDARS["us_federal"].on(date(2024, 6, 19))[0].when is None


@pytest.mark.parametrize(
    ("year", "month", "day"),
    # early and late ones, and years in which the rule of Gauss alone would be a week late
    [(2008, 3, 23), (2038, 4, 25), (1954, 4, 18), (1981, 4, 19), (2049, 4, 18), (2076, 4, 19), (2026, 4, 5)],
)
def test_easter_is_the_sunday_that_the_churches_print(year, month, day):
    assert easter(year) == date(year, month, day)


BEGINS = {
    **dict.fromkeys(("us_federal", "us_business", "nm_courts", "nm_state"), 1986),
    **dict.fromkeys(("ma_state", "ny_state", "gu_state"), 1990),
    **dict.fromkeys(("il_courts", "fl_courts"), 2000),
    "tx_courts": 1995,
    "dc_state": 2008,
    "de_courts": 2010,
    "ca_courts": 2011,
    "ca_state": 2011,
}


def test_a_calendar_begins_on_the_first_day_of_a_year_and_refuses_days_before():
    assert {name: CALENDARS[name].covers_from.year for name in BEGINS} == BEGINS
    for calendar in CALENDARS.values():
        year = calendar.covers_from.year
        calendar.on(date(year, 1, 1))
        with pytest.raises(DeadlineError, match=f"begins on {year}-01-01"):
            calendar.on(date(year - 1, 12, 31))


def test_a_calendar_says_on_which_day_it_was_last_verified():
    """It is kept with each deadline that was counted by it: another day is another version."""
    first = ("us_federal", "us_business", "nm_courts", "nm_state", "ca_courts", "ca_state")
    for name in BEGINS:
        assert CALENDARS[name].version == f"{name} 2026-11-{22 if name in first else 30}"


def test_every_open_day_is_decided_by_an_option_of_the_rules_that_use_it():
    for rules in RULE_SETS.values():
        for version in rules.versions:
            choices = {option.name: option.choices for option in version.options}
            for calendar in (version.calendar, *version.state_calendars.values()):
                held = CALENDARS[calendar]
                moves = [move.when for move in (held.saturday, held.sunday) if move]
                for when in [row.when for row in held.rows] + moves:
                    assert when is None or when.answer in choices[when.option], (rules.id, calendar, when)


def test_every_calendar_names_its_sources_and_the_day_it_was_verified():
    for calendar in CALENDARS.values():
        assert calendar.sources
        assert all(source.startswith("http") for source in calendar.sources)
        assert calendar.version == f"{calendar.id} {calendar.verified_on}"


@pytest.mark.parametrize(
    ("calendar", "place"),
    [
        ("ny_state", "NY"),
        ("tx_courts", "TX"),
        ("fl_courts", "FL"),
        ("il_courts", "IL"),
        ("de_courts", "DE"),
        ("oh_state", "OH"),
        ("dc_state", "DC"),
        ("ma_state", "MA"),
        ("gu_state", "GU"),
    ],
)
def test_no_day_is_certain_that_a_library_does_not_know(calendar, place):
    """These lists were not read in the law: a day that moves a deadline on has the library as its source."""
    assert CALENDARS[calendar].mark is Mark.SECONDARY
    kinds: tuple[str, ...] = ("public",) if place == "GU" else ("public", "government")
    library = holidays.country_holidays("US", subdiv=place, years=range(2022, 2029), categories=kinds)
    for year in range(2023, 2028):
        certain = closed_weekdays(calendar, year)
        assert certain
        assert [day for day in certain if day not in library] == []
