"""The Atom feeds: valid, stable, conditional, with the sentences of the pages, and never a withheld row."""

import re
from datetime import UTC, date, datetime
from typing import Any

import feedparser
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape
from lxml import etree

from docket.models import CaseMatter, ClaimAgainst, ClaimEvent, Filing, Matter
from docket.publishing import verbs
from docket.publishing.preview import as_published
from tests.records.suit import suit

pytestmark = pytest.mark.urls("config.urls_public")
ATOM = "{http://www.w3.org/2005/Atom}"


def publish(row):
    verbs.act("publish", row, actor=None, reason="checked")


@pytest.fixture
def roe(db):
    """A suit with a complaint, an order and a claim that was dismissed by it."""
    roe: Any = suit()
    roe.complaint = roe.filing(
        "init.complaint", by=roe.plaintiff, entry_number="1", title="Complaint", date_filed=date(2026, 1, 5)
    )
    roe.order = roe.filing("order.order", entry_number="9", title="Order of dismissal", date_filed=date(2026, 3, 2))
    (roe.against,) = roe.claim(roe.complaint, roe.studio)
    roe.ended = ClaimEvent.objects.create(
        claim_against=roe.against,
        kind="dismissed_motion",
        with_prejudice="without",
        date=date(2026, 3, 2),
        filing=roe.order,
    )
    roe.matter = Matter.objects.create(title="Collapse", heading_note="As reported in 2022.")
    CaseMatter.objects.create(case=roe.case, matter=roe.matter)
    return roe


@pytest.fixture
def public(roe, settings):
    """The feeds over the published tables, within the test's own transaction."""
    settings.DESK = False
    publish(roe.matter)
    publish(roe.case)
    return as_published


def feeds_of(roe):
    return [
        "/latest.atom",
        "/filings.atom",
        "/filings.atom?q=dismissal",
        "/cases.atom",
        "/cases.atom?category=civil",
        f"/cases/{roe.case.public_id}/latest.atom",
        f"/matters/{roe.matter.public_id}/latest.atom",
        f"/parties/{roe.studio.party.public_id}/latest.atom",
        f"/forums/{roe.case.forum.slug}/latest.atom",
        f"/claims/{roe.against.claim.public_id}/latest.atom",
    ]


def read(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, (address, answer.status_code, answer.content[:300])
    return answer.content.decode()


def entries(body):
    return etree.fromstring(body.encode()).findall(f"{ATOM}entry")


def titles(body):
    return [entry.findtext(f"{ATOM}title") for entry in entries(body)]


def refuse_what_rfc_4287_forbids(body):
    """4.1.1 and 4.1.2: what a feed and an entry must hold once, and how a moment and an address are written."""
    feed = etree.fromstring(body)
    assert feed.tag == f"{ATOM}feed"
    assert feed.find(f"{ATOM}author/{ATOM}name").text
    for part in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(part.findall(f"{ATOM}{name}")) == 1, name
        moment = datetime.fromisoformat(part.findtext(f"{ATOM}updated"))
        assert moment.tzinfo is not None
        assert re.match(r"https?://[^/\s]+/", part.findtext(f"{ATOM}id"))
        links = [(link.get("rel"), link.get("type")) for link in part.findall(f"{ATOM}link")]
        assert links.count(("alternate", "text/html")) == 1
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))
    moments = [datetime.fromisoformat(e.findtext(f"{ATOM}updated")) for e in feed.iter(f"{ATOM}entry")]
    assert datetime.fromisoformat(feed.findtext(f"{ATOM}updated")) == max(moments, default=datetime.min)


def test_it_is_a_valid_feed_that_says_what_happened(roe, client, public):
    with public():
        for address in feeds_of(roe):
            answer = client.get(address)
            assert answer.status_code == 200, address
            assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
            refuse_what_rfc_4287_forbids(answer.content)
            parsed = feedparser.parse(answer.content)
            assert not parsed.bozo, (address, parsed.get("bozo_exception"))
            assert parsed.version == "atom10"
            assert parsed.entries, address


