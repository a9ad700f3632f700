"""Spreadsheets as people have them, read in the confined process: encodings, marks, Excel's cells, what is too much."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from docket.confined import Unreadable
from docket.intake.sheets.confined_reading import Read, lines_of, packed, read_sheet
from docket.intake.sheets.within import MOST_ROWS

TEXT = "No.;Filed;Text\n1;2.5.2023;“Löwe” v. Peña\n2;3.5.2023;Réponse – tardive\n"
CELLS = [["1", "2.5.2023", "“Löwe” v. Peña"], ["2", "3.5.2023", "Réponse – tardive"]]
SHEET = """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>No.</t></is></c><c r="B1" t="inlineStr"><is><t>Filed</t></is></c>
<c r="C1" t="inlineStr"><is><t>At</t></is></c><c r="D1" t="inlineStr"><is><t>Open</t></is></c></row>
<row r="3"><c r="A3"><v>12</v></c><c r="B3" s="1"><v>45048</v></c><c r="C3" s="2"><v>0.604166666666667</v></c>
<c r="D3" t="b"><v>1</v></c></row>
<row r="4"><c r="A4" t="inlineStr"><is><t>007</t></is></c><c r="B4" t="inlineStr"><is><t>4/5/2023</t></is></c>
<c r="C4"><f>1+1</f><v>2.5</v></c></row></sheetData></worksheet>"""
PARTS = {
    "[Content_Types].xml": """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""",
    "_rels/.rels": """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="xl/workbook.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>""",
    "xl/workbook.xml": """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
<sheet name="Docket" sheetId="1" r:id="r1"/></sheets></workbook>""",
    "xl/_rels/workbook.xml.rels": """<Relationships
 xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"
 Target="styles.xml"/></Relationships>""",
    "xl/styles.xml": """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<cellXfs count="3"><xf numFmtId="0"/>
<xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="20" applyNumberFormat="1"/></cellXfs>
</styleSheet>""",
}


def workbook(sheet: str = SHEET) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, text in (PARTS | {"xl/worksheets/sheet1.xml": sheet}).items():
            parts.writestr(name, text)
    return made.getvalue()


def cells(read: Read) -> list[list[str]]:
    return [json.loads(line)[1] for line in lines_of(read.rows)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_file_is_read_in_whatever_encoding_people_have(encoding: str) -> None:
    read = read_sheet(TEXT.encode(encoding))
    assert read.heads == ["No.", "Filed", "Text"]
    assert cells(read) == CELLS


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_file_is_read_with_whatever_stands_between_its_cells(mark: str) -> None:
    assert cells(read_sheet(f'a{mark}b\n"x{mark}y"{mark}2\n'.encode())) == [[f"x{mark}y", "2"]]


def test_excels_own_line_says_what_stands_between_cells() -> None:
    assert cells(read_sheet(b"sep=|\r\na|b\r\n1|2,5\r\n")) == [["1", "2,5"]]


def test_a_cell_keeps_its_line_breaks_and_an_empty_row_is_none() -> None:
    read = read_sheet(b'a,b\r\n"one\r\ntwo",\r\n,,\r\n\r\n3,4\r\n')
    assert cells(read) == [["one\r\ntwo", ""], ["3", "4"]]
    assert read.count == 2


def test_a_workbooks_cells_are_what_a_person_reads() -> None:
    read = read_sheet(workbook())
    assert read.heads == ["No.", "Filed", "At", "Open"]
    assert cells(read) == [["12", "2023-05-02", "14:30", "true"], ["007", "4/5/2023", "2.5", ""]]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "There is nothing in the file"),
        (b"\x00\x01\x02\x03" * 9, "no text in an encoding"),
        (workbook()[:300], "no workbook"),
        (b"a\n" + b"1\n" * (MOST_ROWS + 1), "more than 100,000 rows"),
        (b",".join([b"a"] * 300) + b"\n", "300 columns"),
    ],
)
def test_what_is_no_spreadsheet_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        read_sheet(data)


def test_a_workbook_that_grows_without_end_is_refused() -> None:
    row = '<row><c t="inlineStr"><is><t>' + "x" * 1_000_000 + "</t></is></c></row>"
    bomb = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{row * 220}'
    with pytest.raises(Unreadable):
        read_sheet(workbook(f"{bomb}</sheetData></worksheet>"))


def test_lines_are_handed_out_one_by_one_whatever_their_length() -> None:
    lines = [b"x" * 3_000_000, b"", b"y"]
    assert list(lines_of(packed(b"\n".join([*lines, b""])))) == lines
    assert list(lines_of(packed(b""))) == []
