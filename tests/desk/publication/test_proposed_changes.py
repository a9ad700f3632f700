"""Who may not publish proposes: the public row stays as it is until an editor has saved or declined it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from docket.models import Case, Filing, FilingParty, ProposedChange, StaffNote
from docket.publishing import verbs
from tests.records.desk_cast import a_case, a_filing, a_party, address, member, publish, typed

pytestmark = pytest.mark.usefixtures("committed")
LIST = "/admin/proposed-changes/"


@pytest.fixture
def filing(committed):
    case = a_case()
    for number in range(2):
        a_party(case, f"Party {number}")
    row = a_filing(case, "Complaint", docket_text="COMPLAINT filed", entry_number="1")
    publish(case)
    row.refresh_from_db()
    return row


def propose(client, row, note="The clerk's stamp says so.", **changed):
    sent = typed(client.get(address(row)))
    return client.post(address(row), {**sent, **changed, "proposal_note": note}, follow=True)


def test_a_clerk_fills_the_form_of_a_public_row_and_nothing_public_changes(filing):
    page = propose(member("clerk"), filing, title="Amended complaint")
    assert "Proposed: an editor will take it" in page.content.decode()
    kept = ProposedChange.objects.get()
    assert (kept.state, kept.note, str(kept.author)) == ("waiting", "The clerk's stamp says so.", "clerk")
    assert list(kept.values) == ["title"]
    before = filing.row_version
    filing.refresh_from_db()
    assert (filing.title, filing.row_version) == ("Complaint", before)


def test_the_button_says_that_it_proposes(filing):
    page = member("clerk").get(address(filing)).content.decode()
    assert "Propose this change" in page
    assert "Save and update the public page" not in page


def test_a_draft_is_saved_as_before(committed):
    case = a_case()
    clerk = member("clerk")
    clerk.post(address(case), {**typed(clerk.get(address(case))), "caption": "Doe v. Poe"})
    case.refresh_from_db()
    assert (case.caption, ProposedChange.objects.count()) == ("Doe v. Poe", 0)


def test_an_editor_sees_it_in_the_form_and_takes_it_by_saving(filing):
    propose(member("clerk"), filing, title="Amended complaint", date_filed="2024-05")
    editor = member("editor")
    waits = editor.get(LIST).content.decode()
    assert "Amended complaint" in waits
    assert "The clerk&#x27;s stamp says so." in waits
    where = f"{address(filing)}?proposed={ProposedChange.objects.get().pk}"
    assert where in waits
    page = editor.get(where)
    assert "Proposed by clerk" in page.content.decode()
    editor.post(where, {**typed(page), "_save": "1"})
    filing.refresh_from_db()
    assert (filing.title, str(filing.date_filed), filing.date_filed_precision) == (
        "Amended complaint",
        "2024-05-01",
        "month",
    )
    taken = ProposedChange.objects.get()
    assert (taken.state, str(taken.decided_by)) == ("taken", "editor")


def test_filers_that_were_ticked_are_proposed_and_taken_too(filing):
    one, other = filing.case.case_parties.order_by("pk")
    FilingParty.objects.create(filing=filing, case_party=one)
    propose(member("clerk"), filing, filers=[str(other.pk)])
    assert list(filing.filing_parties.values_list("case_party", flat=True)) == [one.pk]
    editor, where = member("editor"), f"{address(filing)}?proposed={ProposedChange.objects.get().pk}"
    page = editor.get(where)
    assert page.context["adminform"].form["filers"].as_hidden(only_initial=True).count(f'value="{one.pk}"') == 1
    editor.post(where, {**typed(page), "_save": "1"})
    assert list(filing.filing_parties.values_list("case_party", flat=True)) == [other.pk]


def test_a_row_that_moved_on_meanwhile_shows_both(filing):
    propose(member("clerk"), filing, title="Amended complaint")
    Filing.objects.filter(pk=filing.pk).update(title="Second complaint", entry_number="2")
    editor, where = member("editor"), f"{address(filing)}?proposed={ProposedChange.objects.get().pk}"
    page = editor.post(where, {**typed(editor.get(where)), "_save": "1"})
    assert "saved this row after you opened it" in page.content.decode()
    assert "Second complaint" in page.content.decode()
    filing.refresh_from_db()
    assert (filing.title, ProposedChange.objects.get().state) == ("Second complaint", "waiting")


def test_declining_needs_a_reason_that_its_author_reads(filing):
    clerk, editor = member("clerk"), member("editor")
    propose(clerk, filing, title="Amended complaint")
    number = ProposedChange.objects.get().pk
    editor.post(LIST, {"proposal": number, "reason": ""})
    assert ProposedChange.objects.get().state == "waiting"
    editor.post(LIST, {"proposal": number, "reason": "The stamp is of another case."})
    assert ProposedChange.objects.get().state == "declined"
    assert "The stamp is of another case." in clerk.get(LIST).content.decode()
    filing.refresh_from_db()
    assert filing.title == "Complaint"


def test_a_clerk_decides_nothing(filing):
    clerk = member("clerk")
    propose(clerk, filing, title="Amended complaint")
    number = ProposedChange.objects.get().pk
    assert clerk.post(LIST, {"proposal": number, "reason": "my own"}).status_code == 403
    sent = {**typed(clerk.get(address(filing))), "title": "Amended complaint"}
    clerk.post(f"{address(filing)}?proposed={number}", sent)
    filing.refresh_from_db()
    assert (filing.title, ProposedChange.objects.filter(state="waiting").count()) == ("Complaint", 2)


def test_a_note_beside_the_proposal_is_kept(filing):
    clerk = member("clerk")
    sent = typed(clerk.get(address(filing)))
    note = {"staff_notes-TOTAL_FORMS": "1", "staff_notes-0-text": "Look at page 3.", "staff_notes-0-kind": "note"}
    clerk.post(address(filing), {**sent, **note, "title": "Amended complaint"})
    assert StaffNote.objects.get().text == "Look at page 3."
    assert ProposedChange.objects.count() == 1


def test_a_clerk_meets_nothing_proposed_of_a_row_under_seal(filing):
    clerk = member("clerk")
    propose(clerk, filing, title="The secret")
    verbs.act("seal", filing, actor=None, reason="by order", authority="order of 3 May")
    assert "The secret" not in clerk.get(LIST).content.decode()
    assert "The secret" in member("custodian").get(LIST).content.decode()


def test_expunging_takes_what_was_proposed_with_it(filing):
    propose(member("clerk"), filing, title="The secret")
    verbs.act("expunge", filing, actor=None, reason="by order", authority="order of 3 May")
    assert ProposedChange.objects.count() == 0


def test_the_front_page_counts_what_waits(filing):
    clerk, editor = member("clerk"), member("editor")
    propose(clerk, filing, title="Amended complaint")
    assert "proposed change waits" in editor.get("/admin/").content.decode()
    assert "change that you proposed waits" in clerk.get("/admin/").content.decode()


def test_the_list_asks_as_often_for_many_as_for_one(filing, django_assert_max_num_queries):
    clerk, editor = member("clerk"), member("editor")
    propose(clerk, filing, title="Title")
    with CaptureQueriesContext(connection) as one:
        editor.get(LIST)
    asked = len(one)
    for number in range(11):
        propose(clerk, filing, title=f"Title {number}")
    with django_assert_max_num_queries(asked):
        assert editor.get(LIST).content.decode().count("Open in the form") == 12


def test_a_case_can_be_proposed_too(committed):
    case = publish(a_case())
    propose(member("clerk"), case, caption="Doe v. Poe")
    assert Case.objects.get().caption == "Roe v. Poe"
    assert list(ProposedChange.objects.get().values) == ["caption"]
