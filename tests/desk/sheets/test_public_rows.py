"""A spreadsheet that changes what is public goes through the same gates as a form does."""

from __future__ import annotations

import pytest

from docket import models as m
from docket.publishing.visibility import Visibility
from tests.desk.sheets.sheets import checked, columns, reasons, save, send
from tests.records.desk_cast import a_case, a_filing, member, publish

pytestmark = pytest.mark.usefixtures("projected")


def test_a_clerk_proposes_what_would_change_in_public() -> None:
    filing = publish(a_filing(publish(a_case()), docket_text="Answr"))
    clerk = member("clerk")
    sheet = checked(clerk, f"filing_id,docket_text\n{filing.public_id},Answer\n")
    assert sheet.counts == {"proposed": 1}, reasons(sheet)
    save(clerk, sheet)
    filing.refresh_from_db()
    assert filing.docket_text == "Answr"
    assert m.ProposedChange.objects.get().values == {"docket_text": {"docket_text": ["Answer"]}}


def test_an_editors_change_of_a_public_date_is_told_as_a_correction() -> None:
    filing = publish(a_filing(publish(a_case()), date_filed="2023-05-02"))
    editor = member("editor")
    save(editor, checked(editor, f"filing_id,date_filed\n{filing.public_id},2023-05-03\n"))
    assert [(row.what, row.was) for row in m.Correction.objects.all()] == [("filing.date_filed", "2023-05-02")]


def test_personal_data_that_would_be_public_is_refused_without_a_reason() -> None:
    filing = publish(a_filing(publish(a_case())))
    editor = member("editor")
    text = f"filing_id,docket_text\n{filing.public_id},Answer of SSN 219-09-9999\n"
    sheet = checked(editor, text)
    assert sheet.counts == {"refused": 1}
    assert "Personal data would be public" in reasons(sheet)[0]
    send(editor, text)
    again = columns(editor, m.SheetImport.objects.first(), reason="the court's own order names it")  # type: ignore[arg-type]
    assert again.counts == {"changed": 1}
    save(editor, again)
    assert m.AcknowledgedData.objects.count() == 1


def test_new_rows_are_drafts_unless_the_case_publishes_its_new_filings_at_once() -> None:
    text = "docket_text\nAnswer\n"
    editor = member("editor")
    for new_filings, becomes in (("draft", Visibility.DRAFT), ("public", Visibility.PUBLIC)):
        case = publish(a_case(new_filings=new_filings))
        save(editor, checked(editor, text, case=case))
        assert [row.visibility for row in m.Filing.objects.filter(case=case)] == [becomes]


def test_personal_data_in_a_new_row_is_refused_where_the_case_publishes_at_once() -> None:
    editor, case = member("editor"), publish(a_case(new_filings="public"))
    sheet = checked(editor, "docket_text\nAffidavit of SSN 219-09-9999\nAnswer\n", case=case)
    assert sheet.counts == {"refused": 1, "new": 1}
    save(editor, sheet)
    assert [row.docket_text for row in m.Filing.objects.all()] == ["Answer"]
