"""Proposals accepted, changed and dismissed, and what is proposed when the record moves afterwards."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError

from docket.models import Deadline, Filing, ForumClosure
from docket.proposals.acceptance import accept, dismiss, recount
from docket.proposals.answers_due import answers_due
from docket.proposals.propose import follow_case, follow_filing, follow_forum
from tests.records.suit import forum, proof_of_service, suit

pytestmark = pytest.mark.django_db
SERVED = date(2022, 2, 15)


@pytest.fixture
def roe():
    return suit()


@pytest.fixture
def editor():
    return get_user_model().objects.create_superuser("ed")


def lines(rows):
    return sorted((row.kind, row.rule, row.earliest, row.case_party_id) for row in rows)


# Deciding


def test_accepting_makes_the_deadline_with_its_steps_and_remembers_who(roe, editor):
    _, proof = proof_of_service(roe, SERVED)
    (answer,) = roe.proposed()
    deadline = accept(answer, actor=editor)
    assert (deadline.certainty, deadline.visibility, deadline.state) == ("computed", "draft", "open")
    assert (deadline.earliest, deadline.case_party, deadline.trigger) == (date(2022, 3, 8), roe.studio, proof)
    assert deadline.steps == answer.steps
    answer.refresh_from_db()
    assert (answer.state, answer.decided_by, answer.deadline) == ("accepted", editor, deadline)
    with pytest.raises(ValidationError, match="accepted already"):
        accept(answer, actor=editor)
    follow_filing(proof)
    assert roe.proposed() == []


def test_changing_a_proposal_needs_a_reason_and_counts_anew(roe, editor):
    proof_of_service(roe, SERVED)
    (answer,) = roe.proposed()
    with pytest.raises(ValidationError, match="Say why"):
        accept(answer, actor=editor, changes={"period": 30})
    deadline = accept(answer, actor=editor, changes={"period": 30, "citation": "Order of 20 Feb"}, reason="by order")
    assert deadline.earliest == date(2022, 3, 17)
    assert deadline.steps[-1]["text"] == "Due 17 Mar 2022."


def test_naming_the_party_that_the_record_did_not_tell_needs_no_reason(roe, editor):
    proof = roe.filing("svc.proof_of_service", date_served=SERVED)
    (answer,) = follow_filing(proof).proposals
    assert answer.case_party is None, "one of two defendants"
    deadline = accept(answer, actor=editor, changes={"case_party": roe.armorer})
    assert (deadline.case_party, deadline.earliest) == (roe.armorer, date(2022, 3, 8))
    again = roe.filing("svc.proof_of_service", date_served=date(2022, 2, 16))
    (other,) = follow_filing(again).proposals
    with pytest.raises(ValidationError, match="Say why"):
        accept(other, actor=editor, changes={"case_party": roe.studio, "period": 30})


def test_service_by_mail_adds_days_only_where_the_period_runs_from_service(editor):
    there = suit(forum("nmdist1", "nm1006"))
    motion = there.filing("mot.motion", date_filed=date(2026, 6, 1))
    (response,) = follow_filing(motion).proposals
    assert response.earliest == date(2026, 6, 16)
    deadline = accept(response, actor=editor, changes={"service": "mail"}, reason="certificate of service")
    assert deadline.earliest == date(2026, 6, 22)  # 16 June + 3 is Juneteenth, a Friday


def test_where_the_law_is_open_both_days_stand_until_staff_choose(editor):
    there = suit(forum("nysd"))
    proof_of_service(there, date(2026, 6, 12))
    (answer,) = there.proposed()
    assert (answer.earliest, answer.latest) == (date(2026, 7, 3), date(2026, 7, 6))
    assert "unsettled" in answer.reason
    chosen = accept(
        answer, actor=editor, changes={"options": {"observed_friday": "not_holiday"}}, reason="the safe day"
    )
    assert (chosen.earliest, chosen.latest) == (date(2026, 7, 3), date(2026, 7, 3))
    assert chosen.options == {"observed_friday": "not_holiday"}
    assert "unsettled" in chosen.reason, "what is open stays on the record"


def test_a_dismissed_proposal_does_not_come_back_until_its_day_changes(roe, editor):
    _, proof = proof_of_service(roe, SERVED)
    (answer,) = roe.proposed()
    with pytest.raises(ValidationError, match="Say why"):
        dismiss(answer, actor=editor, reason=" ")
    dismiss(answer, actor=editor, reason="stayed by agreement")
    follow_filing(proof)
    assert roe.proposed() == []
    proof.claim_events.update(date=date(2022, 2, 17))
    follow_filing(proof)
    assert lines(roe.proposed()) == [("new", "fed.answer", date(2022, 3, 10), roe.studio.pk)]


# Changes are proposed, never made


@pytest.fixture
def accepted(roe, editor):
    proof_of_service(roe, SERVED)
    return accept(roe.proposed()[0], actor=editor)


def test_another_day_of_service_proposes_the_change_and_leaves_the_deadline_alone(roe, accepted, editor):
    accepted.trigger.claim_events.update(date=date(2022, 2, 16))
    follow_filing(accepted.trigger)
    accepted.refresh_from_db()
    assert accepted.earliest == date(2022, 3, 8)
    (change,) = roe.proposed()
    assert (change.kind, change.deadline, change.earliest) == ("change", accepted, date(2022, 3, 9))
    assert "16 February 2022 now, not 15 February 2022" in change.because
    accept(change, actor=editor)
    accepted.refresh_from_db()
    assert (accepted.trigger_date, accepted.earliest) == (date(2022, 2, 16), date(2022, 3, 9))
    follow_filing(accepted.trigger)
    assert roe.proposed() == []


def test_a_dismissed_change_is_not_proposed_again(roe, accepted, editor):
    accepted.trigger.claim_events.update(date=date(2022, 2, 16))
    follow_filing(accepted.trigger)
    dismiss(roe.proposed()[0], actor=editor, reason="the return is mistaken")
    follow_filing(accepted.trigger)
    assert roe.proposed() == []


def test_a_change_that_is_taken_back_takes_its_proposal_back(roe, accepted):
    accepted.trigger.claim_events.update(date=date(2022, 2, 16))
    follow_filing(accepted.trigger)
    accepted.trigger.claim_events.update(date=SERVED)
    follow_filing(accepted.trigger)
    assert roe.proposed() == []


def test_another_forum_proposes_its_rule_in_the_place_of_the_old_one(roe, accepted, editor):
    roe.case.forum = forum("nmdist1", "nm1006")
    roe.case.save()
    follow_case(roe.case)
    accepted.refresh_from_db()
    assert (accepted.rule, accepted.earliest) == ("fed.answer", date(2022, 3, 8))
    (change,) = [row for row in roe.proposed() if row.kind == "change"]
    assert (change.rule, change.earliest) == ("nm.answer", date(2022, 3, 17))
    assert "takes the place of FRCP 12(a)(1)(A)(i)" in change.because
    assert [row for row in roe.proposed() if row.kind == "new" and row.rule == "nm.answer"] == []
    accept(change, actor=editor)
    accepted.refresh_from_db()
    assert (accepted.rule, accepted.counted_by, accepted.earliest) == ("nm.answer", "nm1006", date(2022, 3, 17))


def test_a_closed_clerk_s_office_proposes_the_next_day(roe, accepted):
    ForumClosure.objects.create(forum=roe.case.forum, day=date(2022, 3, 8), reason="Snow", source="Notice")
    follow_forum(roe.case.forum)
    (change,) = [row for row in roe.proposed() if row.kind == "change"]
    assert change.earliest == date(2022, 3, 9)
    assert "clerk's office closed" in " ".join(step["text"] for step in change.steps)


def test_a_trigger_that_no_longer_starts_it_proposes_to_withdraw_it(roe, accepted, editor):
    accepted.trigger.state = "stricken"
    accepted.trigger.save()
    follow_filing(accepted.trigger)
    (withdraw,) = roe.proposed()
    assert (withdraw.kind, withdraw.deadline) == ("withdraw", accepted)
    accepted.refresh_from_db()
    assert accepted.state == "open"
    accept(withdraw, actor=editor)
    accepted.refresh_from_db()
    assert accepted.state == "vacated"


def test_a_date_that_the_court_set_is_left_alone(roe, accepted):
    Deadline.objects.filter(pk=accepted.pk).update(certainty="ordered")
    accepted.trigger.claim_events.update(date=date(2022, 2, 16))
    follow_filing(accepted.trigger)
    assert roe.proposed() == []


def test_staff_who_counted_from_another_day_are_asked_again_only_when_the_record_moves(roe, editor):
    _, proof = proof_of_service(roe, SERVED)
    (answer,) = roe.proposed()
    deadline = accept(
        answer, actor=editor, changes={"trigger_date": date(2022, 2, 18)}, reason="service complete later"
    )
    follow_filing(proof)
    assert roe.proposed() == []
    proof.claim_events.update(date=date(2022, 2, 20))
    follow_filing(proof)
    assert [(row.kind, row.deadline, row.trigger_date) for row in roe.proposed()] == [
        ("change", deadline, date(2022, 2, 20))
    ]


def test_counting_anew_keeps_its_reason(roe, accepted, editor):
    with pytest.raises(ValidationError, match="Say why"):
        recount(accepted, actor=editor, changes={"extension_days": 7}, reason="")
    recount(accepted, actor=editor, changes={"extension_days": 7}, reason="stipulation, entry 9")
    accepted.refresh_from_db()
    assert accepted.earliest == date(2022, 3, 15)
    assert accepted.proposals.get(kind="change").decision_reason == "stipulation, entry 9"


# Answer due


def test_the_claims_grid_knows_by_when_each_party_answers(roe, accepted, django_assert_num_queries):
    complaint = Filing.objects.get(filing_type="init.complaint")
    cross = roe.filing("init.crossclaim", by=roe.armorer, date_filed=date(2022, 3, 1))
    (about_cross,) = roe.claim(cross, roe.studio, title="Indemnity")
    rows = {row.case_party: row for claim in complaint.claims.all() for row in claim.against.all()}
    with django_assert_num_queries(1):
        due = answers_due([*rows.values(), about_cross])
    assert due == {rows[roe.studio].pk: accepted}, "not the other defendant, not the crossclaim"
