"""Merging at the desk: both sides shown, refused in words, undone from the row's own form."""

from __future__ import annotations

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.urls import reverse

from docket.models import Claim, ClaimAgainst, ClaimParty, ProposedChange, StaffNote
from docket.publishing import verbs
from parties import merging
from parties.models import Attorney, Merge, Party
from tests.records.desk_cast import a_case, a_party, address, member, publish

pytestmark = pytest.mark.django_db


def where(kept, merged=None, kind="party"):
    query = f"?other={merged.pk}" if merged else ""
    return reverse("admin:merge", args=[kind, kept.pk]) + query


def press(client, kept, merged, **boxes):
    """Look at the page of a merge, and press its button."""
    page = client.get(where(kept, merged))
    return client.post(where(kept, merged), {"shown": page.context["shown"], **boxes})


def said(response):
    return " ".join(map(str, get_messages(response.wsgi_request)))


@pytest.fixture
def two(db):
    return a_party(a_case("Roe v. Poe")).party, a_party(a_case("Other v. Case"), "Jane A. Roe").party


def test_the_question_same_person_leads_to_both_sides_and_is_answered_by_the_merge(two):
    kept, merged = two
    question = StaffNote.objects.create(kind="same_person", party=merged, other_party=kept, text="Same name.")
    chief = member("chief")
    assert where(kept, merged) in chief.get(reverse("admin:same_person")).content.decode()
    page = chief.get(where(kept, merged)).content.decode()
    assert "Jane A. Roe" in page
    assert "Jane A. Roe, Plaintiff · Other v. Case" in page
    assert "1 case party" in page
    assert press(chief, kept, merged, alias="aka").status_code == 302
    question.refresh_from_db()
    assert question.resolved_at is not None
    assert kept.case_parties.count() == 2
    assert kept.aliases.get().name == "Jane A. Roe"
    made = Merge.objects.get()
    assert reverse("admin:merge_undo", args=[made.pk]) in chief.get(address(kept)).content.decode()
    assert "nothing names this row" in chief.get(address(merged)).content.decode()


def test_it_is_undone_from_the_form_and_the_question_is_open_again(two):
    kept, merged = two
    question = StaffNote.objects.create(kind="same_person", party=merged, other_party=kept, text="Same name.")
    chief = member("chief")
    press(chief, kept, merged)
    undo = reverse("admin:merge_undo", args=[Merge.objects.get().pk])
    assert "Other v. Case" in chief.get(undo).content.decode()
    assert "stands by itself again" in said(chief.post(undo))
    question.refresh_from_db()
    assert (question.resolved_at, merged.case_parties.count()) == (None, 1)
    assert Merge.objects.filter(undone_by__username="chief").exists()
    assert "undone already" in chief.post(undo).content.decode()


def test_what_the_page_did_not_show_is_not_merged(two):
    kept, merged = two
    chief = member("chief")
    page = chief.get(where(kept, merged))
    StaffNote.objects.create(party=merged, text="They differ.")
    answer = chief.post(where(kept, merged), {"shown": page.context["shown"]})
    assert "changed since" in said(answer)
    assert not Merge.objects.exists()


def test_two_who_stand_against_each_other_are_not_merged_and_the_claim_is_named(two):
    case = a_case("Roe v. Doe")
    one, other = a_party(case), a_party(case, "John Doe", "defendant")
    claim = Claim.objects.create(case=case, title="Negligence")
    ClaimParty.objects.create(claim=claim, case_party=one)
    ClaimAgainst.objects.create(claim=claim, case_party=other)
    chief = member("chief")
    for kept, merged in ((one.party, other.party), (other.party, one.party)):
        page = chief.get(where(kept, merged)).content.decode()
        assert "nobody makes a claim against itself" in page.lower()
        assert "Merge into" not in page
        assert "against itself" in said(chief.post(where(kept, merged), {"shown": "x"}))
    assert not Merge.objects.exists()


