"""Pages that may be of a known case or of another one: what is taken for one case, and what staff are asked about."""

from dataclasses import asdict

import pytest
from django.contrib.auth.models import User
from django.test import Client

from docket.intake.files import import_bytes
from docket.models import Case, Filing, QueuedImport
from docket.publishing import verbs
from tests.court_pages import court_pages
from tests.court_pages import pacer_pages as pages
from tests.court_pages.importing import imported, make_forum, published, record, refused, the_case
from tests.court_pages.pacer_pages import Block, Row
from tests.intake.merging.test_orders import the_same_in_all_orders
from tests.records.desk_cast import member
from tests.records.listing_records import as_public
from tests.shared import GIVEN, needs_given_pages

LATER = "07/01/2021 09:00:00"
FINCH = {
    "title": "Finch v. Plover Search LLC",
    "blocks": [Block("Plaintiff", "Adela Finch"), Block("Defendant", "Plover Search LLC")],
    "rows": [Row("1", "COMPLAINT of Finch.", document="03502222222", sequence=5)],
}
NEWCO = [*pages.BLOCKS, Block("Defendant", "Newco Pictures, Inc.")]


def another(case: str = "371234", number: str = "3:20-cv-05146-QRS") -> str:
    """A docket of other people."""
    return pages.district(case=case, number=number, served=LATER, **FINCH)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def forums(request: pytest.FixtureRequest) -> None:
    if "committed" not in request.fixturenames:
        request.getfixturevalue("db")
    make_forum()
    make_forum("ca9")


class TestConflicts:
    def test_one_id_with_another_number_and_other_people_changes_nothing_and_asks(self) -> None:
        imported(pages.district())
        said = refused(another())
        assert "“Finch v. Plover Search LLC”, No. 3:20-cv-05146" in said
        assert "“Marsh v. Brightwater Pictures, LLC”, No. 3:21-cv-01234" in said
        assert "agree in the court's id, and differ in the docket number and caption and parties" in said

    def test_another_title_above_the_same_people_does_not_vouch_for_another_number(self) -> None:
        imported(pages.district())
        page = pages.district(number="3:20-cv-05146-QRS", title="Finch v. Plover Search LLC", served=LATER)
        assert "differ in the docket number" in refused(page)

    def test_the_same_the_other_way_round(self) -> None:
        imported(another())
        assert "“Finch v. Plover Search LLC”" in refused(pages.district(served=LATER))

    def test_one_number_with_another_id_and_other_people_is_refused(self) -> None:
        imported(pages.district())
        said = refused(another(case="999999", number="3:21-cv-01234-QRS"))
        assert "agree in the docket number, and differ in the court's id and caption and parties" in said

    def test_one_number_without_id_and_with_other_people_is_refused(self) -> None:
        Case.objects.create(
            forum=make_forum(), docket_number="3:21-cv-01234", caption="Vole v. Heron", category="civil"
        )
        assert "“Vole v. Heron”" in refused(pages.district())

    def test_a_page_that_leads_to_two_cases_is_refused(self) -> None:
        imported(pages.district())
        imported(another(case="999999"))
        said = refused(pages.district(case="999999", served=LATER))
        assert "Finch" in said
        assert "Marsh" in said

    def test_a_feed_leaves_the_doubtful_case_out_and_takes_the_others(self) -> None:
        imported(another())
        item = court_pages._item(Row("7", "", filed="04/05/2021"), "Notice", "cand")
        other = item.replace("371234", "377777").replace("3:21-cv-01234", "3:21-cv-07777")
        report = imported(court_pages.feed(more=other), "feed.xml")
        assert sorted(Case.objects.values_list("docket_number", flat=True)) == ["3:20-cv-05146", "3:21-cv-07777"]
        (said,) = [warning for warning in report.warnings if warning.startswith("Left out")]
        assert "Finch" in said
        assert Filing.objects.filter(case__docket_number="3:20-cv-05146").count() == 1

    def test_the_report_names_the_case_and_is_withheld_once_it_is_sealed(self) -> None:
        imported(pages.district())
        report = import_bytes("b.html", another().encode())
        assert report.cases == [the_case().public_id]
        assert report.as_json()["case"] is None

    def test_of_a_case_under_seal_a_clerk_reads_nothing(self) -> None:
        imported(pages.district())
        verbs.act("seal", the_case(), actor=None, reason="order of 3 May")
        clerk = member("clerk")
        user = clerk.session["_auth_user_id"]
        for page in (pages.district(served=LATER), another()):
            said = refused(page, user=User.objects.get(pk=user))
            assert said == "This page cannot be imported by you. Ask the person who answers for the record."


