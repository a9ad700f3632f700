"""Before an act its page says side by side what appears, changes, disappears and turns; after it, where that is."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.messages import get_messages

from docket.desk.publication.side_by_side import _of_sides
from docket.models import Claim, ClaimAgainst, ClaimEvent, Filing
from docket.publishing.sides import Side
from tests.desk.publication.test_shown import Page, words
from tests.records.desk_cast import a_case, a_filing, a_party, act_on, member, publish

pytestmark = pytest.mark.usefixtures("projected")

ORDER = {"authority": "Order of 3 May 2024"}


def told(page: Any) -> dict[str, list[tuple[str, str, str]]]:
    """What a page says: by the title of the group, what, now, afterwards."""
    groups = page.context["sides"]
    return {group.title: [(line.what, line.now, line.then) for line in group.lines] for group in groups}


def a_dismissed_claim(case: Any, order: Filing) -> ClaimAgainst:
    claim = Claim.objects.create(case=case, title="Negligence")
    against = ClaimAgainst.objects.create(claim=claim, case_party=a_party(case, "Poe Inc.", "defendant"))
    ClaimEvent.objects.create(claim_against=against, kind="answered", response="deny")
    ClaimEvent.objects.create(
        claim_against=against, kind="dismissed_motion", filing=order, with_prejudice="with", date="2024-05-01"
    )
    return against


def links(response: Any) -> list[str]:
    (message,) = get_messages(response.wsgi_request)
    return re.findall(r'href="([^"]+)"', str(message))


def test_what_appears_is_named_beside_the_nothing_that_is_read_now():
    case = a_case()
    a_filing(case, "Complaint", docket_text="COMPLAINT against all")
    page = Page(member("editor"), case).seen
    (appears,) = [group for group in page.context["sides"] if group.title == "Appears"]
    assert appears.counted == "1 case, 1 filing"
    assert ("filing “Complaint”", "nothing", "“Complaint”: “COMPLAINT against all”") in told(page)["Appears"]
    assert "The public reads now" in words(page)


def test_what_changes_is_shown_column_by_column():
    case = publish(a_case())
    filing = publish(a_filing(case, docket_text="LETTER of counsel"))
    page = Page(member("custodian"), filing, "seal").seen
    changes = told(page)["Changes"]
    assert ("filing “Complaint”, docket text", "LETTER of counsel", "not shown") in changes
    assert ("filing “Complaint”, visibility", "Public", "Under seal") in changes
    assert not [line for line in changes if line[1] == "nothing"]
    assert told(page).keys() == {"Changes"}


def test_what_disappears_is_named_beside_what_is_read_now():
    filing = publish(a_filing(publish(a_case())))
    page = Page(member("editor"), filing, "hide").seen
    assert ("filing “Complaint”", "“Complaint”", "nothing") in told(page)["Disappears"]
    assert "Appears" not in told(page)


def test_a_status_that_turns_is_told_now_and_afterwards():
    case = publish(a_case())
    against = a_dismissed_claim(case, a_filing(case, "Order of dismissal"))
    order = Filing.objects.get(title="Order of dismissal")
    page = Page(member("editor"), order).seen
    (line,) = [line for line in told(page)["Public statuses that turn"] if str(against) in line[0]]
    assert "ismissed" not in line[1]
    assert "ismissed on motion with prejudice" in line[2]


def test_an_act_that_turns_no_status_says_nothing_of_any():
    case = publish(a_case())
    a_dismissed_claim(case, publish(a_filing(case, "Order of dismissal")))
    page = Page(member("editor"), a_filing(case, "Letter")).seen
    assert "Public statuses that turn" not in told(page)


def test_what_nobody_reads_otherwise_is_not_listed():
    case = publish(a_case())
    publish(a_filing(case, "Complaint"))
    page = Page(member("editor"), a_filing(case, "Answer")).seen
    assert "Complaint" not in str(told(page))


def test_a_clerk_is_told_no_word_of_what_is_under_seal():
    case = a_case()
    sealed = publish(a_filing(publish(a_case("Doe v. Poe")), "SECRET letter"))
    Page(member("custodian"), sealed, "seal").press(**ORDER)
    page = Page(member("clerk"), case).seen
    assert "SECRET" not in page.content.decode()


def test_rows_chosen_in_a_list_are_shown_side_by_side_too():
    case = publish(a_case())
    rows = [a_filing(case, title) for title in ("Complaint", "Answer")]
    page = act_on(member("editor"), Filing, "publish", rows)
    assert {what for what, *_ in told(page)["Appears"]} == {"filing “Complaint”", "filing “Answer”"}


class TestAfterwards:
    @pytest.fixture(autouse=True)
    def where_the_public_site_is(self, settings: Any) -> None:
        settings.PUBLIC_BASE_URL = "https://dockets.example.org"

    def test_the_public_addresses_of_what_went_out_are_linked(self):
        case = a_case()
        filing = a_filing(case)
        done = Page(member("editor"), case).press()
        assert links(done) == [f"https://dockets.example.org{row.get_absolute_url()}" for row in (case, filing)]

    def test_what_was_hidden_or_sealed_is_linked_nowhere(self):
        officer, case = member("custodian"), publish(a_case())
        assert links(Page(officer, publish(a_filing(case)), "seal").press(**ORDER)) == []
        assert links(Page(member("editor"), case, "hide").press()) == []

    def test_a_placeholder_is_no_page_that_went_out(self):
        case = publish(a_case())
        sealed = publish(a_filing(case, "Sealed letter"))
        Page(member("custodian"), sealed, "seal").press(**ORDER)
        Page(member("editor"), case, "hide").press()
        done = Page(member("chief"), case).press()
        assert links(done) == [f"https://dockets.example.org{case.get_absolute_url()}"]

    def test_rows_chosen_in_a_list_are_linked_too(self):
        case = publish(a_case())
        filing = a_filing(case)
        done = act_on(member("editor"), Filing, "publish", [filing], reason="checked")
        assert f"https://dockets.example.org{filing.get_absolute_url()}" in links(done)


def test_what_changes_beyond_what_is_read_of_it_is_counted_and_not_left_out():
    keys = [("docket_filing", pk) for pk in range(1, 4)]
    now, then = (Side(dict.fromkeys(keys, word)) for word in ("before", "after"))
    (group,) = _of_sides(now, then, get_user_model().objects.create_superuser("chief"))
    assert (group.title, group.counted, group.lines, group.more) == ("Changes", "3 filings", [], 3)
