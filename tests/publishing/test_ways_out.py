"""Every way by which text becomes public, each walked with a Social Security number that nobody has let pass."""

from __future__ import annotations

import ast
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from docket import models as d
from tests.court_pages import pacer_pages as pages
from tests.court_pages.importing import imported, make_forum, published, record
from tests.court_pages.pacer_pages import Block, Row
from tests.desk.publication.test_shown import Page
from tests.desk_forms import sent
from tests.records.desk_cast import a_case, a_filing, a_party, act_on, address, member, new, publish, typed
from tests.records.desk_docket import Docket

pytestmark = pytest.mark.usefixtures("committed")
SSN = "219-09-9999"
TEXT = f"AFFIDAVIT of Jane Roe, SSN {SSN}"
LATER = "07/01/2021 09:00:00"
Why = dict[str, str]
WHY = {"personal_data_reason": "printed in the public opinion"}
ORDER = {"authority": "Order of 3 May 2024"}


def saved_by_form(row: Any, box: str, why: Why) -> None:
    editor = member("editor")
    editor.post(address(row), typed(editor.get(address(row))) | {box: TEXT, **why})


def with_a_form_of_its_own(why: Why) -> None:
    saved_by_form(publish(a_filing(publish(a_case()))), "docket_text", why)


def with_the_form_of_a_person(why: Why) -> None:
    saved_by_form(a_party(publish(a_case())).party, "description", why)


def with_the_form_of_a_page_of_the_site(why: Why) -> None:
    saved_by_form(publish(d.SitePage.objects.create(slug="about-us", title="About us", text="Be kind.")), "text", why)


def with_a_new_row_that_follows_its_case(why: Why) -> None:
    case, editor = publish(a_case()), member("editor")
    page = new(d.Claim, f"?case={case.pk}")
    editor.post(page, typed(editor.get(page)) | {"title": TEXT, **why})


def by_publishing(why: Why) -> None:
    case = a_case()
    a_filing(case, docket_text=TEXT)
    Page(member("editor"), case).press(**why)


def by_publishing_what_is_held(why: Why) -> None:
    case = publish(a_case())
    a_filing(case, docket_text=TEXT)
    Page(member("editor"), case, "publish_held").press(**why)


def by_publishing_chosen_rows(why: Why) -> None:
    rows = [a_filing(publish(a_case()), docket_text=TEXT)]
    act_on(member("editor"), d.Filing, "publish", rows, reason="checked", **why)


def by_unsealing(why: Why) -> None:
    filing, officer = publish(a_filing(publish(a_case()), docket_text=TEXT)), member("custodian")
    Page(officer, filing, "seal").press(**ORDER)
    Page(officer, filing, "unseal").press(**ORDER, **why)


def by_taking_a_proposal(why: Why) -> None:
    filing = publish(a_filing(publish(a_case())))
    clerk, editor = member("clerk"), member("editor")
    clerk.post(address(filing), typed(clerk.get(address(filing))) | {"docket_text": TEXT} | WHY)
    page = f"{address(filing)}?proposed={d.ProposedChange.objects.get().pk}"
    editor.post(page, typed(editor.get(page)) | why)


def on_the_sheet_of_counts(why: Why) -> None:
    docket = Docket()
    publish(docket.case)
    editor, sheet = member("editor"), reverse("admin:claims_pleaded", args=[docket.complaint.pk])
    editor.post(sheet, sent(editor.get(sheet)) | {"n0-title": [TEXT], "n0-everyone": ["on"], **why})


def on_the_sheet_of_outcomes(why: Why) -> None:
    docket = Docket()
    docket.claim()
    order = docket.filing("Order", "judg.order_of_dismissal", date(2024, 5, 1))
    publish(docket.case)
    editor, sheet = member("editor"), reverse("admin:claims_decided", args=[order.pk])
    boxes = {"kind": ["dismissed_motion"], "with_prejudice": ["with"], "note": [TEXT], "everything": ["on"]}
    editor.post(sheet, sent(editor.get(sheet)) | boxes | why)


def by_an_import_that_publishes() -> None:
    imported(pages.district(rows=[*pages.ROWS, Row("3", TEXT)]), publish=True)


def again(**page: Any) -> None:
    """Into a public case that shows new entries at once."""
    imported(pages.district(), publish=True)
    d.Case.objects.update(new_filings="public")
    imported(pages.district(**page, served=LATER))


def by_an_imported_entry() -> None:
    again(rows=[*pages.ROWS, Row("3", TEXT)])


