"""Each status, deadline and tally says what makes it true: events, sources, how they came in, when it was checked."""

import re
from datetime import date
from types import SimpleNamespace

import pytest

from docket.models import (
    Case,
    CaseMatter,
    ClaimEvent,
    Deadline,
    Filing,
    Forum,
    Matter,
    Source,
    SourceLink,
    Summary,
)
from docket.site.why import Named, named
from tests.records.listing_records import make_case, make_claim, make_filing, make_party
from tests.site.words import words

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.urls_public")]
DAY = date(2024, 3, 1)


@pytest.fixture
def suit() -> SimpleNamespace:
    """An answered claim: its answer is known from the court's page, that it was served from an affidavit."""
    case = make_case("Roe v. Poe", status="pending_active", last_checked=date(2024, 5, 6))
    roe, poe = make_party(case, "Ann Roe", "plaintiff"), make_party(case, "Sam Poe", "defendant")
    answer = make_filing(case, "Answer", filing_type="resp.answer", entry_number="7", date_filed=DAY)
    claim = make_claim(
        case,
        "Negligence",
        roe,
        poe,
        {"kind": "answered", "date": DAY, "filing": answer, "response": "deny"},
    )
    page = Source.objects.create(kind="court_record", title="Docket report, No. 1", url="https://court.example/1")
    SourceLink.objects.create(source=page, filing=answer, basis="record")
    return SimpleNamespace(case=case, poe=poe, roe=roe, answer=answer, row=claim, event=claim.events.get(), page=page)


def why_of(client, address: str) -> list[str]:
    """What opens on a page, each as words."""
    page = client.get(address).content.decode()
    return [words(found) for found in re.findall(r'<details class="why.*?</details>', page, re.DOTALL)]


def test_a_status_names_its_event_the_filing_its_source_and_how_it_came_in(client, suit):
    for address in (suit.row.claim.get_absolute_url(), suit.poe.party.get_absolute_url()):
        (told,) = why_of(client, address)
        assert "Answered, 1 March 2024: entry 7 ; entered by staff; source: Docket report, No. 1" in told
        assert "The docket was last compared with the forum’s on 6 May 2024." in told
    assert 'href="https://court.example/1" rel="nofollow noopener"' in client.get(address).content.decode()


def test_the_table_of_claims_and_the_page_of_who_claims_say_the_same(client, suit):
    told = {*why_of(client, f"{suit.case.get_absolute_url()}?claims=1&party={suit.poe.party.public_id}")}
    told |= {*why_of(client, suit.roe.party.get_absolute_url())}
    assert len([one for one in told if "entered by staff; source: Docket report, No. 1" in one]) == 1


def test_an_events_own_source_goes_before_that_of_its_filing(client, suit):
    own = Source.objects.create(kind="news_report", title="A report of 2024")
    SourceLink.objects.create(source=own, claim_event=suit.event, basis="reported")
    for address in (suit.row.claim.get_absolute_url(), suit.poe.party.get_absolute_url()):
        (told,) = why_of(client, address)
        assert "source: A report of 2024" in told
        assert "Docket report" not in told


@pytest.mark.parametrize(
    ("origin", "said"), [("imported", "; imported from the forum’s own page;"), ("", "entry 7 ; source:")]
)
def test_what_was_imported_is_said_to_be_and_of_what_is_not_recorded_nothing_is_said(client, suit, origin, said):
    ClaimEvent.objects.update(origin=origin)
    (told,) = why_of(client, suit.row.claim.get_absolute_url())
    assert said in told
    assert "staff" not in told


def test_what_staff_change_of_an_imported_event_is_theirs(suit):
    ClaimEvent.objects.update(origin="imported")
    event = ClaimEvent.objects.get()
    event.note = "In part."
    event.save(update_fields=["note"])
    assert ClaimEvent.objects.get().origin == "staff"


def test_of_many_sources_the_first_are_named_and_the_others_counted():
    sources = [("A", "/a"), ("A", "/a"), ("B", ""), ("C", "/c"), ("D", "/d")]
    assert named(sources) == (Named("A", "/a"), Named("B"), Named("2 more"))
    assert named(sources[:3]) == (Named("A", "/a"), Named("B"))


