"""What real pages and their parsers get wrong, trap by trap, each with a page written for it."""

from datetime import date

import pytest

from docket.intake.court_pages.sniff import sniff
from docket.intake.files import import_bytes
from docket.intake.shape import Kind
from docket.models import Case, CaseParty, Filing
from docket.publishing import verbs
from parties.models import Attorney
from tests.court_pages import court_pages
from tests.court_pages import pacer_pages as pages
from tests.court_pages.importing import imported, make_forum, refused, the_case
from tests.court_pages.pacer_pages import Block, Row

pytestmark = pytest.mark.django_db
LATER = "07/01/2021 09:00:00"
MANY = [Row(str(n), f"NOTICE number {n}", f"03/{n % 28 + 1:02}/2021") for n in range(1, 162)]
OTHER_KINDS = {
    Kind.HISTORY: court_pages.history(),
    Kind.ATTACHMENTS: court_pages.attachments(),
    Kind.RSS: court_pages.feed(),
    Kind.ARCHIVE: court_pages.archive(),
    Kind.APPELLATE: court_pages.appellate(),
    Kind.ACMS: court_pages.acms(),
    Kind.SCOTUS: court_pages.supreme_court(),
    Kind.LOS_ANGELES: court_pages.los_angeles(),
}


@pytest.fixture(autouse=True)
def forums() -> None:
    for court in ("cand", "njd", "alsb", "ca9"):
        make_forum(court)


def numbers() -> list[str]:
    return [filing.entry_number for filing in the_case().filings.all()]


@pytest.mark.parametrize("part", [0.05, 0.5])
def test_truncated_html_is_refused_and_a_count_that_falls_deletes_nothing(part: float) -> None:
    whole = pages.district(rows=MANY)
    imported(whole)
    assert "breaks off" in refused(whole[: int(len(whole) * part)])
    report = imported(pages.district(rows=MANY[:85], served=LATER))
    assert Filing.objects.count() == 161
    assert "The page has 85 entries, the record 161: nothing was removed." in report.warnings


@pytest.mark.parametrize("name", ["history", "attachments", "feed", "archive", "appellate", "acms", "supreme_court"])
def test_truncated_files_of_other_kinds_are_refused_too(name: str) -> None:
    page = getattr(court_pages, name)()
    assert refused(page[: int(len(page) * 0.8)])


@pytest.mark.parametrize(
    "words",
    ["Drumpf", "Format: text", "*** This case was administratively closed.***", "MetaMask and web3"],
)
def test_words_in_an_entry_do_not_make_a_page_invalid(words: str) -> None:
    imported(pages.district(rows=[Row("1", f"MOTION about {words} by Marsh")]))
    assert words in the_case().filings.get().docket_text
    imported(court_pages.appellate(text=f"ORDER about {words}"))
    short = {pages.ROWS[0].text: f"Motion about {words}"}
    imported(court_pages.history(short=short))
    assert Filing.objects.get(short_text__contains=words).entry_number == "1"


def test_a_page_that_is_not_recognised_makes_no_empty_case() -> None:
    page = pages.district(rows=[]).replace("DOCKET FOR CASE #: 3:21-cv-01234-QRS-TUV", "DOCKET FOR CASE #:")
    assert "nothing was imported" in refused(page)
    assert not Case.objects.exists()


@pytest.mark.parametrize("kind", OTHER_KINDS, ids=str)
def test_the_kind_is_recognised_and_no_reader_is_given_another_kind_s_page(kind: Kind) -> None:
    assert sniff(OTHER_KINDS[kind].encode()).kind is kind


@pytest.mark.parametrize("data", [b"", b"Complaint filed by Marsh.", b"%PDF-1.7", b"\xff\xfe<\x00h\x00"])
def test_text_pdf_and_nothing_are_refused(data: bytes) -> None:
    assert refused(data)


def test_the_court_is_taken_from_the_page_and_a_wrong_one_is_refused() -> None:
    assert "'cand', not 'njd'" in refused(pages.district(), forum=make_forum("njd"))
    assert "'ca9', not 'cand'" in refused(court_pages.appellate(), forum=make_forum("cand"))
    assert "'cand', not 'njd'" in refused(court_pages.archive(), forum=make_forum("njd"))
    assert imported(pages.district()).forum == "cand"


def test_the_court_s_id_of_the_case_is_read_from_its_links_else_the_number_finds_the_case() -> None:
    imported(pages.district())
    assert the_case().court_case_id == "371234"
    unlinked = [Row(row.number, row.text, row.filed) for row in pages.ROWS]
    imported(pages.district(rows=unlinked, served=LATER))
    assert (Case.objects.count(), Filing.objects.count()) == (1, 3)


def test_numbers_repeat_in_a_docket() -> None:
    rows = [Row("101", "ORDER granting stay"), Row("101", "TRANSCRIPT of hearing"), Row("101", "NOTICE of error")]
    imported(pages.district(rows=rows))
    report = imported(pages.district(rows=rows, served=LATER))
    assert numbers() == ["101"] * 3
    assert not report.filings.anything


