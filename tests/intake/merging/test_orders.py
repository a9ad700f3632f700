"""One case from many sources: one set of filings and the same record, in whatever order they arrive."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction

from docket.intake.files import import_bytes
from docket.models import Case, Filing
from tests.court_pages import court_pages, pacer_pages
from tests.court_pages.importing import imported, make_forum, record, the_case
from tests.court_pages.pacer_pages import Row
from tests.shared import DOCKETS, needs_dockets

pytestmark = pytest.mark.django_db
LATER = "07/01/2021 09:00:00"
SOURCES = {
    "docket.html": pacer_pages.district(),
    "history.html": court_pages.history(),
    "attachments.html": court_pages.attachments(),
    "feed.xml": court_pages.feed(),
    "archive.xml": court_pages.archive(),
}
OURS = ("id", "public_id", "row_version", "updated_at", "sequence", "case_id", "filing_id", "party_id", "source_id")


@pytest.fixture(autouse=True)
def forums() -> None:
    for court in ("cand", "nysd", "cacd", "mdb"):
        make_forum(court)


def columns(row: Any) -> dict[str, Any]:
    return {
        field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if field.attname not in OURS
    }


def as_it_stands() -> list[Any]:
    """Every case with its filings in their order, filings, people and sources, without what is only ours."""
    return [
        (
            columns(case),
            [
                (
                    columns(filing),
                    [columns(filing) for filing in filing.documents.order_by("attachment_number")],
                    sorted(link.source.title for link in filing.source_links.all()),
                )
                for filing in case.filings.all()
            ],
            [
                (
                    *(row.name_as_filed, row.role, row.position),
                    sorted((a.position, a.attorney.name) for a in row.appearances.all()),
                )
                for row in case.case_parties.order_by("position", "name_as_filed")
            ],
            sorted((official.role, official.name) for official in case.officials.all()),
            sorted((link.source.title, link.source.date_accessed) for link in case.source_links.all()),
        )
        for case in Case.objects.order_by("docket_number", "court_case_id")
    ]


def in_all_orders(
    files: list[tuple[str, bytes]], told: Callable[[], list[Any]] = as_it_stands, **options: Any
) -> list[list[Any]]:
    """The record after each order of the files, as `told`; what orders begin with alike is imported once."""
    if not files:
        return [told()]
    found = []
    for name, data in files:
        with transaction.atomic():
            report = import_bytes(name, data, **options)
            assert report.error is None, report.error
            found += in_all_orders([file for file in files if file != (name, data)], told, **options)
            transaction.set_rollback(True)
    return found


def the_same_in_all_orders(files: list[tuple[str, bytes]]) -> list[Any]:
    first, *others = in_all_orders(files)
    for other in others:
        assert differences(other, first) == []
    return first


def differences(one: Any, other: Any, where: str = "") -> list[str]:
    """Where two records differ, for whoever reads the failure."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        return [found for key in one for found in differences(one[key], other[key], f"{where}/{key}")]
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)) and len(one) == len(other):
        pairs = enumerate(zip(one, other, strict=True))
        return [found for place, (a, b) in pairs for found in differences(a, b, f"{where}/{place}")]
    return [] if one == other else [f"{where}: {one!r} or {other!r}"]


class TestFiveSources:
    def test_all_orders_of_all_five_make_one_case_with_one_set_of_filings(self) -> None:
        """Each of the 120 orders; two sources are one step apart in any of them."""
        ((case, filings, parties, officials, sources),) = the_same_in_all_orders(
            [(name, page.encode()) for name, page in SOURCES.items()]
        )
        assert (case["docket_number"], case["court_case_id"]) == ("3:21-cv-01234", "371234")
        assert (case["caption"], case["coverage_note"]) == ("Marsh v. Brightwater Pictures, LLC", "")
        assert case["caption_is_descriptive"] is False
        assert [(f["entry_number"], f["docket_text"][:6], f["short_text"]) for f, _, _ in filings] == [
            ("1", "COMPLA", "Complaint"),
            ("", "Minute", "Conference"),
            ("2", "ANSWER", "Answer to Complaint"),
        ]
        assert [(p["attachment_number"], p["title"], p["page_count"]) for p in filings[0][1]] == [
            (0, "", 12),
            (1, "Exhibit A", 3),
            (2, "Exhibit B", 3),
        ]
        assert [row[0] for row in parties] == ["Ottoline Marsh", "Brightwater Pictures, LLC"]
        assert [name for _, name in officials] == ["Quentin R. Sable", "Tess U. Vane"]
        # every source stays listed, on the case and on each filing that it shows
        assert len(sources) == 5
        assert [len(listed) for _, _, listed in filings] == [5, 3, 4]

    def test_a_second_round_changes_nothing(self) -> None:
        for name, page in SOURCES.items():
            imported(page, name)
        before = record()
        for name, page in reversed(SOURCES.items()):
            imported(page, name)
        assert record() == before

    def test_a_source_is_listed_on_a_filing_with_its_date(self) -> None:
        imported(court_pages.history())
        imported(pacer_pages.district())
        filing = the_case().filings.get(entry_number="1")
        assert sorted((link.source.title, str(link.source.date_accessed)) for link in filing.source_links.all()) == [
            ("Docket history report, No. 3:21-cv-01234", "2021-06-02"),
            ("Docket report, No. 3:21-cv-01234", "2021-06-01"),
        ]

    def test_an_attachment_page_that_could_not_find_its_case_does_not_hinder_the_docket(self) -> None:
        unlinked = [Row(row.number, row.text, row.filed) for row in pacer_pages.ROWS]
        imported(pacer_pages.district(rows=unlinked))
        imported(court_pages.attachments())
        assert Case.objects.count() == 2
        report = imported(pacer_pages.district(served=LATER))
        assert any("stand in a case of their own" in warning for warning in report.warnings)
        imported(court_pages.attachments())
        numbered = Case.objects.get(docket_number="3:21-cv-01234")
        assert numbered.documents.filter(attachment_number__gt=0).count() == 2


