"""The head of a criminal case: one accused has the case's outcome, of several it is nobody's."""

from datetime import date

import pytest

from docket.models import Case, CaseMatter, Claim, ClaimAgainst, ClaimEvent, Matter
from tests.records.listing_records import make_case, make_filing, make_party
from tests.site.words import words

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.urls_public")]
ENDED = "Convicted after trial"


def prosecution(*accused: str) -> Case:
    """A closed case whose record holds one count against the first accused only."""
    case = make_case("State v. Poe", category="criminal", status="disposed", disposition="convicted")
    Case.objects.filter(pk=case.pk).update(date_filed=date(2023, 1, 9), date_terminated=date(2024, 3, 1))
    parties = [make_party(case, name, "defendant") for name in accused]
    charge = make_filing(case, "INFORMATION", filing_type="crim.information")
    count = Claim.objects.create(case=case, title="Involuntary manslaughter", kind="criminal_count", asserted_in=charge)
    row = ClaimAgainst.objects.create(claim=count, case_party=parties[0])
    ClaimEvent.objects.create(claim_against=row, kind="convicted", date=date(2024, 3, 1))
    matter = Matter.objects.create(title="Collapse of a stage")
    CaseMatter.objects.create(case=case, matter=matter)
    return case


def said(client, case: Case) -> list[str]:
    """Each answer that tells how cases ended."""
    matter = case.case_matters.get().matter
    page, day = case.get_absolute_url(), "?as_of=2026-01-01"
    addresses = [page, page + day, "/cases/", "/cases.atom", matter.get_absolute_url(), matter.get_absolute_url() + day]
    return [words(client.get(address).content.decode()) for address in addresses]


def test_of_two_accused_the_case_s_outcome_is_told_of_neither_though_counts_are_entered_against_one(client):
    answers = said(client, prosecution("Sam Poe", "Ann Moe"))
    assert [answer for answer in answers if ENDED.lower() in answer.lower()] == []
    assert all("Closed" in answer or "closed" in answer for answer in answers)


def test_of_one_accused_it_is_told(client):
    assert all(ENDED.lower() in answer.lower() for answer in said(client, prosecution("Sam Poe")))


def test_more_counts_than_are_read_leave_the_outcome_of_several_untold(client, monkeypatch):
    monkeypatch.setattr("docket.site.one_party.MOST_CELLS", 0)
    answers = said(client, prosecution("Sam Poe", "Ann Moe"))
    assert [answer for answer in answers if ENDED.lower() in answer.lower()] == []


def test_a_feed_of_a_partys_cases_tells_of_that_party(client):
    case = prosecution("Sam Poe", "Ann Moe")
    for role, own in zip(case.case_parties.order_by("pk"), (True, False), strict=True):
        feed = words(client.get(f"/cases.atom?party={role.party.public_id}").content.decode())
        assert ENDED not in feed
        assert ("convicted" in feed.lower()) is own


def citations(*cited: str) -> Case:
    """A closed case of an agency in which the first citation was affirmed and the second vacated."""
    case = make_case("Safety Bureau v. Poe", category="regulatory", status="disposed", disposition="citation_affirmed")
    Case.objects.filter(pk=case.pk).update(date_terminated=date(2024, 3, 1))
    notice = make_filing(case, "CITATION", filing_type="reg.citation")
    for number, name in enumerate(cited, start=1):
        item = Claim.objects.create(case=case, title=f"Item {number}", kind="violation", asserted_in=notice)
        row = ClaimAgainst.objects.create(claim=item, case_party=make_party(case, name, "respondent"))
        kind = "citation_affirmed" if number == 1 else "citation_vacated"
        ClaimEvent.objects.create(claim_against=row, kind=kind, date=date(2024, 2, 1))
    return case


def test_of_two_cited_each_outcome_is_counted_and_of_one_the_case_s_is_told(client):
    page = words(client.get(citations("Poe, Inc.", "Moe, Inc.").get_absolute_url()).content.decode())
    assert "Closed 1 March 2024: 1 citation affirmed, 1 citation vacated." in page
    page = words(client.get(citations("Poe, Inc.").get_absolute_url()).content.decode())
    assert "Closed 1 March 2024: Citation affirmed." in page


def test_the_day_beside_closed_is_that_of_the_closing(client):
    """An appeal is decided on one day, and the case is closed on a later one by the mandate."""
    page = words(client.get(prosecution("Sam Poe").get_absolute_url()).content.decode())
    assert "Closed 1 March 2024: Convicted after trial." in page


def test_the_forum_s_own_words_for_the_whole_are_not_given_where_somebody_is_cited(client):
    case = citations("Poe, Inc.", "Moe, Inc.")
    Case.objects.filter(pk=case.pk).update(status_as_filed="AFFIRMED AS CITED")
    assert "AFFIRMED AS CITED" not in reasons(client, case)
    Case.objects.filter(pk=case.pk).update(category="civil")
    assert "AFFIRMED AS CITED" in reasons(client, case)


def reasons(client, case: Case) -> str:
    """What stands under “Why?” at the head of a case's page."""
    page: str = client.get(case.get_absolute_url()).content.decode()
    head = page.partition('id="status"')[2]
    return head.partition("<summary>Why?</summary>")[2].partition("</details>")[0]


def test_of_more_claims_than_a_party_s_page_reads_none_are_counted_as_all(client, monkeypatch):
    case = citations("Poe, Inc.")
    row = ClaimAgainst.objects.get(case_party__case=case)
    for number in (2, 3):
        item = Claim.objects.create(case=case, title=f"Item {number}", kind="violation")
        against = ClaimAgainst.objects.create(claim=item, case_party=row.case_party)
        ClaimEvent.objects.create(claim_against=against, kind="citation_affirmed", date=date(2024, 2, 1))
    address = row.case_party.party.get_absolute_url()
    assert "on all three items" in words(client.get(address).content.decode())
    monkeypatch.setattr("docket.site.grid.party_claims.MOST_CLAIMS", 2)
    assert "on both items" not in words(client.get(address).content.decode())


def test_the_description_of_an_open_case_carries_the_day_on_which_it_was_open(client):
    case = make_case("Roe v. Poe", status="pending_active")
    Case.objects.filter(pk=case.pk).update(last_checked=date(2010, 3, 4))
    page = client.get(case.get_absolute_url()).content.decode()
    told = page.partition('<meta name="description" content="')[2].partition('"')[0]
    assert "Open when last checked, 4 March 2010; this may be out of date." in told
