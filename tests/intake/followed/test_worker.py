"""The worker looks at followed sources by the clock, between two imports."""

from __future__ import annotations

import pytest
from procrastinate.contrib.django import app

from docket.intake.background import queue, worker
from docket.intake.background.following import look_in_background
from docket.intake.background.task import import_in_background
from docket.models import FollowedSource
from tests.court_pages.court_pages import feed
from tests.court_pages.importing import published
from tests.intake.followed.followed_source import FEED_PATH, NEW, a_case, followed
from tests.processes.court_site import CourtSite, Written

pytestmark = pytest.mark.usefixtures("committed")


def test_a_look_is_asked_for_each_minute_after_what_staff_uploaded_and_once_at_a_time() -> None:
    (each,) = [task for task in app.periodic_registry.periodic_tasks.values() if task.task.name == "look_at_followed"]
    assert each.cron == "* * * * *"
    ours, theirs = worker.EACH_MINUTE, import_in_background
    assert (ours.queue, ours.lock) == (theirs.queue, theirs.lock)
    assert ours.priority < theirs.priority
    assert ours.queueing_lock
    assert queue.worker_lives() is False


def test_a_worker_imports_what_a_due_source_brings_and_the_public_sees_and_hears_nothing(site: CourtSite) -> None:
    source = followed(a_case())
    site.answers[FEED_PATH] = Written(feed([NEW]))
    before = published()
    look_in_background.defer(timestamp=0)
    worker.run(wait=False)
    state = FollowedSource.objects.get(pk=source.pk).state
    assert (state.came, state.trouble) == ("1 new filing", "")
    assert source.case.filings.get(entry_number="3").visibility == "draft"
    assert published() == before
