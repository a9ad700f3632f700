"""Registers of state courts: a portal's page, and tables that do not say what their columns are."""

from datetime import date
from typing import Any

import pytest

from docket.intake.court_pages.readers import read_dockets
from docket.intake.court_pages.sniff import sniff
from docket.intake.shape import ImportedDocket, Refused
from docket.models import Case, Filing, ImportedFile
from tests.court_pages.importing import imported, make_forum, record, refused
from tests.court_pages.registers import EVENTS, ROWS, new_mexico, pasted, portal
from tests.intake.merging.test_orders import in_all_orders
from tests.shared import MORE, needs_more

WORDS = ["OPN: COMPLAINT – Plaintiff Marsh", "MTN: TO STRIKE", "ORD: HEARING SET – Quentin R. Sable"]


def one(page: str, forum: str = "nmdist") -> ImportedDocket:
    (docket,) = read_dockets(sniff(page.encode()), page.encode(), "page", forum)
    return docket


def told(docket: ImportedDocket) -> list[tuple[date | None, str]]:
    return [(entry.date_filed, entry.text) for entry in docket.entries]


def test_a_portals_page_says_what_who_and_when() -> None:
    docket = one(portal())
    assert (docket.docket_number, docket.caption) == ("21CV009999", "Ottoline Marsh vs Brightwater Pictures, LLC")
    assert (docket.case_type, docket.status, docket.date_filed) == ("Unlimited Civil", "Active", date(2021, 3, 4))
    assert told(docket) == [
        (date(2021, 3, 4), "Complaint"),
        (date(2021, 3, 15), "Motion – to strike the complaint"),
        (date(2021, 4, 6), "Motion Hearing – Judicial Officer: Sable, Quentin; Result: Heard"),
    ]
    assert [(party.role_as_filed, party.name) for party in docket.parties] == [
        ("Plaintiff", "Marsh, Ottoline"),
        ("Defendant", "Brightwater Pictures, LLC"),
    ]
    counsel, own = (party.attorneys[0] for party in docket.parties)
    assert (counsel.name, counsel.self_represented) == ("Harbottle, Quill R.", False)
    assert own.self_represented
    assert docket.warnings == ("1 disposition events were not taken over.",)


def test_of_people_on_a_portal_no_address_day_of_birth_telephone_or_link_is_read() -> None:
    said = repr(one(portal()))
    assert [private for private in ("Lantern", "1980", "555-010", "ONCE", "a.pdf") if private in said] == []


def test_an_event_without_a_date_is_refused() -> None:
    with pytest.raises(Refused, match="no date"):
        one(portal([*EVENTS, ("", "Complaint amended", {})]))


@pytest.mark.parametrize("status", ["Sealed Case", "This case is sealed"])
def test_a_case_that_a_portal_calls_sealed_is_refused(status: str) -> None:
    with pytest.raises(Refused, match="not open"):
        one(portal(title=status))


@pytest.mark.parametrize("title", ["Confidential Report", "Sealed Document", "Affidavit (SEALED)", "RESTRICTED Filing"])
def test_an_event_that_is_marked_closed_is_held(title: str) -> None:
    docket = one(portal([*EVENTS, ("04/07/2021", title, {"Comment": "of a child"})]))
    assert len(docket.entries) == len(EVENTS)
    assert any("held" in warning or "not imported" in warning for warning in docket.warnings)


def test_a_saved_table_is_read_with_its_number_and_heading() -> None:
    docket = one(new_mexico())
    assert docket.docket_number == "D-202-CV-2021-00123"
    assert docket.caption == "Ottoline Marsh v. Brightwater Pictures, LLC"
    assert [text for _, text in told(docket)] == WORDS
    assert docket.reading == (
        "dates from column 1 “Event Date”, texts from columns 2 “Event Description”, 3 “Event Result”"
    )


def test_a_pasted_table_is_read_and_a_line_goes_on_until_the_next_date() -> None:
    docket = one(pasted())
    assert (docket.docket_number, docket.caption) == ("21STCV09871", "Ottoline Marsh v. Brightwater Pictures, LLC")
    assert [text for _, text in told(docket)] == [*WORDS[:2], f"{WORDS[2]} and vacated"]
    assert docket.reading == "dates from column 1 “Filing Date”, texts from columns 2 “Description”, 3 “Memo”"


@pytest.mark.parametrize(
    "day", ["3/4/2021", "03-04-2021", "2021-03-04", "March 4, 2021", "Mar. 4, 2021", "04-MAR-2021"]
)
def test_days_are_read_in_the_forms_of_courts(day: str) -> None:
    docket = one(pasted([(day, "COMPLAINT", ""), *ROWS[1:]]))
    assert docket.entries[0].date_filed == date(2021, 3, 4)


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (pasted().replace("Case Number: 21STCV09871", ""), "no case number"),
        (pasted(ROWS[:2]), "No docket was recognised"),
        (pasted([*ROWS, ("13/45/2021", "ORDER", "")]), "is no date"),
        (new_mexico([*ROWS, ("ORDER", "04/07/2021", "")]), "another column"),
    ],
)
def test_what_is_no_sure_table_is_refused(page: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        one(page)


def test_a_held_line_of_a_table_is_left_out() -> None:
    assert [text for _, text in told(one(pasted([*ROWS, ("04/07/2021", "CONFIDENTIAL Report", "")])))][3:] == []


def test_a_page_that_names_no_court_asks_for_it(db: None) -> None:
    assert "which court" in refused(portal())


def test_a_table_asks_once_for_each_court_and_way_of_reading(db: None) -> None:
    forum, other = make_forum("nmdist"), make_forum("calsuppctnapa")
    asked = refused(pasted(), forum=forum)
    assert all(words in asked for words in ("3 entries of 21STCV09871", "“Description”", "--as-table"))
    imported(pasted(), forum=forum, as_table=True)
    imported(pasted(number="21STCV09872").replace("Marsh", "Roe"), forum=forum)
    assert Case.objects.count() == 2
    assert "--as-table" in refused(pasted(number="21STCV09873"), forum=other)
    assert "--as-table" in refused(new_mexico(), forum=forum)
    assert set(ImportedFile.objects.values_list("report__reading", flat=True)) == {one(pasted()).reading}


PAGES: list[tuple[str, dict[str, Any]]] = [(portal(), {}), (pasted(), {"as_table": True})]


@pytest.mark.parametrize(("page", "options"), PAGES)
def test_a_second_import_changes_nothing(page: str, options: dict[str, Any], db: None) -> None:
    forum = make_forum("calsuppctnapa")
    imported(page, forum=forum, **options)
    before = record()
    imported(page, forum=forum, **options)
    assert record() == before


def test_earlier_and_later_pages_make_one_record_in_any_order(db: None) -> None:
    forum = make_forum("calsuppctnapa")
    files = [("early.html", portal(EVENTS[:2]).encode()), ("late.html", portal().encode())]
    one_way, other = in_all_orders(files, lambda: [sorted(Filing.objects.values_list("docket_text"))], forum=forum)
    assert one_way == other


@needs_more
@pytest.mark.parametrize("page", sorted(MORE.glob("odyssey/*/*.html")), ids=lambda page: page.name)
def test_every_real_page_of_a_portal_is_read_to_its_end(page: Any) -> None:
    data = page.read_bytes()
    (docket,) = read_dockets(sniff(data), data, page.name, "calsuppctnapa")
    assert docket.docket_number == page.stem
    assert len(docket.entries) == data.count(b'"list-group-item"')
    assert docket.caption
    assert docket.date_filed
    assert len(docket.parties) >= 2