class TestRepeats:
    def test_repeated_and_unnumbered_entries_keep_their_count_in_all_orders(self) -> None:
        rows = [
            Row("101", "ORDER granting stay of discovery", document="03501111111", sequence=5),
            Row("101", "TRANSCRIPT of hearing", document="03501111333", sequence=9),
            Row("", "Minute Entry for proceedings held: Status Conference"),
            Row("", "Text order"),
            Row("", "Text order"),
            Row("102", "NOTICE of appearance", filed="03/05/2021"),
        ]
        kinds = ("Order on Stay", "Transcript", "Status Conference", "Order", "Order", "Notice of Appearance")
        short = {row.text: kind for row, kind in zip(rows, kinds, strict=True)}
        items = [(rows[3], "Order"), (rows[0], "Order on Stay")]
        files = [
            ("docket.html", pacer_pages.district(rows=rows).encode()),
            ("history.html", court_pages.history(rows=rows, short=short).encode()),
            ("feed.xml", court_pages.feed(items).encode()),
        ]
        ((_, filings, _, _, _),) = the_same_in_all_orders(files)
        assert [f["entry_number"] for f, _, _ in filings] == ["101", "101", "", "", "", "102"]
        assert [f["docket_text"] for f, _, _ in filings] == [row.text for row in rows]

    def test_what_the_feed_saw_first_stands_where_the_docket_puts_it(self) -> None:
        rows = [Row("7", "SEVEN"), Row("8", "EIGHT"), Row("9", "NINE")]
        imported(court_pages.feed([(Row("9", "", document="03501111333", sequence=9), "Notice")]))
        imported(pacer_pages.district(rows=rows))
        assert [filing.entry_number for filing in the_case().filings.all()] == ["7", "8", "9"]


class TestBetterData:
    def test_a_short_description_does_not_replace_a_text_nor_a_poorer_caption_a_better_one(self) -> None:
        imported(pacer_pages.district())
        imported(court_pages.archive())
        imported(court_pages.feed(), "later.xml")
        case = the_case()
        assert case.caption == "Marsh v. Brightwater Pictures, LLC"
        assert case.filings.get(entry_number="1").docket_text.startswith("COMPLAINT against")

    def test_an_entry_without_number_gets_it_from_a_better_source(self) -> None:
        unlinked = Row("2", "", filed="04/01/2021")
        imported(court_pages.feed([(unlinked, "Answer to Complaint")]))
        assert the_case().filings.get().entry_number == ""
        imported(pacer_pages.district())
        assert Filing.objects.get(short_text="Answer to Complaint").entry_number == "2"
        assert Filing.objects.count() == 3

    def test_what_staff_corrected_stays_whatever_comes(self) -> None:
        imported(court_pages.history())
        Filing.objects.filter(entry_number="1").update(short_text="Complaint, as corrected")
        for name, page in SOURCES.items():
            imported(page, name)
        assert Filing.objects.get(entry_number="1").short_text == "Complaint, as corrected"

    def test_a_later_docket_is_believed_before_a_feed_and_an_earlier_docket(self) -> None:
        later = pacer_pages.district(title="Marsh v. Brightwater Pictures, LLC et al", served=LATER)
        files = [("a", later.encode()), ("b", pacer_pages.district().encode()), ("c", court_pages.feed().encode())]
        ((case, *_),) = the_same_in_all_orders(files)
        assert case["caption"] == "Marsh v. Brightwater Pictures, LLC"  # the parser drops "et al"
        assert str(case["last_checked"]) == "2021-07-01"

    def test_a_case_closed_on_the_later_page_is_closed_in_all_orders(self) -> None:
        closed = pacer_pages.district(dates="<br>Date Filed: 03/04/2021<br>Date Terminated: 05/05/2021", served=LATER)
        files = [("a", closed.encode()), ("b", pacer_pages.district().encode()), ("c", court_pages.history().encode())]
        ((case, *_),) = the_same_in_all_orders(files)
        assert (case["status"], str(case["date_terminated"])) == ("disposed", "2021-05-05")


@needs_dockets
@pytest.mark.parametrize(
    "names",
    [
        ("district/nysd_441170.html", "docket_history/nysd_441170.html"),
        (
            "district/cand_7.html",
            "attachment_pages/cand_035023513538.html",
            "attachment_pages/cand_035023515598.html",
        ),
        ("district/nysd_2.html", "district/nysd_491943.html"),
        ("district/cacd.html", "district/cacd_2.html"),
        ("rss/mdb_1.xml", "rss/mdb_2.xml"),
    ],
    ids=lambda names: names[0],
)
def test_real_files_of_one_case_leave_the_same_record_in_all_orders(names: tuple[str, ...]) -> None:
    the_same_in_all_orders([(name, (DOCKETS / name).read_bytes()) for name in names])
