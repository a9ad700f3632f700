"""Many files at once for a case: looked through as they come, offered a place, put there; nothing goes public by it."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from docket.desk.forms import original_file
from docket.models import Case, Document, DocumentCheck, DocumentOriginal, DocumentPage, WaitingFile
from tests.desk.publication.test_shown import Page, published, words
from tests.records.desk_cast import a_case, a_filing, address, list_of, member, publish
from tests.redaction.pages import BAD, CLEAN, a_line, a_page, made, saved

pytestmark = pytest.mark.usefixtures("projected")


@pytest.fixture(autouse=True)
def storage(tmp_path: Path, settings, projected: None) -> None:
    kept = settings.STORAGES
    for name in ("published", "originals"):
        (tmp_path / name).mkdir()
        options = {"location": tmp_path / name, "base_url": None}
        kept = kept | {name: {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": options}}
    settings.STORAGES = kept | {"default": kept["originals"]}


@cache
def a_pdf(*lines: str) -> bytes:
    return saved(a_page("".join(a_line(20, 200 - 20 * row, line) for row, line in enumerate(lines))))


def a_bad_pdf() -> bytes:
    return next(data for _, data in made({"black box": BAD["black box"]}, 5, 1))


def kept_files() -> set[str]:
    return {path.name for path in Path(storages["originals"].location).rglob("*.pdf")}  # type: ignore[attr-defined]


def where(case: Case) -> str:
    return reverse("admin:docket_case_files", args=[case.pk])


def send(client: Client, case: Case, **files: bytes) -> Any:
    named = [SimpleUploadedFile(f"{name.lstrip('_')}.pdf", data, "application/pdf") for name, data in files.items()]
    return client.post(where(case), {"files": named}, headers={"Accept": "application/json"}).json()["refused"]


def boxes(client: Client, case: Case) -> dict[str, str]:
    """What a browser sends back of the page of waiting files, unchanged."""
    sent = {"put": "Put"}
    for row in client.get(where(case)).context["rows"]:
        sent |= {f"place-{row.waiting.pk}": row.typed, f"title-{row.waiting.pk}": row.title}
    return sent


def test_each_file_is_offered_its_place_and_put_there_as_a_draft():
    case = a_case()
    motion, order = a_filing(case, "MOTION to Dismiss", entry_number="12"), a_filing(case, "ORDER", entry_number="20")
    listed = Document.objects.create(filing=order, title="Order of the court")
    clerk = member("clerk")
    refused = send(
        clerk, case, _12=a_pdf("Motion"), _20=a_pdf("Order"), Exhibit_A_12_1=b"x", _12_1_Exhibit_A=a_pdf("A")
    )
    assert [name for name, _ in refused] == ["Exhibit_A_12_1.pdf"]
    rows = clerk.get(where(case)).context["rows"]
    assert [(row.typed, row.title) for row in rows] == [("12", ""), ("20", ""), ("12-1", "Exhibit A")]
    answer = clerk.post(where(case), boxes(clerk, case))
    assert answer["Location"] == address(case, "workspace")
    there = Document.objects.order_by("filing", "attachment_number")
    assert [(row.filing, row.attachment_number, row.title, row.visibility) for row in there] == [
        (motion, 0, "", "draft"),
        (motion, 1, "Exhibit A", "draft"),
        (order, 0, "Order of the court", "draft"),
    ]
    listed.refresh_from_db()
    original = listed.original
    assert (original.file_name, original.sha256) == ("20.pdf", hashlib.sha256(a_pdf("Order")).hexdigest())
    assert original.file.open("rb").read() == a_pdf("Order")
    assert listed.check_of_file.text.strip() == "Order"
    assert not WaitingFile.objects.exists()


def test_what_is_wrong_is_changed_and_what_fails_goes_on_waiting_with_its_reason():
    case = a_case()
    one, two = a_filing(case, "One", entry_number="1"), a_filing(case, "Two", entry_number="2")
    clerk = member("clerk")
    send(clerk, case, _1=a_pdf("a"), _9=a_pdf("b"), x=a_pdf("c"), y=a_pdf("d"))
    first, second, third, fourth = WaitingFile.objects.order_by("pk")
    typed = {f"place-{first.pk}": "2", f"place-{second.pk}": "2", f"place-{third.pk}": "77", f"place-{fourth.pk}": ""}
    page = clerk.post(where(case), typed | {"put": "Put", f"title-{third.pk}": "My words"})
    assert [row.error.partition(":")[0] for row in page.context["rows"]] == [
        "“2” has a file already, “main document”",
        "No entry of this docket is “77”",
        "",
    ]
    assert page.context["rows"][1].title == "My words"
    assert list(DocumentOriginal.objects.values_list("document__filing", "file_name")) == [(two.pk, "1.pdf")]
    assert set(WaitingFile.objects.all()) == {second, third, fourth}
    assert not one.documents.exists()
    assert len(kept_files()) == 4


def test_nothing_of_a_public_case_goes_public_before_somebody_says_so():
    case = a_case(new_filings="public")
    filing = a_filing(case, "Complaint", entry_number="1")
    listed = Document.objects.create(filing=filing, title="Complaint", visibility="draft")
    publish(case)
    assert published("docket_document") == {listed.pk}
    clerk, editor = member("clerk"), member("editor")
    send(clerk, case, _1=a_bad_pdf(), _1_1=a_pdf("Exhibit"))
    clerk.post(where(case), boxes(clerk, case))
    assert published("docket_document") == {listed.pk}
    assert published("docket_documentpage") == set()
    listed.refresh_from_db()
    assert listed.file == ""
    page = Page(editor, case, "publish_held")
    assert "Words that are hidden, and would be public" in words(page.seen)
    page.press(personal_data_reason="printed by the court")
    assert published("docket_document") == {listed.pk}
    both = {"personal_data_reason": "printed by the court", "redaction_reason": "the court's own copy"}
    assert page.press(**both).status_code == 302
    assert published("docket_document") == set(Document.objects.values_list("pk", flat=True))
    assert len(published("docket_documentpage")) == 2
    listed.refresh_from_db()
    assert storages["published"].exists(listed.file)


def test_a_file_alone_that_came_for_a_public_document_can_be_published():
    case = a_case()
    listed = Document.objects.create(filing=a_filing(case, "Complaint", entry_number="1"), title="Complaint")
    publish(case)
    clerk = member("clerk")
    send(clerk, case, _1=a_pdf("Whereas"))
    clerk.post(where(case), boxes(clerk, case))
    for row in (listed, listed.filing, case):
        assert (
            "publish_held"
            in Page(member("editor", f"editor{row._meta.model_name}"), row, "publish_held").seen.context["acts"][0]
        )
    assert Page(member("editor"), listed, "publish_held").press().status_code == 302
    assert list(DocumentPage.objects.filter(document=listed).values_list("number", "text")) == [(1, "Whereas")]
    assert published("docket_documentpage")


def test_the_same_file_elsewhere_is_pointed_out_to_those_who_may_see_it():
    other = a_case("Doe v. Moe")
    data = a_pdf("twice")
    document = Document.objects.create(filing=a_filing(other, entry_number="3"), title="Lease")
    original_file.keep_original(document, "lease.pdf", data)
    case = a_case()
    clerk, custodian = member("clerk"), member("custodian")
    send(clerk, case, lease=data)
    told = "The same file is also at Doe v. Moe, no. 3, Lease"
    assert told in words(clerk.get(where(case)))
    Page(custodian, document, "seal").press(authority="Order")
    assert "The same file is also at" not in words(clerk.get(where(case)))
    assert told.removesuffix("Lease") in words(member("chief").get(where(case)))


def test_the_same_file_sent_twice_waits_once():
    case, clerk = a_case(), member("clerk")
    send(clerk, case, a=a_pdf("x"))
    send(clerk, case, b=a_pdf("x"))
    assert WaitingFile.objects.count() == len(kept_files()) == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"<html>", "not a PDF"),
        (b"%PDF-1.7 cut", "cannot be"),
        (b"%PDF-" + b"x" * 3000, "at most 50 MB"),
    ],
)
def test_a_file_that_cannot_be_kept_is_refused_in_words_and_leaves_nothing(data: bytes, said: str, monkeypatch):
    monkeypatch.setattr(original_file, "LARGEST", 2000)
    refused = send(member("clerk"), a_case(), bad=data, good=a_pdf("x"))
    assert [name for name, _ in refused] == ["bad.pdf"]
    assert said in refused[0][1]
    assert len(kept_files()) == WaitingFile.objects.count() == 1


def test_without_script_the_page_says_what_was_refused():
    case, clerk = a_case(), member("clerk")
    files = [SimpleUploadedFile("a.pdf", a_pdf("a")), SimpleUploadedFile("b.pdf", b"<html>")]
    page = clerk.post(where(case), {"files": files}, follow=True)
    assert "“b.pdf” was not taken: The file is not a PDF" in words(page)
    assert [row.waiting.file_name for row in page.context["rows"]] == ["a.pdf"]


def test_a_waiting_file_can_be_opened_and_thrown_away():
    case, clerk = a_case(), member("clerk")
    send(clerk, case, a=a_pdf("x"))
    (row,) = clerk.get(where(case)).context["rows"]
    assert b"".join(clerk.get(row.address)) == a_pdf("x")
    clerk.post(where(case), {"put": "Put", f"leave-{row.waiting.pk}": "on", f"place-{row.waiting.pk}": "1"})
    assert (WaitingFile.objects.count(), kept_files()) == (0, set())


def test_what_was_found_in_a_file_is_said_before_it_has_its_place():
    case, clerk = a_case(), member("clerk")
    send(clerk, case, a=a_bad_pdf(), b=a_pdf("Plaintiff, SSN 219-09-9999"), c=saved(a_page("")))
    told = words(clerk.get(where(case)))
    assert "It hides words (page 1:" in told
    assert "It holds personal data: a Social Security number." in told
    assert "It is scanned, with no text layer." in told


def test_a_case_under_seal_takes_no_files_of_those_who_may_not_see_it():
    case = publish(a_case())
    clerk = member("clerk")
    send(clerk, case, a=a_pdf("x"))
    file = reverse("admin:docket_case_file", args=[case.pk, WaitingFile.objects.get().pk])
    Page(member("custodian"), case, "seal").press(authority="Order")
    assert clerk.get(where(case)).status_code == clerk.get(file).status_code == 404


def test_a_file_is_not_put_at_an_entry_that_one_may_not_see():
    case = publish(a_case())
    filing = publish(a_filing(case, "Secret", entry_number="5"))
    clerk = member("clerk")
    send(clerk, case, _5=a_pdf("x"))
    Page(member("custodian"), filing, "seal").press(authority="Order")
    page = clerk.post(where(case), {"put": "Put", f"place-{WaitingFile.objects.get().pk}": "5"})
    assert page.context["rows"][0].error.startswith("No entry of this docket is “5”")


def test_expunging_a_case_erases_its_waiting_files():
    case, clerk = a_case(), member("clerk")
    send(clerk, case, a=a_pdf("x"))
    Page(member("custodian"), case, "expunge").press(authority="Order", for_good="on")
    assert (WaitingFile.objects.count(), kept_files()) == (0, set())


def test_the_check_is_not_made_again_for_a_file_that_was_looked_through():
    case = a_case()
    a_filing(case, entry_number="1")
    clerk = member("clerk")
    send(clerk, case, _1=a_bad_pdf())
    (waiting,) = WaitingFile.objects.all()
    clerk.post(where(case), boxes(clerk, case))
    check = DocumentCheck.objects.get()
    assert (check.sha256, check.findings, check.reason) == (waiting.sha256, waiting.findings, "")


def test_clean_pages_say_nothing_of_themselves():
    case, clerk = a_case(), member("clerk")
    send(clerk, case, a=next(data for _, data in made({"table": CLEAN["table"]}, 5, 1)))
    assert clerk.get(where(case)).context["rows"][0].found == []


def test_the_words_of_a_file_are_found_at_the_desk_before_it_is_published_by_those_who_may_see_it():
    case = publish(a_case())
    filing = publish(a_filing(case, "Exhibits", entry_number="1"))
    clerk = member("clerk")
    send(clerk, case, _1_2_Letter=a_pdf("The rigging was inspected", "by Quillfeather in March"))
    clerk.post(where(case), boxes(clerk, case))
    document = Document.objects.get()
    assert clerk.get(reverse("admin:find"), {"q": "quillfeather inspected"})["Location"] == address(document)
    assert clerk.get(list_of(Document), {"q": "quillfeather"}).context["cl"].result_count == 1
    assert published("docket_documentpage") == set()
    Page(member("custodian"), filing, "seal").press(authority="Order")
    assert "Nothing is named" in words(clerk.get(reverse("admin:find"), {"q": "quillfeather inspected"}))
    assert clerk.get(list_of(Document), {"q": "quillfeather"}).context["cl"].result_count == 0
