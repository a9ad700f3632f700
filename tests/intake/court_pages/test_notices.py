"""Notices of courts: what they say of a case is taken over, what they say to their recipient never is."""

from collections.abc import Callable
from datetime import date

import pytest

from docket.intake.court_pages.notices.private import without_private
from docket.intake.court_pages.readers import read_dockets
from docket.intake.court_pages.sniff import sniff
from docket.intake.files import import_bytes
from docket.intake.shape import ImportedDocket, Kind, Refused
from tests.court_pages import notices, pacer_pages
from tests.court_pages.importing import imported, make_forum, record, refused, the_case
from tests.intake.merging.test_orders import the_same_in_all_orders

FORMS: dict[str, Callable[[], str]] = {
    "saved page": notices.notice,
    "message": notices.mail,
    "plain text": notices.plain,
    "appellate": notices.appellate,
    "supreme court": notices.supreme_court,
    "texas": notices.texas,
}


def dockets(page: str, forum: str = "") -> tuple[ImportedDocket, ...]:
    return read_dockets(sniff(page.encode()), page.encode(), "notice.eml", forum)


@pytest.fixture(autouse=True)
def forums(db: None) -> None:
    for court in ("cand", "ca9", "scotus", "texapp"):
        make_forum(court)


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_taken_for_a_notice(form: str) -> None:
    assert sniff(FORMS[form]().encode()).kind is Kind.NOTICE


@pytest.mark.parametrize("form", ["saved page", "message", "plain text"])
def test_a_notice_of_filing_says_which_entry_was_filed_and_when(form: str) -> None:
    (docket,) = dockets(FORMS[form]())
    (entry,) = docket.entries
    assert (docket.court_id, docket.docket_number, docket.source_case_id) == ("cand", "3:21-cv-01234", "371234")
    assert (entry.number, entry.date_filed, entry.date_entered) == ("7", date(2021, 4, 5), date(2021, 4, 6))
    assert (entry.text, entry.source_document_id, entry.source_sequence) == (notices.TEXT, "035011222333", "31")


def test_a_notice_of_docket_activity_gives_no_number_and_the_courts_words() -> None:
    (docket,) = dockets(notices.appellate())
    (entry,) = docket.entries
    assert (docket.court_id, docket.docket_number, docket.source_case_id) == ("ca9", "21-15999", "320999")
    assert (entry.number, entry.text) == (
        None,
        "Entered appearance of Ada Finch for Brightwater Pictures, LLC. [12345678] (AF)",
    )
    assert entry.short_text == "Notice of Appearance"


def test_the_supreme_courts_message_gives_the_day_it_was_entered_and_no_other() -> None:
    (docket,) = dockets(notices.supreme_court())
    (entry,) = docket.entries
    assert (docket.docket_number, docket.caption) == (
        "21-999",
        "Ottoline Marsh, Petitioner v. Brightwater Pictures, LLC",
    )
    assert (entry.text, entry.date_filed, entry.date_entered) == ("Petition DENIED.", None, date(2021, 4, 6))
    assert dockets(notices.supreme_court(""))[0].entries == ()


def test_a_message_from_texas_names_the_case_and_nothing_that_happened() -> None:
    (docket,) = dockets(notices.texas())
    assert (docket.court_id, docket.docket_number) == ("texapp", "01-21-00999-CV")
    assert docket.caption == 'Ottoline Marsh vs Brightwater Pictures, LLC, "the Owner"'
    assert docket.entries == ()


@pytest.mark.parametrize("form", FORMS)
def test_what_is_the_recipients_own_reaches_no_table(form: str) -> None:
    imported(FORMS[form](), "notice.eml")
    kept = str(record())
    assert [private for private in notices.PRIVATE if private in kept] == []
    assert "magic" not in kept.lower()


def test_addresses_and_links_within_a_docket_text_are_left_out() -> None:
    told = without_private("Reply to a@b.example, or see https://x.example/doc?caseid=1&magic_num=22 @ noon")
    assert told == "Reply to [e-mail address withheld] or see [link withheld] @ noon"


@pytest.mark.parametrize("form", FORMS)
def test_a_second_import_changes_nothing(form: str) -> None:
    imported(FORMS[form](), "notice.eml")
    before = record()
    report = imported(FORMS[form](), "notice.eml")
    assert not report.filings.anything
    assert not report.parties.anything
    assert record() == before


def test_notice_and_docket_give_the_same_record_in_any_order() -> None:
    rows = [
        *pacer_pages.ROWS,
        pacer_pages.Row("7", f"{notices.TEXT} (Filed on 4/5/2021) (Entered: 04/06/2021)", "04/05/2021"),
    ]
    files = {"docket.html": pacer_pages.district(rows), "notice.eml": notices.mail(), "saved.html": notices.notice()}
    (case,) = the_same_in_all_orders([(name, page.encode()) for name, page in files.items()])
    assert len(case[1]) == len(rows)


@pytest.mark.parametrize(
    "text",
    [
        "SEALED MOTION by Plaintiff",
        "NOTICE filed under seal",
        "Ex Parte Application by the Government",
        "RESTRICTED exhibit",
    ],
)
def test_a_notice_that_speaks_of_a_seal_waits_for_the_courts_own_page(text: str) -> None:
    report = imported(notices.mail(notices.notice(text)), "notice.eml")
    assert "1 held" in " ".join(report.warnings)
    assert not the_case().filings.exists()
    assert text not in str(record())


def test_a_notice_in_a_sealed_case_is_refused() -> None:
    assert "not open to the public" in refused(notices.mail(notices.notice(title="SEALED v. SEALED")), "notice.eml")


def test_a_notice_that_breaks_off_is_refused() -> None:
    whole = notices.mail()
    assert "breaks off" in refused(whole[: whole.index("Notice has been electronically")], "notice.eml")


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (notices.mail("<p>Dear Quill, the hearing went well.</p>"), "no notice"),
        (notices.mail(notices.notice().replace("Electronic Filing", "Electronic Claims Filing")), "claim"),
        (notices.mail(notices.notice(court="nysb")), "not among the forums"),
    ],
)
def test_another_message_is_refused_by_name(page: str, words: str) -> None:
    before = record()
    report = import_bytes("notice.eml", page.encode())
    assert words in (report.error or "")
    assert record() == before


def test_a_notice_of_another_court_than_the_one_named_is_refused() -> None:
    with pytest.raises(Refused, match="is of the court 'cand'"):
        dockets(notices.mail(), "nysd")


def test_a_web_archive_is_still_no_message() -> None:
    archive = (
        "From: <Saved by Browser>\nSubject: Docket\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n<html></html>"
    )
    with pytest.raises(Refused, match="MHTML"):
        sniff(archive.encode())


def test_a_message_of_ten_thousand_parts_is_read_to_its_limit() -> None:
    parts = "--x\nContent-Type: application/pdf\n\nzz\n" * 10_000
    page = notices.mail(f"{parts}--x--", kind="multipart/mixed; boundary=x")
    assert "no notice" in refused(page, "notice.eml")
