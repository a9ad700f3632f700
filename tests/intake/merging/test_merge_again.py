"""A page of a known case: shorter, newer, older, and against what staff did meanwhile."""

from datetime import date

import pytest

from docket.models import Case, Document, Filing, ImportedFile
from docket.publishing import verbs
from parties.models import Attorney
from tests.court_pages import pacer_pages as pages
from tests.court_pages.importing import imported, make_forum, record, refused, the_case
from tests.court_pages.pacer_pages import Block, Row

pytestmark = pytest.mark.django_db
LATER, EARLIER = "07/01/2021 09:00:00", "05/01/2021 09:00:00"


@pytest.fixture(autouse=True)
def forums() -> None:
    make_forum("cand")
    make_forum("alsb")


def numbers(case: Case) -> list[str]:
    return [filing.entry_number for filing in case.filings.all()]


class TestAgain:
    @pytest.mark.parametrize("page", [pages.district(), pages.criminal(), pages.bankruptcy()])
    def test_the_same_file_changes_nothing_anywhere(self, page: str) -> None:
        imported(page)
        before = record()
        report = imported(page)
        assert record() == before
        for tally in (report.filings, report.parties, report.attorneys):
            assert not tally.anything
            assert tally.unchanged > 0

    def test_a_shorter_page_removes_nothing(self) -> None:
        imported(pages.district())
        report = imported(pages.district(rows=pages.ROWS[:1], blocks=pages.BLOCKS[:1], served=LATER))
        assert numbers(the_case()) == ["1", "", "2"]
        assert the_case().case_parties.count() == 2
        assert any("nothing was removed" in warning for warning in report.warnings)

    def test_a_longer_page_adds_what_is_new(self) -> None:
        imported(pages.district())
        report = imported(pages.district(rows=[*pages.ROWS, Row("3", "REPLY", filed="05/01/2021")], served=LATER))
        assert (report.filings.new, report.filings.unchanged) == (1, 3)
        assert numbers(the_case()) == ["1", "", "2", "3"]

    def test_each_page_that_is_imported_is_remembered_once(self) -> None:
        imported(pages.district())
        assert ImportedFile.objects.count() == 1
        longer = pages.district(rows=[*pages.ROWS, Row("3", "REPLY", filed="05/01/2021")], served=LATER)
        for _ in range(2):
            imported(longer)
            assert ImportedFile.objects.count() == 2

    def test_one_more_unnumbered_line_of_the_same_words_is_added(self) -> None:
        rows = [Row("", "Text order"), Row("", "Text order")]
        imported(pages.district(rows=rows))
        report = imported(pages.district(rows=[*rows, Row("", "Text order")], served=LATER))
        assert (report.filings.new, Filing.objects.count()) == (1, 3)

    def test_what_the_court_reworded_follows(self) -> None:
        imported(pages.district())
        new = Row("2", "ANSWER to 1 Complaint by Brightwater Pictures, LLC. Modified on 6/2/2021.", filed="04/01/2021",
                  document="03501111333", sequence=9)  # fmt: skip
        report = imported(pages.district(rows=[*pages.ROWS[:2], new], served=LATER))
        assert (report.filings.changed, report.filings.unchanged) == (1, 2)
        assert "Modified" in Filing.objects.get(entry_number="2").docket_text

    def test_what_the_court_changed_of_a_document_follows(self) -> None:
        row = Row("1", "COMPLAINT", document="035023513538", sequence=10, files=[("Main", 12), ("Exhibit A", 3)])
        imported(pages.district(rows=[row]))
        row.files = [("Main", 12), ("Exhibit B", 4)]
        report = imported(pages.district(rows=[row], served=LATER))
        exhibit = Document.objects.get(attachment_number=1)
        assert (exhibit.title, exhibit.page_count) == ("Exhibit B", 4)
        assert (report.documents.changed, report.documents.unchanged) == (1, 1)

    def test_the_parties_stand_in_the_order_of_the_newest_page(self) -> None:
        turned = pages.BLOCKS[::-1]
        for page, first in (
            (pages.district(blocks=turned, served=EARLIER), "Brightwater Pictures, LLC"),
            (pages.district(), "Ottoline Marsh"),
            (pages.district(blocks=turned, served=EARLIER), "Ottoline Marsh"),
            (pages.district(blocks=turned, served=LATER), "Brightwater Pictures, LLC"),
        ):
            imported(page)
            assert the_case().case_parties.order_by("position").values_list("name_as_filed", flat=True)[0] == first

    def test_a_page_served_before_only_adds(self) -> None:
        imported(pages.district(rows=pages.ROWS[1:], title="Marsh v. Brightwater"))
        old = pages.district(title="Marsh v. Doe", served=EARLIER)
        report = imported(old)
        assert the_case().caption == "Marsh v. Brightwater"
        assert numbers(the_case()) == ["1", "", "2"]
        assert any("only adds" in warning for warning in report.warnings)

    def test_a_case_that_was_reopened_loses_its_closing_date(self) -> None:
        closed = pages.district(dates="<br>Date Filed: 03/04/2021<br>Date Terminated: 05/05/2021")
        imported(closed)
        assert the_case().status == "disposed"
        imported(pages.district(served=LATER))
        assert (the_case().status, the_case().date_terminated) == ("pending_active", None)
        imported(closed)
        assert (the_case().status, the_case().date_terminated) == ("pending_active", None)

    def test_a_closing_date_before_the_filing_is_left_out_with_a_warning(self) -> None:
        report = imported(pages.district(dates="<br>Date Filed: 03/04/2021<br>Date Terminated: 01/01/2020"))
        assert the_case().date_terminated is None
        assert any("before it was filed" in warning for warning in report.warnings)

    def test_a_new_judge_takes_the_old_one_s_row(self) -> None:
        imported(pages.district())
        imported(pages.district(header="<br>Assigned to: Judge Ada Flint", served=LATER))
        assert the_case().officials.get(role="judge").name == "Ada Flint"

    def test_a_case_found_by_the_court_s_own_id(self) -> None:
        imported(pages.district())
        Case.objects.update(docket_number="", docket_number_normal="")
        imported(pages.district())
        assert Case.objects.count() == 1

    def test_another_case_of_the_number_is_refused(self) -> None:
        imported(pages.district())
        blocks = [Block("Plaintiff", "Adela Finch"), Block("Defendant", "Plover Search LLC")]
        other = pages.district(case="999999", title="Finch v. Plover Search LLC", blocks=blocks, served=LATER)
        assert "agree in the docket number, and differ in the court's id" in refused(other)

    def test_the_same_number_in_another_court_is_another_case(self) -> None:
        make_forum("njd")
        imported(pages.district())
        imported(pages.district(court="District of New Jersey [LIVE] (Newark)", host="ecf.njd.uscourts.gov"))
        assert Case.objects.count() == 2


