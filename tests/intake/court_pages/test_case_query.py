"""Case query pages: number, title, judges and dates of a case, and nothing of one that the court does not show."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docket.intake.court_pages.readers import read_dockets
from docket.intake.court_pages.sniff import sniff
from docket.intake.shape import ImportedDocket, Kind, Refused
from tests.court_pages import court_pages, pacer_pages
from tests.court_pages.case_query import case_query
from tests.court_pages.importing import imported, make_forum, record, refused, the_case
from tests.intake.merging.test_orders import the_same_in_all_orders
from tests.shared import MORE, needs_more


@pytest.fixture(autouse=True)
def forums(db: None) -> None:
    make_forum("cand")


def one(page: str) -> ImportedDocket:
    (docket,) = read_dockets(sniff(page.encode()), page.encode(), "page.html")
    return docket


def test_it_says_what_stands_above_the_menu() -> None:
    docket = one(case_query(ended="05/06/2021"))
    assert (docket.kind, docket.court_id, docket.docket_number) == (Kind.CASE_QUERY, "cand", "3:21-cv-01234")
    assert (docket.source_case_id, docket.caption) == ("371234", "Marsh v. Brightwater Pictures, LLC")
    assert (docket.assigned_to, docket.referred_to) == ("Quentin R. Sable", "Tess U. Vane")
    assert (docket.date_filed, docket.date_terminated) == (date(2021, 3, 4), date(2021, 5, 6))
    assert (docket.entries, docket.parties) == ((), ())


def test_a_related_case_is_named_by_its_number() -> None:
    (related,) = one(case_query(related="<BR>Related case: 3:20-cv-00077-QRS")).related
    assert (related.kind, related.numbers) == ("related", ("3:20-cv-00077",))


def test_the_record_says_that_no_entries_were_read() -> None:
    report = imported(case_query())
    assert "no entries" in the_case().coverage_note
    assert the_case().last_checked is None
    assert not any("nothing was removed" in warning for warning in report.warnings)


def test_a_second_import_changes_nothing() -> None:
    imported(case_query())
    before = record()
    imported(case_query())
    assert record() == before


def test_query_docket_and_history_give_the_same_record_in_any_order() -> None:
    files = {"query.html": case_query(), "docket.html": pacer_pages.district(), "history.html": court_pages.history()}
    the_same_in_all_orders([(name, page.encode()) for name, page in files.items()])


@pytest.mark.parametrize(
    "page",
    [case_query(title="USA v. EXPUNGED"), case_query(title="SEALED v. SEALED"), case_query(title="Marsh *SEALED*")],
    ids=["expunged", "no names", "marked"],
)
def test_what_the_court_marks_as_closed_is_refused(page: str) -> None:
    assert "not open to the public" in refused(page)


def test_a_menu_without_a_case_is_refused() -> None:
    refused(case_query(above=False))


def test_a_page_cut_above_its_menu_is_refused() -> None:
    page = case_query()
    refused(page[: page.index("Mobile Query")])


@needs_more
@pytest.mark.parametrize("file", [pytest.param(f, id=f.name) for f in sorted((MORE / "case_query").glob("*.html"))])
def test_a_real_page_equals_the_expected_result(file: Path) -> None:
    want: dict[str, Any] = json.loads(file.with_suffix(".json").read_text())
    data = file.read_bytes()
    if not want or "EXPUNGED" in want["case_name"]:
        with pytest.raises(Refused):
            read_dockets(sniff(data), data, file.name)
        return
    names_no_court = file.name == "ctd.html"
    (docket,) = read_dockets(sniff(data), data, file.name, "ctd" if names_no_court else "")
    told = {
        "court_id": docket.court_id,
        "docket_number": docket.docket_number,
        "case_name": docket.caption,
        "assigned_to_str": docket.assigned_to,
        "referred_to_str": docket.referred_to,
        "date_filed": str(docket.date_filed or ""),
        "date_terminated": str(docket.date_terminated or ""),
        # the parser's name for what the page calls the debtor's discharge
        "date_debtor_dismissed": str(docket.date_discharged or ""),
    }
    assert told == {key: want.get(key) or "" for key in told}
