"""What a file is, and why some files are refused."""

import gzip
import json
from pathlib import Path

import pytest

from docket.intake.court_pages import sniff as sniffing
from docket.intake.court_pages.sniff import decode, recognise, sniff
from docket.intake.shape import Kind, Refused
from tests.court_pages import pacer_pages as pages

DOCKETS = Path(__file__).parents[3] / "shared" / "dockets"
real = pytest.mark.skipif(not DOCKETS.is_dir(), reason="the collection of real pages is not here")
FOLDERS = {
    "district": Kind.DISTRICT,
    "bankruptcy": Kind.BANKRUPTCY,
    "special": Kind.SPECIAL,
    "docket_history": Kind.HISTORY,
    "attachment_pages": Kind.ATTACHMENTS,
    "appellate_attachment": Kind.ATTACHMENTS,
    "appellate": Kind.APPELLATE,
    "acms": Kind.ACMS,
    "rss": Kind.RSS,
    "internet_archive": Kind.ARCHIVE,
    "scotus": Kind.SCOTUS,
    "texas": Kind.TEXAS,
    "lasc": Kind.LOS_ANGELES,
}
SOURCES = (".html", ".xml", ".acms_json", ".raw.json", "_LA_CV.json")


def test_it_recognises_a_district_and_a_bankruptcy_docket() -> None:
    assert sniff(pages.district().encode()).kind is Kind.DISTRICT
    assert sniff(pages.bankruptcy().encode()).kind is Kind.BANKRUPTCY


def test_it_tells_the_trade_court_from_a_district_court() -> None:
    page = pages.district(kind="CIT", court="LIVE Database (New York)", host="ecf.cit.uscourts.gov")
    assert sniff(page.encode()).kind is Kind.SPECIAL


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"\n\n%PDF-1.4", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (gzip.compress(b"<html></html>", mtime=0), "gzip"),
        (b"\x89PNG\r\n", "PNG"),
        (pages.district().encode("utf-16"), "UTF-16"),
        (pages.district().encode("utf-16-le"), "control characters"),
        (bytes(range(256)) * 8, "control characters"),
        (pages.district().replace("Marsh", "Märsh").encode() + b"<p>\xe4\xf6</p>", "damaged UTF-8"),
        (pages.district().replace("Marsh", "M\x81rsh").encode("latin-1"), "neither UTF-8 nor ISO-8859-1"),
        (b"entry_number,text\n1,Complaint\n", "No docket"),
        (b"<html><body>Hello</body></html>", "No docket"),
        (b"{not json}", "looks like JSON"),
        (b'{"name": "x"}', "no docket in a known form"),
    ],
)
def test_it_refuses_what_is_no_docket_and_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(Refused) as refusal:
        sniff(data)
    assert reason in refusal.value.reason


def test_it_refuses_a_file_above_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sniffing, "MAX_BYTES", 1000)
    with pytest.raises(Refused, match="the limit is"):
        sniff(pages.district().encode())


@pytest.mark.parametrize("part", [0.3, 0.5, 0.8, 0.95])
def test_it_refuses_a_page_that_breaks_off(part: float) -> None:
    data = pages.district(rows=pages.ROWS * 40).encode()
    with pytest.raises(Refused, match="breaks off"):
        sniff(data[: int(len(data) * part)])


def test_a_page_saved_without_its_last_tag_is_whole_when_its_receipt_is_there() -> None:
    assert sniff(pages.district(close="").encode()).kind is Kind.DISTRICT


def test_closing_tags_in_the_text_of_an_entry_do_not_make_a_page_whole() -> None:
    page = pages.district(rows=[pages.Row("1", "NOTICE quoting &lt;/body&gt;&lt;/html&gt;")])
    with pytest.raises(Refused, match="breaks off"):
        sniff(page[: page.index("PACER Service Center")].encode())


def test_it_reads_utf8_with_and_without_a_byte_order_mark_and_latin1() -> None:
    page = pages.district(title="Müller v. Café “Résumé”")
    assert "Müller" in sniff(page.encode()).text
    assert sniff(page.encode("utf-8-sig")).text.startswith("<html>")
    assert "Café “Résumé”" in sniff(page.encode("cp1252")).text


def test_it_warns_of_characters_that_were_lost_before() -> None:
    assert decode("Caf\ufffd".encode())[1]
    assert not decode("Café".encode())[1]


def test_a_stray_control_character_does_not_make_a_docket_binary() -> None:
    assert sniff(pages.district(title="Marsh v. Bright\x07water").encode()).kind is Kind.DISTRICT


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        ("Docket Sheet Documents to include: View multiple documents Sort by Oldest date first", "form"),
        ("Case not found.", "no such case"),
        ("To accept charges shown below, click on the 'View Report' button", "charges"),
    ],
)
def test_it_names_an_answer_of_the_court_that_is_not_the_report(body: str, answer: str) -> None:
    with pytest.raises(Refused, match=answer):
        recognise(f"<html><body>{body}</body></html>")


def test_words_in_an_entry_do_not_change_the_kind() -> None:
    text = "Case not found. General Docket. Doc. No. Dates Description. Document Selection Menu"
    assert recognise(pages.district(rows=[pages.Row("1", text)])) is Kind.DISTRICT


def test_a_script_that_names_another_kind_does_not_count() -> None:
    page = pages.district().replace("var x = 1;", "var x = 'Document Selection Menu';")
    assert recognise(page) is Kind.DISTRICT


@real
@pytest.mark.parametrize("folder", FOLDERS)
def test_it_recognises_every_real_page(folder: str) -> None:
    files = [file for file in sorted((DOCKETS / folder).iterdir()) if file.name.endswith(SOURCES)]
    assert files
    assert {file.name: sniff(file.read_bytes()).kind for file in files} == {
        file.name: FOLDERS[folder] for file in files
    }


@real
def test_it_refuses_every_real_page_that_is_no_docket() -> None:
    files = sorted((DOCKETS / "not_dockets").glob("*.html"))
    assert files
    for file in files:
        assert json.loads(file.with_suffix(".json").read_text()) == {}
        with pytest.raises(Refused):
            sniff(file.read_bytes())
