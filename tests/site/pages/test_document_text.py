"""The text of a document page by page, and its words in the search: with the document, and gone with it."""

from __future__ import annotations

import html
import re

import pytest
from django.urls import reverse

from docket.models import Document, DocumentPage
from docket.site.views import document_text
from tests.records.cast import a_document, a_public_case, a_public_filing, act, publish

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.urls_public")]
TEXTS = ("The rigging was inspected by Quillfeather.", "", "Signed <b>in March</b>")


@pytest.fixture
def document() -> Document:
    found: Document = a_document(a_public_filing(a_public_case(), entry_number="14"), title="Letter")
    for number, text in enumerate(TEXTS, 1):
        DocumentPage.objects.create(document=found, number=number, text=text)
    publish(found)
    return found


def where(document: Document) -> str:
    return reverse("document_text", args=[document.public_id])


def test_each_page_has_its_text_and_a_scanned_one_says_so(document, public, read):
    with public():
        page = read(where(document))
    assert "inspected by Quillfeather" in page
    assert "Signed &lt;b&gt;in March&lt;/b&gt;" in page
    assert page.count("Scanned, no text layer") == 1
    assert '<section id="page-3"' in page


def test_the_search_leads_to_the_page_on_which_the_words_stand(document, public, read):
    with public():
        found = read("/search/?q=quillfeather+rigging")
        filing = read(document.filing.get_absolute_url())
    assert f"{where(document)}#page-1" in found
    assert "<mark>rigging</mark> was inspected by <mark>Quillfeather</mark>" in found
    assert where(document) in filing


@pytest.mark.parametrize("verb", ["hide", "seal", "remove"])
@pytest.mark.parametrize("which", ["document", "filing", "case"])
def test_text_and_words_go_with_what_is_withheld(verb, which, document, public, client):
    act(verb, {"document": document, "filing": document.filing, "case": document.case}[which])
    with public():
        answer = client.get(where(document))
        found = client.get("/search/?q=quillfeather").content.decode()
    assert answer.status_code in (404, 410)
    assert "Quillfeather" not in answer.content.decode()
    assert "inspected" not in found


def test_a_long_text_is_turned_over(document, public, read, client, monkeypatch):
    monkeypatch.setattr(document_text, "MOST_PAGES", 2)
    with public():
        first, last = read(where(document)), read(f"{where(document)}?from=3")
        beyond = client.get(f"{where(document)}?from=4").status_code
    assert '<a href="?from=3" rel="next">' in first
    assert "page-3" not in first
    assert '<a href="?from=1" rel="prev">' in last
    assert beyond == 404


def test_a_document_without_text_has_no_such_page(public, client):
    bare = a_document(a_public_filing(a_public_case()))
    publish(bare)
    with public():
        assert client.get(where(bare)).status_code == 404


def test_pages_found_are_turned_over_by_public_names_and_none_is_lost(document, public, read):
    DocumentPage.objects.bulk_create(
        DocumentPage(case=document.case, document=document, number=number, text=f"Zephyrine {number}")
        for number in range(4, 124)
    )
    seen, address = [], "/search/?q=zephyrine&what=pages"
    with public():
        while address:
            page = html.unescape(read(address))
            seen += [int(number) for number in re.findall(r"#page-(\d+)\"", page)]
            following = re.search(r'rel="next"[^>]*href="([^"]+)"|href="([^"]+)"[^>]*rel="next"', page)
            address = (following[1] or following[2]) if following else ""
            address = f"/search/{address}" if address.startswith("?") else address
            assert not address or f"after={document.public_id}-" in address
    assert sorted(seen) == list(range(4, 124))
