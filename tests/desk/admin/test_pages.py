"""The desk's own pages: front page, history, import, “same person?”, groups, the staff's preview."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from docket.choices import Basis
from docket.models import Case, Filing, Forum, ImportedFile, MatterParty, SourceLink, StaffNote
from docket.publishing import verbs
from parties.models import Attorney, Party, ProtectedIdentity
from tests.court_pages import court_pages
from tests.court_pages.importing import make_forum
from tests.court_pages.pacer_pages import district
from tests.records.desk_cast import (
    a_case,
    a_filing,
    a_party,
    address,
    list_of,
    member,
    new,
    one_of_each,
    publish,
    typed,
)

db_only = pytest.mark.django_db
for_real = pytest.mark.usefixtures("committed")


@db_only
def test_the_front_page_says_what_waits_and_what_was_edited(db):
    chief, case = member("chief"), a_case("Waiting v. Case")
    page = chief.get("/admin/").content.decode()
    assert "<b>1</b> case is a draft" in page
    assert f'<a href="{address(case, "workspace")}">Waiting v. Case</a>' in page


@db_only
def test_the_front_page_lists_models_in_the_order_of_the_record(db):
    sections = member("chief").get("/admin/").context["app_list"]
    assert sections[0]["name"] == "The record"
    assert [model["object_name"] for model in sections[0]["models"]][:3] == ["Matter", "Case", "Filing"]
    listed = {model["object_name"] for section in sections for model in section["models"]}
    from django.contrib import admin

    assert listed == {model.__name__ for model in admin.site._registry}


@for_real
def test_history_tells_who_changed_what_from_what_to_what():
    ann, case = member("chief", "ann"), a_case("Roe v. Poe")
    sent = typed(ann.get(address(case)))
    ann.post(address(case), sent | {"caption": "Roe v. Poe Inc.", "date_filed": "2024-05"})
    publish(case)
    entries = ann.get(address(case, "history")).context["history"]
    assert [(entry.who, entry.what) for entry in entries] == [
        ("command line", "publish"),
        ("an import or a command", "changed"),
        ("ann", "changed"),
        ("an import or a command", "added"),
    ]
    assert entries[0].reason == "checked"
    assert ("caption", "Roe v. Poe", "Roe v. Poe Inc.") in entries[2].changes
    assert ("date filed", "", "2024-05") in entries[2].changes
    assert ("visibility", "Draft", "Public") in entries[1].changes


@db_only
def test_history_names_the_rows_behind_keys(db):
    forum = Forum.objects.create(slug="f", kind="court", name="Court of Examples")
    case = a_case()
    Case.objects.filter(pk=case.pk).update(forum=forum)
    entries = member("chief").get(address(case, "history")).context["history"]
    assert ("forum", "", "Court of Examples") in entries[0].changes


# Import


def upload(client, *files, **boxes):
    pages = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post(reverse("admin:import"), {"pages": pages, **boxes})


@for_real
def test_court_pages_are_imported_by_upload_and_the_case_is_linked():
    make_forum()
    clerk = member("clerk")
    answer = upload(clerk, ("docket.html", district().encode()), ("notes.txt", b"no docket"))
    page = answer.content.decode()
    case = Case.objects.get()
    assert f'href="{address(case, "workspace")}"' in page
    assert "Not imported." in page
    assert case.visibility == "draft"
    assert str(ImportedFile.objects.get().imported_by) == "clerk"
    assert "docket.html" in clerk.get(reverse("admin:import")).content.decode()


@for_real
def test_a_file_imported_twice_is_reported_as_unchanged():
    make_forum()
    chief = member("chief")
    upload(chief, ("docket.html", district().encode()))
    before = Filing.objects.count()
    again = upload(chief, ("docket.html", district().encode())).content.decode()
    assert Filing.objects.count() == before
    assert "unchanged" in again


@for_real
def test_a_feed_of_many_cases_is_imported_by_upload():
    make_forum("cand")
    other = court_pages.feed().split("<item>")[1].replace("3:21-cv-01234", "3:21-cv-09999").replace("371234", "379999")
    page = court_pages.feed(more=f"<item>{other.partition('</item>')[0]}</item>")
    answer = upload(member("chief"), ("feed.xml", page.encode())).content.decode()
    assert "2 cases" in answer
    assert Case.objects.count() == 2


@db_only
def test_importing_without_a_file_or_the_permission_is_refused(db):
    assert "This field is required" in upload(member("chief")).content.decode()
    clerk = member("clerk")
    Group.objects.get(name="clerk").permissions.remove(Permission.objects.get(codename="add_importedfile"))
    assert clerk.get(reverse("admin:import")).status_code == 403


# Same person?


@pytest.fixture
def question(db):
    one, other = a_party(a_case()), a_party(a_case("Other v. Case"))
    return StaffNote.objects.create(
        kind="same_person", party=one.party, other_party=other.party, text="Same name in two cases."
    )


@db_only
def test_both_parties_stand_side_by_side_with_their_cases(question):
    page = member("chief").get(reverse("admin:same_person")).content.decode()
    assert page.count("Jane Roe</a>") == 2
    assert "Roe v. Poe" in page
    assert "Other v. Case" in page


@db_only
def test_different_persons_are_kept_apart_and_the_question_is_closed(question):
    chief = member("chief")
    chief.post(reverse("admin:same_person"), {"question": question.pk, "answer": "different", "remark": "Born 1950."})
    question.refresh_from_db()
    assert question.resolved_at is not None
    assert question.text.endswith("chief: Different persons. Born 1950.")
    assert Party.objects.count() == 2
    assert "No question is open" in chief.get(reverse("admin:same_person")).content.decode()


@db_only
def test_a_remark_leaves_the_question_open_and_nothing_said_is_an_error(question):
    chief = member("chief")
    where = reverse("admin:same_person")
    chief.post(where, {"question": question.pk, "answer": "remark", "remark": "Asked the clerk."})
    question.refresh_from_db()
    assert question.resolved_at is None
    assert "Asked the clerk." in question.text
    answer = chief.post(where, {"question": question.pk, "answer": "remark", "remark": ""})
    assert "write a remark" in str(list(get_messages(answer.wsgi_request))[-1])


@db_only
def test_twenty_questions_ask_no_more_than_one(question, django_assert_max_num_queries):
    chief = member("chief")
    for number in range(19):
        one, other = a_party(a_case(f"A {number}")), a_party(a_case(f"B {number}"))
        StaffNote.objects.create(kind="same_person", party=one.party, other_party=other.party, text="?")
    with django_assert_max_num_queries(30):
        chief.get(reverse("admin:same_person"))


# What stands in a row's own page


@db_only
def test_the_vault_is_edited_in_the_partys_own_page(db):
    chief, party = member("chief"), Party.objects.create(name="A.R.", is_minor=True)
    sent = typed(chief.get(address(party))) | {
        "protected_identity-TOTAL_FORMS": "1",
        "protected_identity-0-true_name": "Full Name",
        "protected_identity-0-party": party.pk,
        "staff_notes-TOTAL_FORMS": "1",
        "staff_notes-0-kind": "note",
        "staff_notes-0-text": "Ask the guardian.",
        "staff_notes-0-party": party.pk,
    }
    assert chief.post(address(party), sent).status_code == 302
    assert ProtectedIdentity.objects.get().true_name == "Full Name"
    assert StaffNote.objects.get().party == party


@db_only
def test_an_attorneys_contact_is_edited_in_the_attorneys_own_page(db):
    chief, attorney = member("chief"), Attorney.objects.create(name="A. Lawyer")
    sent = typed(chief.get(address(attorney))) | {
        "contacts-TOTAL_FORMS": "1",
        "contacts-0-text": "1 Main St.",
        "contacts-0-attorney": attorney.pk,
    }
    assert chief.post(address(attorney), sent).status_code == 302
    assert attorney.contacts.get().text == "1 Main St."


@db_only
def test_every_row_is_saved_unchanged_by_saving_its_page(db):
    chief = member("chief")
    for row in one_of_each().values():
        before = type(row).objects.filter(pk=row.pk).values().get()
        answer = chief.post(address(row), typed(chief.get(address(row))))
        assert answer.status_code == 302, (row, answer.context["errors"])
        assert type(row).objects.filter(pk=row.pk).values().get() == before


@db_only
def test_a_row_rests_on_sources_named_in_its_page(db):
    chief, rows = member("chief"), one_of_each()
    part = rows[MatterParty]
    source = next(row for model, row in rows.items() if model.__name__ == "Source")
    sent = typed(chief.get(address(part))) | {
        "source_links-TOTAL_FORMS": "1",
        "source_links-0-source": source.pk,
        "source_links-0-basis": Basis.REPORTED,
        "source_links-0-matter_party": part.pk,
    }
    assert chief.post(address(part), sent).status_code == 302
    assert SourceLink.objects.get().matter_party == part


@db_only
def test_a_forum_is_found_by_what_people_call_it(db):
    call_command("load_forums", verbosity=0)
    chief = member("chief")
    about = {"app_label": "docket", "model_name": "case", "field_name": "forum"}
    for term in ("Los Angeles", "LASC", "cacd", "U.S. District Court, Central District of California"):
        offered = chief.get(reverse("admin:autocomplete"), about | {"term": term}).json()["results"]
        assert offered, term
    assert offered[0]["text"] == "United States District Court for the Central District of California"


# Groups, and the staff's preview


@db_only
def test_groups_are_made_once_and_keep_what_was_added(db):
    call_command("staff_groups", verbosity=0)
    extra = Permission.objects.get(codename="view_user")
    Group.objects.get(name="clerk").permissions.add(extra)
    call_command("staff_groups", verbosity=0)
    clerk, editor, officer = (Group.objects.get(name=name) for name in ("clerk", "editor", "custodian"))
    assert extra in clerk.permissions.all()

    def may(group, codename):
        return group.permissions.filter(codename=codename).exists()

    assert may(clerk, "add_filing")
    assert not may(clerk, "publish_record")
    assert may(editor, "publish_record")
    assert not may(editor, "seal_record")
    assert may(officer, "seal_record")
    assert may(officer, "expunge_record")
    assert not may(officer, "change_sealevent")
    assert not may(clerk, "view_filinghistory")


@for_real
def test_the_preview_shows_staff_data_to_who_may_seal_and_the_public_record_to_others():
    draft, shown = a_case("Draft v. Case"), publish(a_case("Public v. Case"))
    officer, clerk = member("custodian"), member("clerk")
    page = officer.get(draft.get_absolute_url())
    assert page.status_code == 200
    assert "Preview of staff data" in page.content.decode()
    assert page.headers["Cache-Control"] == "no-store"
    assert clerk.get(draft.get_absolute_url()).status_code == 404
    theirs = clerk.get(shown.get_absolute_url()).content.decode()
    assert "Public v. Case" in theirs
    assert "As the public sees it" in theirs
    # and the desk itself reads the staff's tables again in the same process
    assert clerk.get(list_of(Case)).status_code == 200


@for_real
def test_a_clerks_preview_of_a_sealed_case_says_no_more_than_the_public_page():
    case = publish(a_case("Secret v. Case"))
    a_filing(case, docket_text="SECRET WORDS")
    verbs.act("seal", case, actor=None, reason="order")
    page = member("clerk").get(reverse("case", args=[case.public_id]), follow=True).content.decode()
    assert "SECRET" not in page
    assert "Secret" not in page


@db_only
def test_adding_from_a_filtered_list_starts_from_its_row(db):
    case = a_case()
    page = member("chief").get(list_of(Filing), {"case": case.pk}).content.decode()
    assert f'href="{new(Filing)}?case={case.pk}"' in page
