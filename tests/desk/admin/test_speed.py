"""The desk asks the database as often for a docket of 5,000 filings as for one of five."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from docket.desk.lists import changelist
from docket.models import Case, CaseParty, Claim, Filing, FilingParty
from docket.models.parts.sequence import take_sequences
from parties.models import Party
from tests.records.desk_cast import a_case, a_party, address, list_of, member, new

pytestmark = pytest.mark.django_db
MOST = 45  # of the case's own page, with nine counted lists and six kinds of inline rows


def a_docket(filings, parties):
    """A case of so many filings, each with a filer and words of its own."""
    case = a_case(f"Case of {filings}")
    people = [a_party(case, f"Party {number} of {filings}") for number in range(parties)]
    rows = [
        Filing(case=case, sequence=sequence, entry_number=str(sequence), docket_text=f"MOTION {sequence} to compel")
        for sequence in take_sequences(case.pk, filings)
    ]
    Filing.objects.bulk_create(rows, batch_size=2000)
    FilingParty.objects.bulk_create(FilingParty(case=case, filing=row, case_party=people[0]) for row in rows[:50])
    return case


@pytest.fixture
def small(db):
    return a_docket(5, 3)


@pytest.fixture
def large(db):
    return a_docket(5000, 20)


def asked(client, where, **query):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        answer = client.get(where, query)
    assert answer.status_code == 200
    return len(queries)


def test_pages_of_a_large_docket_ask_no_more_than_those_of_a_small_one(small, large):
    chief = member("chief")
    for where in (
        address,
        lambda case: address(case, "history"),
        lambda case: address(case, "delete"),
        lambda case: f"{list_of(Filing)}?case={case.pk}",
        lambda case: f"{list_of(Filing)}?case={case.pk}&q=compel",
        lambda case: f"{list_of(CaseParty)}?case={case.pk}",
        lambda case: new(Filing, f"?case={case.pk}"),
        lambda case: address(case.filings.first()),
    ):
        few, many = asked(chief, where(small)), asked(chief, where(large))
        assert many <= few + 1, where(large)
        assert many <= MOST, where(large)


def test_lists_ask_no_more_for_a_hundred_rows_than_for_a_few(db):
    chief = member("chief")
    first: dict[Any, int] = {}
    for number in range(40):
        case = a_case(f"Case {number}")
        party = a_party(case, f"Party {number}")
        Filing.objects.create(case=case, title="Complaint")
        Claim.objects.create(case=case, title="Negligence")
        assert party.pk
        if number in (2, 39):
            counts: dict[Any, int] = {
                model: asked(chief, list_of(model)) for model in (Case, Filing, Claim, CaseParty, Party)
            }
            first = first or counts
    assert counts == first


def test_the_front_page_asks_the_same_on_any_day(small):
    chief = member("chief")
    few = asked(chief, reverse("admin:index"))
    a_docket(300, 20)
    # one more for the names of those who edited
    assert asked(chief, reverse("admin:index")) <= few + 1


def test_a_list_is_counted_no_further_than_the_cap(large, monkeypatch):
    monkeypatch.setattr(changelist, "CAP", 1000)
    page = member("chief").get(list_of(Filing))
    assert page.context["cl"].counted == "more than 1,000 filings"
    assert "more than 1,000 filings" in page.content.decode()


def test_the_case_page_links_to_its_lists_and_holds_none_of_them(large):
    page = member("chief").get(address(large)).content.decode()
    assert f'<a href="{list_of(Filing)}?case={large.pk}">5,000 filings</a>' in page
    assert "MOTION 17" not in page
    assert len(page) < 150_000


def test_the_newest_filings_of_all_are_found_by_an_index(large):
    with connection.cursor() as cursor:
        cursor.execute("analyze docket_filing")
        rows = Filing.objects.order_by(*changelist_order())[:100]
        plan = rows.explain()
    assert "filing_newest" in plan
    assert "Seq Scan" not in plan


def changelist_order():
    from django.contrib import admin
    from django.test import RequestFactory

    return admin.site.get_model_admin(Filing).get_ordering(RequestFactory().get("/"))


def test_a_case_is_found_by_any_words_of_its_caption_or_its_number(db):
    found = a_case("Roe v. Example Pictures, Inc.", docket_number="1:24-cv-00017")
    a_case("Other v. Case")
    for words in ("pictures roe", "cv-00017", found.public_id):
        assert list(member("chief", words).get(list_of(Case), {"q": words}).context["cl"].result_list) == [found]
