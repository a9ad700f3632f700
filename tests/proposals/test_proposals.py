"""Deadlines proposed to staff, on the desk's own tables: what is withheld from the public is tested elsewhere."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from docket.models import Deadline, DeadlineProposal, Filing, ForumClosure, Hearing
from docket.proposals.acceptance import accept, dismiss, recount
from docket.proposals.answers_due import answers_due
from docket.proposals.propose import follow_case, follow_filing, follow_forum, follow_hearing, follow_services
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


# What follows


def test_service_proposes_the_answer_of_the_party_served(roe):
    _, proof = proof_of_service(roe, SERVED)
    (answer,) = roe.proposed()
    assert (answer.kind, answer.rule, answer.citation) == ("new", "fed.answer", "FRCP 12(a)(1)(A)(i)")
    assert (answer.earliest, answer.latest) == (date(2022, 3, 8), date(2022, 3, 8))
    assert (answer.case_party, answer.trigger) == (roe.studio, proof)
    assert answer.steps[0]["text"] == "Served 15 Feb 2022."
    assert answer.steps[-1]["text"] == "Due 8 Mar 2022."
    assert answer.rule_version == "Federal Rules of Civil Procedure, Rule 6, as amended 1 Dec 2016"
    assert answer.calendar_version.startswith("us_federal ")
    assert Deadline.objects.count() == 0


def test_the_same_service_in_new_mexico_gives_thirty_days():
    there = suit(forum("nmdist1", "nm1006"))
    proof_of_service(there, SERVED)
    assert lines(there.proposed()) == [("new", "nm.answer", date(2022, 3, 17), there.studio.pk)]


def test_nothing_follows_in_a_criminal_case_or_under_no_rules():
    for where, category in ((forum(), "criminal"), (forum("sheriff", ""), "civil")):
        case = suit(where)
        case.case.category = category
        case.case.save()
        proof_of_service(case, SERVED)
        assert case.proposed() == []


def test_a_month_is_not_a_day_to_count_from(roe):
    motion = roe.filing("judg.judgment", date_filed=date(2022, 2, 1), date_filed_precision="month")
    assert follow_filing(motion).proposals == []


def test_a_stricken_filing_starts_nothing(roe):
    _, proof = proof_of_service(roe, SERVED)
    proof.state = "stricken"
    proof.save()
    follow_filing(proof)
    assert roe.proposed() == []
    assert [row.state for row in DeadlineProposal.objects.all()] == ["superseded"]


def test_a_claim_event_alone_tells_of_service(roe):
    complaint = roe.filing("init.complaint", date_filed=date(2022, 2, 1))
    studio, armorer = roe.claim(complaint, roe.studio, roe.armorer)
    roe.served(studio, SERVED)
    roe.served(armorer, date(2022, 2, 16))
    follow_services(roe.case)
    assert lines(roe.proposed()) == [
        ("new", "fed.answer", date(2022, 3, 8), roe.studio.pk),
        ("new", "fed.answer", date(2022, 3, 9), roe.armorer.pk),
    ]


def test_the_proof_and_the_event_of_one_service_propose_once(roe):
    complaint, proof = proof_of_service(roe, SERVED)
    roe.served(roe.claim(complaint, roe.studio, title="Wrongful death")[0], SERVED)
    follow_services(roe.case)
    follow_case(roe.case)
    follow_filing(proof)
    assert [row.rule for row in roe.proposed()] == ["fed.answer", "fed.service"]


@pytest.mark.parametrize(
    ("where", "calendar", "due"),
    [
        ("California", "us_federal", date(2026, 4, 1)),
        ("New Mexico", "us_federal", date(2026, 3, 31)),
        ("Ohio", "ca_state", date(2026, 4, 1)),
        ("Ohio", "us_federal", date(2026, 3, 31)),
        ("United States", "us_federal", date(2026, 3, 31)),
    ],
)
def test_holidays_of_the_state_count_where_a_federal_court_sits(where, calendar, due):
    court = forum("xfed")
    court.jurisdiction, court.holiday_calendar, court.system = where, calendar, "federal"
    court.save()
    there = suit(court)
    proof_of_service(there, date(2026, 3, 10))
    (answer,) = there.proposed()
    assert answer.earliest == due, "21 days end on 31 March, Cesar Chavez Day"
    told = [note for note in answer.notes if "holidays of Ohio are not held" in note]
    assert len(told) == (where == "Ohio" and calendar == "us_federal")


def test_a_motion_in_new_mexico_proposes_the_response():
    there = suit(forum("nmdist1", "nm1006"))
    motion = there.filing("mot.dismiss", by=there.studio, date_filed=date(2026, 11, 12), entry_number="9")
    (response,) = follow_filing(motion).proposals
    assert (response.rule, response.earliest) == ("nm.motion_response", date(2026, 11, 30))
    assert response.title == "Response to a motion (entry 9)"


def test_a_judgment_proposes_appeal_and_new_trial_but_not_what_few_cases_know(roe):
    judgment = roe.filing("judg.judgment", date_entered=date(2026, 1, 20))
    found = {row.rule: row.earliest for row in follow_filing(judgment).proposals}
    assert found == {
        "fed.appeal": date(2026, 2, 19),
        "fed.new_trial": date(2026, 2, 17),
        "fed.amend_judgment": date(2026, 2, 17),
    }


def test_an_award_proposes_confirming_and_vacating():
    there = suit(forum("jams", "jams"))
    award = there.filing("arb.final_award", date_filed=date(2025, 6, 2), date_served=date(2025, 6, 4))
    found = {row.rule: (row.trigger_date, row.earliest) for row in follow_filing(award).proposals}
    assert found == {
        "faa.confirm": (date(2025, 6, 2), date(2026, 6, 2)),
        "faa.vacate": (date(2025, 6, 4), date(2025, 9, 4)),
    }


def test_an_order_that_denies_the_motion_lets_the_movant_answer(roe):
    motion = roe.filing("mot.dismiss", by=roe.armorer, date_filed=date(2026, 3, 2))
    order = roe.filing("order.order", date_entered=date(2026, 4, 1))
    roe.link(order, "rules_on", motion, outcome="granted")
    assert follow_filing(order).proposals == []
    order.links_from.update(outcome="denied")
    assert lines(follow_filing(order).proposals) == [
        ("new", "fed.answer.after_motion", date(2026, 4, 15), roe.armorer.pk)
    ]


def test_filings_are_due_before_a_hearing_on_a_motion():
    there = suit(forum("calsuppctla", "ccp12", "America/Los_Angeles"))
    hearing = Hearing.objects.create(case=there.case, kind="motion_hearing", title="Demurrer", date=date(2026, 3, 6))
    found = {row.rule: row.earliest for row in follow_hearing(hearing).proposals}
    assert found == {"ca.motion_opposition": date(2026, 2, 23), "ca.motion_reply": date(2026, 2, 27)}
    hearing.is_vacated = True
    hearing.save()
    assert follow_hearing(hearing).proposals == []


def test_following_again_changes_nothing(roe):
    _, proof = proof_of_service(roe, SERVED)
    before = list(DeadlineProposal.objects.values())
    follow_filing(proof)
    follow_services(roe.case)
    assert list(DeadlineProposal.objects.values()) == before


def test_what_cannot_be_counted_says_what_to_do(roe):
    judgment = roe.filing("judg.judgment", date_entered=date(1950, 1, 3))
    found = follow_filing(judgment)
    assert found.proposals == []
    assert any("begins on 1986-01-01" in words for words in found.uncounted)


def test_a_day_before_the_text_that_is_held_is_told_and_not_counted(roe):
    proof = roe.filing("svc.proof_of_service", date_served=date(2008, 12, 30))
    found = follow_filing(proof)
    assert found.proposals == []
    assert found.uncounted == [
        "Answer (FRCP 12(a)(1)(A)(i)): the text held is in force from 1 December 2009 on, and time runs from "
        "30 December 2008. Enter the deadline by hand."
    ]


def test_a_proposal_cannot_point_into_another_case(roe):
    motion = suit(roe.case.forum).filing("mot.motion")
    DeadlineProposal.objects.create(case=roe.case, kind="new", trigger=motion)
    with pytest.raises(IntegrityError, match="trigger_id_in_case"):
        connection.check_constraints()


def test_following_a_large_docket_takes_as_many_queries_as_a_small_one(roe):
    def grow(n):
        for _ in range(n):
            motion = roe.filing("mot.dismiss", by=roe.studio, date_filed=date(2026, 3, 2))
            order = roe.filing("order.order", date_entered=date(2026, 4, 1))
            roe.link(order, "rules_on", motion, outcome="granted")

    grow(2)
    follow_case(roe.case)
    with CaptureQueriesContext(connection) as few:
        follow_case(roe.case)
    grow(20)
    with CaptureQueriesContext(connection) as many:
        follow_case(roe.case)
    assert len(many) == len(few)


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
