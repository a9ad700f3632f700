"""The documents of one entry as ACMS gives them: the main one, its attachments, and none that is not public."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docket.intake.court_pages.readers import read_dockets
from docket.intake.court_pages.sniff import sniff
from docket.intake.shape import ImportedDocket, Kind
from tests.court_pages import court_pages
from tests.court_pages.court_pages import acms_attachments
from tests.court_pages.importing import imported, make_forum, record, refused, the_case
from tests.intake.merging.test_orders import the_same_in_all_orders
from tests.shared import MORE, needs_more


@pytest.fixture(autouse=True)
def forums(db: None) -> None:
    make_forum("ca9")


def one(data: bytes) -> ImportedDocket:
    (docket,) = read_dockets(sniff(data), data, "acms.json")
    return docket


def papers(docket: ImportedDocket) -> list[tuple[int, str, int | None]]:
    (entry,) = docket.entries
    rest = [(paper.number, paper.description, paper.page_count) for paper in entry.attachments]
    return [(0, entry.main_title, entry.page_count), *rest]


def test_the_first_document_is_the_entrys_own() -> None:
    docket = one(acms_attachments().encode())
    assert (docket.kind, docket.court_id, docket.docket_number) == (Kind.ACMS_ATTACHMENTS, "ca9", "23-2435")
    assert papers(docket) == [(0, "Motion", 1), (1, "Affidavit", 2), (2, "Service", 3)]


def test_the_proceeding_below_is_named_with_its_court_and_the_day_of_its_judgment() -> None:
    page = json.loads(acms_attachments())
    below = {"originCaseNumber": "3:21-cv-01234-QRS", "abbreviatedName": "Northern District of California"}
    address = {"pacerDocketUrl": "https://ecf.cand.uscourts.gov/cgi-bin/DktRpt.pl?caseNumber=x"}
    bare = {"originCaseNumber": "A-12/7", "abbreviatedName": "", "pacerDocketUrl": None, "judgmentDate": None}
    page["caseDetails"]["originatingCasesInformation"] = [
        {**below, **address, "judgmentDate": "2025-09-30T00:00:00"},
        bare,
    ]
    said = one(json.dumps(page).encode()).related
    assert [(each.kind, each.court_id, each.numbers, each.day) for each in said] == [
        ("appeal_of", "cand", ("3:21-cv-01234",), date(2025, 9, 30)),
        ("appeal_of", "", ("A-12/7",), None),
    ]
    page["caseDetails"]["originatingCasesInformation"] = None
    assert one(json.dumps(page).encode()).related == ()


@pytest.mark.parametrize(
    "others", [{"documentPermission": "Restricted"}, {"documentPermission": None}, {"isSealed": True}]
)
def test_a_document_that_is_not_public_is_left_out(others: dict[str, Any]) -> None:
    docket = one(acms_attachments(**others).encode())
    assert papers(docket) == [(0, "Motion", 1), (2, "Service", 3)]
    assert "1 documents are not public" in docket.warnings[0]


def test_a_restricted_entry_is_held_and_a_sealed_case_refused() -> None:
    page = json.loads(acms_attachments())
    page["docketEntry"]["restrictedPartyFilingDocketEntry"] = True
    report = imported(json.dumps(page), "acms.json")
    assert "1 held" in " ".join(report.warnings)
    assert not the_case().filings.exists()
    page["caseDetails"]["isCaseSealed"] = True
    assert "not open to the public" in refused(json.dumps(page), "acms.json")


def test_a_second_import_changes_nothing() -> None:
    imported(acms_attachments(), "acms.json")
    before = record()
    imported(acms_attachments(), "acms.json")
    assert record() == before


def test_docket_and_documents_give_the_same_record_in_either_order() -> None:
    files = {"docket.json": court_pages.acms(number=None), "documents.json": acms_attachments()}
    (case,) = the_same_in_all_orders([(name, page.encode()) for name, page in files.items()])
    (filing,) = case[1]
    assert [paper["title"] for paper in filing[1]] == ["Motion", "Affidavit", "Service"]


@needs_more
@pytest.mark.parametrize(
    "file", [pytest.param(f, id=f.name) for f in sorted((MORE / "acms_attachment").glob("*.raw.json"))]
)
def test_a_real_list_of_documents_equals_the_expected_result(file: Path) -> None:
    want = json.loads(file.with_name(file.name.replace(".raw", "")).read_text())
    docket = one(file.read_bytes())
    (entry,) = docket.entries
    assert (docket.source_case_id, entry.number) == (want["pacer_case_id"], str(want["entry_number"]))
    assert (str(entry.date_filed), entry.source_document_id) == (want["date_filed"], want["pacer_doc_id"])
    titles = [title.removesuffix(".pdf").rsplit(" - ")[-1] for title in (a["description"] for a in want["attachments"])]
    listed = zip(titles, want["attachments"], strict=True)
    assert papers(docket) == [(a["attachment_number"] - 1, title, a["page_count"]) for title, a in listed]