def test_the_head_of_a_case_says_on_what_its_status_rests(client, suit):
    SourceLink.objects.create(source=suit.page, case=suit.case, basis="record")
    Summary.objects.create(case=suit.case, text="It goes on.", as_of=DAY)
    Case.objects.update(status_as_filed="Active")
    first, *_ = why_of(client, suit.case.get_absolute_url())
    assert "The forum’s own words: “Active”." in first
    assert "The account was written by staff as of 1 March 2024." in first
    assert "A case is open until its docket says that it ended" in first
    assert "last compared with the forum’s on 6 May 2024." in first
    assert "Sources of the case" in first


def test_the_forums_words_for_a_whole_case_are_not_said_of_one_party_or_of_several_accused(client, suit):
    Case.objects.update(status_as_filed="Convicted")
    assert "Convicted" not in why_of(client, f"{suit.case.get_absolute_url()}?party={suit.poe.party.public_id}")[0]
    Case.objects.update(category="criminal")
    assert "Convicted" not in why_of(client, suit.case.get_absolute_url())[0]


def test_a_case_closed_by_its_last_entry_names_the_entry(client):
    court = Forum.objects.get_or_create(slug="scotus", defaults={"kind": "court", "name": "Supreme Court"})[0]
    read = {"ending_as_read": "disposed review_denied 2024-03-01"}
    ended = {"status": "disposed", "disposition": "review_denied", "date_terminated": DAY}
    case = make_case("Roe v. Poe", category="appeal", forum=court, **ended, **read)
    make_filing(case, "Letter received.", date_filed=DAY)
    entry = make_filing(case, "Petition DENIED.", date_filed=DAY)
    assert (
        "Read from the docket, 1 March 2024: the docket’s entry , “Petition DENIED.”"
        in (why_of(client, case.get_absolute_url())[0])
    )
    Filing.objects.filter(pk=entry.pk).update(docket_text="Petition GRANTED.")
    assert "Read from" not in why_of(client, case.get_absolute_url())[0]


@pytest.mark.parametrize(
    ("read", "later"),
    [
        ("", {}),  # staff typed all of it
        ("disposed review_denied 2024-03-01", {"date_terminated": date(2024, 3, 2)}),
        ("disposed review_denied 2024-03-01", {"status": "reopened_disposed"}),
        ("disposed dismissed_other 2024-03-01", {}),
    ],
)
def test_a_status_that_staff_typed_or_changed_is_not_said_to_be_read_from_the_docket(client, read, later):
    court = Forum.objects.get_or_create(slug="scotus", defaults={"kind": "court", "name": "Supreme Court"})[0]
    ended = {"status": "disposed", "disposition": "review_denied", "date_terminated": DAY, "ending_as_read": read}
    case = make_case("Roe v. Poe", category="appeal", forum=court, **ended | later)
    for day in (DAY, date(2024, 3, 2)):
        make_filing(case, "Petition DENIED.", date_filed=day)
    assert "Read from" not in why_of(client, case.get_absolute_url())[0]


def test_the_tally_of_a_matter_leads_to_the_proceedings_that_it_counts(client, suit):
    matter = Matter.objects.create(title="Collapse of a stage")
    CaseMatter.objects.create(case=suit.case, matter=matter)
    page = client.get(matter.get_absolute_url()).content.decode()
    assert '<p class="now"><a href="#proceedings">1 proceeding: open</a>.</p>' in page
    assert f'<a href="{suit.case.get_absolute_url()}">' in page[page.index('id="proceedings"') :]


def test_a_deadline_says_how_it_is_known_and_when_the_docket_was_checked(client, suit):
    due = Deadline.objects.create(
        case=suit.case, title="Reply", certainty="ordered", earliest=DAY, latest=DAY, trigger=suit.answer
    )
    page = words(client.get(due.get_absolute_url()).content.decode())
    assert re.search(r"Entered or confirmed by staff ?; source: Docket report, No. 1 ?\.", page)
    assert "last compared with the forum’s on 6 May 2024." in page
    Deadline.objects.update(certainty="computed", citation="FRCP 12(a)")
    assert "Computed by this site, accepted by staff" in words(client.get(due.get_absolute_url()).content.decode())
