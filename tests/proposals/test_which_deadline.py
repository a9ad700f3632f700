"""Which deadline is proposed where a simpler rule gives a wrong day; the days are those of the rules' own words."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model

from docket.models import Hearing
from docket.proposals.propose import follow_filing, follow_hearing
from tests.records.desk_cast import member
from tests.records.suit import forum, proof_of_service, suit

pytestmark = pytest.mark.django_db
LOS_ANGELES = ("calsuppctla", "ccp12", "America/Los_Angeles")


@pytest.fixture
def editor():
    return get_user_model().objects.create_superuser("ed")


def days(proposals):
    return {row.rule: row.earliest for row in proposals if row.kind == "new"}


# Summary judgment in California (CCP 437c)


def heard(on, title="Motion", **fields):
    there = suit(forum(*LOS_ANGELES))
    if kind := fields.pop("motion", None):
        fields["set_by"] = there.filing(kind, by=there.studio, date_filed=date(2026, 3, 2))
    return there, Hearing.objects.create(case=there.case, kind="motion_hearing", title=title, date=on, **fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"motion": "mot.summary_judgment"},
        {"motion": "mot.partial_summary_judgment"},
        {"title": "Motion for Summary Judgment, or in the alternative summary adjudication"},
        {"title": "Hearing on MSJ"},
    ],
)
def test_summary_judgment_in_california_has_its_own_days(fields):
    _, hearing = heard(date(2026, 6, 15), **fields)
    assert days(follow_hearing(hearing).proposals) == {
        "ca.summary_judgment_opposition": date(2026, 5, 26),
        "ca.summary_judgment_reply": date(2026, 6, 4),
    }


def test_before_2025_summary_judgment_in_california_had_six_days_less():
    _, hearing = heard(date(2024, 6, 17), motion="mot.summary_judgment")
    assert days(follow_hearing(hearing).proposals) == {
        "ca.summary_judgment_opposition": date(2024, 6, 3),
        "ca.summary_judgment_reply": date(2024, 6, 12),
    }


def test_another_motion_in_california_keeps_the_days_of_1005b():
    _, hearing = heard(date(2026, 6, 15), motion="mot.compel_discovery")
    assert days(follow_hearing(hearing).proposals) == {
        "ca.motion_opposition": date(2026, 6, 2),
        "ca.motion_reply": date(2026, 6, 8),
    }


def test_where_the_record_does_not_tell_which_motion_is_heard_nothing_is_proposed():
    there, hearing = heard(date(2026, 6, 15), title="Hearing")
    there.filing("mot.summary_judgment", by=there.studio, date_filed=date(2026, 3, 2))
    found = follow_hearing(hearing)
    assert found.proposals == []
    assert any("which motion" in words and "CCP 437c" in words for words in found.uncounted)


# The United States (FRCP 12(a)(2))


def sued(name, kind="government", capacity=""):
    case = suit()
    case.studio.party.name, case.studio.party.kind = name, kind
    case.studio.party.save()
    if capacity:
        case.studio.capacities.create(case=case.case, kind="official_capacity", object=capacity)
    return case


@pytest.mark.parametrize(
    ("name", "kind", "capacity"),
    [
        ("United States of America", "person", ""),
        ("United States Department of Labor", "organization", ""),
        ("U.S. Department of Energy", "government", ""),
        ("Internal Revenue Service", "government", ""),
        ("Pat Example", "person", "Secretary of the United States Department of Labor"),
        ("Pat Example, Attorney General of the United States", "person", "Attorney General"),
        ("Commissioner of Social Security", "person", ""),
    ],
)
def test_the_united_states_and_its_officers_have_sixty_days(name, kind, capacity):
    case = sued(name, kind, capacity)
    proof_of_service(case, date(2026, 6, 9))
    (answer,) = [row for row in case.proposed() if "answer" in row.rule]
    assert (answer.rule, answer.earliest) == ("fed.answer.us", date(2026, 8, 10)), "8 August is a Saturday"
    assert answer.steps[0]["text"].startswith("Served 9 Jun 2026") or "served" in answer.steps[0]["text"]


@pytest.mark.parametrize(
    ("name", "kind", "capacity"),
    [
        ("United States Steel Corporation", "organization", ""),
        ("City of Santa Fe", "government", ""),
        ("New Mexico Department of Health", "government", ""),
        ("Pat Example", "person", "Sheriff of Santa Fe County"),
    ],
)
def test_others_have_twenty_one_days(name, kind, capacity):
    case = sued(name, kind, capacity)
    proof_of_service(case, date(2026, 6, 9))
    (answer,) = [row for row in case.proposed() if "answer" in row.rule]
    assert (answer.rule, answer.earliest) == ("fed.answer", date(2026, 6, 30))


def test_where_the_record_does_not_tell_whose_agency_it_is_staff_choose():
    case = sued("Office of the Example Commissioner")
    _, proof = proof_of_service(case, date(2026, 6, 9))
    assert days(case.proposed()) == {}
    assert any("agency or officer of the United States" in words for words in follow_filing(proof).uncounted)


def test_where_the_united_states_is_a_party_anyone_has_sixty_days_to_appeal():
    case = sued("United States of America")
    judgment = case.filing("judg.judgment", date_entered=date(2026, 1, 20))
    found = days(follow_filing(judgment).proposals)
    assert found["fed.appeal_us"] == date(2026, 3, 23), "sixty days end on a Saturday"
    assert "fed.appeal" not in found


# No rules


@pytest.mark.parametrize(
    ("where", "category", "says"),
    [
        ("xctapp", "civil", "No rules are held for this court (XCTAPP)"),
        ("nmd", "criminal", "No periods are held for criminal cases"),
    ],
)
def test_where_no_rules_are_held_the_desk_says_so(where, category, says):
    case = suit(forum(where, "" if where == "xctapp" else "frcp6"))
    case.case.category = category
    case.case.save()
    found = follow_filing(case.filing("mot.dismiss", by=case.studio, date_filed=date(2026, 3, 2)))
    assert found.proposals == []
    assert any(words.startswith(says) for words in found.uncounted)
    assert follow_filing(case.filing("brief.exhibit", date_filed=date(2026, 3, 2))).uncounted == [], "it starts nothing"


def test_the_filing_s_form_says_that_no_rules_are_held():
    case = suit(forum("xctapp", ""))
    motion = case.filing("mot.dismiss", by=case.studio, date_filed=date(2026, 3, 2))
    page = member("editor").get(f"/admin/docket/filing/{motion.pk}/change/").content.decode()
    assert "No rules are held for this court (XCTAPP)" in page


# Local rules, other courts


def test_a_motion_in_a_district_with_a_local_rule_proposes_its_response():
    there = suit(forum("nhd"))
    motion = there.filing("mot.dismiss", by=there.studio, date_filed=date(2026, 3, 2))
    assert days(follow_filing(motion).proposals) == {"nhd.response": date(2026, 3, 16)}
    judgment = there.filing("mot.summary_judgment", by=there.studio, date_filed=date(2026, 3, 2))
    assert days(follow_filing(judgment).proposals) == {"nhd.response.summary_judgment": date(2026, 4, 1)}


def test_an_unconfirmed_local_rule_is_shown_and_not_proposed():
    there = suit(forum("dcd"))
    motion = there.filing("mot.dismiss", by=there.studio, date_filed=date(2026, 3, 2))
    assert follow_filing(motion).proposals == []
    page = member("editor").get(f"/admin/docket/filing/{motion.pk}/change/").content.decode()
    assert "LCvR 7(b)" in page
    assert "Check the rule: its text could not be confirmed." in page


def test_in_texas_the_answer_is_due_by_ten_on_the_monday_after():
    there = suit(forum("texbizct", "trcp4", "America/Chicago"))
    proof_of_service(there, date(2026, 10, 1))
    (answer,) = [row for row in there.proposed() if row.rule == "tx.answer"]
    assert answer.earliest == date(2026, 10, 26)
    assert answer.due_at is not None
    assert answer.due_at.isoformat() == "2026-10-26T15:00:00+00:00", "ten in Texas"


def test_on_guam_its_own_holiday_counts():
    court = forum("gud", "frcp6", "Pacific/Guam")
    court.jurisdiction, court.system = "Guam", "federal"
    court.save()
    there = suit(court)
    proof_of_service(there, date(2026, 6, 30))
    (answer,) = [row for row in there.proposed() if row.rule == "fed.answer"]
    assert (answer.earliest, answer.latest) == (date(2026, 7, 22), date(2026, 7, 22)), "21 July is Liberation Day"


def test_a_judgment_in_bankruptcy_and_on_appeal_starts_its_own_periods():
    bankruptcy = suit(forum("nysb", "frbp9006", "America/New_York"))
    bankruptcy.case.category = "bankruptcy"
    bankruptcy.case.save()
    judgment = bankruptcy.filing("judg.judgment", date_entered=date(2026, 1, 5))
    assert days(follow_filing(judgment).proposals) == {"frbp.appeal": date(2026, 1, 20)}
    above = suit(forum("ca2", "frap26", "America/New_York"))
    above.case.category = "appeal"
    above.case.save()
    judgment = above.filing("judg.judgment", date_entered=date(2026, 1, 20))
    assert days(follow_filing(judgment).proposals) == {"sct.certiorari": date(2026, 4, 20)}


def test_a_meeting_of_creditors_is_told_and_not_counted():
    there = suit(forum("nysb", "frbp9006", "America/New_York"))
    there.case.category = "bankruptcy"
    there.case.save()
    meeting = Hearing.objects.create(
        case=there.case, kind="creditors_meeting", title="Meeting of creditors", date=date(2026, 2, 3)
    )
    found = follow_hearing(meeting)
    assert found.proposals == []
    assert any("FRBP 4004(a)(1)" in words for words in found.uncounted)


def test_an_acknowledgment_in_california_starts_its_own_period_and_no_other():
    there = suit(forum(*LOS_ANGELES))
    signed = there.filing("svc.acknowledgment_of_receipt", date_served=date(2026, 3, 2))
    assert "ca.answer" not in days(follow_filing(signed).proposals)
