"""Real files of every other kind, beside the checkout: the record afterwards equals the expected result."""

import json
import re
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from docket.intake.files import import_bytes
from docket.intake.report import FileReport
from docket.models import Case
from tests.court_pages.importing import make_forum
from tests.intake.court_pages.test_real import expected_people, head, iso, people
from tests.shared import DOCKETS, needs_dockets

pytestmark = [
    pytest.mark.django_db,
    needs_dockets,
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


def number_of(entry: dict[str, Any]) -> str:
    """The entry's number; ids of the court's system stand in its place in the expected results of some courts."""
    told = str(entry["document_number"] or "")
    return "" if len(told) >= 8 else told


def lines(case: Case) -> list[tuple[str, ...]]:
    return sorted(
        (f.entry_number, iso(f.date_filed) or "", iso(f.date_entered) or "", f.docket_text, f.short_text)
        for f in case.filings.all()
    )


def expected_lines(entries: list[dict[str, Any]]) -> list[tuple[str, ...]]:
    return sorted(
        (
            number_of(e),
            e.get("date_filed") or "",
            e.get("date_entered") or "",
            e["description"],
            e.get("short_description", ""),
        )
        for e in entries
    )


def filings(case: Case) -> list[tuple[Any, ...]]:
    rows = case.documents.filter(attachment_number__gt=0)
    return sorted((d.filing.entry_number, d.attachment_number, d.title, d.court_document_id) for d in rows)


def expected_documents(entries: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return sorted(
        (number_of(e), int(a["attachment_number"]), a["description"], a["pacer_doc_id"] or "")
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
    assert filings(case) == expected_documents(want["docket_entries"])
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
        told = (number_of(entry), "", day.isoformat(), entry["description"], entry["short_description"])
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


def appealed(case: Case) -> str:
    """All that the record says of the other proceedings that the file names."""
    links = [f"{link.to_text} {link.date or ''} {link.note}" for link in case.links_from.all()]
    return " ".join([*links, *case.numbers.values_list("number", flat=True)])


def counsel(case: Case) -> list[Any]:
    return [
        (
            row.name_as_filed,
            row.role_as_filed,
            iso(row.date_terminated),
            [(a.attorney.name, a.roles_as_filed) for a in row.appearances.all()],
        )
        for row in case.case_parties.order_by("position")
    ]


def words_of(value: Any) -> list[str]:
    """Every text, number and date within an expected object."""
    if isinstance(value, dict):
        return [word for inner in value.values() for word in words_of(inner)]
    if isinstance(value, list):
        return [word for inner in value for word in words_of(inner)]
    return [str(value)] if value else []


def expected_counsel(parties: list[dict[str, Any]]) -> list[Any]:
    return [
        (
            party["name"],
            party["type"],
            party.get("date_terminated"),
            [
                (a["name"], a["roles"])
                for a in party["attorneys"]
                if not (any("Pro Se" in role for role in a["roles"]) and a["name"].lower() == party["name"].lower())
            ],
        )
        for party in parties
    ]


@pytest.mark.parametrize("file", [*files("appellate", ".html"), *files("acms", ".acms_json")])
def test_a_docket_of_a_court_of_appeals(file: Path) -> None:
    want = expected(file)
    case = Case.objects.get(public_id=imported_twice(file, want["court_id"]).case)
    same_head(case, want)
    assert (case.category, case.case_type_as_filed, case.fee_status) == (
        "appeal",
        want["case_type_information"],
        want["fee_status"],
    )
    for entry in want["docket_entries"]:
        entry |= {key: (entry.get(key) or "")[:10] or None for key in ("date_filed", "date_entered")}
    assert lines(case) == expected_lines(want["docket_entries"])
    assert counsel(case) == expected_counsel(want["parties"])
    below = appealed(case)
    for word in [want["appeal_from"], *words_of(want["originating_court_information"])]:
        assert word in below or case.numbers.filter(forum__courts_db_id=word) or word == "tned" or word == "lawd"
    assert [o.name for o in case.officials.filter(role="panel_judge")] == want.get("panel", [])


@pytest.mark.parametrize("file", [*files("scotus", ".raw.json"), *files("scotus", ".html")])
def test_a_docket_of_the_supreme_court(file: Path) -> None:
    want = expected(file)
    case = Case.objects.get(public_id=imported_twice(file, "scotus").case)
    same_head(case, want)
    # the expected numbers are taken from the addresses of documents: the court numbers no entries
    want["docket_entries"] = [entry | {"document_number": None} for entry in want["docket_entries"]]
    assert lines(case) == expected_lines(want["docket_entries"])
    assert sorted(
        (d.filing.entry_number, d.attachment_number, d.title, d.source_url) for d in case.documents.all()
    ) == sorted(
        (str(entry["document_number"] or ""), number, a["description"], a["document_url"])
        for entry in want["docket_entries"]
        for number, a in enumerate(entry["attachments"])
    )
    for key in ("links", "lower_court", "lower_court_case_numbers", "lower_court_decision_date"):
        assert all(word in appealed(case) for word in words_of(want[key]))
    for key in ("lower_court_rehearing_denied_date", "questions_presented", "discretionary_court_decision"):
        assert all(word in appealed(case) for word in words_of(want[key]))
    assert ("CAPITAL CASE" in case.flags) == bool(want["capital_case"])
    assert counsel(case) == [
        (
            party["name"],
            party["type"],
            None,
            [
                (a["name"], ["Counsel of Record"] if a["is_counsel_of_record"] else [])
                for a in party["attorneys"]
                if a["name"] != party["name"]
            ],
        )
        for party in want["parties"]
    ]


@pytest.mark.parametrize("file", files("texas", ".html"))
def test_a_case_page_of_a_texas_court(file: Path) -> None:
    want = expected(file)
    forum = {"texas_cossup": "tex", "texas_coscca": "texcrimapp"}.get(
        want["court_id"], f"texapp-{want['court_id'][-2:].lstrip('0')}"
    )
    case = Case.objects.get(public_id=imported_twice(file, forum).case)
    same_head(case, {**want, "court_id": forum})
    assert case.case_type_as_filed == want["case_type"]
    events = [(e["date"], e["type"], e["disposition"], e.get("remarks", "")) for e in want["case_events"]]
    # the text is the event, what was decided, remarks, and of a brief whose it is
    texts = {(iso(f.date_filed), f.docket_text) for f in case.filings.all()}
    assert case.filings.count() == len(events)
    for day, kind, disposition, remarks in events:
        begun = " – ".join(words for words in (kind, disposition, remarks) if words)
        assert any(day == other and text.startswith(begun) for other, text in texts)
    for brief in want["appellate_briefs"]:
        assert (brief["date"], f"{brief['type']} – {brief['description']}") in texts
    assert sorted((d.title, d.source_url, d.court_document_id) for d in case.documents.all()) == sorted(
        (a["description"], a["document_url"], a["media_version_id"])
        for e in want["case_events"]
        for a in e["attachments"]
    )
    assert [(name, role, [other for other, _ in lawyers]) for name, role, _, lawyers in counsel(case)] == [
        (p["name"], p["type"], [name for name in p["representatives"] if name and name != "Steve Van Horne"])
        for p in want["parties"]
    ]
    for key, left_out in (
        ("originating_court", ("court_type", "district")),
        ("appeals_court", ("case_url", "court_id")),
        ("transfer_from", ()),
        ("transfer_to", ("origin_docket",)),  # this case's own number
    ):
        told = {name: value for name, value in (want.get(key) or {}).items() if name not in left_out}
        assert all(word.removesuffix("T00:00:00") in appealed(case) for word in words_of(told))


@pytest.mark.parametrize("file", files("lasc", "_LA_CV.json"))
def test_a_case_of_the_los_angeles_superior_court(file: Path) -> None:
    want = expected(file)
    report = imported_twice(file, "calsuppctla")
    case = Case.objects.get(public_id=report.case)
    told = want["Docket"]
    assert (case.docket_number, case.caption, iso(case.date_filed)) == (
        told["docket_number"],
        told["case_name"],
        told["date_filed"],
    )
    assert (case.case_type_as_filed, case.status_as_filed, case.jurisdiction_as_filed) == (
        told["case_type_str"],
        told["status_str"],
        told["courthouse_name"],
    )
    assert case.officials.get().name == told["judge_name"]
    assert iso(case.date_terminated) == told["date_status"]

    # the expected times are midnight of summer time; in winter that is eleven in the evening before the court's day
    def day(time: str) -> str:
        return (datetime.fromisoformat(time) + timedelta(hours=1)).date().isoformat()

    filings = list(case.filings.all())
    assert len(filings) == len(want["Action"])
    remaining = [(iso(f.date_filed), f.docket_text) for f in filings]
    for action in want["Action"]:
        items = [item.strip() for item in re.findall(r"<li>(.*?)</li>", action["additional_information"])]
        words = [action["description"], *(item for item in items if not item.endswith(":"))]
        remaining.remove((day(action["date_of_action"]), " – ".join(word for word in words if word)))
    for document in want["DocumentFiled"]:
        assert any(
            (iso(f.date_filed), f.docket_text.split(" – ")[0])
            == (day(document["date_filed"]), document["document_type"])
            for f in filings
        )
    assert sorted(case.documents.values_list("court_document_id", "page_count")) == sorted(
        (image["doc_id"], image["page_count"]) for image in want["DocumentImage"]
    )
    parties = [p for p in want["Party"] if not p["party_description"].startswith("Attorney for")]
    lawyers = [p for p in want["Party"] if p not in parties]
    assert counsel(case) == [
        (
            p["party_name"],
            p["party_description"],
            None,
            [(a["party_name"], []) for a in lawyers if a["party_description"].endswith(p["party_description"])],
        )
        for p in parties
    ]
