"""Deadlines that are proposed as answered, and as open again when the answer no longer stands."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError

from docket.models import Filing
from docket.proposals.acceptance import accept, dismiss
from docket.proposals.propose import follow_case, follow_filing
from tests.records.suit import proof_of_service, suit

pytestmark = pytest.mark.django_db
SERVED = date(2022, 2, 15)


@pytest.fixture
def roe():
    return suit()


@pytest.fixture
def editor():
    return get_user_model().objects.create_superuser("ed")


@pytest.fixture
def accepted(roe, editor):
    proof_of_service(roe, SERVED)
    return accept(roe.proposed()[0], actor=editor)


# Closing


def test_an_answer_by_the_party_proposes_to_close_its_deadline(roe, accepted, editor):
    complaint = Filing.objects.get(filing_type="init.complaint")
    answer = roe.filing("resp.answer", by=roe.studio, date_filed=date(2022, 3, 7))
    roe.link(answer, "answers", complaint)
    follow_filing(answer)
    (close,) = [row for row in roe.proposed() if row.kind == "close"]
    assert (close.deadline, close.satisfied_by) == (accepted, answer)
    assert "late" not in close.because
    accept(close, actor=editor)
    accepted.refresh_from_db()
    assert (accepted.state, accepted.satisfied_by) == ("met", answer)


def test_the_other_defendant_s_answer_closes_nothing(roe, accepted):
    answer = roe.filing("resp.answer", by=roe.armorer, date_filed=date(2022, 3, 7))
    roe.link(answer, "answers", Filing.objects.get(filing_type="init.complaint"))
    assert [row for row in follow_filing(answer).proposals if row.kind == "close"] == []


def test_an_answer_after_the_day_is_called_late_to_staff(roe, accepted):
    answer = roe.filing("resp.answer", by=roe.studio, date_filed=date(2022, 3, 10))
    (close,) = [row for row in follow_filing(answer).proposals if row.kind == "close"]
    assert "2 days after 8 March 2022: late" in close.because


def test_a_motion_under_rule_12_answers_in_time(roe, accepted):
    motion = roe.filing("mot.dismiss", by=roe.studio, date_filed=date(2022, 3, 8))
    assert [row.kind for row in follow_filing(motion).proposals if row.deadline == accepted] == ["close"]


def test_an_answer_that_is_struck_takes_its_proposal_back(roe, accepted):
    answer = roe.filing("resp.answer", by=roe.studio, date_filed=date(2022, 3, 7))
    follow_filing(answer)
    answer.state = "stricken"
    answer.save()
    follow_filing(answer)
    assert [row for row in roe.proposed() if row.kind == "close"] == []


def test_an_order_granting_more_time_extends_to_the_day_that_staff_give(roe, accepted, editor):
    motion = roe.filing("mot.extend_time", by=roe.studio, date_filed=date(2022, 3, 1))
    order = roe.filing("order.order", date_entered=date(2022, 3, 3))
    roe.link(order, "rules_on", motion, outcome="granted")
    (extend,) = follow_filing(order).proposals
    assert (extend.kind, extend.deadline) == ("extend", accepted)
    with pytest.raises(ValidationError, match="Give the day"):
        accept(extend, actor=editor)
    new = accept(extend, actor=editor, due=date(2022, 4, 7))
    accepted.refresh_from_db()
    assert accepted.state == "extended"
    assert (new.extended_from, new.earliest, new.certainty, new.trigger) == (
        accepted,
        date(2022, 4, 7),
        "ordered",
        order,
    )


def test_an_answer_from_before_the_day_closes_nothing(roe, editor):
    complaint, _ = proof_of_service(roe, SERVED)
    answer = roe.filing("resp.answer", by=roe.studio, date_filed=date(2022, 2, 20))
    roe.link(answer, "answers", complaint)
    amended = roe.filing("init.amended_complaint", by=roe.plaintiff, date_served=date(2022, 4, 1))
    roe.claim(amended, roe.studio)
    (again,) = [row for row in follow_filing(amended).proposals if row.rule == "fed.respond_amended"]
    deadline = accept(again, actor=editor)
    follow_filing(answer)
    assert [row for row in roe.proposed() if row.deadline == deadline] == []


def test_a_deadline_accepted_after_its_answer_came_in_is_proposed_as_answered(roe, editor):
    complaint, _ = proof_of_service(roe, SERVED)
    answer = roe.filing("resp.answer", by=roe.studio, date_filed=date(2022, 3, 7))
    roe.link(answer, "answers", complaint)
    follow_filing(answer)
    deadline = accept(next(row for row in roe.proposed() if row.rule == "fed.answer"), actor=editor)
    assert [(row.kind, row.satisfied_by) for row in roe.proposed() if row.deadline == deadline] == [("close", answer)]


# Reopening


@pytest.fixture
def met(roe, accepted, editor):
    answer = roe.filing("resp.answer", by=roe.studio, date_filed=date(2022, 3, 7), entry_number="9")
    accept(next(row for row in follow_filing(answer).proposals if row.kind == "close"), actor=editor)
    accepted.refresh_from_db()
    assert accepted.state == "met"
    return accepted


@pytest.mark.parametrize("state", ["stricken", "withdrawn", "filed_in_error"])
def test_an_answer_that_no_longer_stands_proposes_to_open_its_deadline_again(roe, met, editor, state):
    answer = met.satisfied_by
    Filing.objects.filter(pk=answer.pk).update(state=state)
    (reopen,) = follow_filing(answer).proposals
    assert (reopen.kind, reopen.deadline, reopen.satisfied_by) == ("reopen", met, answer)
    assert state.replace("_", " ") in reopen.because
    met.refresh_from_db()
    assert (met.state, met.satisfied_by) == ("met", answer), "proposed, not done"
    accept(reopen, actor=editor)
    met.refresh_from_db()
    assert (met.state, met.satisfied_by) == ("open", None)
    follow_case(roe.case)
    assert [row for row in roe.proposed() if row.deadline] == [], "the struck answer closes nothing"


def test_an_answer_struck_and_standing_again_is_proposed_as_the_answer_again(roe, met, editor):
    answer = met.satisfied_by
    for state, kind in (("stricken", "reopen"), ("ok", "close"), ("stricken", "reopen")):
        Filing.objects.filter(pk=answer.pk).update(state=state)
        (proposal,) = follow_filing(answer).proposals
        assert proposal.kind == kind
        accept(proposal, actor=editor)


def test_an_answer_that_stands_again_takes_the_reopening_back(roe, met):
    answer = met.satisfied_by
    Filing.objects.filter(pk=answer.pk).update(state="stricken")
    follow_filing(answer)
    Filing.objects.filter(pk=answer.pk).update(state="ok")
    assert follow_filing(answer).proposals == []


def test_a_reopening_that_staff_dismissed_does_not_come_back(roe, met, editor):
    answer = met.satisfied_by
    Filing.objects.filter(pk=answer.pk).update(state="stricken")
    (reopen,) = follow_filing(answer).proposals
    dismiss(reopen, actor=editor, reason="the amended answer of 8 March stands")
    assert follow_filing(answer).proposals == []


def test_a_reopened_deadline_is_proposed_as_answered_by_the_filing_that_stands(roe, met, editor):
    second = roe.filing("resp.answer", by=roe.studio, date_filed=date(2022, 3, 8))
    follow_filing(second)
    Filing.objects.filter(pk=met.satisfied_by_id).update(state="stricken")
    (reopen,) = follow_filing(met.satisfied_by).proposals
    accept(reopen, actor=editor)
    assert [(row.kind, row.satisfied_by) for row in roe.proposed()] == [("close", second)]


def test_a_reopened_deadline_meets_what_moved_while_it_was_closed(roe, met, editor):
    met.trigger.claim_events.update(date=date(2022, 2, 16))
    follow_filing(met.trigger)
    assert roe.proposed() == [], "what is closed stays closed"
    Filing.objects.filter(pk=met.satisfied_by_id).update(state="stricken")
    (reopen,) = follow_filing(met.satisfied_by).proposals
    accept(reopen, actor=editor)
    assert [(row.kind, row.earliest) for row in roe.proposed()] == [("change", date(2022, 3, 9))]
