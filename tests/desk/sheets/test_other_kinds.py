"""Spreadsheets of cases, parties, claims and hearings: new rows, rows brought up to date, what is refused."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from docket import models as m
from parties.models import Party
from tests.desk.sheets.sheets import checked, reasons, save
from tests.records.desk_cast import a_case, a_filing, a_party, member

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(db: Any) -> Client:
    return member("chief")


def test_cases_are_entered_and_brought_up_to_date(chief: Client) -> None:
    m.Forum.objects.create(slug="odd", kind="court", name="Court", system="state")
    old = a_case("Roe v. Poe", status="open")
    text = (
        "case_id,forum_id,docket_number,caption,category,amount,court_flags,date_filed\n"
        ',odd,1-23,Vole v. Heron,Civil action,"1,234.50",STAYED; CLOSED,2023\n'
        f"{old.public_id},,,,,,,2022-05-06\n"
        ",nowhere,2-23,Other v. Other,civil,,,\n"
    )
    text = text.replace("Civil action", str(m.Case._meta.get_field("category").choices[0][1]))  # type: ignore[index]
    sheet = checked(chief, text, "cases")
    assert sheet.counts == {"new": 1, "changed": 1, "refused": 1}, reasons(sheet)
    save(chief, sheet)
    new = m.Case.objects.get(caption="Vole v. Heron")
    assert (new.amount, new.flags, new.date_filed_precision) == (Decimal("1234.50"), ["STAYED", "CLOSED"], "year")
    old.refresh_from_db()
    assert old.date_filed == date(2022, 5, 6)


def test_a_case_of_a_number_that_is_there_is_refused(chief: Client) -> None:
    forum = m.Forum.objects.create(slug="odd", kind="court", name="Court", system="state")
    a_case(forum=forum, docket_number="23-CV-1")
    sheet = checked(chief, "forum_id,docket_number,caption,category\nodd,23-cv-1,Roe v. Poe,civil\n", "cases")
    assert sheet.counts == {"refused": 1}
    assert "already has a case of that docket number" in reasons(sheet)[0]


def test_a_party_of_a_name_that_is_there_is_not_made_twice(chief: Client) -> None:
    party = Party.objects.create(name="Jane Roe")
    sheet = checked(chief, "name,kind\nJane Roe,person\nIda Vole,person\nida vole,person\n", "parties")
    assert sheet.counts == {"refused": 2, "new": 1}
    assert party.public_id in reasons(sheet)[0]
    save(chief, sheet)
    assert sorted(Party.objects.values_list("name", flat=True)) == ["Ida Vole", "Jane Roe"]


def test_claims_name_their_parties_by_name_or_id(chief: Client) -> None:
    case = a_case()
    roe, poe, vole = (
        a_party(case, name, role) for name, role in (("Roe", "plaintiff"), ("Poe", "defendant"), ("Vole", "defendant"))
    )
    kind = m.Claim._meta.get_field("kind").choices[0][0]  # type: ignore[index]
    against = f"Poe (Defendant); {vole.party.public_id}"
    text = f"kind,label,title,asserted_by,against_id\n{kind},Count I,Negligence,Roe,{against}\n"
    save(chief, checked(chief, text, "claims", case))
    claim = m.Claim.objects.get()
    assert [row.case_party for row in claim.asserted_by.all()] == [roe]
    assert {row.case_party for row in claim.against.all()} == {poe, vole}
    sheet = checked(chief, f"claim_id,title,against_id\n{claim.public_id},Negligence,Nobody\n", "claims")
    assert "no party of the case" in reasons(sheet)[0]


def test_hearings_keep_the_court_s_clock(chief: Client) -> None:
    case, filing = a_case(), None
    filing = a_filing(case)
    text = f"title,date,time,set_by_id\nMotion hearing,2030-03-04,2:30 pm,{filing.public_id}\nTrial,2030-05,,\n"
    sheet = checked(chief, text, "hearings", case)
    assert sheet.counts == {"new": 1, "refused": 1}
    assert "no whole day" in reasons(sheet)[0]
    save(chief, sheet)
    hearing = m.Hearing.objects.get()
    assert (hearing.date, hearing.time, hearing.set_by) == (date(2030, 3, 4), time(14, 30), filing)


def test_the_empty_files_hold_the_columns_and_the_document_says_what_they_are(chief: Client) -> None:
    empty = chief.get(reverse("admin:sheet_template", args=["hearings"])).content.decode("utf-8-sig")
    assert empty.strip() == "hearing_id,case_id,title,kind,date,time,place,certainty,set_by_id,is_vacated,outcome"
    call_command("sheet_columns", check=True)


def test_who_may_change_nothing_imports_nothing(db: Any) -> None:
    assert member("administrator").get(reverse("admin:sheets")).status_code == 403
