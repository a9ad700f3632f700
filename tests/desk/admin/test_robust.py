"""What hostile or unlucky requests get from the desk: a status and words, never an error page of the server."""

import io

import pikepdf
import pytest
from django.contrib.auth import get_user_model
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from docket.desk.forms import original_file
from docket.models import Case, CaseNumber, Document, DocumentOriginal, Filing, Matter
from parties.models import Party
from tests.records.desk_cast import a_case, a_filing, a_party, address, list_of, member, new, typed

pytestmark = pytest.mark.django_db


def a_pdf(size=9):
    pdf, out = pikepdf.new(), io.BytesIO()
    pdf.add_blank_page(page_size=(size, size))
    pdf.save(out)
    return out.getvalue()


PDF = a_pdf()


@pytest.fixture
def chief(db):
    return member("chief")


@pytest.mark.parametrize(
    "query",
    [
        "title=%00",
        "title__regex=(",
        "title__contains=%00",
        "q=%00",
        "id=99999999999999999999999",
        "p=99999999999",
        "p=x",
        "o=99.-99",
        "happened_on__year=x",
        "visibility__exact=%ed%a0%80",
        "nonsense__x=1",
        "case=%00",
        "case=99999999999999999999999",
        "party=-1",
    ],
)
def test_an_address_that_makes_no_sense_is_answered_without_an_error(chief, query):
    for model in (Matter, Case, Filing, Party):
        assert chief.get(f"{list_of(model)}?{query}").status_code in (200, 302, 400, 404)


@pytest.mark.parametrize(
    "value", ["\x00", "(", "x" * 100_000, "a or " * 3000, "'; drop table docket_case; --", "\\", "%", "&|!:*"]
)
def test_a_strange_search_is_answered_without_an_error(chief, value):
    for model in (Matter, Case, Filing, Party):
        assert chief.get(list_of(model), {"q": value}).status_code in (200, 302, 400)


def test_an_add_form_for_a_case_that_is_not_there_asks_for_one(chief):
    for value in ("999999", "x", "%00", "99999999999999999999999"):
        assert chief.get(f"{new(Filing)}?case={value}").status_code in (200, 400)


def test_a_box_asked_for_nonsense_refuses(chief):
    where = reverse("admin:autocomplete")
    about = {"app_label": "docket", "model_name": "filing", "field_name": "case"}
    assert chief.get(where).status_code == 403
    assert chief.get(where, about | {"field_name": "public_id"}).status_code == 403
    assert chief.get(where, about | {"term": "\x00"}).status_code == 400
    assert chief.get(where, about | {"case": "9" * 30}).status_code in (200, 400)


def test_what_only_the_database_refuses_is_said_in_words(chief):
    # unique over a column that the form does not show
    case = a_case()
    CaseNumber.objects.create(case=case, number="BC-1", kind="own_former")
    sent = typed(chief.get(address(case))) | {
        "numbers-TOTAL_FORMS": "2",
        "numbers-1-number": "BC-1",
        "numbers-1-kind": "own_former",
        "numbers-1-case": case.pk,
        "numbers-1-id": "",
    }
    assert chief.post(address(case), sent).status_code in (200, 409)
    assert CaseNumber.objects.count() == 1


def test_a_row_with_rows_below_is_not_deleted_and_they_are_counted(chief):
    case = a_case()
    a_filing(case)
    a_filing(case)
    a_party(case)
    page = chief.post(address(case, "delete"), {"post": "yes"})
    assert page.status_code == 200
    assert "2 filings" in page.content.decode()
    assert "1 case party" in page.content.decode()
    assert Case.objects.filter(pk=case.pk).exists()


def test_a_draft_on_which_nothing_hangs_is_deleted(chief):
    case = a_case()
    filing = a_filing(case)
    assert chief.post(address(filing, "delete"), {"post": "yes"}).status_code == 302
    assert chief.post(address(case, "delete"), {"post": "yes"}).status_code == 302
    assert not Case.objects.exists()


def test_a_row_is_not_changed_by_asking(chief):
    case = a_case()
    for page in ("change", "delete", "publication", "history"):
        chief.get(address(case, page), {"verb": "publish", "post": "yes", "reason": "because"})
    case.refresh_from_db()
    assert (case.row_version, case.visibility) == (1, "draft")


def test_a_form_without_its_token_is_refused(db):
    chief = member("chief")
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = chief.cookies
    case = a_case()
    for where in (address(case), address(case, "publication"), list_of(Case), reverse("admin:import")):
        assert strict.post(where, {"verb": "publish", "reason": "because"}).status_code == 403


# Files


def upload(client, filing, content, name="complaint.pdf"):
    where = new(Document, f"?filing={filing.pk}")
    file = SimpleUploadedFile(name, content, content_type="application/pdf")
    return client.post(where, typed(client.get(where)) | {"title": "Complaint", "upload": file})


