"""What a court marks as closed to the public: a case is refused, an entry held, whatever kind of page says so."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from docket.intake.court_pages.closure import without_what_is_closed
from docket.intake.files import import_bytes
from docket.intake.page_kinds.table import ROWS
from docket.intake.report import FileReport
from docket.intake.shape import ImportedDocket, ImportedEntry, ImportedSource, Kind, Refused
from docket.models import Filing
from docket.publishing import verbs
from tests.court_pages import court_pages
from tests.court_pages import pacer_pages as pages
from tests.court_pages.importing import imported, make_forum, record, refused, the_case

pytestmark = pytest.mark.django_db

SECRET = "Zanzibar"
SEALED_ENTRY = f"THIS DOCKET ENTRY AND PDF DOCUMENT ARE SEALED. {SECRET} named as informant."
Page = Callable[[str], str]


def row(text: str, number: str = "3") -> pages.Row:
    return pages.Row(number, text, "05/03/2021", "03501119999", 99)


def acms(case: dict[str, Any] | None = None, entry: dict[str, Any] | None = None, text: str = "") -> str:
    page = json.loads(court_pages.acms())
    first = page["docketInfo"]["docketEntries"][0]
    second = {**first, "entryNumber": 2, "docketEntryText": f"<p>{text or SECRET} [Entered: 09/28/2023 03:30 PM]</p>"}
    page["docketInfo"]["docketEntries"].append({**second, **(entry or {})})
    page["docketInfo"] |= case or {}
    return json.dumps(page)


def supreme_court(text: str) -> str:
    page = json.loads(court_pages.supreme_court())
    page["ProceedingsandOrder"].append({"Date": "May 01 2025", "Text": text, "Links": []})
    return json.dumps(page)


def los_angeles(text: str, **more: Any) -> str:
    page = json.loads(court_pages.los_angeles())
    actions = page["ResultList"][0]["NonCriminalCaseInformation"]["RegisterOfActions"]
    actions.append({**actions[0], "AdditionalInformation": "", "Description": text, **more})
    return json.dumps(page)


# One of each kind whose entries have texts, with an entry that calls itself sealed beside others.
WITH_SEALED_ENTRY: dict[Kind, Page] = {
    Kind.DISTRICT: lambda text: pages.district([*pages.ROWS, row(text)]),
    Kind.BANKRUPTCY: lambda text: pages.bankruptcy([*pages.ROWS, row(text)]),
    Kind.ARCHIVE: lambda text: court_pages.archive([*pages.ROWS, row(text)]),
    Kind.RSS: lambda text: court_pages.feed([(row("x", "3"), text), (pages.ROWS[0], "Complaint")]),
    Kind.APPELLATE: lambda text: court_pages.appellate(text),
    Kind.ACMS: lambda text: acms(text=text),
    Kind.SCOTUS: supreme_court,
    Kind.LOS_ANGELES: los_angeles,
}
FLAGS = ("isCaseSealed", "caseRestricted", "isConfidential", "isNonPublic")
ENTRY_FLAGS = ("restrictedPartyFilingDocketEntry", "restrictedDocsAvailable", "isSealed", "confidentialEntry")


@pytest.fixture(autouse=True)
def forums() -> None:
    for court in ("cand", "alsb", "ca9", "scotus", "calsuppctla"):
        make_forum(court)


def brought(page: str) -> FileReport:
    report = import_bytes("page", page.encode())
    assert report.error is None, report.error
    return report


def told(report: FileReport) -> str:
    return " ".join(report.warnings)


@pytest.mark.parametrize("kind", [row.kind for row in ROWS if row.closure.entry])
def test_each_kind_holds_by_the_words_and_by_the_mark(kind: Kind) -> None:
    lines = ("Brief filed", SEALED_ENTRY, "Order")
    entries = [ImportedEntry(place, str(place), None, None, text) for place, text in enumerate(lines)]
    entries.append(replace(entries[0], ordinal=3, closed="isSealed"))
    docket = ImportedDocket(kind, ImportedSource("page", "00"), "cand", "1", entries=tuple(entries))
    found = without_what_is_closed(docket)
    assert [entry.text for entry in found.entries] == ["Brief filed", "Order"]
    assert SECRET not in str(found)
    with pytest.raises(Refused, match="isCaseSealed"):
        without_what_is_closed(replace(docket, closed="isCaseSealed"))


@pytest.mark.parametrize("kind", WITH_SEALED_ENTRY)
def test_an_entry_that_calls_itself_sealed_is_held(kind: Kind) -> None:
    report = brought(WITH_SEALED_ENTRY[kind](SEALED_ENTRY))
    assert report.kind == kind
    assert "1 held" in told(report)
    assert SECRET not in str(record())
    assert SECRET not in str(report)


@pytest.mark.parametrize("kind", WITH_SEALED_ENTRY)
@pytest.mark.parametrize("text", [f"SEALED DOCUMENT re {SECRET}", f"ORDER that the transcript of {SECRET} is sealed"])
def test_a_sealed_document_does_not_close_its_entry(kind: Kind, text: str) -> None:
    assert "held" not in told(brought(WITH_SEALED_ENTRY[kind](text)))
    assert SECRET in str(record())


@pytest.mark.parametrize("flag", ["SEALED", "ADRMOP,SEALED", "CASE SEALED", "RESTRICTED"])
def test_a_docket_with_the_flag_sealed_is_refused(flag: str) -> None:
    assert "not open to the public" in refused(pages.district(flags=flag))


@pytest.mark.parametrize("flag", ["Sealed Doc(s)", "UNSEALED", "CLOSED"])
def test_a_flag_that_is_not_about_the_case_refuses_nothing(flag: str) -> None:
    imported(pages.district(flags=flag))


@pytest.mark.parametrize("mark", [" *SEALED*", " (SEALED)", "<br>THIS CASE IS UNDER SEAL"])
def test_a_heading_that_says_sealed_refuses(mark: str) -> None:
    assert "not open to the public" in refused(pages.district(number=f"3:21-cv-01234-QRS-TUV{mark}"))
    history = court_pages.history().replace("Quentin R. Sable, presiding", f"{mark}<br>Quentin R. Sable, presiding")
    assert "not open to the public" in refused(history)
    appellate = court_pages.appellate().replace("Ottoline Marsh v. Garland", f"Ottoline Marsh v. Garland {mark}")
    assert "not open to the public" in refused(appellate)


@pytest.mark.parametrize(
    "page",
    [
        pages.district(title="Sealed v. Sealed"),
        court_pages.feed().replace("Marsh v. Brightwater Pictures, LLC", "SEALED v. SEALED"),
        court_pages.archive().replace("Marsh v. Brightwater Pictures", "Sealed Plaintiff 1 v. Sealed Defendant 1"),
    ],
    ids=["district", "feed", "archive"],
)
def test_a_case_without_names_is_refused(page: str) -> None:
    assert "not open to the public" in refused(page)


def test_a_case_that_courts_publish_under_no_name_is_not() -> None:
    imported(pages.district(title="In re Sealed Case"))


def test_a_closed_case_in_a_feed_is_left_out_and_the_others_are_read() -> None:
    other = court_pages.feed().split("<item>")[1].replace("3:21-cv-01234", "3:21-cv-09999").replace("371234", "379999")
    closed = other.replace("Marsh v. Brightwater Pictures, LLC", "Sealed v. Sealed")
    report = imported(court_pages.feed(more=f"<item>{closed.partition('</item>')[0]}</item>"), "feed.xml")
    assert "1 of the cases" in told(report)
    assert the_case().docket_number == "3:21-cv-01234"


@pytest.mark.parametrize("flag", FLAGS)
@pytest.mark.parametrize("value", [True, "true", 1, "Sealed by order"])
def test_an_acms_case_under_seal_is_refused(flag: str, value: Any) -> None:
    assert flag in refused(acms(case={flag: value}), "acms.json")


@pytest.mark.parametrize("flag", ENTRY_FLAGS)
@pytest.mark.parametrize("value", [True, "true", 1])
def test_a_restricted_acms_entry_is_held(flag: str, value: Any) -> None:
    report = brought(acms(entry={flag: value}))
    assert "entry 2" in told(report)
    assert SECRET not in str(record())
    assert the_case().filings.get().entry_number == "1"


@pytest.mark.parametrize("value", [False, None, 0, "", "false", "0"])
def test_a_flag_that_says_no_holds_nothing(value: Any) -> None:
    report = brought(acms(case=dict.fromkeys(FLAGS, value), entry=dict.fromkeys(ENTRY_FLAGS, value)))
    assert "held" not in told(report)
    assert the_case().filings.count() == 2


def test_an_acms_page_of_a_participant_says_so() -> None:
    assert "participant" in told(brought(acms(case={"isUserCaseParticipant": True})))


def test_a_restricted_line_of_the_supreme_court_closes_the_file() -> None:
    page = json.loads(supreme_court(SECRET))
    page["ProceedingsandOrder"][-1]["IsSealed"] = True
    assert "IsSealed" in refused(json.dumps(page), "s.json")


def test_a_restricted_image_of_los_angeles_holds_its_action() -> None:
    page = json.loads(los_angeles(SECRET, RegisterOfActionDateString="02/17/2018"))
    images = page["ResultList"][0]["NonCriminalCaseInformation"]["DocumentImages"]
    images.append({**images[0], "description": SECRET, "docFilingDateString": "02/17/2018", "securityLevel": "2"})
    images[0]["securityLevel"] = "0"
    report = brought(json.dumps(page))
    assert "1 held" in told(report)
    assert SECRET not in str(record())


def test_an_entry_that_the_court_closes_later_is_named_and_untouched() -> None:
    imported(acms(text="Brief filed"), "acms.json")
    verbs.act("publish", the_case(), actor=None, reason="ready")
    report = brought(acms(text="Brief filed under another name", entry={"isSealed": True}))
    assert "may have to be sealed" in told(report)
    assert "another name" not in str(record())
    assert Filing.objects.get(entry_number="2").docket_text.startswith("Brief filed")
