"""An exported CSV of a case's filings, taken back."""

import csv
import io
from datetime import date
from typing import Any

import pytest
from django.http import QueryDict

from docket.intake.court_pages.sniff import sniff
from docket.intake.court_pages.spreadsheet import read_page, rows_of
from docket.intake.files import import_bytes
from docket.intake.shape import ImportedEntry, Refused
from docket.models import Case, Filing, Forum, SourceLink
from docket.publishing import verbs
from docket.site.exports.copy import csv_of
from docket.site.exports.filings import FILINGS
from tests.records.listing_records import Cast, make_filing

HERE_ONLY = {"filing_id", "filing_url", "case_id", "case_url", "forum_id", "forum", "last_changed"}
IN_OTHER_FILES = {"matter_ids", "matters", "filed_by", "responds_to", "responds_to_ids", "outcome", "document_count"}


@pytest.fixture
def case(committed: None) -> Case:
    cast = Cast()
    make_filing(
        cast.suit,
        '=SUM("x")\r\nsecond line, with “quotes”, and a trailing space ',
        entry_number="'3",
        title="-5 degrees",
        short_text="@court",
        state="stricken",
        date_filed=date(2022, 4, 1),
        date_entered=date(2022, 4, 1),
        date_entered_precision="month",
        date_served=date(2022, 1, 1),
        date_served_precision="year",
        court_document_id="+123",
        court_sequence="77",
    )
    make_filing(cast.suit, "repeated", entry_number="4")
    make_filing(cast.suit, "repeated", entry_number="4")
    return cast.suit


def exported(case: Case) -> bytes:
    asked = FILINGS.filter(QueryDict(f"case={case.public_id}"), FILINGS.listed())
    assert asked.is_valid()
    return b"".join(csv_of(FILINGS, asked))


def docket(data: bytes) -> Any:
    return read_page(sniff(data), data, "filings.csv")


def test_the_rows_come_back_as_they_were(case: Case) -> None:
    rows = rows_of(exported(case).decode())
    filings = list(Filing.objects.filter(case=case).order_by("date_filed", "sequence"))
    assert len(rows) == len(filings) == 6
    for row, filing in zip(rows, filings, strict=True):
        for column in ("entry_number", "title", "docket_text", "short_text", "filing_type", "state", "court_sequence"):
            assert row[column] == getattr(filing, column)
        assert row["filing_id"] == filing.public_id
        assert row["court_document_id"] == filing.court_document_id


def test_the_reader_says_what_the_record_holds(case: Case) -> None:
    found = docket(exported(case))
    assert (found.court_id, found.docket_number, found.caption) == (
        "xtest",
        "D-1-CV-2022-00001",
        "Roe v. Poe Productions, Inc.",
    )
    assert found.entries[1] == ImportedEntry(
        ordinal=1,
        number=None,
        date_filed=date(2022, 3, 1),
        date_filed_precision="month",
        date_entered=None,
        text="MOTION to dismiss for negligence of service",
        filing_type="mot.dismiss",
        state="ok",
    )
    strange = found.entries[3]
    assert (strange.number, strange.title, strange.short_text) == ("'3", "-5 degrees", "@court")
    assert strange.text == '=SUM("x")\r\nsecond line, with “quotes”, and a trailing space '
    assert (strange.date_served, strange.date_served_precision) == (date(2022, 1, 1), "year")


def test_importing_it_into_its_own_case_changes_nothing(case: Case) -> None:
    before = exported(case)
    for _ in range(2):
        report = import_bytes("filings.csv", before)
        assert report.error is None
        assert vars(report.filings) == {"new": 0, "changed": 0, "unchanged": 6, "skipped": 0}
        assert exported(case) == before


def test_importing_it_elsewhere_gives_the_same_rows(case: Case) -> None:
    elsewhere = Forum.objects.create(slug="elsewhere", kind="court", name="Another court")
    report = import_bytes("filings.csv", exported(case), forum=elsewhere)
    assert report.error is None, report.error
    copy = Case.objects.get(forum=elsewhere)
    assert (copy.caption, copy.category, copy.visibility) == (case.caption, case.category, "draft")
    left_out = HERE_ONLY | IN_OTHER_FILES

    def compared(of: Case) -> list[dict[str, str]]:
        return [{k: v for k, v in row.items() if k not in left_out} for row in rows_of(exported(of).decode())]

    assert compared(copy) == compared(case)
    assert not SourceLink.objects.filter(case=copy).exists(), "a copy is no source"


def test_a_sealed_entry_is_left_out_and_said(case: Case) -> None:
    verbs.act("publish", case, actor=None, reason="test")
    verbs.act("seal", Filing.objects.get(case=case, court_sequence="77"), actor=None, reason="order of 3 May")
    found = docket(exported(case))
    assert len(found.entries) == 5
    assert found.warnings == ("1 sealed entry of the file left out.",)


def test_a_spreadsheet_may_have_changed_separator_and_order_of_columns(case: Case) -> None:
    table = [dict(reversed(row.items())) for row in csv.DictReader(io.StringIO(exported(case).decode(), newline=""))]
    out = io.StringIO()
    names = ["filing_id", *(name for name in table[0] if name != "filing_id")]
    writer = csv.DictWriter(out, names, delimiter=";")
    writer.writeheader()
    writer.writerows(table)
    again = b"\xef\xbb\xbf" + out.getvalue().encode()
    assert docket(again).entries == docket(exported(case)).entries


HEAD = "filing_id,case_id,forum_id,docket_number,caption,category,entry_number,date_filed,docket_text"
ROW = "x,a,xtest,1,A v. B,civil,1,2022-01-01,ORDER"


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (HEAD, "no rows"),
        (HEAD.replace(",caption", "") + "\n" + ROW, "The columns caption are missing"),
        (f"{HEAD}\n{ROW}\n{ROW.replace(',a,', ',b,')}", "filings of 2 cases"),
        (f"{HEAD}\n{ROW},more", "Row 2 has 10 cells where the first row has 9"),
        (f"{HEAD}\n{ROW}\n{ROW.replace('2022-01-01', '1/2/22')}", "Row 3, column date_filed: “1/2/22” is not a date"),
        (f"{HEAD}\n{ROW.replace('2022-01-01', '2022-02-30')}", "Row 2, column date_filed"),
        (f"{HEAD}\n{ROW.replace('civil', 'uncivil')}", "column category: “uncivil”"),
        (f"{HEAD}\n{ROW.replace(',1,A', ',,A')}", "no docket number"),
        (f"{HEAD}\n{ROW.replace('xtest', '')}", "no forum"),
        (f'{HEAD}\n{ROW}\n"x', "not a sound CSV"),
    ],
)
def test_a_file_that_cannot_be_read_says_where_and_why(lines: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        docket(lines.encode())
    assert words in str(refused.value)
    assert refused.value.remedy
