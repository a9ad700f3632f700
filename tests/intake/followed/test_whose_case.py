"""What comes is of the case that is followed, or nothing changes: another name, another case, a seal, another court."""

from __future__ import annotations

from datetime import timedelta

import pytest

from docket.models import Case, Filing
from docket.publishing import verbs
from tests.court_pages.court_pages import feed, supreme_court
from tests.court_pages.importing import imported, make_forum
from tests.intake.followed.followed_source import (
    FEED_PATH,
    NEW,
    NOW,
    OTHER,
    SCOTUS_PATH,
    a_case,
    author,
    followed,
    looked,
    rest,
)
from tests.processes.court_site import CourtSite, Written

pytestmark = pytest.mark.django_db


def test_a_case_that_was_renamed_at_the_court_asks_and_changes_nothing(site: CourtSite) -> None:
    source = followed(a_case())
    before = rest()
    site.answers[FEED_PATH] = Written(feed([NEW]).replace("Marsh v. Brightwater Pictures, LLC", "Poe v. Quince"))
    state = looked(source)
    assert "“Poe v. Quince”" in state.trouble
    assert "the record has “Marsh v. Brightwater Pictures, LLC”" in state.trouble
    assert "differ in caption and parties" in state.trouble
    assert (state.failures, state.next_look) == (0, NOW + timedelta(hours=6))
    assert rest() == before


def test_once_staff_gave_the_case_its_new_name_it_is_followed_again(site: CourtSite) -> None:
    case = a_case()
    source = followed(case)
    site.answers[FEED_PATH] = Written(feed([NEW]).replace("Marsh v. Brightwater Pictures, LLC", "Poe v. Quince"))
    assert looked(source).failing_since == NOW
    Case.objects.filter(pk=case.pk).update(caption="Poe v. Quince", caption_short="")
    state = looked(source, NOW + timedelta(hours=6))
    assert (state.trouble, state.failing_since) == ("", None)
    assert case.filings.filter(entry_number="3").exists()


def test_another_case_under_the_address_changes_nothing(site: CourtSite) -> None:
    make_forum("scotus")
    imported(supreme_court(), "24-966.json")
    source = followed(Case.objects.get(), "supreme_court", "24-966", counts_as_check=True)
    before = rest()
    site.answers[SCOTUS_PATH] = Written(supreme_court(CaseNumber="24-967 "))
    assert (
        "shows another case: “Ottoline Marsh, Petitioner v. Brightwater Pictures, LLC”, No. 24-967"
        in looked(source).trouble
    )
    site.answers[SCOTUS_PATH] = Written(
        supreme_court(PetitionerTitle="Ann Poe, Petitioner", RespondentTitle="Quince Ltd.", Petitioner=[])
    )
    assert "caption and parties" in looked(source).trouble
    assert rest() == before


def test_a_case_that_the_court_sealed_is_refused_and_shown(site: CourtSite) -> None:
    case = a_case()
    source = followed(case)
    before = rest()
    sealed = feed([NEW]).replace("Marsh v. Brightwater Pictures, LLC", "SEALED v. SEALED")
    for answer in (sealed, sealed.replace("</channel>", f"{OTHER}</channel>")):
        site.answers[FEED_PATH] = Written(answer)
        state = looked(source)
        assert "not open to the public" in state.trouble
        assert state.worked_at is None
        assert rest() == before


def test_another_case_of_the_feed_that_the_court_sealed_hinders_nothing(site: CourtSite) -> None:
    source = followed(a_case())
    site.answers[FEED_PATH] = Written(feed([NEW], more=OTHER.replace("Poe v. Quince", "SEALED v. SEALED")))
    assert (looked(source).came, Filing.objects.filter(entry_number="3").count()) == ("1 new filing", 1)


def test_a_feed_of_another_court_is_told_of(site: CourtSite) -> None:
    make_forum("cacd")
    source = followed(a_case())
    site.answers[FEED_PATH] = Written(feed([NEW], court="cacd"))
    assert "of another court (cacd)" in looked(source).trouble


def test_what_is_said_of_a_look_names_no_other_case_of_the_record(site: CourtSite) -> None:
    """Whoever sees the case reads it, also who may not see the other one."""
    case = a_case()
    site.answers[FEED_PATH] = Written(feed([NEW]))
    may = "docket.add_importedfile docket.publish_record docket.seal_record"
    source = followed(case, author=author(may=may))
    other = Case.objects.create(
        forum=case.forum, docket_number="3:21-cv-1234", caption="Canary v. Poe", category="civil"
    )
    Case.objects.filter(pk=other.pk).update(court_case_id="371234")
    said = [looked(source).trouble]
    verbs.act("seal", other, actor=None, reason="ordered", authority="Order")
    said.append(looked(source).trouble)
    assert all(said)
    assert [words for words in said if "Canary" in words or "under seal" in words or "cv-1234" in words] == []
