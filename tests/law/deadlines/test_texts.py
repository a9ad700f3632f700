"""From which day each text of the rules is held, and what each method of service adds by it, as the rules say."""

from datetime import date

import pytest

from docket.law.deadlines.periods import Trigger, for_trigger
from docket.law.deadlines.rules import RULE_SETS

THREE_DAYS = {"mail": "3 days", "clerk": "3 days", "other_consented": "3 days"}
# the first day of each text; electronic service lost its three days on 1 December 2016
FEDERAL = ["2009-12-01", "2016-12-01", "2023-12-01"]
TEXTS = {
    "frcp6": ["1985-08-01", *FEDERAL],
    "frcrp45": ["1985-08-01", *FEDERAL],
    "frap26": ["2002-12-01", *FEDERAL],
    "frbp9006": ["1989-08-01", *FEDERAL],
    "fl2514": ["2012-10-01", "2019-01-01"],
    "nm1006": ["2014-12-31", "2024-12-31"],
    "aaa": ["2013-10-01", "2022-09-01"],
    "jams": ["2021-06-01"],
    "icc_art3_4": ["2021-01-01"],
    "icdr": ["2021-03-01"],
    "uncitral": ["2010-08-15"],
    "lcia": ["2020-10-01"],
    "arb_calendar": ["1986-01-01"],
    "years": ["1986-01-01"],
    "osh1903": ["1986-01-01"],
    "ccp12": ["2011-01-01"],
    "ccp1005": ["2011-01-01"],
    "de6": ["2010-01-01"],
    "ohciv6": ["2012-07-01"],
    "il1_11": ["2000-01-01"],
    "cplr": ["1990-01-01"],
    "sct30": ["1999-05-03"],
    "trcp4": ["2014-01-01"],
}
CALIFORNIA = {"mail": "5 days", "mail_out_of_state": "10 days", "mail_abroad": "20 days", "electronic": "2 court_days"}
ADDED = {
    ("frcp6", 2015): THREE_DAYS | {"electronic": "3 days"},
    ("frcp6", 2024): THREE_DAYS,
    ("frcrp45", 2015): THREE_DAYS | {"electronic": "3 days"},
    ("frcrp45", 2024): THREE_DAYS,
    ("frbp9006", 2015): THREE_DAYS | {"electronic": "3 days"},
    ("frbp9006", 2024): THREE_DAYS,
    ("frap26", 2015): {"mail": "3 days", "commercial_carrier": "3 days", "electronic": "3 days"},
    ("frap26", 2024): {"mail": "3 days", "commercial_carrier": "3 days"},
    ("ccp12", 2024): CALIFORNIA | {"overnight": "2 court_days", "fax": "2 court_days"},
    ("ccp1005", 2024): CALIFORNIA | {"overnight": "2 days", "fax": "2 days"},
    ("nm1006", 2024): {"mail": "3 days", "electronic": "3 days", "fax": "3 days"},
    ("fl2514", 2018): {"mail": "5 days", "electronic": "5 days"},
    ("fl2514", 2024): {"mail": "5 days"},
    ("il1_11", 2024): {"mail": "4 days"},
    ("cplr", 2024): {"mail": "5 days", "overnight": "1 court_days"},
    ("trcp4", 2024): {"mail": "3 days"},
    ("de6", 2024): {"mail": "3 days"},
    ("ohciv6", 2024): {"mail": "3 days", "commercial_carrier": "3 days"},
    ("jams", 2024): {"mail": "3 days"},
    ("aaa", 2024): {},
    ("icdr", 2024): {},
    ("lcia", 2024): {},
    ("uncitral", 2024): {},
    ("icc_art3_4", 2024): {},
}


def test_each_text_is_held_from_the_day_on_which_it_took_effect():
    assert {name: [str(version.in_force) for version in RULE_SETS[name].versions] for name in TEXTS} == TEXTS


@pytest.mark.parametrize(("rules", "year"), ADDED)
def test_a_method_of_service_adds_what_the_rule_says_and_personal_service_nothing(rules, year):
    day = date(year, 6, 1)
    version = next(v for v in RULE_SETS[rules].versions if v.in_force <= day and (v.until is None or day <= v.until))
    added = {method: f"{days.n} {days.unit.value}" for method, days in version.additions.items() if days.n}
    assert added == ADDED[rules, year]
    assert version.additions["personal"].n == 0


@pytest.mark.parametrize("forum", ["frcp6", "arb_calendar", "aaa", "jams", "icc_art3_4", "icdr", "uncitral", "lcia"])
def test_an_award_starts_its_confirmation_and_its_vacatur_in_every_forum_of_arbitration(forum):
    today = date(2026, 3, 2)
    assert "faa.confirm" in [period.id for period in for_trigger(forum, Trigger.AWARD_MADE, today)]
    assert "faa.vacate" in [period.id for period in for_trigger(forum, Trigger.AWARD_DELIVERED, today)]
