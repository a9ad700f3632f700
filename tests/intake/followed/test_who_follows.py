"""In whose name a source is followed: who may no longer import follows nothing, and publishes no more than before."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model

from docket.models import Case
from docket.publishing import verbs
from tests.court_pages.court_pages import feed
from tests.intake.followed.followed_source import FEED_PATH, NEW, a_case, author, followed, looked
from tests.processes.court_site import CourtSite, Written

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("lost", ["is_active", "is_staff", "permission"])
def test_who_may_no_longer_import_follows_nothing(site: CourtSite, lost: str) -> None:
    user = author()
    source = followed(a_case(), author=user)
    if lost == "permission":
        user.user_permissions.clear()
    else:
        get_user_model().objects.update(**{lost: False})
    assert "ines may no longer import" in looked(source).trouble
    assert site.asked == []


def test_of_a_draft_everything_comes_as_a_draft(site: CourtSite) -> None:
    case = a_case()
    site.answers[FEED_PATH] = Written(feed([NEW]))
    looked(followed(case, author=author(may="docket.add_importedfile")))
    assert case.filings.get(entry_number="3").visibility == "draft"


@pytest.mark.parametrize(("new_filings", "becomes"), [("draft", "draft"), ("public", "public")])
def test_of_a_public_case_it_is_held_or_published_as_the_case_says(
    site: CourtSite, new_filings: str, becomes: str
) -> None:
    case = a_case()
    verbs.act("publish", case, actor=None, reason="checked")
    Case.objects.update(new_filings=new_filings)
    site.answers[FEED_PATH] = Written(feed([NEW]))
    assert looked(followed(case)).trouble == ""
    assert case.filings.get(entry_number="3").visibility == becomes


def test_into_a_public_case_nothing_comes_in_the_name_of_who_may_not_publish(site: CourtSite) -> None:
    case = a_case()
    source = followed(case, author=author(may="docket.add_importedfile"))
    verbs.act("publish", case, actor=None, reason="checked")
    assert "may not publish" in looked(source).trouble
    assert site.asked == []