class TestStaff:
    def test_a_correction_is_kept_and_reported(self) -> None:
        imported(pages.district())
        Filing.objects.filter(entry_number="1").update(docket_text="COMPLAINT (corrected)")
        Case.objects.update(caption="Marsh v. Brightwater")
        before = record()
        report = imported(pages.district())
        assert record() == before
        assert (report.filings.skipped, report.filings.unchanged) == (1, 2)
        assert "entry 1: corrected by staff and kept (docket text)." in report.warnings
        assert "the case: corrected by staff and kept (caption)." in report.warnings

    def test_a_corrected_number_and_date_still_find_their_line(self) -> None:
        imported(pages.district())
        Filing.objects.filter(entry_number="2").update(entry_number="2A", date_filed=date(2021, 4, 9))
        report = imported(pages.district(served=LATER))
        assert (report.filings.new, report.filings.skipped) == (0, 1)
        assert Filing.objects.filter(entry_number="2A", date_filed=date(2021, 4, 9)).exists()

    def test_a_draft_that_staff_deleted_does_not_come_back(self) -> None:
        imported(pages.district())
        Filing.objects.get(entry_number="2").delete()
        report = imported(pages.district(served=LATER))
        assert (report.filings.new, report.filings.skipped) == (0, 1)
        assert numbers(the_case()) == ["1", ""]

    def test_parties_that_staff_put_in_another_order_stay_so_when_the_page_comes_again(self) -> None:
        imported(pages.district())
        the_case().case_parties.filter(name_as_filed="Ottoline Marsh").update(position=7)
        before = record()
        report = imported(pages.district())
        assert record() == before
        assert (report.parties.unchanged, report.parties.skipped) == (2, 0)

    def test_counsel_whose_name_staff_corrected_is_found_by_the_name_on_the_page(self) -> None:
        imported(pages.district())
        Attorney.objects.update(name="Quilliam Harbottle")
        report = imported(pages.district(served=LATER))
        assert (report.attorneys.new, Attorney.objects.get().name) == (0, "Quilliam Harbottle")

    def test_counsel_that_staff_deleted_does_not_come_back(self) -> None:
        imported(pages.district())
        the_case().appearances.get(case_party__role="plaintiff").delete()
        report = imported(pages.district(served=LATER))
        assert (report.attorneys.new, report.attorneys.skipped) == (0, 1)
        assert the_case().appearances.get().case_party.role == "defendant"

    def test_what_staff_entered_before_is_found_and_completed(self) -> None:
        case = Case.objects.create(
            forum=make_forum(), docket_number="3:21-cv-01234", caption="Marsh v. Brightwater", category="civil"
        )
        Filing.objects.create(case=case, entry_number="1", date_filed=date(2021, 3, 4))
        report = imported(pages.district())
        assert Case.objects.count() == 1
        assert (report.filings.new, report.filings.changed) == (2, 1)
        case.refresh_from_db()
        assert (case.caption, case.cause) == ("Marsh v. Brightwater", "28:1332 Diversity-Personal Injury")

    def test_an_entry_under_seal_stays_under_seal(self) -> None:
        imported(pages.district())
        verbs.act("seal", Filing.objects.get(entry_number="2"), actor=None, reason="order of 3 May")
        before = Filing.objects.get(entry_number="2")
        report = imported(pages.district(served=LATER).replace("(Entered: 04/01/2021)", "(Entered: 04/02/2021)"))
        sealed = Filing.objects.get(entry_number="2")
        assert (sealed.visibility, sealed.docket_text, report.filings.skipped) == ("sealed", "", 1)
        assert (sealed.row_version, sealed.date_entered) == (before.row_version, date(2021, 4, 1))

    def test_an_expunged_entry_does_not_come_back(self) -> None:
        imported(pages.district())
        verbs.act("expunge", Filing.objects.get(entry_number="2"), actor=None, reason="order of 3 May")
        report = imported(pages.district(served=LATER))
        assert (report.filings.new, report.filings.skipped) == (0, 1)
        assert not Filing.objects.filter(docket_text__contains="ANSWER").exists()

    def test_an_expunged_entry_is_known_by_its_document_when_the_court_changed_all_else(self) -> None:
        imported(pages.district())
        verbs.act("expunge", Filing.objects.get(entry_number="2"), actor=None, reason="order of 3 May")
        changed = Row("9", "REPLY", filed="04/09/2021", document="03501111333", sequence=77)
        report = imported(pages.district(rows=[*pages.ROWS[:2], changed], served=LATER))
        assert (report.filings.new, report.filings.skipped) == (0, 1)

    def test_a_case_under_seal_takes_no_page(self) -> None:
        imported(pages.district())
        verbs.act("seal", the_case(), actor=None, reason="order of 3 May")
        assert "under seal" in refused(pages.district(served=LATER))
