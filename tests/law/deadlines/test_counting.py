"""Counting: the worked examples, each rule's own trait, and two answers where the law is open."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from docket.law.deadlines import Answer, DeadlineError, compute, recompute
from tests.law.deadlines.counted import NOTES_OF_2009, days, due

VECTORS: list[dict[str, Any]] = json.loads((Path(__file__).parents[2] / "data" / "deadline_vectors.json").read_text())


def test_one_holiday_is_not_counted_and_weekends_with_another_are_not():
    alone = compute("ccp12", date(2026, 11, 9), 3, "court_days").sentences
    assert "Court day 3 is Fri 13 Nov; Veterans Day (11 Nov) is not counted (CCP 135)." in alone
    with_weekend = " ".join(compute("ccp12", date(2026, 11, 9), 4, "court_days").sentences)
    assert "; weekends and Veterans Day (11 Nov) are not counted" in with_weekend


@pytest.mark.parametrize("example", VECTORS, ids=lambda example: example["id"])
def test_it_holds_every_worked_example(example):
    trigger = example["trigger"]
    answer = compute(
        example["rule"],
        datetime.fromisoformat(trigger) if "T" in trigger else date.fromisoformat(trigger),
        example["n"],
        example["unit"],
        example["direction"],
        service=example.get("service"),
        closed=days(*example.get("closed", [])),
        state_holidays=days(*example.get("state_holidays", [])),
        extension_days=example.get("extension_days", 0),
        tz=example.get("tz"),
        options=dict([example["option"].split("=")]) if "option" in example else {},
        text_of=NOTES_OF_2009 if trigger < "2009-12-01" else None,
    )
    assert due(answer) == (example["expected"], example["expected"])
    assert recompute(answer.steps, Answer.EARLIEST) == answer.earliest


# The words


def test_it_explains_itself_as_a_lawyer_would():
    answer = compute("frcp6", date(2022, 2, 15), 21, "days", "after", event="Served")
    assert " ".join(answer.sentences) == (
        "Served 15 Feb 2022. Day 1 is 16 Feb (FRCP 6(a)(1)(A)). "
        "Day 21 is 8 Mar, a Tuesday and no holiday. Due 8 Mar 2022."
    )


def test_it_says_on_which_side_of_the_trigger_weeks_and_months_are_counted():
    for side in ("before", "after"):
        sentences = compute("frcp6", date(2026, 5, 12), 2, "weeks", side).sentences
        assert any(f"2 weeks {side} 12 May 2026 is" in sentence for sentence in sentences)


def test_it_names_every_day_on_which_the_period_cannot_end():
    answer = compute("frcp6", date(2007, 8, 2), 30, "days", text_of=NOTES_OF_2009)
    assert answer.sentences[3] == (
        "The period cannot end on Sat 1 Sep, Sun 2 Sep or Mon 3 Sep (Labor Day): "
        "it runs on to Tue 4 Sep (FRCP 6(a)(1)(C), (5))."
    )


def test_it_names_the_holidays_that_are_not_counted():
    answer = compute("ccp12", date(2026, 3, 6), 16, "court_days", "before")
    assert answer.sentences[2] == (
        "Court day 16 is Tue 10 Feb; weekends, Lincoln Day (12 Feb) and Presidents' Day (16 Feb) "
        "are not counted (CCP 135)."
    )


def test_it_writes_the_year_where_it_is_not_the_triggers():
    answer = compute("frcp6", date(2025, 12, 15), 30, "days")
    assert answer.sentences[2] == "Day 30 is 14 Jan 2026, a Wednesday and no holiday."


def test_it_says_by_which_text_and_calendar_it_counted():
    answer = compute("frcp6", date(2015, 3, 2), 21, "days")
    assert answer.rule_version == "Federal Rules of Civil Procedure, Rule 6, as amended 1 Dec 2009"
    assert answer.calendar_version == "us_federal 2026-11-22"


def test_it_says_when_the_trigger_is_older_than_the_text():
    assert any("the trigger is older" in note for note in compute("nm1006", date(2010, 8, 2), 30, "days").notes)
    assert not any("older" in note for note in compute("frcp6", date(2017, 8, 2), 30, "days").notes)


def test_it_says_that_holidays_of_years_to_come_are_those_of_the_law_as_it_stood():
    said = "Holidays are taken from the law as it stood on 22 Nov 2026."
    assert said not in compute("frcp6", date(2027, 12, 1), 14, "days").notes
    assert said in compute("frcp6", date(2028, 1, 3), 14, "days").notes


# Two answers


def test_an_observed_friday_gives_two_answers_and_the_reason():
    answer = compute("frcp6", date(2026, 6, 12), 21, "days")
    assert due(answer) == ("2026-07-03", "2026-07-06")
    assert "observed is a legal holiday is unsettled" in answer.reason
    assert "Fri 3 Jul 2026 if it is none, Mon 6 Jul 2026 if it is one" in answer.reason
    assert answer.earliest_options == {"observed_friday": "not_holiday"}
    assert answer.latest_options == {"observed_friday": "holiday"}


def test_counting_back_the_earlier_answer_takes_the_observed_friday_for_a_holiday():
    answer = compute("frcp6", date(2026, 7, 17), 14, "days", "before")
    assert due(answer) == ("2026-07-02", "2026-07-03")
    assert answer.earliest_options == {"observed_friday": "holiday"}


def test_a_choice_leaves_one_answer_and_no_reason():
    answer = compute("frcp6", date(2026, 6, 12), 21, "days", options={"observed_friday": "holiday"})
    assert due(answer) == ("2026-07-06", "2026-07-06")
    assert answer.reason == ""


def test_a_holiday_on_sunday_moves_to_monday_without_doubt():
    assert due(compute("frcp6", date(2021, 6, 14), 21, "days")) == ("2021-07-06", "2021-07-06")


def test_an_executive_closure_gives_two_answers():
    answer = compute("frcp6", date(2025, 12, 10), 14, "days")
    assert due(answer) == ("2025-12-24", "2025-12-29")
    assert "executive departments" in answer.reason


def test_both_steps_are_shown_after_what_they_share():
    answer = compute("frcp6", date(2026, 6, 12), 21, "days")
    assert [step.answer for step in answer.steps] == [Answer.BOTH] * 2 + [Answer.EARLIEST] * 2 + [Answer.LATEST] * 3
    assert recompute(answer.steps, Answer.EARLIEST) == date(2026, 7, 3)
    assert recompute(answer.steps, Answer.LATEST) == date(2026, 7, 6)
    assert answer.sentences[2].startswith("Earliest reading: Day 21 is 3 Jul, a Friday and, so read, no holiday")


def test_two_questions_at_once_are_both_named():
    answer = compute("frcp6", date(2026, 6, 12), 21, "days", options={"state": "ca"})
    assert due(answer) == ("2026-07-03", "2026-07-06")
    both = compute("frcp6", date(2026, 6, 12), 21, "days", options={"state": "ca", "observed_friday": "not_holiday"})
    assert due(both) == ("2026-07-03", "2026-07-06")  # California's courts keep that Friday too
    assert "state's lists" in both.reason


# What cannot be computed


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"rule": "frcp7"}, "frcp6, frap26"),
        ({"unit": "fortnights"}, "hours, days, court_days, weeks, months, years"),
        ({"direction": "around"}, "after, before"),
        ({"period": 0}, "from 1 to 50000"),
        ({"period": 10**12}, "from 1 to 50000"),
        ({"extension_days": -1}, "0 to 50000"),
        ({"service": "pigeon"}, "mail, clerk, other_consented"),
        ({"options": {"moon": "full"}}, "observed_friday, executive_closure"),
        ({"options": {"observed_friday": "maybe"}}, "not_holiday, holiday, both"),
        ({"unit": "hours"}, "2026-03-02T14:30"),
        ({"unit": "hours", "trigger": datetime(2026, 3, 2, 14)}, "America/Denver"),
        ({"unit": "hours", "trigger": datetime(2026, 3, 2, 14), "tz": "Mars/Base"}, "IANA"),
        ({"unit": "hours", "trigger": datetime(2026, 3, 8, 2, 30), "tz": "America/Denver"}, "does not exist"),
        ({"trigger": datetime(2026, 3, 2, 14, tzinfo=UTC)}, "time zone"),
        ({"trigger": date(1970, 1, 2)}, "begins on 1986-01-01"),
        ({"trigger": date(9999, 12, 20)}, "years 1 to 9999"),
        ({"period": 9000, "unit": "years"}, "years 1 to 9999"),
        (
            {"trigger": date(2, 1, 1), "period": 5000, "unit": "days", "direction": "before"},
            "years 1 to 9999",
        ),
    ],
)
def test_it_refuses_what_it_cannot_compute_and_lists_the_choices(given, says):
    call: dict[str, Any] = {
        "rule": "frcp6",
        "trigger": date(2026, 3, 2),
        "period": 14,
        "unit": "days",
    } | given
    with pytest.raises(DeadlineError) as refused:
        compute(**call)
    assert says in str(refused.value)
