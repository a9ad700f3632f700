"""What the docket by thread concludes where something of it is withheld."""

import pytest

from docket.models import Filing
from docket.publishing.preview import as_published
from docket.site.sheet.motions import said_of
from tests.site.sheet.threads import act, page_of, project, words

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.urls_public")]


@pytest.mark.parametrize("verb", ["hide", "unpublish", "seal", "remove"])
def test_a_withheld_ruling_makes_no_motion_pending(client, docket, public, verb):
    act("publish", docket.case)
    act(verb, docket.ruling)
    with public():
        page = words(page_of(client, docket.case))
        assert "pending" not in page.lower()
        assert "ranted" not in page
        assert "No ruling linked to it" in page
        if verb in ("seal", "remove"):
            among = "Some entries are sealed or removed. A ruling or another motion may be among them."
            assert among in page
    project()  # for good: the next revision is another one
    Filing.objects.filter(pk=docket.motion.pk).update(record_incomplete=True)
    with public():
        page = words(page_of(client, docket.case))
        assert "Record incomplete" in page
        assert "No ruling linked" not in page
        assert "without a ruling" not in page
        assert "Record incomplete." in client.get(docket.motion.get_absolute_url()).content.decode()


@pytest.mark.parametrize("verb", ["hide", "seal"])
def test_a_withheld_opposition_is_in_no_thread_and_changes_no_outcome(client, docket, public, verb):
    act("publish", docket.case)
    with public():
        before = words(page_of(client, docket.case))
    act(verb, docket.opposition)
    with public():
        page = words(page_of(client, docket.case))
    assert "Granted in part, denied in part" in before
    assert "Granted in part, denied in part" in page
    assert "opposes" in before
    assert "opposes" not in page
    assert "Reply" in page


def test_a_withheld_amendment_can_be_said_to_be_missing(client, docket, public):
    amended = docket.filing("8", "First amended complaint", "init.amended_complaint", amends=docket.complaint)
    act("publish", docket.case)
    act("hide", amended)
    Filing.objects.filter(pk=docket.complaint.pk).update(record_incomplete=True)
    with public():
        assert "operative pleading" not in words(page_of(client, docket.case))


def test_what_pages_conclude_differs_where_something_decisive_is_withheld(docket):
    act("publish", docket.case)
    truly = said_of([docket.case.pk])
    act("hide", docket.ruling)
    with as_published():
        publicly = said_of([docket.case.pk])
    assert (truly[docket.motion.pk], publicly[docket.motion.pk]) == ("decided", "no ruling linked to it")
    assert truly[docket.complaint.pk] == publicly[docket.complaint.pk] == "the operative pleading"
