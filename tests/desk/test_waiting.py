"""What the desk's front page says is to be done: each line with its count, leading to a list of as many rows."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.utils import timezone

from docket.models import Case, Deadline, FilingLink, QueuedImport
from docket.publishing import verbs
from tests.records.desk_cast import a_case, a_filing, address, list_of, member, publish

TODAY = timezone.localdate()


def due(case: Case, days: int) -> Deadline:
    day = TODAY + timedelta(days=days)
    return Deadline.objects.create(case=case, title=f"Answer {days}", earliest=day, latest=day)


def waits(client: Client, words: str) -> Any:
    """The line of the front page that says it, or None."""
    shown = client.get("/admin/").context["waiting"]
    return next((each for each in shown if re.search(words, each.words)), None)


def listed(client: Client, where: str) -> list[Model]:
    return list(client.get(where).context["cl"].result_list)


def check(client: Client, case: Case) -> Any:
    return client.post(f"/admin/docket/case/{case.pk}/checked/")


@pytest.mark.django_db
def test_deadlines_past_and_near_wait_and_lead_to_those_rows() -> None:
    chief, case = member("chief"), a_case()
    past, near, _ = due(case, -1), due(case, 7), due(case, 8)
    for words, row in (("is past", past), ("falls within 7 days", near)):
        line = waits(chief, words)
        assert (line.count, listed(chief, line.address)) == ("1", [row])


@pytest.mark.django_db
def test_open_cases_wait_that_were_not_checked_for_thirty_days_or_never() -> None:
    chief = member("chief")
    never = a_case("Never v. Checked", status="pending_active")
    late = a_case("Late v. Checked", status="reopened", last_checked=TODAY - timedelta(days=31))
    a_case("Fresh v. Checked", status="pending_active", last_checked=TODAY - timedelta(days=30))
    a_case("Closed v. Case", status="disposed")
    line = waits(chief, "not checked for 30 days")
    assert line.count == "2"
    assert set(listed(chief, line.address)) == {never, late}


@pytest.mark.django_db
def test_links_read_from_texts_wait_to_be_confirmed() -> None:
    chief, case = member("chief"), a_case()
    one, two = a_filing(case, "Motion"), a_filing(case, "Opposition")
    FilingLink.objects.create(from_filing=two, to_filing=one, kind="opposes", is_derived=True)
    line = waits(chief, "to be confirmed")
    assert (line.count, len(listed(chief, line.address))) == ("1", 1)


@pytest.mark.django_db
def test_files_that_were_refused_wait_for_who_sent_them_and_for_two_weeks() -> None:
    clerk, other = member("clerk", "ann"), member("clerk", "bob")
    ann = clerk.get("/admin/").context["user"]
    for days in (1, 15):
        at = timezone.now() - timedelta(days=days)
        QueuedImport.objects.create(user=ann, file_name="page.html", stage="refused", finished_at=at)
    assert waits(clerk, "not imported").count == "1"
    assert waits(other, "not imported") is None


@pytest.mark.usefixtures("committed")
def test_nothing_under_seal_waits_for_who_is_not_cleared() -> None:
    case = a_case("Canary v. Poe", status="pending_active")
    due(case, -1)
    due(case, 1)
    verbs.act("seal", case, actor=None, reason="ordered", authority="Order")
    editor, officer = member("editor"), member("custodian")
    for words in ("is past", "falls within", "not checked"):
        assert waits(editor, words) is None, words
        assert waits(officer, words).count == "1", words
    assert check(editor, case).status_code == 404


@pytest.mark.django_db
def test_checked_today_is_one_press_and_stands_in_the_history() -> None:
    ann, case = member("chief", "ann"), a_case(status="pending_active")
    page = ann.get(address(case)).content.decode()
    assert f'action="/admin/docket/case/{case.pk}/checked/"' in page
    assert check(ann, case).headers["Location"] == address(case, "workspace")
    case.refresh_from_db()
    assert case.last_checked == TODAY
    newest = ann.get(address(case, "history")).context["history"][0]
    assert newest.who == "ann"
    assert "ast checked" in ann.get(address(case, "history")).content.decode()
    assert waits(ann, "not checked") is None


@pytest.mark.usefixtures("committed")
def test_who_may_not_publish_does_not_say_in_public_that_a_case_was_checked() -> None:
    case = publish(a_case(status="pending_active"))
    clerk = member("clerk")
    assert check(clerk, case).status_code == 403
    assert "nothing new" not in clerk.get(address(case)).content.decode()
    case.refresh_from_db()
    assert case.last_checked is None
    assert check(member("editor"), case).status_code == 302


@pytest.mark.django_db
def test_a_link_alone_checks_nothing() -> None:
    case = a_case()
    assert member("chief").get(f"/admin/docket/case/{case.pk}/checked/").status_code == 405
    case.refresh_from_db()
    assert case.last_checked is None


@pytest.mark.django_db
def test_the_list_of_cases_keeps_to_those_due_only_when_asked() -> None:
    chief = member("chief")
    a_case("Closed v. Case", status="disposed", last_checked=date(2020, 1, 1))
    assert len(listed(chief, list_of(Case))) == 1
    assert listed(chief, f"{list_of(Case)}?checked=due") == []
