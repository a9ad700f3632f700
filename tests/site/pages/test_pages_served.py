"""How the public pages are served: few queries, no cookie, not again while unchanged."""

import pytest

from docket.models import Document, Filing
from docket.publishing import verbs
from tests.site.pages.addresses import every_address, many_filings, project, selects
from tests.site.words import words

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.urls_public")]


def test_no_page_sets_a_cookie_or_may_be_kept_without_asking(client, record):
    """At the desk, where these are previews, by nobody; for how long at the public site: tests/caches."""
    for address in every_address(record):
        answer = client.get(address)
        assert not answer.cookies
        assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_case_takes_the_same_few_queries_with_5_and_with_5000_filings(client, record):
    address = record.case.get_absolute_url()
    few = len(selects(client, address))
    many_filings(record.case, 5000, undated=10)
    assert len(selects(client, address)) == few <= 12
    last = Filing.objects.get(docket_text="Line 4999.")
    deep = [f"{address}?after={last.public_id}", f"{address}?q=line&after={last.public_id}", f"{address}?order=desc"]
    assert max(len(selects(client, page)) for page in deep) <= 12


def test_no_page_takes_more_than_12_queries(client, record):
    for address in every_address(record):
        assert len(selects(client, address)) <= 12, address


def test_pages_are_read_only(client, record):
    for address in every_address(record):
        assert client.post(address).status_code == 405


def test_an_unchanged_case_is_not_sent_again_and_a_seal_is_seen_at_once(client, record, public):
    record.publish()
    project()
    address = record.case.get_absolute_url()
    with public():
        first = client.get(address)
        etag = first.headers["ETag"]
        assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
        assert client.get(address).content == first.content
        assert len(selects(client, address)) == 1
    verbs.act("seal", record.case, actor=None, reason="order")
    with public():
        sealed = client.get(address, headers={"If-None-Match": etag})
        assert sealed.status_code == 200
        assert "under seal" in sealed.content.decode()


def test_what_is_kept_of_a_whole_docket_is_as_old_as_the_case(client, record, public):
    def said():
        with public():
            page = words(client.get(f"{record.case.get_absolute_url()}?order=asc").content.decode())
        return int(page.partition(" entries in this record")[0].split()[-1]), "Not in this record" in page

    record.publish()
    project()
    before = said()[0]
    assert said() == said()
    filing = Filing.objects.create(case=record.case, entry_number="9000", docket_text="ORDER")
    verbs.act("publish", filing, actor=None, reason="test")
    project()
    assert said() == (before + 1, True)
    verbs.act("hide", filing, actor=None, reason="test")
    project()
    assert said()[0] == before


def test_a_document_is_served_as_a_pdf_under_a_name_of_our_own(client, record, tmp_path, settings):
    settings.STORAGES = settings.STORAGES | {
        "published": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path, "base_url": None},
        }
    }
    (tmp_path / "copy.pdf").write_bytes(b"%PDF-1.7 copy")
    Document.objects.filter(pk=record.document.pk).update(file="copy.pdf", sha256="ab" * 32)
    answer = client.get(record.document.get_absolute_url())
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 copy"
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'inline; filename="1-23-cv-00871-1.pdf"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    again = client.get(record.document.get_absolute_url(), headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    (tmp_path / "copy.pdf").unlink()
    assert client.get(record.document.get_absolute_url()).status_code == 404
