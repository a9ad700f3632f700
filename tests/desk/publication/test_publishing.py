"""Publishing, sealing and previewing from the desk, committed for real."""

import re

import pytest
from django.contrib.messages import get_messages
from django.db import connections

from docket.models import (
    Case,
    CaseParty,
    Claim,
    ClaimAgainst,
    ClaimEvent,
    Document,
    Filing,
    Matter,
)
from docket.publishing.chain import SealEvent
from docket.publishing.why import is_public
from parties.models import Party
from tests.records.desk_cast import (
    a_case,
    a_filing,
    a_party,
    act_on,
    address,
    list_of,
    member,
    new,
    press,
    publish,
    typed,
)

pytestmark = pytest.mark.usefixtures("committed")


def text(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def said(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def published(table):
    with connections["published"].cursor() as cursor:
        cursor.execute(f"select id from {table}")
        return {row[0] for row in cursor.fetchall()}


def test_every_row_says_what_keeps_it_from_the_public_with_the_click_that_mends_it():
    chief, case = member("chief"), a_case()
    filing = a_filing(case)
    page = chief.get(list_of(Filing)).content.decode()
    assert "not public" in page
    assert address(filing, "publication") in page
    publish(filing)
    page = chief.get(list_of(Filing)).content.decode()
    assert f'<a href="{address(case, "publication")}">case “Roe v. Poe”: it is draft</a>' in page
    assert address(case, "publication") in chief.get(address(filing)).content.decode()
    publish(case)
    assert '<span class="state is-public">public</span>' in chief.get(list_of(Filing)).content.decode()


def test_a_case_is_published_with_all_that_hangs_on_it_after_saying_how_much_that_is():
    chief, case = member("chief"), a_case()
    party = a_party(case)
    filings = [a_filing(case, f"No. {number}") for number in range(3)]
    document = Document.objects.create(filing=filings[0], title="Exhibit A")
    page = chief.get(address(case, "publication"))
    assert "With it go 3 filings and 1 document" in text(page)
    assert published("docket_case") == set()
    done = press(chief, case, verb="publish", reason="checked against the docket")
    assert done.status_code == 302
    assert published("docket_filing") == {filing.pk for filing in filings}
    assert is_public(party)
    assert is_public(document)
    event = SealEvent.objects.get()
    assert (event.actor_name, event.reason) == ("chief", "checked against the docket")


def test_an_act_without_a_reason_changes_nothing():
    chief, case = member("chief"), a_case()
    answer = press(chief, case, verb="publish", reason="")
    assert answer.status_code == 200
    assert published("docket_case") == set()


def test_sealing_needs_the_order_that_it_rests_on():
    officer, case = member("custodian"), publish(a_case())
    refused = press(officer, case, verb="seal", reason="ordered")
    assert "authority" in refused.context["form"].errors
    assert press(officer, case, verb="seal", reason="ordered", authority="Order, entry 9").status_code == 302
    case.refresh_from_db()
    assert case.visibility == "sealed"


@pytest.mark.parametrize(("group", "verb"), [("clerk", "publish"), ("clerk", "hide"), ("editor", "seal")])
def test_an_act_beyond_ones_permission_is_refused(group, verb):
    client, case = member(group), a_case()
    sent = {"verb": verb, "reason": "because", "authority": "Order"}
    assert press(client, case, **sent).status_code == 403
    assert SealEvent.objects.count() == 0


def test_looking_at_a_preview_shows_the_public_page_and_leaves_nothing_behind():
    chief, case = member("chief"), a_case("Roe v. Example Pictures")
    a_filing(case, docket_text="COMPLAINT against all")
    page = chief.get(address(case, "publication"))
    (frame,) = re.findall(r'<iframe[^>]* src="([^"]+)"[^>]* sandbox>', page.content.decode())
    assert "frame-src 'self'" in page.headers["Content-Security-Policy"]
    shown = chief.get(frame)
    assert "Roe v. Example Pictures" in text(shown)
    assert "COMPLAINT against all" in text(shown)
    assert "Preview of staff data" not in text(shown)
    assert shown.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in shown.headers["Content-Security-Policy"]
    assert SealEvent.objects.count() == 0
    assert published("docket_case") == set()
    case.refresh_from_db()
    assert case.visibility == "draft"


def test_a_preview_of_hiding_shows_that_nothing_is_there():
    chief, case = member("chief"), publish(a_case())
    shown = chief.get(f"{address(case, 'publication')}preview/?verb=hide")
    assert "Roe v. Poe" not in text(shown)
    assert is_public(case)


def test_other_pages_of_the_desk_cannot_be_framed():
    answer = member("chief").get(list_of(Case))
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


@pytest.fixture
def decided(committed):
    """A public claim that a filing dismissed."""
    case = a_case()
    roe, poe = a_party(case), a_party(case, "Poe Inc.", "defendant")
    order = a_filing(case, "Order of dismissal")
    claim = Claim.objects.create(case=case, title="Negligence")
    against = ClaimAgainst.objects.create(claim=claim, case_party=poe)
    ClaimEvent.objects.create(claim_against=against, kind="answered", response="deny")
    ClaimEvent.objects.create(
        claim_against=against, kind="dismissed_motion", filing=order, with_prejudice="with", date="2024-05-01"
    )
    assert roe.pk
    publish(case)
    return against, order


def test_hiding_what_decided_a_claim_says_so_and_asks_what_the_public_is_told(decided):
    against, order = decided
    chief = member("chief")
    page = text(chief.get(address(order, "publication"), {"verb": "hide"}))
    assert "1 claim would not be shown with the status that it has" in page
    assert "In the record: dismissed on motion with prejudice" in page
    assert "The public reads now: dismissed on motion with prejudice" in page
    assert "and would read: answered, denied" in page
    assert "derived status" not in page
    sent = {"verb": "hide", "reason": "asked by the court", f"disclosure-{against.pk}": "incomplete"}
    assert press(chief, order, **sent).status_code == 302
    against.refresh_from_db()
    assert against.disclosure == "incomplete"
    assert not is_public(order)


def test_hiding_in_bulk_what_decided_a_claim_never_shows_the_false_status(decided):
    against, order = decided
    answer = act_on(member("chief"), Filing, "hide", [order], reason="asked by the court")
    assert answer.status_code == 302
    against.refresh_from_db()
    assert against.disclosure == "incomplete"
    assert not is_public(order)


def test_hiding_in_bulk_what_decided_nothing_leaves_the_status_alone(decided):
    against, order = decided
    other = a_filing(order.case, "Notice")
    publish(other)
    act_on(member("chief"), Filing, "hide", [other], reason="asked by the court")
    against.refresh_from_db()
    assert against.disclosure == "shown"
    assert not is_public(other)


def test_what_nobody_chose_is_told_as_incomplete_and_never_as_the_false_status(decided):
    against, order = decided
    sent = {"verb": "hide", "reason": "asked by the court", f"disclosure-{against.pk}": "shown"}
    chief = member("chief")
    press(chief, order, **sent)
    against.refresh_from_db()
    assert against.disclosure == "incomplete"
    ClaimAgainst.objects.update(disclosure="shown")
    sent.pop(f"disclosure-{against.pk}")
    press(chief, order, **(sent | {"verb": "publish"}))
    press(chief, order, **sent)
    against.refresh_from_db()
    assert against.disclosure == "incomplete"


def test_sealing_what_decided_a_claim_says_that_the_public_reads_an_incomplete_record(decided):
    _, order = decided
    page = text(member("chief").get(address(order, "publication"), {"verb": "seal"}))
    assert "The public reads now: dismissed on motion with prejudice" in page
    assert "and would read: record incomplete" in page


def test_hiding_a_person_names_the_claims_that_go_with_them(decided):
    against, _ = decided
    page = text(member("chief").get(address(against.case_party.party, "publication"), {"verb": "hide"}))
    turning, _, disappearing = page.partition("Disappears:")
    assert "“Negligence against Poe Inc., Defendant” dismissed on motion with prejudice not shown" in turning
    assert "claim event “Dismissed on motion (2024-05-01)”" in disappearing


def test_hiding_what_decided_nothing_asks_nothing(decided):
    _, order = decided
    other = publish(a_filing(order.case, "Notice"))
    assert "would not be shown with the status" not in text(
        member("chief").get(address(other, "publication"), {"verb": "hide"})
    )


def enter(client, case, **boxes):
    where = new(Filing, f"?case={case.pk}")
    return client.post(where, typed(client.get(where)) | boxes)


def test_a_filing_of_a_case_that_publishes_on_save_is_public_at_once():
    editor, case = member("editor"), publish(a_case(new_filings="public"))
    enter(editor, case, title="Notice")
    assert is_public(Filing.objects.get())
    assert SealEvent.objects.latest("pk").reason == "new filing of a public case"


def test_a_filing_of_a_case_that_holds_is_a_draft_until_all_held_are_published():
    editor, case = member("editor"), publish(a_case())
    enter(editor, case, title="Notice")
    assert not is_public(Filing.objects.get())
    home = text(editor.get("/admin/"))
    assert "1 filing of a public case is held" in home
    page = text(editor.get(address(case, "publication"), {"verb": "publish_held"}))
    assert "With it go 1 filing" in page
    done = press(editor, case, verb="publish_held", reason="checked")
    assert done.status_code == 302
    assert is_public(Filing.objects.get())


def test_a_clerks_filing_waits_for_an_editor():
    clerk, case = member("clerk"), publish(a_case(new_filings="public"))
    answer = enter(clerk, case, title="Notice")
    assert "held as a draft until an editor publishes it" in said(answer)
    assert not is_public(Filing.objects.get())


def test_the_button_says_that_the_public_page_changes():
    editor, case = member("editor"), a_case()
    assert 'value="Save"' in editor.get(address(case)).content.decode()
    publish(case)
    assert 'value="Save and update the public page"' in editor.get(address(case)).content.decode()


def test_a_clerk_proposes_changes_of_what_is_public_and_does_not_make_them():
    clerk, case = member("clerk"), publish(a_case())
    page = clerk.get(address(case))
    assert "This row is public, and you may not publish." in text(page)
    clerk.post(address(case), typed(page) | {"caption": "Changed"})
    case.refresh_from_db()
    assert case.caption == "Roe v. Poe"


def test_a_clerk_adds_no_party_that_would_be_public_at_once():
    clerk, case, person = member("clerk"), publish(a_case()), Party.objects.create(name="Jane Roe")
    where = new(CaseParty, f"?case={case.pk}")
    answer = clerk.post(where, typed(clerk.get(where)) | {"party": person.pk, "role": "plaintiff"})
    assert "This would be public at once" in text(answer)
    assert not CaseParty.objects.exists()
    editor = member("editor")
    assert editor.post(where, typed(editor.get(where)) | {"party": person.pk, "role": "plaintiff"}).status_code == 302
    assert is_public(CaseParty.objects.get())


def test_several_cases_are_published_in_one_go_with_their_filings():
    editor, cases = member("editor"), [a_case(f"Case {number}") for number in range(3)]
    for case in cases:
        a_filing(case)
    asked = act_on(editor, Case, "publish", cases)
    assert "With them go 3 filings" in text(asked)
    assert published("docket_case") == set()
    assert act_on(editor, Case, "publish", cases, reason="checked").status_code == 302
    assert published("docket_case") == {case.pk for case in cases}
    assert len(published("docket_filing")) == 3
    assert SealEvent.objects.count() == 3


def test_several_filings_are_sealed_with_reason_and_order():
    officer, case = member("custodian"), a_case()
    filings = [a_filing(case, f"No. {number}") for number in range(3)]
    publish(case)
    assert act_on(officer, Filing, "seal", filings[:2], reason="ordered").status_code == 200
    assert act_on(officer, Filing, "seal", filings[:2], reason="ordered", authority="Order").status_code == 302
    assert set(Filing.objects.filter(visibility="sealed")) == set(filings[:2])


def test_a_clerk_is_not_offered_the_acts():
    assert act_on(member("clerk"), Case, "publish", [a_case()], reason="checked").status_code in (302, 200)
    assert SealEvent.objects.count() == 0


def test_expunging_asks_once_more():
    officer, case = member("custodian"), a_case()
    sent = {"verb": "expunge", "reason": "ordered", "authority": "Order"}
    refused = press(officer, case, **sent)
    assert "for_good" in refused.context["form"].errors
    assert press(officer, case, **(sent | {"for_good": "on"})).status_code == 302
    case.refresh_from_db()
    assert case.caption == "expunged"


@pytest.mark.parametrize("make", [lambda: a_case(), lambda: Matter.objects.create(title="Event")])
def test_what_was_public_is_not_deleted_and_the_desk_says_why(make):
    chief, row = member("chief"), publish(make())
    assert chief.post(address(row, "delete"), {"post": "yes"}).status_code == 403
    press(chief, row, verb="hide", reason="mistake")
    answer = chief.post(address(row, "delete"), {"post": "yes"})
    assert answer.status_code == 302
    assert "was public and is kept" in said(answer)
    assert type(row).objects.filter(pk=row.pk).exists()
