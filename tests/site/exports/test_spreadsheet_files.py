"""Spreadsheets of every file: what the CSV says, typed, nothing a formula, and opened by a real programme."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from docket.listing.formula_safety import as_it_was
from docket.site.exports import spreadsheet
from docket.site.exports.files import FILES
from docket.site.views import downloads
from tests.records.listing_records import as_public, make_filing, publish
from tests.shared import program
from tests.site.api.whole import Whole
from tests.site.exports.downloaded import answer_of, rows

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.urls("config.urls_public")]
HOSTILE = '=HYPERLINK("http://evil.example/","x")\n+1 & <b> _x0041_ \x01 007'


@pytest.fixture
def cast(committed: None) -> Whole:
    whole = Whole()
    whole.publish()
    publish(make_filing(whole.suit, HOSTILE), make_filing(whole.suit, "'=kept"), make_filing(whole.suit, "0012"))
    return whole


def as_csv(folder: Path, address: str) -> list[list[str]]:
    """The cells of a spreadsheet as LibreOffice saves them."""
    answer, body = answer_of(address)
    assert answer.status_code == 200, body
    (folder / "file.xlsx").write_bytes(body)
    subprocess.run(
        [
            program("libreoffice-calc-nogui", "soffice"),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", str(folder)),
            str(folder / "file.xlsx"),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return list(csv.reader(io.StringIO((folder / "file.csv").read_text(), newline="")))


def test_libreoffice_reads_in_it_what_the_csv_says(cast: Whole, tmp_path: Path) -> None:
    first, *found = as_csv(tmp_path, "/filings.xlsx")
    expected = rows("/filings.csv")
    assert first == list(expected[0])
    told = [[as_it_was(text).replace("\x01", "") for text in row.values()] for row in expected]
    assert [[text.replace("\x01", "") for text in row] for row in found] == told
    assert any(HOSTILE.replace("\x01", "") in row for row in told)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_file_is_a_spreadsheet_of_as_many_rows_without_a_formula(cast: Whole, file: Any) -> None:
    answer, body = answer_of(f"/{file.name}.xlsx")
    assert answer.headers["Content-Type"] == spreadsheet.CONTENT_TYPE
    assert re.search(rf'filename="{file.name}_\d{{8}}\.xlsx"', answer.headers["Content-Disposition"])
    sheet = zipfile.ZipFile(io.BytesIO(body)).read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<row ") == 1 + len(rows(f"/{file.name}.csv"))
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet


def test_it_has_the_filters_of_the_list_and_of_a_case(cast: Whole) -> None:
    for question in ("/filings.xlsx?group=resp", f"/cases/{cast.suit.public_id}/filings.xlsx?group=resp"):
        sheet = zipfile.ZipFile(io.BytesIO(answer_of(question)[1])).read("xl/worksheets/sheet1.xml").decode()
        assert sheet.count("<row ") == 2
        assert "ANSWER" in sheet
    assert answer_of("/filings.xlsx?group=none")[0].status_code == 400


def test_numbers_are_numbers_where_that_loses_nothing(cast: Whole) -> None:
    sheet = zipfile.ZipFile(io.BytesIO(answer_of("/claim-events.xlsx")[1])).read("xl/worksheets/sheet1.xml").decode()
    assert "<v>7</v>" in sheet
    assert spreadsheet._fitting("x" * 40_000).endswith(spreadsheet.CUT)
    assert len(spreadsheet._fitting("x" * 40_000)) == spreadsheet.LONGEST


def test_the_same_rows_are_the_same_bytes_at_any_hour(cast: Whole) -> None:
    assert answer_of("/filings.xlsx")[1] == answer_of("/filings.xlsx")[1]


def test_of_more_rows_than_it_takes_the_csv_is_pointed_to(cast: Whole, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "MOST", 3)
    monkeypatch.setattr(downloads, "MOST", 3)
    answer, body = answer_of("/filings.xlsx")
    assert (answer.status_code, body) == (
        400,
        b"A spreadsheet is written of up to 3 rows. Ask for fewer with the filters, or take the CSV.",
    )
    assert answer_of("/filings.xlsx?group=resp")[0].status_code == 200


def test_lists_cases_and_the_page_of_data_link_to_it(cast: Whole) -> None:
    with as_public():
        list_page = Client().get("/filings/?group=resp").content.decode()
        case_page = Client().get(cast.suit.get_absolute_url()).content.decode()
        data_page = Client().get("/data/").content.decode()
    assert 'href="/filings.xlsx?group=resp"' in list_page
    assert f'href="/cases/{cast.suit.public_id}/filings.xlsx"' in case_page
    assert "?bom" in data_page
