"""CourtListener's API and the Internet Archive's docket.json: one case from many pages, without what is sealed."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from docket.intake.court_pages.joined_pages import family, joined
from docket.intake.court_pages.readers import read_dockets
from docket.intake.court_pages.sniff import sniff
from docket.intake.shape import ImportedDocket, Kind, Refused
from docket.models import Filing
from parties.models import AttorneyContact
from tests.court_pages import pacer_pages, recap_pages
from tests.court_pages.importing import imported, make_forum, record, refused, the_case
from tests.court_pages.recap_pages import (
    ANSWER,
    COMPLAINT,
    PAGES,
    archive_json,
    courtlistener,
    docket,
    entry,
    page,
    paper,
)
from tests.intake.merging.test_orders import the_same_in_all_orders
from tests.shared import GIVEN, needs_given_pages

SECRET = "Quince"


@pytest.fixture(autouse=True)
def forums(db: None) -> None:
    for court in ("cand", "ca9"):
        make_forum(court)


def one(text: str, forum: str = "") -> ImportedDocket:
    (found,) = read_dockets(sniff(text.encode()), text.encode(), "page.json", forum)
    return found


def test_pages_of_the_api_become_one_docket() -> None:
    found = one(courtlistener())
    assert (found.kind, found.court_id, found.docket_number) == (Kind.COURTLISTENER, "cand", "3:21-cv-01234")
    assert (found.source_case_id, found.date_filed, found.assigned_to) == (
        "371234",
        date(2021, 3, 4),
        "Quentin R. Sable",
    )
    assert [(e.number, e.date_filed, e.text, e.short_text) for e in found.entries] == [
        ("1", date(2021, 3, 4), "COMPLAINT against Brightwater Pictures, LLC.", "Complaint"),
        (None, date(2021, 3, 8), "Minute entry: conference held.", ""),
        ("2", date(2021, 4, 1), "ANSWER to 1 Complaint by Brightwater Pictures, LLC.", ""),
    ]
    assert [(a.number, a.description, a.source_document_id) for a in found.entries[0].attachments] == [
        (1, "Exhibit A", "03501111112")
    ]


def test_parties_have_their_role_and_only_counsel_whose_name_is_there() -> None:
    marsh, studio = one(courtlistener()).parties
    assert (marsh.name, marsh.role_as_filed, studio.date_terminated) == (
        "Ottoline Marsh",
        "Plaintiff",
        date(2021, 5, 6),
    )
    assert [(counsel.name, counsel.roles) for counsel in marsh.attorneys] == [
        ("Quill R. Harbottle", ("LEAD ATTORNEY",))
    ]


def test_addresses_go_to_the_vault() -> None:
    imported(courtlistener(), "pages.json")
    assert "quill@harbottle.example" in AttorneyContact.objects.get().text
    tables = {name: rows for name, rows in record().items() if "Lantern Lane" in str(rows)}
    assert all("note" in name or "contact" in name or "trace" in name for name in tables), tables.keys()


def test_a_docket_of_the_archive_is_read_from_one_file() -> None:
    found = one(archive_json())
    assert (found.kind, found.docket_number, len(found.entries)) == (Kind.ARCHIVE, "3:21-cv-01234", 2)
    assert [(party.name, party.attorneys[0].roles) for party in found.parties] == [
        ("Ottoline Marsh", ("LEAD ATTORNEY",))
    ]


@pytest.mark.parametrize("make", [courtlistener, archive_json])
def test_a_second_import_changes_nothing(make: Any) -> None:
    imported(make(), "page.json")
    before = record()
    assert not imported(make(), "page.json").filings.anything
    assert record() == before


def test_docket_and_copies_give_the_same_record_in_any_order() -> None:
    files = {"docket.html": pacer_pages.district(), "api.json": courtlistener(), "docket.json": archive_json()}
    (case,) = the_same_in_all_orders([(name, text.encode()) for name, text in files.items()])
    assert len(case[1]) == len(pacer_pages.ROWS)


def test_an_entry_whose_main_document_is_sealed_is_held() -> None:
    sealed = entry(3, "2021-05-01", f"Order on {SECRET}", [paper("3", None, "3501111119", is_sealed=True)], "009")
    report = imported(archive_json(COMPLAINT, sealed), "docket.json")
    assert "1 held" in " ".join(report.warnings)
    assert SECRET not in str(record())


def test_a_sealed_attachment_is_left_out_and_its_entry_stays() -> None:
    papers = [
        paper("3", None, "3501111119"),
        paper("3", 1, "3501111120", SECRET, is_sealed=True),
        paper("3", 2, "3501111121", "B"),
    ]
    report = imported(archive_json(entry(3, "2021-05-01", "Order", papers, "009")), "docket.json")
    assert "1 attachments are marked as sealed" in " ".join(report.warnings)
    assert [d.title for d in Filing.objects.get().documents.filter(attachment_number__gt=0)] == ["B"]
    assert SECRET not in str(record())


@pytest.mark.parametrize("others", [{"is_sealed": True}, {"case_name": "Sealed v. Sealed"}])
def test_a_sealed_case_is_refused(others: dict[str, Any]) -> None:
    assert "not open to the public" in refused(archive_json(**others), "docket.json")
    assert "not open to the public" in refused(json.dumps(docket(**others)), "docket.json")


def test_a_case_kept_from_search_engines_says_so() -> None:
    assert "search engines" in " ".join(imported(json.dumps(docket(blocked=True)), "docket.json").warnings)


def test_entries_without_their_docket_say_what_is_missing() -> None:
    assert "the docket's own page" in refused(page(COMPLAINT), "entries.json")


def test_entries_of_another_docket_are_left_out_with_a_word() -> None:
    other = ANSWER | {"docket": f"{recap_pages.API}/dockets/1/", "description": SECRET}
    report = imported(f"[{PAGES['docket.json']},{page(COMPLAINT, other)}]", "pages.json")
    assert "1 entries or parties are of a docket that was not given" in " ".join(report.warnings)
    assert SECRET not in str(record())


def test_a_folder_of_pages_becomes_one_case(tmp_path: Path) -> None:
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "page.html").write_text(pacer_pages.district())
    call_command("import_docket", str(tmp_path))
    assert the_case().filings.count() == len(pacer_pages.ROWS)
    assert the_case().imported_files.count() == 2


def test_what_is_put_together_is_only_the_apis_pages() -> None:
    assert family(PAGES["docket.json"].encode()) == family(PAGES["entries_1.json"].encode()) == "CourtListener"
    assert family(archive_json().encode()) == family(b"<html>courtlistener.com/api/rest/</html>") == ""
    assert json.loads(joined([b" {} ", b"\xef\xbb\xbf[]"])) == [{}, []]


@pytest.mark.parametrize(
    "text", ["[]", "[1]", '[[{"results": 3}]]', '{"results": [], "previous": null, "next": null}', "[" * 9000]
)
def test_other_json_is_refused(text: str) -> None:
    refused(text, "page.json")


def test_a_docket_of_another_court_than_the_one_named_is_refused() -> None:
    with pytest.raises(Refused, match="of the court 'cand'"):
        one(courtlistener(), "nysd")


def test_a_docket_of_appeal_names_the_court_below() -> None:
    below = {"docket_number": "3:21-cv-01234", "assigned_to_str": "Quentin R. Sable", "date_judgment": "2021-06-01"}
    raw = docket(court_id="ca9", docket_number="21-15999", appeal_from_str="Northern District of California",
                 appeal_from=f"{recap_pages.API}/courts/cand/", original_court_info=below)  # fmt: skip
    (related,) = one(json.dumps(raw)).related
    assert (related.kind, related.court_id, related.numbers, related.day) == (
        *("appeal_of", "cand", ("3:21-cv-01234",), date(2021, 6, 1)),
    )


@needs_given_pages
def test_the_given_files_are_read() -> None:
    archive = one((GIVEN / "gov.uscourts.cand.388888.docket.json").read_text())
    assert (archive.docket_number, archive.entries[0].number, archive.parties[0].role_as_filed) == (
        "3:21-cv-08888",
        "1",
        "Plaintiff",
    )
    names = ("cl_api_docket.json", "cl_api_docket_entries.json")
    api = one(joined((GIVEN / name).read_bytes() for name in names).decode())
    assert (api.docket_number, [entry.text for entry in api.entries]) == ("3:21-cv-08888", ["COMPLAINT"])
