"""Which sources are looked at, and when: by the worker those that are due, by the command those that are named."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from docket.intake.background.following import look_at_due
from docket.intake.followed.look import take
from docket.models import FollowedSource
from docket.publishing import verbs
from tests.court_pages.court_pages import NUMBER, feed
from tests.court_pages.importing import record
from tests.intake.followed.followed_source import FEED, FEED_PATH, NEW, NOW, a_case, followed, reread
from tests.processes.background import never
from tests.processes.court_site import CourtSite, Written

pytestmark = pytest.mark.django_db


def test_the_worker_looks_at_what_is_due_and_at_nothing_of_a_case_under_seal(site: CourtSite) -> None:
    case = a_case()
    source = followed(case)
    site.answers[FEED_PATH] = Written(feed([NEW]))
    look_at_due(never)
    assert len(site.asked) == 1
    look_at_due(never)
    assert len(site.asked) == 1
    reread(source).save()  # whoever saves it begins anew
    verbs.act("seal", case, actor=None, reason="ordered", authority="Order")
    look_at_due(never)
    verbs.act("unseal", case, actor=None, reason="opened", authority="Order")
    FollowedSource.objects.update(is_on=False)
    look_at_due(never)
    assert len(site.asked) == 1
    FollowedSource.objects.update(is_on=True)
    look_at_due(lambda: True)
    assert len(site.asked) == 1
    look_at_due(never)
    assert len(site.asked) == 2


def test_a_source_is_looked_at_by_one_worker_at_a_time() -> None:
    source = followed(a_case())
    other = reread(source)
    assert take(source, NOW)
    assert not take(other, NOW)


def printed(*arguments: str) -> str:
    out = StringIO()
    call_command("check_followed", *arguments, stdout=out)
    return out.getvalue()


def test_a_dry_run_says_what_would_change_and_changes_nothing(site: CourtSite) -> None:
    case = a_case()
    followed(case)
    site.answers[FEED_PATH] = Written(feed([NEW]))
    before = record()
    said = printed("--dry-run")
    assert f"No. {NUMBER}: Court's RSS feed {FEED}: 1 new filing\n" in said
    assert "+ 3 2021-04-06 " in said
    assert "(draft)" in said
    assert record() == before
    assert "1 new filing" in printed(case.public_id)
    assert record() != before
    assert printed() == ""
    assert "nothing new" in printed(case.public_id)


def test_the_command_fails_when_a_look_did_and_names_a_case_that_is_not_there(site: CourtSite) -> None:
    followed(a_case())
    with pytest.raises(CommandError, match="1 of 1 looks did not work"):
        printed("--dry-run")
    with pytest.raises(CommandError, match="no case nonsense"):
        printed("nonsense")
