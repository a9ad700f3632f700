"""What a file is, and why some files are refused."""

import gzip
import json
import pkgutil
import re
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module

import pytest

from docket.intake.court_pages import los_angeles, page_head
from docket.intake.court_pages import sniff as sniffing
from docket.intake.court_pages.decoding import decode
from docket.intake.court_pages.pacer import appellate, history, party_aliases, report
from docket.intake.court_pages.pacer import docket as docket_report
from docket.intake.court_pages.pacer import page as pacer_page
from docket.intake.court_pages.page_head import head
from docket.intake.court_pages.readers import read_dockets
from docket.intake.court_pages.sniff import MAX_BYTES, recognise, sniff, squeeze
from docket.intake.shape import Kind, Refused
from tests.court_pages import pacer_pages as pages
from tests.shared import DOCKETS, MORE, needs_dockets, needs_more

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
MORE_FOLDERS = {
    "nef_email": (Kind.NOTICE, "*.txt"),
    "nda_email": (Kind.NOTICE, "*.txt"),
    "nef_html": (Kind.NOTICE, "*.html"),
    "scotus_email": (Kind.NOTICE, "*.eml"),
    "texas_email": (Kind.NOTICE, "*.txt"),
    "case_query": (Kind.CASE_QUERY, "*.html"),
    "claims_register": (Kind.CLAIMS_REGISTER, "*.html"),
    "claims_activity": (Kind.CLAIMS_ACTIVITY, "*.html"),
    "acms_attachment": (Kind.ACMS_ATTACHMENTS, "*.raw.json"),
    "attachment_pages": (Kind.ATTACHMENTS, "*.html"),
    "appellate_attachment": (Kind.ATTACHMENTS, "*.html"),
    "bankruptcy": (Kind.BANKRUPTCY, "*.html"),
    "docket_history": (Kind.HISTORY, "*.html"),
    "scotus": (Kind.SCOTUS, "*.htm"),
    "texas": (Kind.TEXAS, "*.html"),
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


BALLAST = {
    "a script": "<script>var packed = 'docket for case # <b>general docket</b>';" + "x" * 250_000 + "</script>",
    "a style sheet": "<style>@font-face{src:url(data:font/woff2;base64," + "A" * 250_000 + ")}</style>",
    "a picture": "<img src='data:image/png;base64," + "A" * 250_000 + "'>",
    "a comment": "<!-- saved by an extension " + "x > y " * 45_000 + "-->",
    "many small scripts": "<script>a()</script>" * 20_000,
}


@pytest.mark.parametrize("ballast", BALLAST)
@pytest.mark.parametrize("make", [pages.district, pages.bankruptcy])
def test_what_extensions_pack_before_the_docket_does_not_hide_it(ballast: str, make: Callable[[], str]) -> None:
    page = make()
    packed = page.replace("<body", f"{BALLAST[ballast]}<body", 1)
    assert len(packed) > len(page) + 250_000
    (found,), (expected,) = (read_dockets(sniff(html.encode()), b"", "page.html") for html in (packed, page))
    assert found == expected


def test_it_looks_at_the_beginning_as_a_reader_sees_it() -> None:
    page = "<P>one<SCRIPT>two</Script >three<!-- four>five --><style>six</style>seven<br>"
    assert head(page) == "<P>one three  seven<br>"
    assert squeeze(page) == "one three seven"
    assert head(page, 8) == "<P>one t"
    assert head(f"a<img src='{'x' * 3000}'>b") == "a<img>b"


def test_what_never_ends_hides_nothing_that_stands_before_it() -> None:
    assert squeeze("Docket for case # <!-- no end <b>bold</b>") == "docket for case # bold"
    assert squeeze("Docket <script> var x <b>y</b>") == "docket var x y"
    assert squeeze("5 < 6 and no tag") == "5 < 6 and no tag"


EVIL = [
    *(
        "<",
        "<!--",
        "<!---->",
        "<!-->",
        "<script",
        "<script>",
        "<style ",
        "</script ",
        "<b>",
        "<td ",
        "<td align=right ",
    ),
    *("<td align=right>", "<td><i><b>x</b></i><br><b>y</b>", "<i><b>x", "<h3", "<h3>", "<center>", "<li>", "<li> "),
    *(
        "<center>bankruptcy petition #",
        " ",
        "\n",
        "&nbsp;",
        "&",
        "goDLS('",
        "goDLS('','",
        "transaction <",
        "transaction ",
    ),
    *("search criteria: <", "billable pages:", "docket text", "> ", ">docket text", "{", "[", "[{}", '{"a":', '"', "a"),
    *("1 ", "1-", "a-", "A1-", "(", "[1", "re 1 ", "related document 1 ", "and ", "the 1 a ", "plea guilty ", "v. "),
    *("hearing ", "by ", "on behalf of ", "as to ", "1 U.S. ", "A. ", "on 1/1/2020 ", "<court> a", "does 1 to "),
]
SHORT = 6_000  # characters; what is quadratic costs a second at eight times that
AT_ONCE = 0.05  # seconds of processor time


def cost(work: Callable[[str], object], text: str) -> float:
    """Seconds of processor time, at best."""
    return min(_once(work, text) for _ in range(3))


def _once(work: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    with suppress(Refused):
        work(text)
    return time.process_time() - begun


def grows_too_fast(work: Callable[[str], object], unit: str, size: int = SHORT) -> bool:
    """Whether eight times the text takes twenty times as long; what takes next to nothing does not count."""
    long, short = (unit * (characters // len(unit)) for characters in (8 * size, size))
    return _once(work, long) > AT_ONCE and cost(work, long) > 20 * cost(work, short)


@pytest.mark.parametrize("unit", EVIL)
def test_recognising_takes_time_in_proportion_whatever_the_file(unit: str) -> None:
    ends = ("", "</html>", "-->", ">")
    assert [end for end in ends if grows_too_fast(lambda text, end=end: sniff((text + end).encode()), unit)] == []  # type: ignore[misc]


@pytest.mark.parametrize("unit", EVIL)
def test_what_stands_above_and_below_a_docket_takes_time_in_proportion(unit: str) -> None:
    """What the readers look up in a page themselves, beside what its parser does."""

    def look_up(text: str) -> None:
        top = head(text)
        docket_report.HEADING.search(top)
        docket_report.flags(top)
        party_aliases.with_aliases((), text)
        pacer_page.source(text, b"", "page.html")
        pacer_page.case_id(text)
        pacer_page.text(top)
        report._without_entries(text)
        history.COURT.search(top)
        appellate.find_court(text, "ca9")
        page_head.between(los_angeles.ITEM_BEGINS, los_angeles.ITEM_ENDS, text)

    assert not grows_too_fast(look_up, unit)


# What is asked of a whole page. What is asked of a name, a caption or a docket text sees a few words, or meets the
# limit of time of the process in which pages are read.
ROOMS = ("docket.intake.court_pages",)
OF_ONE_LINE = ("party_info",)
PATTERNS = {
    f"{module}.{name}.{place}": pattern
    for room in ROOMS
    for module in (found.name for found in pkgutil.walk_packages(import_module(room).__path__, f"{room}."))
    if not module.endswith(OF_ONE_LINE)
    for name, value in vars(import_module(module)).items()
    for place, pattern in enumerate(value if isinstance(value, tuple) else (value,))
    if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str)
}


def test_no_expression_of_a_page_takes_time_out_of_proportion() -> None:
    """Each with every fourth unit of text; together they meet all of them."""
    assert len(PATTERNS) > 20
    slow = [
        (name, unit)
        for place, (name, pattern) in enumerate(PATTERNS.items())
        for unit in EVIL[place % 4 :: 4]
        if grows_too_fast(lambda text, pattern=pattern: deque(pattern.finditer(text), maxlen=0), unit, 1_500)  # type: ignore[misc]
    ]
    assert slow == []


@pytest.mark.parametrize("unit", [b"<!--", b"<script></script>", b"\x01"])
def test_thirty_megabytes_of_anything_are_recognised_at_once(unit: bytes) -> None:
    """In bytes looked at: the beginning decides, however much comes after it."""
    data = unit * (MAX_BYTES // len(unit))
    few = _once(lambda _: sniff(data[: MAX_BYTES // 8]), "")
    assert _once(lambda _: sniff(data), "") < max(20 * few, 20 * AT_ONCE)


@needs_dockets
@pytest.mark.parametrize("folder", FOLDERS)
def test_it_recognises_every_real_page(folder: str) -> None:
    files = [file for file in sorted((DOCKETS / folder).iterdir()) if file.name.endswith(SOURCES)]
    assert files
    assert {file.name: sniff(file.read_bytes()).kind for file in files} == {
        file.name: FOLDERS[folder] for file in files
    }


@needs_more
@pytest.mark.parametrize("folder", MORE_FOLDERS)
def test_it_recognises_every_real_file_of_the_other_kinds(folder: str) -> None:
    kinds, ending = MORE_FOLDERS[folder]
    files = sorted((MORE / folder).glob(ending))
    assert files
    assert {file.name: sniff(file.read_bytes()).kind for file in files} == {file.name: kinds for file in files}


@needs_dockets
def test_it_refuses_every_real_page_that_is_no_docket() -> None:
    files = sorted((DOCKETS / "not_dockets").glob("*.html"))
    assert files
    for file in files:
        assert json.loads(file.with_suffix(".json").read_text()) == {}
        with pytest.raises(Refused):
            sniff(file.read_bytes())
