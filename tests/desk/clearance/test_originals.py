"""The file as received, and the pictures of its pages: for who may see the row, and for nobody else."""

import io

import pikepdf
import pytest
from django.urls import reverse

from docket.desk.forms.original_file import keep_original
from docket.models import Document
from docket.publishing import verbs
from tests.records.desk_cast import a_case, a_filing, member

pytestmark = pytest.mark.django_db


def a_pdf() -> bytes:
    pdf, out = pikepdf.new(), io.BytesIO()
    pdf.add_blank_page(page_size=(90, 90))
    pdf.save(out)
    return out.getvalue()


def test_an_original_under_seal_is_handed_to_who_is_cleared_and_is_not_there_for_others() -> None:
    filing = a_filing(a_case())
    document = Document.objects.create(filing=filing, title="Exhibit")
    keep_original(document, "exhibit.pdf", a_pdf())
    original = reverse("admin:docket_document_original", args=[document.pk])
    page = reverse("admin:docket_document_page", args=[document.pk, 1])
    clerk, custodian = member("clerk"), member("custodian")
    assert [clerk.get(where).status_code for where in (original, page)] == [200, 200]
    verbs.act("seal", filing, actor=None, reason="order of 3 May")
    nobodys = reverse("admin:docket_document_original", args=[document.pk + 1])
    assert {clerk.get(where).status_code for where in (original, page)} == {clerk.get(nobodys).status_code} == {403}
    assert [custodian.get(where).status_code for where in (original, page)] == [200, 200]
