"""The one box of the desk: numbers however written, names however spelled, texts and notes; through clearance."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from docket.desk.finding import groups
from docket.models import Case, CaseNumber, Filing, Forum, MatterParty, StaffNote
from docket.publishing import verbs
from parties.models import Attorney, Firm, Party, PartyAlias
from tests.records.desk_cast import a_case, a_filing, a_party, address, list_of, member, one_of_each

NUMBERS = {"us_district": "1:03-cr-00076", "us_appellate": "21-1397", "lasc": "23STCV09871"}
SPELLINGS = [
    ("lasc", "23 STCV 09871"),
    ("lasc", "23stcv09871"),
    ("lasc", "23-STCV-09871"),
    ("us_district", "1:03-cr-00076-ABC-DEF-1"),
    ("us_district", "01:03-cr-000076"),
    ("us_district", "1:03-cr-76"),
    ("us_district", "03cr76"),
    ("us_appellate", "No. 21-1397"),
    ("us_appellate", "Case No. 21-01397"),
]
CANARY = "Quillfeather"


def numbered(pattern: str) -> Case:
    """A case of a forum of that pattern."""
    forum = Forum.objects.create(slug=pattern, kind="court", name=f"Court of {pattern}", docket_pattern=pattern)
    case: Case = a_case(f"Roe v. {pattern}", forum=forum, docket_number=NUMBERS[pattern])
    return case


def find(client: Client, text: str, **more: str) -> Any:
    return client.get(reverse("admin:find"), {"q": text, **more})


def names(page: Any, which: str = "groups") -> dict[str, list[str]]:
    """What a page of results shows, by sort."""
    return {group.name: [str(hit.row) for hit in group.hits] for group in page.context[which]}


def test_enter_opens_the_case_by_each_of_nine_spellings_of_its_number(db: None) -> None:
    chief, cases = member("chief"), {pattern: numbered(pattern) for pattern in NUMBERS}
    opened = [find(chief, spelling).headers.get("Location") for _, spelling in SPELLINGS]
    assert opened == [address(cases[pattern], "workspace") for pattern, _ in SPELLINGS]


def test_a_number_opens_its_case_and_says_where_else_it_stands(db: None) -> None:
    chief, case = member("chief"), numbered("us_district")
    StaffNote.objects.create(case=a_case("Vole v. Heron"), text="Ask whether 1:03-cr-00076 is related.")
    page = chief.get(reverse("admin:find"), {"q": "1:03-cr-00076"}, follow=True)
    assert page.redirect_chain == [(address(case, "workspace"), 302)]
    assert "More was found" in page.content.decode()
    assert set(names(find(chief, "1:03-cr-00076", all="on"))) == {"cases", "staff notes"}


def test_two_cases_of_one_number_are_listed_and_none_is_opened(db: None) -> None:
    chief = member("chief")
    for slug in ("one", "two"):
        forum = Forum.objects.create(slug=slug, kind="court", name=slug, docket_pattern="us_district")
        a_case(f"Roe v. {slug}", forum=forum, docket_number="1:03-cr-00076")
    assert len(names(find(chief, "03cr76"))["cases"]) == 2


def test_a_case_is_found_by_the_number_that_it_had(db: None) -> None:
    case = a_case("Vole v. Heron", docket_number="2:24-cv-00009")
    CaseNumber.objects.create(case=case, number="BC671284", kind="former")
    assert find(member("chief"), "BC 671284").headers["Location"] == address(case, "workspace")


@pytest.mark.parametrize("text", ["Tamsin Orrell", "Orrell, Tamsin", "orrell tamsin", "Orr"])
def test_a_party_that_no_caption_names_is_found_in_any_order(db: None, text: str) -> None:
    party = a_party(a_case("In re Dunmore"), "Tamsin Orrell").party
    assert find(member("chief"), text).headers["Location"] == address(party)


@pytest.mark.parametrize("text", ["Tasmin Orrell", "Orell, Tamsin", "Tamsin Orrél"])
def test_a_name_spelled_nearly_so_is_shown_as_such_and_not_opened(db: None, text: str) -> None:
    a_party(a_case("In re Dunmore"), "Tamsin Orrell")
    a_party(a_case("In re Heron"), "Vole Heron")
    page = find(member("chief"), text)
    assert names(page) == {}
    assert names(page, "alike") == {"parties": ["Tamsin Orrell"]}
    assert "Spelled nearly so" in page.content.decode()


def test_an_accent_is_no_hindrance_either_way(db: None) -> None:
    chief = member("chief")
    Party.objects.create(name="Inés Muñoz")
    assert names(find(chief, "Ines Munoz"), "alike")["parties"] == ["Inés Muñoz"]


def test_other_names_attorneys_firms_filings_and_notes_are_found_each_under_its_heading(db: None) -> None:
    case = a_case(f"{CANARY} v. Poe")
    PartyAlias.objects.create(party=Party.objects.create(name="Jane Roe"), name=CANARY, kind="aka")
    Attorney.objects.create(name=f"A. {CANARY}")
    Firm.objects.create(name=f"{CANARY} LLP")
    a_filing(case, "", docket_text=f"MOTION by {CANARY} to compel")
    StaffNote.objects.create(case=case, text=f"{CANARY} called.")
    page = find(member("chief"), CANARY)
    assert list(names(page)) == ["cases", "parties", "attorneys", "firms", "filings", "staff notes"]
    assert [group.count for group in page.context["groups"]] == [1] * 6
    assert names(page, "alike") == {}


def test_more_than_are_shown_lead_to_the_list_that_holds_them_all(db: None) -> None:
    for number in range(groups.SHOWN + 3):
        a_case(f"Roe v. Poe {number}")
    chief = member("chief")
    group = find(chief, "roe poe").context["groups"][0]
    assert (len(group.hits), group.count) == (groups.SHOWN, groups.SHOWN + 3)
    assert chief.get(group.address).context["cl"].result_count == group.count


def test_who_is_not_cleared_finds_nothing_of_what_is_under_seal_and_no_count_of_it(committed: None) -> None:
    rows = one_of_each()
    case, filing = rows[Case], rows[Filing]
    Case.objects.filter(pk=case.pk).update(caption=f"{CANARY} v. Poe")
    Filing.objects.filter(pk=filing.pk).update(docket_text=f"MOTION by {CANARY}")
    for model in (Attorney, Firm, Party):
        model.objects.filter(pk=rows[model].pk).update(name=CANARY)
    StaffNote.objects.filter(pk=rows[StaffNote].pk).update(text=f"{CANARY} called.")
    CaseNumber.objects.create(case=case, number="BC671284", kind="former")
    CaseNumber.objects.create(case=a_case("Open v. Case"), number="BC671285", kind="former")
    editor, officer = member("editor"), member("custodian")
    texts = [CANARY, "Quilfeather", "1:24-cv-00001", "24cv1", "BC671284", case.public_id, filing.public_id]
    rows[MatterParty].delete()
    assert len(find(editor, CANARY).context["groups"]) == 6
    verbs.act("seal", case, actor=None, reason="ordered", authority="Order")
    for text in texts:
        page = find(editor, text)
        assert page.status_code == 200, text
        assert names(page) == names(page, "alike") == {}, text
    assert find(officer, "24cv1").headers["Location"] == address(case, "workspace")
    assert set(names(find(officer, CANARY))) >= {"parties", "attorneys", "firms", "staff notes"}


def test_a_large_record_is_asked_as_often_as_a_small_one(db: None) -> None:
    chief, asked = member("chief"), []
    for number in range(40):
        case = a_case(f"Roe v. Poe {number}")
        a_party(case, f"Roe {number}")
        a_filing(case, "Roe's complaint")
        StaffNote.objects.create(case=case, text="Roe called.")
        if number in (2, 39):
            with CaptureQueriesContext(connection) as queries:
                find(chief, "Roe")
            asked.append(len(queries))
    assert asked[0] == asked[1] <= 20


def test_a_search_in_vain_asks_no_more_than_twenty_one_times(db: None) -> None:
    chief = member("chief")
    Party.objects.create(name="Tamsin Orrell")
    for text in ("Tasmin Orell", "9:99-cv-99999"):
        with CaptureQueriesContext(connection) as queries:
            assert names(find(chief, text)) == {}
        assert len(queries) <= 21, text


def test_a_search_of_too_many_words_or_of_none_says_so(db: None) -> None:
    chief = member("chief")
    assert "At most 12 words" in find(chief, "a " * 13).content.decode()
    assert "Type a docket number" in find(chief, " , ").content.decode()
    assert "Null characters" in find(chief, "a\x00").content.decode()


def test_what_was_typed_is_shown_as_text(db: None) -> None:
    page = find(member("chief"), '"><script>x').content.decode()
    assert "<script>x" not in page


def test_every_page_of_the_desk_has_the_box_and_the_door_has_none(db: None) -> None:
    chief, rows = member("chief"), one_of_each()
    case = rows[Case]
    pages = ["/admin/", list_of(Case), address(case), address(case, "history"), address(case, "publication")]
    pages += [reverse(f"admin:{name}") for name in ("find", "import", "proposals", "proposed_changes", "same_person")]
    for where in [*pages, reverse("installation"), f"{reverse('admin:docket_filing_add')}?case={case.pk}"]:
        assert 'id="find-box"' in chief.get(where).content.decode(), where
    assert 'id="find-box"' not in Client().get(reverse("admin:login")).content.decode()