def test_a_change_that_waits_for_the_merged_row_is_decided_first(two):
    kept, merged = two
    chief = member("chief")
    ProposedChange.objects.create(
        label="parties.party",
        object_id=merged.pk,
        opened_version=1,
        values={},
        author_id=chief.session["_auth_user_id"],
    )
    assert "take it or decline it first" in chief.get(where(kept, merged)).content.decode()


def test_only_who_may_publish_merges_what_is_public(two):
    kept, merged = two
    clerk = member("clerk")
    assert clerk.get(where(kept, merged)).status_code == 200
    known = a_party(publish(a_case("Public v. Case"))).party
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
    assert clerk.get(where(known, merged)).status_code == 403
    assert clerk.post(where(known, merged), {"shown": merging.plan(known, merged).digest}).status_code == 403
    assert not Merge.objects.exists()


def test_rows_under_seal_are_neither_shown_nor_merged_by_who_may_not_see_them(two):
    kept, merged = two
    case = publish(a_case("A sealed caption"))
    merged.case_parties.create(case=case, role="defendant", side="responding")
    verbs.act("seal", case, actor=None, reason="an order")
    editor = member("editor")
    page = editor.get(where(kept, merged)).content.decode()
    assert "Rows under seal name one of the two" in page
    assert "case part" not in page
    editor.post(where(kept, merged), {"shown": merging.plan(kept, merged).digest})
    assert not Merge.objects.exists()
    assert "2 case parties" in member("chief").get(where(kept, merged)).content.decode()


def test_a_name_that_only_rows_under_seal_told_is_not_told_by_a_merge(two):
    kept, _ = two
    case = publish(a_case("A sealed caption"))
    secret = a_party(case, "Secret Name").party
    verbs.act("seal", case, actor=None, reason="an order")
    assert "named under seal only" in member("chief").get(where(kept, secret)).content.decode()
    assert member("editor").get(where(kept, secret)).status_code == 404


def test_once_its_rows_are_sealed_a_merged_name_is_kept_from_who_may_not_see_them(two):
    kept, merged = two
    case = publish(merged.case_parties.get().case)
    editor = member("editor")
    press(editor, kept, merged)
    undo = reverse("admin:merge_undo", args=[Merge.objects.get().pk])
    assert merged.name in editor.get(address(kept)).content.decode()
    assert merged.name in editor.get(undo).content.decode()
    verbs.act("seal", case, actor=None, reason="an order")
    for page in (address(kept), address(merged), reverse("admin:parties_party_changelist")):
        assert merged.name not in editor.get(page, follow=True).content.decode()
    assert editor.get(undo).status_code == 403
    assert merged.name in member("chief").get(undo).content.decode()


def test_another_one_is_chosen_by_typing_and_a_merged_one_is_not_offered(two):
    kept, merged = two
    chief = member("chief")
    assert 'name="other"' in chief.get(where(kept)).content.decode()
    asked = {"term": "Roe", "app_label": "docket", "model_name": "caseparty", "field_name": "party"}
    found = chief.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert {each["id"] for each in found} == {str(kept.pk), str(merged.pk)}
    press(chief, kept, merged)
    found = chief.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert {each["id"] for each in found} == {str(kept.pk)}


def test_a_form_opened_before_the_merge_does_not_bring_the_merged_row_back(two):
    kept, merged = two
    chief, case = member("chief"), a_case("A third case")
    merging.merge(kept, merged)
    boxes = {"case": case.pk, "party": merged.pk, "role": "defendant", "side": "responding", "position": 0}
    page = chief.post(reverse("admin:docket_caseparty_add") + f"?case={case.pk}", boxes).content.decode()
    assert "choose that one" in page
    assert not case.case_parties.exists()


def test_attorneys_have_the_same_page(db):
    kept, merged = Attorney.objects.create(name="B. Lawyer"), Attorney.objects.create(name="Bea Lawyer")
    chief = member("chief")
    page = chief.get(where(kept, merged, "attorney"))
    assert "another name" not in page.content.decode()
    chief.post(where(kept, merged, "attorney"), {"shown": page.context["shown"]})
    assert merging.merge_in_force(merged) is not None
    assert chief.get(where(kept, kind="case")).status_code == 404
    assert Party.objects.count() == 0
