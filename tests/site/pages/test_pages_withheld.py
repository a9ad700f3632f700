"""What the public pages say of drafts, sealed and removed rows, and what search engines are told of."""

import re
from datetime import date

import pytest

from docket.models import Case, Matter
from docket.publishing import verbs
from tests.site.words import words

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.urls_public")]


def test_staff_see_drafts_marked_as_such(read, record):
    assert "Draft, not public" in read(record.case.get_absolute_url())
    record.publish()
    record.filing(record.case, "9", "Held for review.", date(2024, 9, 1))
    page = words(read(record.case.get_absolute_url()))
    assert page.count("Draft, not public") == 1
    assert "Draft, not public Held for review." in page


def told(answer):
    """The headers, but for the id that is drawn for each request."""
    return {name: value for name, value in answer.headers.items() if name != "X-Request-ID"}


def test_the_public_sees_no_draft_and_cannot_tell_it_from_nothing(client, record, public):
    record.publish()
    draft = record.filing(record.case, "9", "Held for review.", date(2024, 9, 1))
    verbs.act("hide", record.criminal, actor=None, reason="mistake")
    with public():
        page = client.get(record.case.get_absolute_url()).content.decode()
        assert "Held for review" not in page
        assert "State v. Poe" not in page
        unknown = client.get("/filings/zzzzzzzzzz/")
        for row in (draft, record.criminal, record.pending_count):
            answer = client.get(row.get_absolute_url())
            assert (answer.status_code, answer.content) == (404, unknown.content)
            assert told(answer) == told(unknown)


def test_a_sealed_case_keeps_its_number_and_nothing_else(client, record, public):
    record.publish()
    address = record.case.get_absolute_url()
    verbs.act("seal", record.case, actor=None, reason="order")
    with public():
        answer = client.get(address)
        page = answer.content.decode()
        assert answer.status_code == 200
        assert "This case is under seal" in page
        assert "<title>Sealed v. Sealed – " in page
        assert "1:23-cv-00871" in page
        assert "Roe" not in page
        assert answer.headers["X-Robots-Tag"] == "noindex"
        assert client.get(record.complaint.get_absolute_url()).status_code == 404


def test_a_sealed_entry_and_a_sealed_document_keep_their_place(client, record, public):
    record.publish()
    verbs.act("seal", record.motion, actor=None, reason="order")
    verbs.act("seal", record.document, actor=None, reason="order")
    with public():
        page = words(client.get(record.case.get_absolute_url()).content.decode())
        assert "5 8 January 2024 Sealed entry" in page
        assert "rigging logs" not in page
        assert "SEALED – not available to the public" in page
        entry = words(client.get(record.motion.get_absolute_url()).content.decode())
        assert "Sealed entry 5" in entry
        assert "8 January 2024" in entry
        assert "rigging" not in entry
        assert client.get(record.document.get_absolute_url()).status_code == 404


def test_what_was_removed_is_gone_and_says_so(client, record, public):
    record.publish()
    verbs.act("remove", record.letter, actor=None, reason="order")
    verbs.act("remove", record.criminal, actor=None, reason="order")
    with public():
        assert "Entry removed" in client.get(record.case.get_absolute_url()).content.decode()
        for row in (record.letter, record.criminal):
            answer = client.get(row.get_absolute_url())
            assert answer.status_code == 410
            assert "Poe" not in answer.content.decode()


def test_samples_and_marked_cases_stay_out_of_search_engines_and_sitemaps(client, read, record, public):
    record.publish()
    Case.objects.filter(pk=record.criminal.pk).update(noindex=True)
    Matter.objects.filter(pk=record.matter.pk).update(is_sample=True)
    with public():
        for row in (record.criminal, record.information, record.pending_count, record.matter):
            assert client.get(row.get_absolute_url()).headers["X-Robots-Tag"] == "noindex"
        assert "X-Robots-Tag" not in client.get(record.case.get_absolute_url()).headers
        listed = in_sitemaps(read)
        assert record.case.get_absolute_url() in listed
        assert record.roe.get_absolute_url() in listed
        for row in (record.criminal, record.matter, record.state):
            assert row.public_id not in listed
    assert "Sitemap: " in read("/robots.txt")


def in_sitemaps(read):
    """Everything that any sitemap lists; the words of an address change when the caption goes, its id does not."""
    return "".join(read(path) for path in re.findall(r"<loc>[^<]*?(/sitemap-[^<]+)</loc>", read("/sitemap.xml")))


@pytest.mark.parametrize("verb", ["hide", "seal", "remove"])
def test_no_sitemap_lists_a_case_that_is_withheld(read, record, public, verb):
    record.publish()
    verbs.act(verb, record.criminal, actor=None, reason="order", authority="Order")
    with public():
        listed = in_sitemaps(read)
        assert record.case.get_absolute_url() in listed
        assert record.matter.get_absolute_url() in listed
        assert record.criminal.public_id not in listed
        assert record.state.public_id not in listed, "a party of that case alone"


@pytest.mark.parametrize("verb", ["hide", "remove"])
def test_no_sitemap_lists_a_matter_that_is_withheld(read, record, public, verb):
    record.publish()
    verbs.act(verb, record.matter, actor=None, reason="order", authority="Order")
    with public():
        assert record.matter.public_id not in in_sitemaps(read)
