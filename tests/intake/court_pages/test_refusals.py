"""A refusal names what the file is, says that it is not read, and what to save instead."""

import json
import re
import zipfile
from io import BytesIO

import pytest

from docket.intake.court_pages.readers import read_dockets
from docket.intake.court_pages.sniff import sniff
from docket.intake.shape import Refused
from tests.court_pages import court_pages
from tests.court_pages import pacer_pages as pages
from tests.shared import GIVEN, needs_given_pages


def refusal(data: bytes) -> Refused:
    with pytest.raises(Refused) as refused:
        read_dockets(sniff(data), data, "file")
    return refused.value


def page(body: str) -> bytes:
    return f"<html><head><title>CAND-ECF</title></head><body>{body}</body></html>".encode()


def archive(*names: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return file.getvalue()


def supreme_court(**others: object) -> bytes:
    return json.dumps({**json.loads(court_pages.supreme_court()), **others}).encode()


TWO = pages.district().replace("</body></html>", "") + pages.district()
EXTENSION = (
    "<table><tr><td>Date Filed</td><td>#</td><td>Docket Text</td></tr><tr><td>x</td><td>9</td><td>y</td></tr></table>"
)
ESCAPED = pages.district().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
DAMAGED = ("viewsource.html", "two_dockets.html", "extra_table_ext.html", "docket.zip", "pasted.txt")
FOREIGN = {
    "a claims register": page("<h2>Northern District Claims Register</h2>"),
    "a court's menu of reports": page("Alias Associated Cases Attorney Case Summary Deadlines Docket Report History"),
    "a page that asks to log in": page("PACER Case Search: enter user name and password"),
    "a page of CourtListener": page("Marsh v. Brightwater – CourtListener.com, a project of Free Law Project"),
    "a browser's view of a page's source": page(f"<pre>{ESCAPED}</pre>"),
    "a docket of CourtListener's interface": json.dumps({"resource_uri": "x", "court_id": "cand"}).encode(),
    "a list of CourtListener's interface": json.dumps({"next": None, "results": []}).encode(),
    "a Word document": archive("[Content_Types].xml", "word/document.xml"),
    "an Excel workbook": archive("[Content_Types].xml", "xl/workbook.xml"),
    "a ZIP archive": archive("docket.html"),
    "a table of another program": b"number,day,text,filer,judge\n1,2021-03-04,COMPLAINT,Marsh,Sable\n",
    "2 docket pages": TWO.encode(),
    "2 tables of entries": pages.district(close=f"{EXTENSION}</div></body></html>").encode(),
    "a docket page’s text without the page": re.sub(r"<[^>]*>", " ", pages.district()).encode(),
    "no docket number (CaseNumber)": supreme_court(CaseNumber=""),
    "no title (PetitionerTitle": supreme_court(PetitionerTitle=None, RespondentTitle=None),
}


@pytest.mark.parametrize("what", FOREIGN)
def test_a_file_is_called_what_it_is_and_something_is_said_to_do(what: str) -> None:
    found = refusal(FOREIGN[what])
    assert what in found.reason
    assert found.remedy


def test_what_is_not_known_at_all_is_called_nothing() -> None:
    assert refusal(page("A recipe for soup")).reason == "No docket was recognised in this file."
    assert "It holds b, c" in refusal(b'{"c": 1, "b": 2}').reason


def test_a_docket_whose_entries_speak_of_such_files_is_read() -> None:
    text = "NOTICE of Electronic Filing regarding the claims register, see courtlistener.com and the PACER login"
    data = pages.district(rows=[pages.Row("1", text)]).encode()
    assert read_dockets(sniff(data), data, "page")[0].entries[0].text == text


@needs_given_pages
@pytest.mark.parametrize("name", DAMAGED)
def test_damaged_and_foreign_files_are_called_what_they_are(name: str) -> None:
    found = refusal((GIVEN / name).read_bytes())
    assert "could not be read" not in found.reason
    assert "nothing of a docket" not in found.reason
