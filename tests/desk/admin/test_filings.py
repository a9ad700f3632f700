"""Entering filings: from the case, by few keystrokes, within the case."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from docket.choices import FilingLinkKind
from docket.models import Deadline, Filing, FilingLink
from tests.records.desk_cast import a_case, a_filing, a_party, address, list_of, member, new, typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(db):
    return member("chief")


@pytest.fixture
def case(db):
    return a_case()


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def enter(client, case, **boxes):
    """Open the form from the case, type into some boxes, save."""
    where = new(Filing, f"?case={case.pk}")
    return client.post(where, typed(client.get(where)) | boxes)


def choices(client, model, field, **query):
    """What a box offers."""
    about = {"app_label": "docket", "model_name": model.__name__.lower(), "field_name": field}
    answer = client.get(reverse("admin:autocomplete"), about | query)
    assert answer.status_code == 200
    return [offered["text"] for offered in answer.json()["results"]]


def test_a_filing_is_entered_from_its_case_which_stays_fixed(chief, case):
    where = new(Filing, f"?case={case.pk}")
    chief.post(where, typed(chief.get(where)) | {"title": "Complaint", "case": a_case("Other v. Case").pk})
    assert Filing.objects.get().case == case


def test_without_a_case_it_is_asked_for_first(chief, case):
    page = chief.get(new(Filing))
    assert "To which case?" in page.content.decode()
    assert chief.get(new(Filing), {"case": case.pk}).context["start"] == case


def test_the_next_number_is_offered_and_not_filled_in(chief, case):
    a_filing(case, entry_number="41")
    a_filing(case, entry_number="7a")
    box = chief.get(new(Filing, f"?case={case.pk}")).context["adminform"].form["entry_number"]
    assert box.field.widget.attrs["placeholder"] == "next: 42"
    assert not box.value()
    enter(chief, case, title="Minute entry")
    assert Filing.objects.get(title="Minute entry").entry_number == ""


def test_a_repeated_number_is_told_and_saved(chief, case):
    a_filing(case, "Answer", entry_number="5")
    answer = enter(chief, case, title="Reply", entry_number="5")
    assert "Entry number 5 is there already: “5: Answer”. Saved all the same." in said(answer)
    assert Filing.objects.filter(entry_number="5").count() == 2


def test_the_next_one_is_added_to_the_same_case(chief, case):
    answer = enter(chief, case, title="Complaint", _addanother="1")
    assert answer.headers["Location"] == new(Filing, f"?case={case.pk}")
    done = enter(chief, case, title="Answer", _save="1")
    assert done.headers["Location"] == f"{address(case, 'workspace')}#filing-{Filing.objects.get(title='Answer').pk}"


def test_a_date_known_to_its_month_stays_so(chief, case):
    enter(chief, case, title="Complaint", date_filed="2021-10")
    filing = Filing.objects.get()
    assert (str(filing.date_filed), filing.date_filed_precision) == ("2021-10-01", "month")
    page = chief.get(address(filing))
    assert page.context["adminform"].form["date_filed"].value() == "2021-10"
    chief.post(address(filing), typed(page) | {"date_filed": "2021-10-09"})
    filing.refresh_from_db()
    assert (str(filing.date_filed), filing.date_filed_precision) == ("2021-10-09", "day")


def test_a_wrong_date_is_told_in_its_box(chief, case):
    answer = enter(chief, case, title="Complaint", date_filed="soon")
    assert "“soon” is no date" in answer.context["adminform"].form.errors["date_filed"][0]


def test_filers_are_ticked_among_the_parties_of_the_case(chief, case):
    roe = a_party(case)
    a_party(a_case("Other v. Case"), "Stranger")
    form = chief.get(new(Filing, f"?case={case.pk}")).context["adminform"].form
    assert [str(label) for _, label in form.fields["filers"].choices] == ["Jane Roe, Plaintiff"]
    enter(chief, case, title="Complaint", filers=[roe.pk])
    assert Filing.objects.get().filing_parties.get().case_party == roe


def test_a_filer_of_another_case_is_refused_in_its_box(chief, case):
    stranger = a_party(a_case("Other v. Case"), "Stranger")
    answer = enter(chief, case, title="Complaint", filers=[stranger.pk])
    assert "filers" in answer.context["adminform"].form.errors
    assert not Filing.objects.exists()


def test_filers_of_a_case_with_many_parties_are_typed(chief, case):
    for number in range(30):
        a_party(case, f"Party {number}")
    box = chief.get(new(Filing, f"?case={case.pk}")).context["adminform"].form["filers"]
    assert f'data-case="{case.pk}"' in str(box)
    assert str(box).count("<option") == 0
    assert choices(chief, Filing.filing_parties.rel.related_model, "case_party", case=case.pk, term="Party 29") == [
        "Party 29, Plaintiff"
    ]


LINK = {
    "links_from-TOTAL_FORMS": "1",
    "links_from-0-kind": "opposes",
    "links_from-0-opened_version": "1",
    "links_from-0-outcome": "",
}


def test_a_link_to_a_filing_of_another_case_is_refused_in_its_box_with_the_reason(chief, case):
    far = a_filing(a_case("Other v. Case"), "Motion")
    answer = enter(chief, case, title="Opposition", **LINK, **{"links_from-0-to_filing": far.pk})
    errors = answer.context["inline_admin_formsets"][0].formset.errors
    assert "joins filings of one case" in errors[0]["to_filing"][0]
    assert not Filing.objects.filter(title="Opposition").exists()


def test_a_link_of_a_kind_that_crosses_is_taken(chief, case):
    far = a_filing(a_case("Other v. Case"), "Complaint")
    boxes = LINK | {"links_from-0-kind": "responds_to", "links_from-0-to_filing": far.pk}
    assert enter(chief, case, title="Demand for arbitration", **boxes).status_code == 302
    assert FilingLink.objects.get().to_filing == far


def test_a_box_offers_filings_of_its_own_case_only(chief, case):
    a_filing(case, "Motion to dismiss", entry_number="4")
    a_filing(a_case("Other v. Case"), "Motion to remand")
    assert choices(chief, FilingLink, "to_filing", case=case.pk, term="motion") == ["4 · Motion to dismiss"]
    assert choices(chief, Deadline, "trigger", case=case.pk, term="motion") == ["4 · Motion to dismiss"]


def test_a_kind_that_crosses_offers_the_own_case_first_and_names_the_others(chief, case):
    a_filing(a_case("Other v. Case"), "Motion to remand")
    a_filing(case, "Motion to dismiss", entry_number="4")
    offered = choices(chief, FilingLink, "to_filing", case=case.pk, term="motion", kind=FilingLinkKind.RESPONDS_TO)
    assert offered == ["4 · Motion to dismiss", "Motion to remand · Other v. Case"]


def test_a_party_of_another_case_is_refused_wherever_a_party_is_chosen(chief, case):
    stranger = a_party(a_case("Other v. Case"), "Stranger")
    where = new(Deadline, f"?case={case.pk}")
    boxes = {"title": "Answer due", "earliest": "2024-05-01", "latest": "2024-05-01", "case_party": stranger.pk}
    answer = chief.post(where, typed(chief.get(where)) | boxes)
    assert "belongs to another case (Other v. Case)" in answer.context["adminform"].form.errors["case_party"][0]


def test_two_links_that_close_a_circle_are_refused_in_words(chief, case):
    motion, answer = a_filing(case, "Motion"), a_filing(case, "Opposition")
    FilingLink.objects.create(from_filing=answer, to_filing=motion, kind="opposes")
    sent = typed(chief.get(address(motion))) | LINK | {"links_from-0-to_filing": answer.pk}
    told = chief.post(address(motion), sent)
    assert told.status_code == 409
    assert "close a circle" in told.content.decode()


def test_a_case_lists_its_filings_in_the_dockets_order(chief, case):
    for number, day in (("1", "2024-01-02"), ("3", "2024-03-01"), ("2", "2024-02-01")):
        a_filing(case, f"No. {number}", entry_number=number, date_filed=day)
    a_filing(case, "Undated", entry_number="4")
    a_filing(a_case("Other v. Case"), "Elsewhere")
    shown = chief.get(list_of(Filing), {"case": case.pk}).context["cl"]
    assert [filing.entry_number for filing in shown.result_list] == ["1", "2", "3", "4"]
    assert shown.inside == case


def test_all_filings_are_found_by_the_beginnings_of_words(chief, case):
    found = a_filing(case, docket_text="MOTION to compel arbitration by Poe")
    a_filing(case, docket_text="ANSWER to complaint")
    result = chief.get(list_of(Filing), {"q": "compel arbitr"}).context["cl"].result_list
    assert list(result) == [found]
