"""Real files of every other kind, beside the checkout: the record afterwards equals the expected result."""

import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from docket.importers.intake import import_bytes
from docket.importers.report import FileReport
from docket.models import Case
from tests.importing import make_forum
from tests.test_importers_real import expected_people, head, iso, people

DOCKETS = Path(__file__).parents[2] / "shared" / "dockets"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not DOCKETS.is_dir(), reason="the collection of real pages is not here"),
]


def files(folder: str, ending: str) -> list[Any]:
    found = sorted((DOCKETS / folder).glob(f"*{ending}"))
    return [pytest.param(file, id=file.name) for file in found]


def expected(file: Path) -> Any:
    beside = {".raw.json": ".json", "_LA_CV.json": "_LA_CV_result.json"}
    for ending, other in beside.items():
        if file.name.endswith(ending):
            return json.loads(file.with_name(file.name.removesuffix(ending) + other).read_text())
    scotus = file.with_name(f"{file.name}.json")
    return json.loads((scotus if scotus.exists() else file.with_suffix(".json")).read_text())


def imported_twice(file: Path, forum: str) -> FileReport:
    """Import a file, see that a second import changes nothing, return the first report."""
    make_forum(forum)
    data = file.read_bytes()
    report = import_bytes(file.name, data)
    assert report.error is None, report.error
    again = import_bytes(file.name, data)
    assert again.error is None
    assert not any(getattr(again, name).anything for name in ("filings", "parties", "attorneys", "documents"))
    return report


def lines(case: Case) -> list[tuple[str, ...]]:
    return sorted(
        (f.entry_number, iso(f.date_filed) or "", iso(f.date_entered) or "", f.docket_text, f.short_text)
        for f in case.filings.all()
    )


def expected_lines(entries: list[dict[str, Any]]) -> list[tuple[str, ...]]:
    return sorted(
        (
            str(e["document_number"] or ""),
            e.get("date_filed") or "",
            e.get("date_entered") or "",
            e["description"],
            e.get("short_description", ""),
        )
        for e in entries
    )


def papers(case: Case) -> list[tuple[Any, ...]]:
    rows = case.documents.filter(attachment_number__gt=0)
    return sorted((d.filing.entry_number, d.attachment_number, d.title, d.court_document_id) for d in rows)


def expected_papers(entries: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return sorted(
        (e["document_number"], int(a["attachment_number"]), a["description"], a["pacer_doc_id"] or "")
        for e in entries
        for a in e.get("attachments", ())
    )


def same_head(case: Case, want: dict[str, Any]) -> None:
    got = head(case)
    unknown = {"Unknown Case Title": "(caption not in the record)"}
    told = {key: want[key] for key in got if key in want}
    told["case_name"] = unknown.get(want["case_name"], want["case_name"])
    assert {key: value for key, value in got.items() if key in told} == told


@pytest.mark.parametrize("file", files("docket_history", ".html"))
def test_a_history_report(file: Path) -> None:
    want = expected(file)
    case = Case.objects.get(public_id=imported_twice(file, want["court_id"]).case)
    same_head(case, want)
    assert lines(case) == expected_lines(want["docket_entries"])
    assert not case.case_parties.exists()


@pytest.mark.parametrize("file", files("internet_archive", ".xml"))
def test_a_docket_of_the_internet_archive(file: Path) -> None:
    want = expected(file)
    case = Case.objects.get(public_id=imported_twice(file, want["court_id"]).case)
    same_head(case, want)
    assert lines(case) == expected_lines(want["docket_entries"])
    assert papers(case) == expected_papers(want["docket_entries"])
    assert people(case) == expected_people(want["parties"])


@pytest.mark.parametrize("file", files("attachment_pages", ".html"))
def test_an_attachment_page(file: Path) -> None:
    want = expected(file)
    case = Case.objects.get(public_id=imported_twice(file, file.name.split("_")[0]).case)
    assert case.court_case_id == want["pacer_case_id"]
    filing = case.filings.get()
    assert (filing.entry_number, filing.court_document_id) == (
        str(want["document_number"] or ""),
        want["pacer_doc_id"],
    )
    main = filing.documents.get(attachment_number=0)
    assert (main.page_count, main.court_document_id) == (want["page_count"], want["pacer_doc_id"])
    assert [
        (d.attachment_number, d.title, d.page_count, d.court_document_id)
        for d in filing.documents.filter(attachment_number__gt=0)
    ] == [
        # two old pages have a link without an id, of which the parser gives the court's digits
        (
            a["attachment_number"],
            a["description"],
            a["page_count"],
            a["pacer_doc_id"] if len(a["pacer_doc_id"]) > 7 else "",
        )
        for a in want["attachments"]
    ]


@pytest.mark.parametrize("file", files("appellate_attachment", ".html"))
def test_an_appellate_attachment_page(file: Path) -> None:
    """The main document stands first in the list, as number 1; in the record it is number 0."""
    want = expected(file)
    case = Case.objects.get(public_id=imported_twice(file, file.name.split("_")[0]).case)
    assert case.court_case_id == want["pacer_case_id"]
    filing = case.filings.get()
    assert (filing.court_document_id, filing.court_sequence) == (want["pacer_doc_id"], want["pacer_seq_no"])
    assert [(d.attachment_number + 1, d.title, d.page_count, d.court_document_id) for d in filing.documents.all()] == [
        (a["attachment_number"], a["description"], a["page_count"], a["pacer_doc_id"]) for a in want["attachments"]
    ]


@pytest.mark.parametrize("file", files("rss", ".xml"))
def test_a_feed(file: Path) -> None:
    want = expected(file)
    court = {"sdny": "nysd"}.get(want[0]["court_id"], want[0]["court_id"])
    report = imported_twice(file, court)
    items: dict[str, dict[str, Counter[tuple[str, ...]]]] = {}
    for item in want:
        (entry,) = item["docket_entries"]
        # the day in the court's own zone: all feeds here are of courts in the east
        day = datetime.fromisoformat(entry["date_filed"]).astimezone(ZoneInfo("America/New_York")).date()
        told = (entry["document_number"] or "", day.isoformat(), "", entry["description"], entry["short_description"])
        items.setdefault(item["docket_number"], {}).setdefault(item["pacer_case_id"] or "", Counter())[told] += 1
        case = Case.objects.get(docket_number=item["docket_number"])
        assert case.caption == item["case_name"].replace("Unknown Case Title", "(caption not in the record)")
        assert case.date_filed is None
    for number, dockets in items.items():
        # a criminal case has a docket for each defendant, and the feed shows one entry on each of them
        entries: Counter[tuple[str, ...]] = Counter()
        for listed in dockets.values():
            entries |= listed
        case = Case.objects.get(docket_number=number)
        assert lines(case) == sorted(entries.elements())
        assert case.court_case_id in dockets
    assert set(items) == set(Case.objects.values_list("docket_number", flat=True))
    assert report.filings.new + report.filings.unchanged == len(want)