def test_a_case_tells_its_filings_and_what_they_did_to_claims(roe, client, public):
    with public():
        body = read(client, f"/cases/{roe.case.public_id}/latest.atom")
    found = titles(body)
    assert "9: Order of dismissal – Roe v. Example Pictures" in found
    assert "1: Complaint – Roe v. Example Pictures" in found
    event = next(title for title in found if "Negligence" in title)
    assert event == "Dismissed on motion (by order): Negligence, against Example Pictures LLC – Roe v. Example Pictures"
    assert "without prejudice" in body
    assert "Statements in pleadings are allegations." in body
    assert "As reported in 2022." in body


def test_an_entry_leads_to_its_place_on_a_page(roe, client, public):
    with public():
        for entry in entries(read(client, f"/cases/{roe.case.public_id}/latest.atom")):
            address = entry.findtext(f"{ATOM}id")
            assert entry.find(f"{ATOM}link").get("href") == address
            path, _, place = address.split("/", 3)[3].partition("#")
            page = read(client, f"/{path}")
            assert not place or f'id="{place}"' in page


def test_an_id_and_the_moment_stay_until_the_row_changes(roe, client, settings):
    settings.DESK = True
    address = f"/cases/{roe.case.public_id}/latest.atom"
    # a test's transaction has one clock, so the row begins with an earlier moment
    old = roe.filing("order.order", title="Old order", updated_at=datetime(2020, 1, 1, tzinfo=UTC))

    def told():
        return {e.findtext(f"{ATOM}id"): e.findtext(f"{ATOM}updated") for e in entries(read(client, address))}

    before = told()
    assert told() == before
    Filing.objects.filter(pk=old.pk).update(title="Corrected order")
    after = told()
    assert before.keys() == after.keys()
    (changed,) = [key for key in before if before[key] != after[key]]
    assert changed.endswith(old.get_absolute_url())
    assert before[changed].startswith("2020-01-01T00:00:00")


def test_an_unchanged_feed_is_not_sent_again(roe, client, public):
    with public():
        for address in feeds_of(roe):
            etag = client.get(address).headers["ETag"]
            again = client.get(address, headers={"if-none-match": etag})
            assert (again.status_code, again.content) == (304, b"")
    publish(suit(roe.case.forum, caption_short="Doe").case)
    with public():
        etag = client.get("/cases.atom").headers["ETag"]
    Filing.objects.filter(pk=roe.order.pk).update(title="Corrected order")
    with public():
        assert client.get("/cases.atom", headers={"if-none-match": etag}).status_code == 304
        assert "Corrected order" in read(client, "/latest.atom")


def test_nothing_that_is_withheld_appears(roe, client, public):
    held = roe.filing("order.order", title="Secret order", date_filed=date(2026, 4, 1), visibility="draft")
    sealed = roe.filing("order.order", entry_number="77", title="Secret motion", date_filed=date(2026, 4, 2))
    publish(sealed)
    (untold,) = roe.claim(roe.complaint, roe.armorer, title="Secret tort")
    for filing in (held, sealed):
        ClaimEvent.objects.create(claim_against=untold, kind="served", date=date(2026, 4, 2), filing=filing)
    untold.disclosure = ClaimAgainst.Disclosure.WITHHELD
    untold.save()
    draft = suit(roe.case.forum)
    draft.filing("order.order", title="Secret draft")
    verbs.act("seal", sealed, actor=None, reason="order of 3 May")
    with public():
        for address in feeds_of(roe):
            body = read(client, address)
            assert "Secret" not in body, address
            assert "77: " not in body, address
        for address in (f"/cases/{draft.case.public_id}/latest.atom", "/claims/bcdfghjkmn/latest.atom"):
            read(client, address, status=404)


def test_a_claim_whose_record_is_incomplete_has_no_events_to_follow(roe, client, public):
    roe.against.disclosure = ClaimAgainst.Disclosure.INCOMPLETE
    roe.against.save()
    with public():
        assert titles(read(client, f"/claims/{roe.against.claim.public_id}/latest.atom")) == []
        assert not any("Negligence" in title for title in titles(read(client, "/latest.atom")))