def test_a_pdf_goes_to_the_vault_as_received_under_a_name_of_ours(chief):
    filing = a_filing(a_case())
    assert upload(chief, filing, PDF, "../../etc/pass‮fdp.wd.pdf").status_code == 302
    original = DocumentOriginal.objects.get()
    assert original.file.read() == PDF
    assert original.file.name.endswith(f"{original.document.public_id}.pdf")
    assert len(original.sha256) == 64
    document = original.document
    page = chief.get(f"/admin/docket/document/{document.pk}/original/")
    assert b"".join(page.streaming_content) == PDF
    assert page.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<html><script>alert(1)</script>", "is not a PDF"),
        (b"PK\x03\x04 zip", "is not a PDF"),
        (b"%PDF-1.4 and nothing else", "cannot be read"),
        (b"", "empty"),
    ],
)
def test_what_could_not_be_published_is_refused_at_once_and_leaves_nothing(chief, content, words):
    answer = upload(chief, a_filing(a_case()), content)
    assert answer.status_code == 200
    assert words in answer.context["adminform"].form.errors["upload"][0]
    assert not Document.objects.exists()
    assert not DocumentOriginal.objects.exists()


def test_a_file_that_is_too_large_is_refused(chief, monkeypatch):
    monkeypatch.setattr(original_file, "LARGEST", 100)
    answer = upload(chief, a_filing(a_case()), PDF)
    assert "at most" in answer.context["adminform"].form.errors["upload"][0]


def test_replacing_a_draft_documents_file_keeps_one_original(chief, django_capture_on_commit_callbacks):
    filing = a_filing(a_case())
    upload(chief, filing, PDF)
    document = Document.objects.get()
    storage, first = document.original.file.storage, document.original.file.name
    other = a_pdf(size=8)
    with django_capture_on_commit_callbacks(execute=True):
        sent = typed(chief.get(address(document))) | {"upload": SimpleUploadedFile("b.pdf", other)}
        assert chief.post(address(document), sent).status_code == 302
    original = DocumentOriginal.objects.get()
    assert original.file.read() == other
    assert original.file_name == "b.pdf"
    assert not storage.exists(first)


def test_a_document_is_entered_in_the_page_of_its_filing(chief):
    filing = a_filing(a_case())
    sent = typed(chief.get(address(filing))) | {
        "documents-TOTAL_FORMS": "1",
        "documents-0-attachment_number": "1",
        "documents-0-title": "Exhibit A",
        "documents-0-filing": filing.pk,
        "documents-0-id": "",
        "documents-0-upload": SimpleUploadedFile("a.pdf", PDF),
    }
    assert chief.post(address(filing), sent).status_code == 302
    assert filing.documents.get().original.file_name == "a.pdf"


# Signing in


@pytest.fixture
def clerk_with_password(db):
    return get_user_model().objects.create_user("casey", password="a-long-password", is_staff=True)


def sign_in(password, address="10.0.0.1", **headers):
    sent = {"username": "casey", "password": password}
    return Client(REMOTE_ADDR=address, **headers).post(reverse("admin:login"), sent)


def test_five_wrong_passwords_pause_that_name_from_that_address(clerk_with_password):
    for _ in range(5):
        refused = sign_in("wrong")
    assert refused.status_code == 429
    assert "Sign-in paused" in refused.content.decode()
    assert sign_in("a-long-password").status_code == 429
    assert sign_in("a-long-password", "10.0.0.2").status_code == 302


def test_a_claimed_address_does_not_evade_the_pause(clerk_with_password, settings):
    for number in range(5):
        sign_in("wrong", HTTP_X_FORWARDED_FOR=f"10.1.1.{number}")
    assert sign_in("a-long-password", HTTP_X_FORWARDED_FOR="10.1.1.99").status_code == 429


def test_behind_a_proxy_the_address_is_the_one_that_the_proxy_adds(clerk_with_password, settings):
    settings.BEHIND_PROXY = True
    for number in range(5):
        sign_in("wrong", "127.0.0.1", HTTP_X_FORWARDED_FOR=f"10.1.1.{number}, 10.2.2.2")
    assert sign_in("a-long-password", "127.0.0.1", HTTP_X_FORWARDED_FOR="9.9.9.9, 10.2.2.2").status_code == 429
    assert sign_in("a-long-password", "127.0.0.1", HTTP_X_FORWARDED_FOR="9.9.9.9, 10.3.3.3").status_code == 302


def test_a_right_password_signs_in(clerk_with_password):
    answer = sign_in("a-long-password")
    assert answer.status_code == 302
    assert not list(get_messages(answer.wsgi_request))
