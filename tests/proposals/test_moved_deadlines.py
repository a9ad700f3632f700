"""What removal to a federal court and a motion after judgment do to a deadline that runs."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model

from docket.models import CaseLink, Deadline, Filing
from docket.proposals.acceptance import accept
from docket.proposals.propose import follow_case, follow_filing
from tests.records.suit import forum, proof_of_service, suit

pytestmark = pytest.mark.django_db
LOS_ANGELES = ("calsuppctla", "ccp12", "America/Los_Angeles")


@pytest.fixture
def editor():
    return get_user_model().objects.create_superuser("ed")


def days(proposals):
    return {row.rule: row.earliest for row in proposals if row.kind == "new"}


# Removal (FRCP 81(c)(2), 28 U.S.C. 1446(d))


@pytest.mark.parametrize(
    ("removed", "due", "rule"),
    [
        (date(2026, 6, 30), date(2026, 7, 7), "fed.answer.removed"),
        (date(2026, 6, 3), date(2026, 6, 22), "fed.answer.removed_service"),
    ],
)
def test_after_removal_the_longer_period_counts(removed, due, rule):
    case = suit()
    proof_of_service(case, date(2026, 6, 1))
    notice = case.filing("init.notice_of_removal", by=case.studio, date_filed=removed)
    follow_filing(notice)
    found = {row.rule: row.earliest for row in case.proposed() if row.case_party == case.studio and row.kind == "new"}
    assert found == {rule: due}
    (answer,) = [row for row in case.proposed() if row.rule == rule and row.case_party == case.studio]
    assert "81(c)(2)" in answer.citation


def test_the_service_in_the_state_s_own_case_counts_after_removal():
    state, federal = suit(forum("nmdist1", "nm1006")), suit()
    federal.studio.party = state.studio.party
    federal.studio.save()
    proof_of_service(state, date(2026, 6, 20))
    CaseLink.objects.create(from_case=federal.case, to_case=state.case, kind="removed_from")
    notice = federal.filing("init.notice_of_removal", by=federal.studio, date_filed=date(2026, 6, 24))
    found = {row.case_party: row.earliest for row in follow_filing(notice).proposals if "answer" in row.rule}
    assert found[federal.studio] == date(2026, 7, 13), "21 days from 20 June end on a Saturday"
    assert found[federal.armorer] == date(2026, 7, 1), "no service is recorded: seven days from the removal"


def test_a_notice_of_removal_takes_the_state_s_deadline_out_of_force_with_the_reason(editor):
    state = suit(forum("nmdist1", "nm1006"))
    proof_of_service(state, date(2026, 6, 1))
    answer = accept(next(row for row in state.proposed() if row.rule == "nm.answer"), actor=editor)
    assert answer.earliest == date(2026, 7, 1)
    notice = state.filing("init.notice_of_removal", by=state.studio, date_filed=date(2026, 6, 30))
    (stop,) = [row for row in follow_filing(notice).proposals if row.deadline == answer]
    assert (stop.kind, stop.satisfied_by) == ("stop", notice)
    assert "28 U.S.C. 1446(d)" in stop.because
    assert "81(c)(2)" in stop.because
    accept(stop, actor=editor)
    answer.refresh_from_db()
    assert (answer.state, answer.stopped_by, answer.satisfied_by) == ("vacated", notice, None)
    follow_case(state.case)
    assert [row for row in state.proposed() if row.deadline == answer] == []


def test_a_case_that_moves_to_the_federal_court_counts_by_81c(editor):
    case = suit(forum("nmdist1", "nm1006"))
    proof_of_service(case, date(2026, 6, 1))
    answer = accept(next(row for row in case.proposed() if row.rule == "nm.answer"), actor=editor)
    case.case.forum = forum()
    case.case.save()
    case.filing("init.notice_of_removal", by=case.studio, date_filed=date(2026, 6, 30))
    follow_case(case.case)
    (change,) = [row for row in case.proposed() if row.deadline == answer]
    assert (change.kind, change.rule, change.earliest) == ("change", "fed.answer.removed", date(2026, 7, 7))


# Motions that suspend the time to appeal (FRAP 4(a)(4))


@pytest.fixture
def judged():
    case = suit()
    follow_filing(case.filing("judg.judgment", date_entered=date(2026, 6, 1), entry_number="80"))
    return case


def appeal_of(case):
    return next(row for row in case.proposed() if row.rule == "fed.appeal")


def moved(case, day, kind="mot.new_trial"):
    motion = case.filing(kind, by=case.studio, date_filed=day, entry_number="84")
    return motion, follow_filing(motion)


def decided(case, motion, day, outcome="denied"):
    order = case.filing("order.order", date_entered=day, entry_number="90")
    case.link(order, "rules_on", motion, outcome=outcome)
    return order, follow_filing(order)


def test_a_timely_motion_suspends_the_appeal_and_the_order_on_it_starts_it_anew(judged, editor):
    appeal = accept(appeal_of(judged), actor=editor)
    assert appeal.earliest == date(2026, 7, 1)
    motion, found = moved(judged, date(2026, 6, 20))
    (stop,) = [row for row in found.proposals if row.deadline == appeal]
    assert (stop.kind, stop.satisfied_by) == ("stop", motion)
    assert "FRAP 4(a)(4)" in stop.because
    accept(stop, actor=editor)
    appeal.refresh_from_db()
    assert (appeal.state, appeal.stopped_by) == ("suspended", motion)
    order, _ = decided(judged, motion, date(2026, 8, 3))
    (again,) = [row for row in judged.proposed() if row.deadline == appeal]
    assert (again.kind, again.rule, again.earliest) == ("change", "fed.appeal.after_motion", date(2026, 9, 2))
    accept(again, actor=editor)
    appeal.refresh_from_db()
    assert (appeal.state, appeal.stopped_by, appeal.trigger) == ("open", None, order)
    assert appeal.steps[0]["text"] == "Order on the motion entered 3 Aug 2026."
    follow_case(judged.case)
    follow_filing(Filing.objects.get(case=judged.case, filing_type="judg.judgment"))
    follow_filing(order)
    assert [row for row in judged.proposed() if row.deadline == appeal] == []
    assert [row for row in judged.proposed() if row.rule.startswith("fed.appeal")] == []


def test_a_motion_that_comes_too_late_suspends_nothing(judged, editor):
    appeal = accept(appeal_of(judged), actor=editor)
    _, found = moved(judged, date(2026, 6, 30))
    assert [row for row in found.proposals if row.deadline == appeal] == []


def test_a_proposal_not_yet_accepted_gives_way_and_the_desk_says_why(judged):
    motion, found = moved(judged, date(2026, 6, 20))
    assert [row for row in judged.proposed() if row.rule == "fed.appeal"] == []
    assert any("suspended" in words and "FRAP 4(a)(4)" in words for words in found.uncounted)
    decided(judged, motion, date(2026, 8, 3))
    (again,) = [row for row in judged.proposed() if row.rule.startswith("fed.appeal")]
    assert (again.rule, again.earliest) == ("fed.appeal.after_motion", date(2026, 9, 2))


def test_the_last_of_several_motions_counts(judged, editor):
    appeal = accept(appeal_of(judged), actor=editor)
    first, _ = moved(judged, date(2026, 6, 20))
    second, _ = moved(judged, date(2026, 6, 29), kind="mot.alter_judgment")
    decided(judged, first, date(2026, 8, 3))
    assert [row.kind for row in judged.proposed() if row.deadline == appeal] == ["stop"]
    decided(judged, second, date(2026, 8, 10))
    (again,) = [row for row in judged.proposed() if row.deadline == appeal]
    assert (again.kind, again.earliest) == ("change", date(2026, 9, 9))


def test_a_new_trial_granted_starts_no_time_to_appeal(judged, editor):
    appeal = accept(appeal_of(judged), actor=editor)
    motion, _ = moved(judged, date(2026, 6, 20))
    accept(next(row for row in judged.proposed() if row.kind == "stop"), actor=editor)
    decided(judged, motion, date(2026, 8, 3), outcome="granted")
    assert [row for row in judged.proposed() if row.deadline == appeal] == []


def test_a_motion_that_is_struck_lets_the_first_time_run_again(judged, editor):
    appeal = accept(appeal_of(judged), actor=editor)
    motion, _ = moved(judged, date(2026, 6, 20))
    accept(next(row for row in judged.proposed() if row.kind == "stop"), actor=editor)
    motion.state = "stricken"
    motion.save()
    follow_filing(motion)
    (again,) = [row for row in judged.proposed() if row.deadline == appeal]
    assert (again.kind, again.earliest) == ("change", date(2026, 7, 1))
    accept(again, actor=editor)
    appeal.refresh_from_db()
    assert (appeal.state, appeal.stopped_by) == ("open", None)


def test_a_suspended_deadline_is_not_pending(judged, editor):
    accept(appeal_of(judged), actor=editor)
    moved(judged, date(2026, 6, 20))
    accept(next(row for row in judged.proposed() if row.kind == "stop"), actor=editor)
    assert not Deadline.objects.pending(date(2026, 6, 21)).exists()