def test_a_stricken_order_counts_for_nothing(roe, client, public):
    Filing.objects.filter(pk=roe.order.pk).update(state="stricken")
    with public():
        found = titles(read(client, f"/cases/{roe.case.public_id}/latest.atom"))
    assert "9: Order of dismissal (stricken) – Roe v. Example Pictures" in found
    assert any(title.startswith("Dismissed on motion (stricken: counts for nothing): Negligence") for title in found)


def test_a_sealed_case_leaves_an_empty_feed_and_a_removed_one_is_gone(roe, client, public):
    address = f"/cases/{roe.case.public_id}/latest.atom"
    verbs.act("seal", roe.case, actor=None, reason="order of 3 May")
    with public():
        body = read(client, address)
        refuse_empty(body)
        assert "Roe" not in "".join(read(client, one) for one in ("/latest.atom", "/cases.atom", "/filings.atom"))
    verbs.act("unseal", roe.case, actor=None, reason="order vacated")
    verbs.act("remove", roe.case, actor=None, reason="order of 3 May")
    with public():
        read(client, address, status=410)


def refuse_empty(body):
    assert entries(body) == []
    assert "Case under seal" in body
    assert "Roe" not in body


def test_a_list_is_followed_with_its_filters_the_newest_first(roe, client, public):
    with public():
        body = read(client, "/filings.atom?q=dismissal&order=oldest&after=x")
        assert titles(body) == ["9: Order of dismissal – Roe v. Example Pictures"]
        assert "dismissal" in etree.fromstring(body.encode()).findtext(f"{ATOM}title")
        assert titles(read(client, "/filings.atom?q=nothing-like-it")) == []
        assert titles(read(client, "/cases.atom?category=criminal")) == []
        assert "Filed from" in read(client, "/filings.atom?filed_from=never", status=400)


def test_a_text_that_xml_cannot_hold_is_told_without_those_characters(roe, client, public):
    Filing.objects.filter(pk=roe.order.pk).update(title="Order \x0b & <b>costs</b> \ufffe")
    with public():
        answer = client.get("/latest.atom")
    assert not feedparser.parse(answer.content).bozo
    assert any(title.startswith("9: Order  & <b>costs</b>") for title in titles(answer.content.decode()))
    content = next(entries(answer.content.decode())[0].iter(f"{ATOM}content")).text
    assert escape("<b>costs</b>") in content or "costs" not in content
    assert "<b>costs" not in "".join(e.findtext(f"{ATOM}content") for e in entries(answer.content.decode()))


def test_it_takes_as_many_queries_for_many_rows_as_for_few_and_is_bounded(roe, client):
    def queries(address):
        with CaptureQueriesContext(connection) as captured:
            read(client, address)
        return len(captured)

    def grow(n):
        for number in range(n):
            order = roe.filing("order.order", by=roe.studio, title=f"Order {number}", date_filed=date(2026, 5, 1))
            roe.link(order, "rules_on", roe.complaint)
            ClaimEvent.objects.create(claim_against=roe.against, kind="stayed", date=date(2026, 5, 1), filing=order)

    grow(2)
    for address in feeds_of(roe):
        read(client, address)
    few = [queries(address) for address in feeds_of(roe)]
    grow(60)
    # a list of less than a page asks once more whether it is at its end
    many = [queries(address) for address in feeds_of(roe)]
    assert all(now <= before for now, before in zip(many, few, strict=True)), (few, many)
    assert max(few) <= 16, few
    assert max(len(entries(read(client, address))) for address in feeds_of(roe)) == 100


def test_pages_lead_to_their_feeds(roe, client, public):
    with public():
        pages = ["/", roe.case, roe.matter, roe.studio.party, roe.case.forum, roe.against.claim, "/cases/", "/filings/"]
        for page in pages:
            body = read(client, page if isinstance(page, str) else page.get_absolute_url())
            linked = re.findall(r'type="application/atom\+xml"[^>]*href="([^"]+)"', body)
            assert len(linked) == 1, page
            assert body.count(f'href="{linked[0]}"') == 2, page
            read(client, linked[0])
        body = read(client, "/filings/?q=order")
        assert 'href="/filings.atom?q=order"' in body
