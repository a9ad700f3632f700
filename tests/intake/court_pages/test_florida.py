"""Florida's courts of appeal: a case from its pages, without what the court keeps to itself."""

import json
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from docket.intake.court_pages.joined_pages import joined
from docket.intake.court_pages.readers import read_dockets
from docket.intake.court_pages.sniff import sniff
from docket.intake.shape import ImportedDocket, Kind
from tests.court_pages import florida as pages
from tests.court_pages.importing import imported, make_forum, record, refused, the_case
from tests.shared import MORE, needs_more

FLORIDA = MORE / "florida"
SECRET = "Quince"


@pytest.fixture(autouse=True)
def forums(db: None) -> None:
    make_forum("fladistctapp4")


def one(text: str | bytes) -> ImportedDocket:
    data = text.encode() if isinstance(text, str) else text
    (docket,) = read_dockets(sniff(data), data, "case.json")
    return docket


def test_the_pages_of_a_case_make_the_same_docket_in_any_order() -> None:
    entries = pages.entries(pages.entry("Notice", "2021-03-05T02:00:00.000+00:00"))
    files = [pages.case().encode(), entries.encode(), pages.parties().encode()]
    dockets = [one(joined(order)) for order in permutations(files)]
    first, *others = [replace(docket, source=dockets[0].source) for docket in dockets]
    assert len(first.entries) == 1
    assert first.parties
    assert all(other == first for other in others)


def test_pages_of_a_case_become_one_docket() -> None:
    docket = one(pages.florida())
    assert (docket.kind, docket.court_id, docket.docket_number) == (Kind.FLORIDA, "fladistctapp4", "4D2021-0999")
    # evening of the day before, where the court sits
    assert docket.date_filed == date(2021, 3, 4)
    assert [(entry.number, entry.date_filed, entry.text) for entry in docket.entries] == [
        (None, date(2021, 3, 4), "Notice - Notice of Appeal"),
        (None, date(2021, 3, 12), "Order - Order on Filing Fee – ORDERED, the fee is due."),
    ]
    (below,) = docket.related
    assert (below.kind, below.numbers) == ("appeal_of", ("21CA77",))


def test_judges_and_clerks_are_no_parties() -> None:
    people = [
        (party.name, party.role_as_filed, [a.name for a in party.attorneys]) for party in one(pages.florida()).parties
    ]
    assert people == [
        ("Ottoline Marsh", "Appellant", ["Quill R. Harbottle"]),
        ("Brightwater Pictures, LLC", "Appellee", []),
    ]


def test_a_folder_of_pages_becomes_one_case_and_a_second_import_changes_nothing(tmp_path: Path) -> None:
    for name, text in pages.PAGES.items():
        (tmp_path / name).write_text(text)
    call_command("import_docket", str(tmp_path))
    assert (the_case().category, the_case().filings.count()) == ("appeal", 2)
    before = record()
    call_command("import_docket", str(tmp_path))
    assert record() == before


@pytest.mark.parametrize("flag", ["security1", "security5", "compositeSecurity", "isConfidential"])
def test_an_entry_that_the_court_secures_is_held(flag: str) -> None:
    flags: dict[str, Any] = {flag: True}
    closed = pages.entry(f"Motion - {SECRET}", "2021-03-13T18:00:00+00:00", **flags)
    listed = pages.entries(*pages.ENTRIES, closed)
    report = imported(f"[{pages.case()},{listed}]", "case.json")
    assert "1 held" in " ".join(report.warnings)
    assert SECRET not in str(record())


def test_a_party_that_is_not_public_is_left_out() -> None:
    listed = pages.parties(nonPublicFlag=True)
    report = imported(f"[{pages.case()},{listed}]", "case.json")
    assert "1 parties are not public" in " ".join(report.warnings)
    assert [row.name_as_filed for row in the_case().case_parties.all()] == ["Ottoline Marsh"]


@pytest.mark.parametrize("others", [{"sealedFlag": True}, {"caseTitle": "Sealed v. Sealed"}])
def test_a_sealed_case_is_refused(others: dict[str, Any]) -> None:
    assert "not open to the public" in refused(pages.case(**others), "case.json")


def test_entries_without_their_case_or_of_several_are_refused() -> None:
    assert "case's own page" in refused(pages.entries(), "entries.json")
    other = pages.case(caseNumber="4D2021-0111")
    assert "do not say of which" in refused(f"[{pages.case()},{other},{pages.entries()}]", "pages.json")


def test_a_page_of_more_entries_than_are_there_says_so() -> None:
    report = imported(f"[{pages.case()},{pages.entries(total=44)}]", "case.json")
    assert "counts 44 entries, and 2 were read" in " ".join(report.warnings)


@needs_more
@pytest.mark.parametrize("name", ["4D2026-0606", "3f876132"])
def test_real_entries_equal_the_expected_result(name: str) -> None:
    want = json.loads((FLORIDA / "docket_entries" / f"{name}.json").read_text())
    page = (FLORIDA / "docket_entries" / f"{name}.raw.json").read_bytes()
    docket = one(joined([pages.case().encode(), page]))
    found = sorted((entry.source_sequence, str(entry.date_filed)) for entry in docket.entries)
    assert found == sorted((raw["docket_entry_uuid"], raw["date_filed"]) for raw in want)
    words = {entry.source_sequence: entry.text for entry in docket.entries}
    for raw in want:
        assert raw["entry_name"] in words[raw["docket_entry_uuid"]]
        assert " ".join(raw["entry_description"].split()) in words[raw["docket_entry_uuid"]]


@needs_more
def test_a_real_case_and_its_parties_equal_the_expected_result() -> None:
    want = json.loads((FLORIDA / "case_info" / "4D2026-0606.json").read_text())
    people = json.loads((FLORIDA / "parties" / "2e672555.json").read_text())
    files = ("case_info/4D2026-0606.raw.json", "parties/2e672555.raw.json")
    docket = one(joined((FLORIDA / file).read_bytes() for file in files))
    assert (docket.docket_number, docket.caption, str(docket.date_filed)) == (
        *(want["docket_number"], want["case_name"], want["date_filed"]),
    )
    assert [(related.court, related.numbers) for related in docket.related] == [
        (raw["court_name"], (raw["case_number"],)) for raw in want["originating_cases"]
    ]
    parties = [raw for raw in people if raw["party_type_raw"] == "Party" or "Amicus" in raw["party_subtype"]]
    assert [(p.name, p.role_as_filed, [a.name for a in p.attorneys]) for p in docket.parties] == [
        (raw["name"], raw["party_subtype"], [each["name"] for each in raw["representatives"]]) for raw in parties
    ]