def by_an_imported_text_of_a_known_entry() -> None:
    again(rows=[Row("1", TEXT, document="03501111111", sequence=5), *pages.ROWS[1:]])


def by_an_imported_document() -> None:
    files = [("Main", 3), (f"Exhibit of {TEXT}", 2)]
    again(rows=[*pages.ROWS, Row("3", "AFFIDAVIT", document="03501111555", sequence=12, files=files)])


def by_an_imported_party() -> None:
    again(blocks=[*pages.BLOCKS, Block("Defendant", f"Jane Roe SSN {SSN}")])


def by_an_imported_counsel() -> None:
    counsel = f"<B>Quill Harbottle SSN {SSN}</B><BR>77 Inkwell Row<BR><I>LEAD ATTORNEY</I>"
    again(blocks=[*pages.BLOCKS, Block("Defendant", "Barnaby Crook", counsel=counsel)])


def by_an_imported_capacity() -> None:
    under = f"<BR><I>as guardian of Ann, SSN {SSN}</I>"
    again(blocks=[*pages.BLOCKS, Block("Defendant", "Barnaby Crook", under=under)])


def by_an_imported_alias() -> None:
    under = f"<BR><I>also known as</I><BR>Barney SSN {SSN}"
    again(blocks=[*pages.BLOCKS, Block("Defendant", "Barnaby Crook", under=under)])


def by_an_imported_charge() -> None:
    again(
        blocks=[*pages.BLOCKS, Block("Defendant", "Barnaby Crook", counts=[("Pending", f"FRAUD with SSN {SSN}", "")])]
    )


def by_an_imported_outcome_of_a_charge() -> None:
    counts = [("Terminated", "FRAUD", f"Dismissed; victim SSN {SSN}")]
    again(blocks=[*pages.BLOCKS, Block("Defendant", "Barnaby Crook", counts=counts)])


def by_an_imported_judge() -> None:
    again(header=f"<br>Assigned to: Judge Quentin R. Sable<br>Referred to: Magistrate Judge Tess SSN {SSN}")


def by_an_imported_caption() -> None:
    again(title=f"Marsh SSN {SSN} v. Brightwater Pictures, LLC")


AT_THE_DESK: list[Callable[[Why], None]] = [
    with_a_form_of_its_own,
    with_the_form_of_a_person,
    with_the_form_of_a_page_of_the_site,
    with_a_new_row_that_follows_its_case,
    by_publishing,
    by_publishing_what_is_held,
    by_publishing_chosen_rows,
    by_unsealing,
    by_taking_a_proposal,
    on_the_sheet_of_counts,
    on_the_sheet_of_outcomes,
]
FROM_A_PAGE: list[Callable[[], None]] = [
    by_an_import_that_publishes,
    by_an_imported_entry,
    by_an_imported_text_of_a_known_entry,
    by_an_imported_document,
    by_an_imported_party,
    by_an_imported_counsel,
    by_an_imported_capacity,
    by_an_imported_alias,
    by_an_imported_charge,
    by_an_imported_outcome_of_a_charge,
    by_an_imported_judge,
    by_an_imported_caption,
]


@pytest.mark.parametrize("way", AT_THE_DESK, ids=lambda way: way.__name__)
class TestAtTheDesk:
    def test_nothing_goes_out_without_a_reason(self, way: Callable[[Why], None]) -> None:
        way({})
        assert SSN not in str(published())

    def test_with_a_reason_it_does(self, way: Callable[[Why], None]) -> None:
        """So that the other test does not pass because nothing was saved at all."""
        way(WHY)
        assert SSN in str(published())
        assert d.AcknowledgedData.objects.filter(reason=WHY["personal_data_reason"]).exists()


@pytest.mark.parametrize("way", FROM_A_PAGE, ids=lambda way: way.__name__)
def test_an_imported_page_shows_none_of_it_and_staff_still_have_it(way: Callable[[], None]) -> None:
    make_forum("cand")
    way()
    assert SSN not in str(published())
    assert SSN in str(record())


# Rows without a word from the page, and the case itself, which begins as a draft.
WORDLESS = {"CaseMatter", "ImportedFile", "Source", "Case", "ClaimParty", "ClaimAgainst", "CaseNumber", "ClaimEvent"}


def test_an_import_makes_rows_by_the_one_way_that_looks_at_them() -> None:
    made = set()
    for file in Path("docket/intake/merging").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Attribute) and node.attr in ("create", "bulk_create", "get_or_create"):
                made.add(ast.unparse(node.value).removesuffix(".objects"))
    assert made - WORDLESS == {"type(new[0])._default_manager"}
