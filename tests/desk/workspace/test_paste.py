"""Rows pasted into a case's docket: shown as they were read, corrected, saved all or none."""

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

from docket import models as m
from docket.publishing import verbs
from tests.records.desk_cast import a_case, a_filing, a_party, address, member, publish

pytestmark = pytest.mark.django_db
ROWS = "05/02/2023\tCOMPLAINT filed by Jane Roe\n05/03/2023\tSUMMONS Issued\n05/24/2023\tANSWER to Complaint"


@pytest.fixture
def chief(db: Any) -> Client:
    return member("chief")


@pytest.fixture
def case(db: Any) -> Any:
    forum = m.Forum.objects.create(slug="pasted", kind="court", name="Court", system="state")
    return a_case(forum=forum)


def paste(client: Client, case: m.Case, text: str) -> Any:
    return client.post(address(case, "paste"), {"text": text})


def boxes(page: Any) -> dict[str, Any]:
    """What a browser sends back of the rows, unchanged."""
    rows = page.context["rows"]
    sent: dict[str, Any] = {"r-TOTAL_FORMS": len(rows.forms), "r-INITIAL_FORMS": len(rows.forms)}
    sent |= {"once": page.context["once"], "order": page.context["order"]}
    for form in rows.forms:
        values = {name: form[name].value() for name in ("number", "day", "text")}
        sent |= {f"{form.prefix}-{name}": "" if value is None else value for name, value in values.items()}
        if form["keep"].value():
            sent[f"{form.prefix}-keep"] = "on"
    return sent


def send(client: Client, case: m.Case, sent: dict[str, Any]) -> Any:
    return client.post(address(case, "paste"), sent)


def said(response: Any) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def lines(case: m.Case) -> list[tuple[str, date | None, str]]:
    rows = m.Filing.objects.filter(case=case).order_by("sequence")
    return [(row.entry_number, row.date_filed, row.docket_text) for row in rows]


def test_rows_are_shown_as_they_were_read_and_nothing_is_saved(chief: Client, case: m.Case) -> None:
    page = paste(chief, case, ROWS)
    assert [form["day"].value() for form in page.context["rows"].forms] == ["2023-05-02", "2023-05-03", "2023-05-24"]
    assert "SUMMONS Issued" in page.content.decode()
    assert not m.Filing.objects.exists()


def test_the_rows_are_saved_as_drafts_in_order_and_their_texts_are_read(chief: Client, case: m.Case) -> None:
    party = a_party(case)
    publish(case)
    answer = send(chief, case, boxes(paste(chief, case, "\n".join(ROWS.split("\n")[::-1]))))
    assert lines(case) == [
        ("", date(2023, 5, 2), "COMPLAINT filed by Jane Roe"),
        ("", date(2023, 5, 3), "SUMMONS Issued"),
        ("", date(2023, 5, 24), "ANSWER to Complaint"),
    ]
    complaint, _, last = m.Filing.objects.order_by("sequence")
    assert set(m.Filing.objects.values_list("visibility", flat=True)) == {"draft"}
    assert (complaint.filing_type, complaint.type_derived) == ("init.complaint", "derived")
    assert [row.case_party for row in complaint.filing_parties.all()] == [party]
    assert answer.url == f"{address(case, 'workspace')}?saved={last.pk}"
    assert "3 lines saved as drafts" in said(answer)


def test_one_bad_row_keeps_all_of_them_back_says_why_and_keeps_what_was_typed(chief: Client, case: m.Case) -> None:
    page = paste(chief, case, f"{ROWS}\n02/31/2023\tA day in no calendar")
    assert "“02/31/2023” is in no calendar" in page.content.decode()
    again = send(chief, case, boxes(page) | {"r-0-text": "COMPLAINT, as corrected"})
    assert not m.Filing.objects.exists()
    assert "1 row cannot be saved as it is" in again.content.decode()
    assert [form["text"].value() for form in again.context["rows"].forms][::3] == [
        "COMPLAINT, as corrected",
        "A day in no calendar",
    ]
    send(chief, case, boxes(again) | {"r-3-day": "2/28/2023", "order": "month"})
    assert lines(case)[3] == ("", date(2023, 2, 28), "A day in no calendar")


