"""A spreadsheet of filings: compared with the record, shown, saved, refused rows taken away."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from docket import models as m
from docket.choices import Derived
from docket.publishing import verbs
from docket.publishing.visibility import Visibility
from tests.desk.sheets.sheets import checked, columns, reasons, save, send, where
from tests.records.desk_cast import a_case, a_filing, a_party, member, publish

pytestmark = pytest.mark.django_db
ROWS = """\
No.;Date Filed;Docket Text
1;5/2/2023;COMPLAINT filed by Jane Roe
2;5/24/2023;ANSWER to Complaint
"""


@pytest.fixture
def chief(db: Any) -> Client:
    return member("chief")


@pytest.fixture
def case(db: Any) -> Any:
    forum = m.Forum.objects.create(slug="sheets", kind="court", name="Court", system="state")
    return a_case(forum=forum)


def lines(case: m.Case) -> list[tuple[str, date | None, str]]:
    rows = m.Filing.objects.filter(case=case).order_by("sequence")
    return [(row.entry_number, row.date_filed, row.docket_text) for row in rows]


def test_it_shows_what_each_row_would_do_and_saves_nothing(chief: Client, case: m.Case) -> None:
    sheet = checked(chief, ROWS, case=case)
    assert sheet.counts == {"new": 2}
    assert "COMPLAINT filed by Jane Roe" in chief.get(where(sheet)).content.decode()
    assert not m.Filing.objects.exists()


def test_the_rows_become_drafts_in_order_read_with_their_history(chief: Client, case: m.Case) -> None:
    party = a_party(case)
    publish(case)
    sheet = save(chief, checked(chief, ROWS, case=case))
    assert (sheet.stage, sheet.counts, sheet.rows) == ("done", {"new": 2}, None)
    assert lines(case) == [
        ("1", date(2023, 5, 2), "COMPLAINT filed by Jane Roe"),
        ("2", date(2023, 5, 24), "ANSWER to Complaint"),
    ]
    first: Any = m.Filing.objects.get(entry_number="1")
    assert (first.visibility, first.type_derived) == (Visibility.DRAFT, Derived.DERIVED)
    assert [row.case_party for row in first.filing_parties.all()] == [party]
    event = first.history.select_related("pgh_context").first()
    assert event.pgh_context.metadata["user"] == sheet.user_id


def test_the_same_file_sent_twice_changes_nothing(chief: Client, case: m.Case) -> None:
    save(chief, checked(chief, ROWS, case=case))
    assert checked(chief, ROWS, case=case).counts == {"unchanged": 2}


def test_a_row_is_brought_up_to_date_by_its_id_and_an_empty_cell_leaves_the_field(chief: Client, case: m.Case) -> None:
    filing = a_filing(case, entry_number="7", docket_text="Answr", date_filed=date(2023, 5, 2))
    sheet = checked(chief, f"filing_id,docket_text,date_filed,entry_number\n{filing.public_id},Answer,2023-05,\n")
    assert sheet.counts == {"changed": 1}
    save(chief, sheet)
    filing.refresh_from_db()
    assert (filing.docket_text, filing.date_filed, filing.date_filed_precision) == ("Answer", date(2023, 5, 1), "month")
    assert (filing.entry_number, filing.title) == ("7", "Complaint")


def test_a_field_is_emptied_only_by_saying_so(chief: Client, case: m.Case) -> None:
    filing = a_filing(case, entry_number="7")
    save(chief, checked(chief, f"filing_id,entry_number\n{filing.public_id},(take out)\n"))
    filing.refresh_from_db()
    assert filing.entry_number == ""


def test_bad_rows_say_why_by_cell_and_are_taken_away_as_csv(chief: Client, case: m.Case) -> None:
    text = "date_filed,docket_text,filing_type\n2023-13-45,=cmd(),\n2023-05-02,Fine,\n2023-05-03,Odd,nonsense\n"
    sheet = checked(chief, text, case=case)
    assert sheet.counts == {"refused": 2, "new": 1}
    assert "in no calendar" in reasons(sheet)[0]
    assert "“nonsense” is none of the values of filing_type" in reasons(sheet)[1]
    save(chief, sheet)
    assert [row[2] for row in lines(case)] == ["Fine"]
    answer: Any = chief.get(reverse("admin:sheet_refused", args=[sheet.upload]))
    taken = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert taken.splitlines()[0] == "date_filed,docket_text,filing_type,why_refused"
    assert taken.splitlines()[1].startswith("2023-13-45,'=cmd(),,")
    assert len(taken.splitlines()) == 3


def test_it_asks_for_ambiguous_dates_and_remembers_the_answer(chief: Client) -> None:
    case = a_case()
    text = "date_filed,docket_text\n3/4/2023,Complaint\n"
    sheet = checked(chief, text, case=case)
    assert sheet.counts == {"refused": 1}
    assert "may be 4 March 2023 or 3 April 2023" in reasons(sheet)[0]
    chief.post(where(sheet), {"do": "again"})
    save(chief, columns(chief, sheet, order__date_filed="day"))
    assert lines(case) == [("", date(2023, 4, 3), "Complaint")]
    again = checked(chief, "date_filed,docket_text\n5/6/2023,Answer\n", case=case)
    assert again.orders == {"date_filed": "day"}


def test_a_column_shows_itself_what_comes_first_in_its_dates(chief: Client) -> None:
    case = a_case()
    save(chief, checked(chief, "date_filed,docket_text\n3/4/2023,Complaint\n13/4/2023,Answer\n", case=case))
    assert [row[1] for row in lines(case)] == [date(2023, 4, 3), date(2023, 4, 13)]


def test_a_matching_of_columns_is_remembered_for_its_heading_line(chief: Client, case: m.Case) -> None:
    send(chief, "Wann,Was\n2023-05-02,Complaint\n", case=case)
    sheet = m.SheetImport.objects.get()
    assert sheet.mapping == {}
    columns(chief, sheet, column__date_filed="0", column__docket_text="1")
    assert checked(chief, "Wann,Was\n2023-05-03,Answer\n", case=case).counts == {"new": 1}


def test_what_changed_meanwhile_is_shown_before_anything_is_saved(chief: Client, case: m.Case) -> None:
    filing = a_filing(case, docket_text="Answr")
    sheet = checked(chief, f"filing_id,docket_text\n{filing.public_id},Answer\n")
    m.Filing.objects.update(docket_text="ANSWER of Poe")
    save(chief, sheet)
    filing.refresh_from_db()
    assert (sheet.stage, filing.docket_text) == ("checked", "ANSWER of Poe")
    assert "has changed since you looked" in chief.get(where(sheet)).content.decode()
    assert save(chief, sheet).stage == "done"


def test_what_others_changed_since_the_file_was_made_stays_or_refuses_the_row(chief: Client, case: m.Case) -> None:
    stamp = "2020-01-01T00:00:00Z"
    filing = a_filing(case, docket_text="Answr", entry_number="7", updated_at=stamp)
    m.Filing.objects.update(entry_number="8")
    heads = "filing_id,docket_text,entry_number,last_changed"
    save(chief, checked(chief, f"{heads}\n{filing.public_id},Answer,7,{stamp}\n"))
    filing.refresh_from_db()
    assert (filing.docket_text, filing.entry_number) == ("Answer", "8")
    sheet = checked(chief, f"{heads}\n{filing.public_id},Answer of Poe,7,{stamp}\n")
    assert sheet.counts == {"refused": 1}
    assert "changed it too, after this file was made" in reasons(sheet)[0]


def test_a_row_under_seal_is_as_if_it_were_not_there(case: m.Case) -> None:
    filing = a_filing(case)
    verbs.act("seal", filing, actor=None, reason="a test", authority="an order")
    clerk = member("clerk")
    told = reasons(checked(clerk, f"filing_id,docket_text\n{filing.public_id},Answer\n"))
    absent = reasons(checked(clerk, "filing_id,docket_text\nbbbbbbbbbb,Answer\n"))
    assert told[0].replace(filing.public_id, "bbbbbbbbbb") == absent[0]


def test_a_row_that_is_sealed_afterwards_leaves_the_page_of_who_sent_the_file(case: m.Case) -> None:
    filing, clerk = a_filing(case, docket_text="AFFIDAVIT of Tamsin"), member("clerk")
    sheet = checked(clerk, f"filing_id,docket_text\n{filing.public_id},Affidavit\n")
    assert "Tamsin" in clerk.get(where(sheet)).content.decode()
    verbs.act("seal", filing, actor=None, reason="a test", authority="an order")
    assert "Tamsin" not in clerk.get(where(sheet)).content.decode()
    assert save(clerk, sheet).counts == {"refused": 1}


def test_nobody_sees_the_spreadsheet_of_another(chief: Client, case: m.Case) -> None:
    sheet = checked(chief, ROWS, case=case)
    other = member("editor")
    assert other.get(where(sheet)).status_code == 404
    assert other.post(where(sheet), {"do": "save", "mark": sheet.mark}).status_code == 404


def test_a_spreadsheet_that_is_left_saves_nothing_and_its_rows_are_erased(chief: Client, case: m.Case) -> None:
    sheet = checked(chief, ROWS, case=case)
    chief.post(where(sheet), {"do": "stop"})
    sheet.refresh_from_db()
    assert (sheet.stage, sheet.rows, sheet.shown) == ("stopped", None, [])
    assert not m.Filing.objects.exists()


def test_one_id_twice_in_a_file_is_refused(chief: Client, case: m.Case) -> None:
    filing = a_filing(case)
    text = f"filing_id,docket_text\n{filing.public_id},One\n{filing.public_id},Two\n"
    sheet = checked(chief, text)
    assert sheet.counts == {"changed": 1, "refused": 1}
    assert reasons(sheet) == ["Row 2 of this file is the same one: keep one of them."]
