"""Publishing sends out exactly what its page showed, or refuses and says what differs; committed for real."""

from __future__ import annotations

import re
import threading
import time
from typing import Any

import pytest
from django.db import connections, transaction

from docket.models import Case, ClaimAgainst, Document, DocumentOriginal, Filing, ProposedChange
from docket.models.claims import Claim
from docket.publishing import outcome
from docket.publishing.chain import SealEvent
from parties.models import Party
from tests import cluster
from tests.records.desk_cast import a_case, a_filing, a_party, act_on, address, list_of, member, press, publish, typed

pytestmark = pytest.mark.usefixtures("projected")

REFUSED = "What would go public is not what this page showed. Nothing was published."


def words(response: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def published(table: str) -> set[int]:
    with connections["published"].cursor() as cursor:
        cursor.execute(f"select id from {table}")
        return {pk for (pk,) in cursor.fetchall()}


def elsewhere(statement: str, values: list[Any]) -> None:
    """In another session of the desk's own role, committed."""
    with cluster.connect("docket_desk", cluster.TEST_DATABASE) as other:
        other.execute(statement, values)


ADD_DRAFT = """
insert into docket_filing (row_version, public_id, visibility, case_id, sequence, entry_number, filing_type,
  type_derived, type_rule, title, docket_text, short_text, date_filed_precision, date_entered_precision,
  date_served_precision, state, record_incomplete, court_document_id, court_sequence)
values (1, 'zzzzzzzzzz', 'draft', %s, 999, '', '', '', '',
  '', 'LETTER naming the minor', '', 'day', 'day', 'day', 'ok', false, '', '')
"""


class Page:
    """A publication page that stands open."""

    def __init__(self, client: Any, row: Any, verb: str = "publish") -> None:
        self.client, self.row, self.verb = client, row, verb
        self.seen = client.get(address(row, "publication"), {"verb": verb})

    def press(self, **boxes: str) -> Any:
        sent = {"verb": self.verb, "reason": "checked", "shown": self.seen.context["shown"], **boxes}
        self.seen = self.client.post(address(self.row, "publication"), sent)
        return self.seen


def test_a_draft_that_another_session_adds_after_the_page_was_shown_is_not_published():
    case = a_case()
    known = a_filing(case, "Complaint")
    page = Page(member("editor"), case)
    elsewhere(ADD_DRAFT, [case.pk])
    refused = page.press()
    assert REFUSED in words(refused)
    assert "filing “LETTER naming the minor" in words(refused)
    assert "Complaint" not in words(refused).partition("Publish")[0].partition(REFUSED)[2]
    assert published("docket_case") == published("docket_filing") == set()
    assert SealEvent.objects.count() == 0
    assert page.press().status_code == 302
    assert published("docket_filing") == {known.pk, Filing.objects.get(public_id="zzzzzzzzzz").pk}


def test_a_draft_whose_text_changed_after_the_page_was_shown_is_not_published():
    case = a_case()
    filing = a_filing(case, docket_text="LETTER by J. D.")
    page = Page(member("editor"), case)
    elsewhere("update docket_filing set docket_text = 'LETTER by Jane Doe, 9' where id = %s", [filing.pk])
    refused = words(page.press())
    assert "Changed since: filing “Complaint”: “LETTER by Jane Doe, 9”" in refused
    assert published("docket_filing") == set()
    assert page.press().status_code == 302
    assert published("docket_filing") == {filing.pk}


def test_what_only_follows_the_row_counts_too():
    """Parties, people and claims have no visibility of their own."""
    case = a_case()
    role = a_party(case)
    page = Page(member("editor"), case)
    Party.objects.filter(pk=role.party_id).update(name="Jane Roe, formerly Jane Poe")
    ClaimAgainst.objects.create(claim=Claim.objects.create(case=case, title="Fraud"), case_party=role)
    refused = words(page.press())
    assert "party “Jane Roe, formerly Jane Poe”" in refused
    assert "claim “Fraud" in refused
    assert published("parties_party") == set()


def test_the_original_of_a_document_counts_for_its_copy():
    case = a_case()
    document = Document.objects.create(filing=a_filing(case), title="Exhibit A")
    page = Page(member("editor"), case)
    DocumentOriginal.objects.create(document=document, file="2024/01/other.pdf", sha256="0" * 64)
    with transaction.atomic():
        would_be = outcome.done(lambda: try_publishing(case))
        transaction.set_rollback(True)
    shown = outcome.since(page.seen.context["shown"], would_be)
    assert shown.changed == (("docket_document", document.pk),)


def try_publishing(case: Case) -> None:
    from docket.desk.publication import acts

    acts.try_out("publish", case)


def test_a_draft_that_is_gone_is_named_as_gone():
    case = a_case()
    filing = a_filing(case, "Notice")
    page = Page(member("editor"), case)
    filing.delete()
    assert "No longer part of it: a filing that is no longer in the record" in words(page.press())
    assert published("docket_case") == set()


def test_what_is_sealed_meanwhile_is_not_named_to_who_may_not_see_it():
    case = a_case()
    filing = a_filing(case, "Affidavit of Jane Roe")
    page = Page(member("editor"), case)
    press(member("chief"), filing, verb="seal", reason="ordered", authority="Order")
    refused = words(page.press())
    assert REFUSED in refused
    assert "Affidavit" not in refused


@pytest.mark.parametrize("sent", [{}, {"shown": ""}, {"shown": "made up"}, {"shown": "0.eJyrrgUAAXUA-Q=="}])
def test_a_press_without_what_was_shown_publishes_nothing(sent):
    editor, case = member("editor"), a_case()
    a_filing(case)
    answer = editor.post(address(case, "publication"), {"verb": "publish", "reason": "by script", **sent})
    assert (answer.status_code, REFUSED in words(answer)) == (200, True)
    assert published("docket_case") == set()


def test_nothing_held_is_published_that_was_added_after_the_page_was_shown():
    case = publish(a_case())
    held = a_filing(case, "Answer")
    page = Page(member("editor"), case, "publish_held")
    elsewhere(ADD_DRAFT, [case.pk])
    assert "LETTER naming the minor" in words(page.press())
    assert published("docket_filing") == set()
    assert page.press().status_code == 302
    assert held.pk in published("docket_filing")


def test_nothing_is_unsealed_that_was_written_after_the_page_was_shown():
    case = publish(a_case())
    filing = publish(a_filing(case, "Motion"))
    chief = member("chief")
    press(chief, filing, verb="seal", reason="ordered", authority="Order")
    page = Page(chief, filing, "unseal")
    Filing.objects.filter(pk=filing.pk).update(title="Motion of Jane Roe")
    assert "Changed since: filing" in words(page.press(authority="Order"))
    filing.refresh_from_db()
    assert filing.visibility == "sealed"
    assert page.press(authority="Order").status_code == 302


def test_hiding_is_not_held_up_by_what_would_only_vanish_too():
    case = publish(a_case(new_filings="public"))
    page = Page(member("editor"), case, "hide")
    publish(a_filing(case, "Notice"))
    assert page.press().status_code == 302
    assert published("docket_case") == set()


def test_rows_chosen_in_a_list_are_published_as_shown_or_not_at_all():
    editor, cases = member("editor"), [a_case("One"), a_case("Two")]
    sent = {"action": "publish", "_selected_action": [case.pk for case in cases]}
    page = editor.post(list_of(Case), sent)
    elsewhere(ADD_DRAFT, [cases[1].pk])
    refused = editor.post(list_of(Case), {**sent, "reason": "checked", "shown": page.context["shown"]})
    assert "LETTER naming the minor" in words(refused)
    assert published("docket_case") == set()
    sent |= {"reason": "checked"}
    assert REFUSED in words(editor.post(list_of(Case), sent))
    assert editor.post(list_of(Case), {**sent, "shown": refused.context["shown"]}).status_code == 302
    assert published("docket_case") == {case.pk for case in cases}


def test_several_filings_are_hidden_as_shown():
    case = a_case()
    filings = [a_filing(case, f"No. {number}") for number in range(3)]
    publish(case)
    assert act_on(member("editor"), Filing, "hide", filings[:2], reason="mistake").status_code == 302
    assert published("docket_filing") == {filings[2].pk}


def test_an_edit_under_way_is_waited_for_and_then_refused():
    """The other session holds its row when the button is pressed, and commits while the press waits for it."""
    case = a_case()
    filing = a_filing(case, docket_text="LETTER")
    page, answers = Page(member("editor"), case), list[Any]()

    def press_it() -> None:
        try:
            answers.append(words(page.press()))
        finally:
            connections.close_all()

    pressing = threading.Thread(target=press_it)
    with cluster.connect("docket_desk", cluster.TEST_DATABASE) as other, other.transaction():
        other.execute("update docket_filing set docket_text = 'LETTER by Jane Doe' where id = %s", [filing.pk])
        pressing.start()
        assert until_one_waits()
    pressing.join(60)
    assert "Changed since" in answers[0]
    assert published("docket_filing") == set()


def until_one_waits() -> bool:
    with cluster.connect(database=cluster.TEST_DATABASE) as looking:
        for _ in range(600):
            found = looking.execute("select count(*) from pg_locks where not granted").fetchone()
            if found and found[0]:
                return True
            time.sleep(0.05)
    return False


def test_nothing_is_noted_of_a_transaction_that_did_not_ask():
    publish(a_case())
    press(member("editor"), a_case("Other"), verb="publish", reason="checked")
    with cluster.connect(database=cluster.TEST_DATABASE) as admin:
        assert admin.execute("select count(*) from wall.moved").fetchone() == (0,)


def test_beyond_what_a_form_can_carry_it_still_refuses(monkeypatch):
    monkeypatch.setattr(outcome, "MOST_REMEMBERED", 1)
    case = a_case()
    a_filing(case)
    page = Page(member("editor"), case)
    a_filing(case, "Another")
    assert REFUSED in words(page.press())
    assert page.press().status_code == 302


def a_public_filing() -> Filing:
    """Of a case that publishes on save."""
    case = publish(a_case(new_filings="public"))
    filing: Filing = a_filing(case, "Complaint", visibility="public")
    filing.refresh_from_db()
    return filing


def test_saving_a_filing_publishes_the_documents_of_its_form_and_no_other():
    filing, editor = a_public_filing(), member("editor")
    in_form = Document.objects.create(filing=filing, title="Exhibit A")
    changed = Document.objects.create(filing=filing, title="Exhibit B", attachment_number=2)
    sent = typed(editor.get(address(filing)))
    Document.objects.filter(pk=changed.pk).update(title="Affidavit of a minor")
    added = Document.objects.create(filing=filing, title="Birth certificate", attachment_number=3)
    told = editor.post(address(filing), {**sent, "title": "Complaint for damages"}, follow=True)
    assert "stays a draft" in words(told)
    assert published("docket_document") == {in_form.pk}
    assert added.pk not in published("docket_document")


def test_an_editor_who_takes_a_proposal_publishes_no_document_that_the_form_did_not_show():
    filing, clerk, editor = a_public_filing(), member("clerk"), member("editor")
    clerk.post(address(filing), typed(clerk.get(address(filing))) | {"title": "Amended complaint"})
    taken = f"{address(filing)}?proposed={ProposedChange.objects.get().pk}"
    sent = typed(editor.get(taken))
    Document.objects.create(filing=filing, title="Birth certificate")
    editor.post(taken, sent)
    filing.refresh_from_db()
    assert filing.title == "Amended complaint"
    assert published("docket_document") == set()
