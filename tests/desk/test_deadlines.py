"""The desk's part in deadlines: what is entered proposes, staff decide, and only the desk says overdue or late."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from docket.desk.deadlines.state import deadline_status
from docket.models import Deadline, DeadlineProposal, Filing, Forum, ForumClosure, Hearing
from docket.proposals.acceptance import accept
from docket.publishing import verbs
from tests.desk.deadline_pages import as_shown, saved, words
from tests.records.desk_cast import address, list_of, member, new, publish, typed
from tests.records.suit import forum, proof_of_service, suit

pytestmark = pytest.mark.django_db
PROPOSALS = "/admin/proposals/"


@pytest.fixture
def roe():
    return suit(forum("nmdist1", "nm1006"))


@pytest.fixture
def editor():
    return member("editor")


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


# Entering proposes


def test_entering_a_motion_tells_what_follows_and_where_to_decide(roe, editor):
    where = new(Filing, f"?case={roe.case.pk}")
    answer = saved(editor, where, filing_type="mot.dismiss", date_filed="2026-11-12", entry_number="9")
    filing = Filing.objects.get()
    (message,) = [words for words in said(answer) if "Proposed" in words]
    assert "Response to a motion (entry 9) (2026-11-30)" in message
    assert f"/admin/proposals/?filing={filing.pk}" in message
    assert Deadline.objects.count() == 0
    page = words(editor.get(f"{PROPOSALS}?filing={filing.pk}"))
    assert "Motion served on 12 November 2026" in page
    assert "Day 15 is 27 Nov, a Friday" in page
    assert "NMRA 1-007.1(D)" in page


def test_changing_the_day_of_a_filing_proposes_and_changes_nothing(roe, editor):
    motion = roe.filing("mot.dismiss", date_filed=date(2026, 11, 12), date_served=date(2026, 11, 12))
    saved(editor, address(motion), date_served="2026-11-12")
    deadline = accept(DeadlineProposal.objects.get(), actor=None)
    saved(editor, address(motion), date_served="2026-11-19")
    deadline.refresh_from_db()
    assert deadline.earliest == date(2026, 11, 30)
    (change,) = roe.proposed()
    assert (change.kind, change.earliest) == ("change", date(2026, 12, 4))


def test_a_hearing_a_forum_and_a_closed_day_propose_too(editor):
    there = suit(forum("calsuppctla", "ccp12", "America/Los_Angeles"))
    where = new(Hearing, f"?case={there.case.pk}")
    saved(editor, where, title="Demurrer", kind="motion_hearing", date="2026-03-06", certainty="ordered")
    assert {row.rule for row in there.proposed()} == {"ca.motion_opposition", "ca.motion_reply"}
    opposition = accept(there.proposed()[0], actor=None)
    assert opposition.earliest == date(2026, 2, 23)
    form = typed(editor.get(address(there.case.forum)))
    prefix = next(name for name in form if name.endswith("closures-TOTAL_FORMS")).removesuffix("-TOTAL_FORMS")
    closed = {f"{prefix}-TOTAL_FORMS": "1", f"{prefix}-0-day": "2026-02-24"}
    closed |= {f"{prefix}-0-reason": "Storm", f"{prefix}-0-source": "Notice of the court"}
    assert editor.post(address(there.case.forum), {**form, **closed}).status_code == 302
    assert ForumClosure.objects.get().day == date(2026, 2, 24)
    (change,) = [row for row in there.proposed() if row.kind == "change"]
    assert (change.deadline, change.earliest) == (opposition, date(2026, 2, 20))


def test_another_forum_on_the_case_s_form_proposes_its_rule(editor):
    roe = suit()
    proof_of_service(roe, date(2022, 2, 15))
    deadline = accept(roe.proposed()[0], actor=None)
    there = forum("nmdist1", "nm1006")
    saved(editor, address(roe.case), forum=str(there.pk))
    deadline.refresh_from_db()
    assert deadline.rule == "fed.answer"
    assert [row.rule for row in roe.proposed() if row.kind == "change"] == ["nm.answer"]


def test_what_runs_only_in_some_cases_is_offered_and_proposed_when_asked(roe, editor):
    _, proof = proof_of_service(roe, date(2022, 2, 15))
    page = words(editor.get(f"{PROPOSALS}?filing={proof.pk}"))
    assert "Notice of removal (28 U.S.C. 1446(b))" in page
    assert "If the action could have been brought in a federal court." in page
    number = re.search(r'name="following" value="(\d+)"', editor.get(f"{PROPOSALS}?filing={proof.pk}").content.decode())
    assert number
    assert editor.post(reverse("admin:propose", args=[proof.pk]), {"following": number[1]}).status_code == 302
    assert {row.rule for row in roe.proposed()} >= {"nm.answer", "nm.magistrate_answer"}
    assert editor.post(reverse("admin:propose", args=[proof.pk]), {"following": "99"}).status_code == 404


# Deciding


def test_accepting_and_dismissing_from_the_list(roe, editor):
    proof_of_service(roe, date(2022, 2, 15))
    (answer,) = roe.proposed()
    refused = editor.post(PROPOSALS, {"proposal": answer.pk, "do": "dismiss", "reason": ""})
    assert any("Say why" in message for message in said(refused))
    assert roe.proposed() == [answer]
    editor.post(PROPOSALS, {"proposal": answer.pk, "do": "accept", "version": answer.row_version})
    assert Deadline.objects.get().earliest == date(2022, 3, 17)
    again = editor.post(PROPOSALS, {"proposal": answer.pk, "do": "accept", "version": answer.row_version})
    assert any("Somebody else has decided" in message for message in said(again))


def test_changing_shows_where_it_leads_before_anything_is_kept(roe, editor):
    proof_of_service(roe, date(2022, 2, 15))
    (answer,) = roe.proposed()
    where = reverse("admin:proposal", args=[answer.pk])
    page = editor.get(where)
    scripts = re.findall(r'<script src="[^"]*/(\w+)\.js"', page.content.decode())
    assert scripts.index("core") < scripts.index("calendar"), "the calendar beside a date needs it"
    sent = as_shown(page.context["form"])
    counted = editor.post(where, {**sent, "trigger_date": "2022-02-18", "count": "1"})
    assert counted.context["form"].errors == {}
    assert "Counted from what you gave: Mon 21 Mar 2022" in words(counted)
    assert Deadline.objects.count() == 0
    without = editor.post(where, {**sent, "trigger_date": "2022-02-18", "accept": "1"})
    assert "Say why" in words(without)
    done = editor.post(where, {**sent, "trigger_date": "2022-02-18", "accept": "1", "reason": "complete on the 18th"})
    assert done.status_code == 302
    deadline = Deadline.objects.get()
    assert (deadline.trigger_date, deadline.earliest) == (date(2022, 2, 18), date(2022, 3, 21))


def test_the_open_questions_of_the_rule_are_asked_and_the_choice_is_kept(editor):
    there = suit(forum("nysd"))
    proof_of_service(there, date(2026, 6, 12))
    (answer,) = there.proposed()
    where = reverse("admin:proposal", args=[answer.pk])
    page = editor.get(where)
    assert "Whether the Friday on which a Saturday holiday is observed" in words(page)
    form = page.context["form"]
    sent = as_shown(form)
    sent |= {"question-observed_friday": "holiday", "reason": "the court's practice", "accept": "1"}
    assert editor.post(where, sent).status_code == 302
    deadline = Deadline.objects.get()
    assert (deadline.earliest, deadline.latest) == (date(2026, 7, 6), date(2026, 7, 6))
    assert deadline.options == {"observed_friday": "holiday"}


def test_the_state_of_a_federal_court_is_shown_where_nobody_chose_it(editor):
    for slug, where, shown in (("xsits", "New Mexico", "the forum's: nm"), ("xsat", "Alaska", "the forum's: none")):
        court = forum(slug)
        court.jurisdiction, court.system = where, "federal"
        court.save()
        there = suit(court)
        proof_of_service(there, date(2022, 2, 15))
        form = editor.get(reverse("admin:proposal", args=[there.proposed()[0].pk])).context["form"]
        assert form.fields["question-state"].choices[0] == ("", shown)


def test_an_accepted_deadline_is_counted_anew_only_with_a_reason(roe, editor):
    proof_of_service(roe, date(2022, 2, 15))
    deadline = accept(roe.proposed()[0], actor=None)
    form = editor.get(address(deadline)).context["adminform"].form
    assert "earliest" not in form.fields
    assert "trigger_date" not in form.fields
    where = reverse("admin:recount", args=[deadline.pk])
    asked = editor.get(where).context["form"]
    sent = as_shown(asked)
    sent |= {"extension_days": "14", "accept": "1"}
    assert "Say why" in words(editor.post(where, sent))
    assert editor.post(where, {**sent, "reason": "stipulation"}).status_code == 302
    deadline.refresh_from_db()
    assert deadline.earliest == date(2022, 3, 31)


def test_an_extension_asks_for_its_day(roe, editor):
    proof_of_service(roe, date(2022, 2, 15))
    old = accept(roe.proposed()[0], actor=None)
    motion = roe.filing("mot.extend_time", by=roe.studio, date_filed=date(2022, 3, 1))
    order = roe.filing("order.order", date_entered=date(2022, 3, 3))
    roe.link(order, "rules_on", motion, outcome="granted")
    saved(editor, address(order), title="Order")
    (extend,) = [row for row in roe.proposed() if row.kind == "extend"]
    where = reverse("admin:proposal", args=[extend.pk])
    assert "Give the day …" in words(editor.get(PROPOSALS))
    assert editor.post(where, {"due": "2022-04-07", "accept": "1", "version": extend.row_version}).status_code == 302
    old.refresh_from_db()
    assert (old.state, old.extended_to.get().earliest) == ("extended", date(2022, 4, 7))


def test_in_a_public_case_an_editor_accepts_and_publishes_at_once(roe, editor):
    proof_of_service(roe, date(2022, 2, 15))
    (answer,) = roe.proposed()
    assert "Accept and publish" not in words(editor.get(PROPOSALS)), "a draft case shows nothing"
    publish(roe.case)
    assert "Accept and publish" in words(editor.get(PROPOSALS))
    clerk = member("clerk")
    assert "Accept and publish" not in words(clerk.get(PROPOSALS))
    clerk.post(PROPOSALS, {"proposal": answer.pk, "do": "publish", "version": answer.row_version})
    assert Deadline.objects.count() == 0, "refused, not half done"
    done = editor.post(PROPOSALS, {"proposal": answer.pk, "do": "publish", "version": answer.row_version})
    assert Deadline.objects.get().visibility == "public"
    assert len(said(done)) == 1


@pytest.mark.parametrize("how", ["from the list", "from its page"])
def test_a_proposal_counted_anew_after_it_was_shown_is_not_accepted(roe, editor, how):
    proof_of_service(roe, date(2022, 2, 15))
    publish(roe.case)
    (answer,) = roe.proposed()
    where = PROPOSALS if how == "from the list" else reverse("admin:proposal", args=[answer.pk])
    sent = {"proposal": answer.pk, "do": "publish", "version": answer.row_version}
    if how == "from its page":
        sent = as_shown(editor.get(where).context["form"]) | {"publish": "on", "accept": "1"}
    DeadlineProposal.objects.filter(pk=answer.pk).update(title="Answer of Jane Doe, a minor")
    refused = editor.post(where, sent, follow=True)
    assert "has changed since this page showed it" in words(refused)
    del sent["version"]
    assert "has changed since this page showed it" in words(editor.post(where, sent, follow=True))
    assert not Deadline.objects.exists()


def test_a_deadline_published_before_its_filing_says_what_keeps_it_back(roe, editor):
    publish(roe.case)
    held = roe.filing("mot.dismiss", date_filed=date(2026, 11, 12), title="Motion held for review")
    saved(editor, address(held), title="Motion held for review.")
    (response,) = roe.proposed()
    told = said(editor.post(PROPOSALS, {"proposal": response.pk, "do": "publish", "version": response.row_version}))
    assert any(words.startswith("Accepted: “Response to a motion") for words in told)
    assert any("It shows to the public once “Motion held for review." in words for words in told)


# Who may


def test_only_those_who_may_publish_change_what_is_public():
    roe = suit(forum("nmdist1", "nm1006"))
    proof_of_service(roe, date(2022, 2, 15))
    deadline = accept(roe.proposed()[0], actor=None)
    publish(roe.case)
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate; set constraints all deferred")
    answer = roe.filing("resp.answer", by=roe.studio, date_filed=date(2022, 3, 7))
    saved(member("editor"), address(answer), title="Answer")
    (close,) = [row for row in roe.proposed() if row.kind == "close"]
    clerk = member("clerk")
    refused = clerk.post(PROPOSALS, {"proposal": close.pk, "do": "accept", "version": close.row_version})
    assert any("ask an editor" in message for message in said(refused))
    deadline.refresh_from_db()
    assert deadline.state == "open"


def test_staff_without_clearance_see_no_proposal_of_what_is_sealed(roe):
    _, proof = proof_of_service(roe, date(2022, 2, 15))
    (answer,) = roe.proposed()
    publish(roe.case)
    verbs.act("seal", proof, actor=None, reason="order of 3 May")
    clerk, officer = member("clerk"), member("custodian")
    assert answer.title not in words(clerk.get(PROPOSALS))
    assert clerk.get(reverse("admin:proposal", args=[answer.pk])).status_code == 404
    assert answer.title in words(officer.get(PROPOSALS))


def test_somebody_without_rights_on_deadlines_gets_nothing(roe, django_user_model):
    proof_of_service(roe, date(2022, 2, 15))
    user = django_user_model.objects.create_user("visitor", is_staff=True)
    client = Client()
    client.force_login(user)
    assert client.get(PROPOSALS).status_code == 403
    assert client.post(PROPOSALS, {"proposal": roe.proposed()[0].pk, "do": "accept"}).status_code == 403


# Lists and forms


def test_the_front_page_says_how_many_wait(roe, editor):
    assert "proposed deadline" not in words(editor.get("/admin/"))
    proof_of_service(roe, date(2022, 2, 15))
    page = editor.get("/admin/")
    assert "1 proposed deadline waits" in words(page)
    assert f'href="{PROPOSALS}"' in page.content.decode()


def test_overdue_ones_stand_first_and_the_desk_says_so(roe, editor):
    today = timezone.localdate()
    roe.deadline("Next week", day=today + timedelta(days=7))
    roe.deadline("Closed", day=today - timedelta(days=9), state="vacated")
    roe.deadline("Three days ago", day=today - timedelta(days=3))
    roe.deadline("Soon", day=today + timedelta(days=3))
    page = editor.get(list_of(Deadline))
    assert [row.title for row in page.context["cl"].result_list] == ["Three days ago", "Soon", "Next week", "Closed"]
    assert "overdue by" in words(page)
    overdue = editor.get(f"{list_of(Deadline)}?stands=overdue").context["cl"].result_list
    assert [row.title for row in overdue] == ["Three days ago"]


def test_an_answer_after_the_day_is_late_at_the_desk(roe):
    answer = roe.filing("resp.answer", date_filed=date(2026, 5, 14))
    met = roe.deadline(day=date(2026, 5, 12), state="met", satisfied_by=answer)
    assert deadline_status(met, date(2026, 6, 1)) == "met, 2 days late"
    assert deadline_status(roe.deadline(day=date(2026, 5, 12)), date(2026, 5, 12)) == "due today"
    both = roe.deadline(day=None, earliest=date(2026, 7, 3), latest=date(2026, 7, 6))
    assert deadline_status(both, date(2026, 7, 5)) == "due in 1 day, sooner on the other reading"


def test_the_list_takes_as_many_queries_for_many_as_for_few(roe, editor):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            editor.get(list_of(Deadline))
            editor.get(PROPOSALS)
        return len(captured)

    def grow(n):
        for _ in range(n):
            there = suit(roe.case.forum)
            proof_of_service(there, date(2022, 2, 15))
            there.deadline(case_party=there.studio)

    grow(2)
    few = queries()
    grow(8)
    assert queries() == few


def test_a_deadline_by_hand_is_a_day_or_is_counted(roe, editor):
    where = new(Deadline, f"?case={roe.case.pk}")
    saved(editor, where, title="Witness list", certainty="ordered", earliest="2026-05-12", due_time="17:00")
    ordered = Deadline.objects.get()
    assert ordered.latest == date(2026, 5, 12)
    assert ordered.due_at == datetime(2026, 5, 12, 23, 0, tzinfo=UTC)
    computed = {"title": "Answer", "certainty": "computed", "rule": "nm.answer", "trigger_date": "2022-02-15"}
    saved(editor, where, **computed)
    counted = Deadline.objects.get(title="Answer")
    assert (counted.earliest, counted.citation) == (date(2022, 3, 17), "NMRA 1-004(B)(2), 1-012(A)")
    assert counted.steps[-1]["text"] == "Due 17 Mar 2022."
    form = typed(editor.get(where))
    nothing = editor.post(where, {**form, "title": "Answer", "certainty": "computed"})
    assert "Counting needs a rule" in words(nothing)


def test_closing_a_deadline_by_hand_leaves_nothing_to_decide(roe, editor):
    proof_of_service(roe, date(2022, 2, 15))
    deadline = accept(roe.proposed()[0], actor=None)
    answer = roe.filing("resp.answer", by=roe.studio, date_filed=date(2022, 3, 7))
    saved(editor, address(answer), title="Answer")
    assert [row.kind for row in roe.proposed() if row.deadline == deadline] == ["close"]
    saved(editor, address(deadline), state="vacated")
    assert [row for row in roe.proposed() if row.deadline == deadline] == []


def test_a_forum_s_zone_must_be_one(editor):
    where = address(Forum.objects.get(pk=forum("nmdist1", "nm1006").pk))
    form = typed(editor.get(where))
    assert "is no time zone" in words(editor.post(where, {**form, "time_zone": "Mountain"}))
