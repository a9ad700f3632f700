"""An id of a court's computer system never becomes the number of an entry, and what earlier imports took is mended."""

import json
from typing import Any

import pytest

from docket.intake import files
from docket.intake.court_pages import scotus
from docket.intake.court_pages.confined_reading import Reading
from docket.intake.court_pages.entry_numbers import numbered
from docket.intake.court_pages.readers import read_dockets
from docket.intake.court_pages.sniff import sniff
from docket.models import Filing
from docket.publishing import verbs
from docket.site.sheet.whole import whole_of
from tests.court_pages import court_pages
from tests.court_pages.importing import imported, make_forum, record, the_case

pytestmark = pytest.mark.django_db
LONG = "01208491112"


def read_here(data: bytes, file_name: str, forum: str = "") -> Reading:
    """In this process, where the reader can be made what it was; its file is known by its hash, as always."""
    sniffed = sniff(data)
    return Reading(str(sniffed.kind), read_dockets(sniffed, data, file_name, forum))


@pytest.fixture
def as_before(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Import as it was done when the number in a document's address was taken for the entry's."""
    make_forum("scotus")

    def do(page: str) -> None:
        with monkeypatch.context() as before:
            before.setattr(scotus, "numbered", lambda raw, is_number: numbered(raw))
            before.setattr(files, "read_confined", read_here)
            imported(page, "s.json")

    return do


def numbers() -> list[str]:
    return list(the_case().filings.order_by("sequence").values_list("entry_number", flat=True))


@pytest.mark.parametrize(
    ("raw", "number", "internal"),
    [
        (12, "12", ""),
        ("9-1", "9-1", ""),
        ("1234567", "1234567", ""),
        (LONG, None, LONG),
        ("12345678", None, "12345678"),
    ],
)
def test_what_is_an_entry_number(raw: Any, number: str | None, internal: str) -> None:
    found = numbered(raw)
    assert (found["number"], found.get("internal_id", "")) == (number, internal)


@pytest.mark.parametrize("raw", [None, "", "  "])
def test_a_line_without_a_number_has_none(raw: Any) -> None:
    assert numbered(raw) == {"number": None, "internal_id": ""}


def test_the_supreme_court_numbers_no_entry_and_nothing_is_missing_between_them() -> None:
    make_forum("scotus")
    imported(court_pages.supreme_court(), "s.json")
    assert numbers() == ["", ""]
    assert whole_of(the_case()).gaps == []
    assert "351352" in the_case().documents.get(attachment_number=0).source_url


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (court_pages.appellate().replace(";1&nbsp;<", f";{LONG}&nbsp;<"), "a.html"),
        (court_pages.feed().replace("&#x3E;1&#x3C;", f"&#x3E;{LONG}&#x3C;"), "f.xml"),
        (court_pages.archive().replace('doc_num="1"', f'doc_num="{LONG}"'), "gov.xml"),
    ],
    ids=["appellate", "feed", "archive"],
)
def test_a_document_id_in_the_place_of_the_number_is_none(page: str, name: str) -> None:
    assert LONG in page
    make_forum("ca9")
    make_forum()
    imported(page, name)
    assert "" in numbers()
    assert LONG not in numbers()


def test_importing_again_takes_the_id_away_and_doubles_nothing(as_before: Any) -> None:
    page = court_pages.supreme_court()
    as_before(page)
    assert numbers() == ["351352", ""]
    assert whole_of(the_case()).gaps
    report = imported(page, "s.json")
    assert numbers() == ["", ""]
    assert whole_of(the_case()).gaps == []
    assert (report.filings.new, report.filings.changed) == (0, 1)
    before = record()
    imported(page, "s.json")
    assert record() == before


def test_a_reworded_entry_is_found_although_its_number_was_an_id(as_before: Any) -> None:
    as_before(court_pages.supreme_court())
    page = json.loads(court_pages.supreme_court())
    page["ProceedingsandOrder"][0]["Text"] = "Petition for a writ of certiorari filed. (Response due April 9, 2025)"
    imported(json.dumps(page), "later.json")
    assert numbers() == ["", ""]
    assert "Response due" in the_case().filings.order_by("sequence")[0].docket_text


def test_a_number_that_staff_gave_stays(as_before: Any) -> None:
    page = court_pages.supreme_court()
    as_before(page)
    filing = Filing.objects.get(entry_number="351352")
    filing.entry_number = "7"
    filing.save()
    imported(page, "s.json")
    assert numbers() == ["7", ""]


def test_an_expunged_entry_does_not_come_back_for_want_of_its_former_number(as_before: Any) -> None:
    page = court_pages.supreme_court()
    as_before(page)
    verbs.act("expunge", Filing.objects.get(entry_number="351352"), actor=None, reason="order of 3 May")
    assert imported(page, "s.json").filings.skipped == 1
    assert not Filing.objects.filter(docket_text__contains="certiorari").exists()
