"""Which days the public is not shown, and who may change those it is."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import connection

from docket.proposals.acceptance import accept
from docket.proposals.propose import follow_filing
from docket.publishing import verbs
from tests.records.suit import forum, proof_of_service, suit
from tests.site.schedule.days import computed, hearing, publish
from tests.site.words import words

pytestmark = pytest.mark.urls("config.urls_public")


def test_drafts_and_other_cases_are_not_there(roe, client, read, public):
    publish(roe.case)
    held = [roe.deadline("Secret brief"), hearing(roe, date(2026, 5, 12), title="Secret hearing")]
    shown = hearing(roe, date(2026, 5, 12), title="Open hearing")
    publish(shown)
    draft = suit(roe.case.forum)
    held.append(draft.deadline("Answer in a draft case"))
    with public():
        for address in (
            "/calendar/?from=2026-05-01",
            "/calendar/?month=2026-05",
            f"/calendar/forums/{roe.case.forum.slug}/?from=2026-05-01",
            f"/calendar/cases/{roe.case.public_id}/?from=2026-05-01",
            f"/cases/{roe.case.public_id}/calendar.ics",
        ):
            page = read(address)
            assert "Open hearing" in page, address
            assert "Secret" not in page, address
            assert "draft case" not in page, address
        unknown = client.get("/deadlines/bcdfghjkmn/")
        for row in held:
            answer = client.get(row.get_absolute_url())
            assert (answer.status_code, answer.content) == (404, unknown.content)
        for address in (f"/cases/{draft.case.public_id}/calendar.ics", f"/calendar/cases/{draft.case.public_id}/"):
            assert client.get(address).status_code == 404


def test_a_deadline_whose_trigger_is_sealed_goes_with_it(roe, read, public):
    proof = roe.filing("svc.proof_of_service", date_served=date(2022, 2, 15))
    deadline = computed(roe, date(2022, 2, 15), trigger=proof)
    publish(roe.case)
    verbs.act("seal", proof, actor=None, reason="order of 3 May")
    with public():
        read(deadline.get_absolute_url(), status=404)
        assert "Answer" not in read("/calendar/?from=2022-01-01")


def test_a_sealed_case_leaves_an_empty_calendar_behind(roe, client, read, public):
    hearing(roe, date(2026, 5, 12), title="Secret hearing")
    publish(roe.case)
    verbs.act("seal", roe.case, actor=None, reason="order of 3 May")
    with public():
        feed = read(f"/cases/{roe.case.public_id}/calendar.ics")
        assert "VEVENT" not in feed
        assert "Roe" not in feed
        page = read(f"/calendar/cases/{roe.case.public_id}/")
        assert "This case is under seal" in page
        assert "Roe" not in page
        assert "Secret" not in read("/calendar/?from=2026-05-01")


def test_a_removed_case_says_that_it_is_gone(roe, client, public):
    publish(roe.case)
    verbs.act("remove", roe.case, actor=None, reason="order of 3 May")
    with public():
        for address in (f"/cases/{roe.case.public_id}/calendar.ics", f"/calendar/cases/{roe.case.public_id}/"):
            assert client.get(address).status_code == 410


def test_an_extension_hides_what_it_was_extended_from_while_that_is_held(roe, read, public):
    publish(roe.case)
    old = roe.deadline("Old answer", state="extended")
    new = roe.deadline("New answer", day=date(2026, 6, 1), extended_from=old)
    publish(new)
    with public():
        assert "Old answer" not in read(new.get_absolute_url())
    publish(old)
    with public():
        assert "Old answer" in read(new.get_absolute_url())


def test_a_deadline_whose_motion_is_sealed_goes_with_it(roe, read, public):
    judgment = roe.filing("judg.judgment", date_entered=date(2026, 6, 1))
    motion = roe.filing("mot.new_trial", by=roe.studio, date_filed=date(2026, 6, 20))
    appeal = computed(roe, date(2026, 6, 1), "fed.appeal", trigger=judgment, state="suspended", stopped_by=motion)
    publish(roe.case)
    with public():
        assert "suspended by the motion" in words(read(appeal.get_absolute_url()))
    verbs.act("seal", motion, actor=None, reason="by order")
    with public():
        read(appeal.get_absolute_url(), 404)


def test_a_clerk_cannot_change_a_deadline_that_is_public(committed):
    roe = suit(forum("court-one"))
    clerk = get_user_model().objects.create_user("clerk")
    _, proof = proof_of_service(roe, date(2022, 2, 15))
    (answer,) = roe.proposed()
    deadline = accept(answer, actor=None)
    publish(roe.case)
    proof.claim_events.update(date=date(2022, 2, 16))
    follow_filing(proof)
    (change,) = [row for row in roe.proposed() if row.kind == "change"]
    with pytest.raises(PermissionDenied, match="ask an editor"):
        accept(change, actor=clerk)
    deadline.refresh_from_db()
    assert deadline.earliest == date(2022, 3, 8)


def test_proposals_have_no_public_twin_and_closed_days_have(committed):
    with connection.cursor() as cursor:
        cursor.execute("select table_name from information_schema.tables where table_schema = 'published'")
        tables = {row[0] for row in cursor.fetchall()}
    assert {"docket_deadline", "docket_forumclosure"} <= tables
    assert not [table for table in tables if "proposal" in table]
