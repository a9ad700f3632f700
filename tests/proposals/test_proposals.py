"""Deadlines proposed to staff, on the desk's own tables: what is withheld from the public is tested elsewhere."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from docket.models import Deadline, DeadlineProposal, Hearing
from docket.proposals.propose import follow_case, follow_filing, follow_hearing, follow_services
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
        ("Alaska", "ca_state", date(2026, 4, 1)),
        ("Alaska", "us_federal", date(2026, 3, 31)),
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
    told = [note for note in answer.notes if "holidays of Alaska are not held" in note]
    assert len(told) == (where == "Alaska" and calendar == "us_federal")


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
