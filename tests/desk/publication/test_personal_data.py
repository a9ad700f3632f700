"""Personal data does not go public unnoticed: it is named with its place, and a reason is asked for, once a text."""

from __future__ import annotations

import pytest

from docket.models import AcknowledgedData, Filing, ProposedChange
from tests.desk.publication.test_shown import Page, published, words
from tests.records.desk_cast import a_case, a_filing, a_party, act_on, address, member, new, publish, typed

pytestmark = pytest.mark.usefixtures("projected")
SSN, WHY = "219-09-9999", {"personal_data_reason": "printed in the public opinion"}
ASKED = "Personal data that would be public"


def with_number(case, **columns):
    return a_filing(case, "Affidavit", docket_text=f"AFFIDAVIT of Jane Roe, SSN {SSN} of record", **columns)


class TestPublishing:
    def test_the_page_names_text_and_place_and_publishes_only_with_a_reason(self):
        case = a_case()
        filing = with_number(case)
        page = Page(member("editor"), case)
        assert ASKED in words(page.seen)
        told = "A Social Security number in the docket text of filing “Affidavit” : AFFIDAVIT of Jane Roe, SSN"
        assert told in words(page.seen)
        assert f"<mark>{SSN}</mark>" in page.seen.content.decode()
        assert "Say why all of it may be public" in words(page.press())
        assert published("docket_case") == published("docket_filing") == set()
        assert page.press(**WHY).status_code == 302
        assert published("docket_filing") == {filing.pk}
        (kept,) = AcknowledgedData.objects.all()
        assert (kept.label, kept.object_id, kept.field) == ("docket.filing", filing.pk, "docket_text")
        assert (kept.kinds, kept.reason, str(kept.author)) == (["social_security"], *WHY.values(), "editor")
        assert SSN not in str(vars(kept))

    def test_a_reason_holds_until_the_text_changes(self):
        case = a_case()
        filing = with_number(case)
        editor = member("editor")
        Page(editor, case).press(**WHY)
        Page(editor, filing, "hide").press()
        again = Page(editor, filing)
        assert ASKED not in words(again.seen)
        assert again.press().status_code == 302
        Page(editor, filing, "hide").press()
        Filing.objects.filter(pk=filing.pk).update(docket_text=f"AFFIDAVIT of Ann Roe, SSN {SSN}")
        assert ASKED in words(Page(editor, filing).seen)

    def test_what_is_held_below_a_public_case_is_looked_at_too(self):
        case = publish(a_case())
        with_number(case)
        page = Page(member("editor"), case, "publish_held")
        assert ASKED in words(page.press())
        assert published("docket_filing") == set()
        assert page.press(**WHY).status_code == 302

    def test_what_comes_back_from_under_seal_is_looked_at_too(self):
        filing = publish(with_number(publish(a_case())))
        officer = member("custodian")
        authority = {"authority": "Order of 3 May 2024"}
        assert Page(officer, filing, "seal").press(**authority).status_code == 302
        page = Page(officer, filing, "unseal")
        assert ASKED in words(page.press(**authority))
        assert page.press(**authority, **WHY).status_code == 302

    def test_hiding_and_sealing_never_wait_for_a_reason(self):
        filing = publish(with_number(publish(a_case())))
        page = Page(member("editor"), filing, "hide")
        assert ASKED not in words(page.seen)
        assert page.press().status_code == 302

    def test_one_reason_covers_the_rows_chosen_in_a_list(self):
        case = publish(a_case())
        rows = [with_number(case) for _ in range(3)]
        editor = member("editor")
        refused = act_on(editor, Filing, "publish", rows, reason="checked")
        assert ASKED in words(refused)
        assert published("docket_filing") == set()
        act_on(editor, Filing, "publish", rows, reason="checked", **WHY)
        assert published("docket_filing") == {row.pk for row in rows}
        assert AcknowledgedData.objects.count() == 3

    def test_a_text_without_personal_data_asks_nothing(self):
        case = a_case()
        a_filing(case, docket_text="ORDER re 12 MOTION (Entered: 03/04/2021) XXX-XX-1234")
        page = Page(member("editor"), case)
        assert ASKED not in words(page.seen)
        assert page.press().status_code == 302

    def test_an_expunged_row_takes_its_reason_along(self):
        filing = with_number(publish(a_case()))
        Page(member("editor"), filing).press(**WHY)
        page = Page(member("chief"), filing, "expunge")
        page.press(authority="Order of 3 May 2024", for_good="on")
        assert not AcknowledgedData.objects.exists()


class TestSaving:
    def test_a_public_row_is_saved_with_personal_data_only_for_a_reason(self):
        filing = publish(a_filing(publish(a_case()), docket_text="AFFIDAVIT of Jane Roe"))
        editor = member("editor")
        form = typed(editor.get(address(filing))) | {"docket_text": f"AFFIDAVIT of Jane Roe, SSN {SSN}"}
        refused = editor.post(address(filing), form)
        assert ASKED in words(refused)
        assert f"<mark>{SSN}</mark>" in refused.content.decode()
        filing.refresh_from_db()
        assert filing.docket_text == "AFFIDAVIT of Jane Roe"
        assert editor.post(address(filing), form | WHY).status_code == 302
        filing.refresh_from_db()
        assert SSN in filing.docket_text
        assert AcknowledgedData.objects.get().object_id == filing.pk
        again = typed(editor.get(address(filing))) | {"title": "Affidavit of Jane Roe"}
        assert editor.post(address(filing), again).status_code == 302

    def test_a_draft_is_saved_without_a_question(self):
        filing = a_filing(a_case(), docket_text="AFFIDAVIT of Jane Roe")
        editor = member("editor")
        form = typed(editor.get(address(filing))) | {"docket_text": f"AFFIDAVIT, SSN {SSN}"}
        assert editor.post(address(filing), form).status_code == 302

    def test_a_new_line_of_a_case_that_publishes_at_once_is_looked_at_before_it_goes_out(self):
        case, editor = publish(a_case(new_filings="public")), member("editor")
        add = new(Filing, f"?case={case.pk}")
        form = typed(editor.get(add)) | {"docket_text": f"AFFIDAVIT of Jane Roe, SSN {SSN}"}
        assert ASKED in words(editor.post(add, form))
        assert not Filing.objects.exists()
        editor.post(add, form | WHY)
        assert Filing.objects.get().says_public

    def test_a_public_persons_name_and_description_are_looked_at_too(self):
        party = a_party(publish(a_case())).party
        editor = member("editor")
        form = typed(editor.get(address(party))) | {"description": "reached at tamsin@example.com"}
        assert ASKED in words(editor.post(address(party), form))

    def test_who_proposes_is_asked_as_well_and_the_editor_again(self):
        filing = publish(a_filing(publish(a_case()), docket_text="AFFIDAVIT of Jane Roe"))
        clerk, editor = member("clerk"), member("editor")
        form = typed(clerk.get(address(filing))) | {"docket_text": f"AFFIDAVIT of Jane Roe, SSN {SSN}"}
        assert ASKED in words(clerk.post(address(filing), form))
        assert not ProposedChange.objects.exists()
        clerk.post(address(filing), form | WHY)
        proposal = ProposedChange.objects.get()
        assert proposal.note == WHY["personal_data_reason"]
        page = f"{address(filing)}?proposed={proposal.pk}"
        taken = typed(editor.get(page))
        assert ASKED in words(editor.post(page, taken))
        assert editor.post(page, taken | WHY).status_code == 302
