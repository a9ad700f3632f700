"""The public pages: what a reader finds on each, over the staff's tables as the desk previews them and as published."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from docket.models import Case, Document, Filing, Matter, SitePage
from docket.models.parts.sequence import take_sequences
from docket.publishing import verbs
from docket.publishing.preview import as_published
from tests.records.page_record import Record

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.urls_public")]


@pytest.fixture
def record():
    return Record()


@pytest.fixture
def read(client):
    """The text of a page, tags and all, after asserting that it is there."""

    def page(address, status=200):
        answer = client.get(address)
        assert answer.status_code == status, (address, answer.status_code)
        return answer.content.decode()

    return page


@pytest.fixture
def public(settings):
    """The same pages over the published tables, within the test's own transaction."""
    settings.DESK = False
    return as_published


def words(html):
    """What a reader sees, in one line."""
    body = re.sub(r"<(script|style|head).*?</\1>", " ", html, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def project():
    """What a commit would do, for good."""
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate; set constraints all deferred")


def every_address(record):
    return [
        "/",
        record.matter.get_absolute_url(),
        record.case.get_absolute_url(),
        record.criminal.get_absolute_url(),
        record.complaint.get_absolute_url(),
        record.letter.get_absolute_url(),
        record.death.get_absolute_url(),
        record.acquitted_count.get_absolute_url(),
        record.poe.get_absolute_url(),
        record.pictures.get_absolute_url(),
        record.forum.get_absolute_url(),
        "/about/",
        "/corrections/",
        "/contact/",
    ]


def test_every_page_has_title_description_canonical_and_footer(client, record, settings):
    settings.PUBLIC_BASE_URL = "https://dockets.example"
    record.publish()
    for address in every_address(record):
        page = client.get(address).content.decode()
        assert re.search(r"<title>[^<]{5,} – Docketbook</title>", page), address
        assert re.search(r'<meta name="description" content="[^"]{20,}">', page), address
        assert f'<link rel="canonical" href="https://dockets.example{address}">' in page
        assert "Not an official court record" in page
        assert page.count("<h1") == 1


def test_no_page_sets_a_cookie_or_may_be_kept_without_asking(client, record):
    for address in every_address(record):
        answer = client.get(address)
        assert not answer.cookies
        assert answer.headers["Cache-Control"] == "no-cache"


def test_no_primary_key_and_no_sequence_stands_in_a_page(read, record):
    Filing.objects.filter(pk=record.complaint.pk).update(sequence=987654)
    for address in every_address(record):
        page = read(address)
        assert "987654" not in page
        assert not re.search(r'href="/[a-z]+/\d+/', page)


def test_the_text_of_a_record_cannot_end_the_linked_data(read):
    case = Case.objects.create(caption="</script><script>alert(1)</script>", category="civil")
    page = read(case.get_absolute_url())
    assert "<script>" not in page
    assert r"\u003C/script\u003E" in page


def test_a_case_says_who_claims_what_from_whom_where_and_what_comes_next(read, record):
    page = words(read(record.case.get_absolute_url()))
    assert "2 claims against 2 parties. Where nothing else is said, claimed by Jane Roe; alleged." in page
    assert "alleges wrongful death" not in page  # a person's summary stands there instead
    assert "District Court for Testing" in page
    assert "No. 1:23-cv-00871" in page
    assert (
        page.index("Where it stands Open when last checked, 5 January 2026")
        < page.index("What comes next")
        < page.index("Discovery has closed .")
    )
    assert "Discovery has closed . As of 1 January 2026" in page
    assert "due 21 December 2098, or 22 December 2098 on another reading of the law" in page
    assert page.index("Motions in limine due") < page.index("8 March 2099 , 9:00 a.m. MDT Jury trial")
    assert "last checked 5 January 2026" in page


def test_that_claims_are_not_entered_is_said_of_the_pleading_that_is_there(read):
    case = Case.objects.create(caption="Roe v. Poe", category="civil")
    Filing.objects.create(case=case, filing_type="init.complaint", title="Complaint", date_filed=date(2024, 1, 2))
    assert "Not yet entered from the complaint." in words(read(case.get_absolute_url()))


def test_what_is_not_known_is_said_to_be_not_reported(read):
    case = Case.objects.create(caption="Investigation of a collapse", category="investigation")
    page = words(read(case.get_absolute_url()))
    assert "Agency not reported" in page
    assert "Number not reported" in page
    assert "Status not reported" in page
    assert "No claims are in this record." in page
    assert "No hearing or deadline to come is in this record." in page


def test_parties_stand_by_side_with_capacities_counsel_and_pro_se_as_a_fact(read, record):
    page = words(read(record.case.get_absolute_url()))
    assert "Jane Roe , individually, and as next friend of A.R., a minor" in page
    assert "Lucia Calloway, Calloway &amp; Reyes" in page
    assert "Defendant, counterclaimant" in page
    assert "Pro se (without a lawyer)" in page


def test_each_claim_says_where_it_stands_against_whom(read, record):
    page = words(read(record.case.get_absolute_url()))
    assert "Count I: Wrongful death against Example Pictures, LLC : Answered, denied, 4 December 2023 , entry 2" in page
    assert (
        "Count I: Wrongful death against Sam Poe : No answer in this record (pleaded 12 October 2023) "
        ", last checked 5 January 2026 , entry 1" in page
    )
    assert "Settled, March 2025 A settlement is not an admission or finding of liability." in page


def test_a_charge_is_an_accusation_and_an_acquittal_is_as_plain(read, record):
    page = words(read(record.criminal.get_absolute_url()))
    assert "The charges are accusations. Sam Poe is presumed innocent unless and until proven guilty." in page
    assert "acquitted (1)" in page
    assert "Acquitted, 20 May 2026" in page
    assert "guilty of" not in page


def test_related_cases_are_named_from_both_ends(read, record):
    assert "Parallel criminal case State v. Poe" in words(read(record.case.get_absolute_url()))
    assert "Criminal case parallel to Roe v. Example Pictures, LLC" in words(read(record.criminal.get_absolute_url()))


def test_the_docket_names_links_both_ways_gaps_repeats_and_states(read, record):
    record.publish()
    page = words(read(record.case.get_absolute_url()))
    assert "answered by entry 2" in page
    assert "answers entry 1" in page
    assert "ruled on by entry 6 (granted in part, denied in part)" in page
    assert "Not in this record: entries 3–4." in page
    assert page.index("Entries 3–4 are not in this record") < page.index("MOTION to compel")
    assert page.count("(the number repeats)") == 2
    assert "date not in the record Stricken Letter to the court." in page
    assert "March 2024 Transcript lodged." in page


def test_a_link_across_cases_names_the_other_case(read, record):
    from docket.models import FilingLink

    FilingLink.objects.create(from_filing=record.information, to_filing=record.complaint, kind="refers_to")
    page = words(read(record.case.get_absolute_url()))
    assert "referred to by CRIMINAL INFORMATION in State v. Poe" in page


def test_the_docket_is_searched_ordered_and_narrowed_by_date(read, record):
    address = record.case.get_absolute_url()
    found = words(read(f"{address}?q=rigging+logs"))
    assert "1 of 7 entries with “rigging logs”" in found
    assert "ANSWER to Complaint" not in found
    newest = words(read(f"{address}?order=desc"))
    assert newest.index("ORDER, corrected.") < newest.index("ORDER granting") < newest.index("COMPLAINT filed")
    narrowed = words(read(f"{address}?from=2024-02&to=2024-02"))
    assert "2 of 7 entries" in narrowed
    assert "is not a date" in words(read(f"{address}?from=soon"))
    within_month = words(read(f"{address}?from=2024-03-20"))
    assert "Transcript lodged." in within_month


def test_a_search_page_is_kept_from_search_engines(client, record):
    answer = client.get(record.case.get_absolute_url(), {"q": "motion"})
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert 'name="robots" content="noindex"' in answer.content.decode()


@pytest.mark.parametrize("q", ["\x00", "'", '"unclosed', "!!!", "the", "(" * 300])
def test_no_search_words_break_the_page(read, record, q):
    read(f"{record.case.get_absolute_url()}?q={q}")


def many_filings(case, count, undated=0):
    sequences = take_sequences(case.pk, count)
    Filing.objects.bulk_create(
        Filing(
            case=case,
            sequence=sequence,
            entry_number=str(place + 100),
            docket_text=f"Line {place}.",
            date_filed=date(2024, 5, 1 + place % 28) if place >= undated else None,
        )
        for place, sequence in enumerate(sequences)
    )


def lines_of(page):
    return re.findall(r"Line (\d+)\.", page)


@pytest.mark.parametrize("order", ["", "order=desc&"])
def test_the_pages_of_a_docket_go_through_every_line_once_and_back(read, record, order):
    many_filings(record.criminal, 250, undated=120)
    address = record.criminal.get_absolute_url()
    seen, pages, question = [], [], f"?{order}"
    while question:
        page = read(address + question.replace("&amp;", "&").split("#")[0])
        pages.append(lines_of(page))
        seen += pages[-1]
        found = re.search(r'<a href="([^"]+)" rel="next">', page)
        question = found[1] if found else ""
    assert len(pages) == 3
    assert len(seen) == len(set(seen)) == 250
    for expected in (pages[1], pages[0]):
        back = re.findall(r'<a href="([^"]+)" rel="prev">', page)[0].replace("&amp;", "&").split("#")[0]
        page = read(address + back)
        assert lines_of(page) == expected
    assert 'rel="prev"' not in page


def selects(client, address):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return [q["sql"] for q in queries.captured_queries if re.search(r"from \W?(docket|parties)_", q["sql"], re.I)]


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


def test_a_filing_shows_text_filers_documents_excerpts_links_claims_and_sources(read, record):
    page = words(read(record.complaint.get_absolute_url()))
    assert "COMPLAINT filed by Jane Roe." in page
    assert "Filed by Jane Roe plaintiff" in page
    assert "No one checked the shackles. Complaint, ¶ 31; as given in What the filings say" in page
    assert "Answered by entry 2" in page
    assert "Exhibit A (3 p.), not in this record" in page
    assert "What the filings say , The Courier (news report; reported)" in page


def test_a_ruling_says_what_it_decided(read, record):
    assert "Rules on entry 5" in words(read(record.order.get_absolute_url()))
    assert "granted in part, denied in part" in words(read(record.order.get_absolute_url()))


def test_an_entry_number_finds_the_filing_or_lists_those_that_share_it(client, read, record):
    case = record.case
    answer = client.get(f"/cases/{case.public_id}/entry/1/")
    assert answer.status_code == 302
    assert answer.headers["Location"] == record.complaint.get_absolute_url()
    page = read(f"/cases/{case.public_id}/entry/6/")
    assert record.order.get_absolute_url() in page
    assert record.repeat.get_absolute_url() in page
    read(f"/cases/{case.public_id}/entry/77/", status=404)


def test_a_claim_lists_its_events_with_filing_defenses_and_source(read, record):
    page = words(read(record.death.get_absolute_url()))
    assert "Claimed by Jane Roe (alleged)" in page
    assert "4 December 2023 Answered: denies ( entry 2 ) in the record" in page
    assert "Example Pictures, LLC defendant Answered, denied, 4 December 2023 , entry 2" in page
    assert "Defenses raised: laches" in page
    assert "What the filings say" in page
    assert "$1,200,000" in words(read(record.negligence.get_absolute_url()))


def test_a_party_shows_every_role_and_what_became_of_each_claim(read, record):
    page = words(read(record.poe.get_absolute_url()))
    assert "Employee, site supervisor: Collapse of a stage" in page
    assert "Roe v. Example Pictures, LLC" in page
    assert "State v. Poe" in page
    assert "Charged against Sam Poe Count 1: Involuntary manslaughter charged, an accusation" in page
    assert "Count 2: Negligent use of a hoist charged, an accusation Acquitted, 20 May 2026" in page
    told = words(read(record.roe.get_absolute_url()))
    assert "Claimed by Jane Roe Count I: Wrongful death alleged Example Pictures, LLC: Answered, denied" in told
    assert "d/b/a (doing business as) Example Films" in words(read(record.pictures.get_absolute_url()))


def test_a_matter_shows_people_proceedings_prose_and_sources(read, record):
    record.publish()
    Matter.objects.filter(pk=record.matter.pk).update(heading_note="As reported in 2022.", coverage_note="Two cases.")
    page = words(read(record.matter.get_absolute_url()))
    assert (
        page.index("As reported in 2022.")
        < page.index("Two proceedings followed.")
        < page.index("2 proceedings: 2 open.")
    )
    assert "Port Ellery · July 2023" in page
    assert "Sam Poe employee; site supervisor" in page
    assert "next: 8 March 2099, Jury trial" in page
    assert "Two cases. What this record covers" in page


def test_a_forum_lists_its_newest_cases(read, record):
    page = words(read(record.forum.get_absolute_url()))
    assert "Cited as D. Test." in page
    assert "Roe v. Example Pictures, LLC" in page


def test_an_old_slug_moves_on_to_the_present_address_with_its_question(client, record):
    for row in (record.case, record.matter, record.poe):
        address = row.get_absolute_url()
        old = address.rsplit("/", 2)[0] + "/an-old-name/"
        answer = client.get(old, {"q": "x"})
        assert (answer.status_code, answer.headers["Location"].split("?")[0]) == (301, address)


def test_an_unknown_address_is_answered_by_the_one_page_that_knows_nothing(client, read):
    page = read("/cases/zzzzzzzzzz/", status=404)
    assert page == read("/no/such/page/", status=404)
    assert "zzzz" not in page


def test_pages_are_read_only(client, record):
    for address in every_address(record):
        assert client.post(address).status_code == 405


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


def test_staff_write_the_site_pages_in_safe_markdown(read):
    SitePage.objects.filter(slug="about").delete()
    assert "What is included" in read("/about/")
    text = "## Rules\n\nOnly *public* records. <script>alert(1)</script> [x](javascript:alert(1)) ![i](https://x.example/i.png)"
    SitePage.objects.create(slug="about", title="About us", text=text)
    page = read("/about/")
    assert "<h3>Rules</h3>" in page
    assert "<em>public</em>" in page
    assert "<script>" not in page
    assert 'href="javascript:' not in page
    assert "<img" not in page
