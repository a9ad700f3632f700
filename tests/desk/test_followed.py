"""Followed sources at the desk: entered in the page of their case, told of there, in a list and on the front page."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from docket.models import Case, FollowedSource, FollowedState, Forum
from docket.publishing import verbs
from tests.desk.test_waiting import listed, waits
from tests.records.desk_cast import a_case, address, list_of, member, publish, typed

FEED = "https://ecf.cand.uscourts.gov/cgi-bin/rss_outside.pl"
CANARY = "canary-of-the-follow"


def numbered(**columns: Any) -> Case:
    forum = Forum.objects.get_or_create(slug="cand", defaults={"kind": "court", "name": "Northern District"})[0]
    case: Case = a_case(forum=forum, docket_number="3:21-cv-01234", **columns)
    return case


def prefix(client: Client, case: Case) -> str:
    page = client.get(address(case)).context
    return str(next(i.formset.prefix for i in page["inline_admin_formsets"] if i.formset.model is FollowedSource))


def entered(client: Client, case: Case, **boxes: str) -> Any:
    """Add a line in the case's page; the answer to saving it."""
    sent, name = typed(client.get(address(case))), prefix(client, case)
    line = {"kind": "feed", "address": FEED, "pace": "6", "is_on": "on", "case": str(case.pk), **boxes}
    sent |= {f"{name}-TOTAL_FORMS": "1", **{f"{name}-0-{box}": value for box, value in line.items()}}
    return client.post(address(case), sent)


def followed(case: Case, **state: Any) -> FollowedSource:
    user = get_user_model().objects.get_or_create(username="ines", is_staff=True)[0]
    source = FollowedSource.objects.create(case=case, kind="feed", address=FEED, author=user)
    FollowedState.objects.filter(source=source).update(**state)
    return source


def errors(response: Any) -> str:
    return " ".join(str(inline.formset.errors) for inline in response.context["inline_admin_formsets"])


@pytest.mark.django_db
def test_a_source_is_entered_in_the_page_of_its_case_and_signed() -> None:
    ann, case = member("editor", "ann"), numbered()
    assert entered(ann, case).status_code == 302
    source = FollowedSource.objects.get()
    assert (source.case, source.address, source.pace, source.author.username) == (case, FEED, 6, "ann")
    assert FollowedState.objects.get().next_look <= timezone.now()
    bob = member("editor", "bob")
    sent = typed(bob.get(address(case)))
    sent[f"{prefix(bob, case)}-0-pace"] = "12"
    bob.post(address(case), sent)
    source.refresh_from_db()
    assert (source.pace, source.author.username) == (12, "bob")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("boxes", "words"),
    [
        ({"address": "https://example.com/feed"}, "the https address of the feed"),
        ({"address": "http://ecf.cand.uscourts.gov/feed"}, "the https address of the feed"),
        ({"address": "https://me:secret@ecf.cand.uscourts.gov/feed"}, "the https address of the feed"),
        ({"kind": "courtlistener", "address": "https://127.0.0.1/"}, "the number in the address"),
        ({"kind": "supreme_court", "address": "../24-966"}, "the docket number"),
        ({"kind": "inbox", "address": "../secrets"}, "the name of a folder"),
        ({"kind": "inbox", "address": ""}, "required"),
        ({"kind": "courtlistener", "address": "7700", "counts_as_check": "on"}, "no check of the case"),
        ({"kind": "inbox", "address": "marsh", "counts_as_check": "on"}, "no check of the case"),
        ({"pace": "0"}, "greater than or equal to 1"),
        ({"pace": "9999"}, "less than or equal to 720"),
    ],
)
def test_what_cannot_be_followed_is_refused_with_what_can(boxes: dict[str, str], words: str) -> None:
    response = entered(member("editor"), numbered(), **boxes)
    assert words in errors(response)
    assert not FollowedSource.objects.exists()


@pytest.mark.django_db
def test_a_case_without_number_is_not_looked_for_in_a_feed() -> None:
    assert "enter forum and number first" in errors(entered(member("editor"), a_case()))


@pytest.mark.django_db
def test_the_same_source_is_followed_once() -> None:
    editor, case = member("editor"), numbered()
    followed(case)
    sent, name = typed(editor.get(address(case))), prefix(editor, case)
    line = {"kind": "feed", "address": FEED, "pace": "6", "is_on": "on", "case": str(case.pk)}
    response = editor.post(
        address(case), sent | {f"{name}-TOTAL_FORMS": "2", **{f"{name}-1-{box}": value for box, value in line.items()}}
    )
    assert response.status_code == 200
    assert FollowedSource.objects.count() == 1


