"""A document that hides words is shown with the words and the place, and published only with a reason."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from docket.models import AcknowledgedData, Document, DocumentCheck, DocumentOriginal
from docket.publishing.document_checks import check
from tests.desk.publication.test_shown import Page, published, words
from tests.records.desk_cast import a_case, a_filing, address, member, publish, typed
from tests.redaction.pages import BAD, CLEAN, a_line, a_page, made, saved

pytestmark = pytest.mark.usefixtures("projected")
HIDDEN, WHY = "Words that are hidden, and would be public", {"redaction_reason": "the court's own public copy"}
BOTH = WHY | {"personal_data_reason": "printed by the court"}


@pytest.fixture(autouse=True)
def storage(tmp_path: Path, settings, projected: None) -> None:
    kept = settings.STORAGES
    for name in ("published", "originals"):
        (tmp_path / name).mkdir()
        options = {"location": tmp_path / name, "base_url": None}
        kept = kept | {name: {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": options}}
    settings.STORAGES = kept | {"default": kept["originals"]}


def one(kind: str) -> bytes:
    return next(data for _, data in made({kind: (BAD | CLEAN)[kind]}, 5, 1))


def a_document(data: bytes) -> Document:
    document = Document.objects.create(filing=a_filing(publish(a_case()), title="Motion"), title="Exhibit A")
    original = DocumentOriginal(document=document, file_name="a.pdf", sha256=hashlib.sha256(data).hexdigest())
    original.file.save(f"{document.public_id}.pdf", ContentFile(data))
    return document


def test_the_page_shows_the_place_and_the_text_and_publishes_only_with_a_reason():
    document = a_document(one("black box"))
    editor = member("editor")
    page = Page(editor, document.case, "publish_held")
    (hidden,) = check(document.original).findings
    assert HIDDEN in words(page.seen)
    assert hidden[3] in page.seen.content.decode()
    assert "Say why it may be published as it is. Nothing was published." in words(page.press())
    assert published("docket_document") == set()
    image = editor.get(reverse("admin:docket_document_page", args=[document.pk, 1]))
    assert (image.status_code, image["Content-Type"]) == (200, "image/png")
    assert page.press(personal_data_reason="printed by the court").status_code == 200
    assert published("docket_document") == set()
    assert page.press(**BOTH).status_code == 302
    assert published("docket_document") == {document.pk}
    kept = DocumentCheck.objects.get()
    assert (kept.reason, str(kept.author)) == (WHY["redaction_reason"], "editor")


def test_a_clean_file_asks_nothing():
    document = a_document(one("table"))
    page = Page(member("editor"), document.case, "publish_held")
    assert HIDDEN not in words(page.seen)
    assert page.press().status_code == 302
    assert published("docket_document") == {document.pk}


@pytest.mark.parametrize("kind", ["hidden layer", "comment", "attachment", "script", "earlier revision", "form value"])
def test_what_the_copy_leaves_behind_asks_nothing_and_is_told_where_the_file_is_kept(kind: str):
    document = a_document(one(kind))
    assert not check(document.original).findings
    told = words(member("editor").get(address(document)))
    assert "Nothing that a copy would carry. The published copy leaves behind:" in told


def test_words_under_an_annotation_would_be_bare_in_the_copy():
    assert check(a_document(one("square annotation")).original).findings


def test_personal_data_on_a_page_is_found_too():
    document = a_document(saved(a_page(a_line(20, 100, "Plaintiff, SSN 219-09-9999"))))
    page = Page(member("editor"), document.case, "publish_held")
    assert "A Social Security number in the file of document “Exhibit A”" in words(page.seen)
    page.press()
    assert published("docket_document") == set()
    assert page.press(personal_data_reason="published by the court").status_code == 302
    assert AcknowledgedData.objects.get().field == "file"


def test_an_uploaded_file_is_looked_through_at_once_and_another_one_anew():
    document = a_document(one("table"))
    editor = member("editor")
    form = typed(editor.get(address(document)))
    data = one("white text")
    editor.post(address(document), form | {"upload": SimpleUploadedFile("b.pdf", data, "application/pdf")})
    kept = DocumentCheck.objects.get()
    assert kept.sha256 == hashlib.sha256(data).hexdigest()
    assert [found[0] for found in kept.findings] == ["unseen"]


def test_a_stranger_to_the_case_gets_no_image_of_it():
    document = a_document(one("black box"))
    Page(member("custodian"), document, "seal").press(authority="Order")
    answer = member("clerk").get(reverse("admin:docket_document_page", args=[document.pk, 1]))
    assert answer.status_code in (302, 403, 404)
