"""Of which entry a file is: told by stamp, court's id, number or words; what fits two entries is offered at neither."""

from __future__ import annotations

import pytest

from docket.intake.matching.named_files import Entry, offered, title_of

ENTRIES = [
    Entry(
        1,
        "1",
        "COMPLAINT against Heron Lifts, Inc., filed by Marten Vole",
        "04500111",
        ((0, "", ""), (1, "04501222", "Exhibit A - Lease")),
    ),
    Entry(12, "12", "MOTION to Dismiss filed by Heron Lifts, Inc."),
    Entry(14, "14", "OPPOSITION to Motion to Dismiss filed by Marten Vole"),
    Entry(20, "20", "ORDER granting Motion to Dismiss"),
    Entry(45, "45", "DECLARATION of Ida Vole"),
    Entry(7, "7", "Summons issued"),
    Entry(8, "7", "Summons returned executed"),
    Entry(9, "", "Minute entry: status conference"),
]


def place(name: str, page: str = "") -> tuple[int, int] | None:
    offer = offered(name, page, ENTRIES, lambda number: number == "2:21-cv-00123-ABC")
    return (offer.entry.pk, offer.attachment) if offer.entry else None


def why(name: str, page: str = "") -> str:
    return offered(name, page, ENTRIES, lambda number: number == "2:21-cv-00123-ABC").why


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("45.pdf", (45, 0)),
        ("045-02.pdf", (45, 2)),
        ("45-2 Exhibit B.pdf", (45, 2)),
        ("45_2_Exhibit_B.pdf", (45, 2)),
        ("ECF No. 45-2.pdf", (45, 2)),
        ("Dkt. 12 motion.pdf", (12, 0)),
        ("doc45 attachment 3.pdf", (45, 3)),
        ("gov.uscourts.cacd.812345.45.2.pdf", (45, 2)),
        ("C:\\scans\\20 Order.pdf", (20, 0)),
        ("2023-05-12 Declaration of Ida Vole.pdf", (45, 0)),
        ("04511222.pdf", None),
        ("04501222.pdf", (1, 1)),
        ("04500111.pdf", (1, 0)),
        ("Motion to Dismiss.pdf", (12, 0)),
        ("Opposition to motion to dismiss.pdf", (14, 0)),
        ("order granting motion to dismiss (signed).pdf", (20, 0)),
        ("Exhibit A - Lease.pdf", (1, 1)),
        ("Minute entry status conference.pdf", (9, 0)),
        ("7.pdf", None),
        ("99.pdf", None),
        ("scan.pdf", None),
        ("2023-05-12.pdf", None),
        ("12.05.2023.pdf", None),
        ("summons.pdf", None),
    ],
)
def test_a_file_is_offered_where_its_name_says(name: str, where: tuple[int, int] | None) -> None:
    assert place(name) == where


def test_the_fourth_digit_of_a_long_id_of_pacer_does_not_count() -> None:
    entries = [Entry(5, "5", "NOTICE", "04505123456")]
    offer = offered("04515123456.pdf", "", entries, lambda number: False)
    assert (offer.entry, offer.why) == (entries[0], "by the court's id")


@pytest.mark.parametrize(
    "stamp",
    [
        "Case 2:21-cv-00123-ABC   Document 45-2   Filed 03/04/21   Page 1 of 9   Page ID #:77",
        "Case 2:21-cv-00123-ABC ECF No. 45-2, PageID.12 Filed 03/04/21 Page 1 of 9",
        "EXHIBIT B\nCase 2:21-cv-00123-ABC\nDocument 12 Filed 01/04/21\n"
        "Case 2:21-cv-00123-ABC Document 45-2 Filed 03/04/21",
    ],
)
def test_the_courts_stamp_outranks_the_name(stamp: str) -> None:
    assert place("20 Order.pdf", stamp) == (45, 2)


def test_a_stamp_of_another_case_is_said_and_nothing_is_offered() -> None:
    page = "Case 2:20-cv-00999-XYZ Document 45 Filed 03/04/21"
    assert place("45.pdf", page) is None
    assert "names another case, 2:20-cv-00999-XYZ" in why("45.pdf", page)


def test_an_exhibit_with_the_stamp_of_another_case_goes_by_its_own() -> None:
    page = "Case 2:20-cv-00999-XYZ Document 99 Filed 1/1/20 Case 2:21-cv-00123-ABC Document 45-2 Filed 03/04/21"
    assert place("x.pdf", page) == (45, 2)


def test_a_number_that_two_entries_have_is_said() -> None:
    assert why("7.pdf") == "2 entries are numbered 7"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("45-2_Exhibit_B.pdf", "Exhibit B"),
        ("45-2 Exhibit B.pdf", "Exhibit B"),
        ("Motion-to-Dismiss.pdf", "Motion to Dismiss"),
        ("gov.uscourts.cacd.812345.45.2.pdf", ""),
        ("045.pdf", ""),
        ("ECF No. 45 - Declaration of I. Vole.pdf", "Declaration of I. Vole"),
        ("2023-05-12 Order.pdf", "Order"),
        ("Exhibit 3.pdf", "Exhibit 3"),
    ],
)
def test_a_title_is_what_is_left_of_the_name(name: str, title: str) -> None:
    assert title_of(name) == title
