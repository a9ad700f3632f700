"""A case's own page at the desk: what it shows, the next line, where it stands among the desk's pages."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from docket import models as m
from docket.models.parts.sequence import take_sequences
from docket.publishing import verbs
from tests.records.desk_cast import (
    a_case,
    a_filing,
    a_party,
    address,
    list_of,
    member,
    new,
    one_of_each,
    publish,
    typed,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(db: Any) -> Client:
    return member("chief")


@pytest.fixture
def case(db: Any) -> Any:
    forum = m.Forum.objects.create(slug="workspace", kind="court", name="Court", system="state")
    return a_case(forum=forum)


def page_of(client: Client, case: m.Case, query: str = "") -> Any:
    return client.get(address(case, "workspace") + query)


def type_line(client: Client, case: m.Case, **boxes: Any) -> Any:
    return client.post(address(case, "workspace"), boxes)


def said(response: Any) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_it_shows_everything_of_the_case_each_with_the_way_to_its_form_and_whether_it_is_public(chief: Client) -> None:
    rows = one_of_each()
    page = page_of(chief, rows[m.Case]).content.decode()
    for model in (m.Filing, m.CaseParty, m.Appearance, m.Claim, m.ClaimAgainst, m.Deadline, m.Hearing, m.StaffNote):
        if model is not m.Hearing:  # it is past
            assert address(rows[model]) in page, model
    lines = page_of(chief, rows[m.Case]).context["docket"].lines
    assert ["not public" in line.state for line in lines] == [True]
    assert address(rows[m.Case]) in page
    assert address(rows[m.Case], "publication") in page


def test_a_typed_line_is_saved_and_the_next_one_begins_with_its_day(chief: Client, case: m.Case) -> None:
    answer = type_line(chief, case, date_filed="5/2/2023", docket_text="COMPLAINT filed by Jane Roe")
    filing = m.Filing.objects.get()
    assert (filing.case, filing.date_filed, filing.filing_type) == (case, date(2023, 5, 2), "init.complaint")
    assert answer.url == f"{address(case, 'workspace')}?saved={filing.pk}"
    assert 'name="date_filed" value="2023-05-02"' in page_of(chief, case, f"?saved={filing.pk}").content.decode()


def test_a_day_without_a_year_follows_the_line_before(chief: Client, case: m.Case) -> None:
    a_filing(case, date_filed=date(2023, 12, 28))
    type_line(chief, case, date_filed="1/3", docket_text="ANSWER")
    assert m.Filing.objects.get(docket_text="ANSWER").date_filed == date(2024, 1, 3)


@pytest.mark.parametrize(
    ("system", "zone", "read"),
    [
        ("federal", "America/New_York", date(2023, 3, 4)),
        ("foreign", "Europe/London", date(2023, 4, 3)),
        ("international", "America/New_York", None),
    ],
)
def test_a_day_is_read_as_the_forums_country_writes_it_and_asked_for_where_nothing_tells(
    chief: Client, system: str, zone: str, read: date | None
) -> None:
    forum = m.Forum.objects.create(slug="a", kind="court", name="A", system=system, time_zone=zone)
    answer = type_line(chief, a_case(forum=forum), date_filed="3/4/2023", docket_text="ANSWER")
    assert [row.date_filed for row in m.Filing.objects.all()] == ([read] if read else [])
    if read is None:
        assert "4 March 2023 or 3 April 2023" in answer.content.decode()


def test_a_type_is_found_by_words_that_one_label_has(chief: Client, case: m.Case) -> None:
    type_line(chief, case, docket_text="Papers", filing_type="discovery compel")
    assert m.Filing.objects.get().filing_type == "mot.compel_discovery"
    answer = type_line(chief, case, docket_text="Others", filing_type="dismiss")
    assert "Several types have the words “dismiss”" in answer.content.decode()


def test_an_empty_line_is_refused(chief: Client, case: m.Case) -> None:
    answer = type_line(chief, case, date_filed="5/2/2023")
    assert "Nothing stands in this line yet" in answer.content.decode()
    assert not m.Filing.objects.exists()


@pytest.mark.parametrize(
    ("boxes", "words"),
    [
        ({"date_filed": "2123-05-02"}, "is still to come"),
        ({"date_filed": "1923-05-02"}, "is long before"),
        ({"entry_number": "7"}, "Entry number 7 is there already"),
        ({"docket_text": "SUMMONS", "date_filed": "2023-05-02"}, "same day and text"),
    ],
)
def test_what_is_doubtful_is_asked_once(chief: Client, boxes: dict[str, str], words: str) -> None:
    case = a_case(date_filed=date(2023, 5, 2))
    a_filing(case, "", entry_number="7", docket_text="SUMMONS", date_filed=date(2023, 5, 2))
    sent = {"docket_text": "ANSWER", **boxes}
    answer = type_line(chief, case, **sent)
    assert words in answer.content.decode()
    assert m.Filing.objects.count() == 1
    again = {**sent, "sure": answer.context["line"]["sure"].value()}
    assert type_line(chief, case, **again).status_code == 302
    assert m.Filing.objects.count() == 2


def test_an_answer_to_one_doubt_answers_no_other(chief: Client) -> None:
    case = a_case(date_filed=date(2023, 5, 2))
    a_filing(case, entry_number="7")
    sure = type_line(chief, case, docket_text="A", entry_number="7").context["line"]["sure"].value()
    type_line(chief, case, docket_text="A", date_filed="2123-05-02", sure=sure)
    assert m.Filing.objects.count() == 1


def test_a_line_sent_twice_is_saved_once_and_leads_to_the_first(chief: Client, case: m.Case) -> None:
    token = page_of(chief, case).context["once"]
    first, second = (type_line(chief, case, docket_text="ANSWER", once=token) for _ in range(2))
    assert m.Filing.objects.count() == 1
    assert first.url == second.url
    assert "That line was saved already, once." in said(second)


def test_the_end_of_a_docket_comes_first_and_pages_reach_its_beginning(chief: Client, case: m.Case) -> None:
    rows = [m.Filing(case=case, sequence=n, docket_text=f"MOTION {n}") for n in take_sequences(case.pk, 250)]
    m.Filing.objects.bulk_create(rows)
    shown = [[line.words for line in page_of(chief, case, f"?page={n}").context["docket"].lines] for n in (3, 2, 1)]
    assert [len(lines) for lines in shown] == [50, 100, 100]
    assert [words for lines in shown for words in lines] == [f"MOTION {n}" for n in range(1, 251)]
    assert page_of(chief, case, "?page=99999").context["docket"].first == 1
    assert page_of(chief, case, "?page=x").context["docket"].last == 250


def test_it_asks_no_more_for_a_docket_of_5_000_lines_than_for_one_of_three(chief: Client) -> None:
    def asked(filings: int) -> int:
        case = a_case(f"Case of {filings}")
        people = [a_party(case, f"Party {n} of {filings}") for n in range(min(filings, 40))]
        claim = m.Claim.objects.create(case=case, title="Negligence")
        for party in people:
            m.ClaimAgainst.objects.create(claim=claim, case_party=party)
        rows = [m.Filing(case=case, sequence=n, docket_text=f"M {n}") for n in take_sequences(case.pk, filings)]
        m.Filing.objects.bulk_create(rows)
        m.FilingParty.objects.bulk_create(m.FilingParty(case=case, filing=row, case_party=people[0]) for row in rows)
        m.StaffNote.objects.create(case=case, text="Ask.")
        with CaptureQueriesContext(connection) as queries:
            assert page_of(chief, case).status_code == 200
        return len(queries)

    few, many = asked(3), asked(5000)
    print(f"queries of a case's own page: {many}")
    assert many <= few
    assert many <= 60


def test_who_may_not_read_what_is_sealed_neither_sees_nor_counts_it(case: m.Case) -> None:
    for title in ("Complaint", "Hidden order"):
        a_filing(case, title, docket_text=title)
    m.StaffNote.objects.create(filing=m.Filing.objects.get(title="Hidden order"), text="Hidden note")
    publish(case)
    verbs.act("seal", m.Filing.objects.get(title="Hidden order"), actor=None, reason="ordered")
    page = page_of(member("clerk"), case)
    assert page.context["docket"].count == 1
    assert "Hidden" not in page.content.decode()
    assert page_of(member("custodian"), case).context["docket"].count == 2


def test_a_sealed_line_gives_no_doubt_away(case: m.Case) -> None:
    hidden = a_filing(case, "", entry_number="7", docket_text="SECRET ORDER")
    publish(case)
    verbs.act("seal", hidden, actor=None, reason="ordered")
    assert type_line(member("clerk"), case, entry_number="7", docket_text="SECRET ORDER").status_code == 302


def test_a_sealed_case_has_no_page_for_who_may_not_read_it(case: m.Case) -> None:
    publish(case)
    verbs.act("seal", case, actor=None, reason="ordered")
    clerk = member("clerk")
    assert page_of(clerk, case).status_code == 404
    assert type_line(clerk, case, docket_text="ANSWER").status_code == 404


def test_who_may_only_look_is_offered_no_line_and_may_send_none(case: m.Case) -> None:
    viewer = member("clerk", "viewer")
    user = get_user_model().objects.get(username="viewer")
    user.groups.clear()
    user.user_permissions.set(Permission.objects.filter(codename__in=("view_case", "view_filing")))
    page = page_of(viewer, case)
    assert page.context["line"] is None
    assert [section.name for section in page.context["sections"]] == ["waits", "sources"]
    assert type_line(viewer, case, docket_text="ANSWER").status_code == 403
    user.user_permissions.clear()
    assert page_of(viewer, case).status_code == 403


def test_a_line_of_a_public_case_goes_out_as_its_own_form_would_have_it(case: m.Case) -> None:
    case.new_filings = "public"
    case.save()
    publish(case)
    type_line(member("clerk"), case, docket_text="ANSWER by the clerk")
    type_line(member("editor"), case, docket_text="ANSWER by the editor")
    shown = dict(m.Filing.objects.values_list("docket_text", "visibility"))
    assert shown == {"ANSWER by the clerk": "draft", "ANSWER by the editor": "public"}


def test_the_list_finding_and_saving_lead_to_it(chief: Client, case: m.Case) -> None:
    m.Case.objects.filter(pk=case.pk).update(docket_number="1:24-cv-00017")
    where = address(case, "workspace")
    assert f'href="{where}' in chief.get(list_of(m.Case)).content.decode()
    assert chief.get(reverse("admin:find"), {"q": "1:24-cv-00017"}).headers["Location"] == where
    assert chief.post(address(case), typed(chief.get(address(case)))).headers["Location"] == where
    form = new(m.Filing, f"?case={case.pk}")
    saved = chief.post(form, typed(chief.get(form)) | {"title": "Complaint"})
    assert saved.headers["Location"] == f"{where}#filing-{m.Filing.objects.get().pk}"


def test_the_sidebar_names_what_one_changed_last_and_nothing_that_others_did(chief: Client) -> None:
    cases = [a_case(f"Case {n}") for n in range(10)]
    for case in cases:
        type_line(chief, case, docket_text="ANSWER")
    type_line(chief, cases[3], docket_text="REPLY")
    shown = [str(row) for row, _ in page_of(chief, cases[0]).context["worked_on"]]
    assert shown == [f"Case {n}" for n in (3, 9, 8, 7, 6, 5, 4, 2)]
    other = member("chief", "other")
    assert page_of(other, cases[0]).context["worked_on"] == []


def test_the_sidebar_forgets_what_was_sealed(case: m.Case) -> None:
    clerk = member("clerk")
    type_line(clerk, case, docket_text="ANSWER")
    publish(case)
    verbs.act("seal", case, actor=None, reason="ordered")
    assert clerk.get(reverse("admin:index")).context["worked_on"] == []
