"""Real notices beside the checkout: each equals the expected result, or is refused where that is empty."""

import json
from pathlib import Path
from typing import Any

import pytest

from docket.intake.court_pages.readers import read_dockets
from docket.intake.court_pages.sniff import sniff
from docket.intake.shape import ImportedDocket, Kind, Refused
from tests.shared import MORE, needs_more

pytestmark = needs_more

NOTICES = [
    pytest.param(file, id=file.name)
    for folder, ending in (("nef_email", "*.txt"), ("nda_email", "*.txt"), ("nef_html", "*.html"))
    for file in sorted((MORE / folder).glob(ending))
]


def expected(file: Path) -> Any:
    return json.loads(file.with_suffix(".json").read_text())


def dockets(file: Path) -> tuple[ImportedDocket, ...]:
    data = file.read_bytes()
    sniffed = sniff(data)
    assert sniffed.kind is Kind.NOTICE
    return read_dockets(sniffed, data, file.name)


def said(docket: ImportedDocket) -> list[Any]:
    return [
        *(docket.docket_number, docket.caption, docket.source_case_id),
        *(
            [str(e.date_filed), e.text, e.short_text, e.number, e.source_document_id, e.source_sequence]
            for e in docket.entries
        ),
    ]


def wanted(raw: dict[str, Any]) -> list[Any]:
    entries = raw["docket_entries"]
    return [
        *(raw["docket_number"], raw["case_name"], entries[0]["pacer_case_id"] or ""),
        *(
            [
                *(e["date_filed"], e["description"], e["short_description"], e["document_number"]),
                *(e["pacer_doc_id"] or "", e["pacer_seq_no"] or ""),
            ]
            for e in entries
        ),
    ]


@pytest.mark.parametrize("file", NOTICES)
def test_a_notice_equals_the_expected_result(file: Path) -> None:
    want = expected(file)
    if not want:
        with pytest.raises(Refused, match="no notice"):
            dockets(file)
        return
    # the panel's notices name cases of other courts under its own ids: those are left out
    own = [raw for raw in want["dockets"] if want["court_id"] != "jpml" or raw["docket_number"].startswith("MDL")]
    found = dockets(file)
    assert [said(docket) for docket in found] == [wanted(raw) for raw in own]
    people = [address for person in want["email_recipients"] for address in person["email_addresses"]]
    assert [address for address in people if address in str(found)] == []


@pytest.mark.parametrize("file", [pytest.param(f, id=f.name) for f in sorted((MORE / "scotus_email").glob("*.eml"))])
def test_a_message_of_the_supreme_court_equals_the_expected_result(file: Path) -> None:
    want, (docket,) = expected(file)["data"], dockets(file)
    assert docket.docket_number == want["docket_number"]
    assert [entry.text.replace("–", "-") for entry in docket.entries] == [t for t in [want["entry_description"]] if t]
    assert docket.caption.split(" v. ")[1].startswith(want["case_name"].split(" v. ")[1])


@pytest.mark.parametrize("file", [pytest.param(f, id=f.name) for f in sorted((MORE / "texas_email").glob("*.txt"))])
def test_a_message_from_texas_names_the_expected_case(file: Path) -> None:
    (docket,) = dockets(file)
    assert docket.docket_number == expected(file)["case_number"]
