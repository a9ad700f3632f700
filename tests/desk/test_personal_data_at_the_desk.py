"""Personal data does not go public unnoticed: it is named with its place, and a reason is asked for, once a text."""

from __future__ import annotations

import pytest

from docket.models import AcknowledgedData, Filing
from tests.desk.test_shown import Page, published, words
from tests.records.desk_cast import a_case, a_filing, act_on, member, publish

pytestmark = pytest.mark.usefixtures("projected")
SSN, WHY = "219-09-9999", {"personal_data_reason": "printed in the public opinion"}
ASKED = "Personal data that would be public"


def with_number(case, **columns) -> Filing:
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
        assert (kept.kinds, kept.reason, kept.author.username) == (["social_security"], *WHY.values(), "editor")
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
        officer = member("records officer")
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
