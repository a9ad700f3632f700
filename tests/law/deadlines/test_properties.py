"""What must hold for every deadline, whatever the rule, trigger, period, service and closed days."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from docket.law.deadlines import Answer, compute, recompute
from docket.law.deadlines.calendars import CALENDARS
from docket.law.deadlines.rules import RULE_SETS
from docket.law.deadlines.steps import Kind, day_of
from docket.law.deadlines.units import Direction, Unit

FIRST, LAST = date(2023, 1, 1), date(2035, 12, 31)
LONGEST = {"hours": 2000, "days": 400, "court_days": 250, "weeks": 60, "months": 40, "years": 10}
ZONES = ["America/Denver", "America/New_York", "America/Los_Angeles", "Europe/Paris", "UTC"]

triggers = st.dates(FIRST, LAST)
rule_ids = st.sampled_from(list(RULE_SETS))


@st.composite
def problems(draw: st.DrawFn, units: tuple[str, ...] = tuple(Unit)) -> dict[str, Any]:
    rule, unit, trigger = draw(rule_ids), draw(st.sampled_from(units)), draw(triggers)
    near = st.lists(st.integers(-420, 420).map(lambda n: trigger + timedelta(days=n)), max_size=8)
    methods = list(RULE_SETS[rule].versions[-1].additions)
    start = datetime.combine(trigger, draw(st.times()), tzinfo=UTC) if unit == "hours" else trigger
    return {
        "rule": rule,
        "trigger": start,
        "period": draw(st.integers(1, LONGEST[unit])),
        "unit": unit,
        "direction": draw(st.sampled_from(Direction)),
        "service": draw(st.sampled_from([None, *methods])),
        "closed": draw(near),
        "state_holidays": draw(near),
        "extension_days": draw(st.sampled_from([0, 0, 5, 30])),
        "tz": draw(st.sampled_from(ZONES)),
    }


@given(problems())
@settings(max_examples=600)
def test_the_steps_recompute_to_the_same_day(problem):
    answer = compute(**problem)
    assert answer.earliest <= answer.latest
    assert bool(answer.reason) == (answer.earliest != answer.latest)
    assert recompute(answer.steps, Answer.EARLIEST) == answer.earliest
    assert recompute(answer.steps, Answer.LATEST) == answer.latest
    assert answer.steps[-1].kind is Kind.DUE


@given(problems())
@settings(max_examples=600)
def test_a_deadline_never_lands_on_a_closed_day(problem):
    assume(problem["rule"] != "years")  # where the anniversary itself is one of two answers
    answer = compute(**problem)
    version = RULE_SETS[problem["rule"]].versions[-1]
    state_counts = problem["direction"] is Direction.AFTER or version.state_holidays_before
    for due in (day_of(answer.earliest), day_of(answer.latest)):
        assert due.weekday() < 5
        assert all(closed.when is not None for closed in CALENDARS[version.calendar].on(due))
        assert due not in problem["closed"]
        assert not (state_counts and due in problem["state_holidays"])


@given(problems(units=("days", "weeks", "months", "years")), st.integers(1, 40))
@settings(max_examples=600)
def test_a_later_trigger_never_gives_an_earlier_deadline(problem, later):
    answer = compute(**problem)
    after = compute(**problem | {"trigger": problem["trigger"] + timedelta(days=later)})
    assert after.earliest >= answer.earliest
    assert after.latest >= answer.latest


@given(problems())
@settings(max_examples=300)
def test_choosing_what_led_to_an_answer_gives_that_answer_alone(problem):
    answer = compute(**problem)
    for options, due in ((answer.earliest_options, answer.earliest), (answer.latest_options, answer.latest)):
        chosen = compute(**problem, options=options)
        assert (chosen.earliest, chosen.latest, chosen.reason) == (due, due, "")


DECIDED = {
    "frcp6": {"observed_friday": "holiday", "executive_closure": "not_holiday"},
    "nm1006": {"observed_friday": "holiday"},
    "ccp12": {},
    "arb_calendar": {"observed_friday": "not_holiday"},
}


@given(st.sampled_from(list(DECIDED)), triggers, st.integers(1, 250))
@settings(max_examples=400)
def test_court_days_counted_forward_and_back_agree(rule, day, n):
    call: dict[str, Any] = {"rule": rule, "unit": "court_days", "options": DECIDED[rule]}
    trigger = compute(trigger=day, period=1, direction="after", **call).latest  # a working day
    due = compute(trigger=trigger, period=n, direction="after", **call).latest
    assert compute(trigger=due, period=n, direction="before", **call).latest == trigger


@given(st.sampled_from(list(DECIDED)), triggers, st.integers(11, 400))
@settings(max_examples=400)
def test_days_counted_forward_and_back_agree_where_nothing_is_moved(rule, trigger, n):
    call: dict[str, Any] = {"rule": rule, "period": n, "unit": "days", "options": DECIDED[rule]}
    forward = compute(trigger=trigger, direction="after", **call)
    back = compute(trigger=forward.latest, direction="before", **call)
    assume(not any(step.kind is Kind.ROLL for step in (*forward.steps, *back.steps)))
    assert back.latest == trigger


@given(triggers, st.times(), st.integers(1, 2000), st.sampled_from(ZONES))
@settings(max_examples=300)
def test_hours_counted_forward_and_back_agree_where_nothing_is_moved(trigger, clock, n, tz):
    start = datetime.combine(trigger, clock.replace(microsecond=0), tzinfo=UTC)
    call: dict[str, Any] = {"rule": "frcp6", "period": n, "unit": "hours", "tz": tz}
    forward = compute(trigger=start, direction="after", **call)
    back = compute(trigger=forward.latest, direction="before", **call)
    assume(not any(step.kind is Kind.ROLL for step in (*forward.steps, *back.steps)))
    assert back.latest == start
