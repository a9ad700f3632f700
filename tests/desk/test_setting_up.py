"""A case set up on one page: who is known, who is new, what is refused, all of it saved or nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import lxml.html
import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from docket import models as m
from docket.choices import Side
from docket.publishing import verbs
from parties import merging
from parties.models import Attorney, Firm, Party
from tests.records.desk_cast import a_case, a_party, address, begin_session, list_of, member, new, typed

pytestmark = pytest.mark.django_db
PAGE = "/admin/docket/case/set-up/"


@pytest.fixture
def chief(db: Any) -> Client:
    return member("chief")


@pytest.fixture
def court(db: Any) -> Any:
    return m.Forum.objects.create(slug="set-up", kind="court", name="Harbor County Superior Court", system="state")


def send(client: Client, *rows: dict[str, str], query: str = "", **boxes: str) -> Any:
    """rows: party, role, attorney, firm, also party_pick and party_asked."""
    sent = {"caption": "Vole v. Heron Lifts", "category": "civil", "status": "pending_active", "rows": "8", **boxes}
    for number, row in enumerate(rows, 1):
        sent |= {f"row{number}-{name}": value for name, value in row.items()}
    return client.post(PAGE + query, sent)


def offered(client: Client, sort: str, text: str) -> list[str]:
    answer = client.get(reverse("admin:known_names"), {"sort": sort, "q": text}).json()
    return [one["name"] for one in answer["known"]]


# Saved together


def test_it_saves_the_case_with_its_parties_on_the_sides_of_their_roles_and_their_counsel(
    chief: Client, court: m.Forum
) -> None:
    answer = send(
        chief,
        {"party": "Marten Vole", "role": "plaintiff", "attorney": "Ada Quill", "firm": "Quill & Reed LLP"},
        {"party": "Ida Vole"},
        {"party": "Heron Lifts, Inc.", "role": "defendant", "attorney": "Bo Sedge", "firm": "Sedge LLP"},
        {"attorney": "Cy Reed", "firm": "Sedge LLP"},
        {"party": "Does 1-25", "role": "doe_defendant", "attorney": "pro se"},
        forum_name="harbor superior",
        docket_number="23STCV00001",
        date_filed="5/2/2023",
    )
    case = m.Case.objects.get()
    assert answer.url == address(case, "workspace")
    assert (case.forum, case.docket_number, case.date_filed, case.visibility) == (
        court,
        "23STCV00001",
        date(2023, 5, 2),
        "draft",
    )
    rows = list(m.CaseParty.objects.order_by("position"))
    assert [(row.party.name, row.party.kind, row.role, row.side) for row in rows] == [
        ("Marten Vole", "person", "plaintiff", Side.INITIATING),
        ("Ida Vole", "person", "plaintiff", Side.INITIATING),
        ("Heron Lifts, Inc.", "organization", "defendant", Side.RESPONDING),
        ("Does 1-25", "group", "doe_defendant", Side.RESPONDING),
    ]
    assert [(row.is_pro_se, row.doe_from, row.doe_to) for row in rows[2:]] == [(False, None, None), (True, 1, 25)]
    counsel = m.Appearance.objects.order_by("position").values_list(
        "case_party__party__name", "attorney__name", "firm__name"
    )
    assert list(counsel) == [
        ("Marten Vole", "Ada Quill", "Quill & Reed LLP"),
        ("Heron Lifts, Inc.", "Bo Sedge", "Sedge LLP"),
        ("Heron Lifts, Inc.", "Cy Reed", "Sedge LLP"),
    ]
    assert (Party.objects.count(), Firm.objects.count()) == (4, 2)


def test_from_a_matter_the_case_arises_from_it(chief: Client) -> None:
    matter = m.Matter.objects.create(title="A lift falls")
    assert f"{PAGE}?matter={matter.pk}" in chief.get(address(matter)).content.decode()
    send(chief, {"party": "Ida Vole"}, query=f"?matter={matter.pk}")
    assert m.CaseMatter.objects.get().matter == matter
    assert m.CaseMatter.objects.get().is_primary


def test_cases_begin_on_this_page_wherever_one_adds_them(chief: Client) -> None:
    for page in (list_of(m.Case), reverse("admin:index")):
        assert f'href="{PAGE}' in chief.get(page).content.decode()
    assert chief.get(new(m.Case)).status_code == 200


# Known and new


def test_a_chosen_person_is_taken_and_no_second_one_made(chief: Client) -> None:
    ida = Party.objects.create(name="Ida Vole")
    send(chief, {"party": "Ida Vole", "party_pick": str(ida.pk), "party_asked": "Ida Vole"})
    assert m.CaseParty.objects.get().party == ida
    assert Party.objects.count() == 1


@pytest.mark.parametrize(
    "written", ["Ida Vole", "Vole, Ida", "ida  vole", "Ida\u00a0Vole", "Id\u200ba Vole", "Ida Volle", "Ida Vóle"]
)
def test_without_script_a_name_that_may_be_known_is_asked_for_before_a_second_is_made(
    chief: Client, written: str
) -> None:
    ida = Party.objects.create(name="Ida Vole")
    answer = send(chief, {"party": written, "attorney": "Ada Quill"})
    page = answer.content.decode()
    assert f'type="radio" name="row1-party_pick" value="{ida.pk}"' in page
    assert page.index(f'value="{ida.pk}"') < page.index('value="new"')
    assert 'value="Ada Quill"' in page
    assert not m.Case.objects.exists()
    text = answer.context["rows"][0].party.text
    send(chief, {"party": text, "party_asked": text, "party_pick": "new"})
    assert Party.objects.count() == 2


def test_companies_are_alike_whatever_their_legal_form_is_called(chief: Client) -> None:
    Party.objects.create(name="Dunmore Lifts, Inc.", kind="organization")
    for written in ("Dunmore Lifts Inc", "DUNMORE LIFTS", "Dunmore Lifts Incorporated", "Dunmor Lifts"):
        assert offered(chief, "party", written) == ["Dunmore Lifts, Inc."], written


def test_the_does_of_another_case_are_offered_to_none(chief: Client) -> None:
    Party.objects.create(name="DOES 1 through 50", kind="group")
    assert offered(chief, "party", "Does 1-25") == []


def test_other_names_of_a_party_find_it(chief: Client) -> None:
    party = Party.objects.create(name="Ottershaw Holdings")
    party.aliases.create(kind="fka", name="Bassil Stages")
    assert offered(chief, "party", "stages bas") == ["Ottershaw Holdings"]


def test_those_whom_the_words_complete_stand_first_and_only_they_are_taken_by_tab(chief: Client) -> None:
    for name in ("Ada Quill", "Adam Quillon", "Adda Quil"):
        Attorney.objects.create(name=name)
    answer = chief.get(reverse("admin:known_names"), {"sort": "attorney", "q": "quill, ada"}).json()
    told = [(one["name"], one["completes"]) for one in answer["known"]]
    assert told == [("Ada Quill", True), ("Adam Quillon", True), ("Adda Quil", False)]
    assert answer["new"] == "New attorney: “quill, ada”"


def test_a_known_attorney_brings_the_firm_of_the_last_appearance(chief: Client) -> None:
    attorney, firm = Attorney.objects.create(name="Ada Quill"), Firm.objects.create(name="Quill LLP")
    m.Appearance.objects.create(case_party=a_party(a_case()), attorney=attorney, firm=firm)
    (one,) = chief.get(reverse("admin:known_names"), {"sort": "attorney", "q": "quill"}).json()["known"]
    assert one["firm"] == {"pk": firm.pk, "name": "Quill LLP"}


def test_a_choice_is_forgotten_when_the_name_was_changed_after_it(chief: Client) -> None:
    ida = Party.objects.create(name="Ida Vole")
    send(chief, {"party": "Marten Heron", "party_pick": str(ida.pk), "party_asked": "Ida Vole"})
    assert m.CaseParty.objects.get().party.name == "Marten Heron"


def test_the_same_new_name_twice_is_one_person_in_two_roles(chief: Client) -> None:
    send(chief, {"party": "Ida Vole", "role": "plaintiff"}, {"party": "Ida Vole", "role": "counter_defendant"})
    assert Party.objects.count() == 1
    assert m.CaseParty.objects.count() == 2


def test_who_was_merged_into_another_is_not_offered(chief: Client) -> None:
    kept, gone = Party.objects.create(name="Ida Vole"), Party.objects.create(name="Ida Vole-Reed")
    merging.merge(kept, gone)
    assert offered(chief, "party", "ida vole") == ["Ida Vole"]
    send(chief, {"party": "Ida Vole-Reed", "party_pick": str(gone.pk), "party_asked": "Ida Vole-Reed"})
    assert not m.CaseParty.objects.filter(party=gone).exists()


def test_nobody_is_offered_whom_only_a_sealed_case_names(chief: Client) -> None:
    sealed = a_case("Sealed")
    hidden, attorney = a_party(sealed, "Ida Vole"), Attorney.objects.create(name="Ida Quill")
    m.Appearance.objects.create(case_party=hidden, attorney=attorney)
    verbs.act("seal", sealed, actor=None, reason="order")
    clerk = member("clerk")
    assert offered(chief, "party", "vole") == ["Ida Vole"]
    for sort, text in (("party", "Ida Vole"), ("party", "Ida Volle"), ("attorney", "Ida Quill")):
        assert offered(clerk, sort, text) == [], text
    pick = {"party": "Ida Vole", "party_pick": str(hidden.party_id), "party_asked": "Ida Vole"}
    send(clerk, pick)
    assert m.CaseParty.objects.exclude(case=sealed).get().party != hidden.party


def test_the_case_that_tells_a_namesake_apart_is_one_that_the_user_may_see(chief: Client) -> None:
    seen, sealed = a_case("Seen v. All"), a_case("Kept v. Secret")
    party = a_party(seen, "Ida Vole")
    m.CaseParty.objects.create(case=sealed, party=party.party, role="defendant")
    verbs.act("seal", sealed, actor=None, reason="order")
    answer = member("clerk").get(reverse("admin:known_names"), {"sort": "party", "q": "vole"}).content.decode()
    assert "Seen v. All" in answer
    assert "Secret" not in answer


# Refused, with places, and nothing lost


def test_everything_that_is_wrong_is_told_at_once_at_its_place_and_what_was_typed_stays(chief: Client) -> None:
    answer = send(
        chief,
        {"attorney": "Ada Quill"},
        {"party": "Ida Vole", "role": "plaintiff", "firm": "Quill LLP"},
        {"party": "Ida Vole", "role": "plaintiff"},
        caption="",
        forum_name="No Such Court",
        date_filed="31/31/2023",
    )
    told = " ".join(errors_of(answer))
    for words in (
        "This field is required",
        "No forum is called “No Such Court”",
        "“31/31/2023”",
        "Name the party first",
        "a firm appears by an attorney",
        "has that role in row 2 already",
    ):
        assert words in told, words
    for typed_before in ("Ada Quill", "Quill LLP", "No Such Court", "31/31/2023"):
        assert f'value="{typed_before}"' in answer.content.decode()
    for model in (m.Case, Party, Attorney):
        assert not model._default_manager.exists()


def errors_of(answer: Any) -> list[str]:
    page = lxml.html.fromstring(answer.content.decode())
    return [item.text_content() for item in page.cssselect("ul.errorlist li")]


def test_a_number_that_the_forum_gave_already_is_refused_with_all_that_was_typed(chief: Client, court: m.Forum) -> None:
    a_case(forum=court, docket_number="23STCV00001")
    answer = send(chief, {"party": "Ida Vole"}, forum_name="Harbor", docket_number="23 stcv 00001")
    assert "already has a case of that docket number" in answer.content.decode()
    assert m.Case.objects.count() == 1
    assert not Party.objects.exists()


def test_the_days_are_read_in_the_order_of_the_forum(chief: Client) -> None:
    m.Forum.objects.create(slug="l", kind="court", name="London Court", system="foreign", time_zone="Europe/London")
    send(chief, {"party": "Ida Vole"}, forum_name="London", date_filed="3/4/2023")
    assert m.Case.objects.get().date_filed == date(2023, 4, 3)


def test_of_several_forums_of_a_name_one_is_asked_for(chief: Client, court: m.Forum) -> None:
    other = m.Forum.objects.create(slug="b", kind="court", name="Harbor County Probate Court", system="state")
    answer = send(chief, {"party": "Ida Vole"}, forum_name="Harbor County")
    assert f'name="forum_name_pick" value="{other.pk}"' in answer.content.decode()
    assert not m.Case.objects.exists()
    send(
        chief,
        {"party": "Ida Vole"},
        forum_name="Harbor County",
        forum_name_pick=str(other.pk),
        forum_name_asked="Harbor County",
    )
    assert m.Case.objects.get().forum == other


def test_more_rows_keep_what_was_typed_and_save_nothing(chief: Client) -> None:
    answer = send(chief, {"party": "Ida Vole"}, more="More rows")
    assert len(answer.context["rows"]) == 16
    assert 'value="Ida Vole"' in answer.content.decode()
    assert not m.Case.objects.exists()


def test_the_page_sent_twice_saves_once(chief: Client) -> None:
    token = chief.get(PAGE).context["once"]
    first, second = (send(chief, {"party": "Ida Vole"}, once=token) for _ in range(2))
    assert first.url == second.url
    assert (m.Case.objects.count(), Party.objects.count()) == (1, 1)


def test_who_may_not_add_people_chooses_known_ones(db: Any) -> None:
    ida = Party.objects.create(name="Ida Vole")
    user = get_user_model().objects.create_user("limited", is_staff=True)
    names = ("add_case", "add_caseparty", "add_appearance", "view_party", "view_case", "view_caseparty")
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client = Client()
    client.force_login(user)
    begin_session(client)
    assert "You may not add a new party" in send(client, {"party": "Marten Heron"}).content.decode()
    assert send(client, {"party": "Ida Vole", "party_pick": str(ida.pk), "party_asked": "Ida Vole"}).status_code == 302


def test_who_may_add_a_case_and_no_people_is_led_to_its_form(db: Any) -> None:
    user = get_user_model().objects.create_user("limited", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=("add_case", "view_case")))
    client = Client()
    client.force_login(user)
    begin_session(client)
    assert client.get(f"{PAGE}?matter=7").headers["Location"] == new(m.Case, "?matter=7")


def test_nobody_sets_up_a_case_who_may_not_add_one(db: Any) -> None:
    user = get_user_model().objects.create_user("reader", is_staff=True)
    client = Client()
    client.force_login(user)
    begin_session(client)
    assert client.get(PAGE).status_code == 403
    assert send(client, {"party": "Ida Vole"}).status_code == 403


# One party's own form


def test_a_party_added_by_its_own_form_stands_on_the_side_of_its_role_unless_another_is_chosen(chief: Client) -> None:
    case, found = a_case(), {}
    for name, side in (("Ida Vole", ""), ("Marten Vole", "neutral")):
        page = chief.get(new(m.CaseParty, f"?case={case.pk}"))
        party = Party.objects.create(name=name)
        sent = typed(page) | {"party": party.pk, "role": "defendant", "side": side}
        assert chief.post(new(m.CaseParty, f"?case={case.pk}"), sent).status_code == 302
        found[name] = m.CaseParty.objects.get(party=party).side
    assert found == {"Ida Vole": "responding", "Marten Vole": "neutral"}