def test_entries_without_number_keep_their_count_also_when_their_words_are_the_same() -> None:
    rows = [Row("", "Text order"), Row("", "Text order"), Row("", "Minute entry")]
    imported(pages.district(rows=rows))
    imported(pages.district(rows=[*rows, Row("", "Text order", "03/05/2021")], served=LATER))
    assert numbers() == [""] * 4


def test_a_document_id_that_is_none_is_left_out() -> None:
    page = pages.bankruptcy().replace("/doc1/03501111111", "/cgi-bin/sho0_doc.pl?caseid=101018")
    imported(page)
    assert not Filing.objects.exclude(court_document_id="").exclude(court_document_id__regex=r"^\d{8,}$").exists()


def test_one_document_id_on_two_entries_is_two_entries() -> None:
    rows = [Row("5", "MOTION", document="03501111111"), Row("6", "BRIEF in support", document="03501111111")]
    imported(pages.district(rows=rows))
    imported(pages.district(rows=rows, served=LATER))
    assert numbers() == ["5", "6"]


def test_the_day_of_filing_and_the_day_of_entry_are_both_kept() -> None:
    imported(pages.district(rows=[Row("1", "COMPLAINT (Entered: 03/09/2021)")]))
    filing = the_case().filings.get()
    assert (filing.date_filed, filing.date_entered) == (date(2021, 3, 4), date(2021, 3, 9))


def test_a_page_with_the_newest_first_is_turned_over() -> None:
    imported(pages.district(rows=MANY[:5][::-1]))
    assert numbers() == ["1", "2", "3", "4", "5"]


def test_markup_in_a_text_is_words() -> None:
    imported(pages.district(rows=[Row("1", "NOTICE &lt;script&gt;alert(1)&lt;/script&gt; =1+1")]))
    assert the_case().filings.get().docket_text == "NOTICE <script>alert(1)</script> =1+1"


def test_counsel_without_a_name_and_parties_without_counsel_are_taken() -> None:
    nameless = pages.COUNSEL.replace("Quill               R.              Harbottle", "")
    blocks = [Block("Plaintiff", "Ottoline Marsh", counsel=nameless), Block("Defendant", "Poe", counsel="")]
    imported(pages.district(blocks=blocks))
    assert CaseParty.objects.count() == 2
    assert not Attorney.objects.exclude(name="").exists()


def test_the_same_party_twice_in_one_role_is_kept_twice_and_in_two_roles_is_one() -> None:
    blocks = [Block("Defendant", "John Smith"), Block("Defendant", "John Smith", counsel=pages.NO_COUNSEL)]
    imported(pages.district(blocks=[*blocks, Block("Cross Claimant", "John Smith")]))
    imported(pages.district(blocks=[*blocks, Block("Cross Claimant", "John Smith")], served=LATER))
    rows = the_case().case_parties.all()
    assert len(rows) == 3
    assert len({row.party_id for row in rows}) == 2


def test_an_entry_that_was_expunged_does_not_come_back_from_another_source() -> None:
    imported(pages.district())
    verbs.act("expunge", Filing.objects.get(entry_number="2"), actor=None, reason="order of 3 May")
    for name, page in (("h", court_pages.history()), ("f", court_pages.feed()), ("a", court_pages.archive())):
        assert imported(page, name).filings.skipped == 1
    assert not Filing.objects.filter(short_text__contains="Answer").exists()


def test_a_feed_that_looks_like_an_address_is_not_fetched() -> None:
    assert "does not begin with a tag" in refused("http://127.0.0.1:9/<rss version='2.0'></rss>", forum=make_forum())


def test_an_address_of_a_document_that_is_none_is_left_out() -> None:
    make_forum("scotus")
    imported(court_pages.supreme_court(), "s.json")
    assert [filing.source_url[:28] for filing in the_case().documents.order_by("attachment_number")] == [
        "https://www.supremecourt.gov",
        "",
    ]


def test_a_feed_of_many_cases_reports_each() -> None:
    other = court_pages.feed().split("<item>")[1].replace("3:21-cv-01234", "3:21-cv-09999").replace("371234", "379999")
    report = imported(court_pages.feed(more=f"<item>{other.partition('</item>')[0]}</item>"))
    assert (len(report.cases), report.case, report.docket_number) == (2, None, None)
    assert report.as_json()["cases"] == report.cases
    assert "2 cases" in str(report)


def test_items_of_a_feed_without_a_number_are_counted() -> None:
    link = "https://ecf.cand.uscourts.gov/cgi-bin/DktRpt.pl?223879"
    bad = f"<item><title>5:18-~gr-00001 </title><link>{link}</link><description>[Order]</description></item>"
    report = import_bytes("feed.xml", court_pages.feed(more=bad).encode())
    assert report.filings.new == 3
    assert any("1 items of the feed" in warning for warning in report.warnings)