@pytest.mark.usefixtures("committed")
def test_who_may_not_publish_lets_nothing_come_into_a_public_case() -> None:
    case, clerk = publish(numbered()), member("clerk")
    entered(clerk, case)
    assert not FollowedSource.objects.exists()
    assert entered(member("editor"), case).status_code == 302
    assert FollowedSource.objects.count() == 1


@pytest.mark.django_db
def test_the_page_of_the_case_says_what_came_and_what_failed_since_when() -> None:
    chief, case = member("chief"), numbered()
    at = timezone.now().replace(2026, 3, 4, 12, 5)
    followed(case, came_at=at, came="2 new filings", notes="1 held.", trouble="It answered (503).", failing_since=at)
    for where in (address(case), list_of(FollowedSource)):
        page = chief.get(where).content.decode()
        assert "4 Mar 2026, 12:05: 2 new filings." in page
        assert "Does not work since 4 Mar 2026, 12:05</strong>: It answered (503)." in page


@pytest.mark.django_db
def test_the_front_page_counts_what_does_not_work_and_what_came() -> None:
    chief, now = member("chief"), timezone.now()
    one = followed(numbered(), trouble="It answered (503).", failing_since=now)
    for words, rows in (("does not work", [one]), ("brought something", [])):
        line = waits(chief, words)
        assert (line.count, listed(chief, line.address)) == ("1", rows) if rows else line is None
    FollowedState.objects.update(trouble="", came="1 new filing", came_at=now - timedelta(days=6))
    assert waits(chief, "does not work") is None
    line = waits(chief, "brought something")
    assert (line.count, listed(chief, line.address)) == ("1", [one])
    FollowedState.objects.update(came_at=now - timedelta(days=8))
    assert waits(chief, "brought something") is None


@pytest.mark.django_db
def test_entries_that_went_by_are_told_of_in_the_page_of_the_case_in_the_list_and_on_the_front_page() -> None:
    chief, case = member("chief"), numbered()
    source = followed(case, missed=[[31, 34], [36, 36]])
    for where in (address(case), list_of(FollowedSource)):
        assert "Entries 31–34, 36 are not in this feed.</strong> It shows only" in chief.get(where).content.decode()
    line = waits(chief, "missed entries")
    assert (line.count, listed(chief, line.address)) == ("1", [source])
    FollowedState.objects.update(missed=[])
    assert waits(chief, "missed entries") is None


@pytest.mark.django_db
def test_a_source_that_staff_switched_off_does_not_wait() -> None:
    chief, source = member("chief"), followed(numbered(), trouble="It answered (503).")
    FollowedSource.objects.filter(pk=source.pk).update(is_on=False)
    assert waits(chief, "does not work") is None


@pytest.mark.usefixtures("committed")
def test_nothing_of_a_case_under_seal_is_told_to_who_is_not_cleared() -> None:
    case = numbered()
    source = followed(case, trouble=CANARY, came=CANARY, came_at=timezone.now())
    FollowedSource.objects.filter(pk=source.pk).update(address=CANARY)
    verbs.act("seal", case, actor=None, reason="ordered", authority="Order")
    editor = member("editor")
    for where in (list_of(FollowedSource), address(source), "/admin/"):
        assert CANARY not in editor.get(where, follow=True).content.decode(), where
    assert listed(editor, f"{list_of(FollowedSource)}?q={CANARY}") == []
    assert waits(editor, "brought") is None
    assert CANARY in member("custodian").get(list_of(FollowedSource)).content.decode()


@pytest.mark.usefixtures("committed")
def test_expunging_a_case_takes_what_it_followed_and_its_history_with_it() -> None:
    case = numbered()
    followed(case)
    verbs.act("expunge", case, actor=None, reason="ordered", authority="Order")
    history: Any = FollowedSource.history.rel.related_model  # type: ignore[attr-defined]
    assert (FollowedSource.objects.count(), FollowedState.objects.count(), history.objects.count()) == (0, 0, 0)


@pytest.mark.django_db
def test_a_line_that_is_taken_out_takes_the_workers_notes_with_it() -> None:
    editor, case = member("editor"), numbered()
    followed(case)
    sent = typed(editor.get(address(case)))
    sent[f"{prefix(editor, case)}-0-DELETE"] = "on"
    assert editor.post(address(case), sent).status_code == 302
    assert not FollowedState.objects.exists()
