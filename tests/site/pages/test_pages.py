"""The public pages: what a reader finds on each, over the staff's tables as the desk previews them."""

import re
from datetime import date

import pytest

from docket.models import Case, Filing, Matter, SitePage
from tests.site.pages.addresses import every_address
from tests.site.words import words

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.urls_public")]


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
    assert "Charged against Sam Poe Count 1: Involuntary manslaughter (charged, an accusation) : " in page
    assert "Count 2: Negligent use of a hoist (charged) : Acquitted, 20 May 2026" in page
    told = words(read(record.roe.get_absolute_url()))
    assert "Claimed by Jane Roe Count I: Wrongful death (alleged) Example Pictures, LLC: Answered, denied" in told
    assert "d/b/a (doing business as) Example Films" in words(read(record.pictures.get_absolute_url()))


def test_a_matter_shows_people_proceedings_prose_and_sources(read, record):
    record.publish()
    Matter.objects.filter(pk=record.matter.pk).update(heading_note="As reported in 2022.", coverage_note="Two cases.")
    page = words(read(record.matter.get_absolute_url()))
    assert (
        page.index("As reported in 2022.")
        < page.index("Two proceedings followed.")
        < page.index("2 proceedings: 2 open .")
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
