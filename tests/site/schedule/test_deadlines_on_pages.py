"""Deadlines on the pages of cases, claims and filings, on their own, and how they are counted."""

from datetime import date, time

import pytest

from docket.models import ClaimEvent
from tests.site.schedule.days import COMPUTED, FORBIDDEN, computed, hearing, unfolded
from tests.site.words import words

pytestmark = pytest.mark.urls("config.urls_public")


def test_the_case_s_page_says_what_comes_next_and_who_computed_it(roe, read):
    hearing(roe, date(2199, 3, 8), time=time(9, 30), title="Trial")
    deadline = computed(roe, date(2199, 2, 1), case_party=roe.studio)
    page = read(roe.case.get_absolute_url())
    assert f'<a href="{deadline.get_absolute_url()}">Due: Answer</a> (Example Pictures LLC)' in page
    assert f"C{COMPUTED[1:]}: due about 22 February 2199 (FRCP 12(a)(1)(A)(i))" in page
    assert "8 March 2199 , 9:30 a.m. MST Trial Set by order or notice" in words(page)
    assert f'href="/calendar/cases/{roe.case.public_id}/"' in page


def test_the_claims_grid_says_by_when_an_answer_is_due_until_there_is_one(roe, read):
    complaint = roe.filing("init.complaint", by=roe.plaintiff, date_filed=date(2199, 1, 2))
    for_studio, _ = roe.claim(complaint, roe.studio, roe.armorer)
    computed(roe, date(2199, 2, 1), case_party=roe.studio)
    page = words(read(roe.case.get_absolute_url()))
    assert page.count(f"Answer : {COMPUTED}: due about 22 February 2199 (FRCP 12(a)(1)(A)(i))") == 1, "not the armorer"
    ClaimEvent.objects.create(claim_against=for_studio, kind="answered", date=date(2199, 2, 20), response="deny")
    assert "Answer : " not in words(read(roe.case.get_absolute_url()))


def test_the_filing_s_page_shows_the_deadlines_that_run_from_it(roe, read):
    proof = roe.filing("svc.proof_of_service", date_served=date(2022, 2, 15))
    computed(roe, date(2022, 2, 15), trigger=proof)
    assert f"Due: Answer Draft, not public {COMPUTED}: due about 8 March 2022" in words(read(proof.get_absolute_url()))


def test_a_suspended_deadline_says_so_on_its_own_row(roe, read):
    judgment = roe.filing("judg.judgment", date_entered=date(2026, 6, 1), entry_number="80")
    motion = roe.filing("mot.new_trial", by=roe.studio, date_filed=date(2026, 6, 20), entry_number="84")
    appeal = computed(roe, date(2026, 6, 1), "fed.appeal", trigger=judgment, state="suspended", stopped_by=motion)
    said = "suspended by the motion filed 20 June 2026 (FRAP 4(a)(4)(A)) until it is decided"
    for address in (
        appeal.get_absolute_url(),
        "/calendar/?from=2026-06-01",
        f"/calendar/cases/{roe.case.public_id}/?from=2026-06-01",
        motion.get_absolute_url(),
    ):
        page = words(read(address))
        assert said in page, address
        assert f"{COMPUTED}: was due about 1 July 2026" in page.replace("Computed", "computed"), address
    page = read(appeal.get_absolute_url())
    assert f'Suspended by</dt><dd><a href="{motion.get_absolute_url()}">' in page
    assert f'Runs from</dt><dd><a href="{judgment.get_absolute_url()}">' in page
    feed = unfolded(read(f"/cases/{roe.case.public_id}/calendar.ics"))
    assert "STATUS:CANCELLED" in feed
    assert "uspended by the motion filed 20 June 2026" in feed


def test_a_deadline_that_a_removal_took_out_of_force_says_so(roe, read):
    notice = roe.filing("init.notice_of_removal", by=roe.studio, date_filed=date(2026, 6, 30))
    answer = computed(roe, date(2026, 6, 1), "nm.answer", state="vacated", stopped_by=notice)
    page = words(read(answer.get_absolute_url()))
    assert "no longer in force: removed to the federal court 30 June 2026 (28 U.S.C. 1446(d))" in page
    assert "Out of force by" in page


@pytest.mark.parametrize("key", ["satisfied_by", "stopped_by"])
def test_every_line_names_the_filing_that_started_and_the_one_that_closed_it(roe, read, key):
    proof = roe.filing("svc.proof_of_service", date_served=date(2022, 2, 15), entry_number="4")
    filing = roe.filing("resp.answer", by=roe.studio, date_filed=date(2022, 3, 7), entry_number="9")
    state = {"satisfied_by": "met", "stopped_by": "vacated"}[key]
    answer = computed(roe, date(2022, 2, 15), trigger=proof, state=state, **{key: filing})
    for address in (answer.get_absolute_url(), "/calendar/?from=2022-01-01"):
        page = read(address)
        assert f'href="{proof.get_absolute_url()}"' in page, address
        assert f'href="{filing.get_absolute_url()}"' in page, address
    feed = unfolded(read(f"/cases/{roe.case.public_id}/calendar.ics"))
    assert f"Runs from: {proof}." in feed
    assert f"By: {filing}." in feed


def test_a_service_without_a_filing_is_named_in_words(roe, read):
    answer = computed(roe, date(2022, 2, 15), case_party=roe.studio)
    page = words(read(answer.get_absolute_url()))
    assert "summons served, 15 February 2022: no filing of it is recorded here" in page


def test_the_method_page_names_every_rule_calendar_and_period(read, db):
    page = words(read("/about/deadlines/"))
    for name in (
        "frcp6",
        "nm1006",
        "ccp12",
        "us_federal",
        "Notice of appeal",
        "FRCP 12(a)(1)(A)(i)",
        "no legal advice",
    ):
        assert name in page
    assert "21 days after: summons served" in page
    assert not FORBIDDEN.search(page)