class TestOneCase:
    def test_the_court_s_other_number_under_one_id_and_title(self) -> None:
        first, second = pages.district(), pages.district(number="4:21-cv-00777-QRS", served=LATER)
        ((case, filings, *_),) = the_same_in_all_orders([("a", first.encode()), ("b", second.encode())])
        assert (case["docket_number"], case["docket_number_normal"], len(filings)) == (
            "4:21-cv-00777",
            "4:21-cv-00777",
            3,
        )
        imported(first)
        assert any("another value of the docket number" in said for said in imported(second).warnings)

    def test_another_title_under_one_id_and_number(self) -> None:
        renamed = pages.district(title="Heron v. Newco Pictures", served=LATER)
        ((case, *_),) = the_same_in_all_orders([("a", pages.district().encode()), ("b", renamed.encode())])
        assert case["caption"] == "Heron v. Newco Pictures"

    def test_another_title_with_the_same_people_and_no_id(self) -> None:
        imported(pages.district())
        Case.objects.update(court_case_id="")
        imported(pages.district(title="Heron v. Newco Pictures", blocks=NEWCO, served=LATER))
        assert the_case().caption == "Heron v. Newco Pictures"

    def test_another_id_with_the_same_number_and_title(self) -> None:
        files = [("a", pages.district().encode()), ("b", pages.district(case="999999", served=LATER).encode())]
        ((case, *_),) = the_same_in_all_orders(files)
        assert case["court_case_id"] == "999999"

    def test_a_reassigned_judge_s_initials(self) -> None:
        imported(pages.district())
        imported(pages.district(number="3:21-cv-01234-AFL", served=LATER))
        assert the_case().docket_number_as_filed == "3:21-cv-01234-AFL"

    @pytest.mark.parametrize("number", ["3:21-cv-1234", "21cv1234", "No. 3:21-CV-01234-QRS", "3:21–cv–01234"])
    def test_a_number_that_staff_spelled_otherwise(self, number: str) -> None:
        forum = make_forum()
        forum.docket_pattern = "us_district"
        forum.save()
        Case.objects.create(forum=forum, docket_number=number, caption="Marsh v. Brightwater", category="civil")
        imported(pages.district())
        assert Case.objects.count() == 1

    def test_the_office_makes_two_cases(self) -> None:
        imported(pages.district())
        imported(another(case="999999", number="2:21-cv-01234-QRS"))
        assert Case.objects.count() == 2

    def test_an_attachment_page_before_the_docket_of_its_id(self) -> None:
        imported(court_pages.attachments())
        imported(pages.district())
        assert the_case().docket_number == "3:21-cv-01234"

    def test_a_case_that_only_we_described_takes_the_court_s_title(self) -> None:
        Case.objects.create(
            forum=make_forum(),
            docket_number="3:21-cv-01234",
            caption="Suit over the flood",
            caption_is_descriptive=True,
            category="civil",
        )
        imported(pages.district())
        assert Case.objects.count() == 1


@pytest.mark.usefixtures("committed")
@pytest.mark.urls("config.urls_public")
class TestThePublicPage:
    def test_it_is_the_same_to_the_byte_after_a_conflicting_import(self) -> None:
        imported(pages.district(), publish=True)
        address = the_case().get_absolute_url()

        def page() -> bytes:
            with as_public():
                answer = Client().get(address)
            assert answer.status_code == 200
            return bytes(answer.content)

        before, rows, staff = page(), published(), record()
        assert b"Brightwater" in before
        assert import_bytes("b.html", another().encode(), publish=True).error
        assert (page(), published(), record()) == (before, rows, staff)

    def test_an_expunged_case_s_conflicts_are_erased_from_the_uploads(self) -> None:
        imported(pages.district(), publish=True)
        case = the_case()
        report = import_bytes("b.html", another().encode())
        user = User.objects.create_user("clerk")
        QueuedImport.objects.create(user=user, file_name="b.html", stage="refused", report=asdict(report))
        verbs.act("expunge", case, actor=None, reason="order of 3 May")
        assert not QueuedImport.objects.exists()


@needs_given_pages
@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_the_two_given_pages_of_one_id_are_never_mixed(order: tuple[str, str]) -> None:
    first, second = (GIVEN / f"other_case_same_id_{name}.html" for name in order)
    assert import_bytes(first.name, first.read_bytes()).error is None
    before = record()
    said = import_bytes(second.name, second.read_bytes()).error or ""
    assert "agree in the court's id, and differ in the docket number" in said
    assert record() == before
