"""The table of periods and the rule sets: complete, consistent, and found by forum and trigger."""

from datetime import date, datetime, timedelta

import pytest

from docket.law.deadlines import DeadlineError
from docket.law.deadlines.periods import PERIODS, Period, Purpose, Trigger, by_id, compute_period, for_trigger
from docket.law.deadlines.rules import RULE_SETS
from docket.law.deadlines.rules.shape import BOTH
from docket.law.deadlines.units import Direction, Unit

TODAY = date(2026, 3, 2)


def test_it_finds_what_a_served_summons_starts():
    assert [period.id for period in for_trigger("frcp6", Trigger.SUMMONS_SERVED, TODAY)] == ["fed.answer"]
    assert "ca.answer" in [period.id for period in for_trigger("ccp12", Trigger.SUMMONS_SERVED, TODAY)]


def test_a_hearing_in_california_starts_the_three_motion_filings():
    found = for_trigger("ccp12", Trigger.HEARING, TODAY)
    assert [(period.id, period.n) for period in found] == [
        ("ca.motion_notice", 16),
        ("ca.motion_opposition", 9),
        ("ca.motion_reply", 5),
    ]


@pytest.mark.parametrize("forum", ["arb_calendar", "aaa", "jams", "icc_art3_4", "icdr", "uncitral", "lcia"])
def test_an_award_starts_its_confirmation_in_the_arbitral_forum_too(forum):
    assert [period.id for period in for_trigger(forum, Trigger.AWARD_MADE, TODAY)] == ["faa.confirm"]


@pytest.mark.parametrize(
    ("period", "day", "due"),
    [
        ("nm.answer", date(2026, 6, 1), date(2026, 7, 1)),
        ("nm.magistrate_answer", date(2026, 6, 3), date(2026, 6, 23)),
        ("nm.motion_response", date(2026, 6, 1), date(2026, 6, 16)),
        ("nm.reply", date(2026, 6, 1), date(2026, 6, 16)),
        ("nm.appeal", date(2026, 6, 1), date(2026, 7, 1)),
        ("tx.new_trial", date(2026, 6, 1), date(2026, 7, 1)),
        ("tx.appeal", date(2026, 6, 1), date(2026, 7, 1)),
        ("ca.answer", date(2026, 6, 1), date(2026, 7, 1)),
        ("ca.answer.substituted", date(2026, 6, 5), date(2026, 7, 15)),
        ("sct.certiorari", date(2026, 6, 3), date(2026, 9, 1)),
        ("sct.opposition", date(2026, 6, 1), date(2026, 7, 1)),
    ],
)
def test_a_period_ends_on_the_day_that_a_clerk_counts_on_the_calendar(period, day, due):
    assert compute_period(by_id(period), day).earliest == due


def test_a_judgment_starts_the_appeal_counted_by_the_appellate_rule():
    appeal = next(period for period in for_trigger("frcp6", Trigger.JUDGMENT_ENTERED, TODAY) if period.n == 30)
    assert (appeal.id, appeal.counted_by) == ("fed.appeal", "frap26")


def test_a_changed_period_is_found_by_the_day_of_its_trigger():
    assert by_id("fed.service", date(2015, 11, 30)).n == 120
    assert by_id("fed.service", date(2015, 12, 1)).n == 90
    assert by_id("ca.unlawful_detainer", date(2019, 9, 1)).n == 5  # AB 2343, operative on 1 September 2019
    assert by_id("ca.unlawful_detainer", date(2024, 12, 31)).n == 5
    assert by_id("ca.unlawful_detainer", date(2025, 1, 1)).n == 10
    eve = for_trigger("ccp12", Trigger.SUMMONS_SERVED, date(2019, 8, 31))
    assert "ca.unlawful_detainer" not in [period.id for period in eve]


@pytest.mark.parametrize(
    ("period", "until_2024", "since_2025"),
    [  # AB 2049, from 1 January 2025
        ("ca.summary_judgment_notice", 75, 81),
        ("ca.summary_judgment_opposition", 14, 20),
        ("ca.summary_judgment_reply", 5, 11),
    ],
)
def test_summary_judgment_in_california_has_longer_periods_from_2025(period, until_2024, since_2025):
    for first, last, n in ((date(2011, 1, 1), date(2024, 12, 31), until_2024), (date(2025, 1, 1), TODAY, since_2025)):
        assert {by_id(period, day).n for day in (first, last)} == {n}


def test_an_unknown_period_lists_the_choices():
    with pytest.raises(DeadlineError, match=r"fed\.answer, fed\.answer\.waiver"):
        by_id("fed.anwser")


def test_it_computes_a_period_in_its_own_words():
    answer = compute_period(by_id("fed.answer"), date(2022, 2, 15))
    assert answer.sentences[0] == "Served 15 Feb 2022."
    assert answer.earliest == date(2022, 3, 8)
    assert compute_period(by_id("fed.motion_notice"), date(2026, 3, 3)).sentences[0] == "Hearing on 3 Mar 2026."
    assert compute_period(by_id("nm.wrongful_death"), date(2021, 10, 21)).earliest == date(2024, 10, 21)


def test_mail_extends_a_response_but_not_the_answer_to_a_summons():
    assert compute_period(by_id("fed.answer"), date(2026, 3, 2), service="mail").earliest == date(2026, 3, 23)
    later = compute_period(by_id("fed.respond_amended"), date(2026, 3, 2), service="mail")
    assert later.earliest == date(2026, 3, 19)


@pytest.mark.parametrize("period", PERIODS, ids=lambda period: f"{period.id}-{period.n}")
def test_every_row_can_be_computed_and_is_cited(period: Period):
    trigger = period.last if period.last < date.max else TODAY
    answer = compute_period(period, trigger)
    assert (answer.latest < trigger) == (period.direction is Direction.BEFORE)
    assert period.rule
    assert period.source.where
    assert all(forum in RULE_SETS for forum in (period.counted_by, *period.forums))


def test_rows_of_one_id_never_overlap():
    for period in PERIODS:
        others = [other for other in PERIODS if other.id == period.id and other is not period]
        assert all(other.last < period.first or other.first > period.last for other in others), period.id


def test_versions_of_a_rule_follow_each_other_without_a_gap():
    for rules in RULE_SETS.values():
        for older, newer in zip(rules.versions, rules.versions[1:], strict=False):
            assert older.until is not None
            assert older.until + timedelta(days=1) == newer.in_force, rules.id
        assert rules.versions[-1].until is None
        assert all(version.source and version.cites for version in rules.versions)


def test_every_option_can_be_answered_with_each_of_its_choices():
    for rules in RULE_SETS.values():
        for option in rules.versions[-1].options:
            assert option.default is None or option.default in option.choices
            for choice in (*option.choices, BOTH):
                period = Period(
                    "x", 20, Unit.DAYS, Trigger.HEARING, "", "", PERIODS[0].source, rules.id, Purpose.ANSWER
                )
                compute_period(period, datetime(2026, 3, 2, 9), options={option.name: choice})