def test_a_row_whose_tick_is_taken_out_is_left_out(chief: Client, case: m.Case) -> None:
    sent = boxes(paste(chief, case, f"{ROWS}\nno day\tat all"))
    del sent["r-3-keep"], sent["r-1-keep"]
    answer = send(chief, case, sent)
    assert [text for _, _, text in lines(case)] == ["COMPLAINT filed by Jane Roe", "ANSWER to Complaint"]
    assert "2 not ticked and left out" in said(answer)


def test_no_ticked_row_saves_nothing_and_says_so(chief: Client, case: m.Case) -> None:
    sent = {name: value for name, value in boxes(paste(chief, case, ROWS)).items() if not name.endswith("keep")}
    assert "No row is ticked" in send(chief, case, sent).content.decode()


def test_days_that_may_be_two_are_asked_for_once_for_all_rows(chief: Client) -> None:
    case = a_case()
    page = paste(chief, case, "3/4/2023\tComplaint\n5/6/2023\tAnswer")
    assert "Which comes first" in page.content.decode()
    unanswered = send(chief, case, boxes(page))
    assert "Which comes first" in unanswered.content.decode()
    assert not m.Filing.objects.exists()
    send(chief, case, boxes(unanswered) | {"order": "day"})
    assert [day for _, day, _ in lines(case)] == [date(2023, 4, 3), date(2023, 6, 5)]


def test_what_is_in_the_docket_already_is_pointed_out_and_not_ticked(chief: Client, case: m.Case) -> None:
    there = a_filing(case, "", docket_text="Summons issued.", date_filed=date(2023, 5, 3), entry_number="2")
    page = paste(chief, case, ROWS)
    assert [bool(form["keep"].value()) for form in page.context["rows"].forms] == [True, False, True]
    assert f'href="{address(there)}"' in page.content.decode()
    numbered = paste(chief, case, "2\t05/09/2023\tOrder\n3\t05/10/2023\tNotice")
    assert "Number 2 is in the docket" in numbered.content.decode()


def test_a_day_that_is_most_likely_mistyped_is_pointed_out(chief: Client) -> None:
    page = paste(chief, a_case(date_filed=date(2023, 5, 2)), "1923-05-02\tComplaint\n2123-05-02\tAnswer")
    told = [" ".join(words for words, _ in form.notes) for form in page.context["rows"].forms]
    assert told == [
        "1923-05-02 is long before the case, which was filed on 2023-05-02.",
        "2123-05-02 is still to come.",
    ]


def test_a_sealed_line_is_not_pointed_out(case: m.Case) -> None:
    hidden = a_filing(case, "", docket_text="SUMMONS Issued", date_filed=date(2023, 5, 3))
    publish(case)
    verbs.act("seal", hidden, actor=None, reason="ordered")
    page = paste(member("clerk"), case, ROWS)
    assert all(form["keep"].value() for form in page.context["rows"].forms)
    assert "in the docket already" not in page.content.decode()


def test_rows_sent_twice_are_saved_once(chief: Client, case: m.Case) -> None:
    sent = boxes(paste(chief, case, ROWS))
    first, second = send(chief, case, sent), send(chief, case, sent)
    assert len(lines(case)) == 3
    assert "saved already, once" in said(second)
    assert address(case, "workspace") in first.url


def test_who_may_not_add_filings_may_paste_none(case: m.Case) -> None:
    user = get_user_model().objects.create_user("viewer", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=("view_case", "view_filing")))
    viewer = Client()
    viewer.force_login(user)
    assert paste(viewer, case, ROWS).status_code == 403
    assert send(viewer, case, {"r-TOTAL_FORMS": "0", "r-INITIAL_FORMS": "0"}).status_code == 403


def test_a_sealed_case_takes_no_rows_from_who_may_not_see_it(case: m.Case) -> None:
    publish(case)
    verbs.act("seal", case, actor=None, reason="ordered")
    assert paste(member("clerk"), case, ROWS).status_code == 404


def test_200_rows_take_as_many_queries_as_20(chief: Client) -> None:
    def asked(rows: int) -> int:
        case = a_case()
        text = "\n".join(f"2023-05-{1 + n % 28:02}\tMOTION {n} to compel discovery" for n in range(rows))
        sent = boxes(paste(chief, case, text))
        with CaptureQueriesContext(connection) as queries:
            assert send(chief, case, sent).status_code == 302
        assert len(lines(case)) == rows
        return len(queries)

    few, many = asked(20), asked(200)
    print(f"queries of saving 200 pasted rows: {many}")
    assert many <= few + 2
