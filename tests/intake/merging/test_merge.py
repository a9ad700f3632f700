"""Pages into the record: what a first page makes of it, namesakes, counts of an indictment, and what is refused."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from docket import claims
from docket.intake.files import import_bytes
from docket.models import (
    CaseParty,
    Claim,
    ClaimAgainst,
    Document,
    Filing,
    ImportedFile,
    Matter,
    Source,
    StaffNote,
)
from docket.publishing import verbs
from parties.models import Attorney, AttorneyContact, Party, PartyAlias, ProtectedIdentity
from tests.court_pages import pacer_pages as pages
from tests.court_pages.importing import imported, make_forum, record, refused, the_case
from tests.court_pages.pacer_pages import Block, Row

pytestmark = pytest.mark.django_db
LATER, EARLIER = "07/01/2021 09:00:00", "05/01/2021 09:00:00"


@pytest.fixture(autouse=True)
def forums() -> None:
    make_forum("cand")
    make_forum("alsb")


class TestAFirstImport:
    def test_the_case_is_a_draft_with_what_the_page_says(self) -> None:
        report = imported(pages.district())
        case = the_case()
        assert (report.case, report.forum, report.docket_number) == (case.public_id, "cand", "3:21-cv-01234")
        assert (case.visibility, case.category, case.status) == ("draft", "civil", "pending_active")
        assert (case.nature_of_suit, case.nature_of_suit_as_filed) == (360, "360 P.I.: Other")
        assert (case.jurisdiction_basis, case.jury_demand) == ("diversity", "plaintiff")
        assert (case.court_case_id, case.last_checked, case.flags) == (
            "371234",
            date(2021, 6, 1),
            ["ADRMOP", "REFDIS"],
        )
        assert {(o.role, o.name) for o in case.officials.all()} == {
            ("judge", "Quentin R. Sable"),
            ("referred_magistrate", "Tess U. Vane"),
        }
        assert (report.filings.new, report.parties.new, report.attorneys.new) == (3, 2, 2)

    def test_a_bankruptcy(self) -> None:
        imported(pages.bankruptcy())
        case = the_case()
        assert (case.category, case.caption_kind, case.date_converted) == ("bankruptcy", "in_re", date(2021, 2, 2))
        assert case.officials.get().role == "bankruptcy_judge"

    def test_the_docket_stands_in_the_order_of_time_even_from_a_page_that_has_the_newest_first(self) -> None:
        same_day = [Row("3", "FIRST of the day", filed="04/02/2021"), Row("4", "SECOND", filed="04/02/2021")]
        imported(pages.district(rows=list(reversed([*pages.ROWS, *same_day]))))
        by_sequence = Filing.objects.order_by("sequence").values_list("entry_number", flat=True)
        assert list(by_sequence) == ["1", "", "2", "3", "4"]

    def test_two_parties_share_the_counsel_that_the_page_prints_for_both(self) -> None:
        imported(pages.district())
        assert Attorney.objects.count() == 1
        appearance = the_case().appearances.first()
        assert appearance is not None
        assert appearance.roles == ["lead", "to_be_noticed"]
        assert appearance.roles_as_filed == ["LEAD ATTORNEY", "ATTORNEY TO BE NOTICED"]

    def test_counsel_that_left_has_its_last_day(self) -> None:
        left = pages.COUNSEL.replace("LEAD ATTORNEY", "TERMINATED: 05/06/2021")
        imported(pages.district(blocks=[Block("Plaintiff", "Ottoline Marsh", counsel=left)]))
        assert the_case().appearances.get().date_terminated == date(2021, 5, 6)

    def test_a_party_without_lawyer_is_marked_and_not_made_a_lawyer(self) -> None:
        alone = pages.PRO_SE.format(name="Ottoline Marsh")
        imported(pages.district(blocks=[Block("Plaintiff", "Ottoline Marsh", counsel=alone), pages.BLOCKS[1]]))
        assert CaseParty.objects.get(role="plaintiff").is_pro_se
        assert not Attorney.objects.filter(name="Ottoline Marsh").exists()
        assert "4 Lantern Lane" in ProtectedIdentity.objects.get(party__name="Ottoline Marsh").contact

    def test_one_party_in_two_roles_is_one_party_and_one_name_twice_in_a_role_is_two(self) -> None:
        other = pages.COUNSEL.replace("Harbottle", "Nightjar")
        blocks = [
            Block("Plaintiff", "Ottoline Marsh"),
            Block("Counter Defendant", "Ottoline Marsh"),
            Block("Defendant", "John Smith"),
            Block("Defendant", "John Smith", counsel=other),
        ]
        imported(pages.district(blocks=blocks))
        assert Party.objects.filter(name="Ottoline Marsh").count() == 1
        assert Party.objects.filter(name="John Smith").count() == 2
        assert the_case().case_parties.count() == 4

    def test_a_name_twice_in_a_second_role_is_two_parties(self) -> None:
        other = pages.COUNSEL.replace("Harbottle", "Nightjar")
        roles = [("Plaintiff", pages.COUNSEL), ("Counter Defendant", pages.COUNSEL), ("Counter Defendant", other)]
        imported(pages.district(blocks=[Block(role, "John Smith", counsel=counsel) for role, counsel in roles]))
        assert Party.objects.filter(name="John Smith").count() == 2

    def test_capacities_and_aliases_leave_the_block_and_the_rest_goes_to_the_vault(self) -> None:
        under = "<BR><I>individually</I><BR>12 Weir Street<BR>SSN / ITIN: xxx-xx-9876<BR><I>also known as</I><BR>Otti"
        imported(pages.district(blocks=[Block("Plaintiff", "Ottoline Marsh", under=under), pages.BLOCKS[1]]))
        row = CaseParty.objects.get(role="plaintiff")
        assert [capacity.kind for capacity in row.capacities.all()] == ["individually"]
        assert PartyAlias.objects.get().name == "Otti"
        assert "xxx-xx-9876" in StaffNote.objects.get(kind="extra_info", case_party=row).text
        assert "quill@harbottle.example" in AttorneyContact.objects.get().text

    def test_other_names_of_a_debtor_are_read_and_what_stands_beside_them_is_not(self) -> None:
        under = (
            "<BR>12 Weir Street<BR>SSN / ITIN: xxx-xx-9876<BR><I><B>fka</B></I><BR><B>Lantern &amp; Sons</B><BR>"
            "<I><B>dba</B></I><BR><B>Weir Mills</B><BR><I><B>aka</B></I><BR><B>12 Weir Street</B>"
        )
        imported(pages.bankruptcy(under=under))
        debtor = CaseParty.objects.get(role="debtor").party
        assert {(alias.kind, alias.name) for alias in debtor.aliases.all()} == {
            ("fka", "Lantern & Sons"),
            ("dba", "Weir Mills"),
        }
        assert PartyAlias.objects.count() == 2

    def test_documents_where_the_page_lists_them(self) -> None:
        row = Row("1", "COMPLAINT", document="035023513538", sequence=10, files=[("Main", 12), ("Exhibit A", 3)])
        report = imported(pages.district(rows=[row]))
        assert [
            (d.attachment_number, d.title, d.page_count) for d in Document.objects.order_by("attachment_number")
        ] == [
            (0, "", 12),
            (1, "Exhibit A", 3),
        ]
        assert report.documents.new == 2

    def test_the_source_names_court_number_and_day(self) -> None:
        imported(pages.district())
        source = Source.objects.get()
        assert (source.kind, source.publisher, source.date_accessed) == ("court_record", "Court cand", date(2021, 6, 1))
        assert source.links.get(filing=None).case == the_case()
        assert source.links.exclude(filing=None).count() == 3

    def test_a_partial_docket_says_so(self) -> None:
        imported(pages.district(criteria="Starting with document: 40"))
        assert (
            the_case().coverage_note == "Only part of the docket: the court was asked for “Starting with document: 40”."
        )

    def test_the_case_joins_the_matter(self) -> None:
        matter = Matter.objects.create(title="The flood at Port Example")
        imported(pages.district(), matter=matter)
        imported(pages.district(), matter=matter)
        assert the_case().case_matters.get().is_primary


def test_a_longer_docket_takes_no_more_queries() -> None:
    def page(number: str, entries: int) -> str:
        rows = [Row(str(n), f"NOTICE number {n}", filed="03/04/2021") for n in range(entries)]
        return pages.district(rows=rows, number=f"3:21-cv-0{number}-QRS", case=f"37{number}")

    imported(page("1000", 3))
    with CaptureQueriesContext(connection) as few:
        imported(page("2000", 3))
    with CaptureQueriesContext(connection) as many:
        imported(page("3000", 900))
    assert len(many) == len(few) <= 50


class TestNamesakes:
    def test_a_name_from_another_case_stays_another_party_with_a_question(self) -> None:
        imported(pages.district())
        imported(pages.criminal(blocks=[Block("Defendant (1)", "OTTOLINE MARSH", counts=pages.COUNTS)]))
        marsh, namesake = Party.objects.filter(name__iexact="ottoline marsh").order_by("pk")
        assert not marsh.case_parties.filter(claims_against__isnull=False).exists()
        note = StaffNote.objects.get(kind="same_person")
        assert (note.party, note.other_party) == (namesake, marsh)

    def test_the_question_is_asked_once(self) -> None:
        imported(pages.district())
        other = pages.criminal(blocks=[Block("Defendant (1)", "Ottoline Marsh", counts=pages.COUNTS)])
        imported(other)
        imported(other)
        assert StaffNote.objects.filter(kind="same_person").count() == 1

    def test_counsel_of_another_case_is_another_attorney(self) -> None:
        imported(pages.district())
        imported(pages.criminal())
        assert Attorney.objects.filter(name="Quill R. Harbottle").count() == 2


class TestCriminal:
    def statuses(self) -> list[tuple[str, str]]:
        rows = ClaimAgainst.objects.order_by("claim__position")
        return [(row.claim.title, claims.status_of(row).text) for row in rows]

    def test_counts_are_claims_against_the_one_charged_and_their_status_follows_from_events(self) -> None:
        imported(pages.criminal())
        assert the_case().category == "criminal"
        assert self.statuses() == [
            ("18:1343 WIRE FRAUD(1)", "charged"),
            ("18:1341 MAIL FRAUD(2)", "charge dismissed"),
        ]
        claim = Claim.objects.get(title__startswith="18:1341")
        assert (claim.kind, claim.basis) == ("criminal_count", "alleged")
        assert claim.asserted_by.get().case_party.party.name == "USA"
        ending = claim.against.get().events.get(kind="dismissed_criminal")
        assert ending.note == "Dismissed on motion of the government"

    def test_a_disposition_that_comes_later_is_a_further_event(self) -> None:
        imported(pages.criminal())
        counts = [("Pending", "18:1343 WIRE FRAUD<br>(1)", "Found guilty by jury"), pages.COUNTS[1]]
        blocks = [Block("Defendant (1)", "Barnaby Crook", counts=counts), Block("Plaintiff", "USA")]
        imported(pages.criminal(blocks=blocks))
        assert self.statuses()[0] == ("18:1343 WIRE FRAUD(1)", "convicted")
        assert Claim.objects.count() == 2

    def test_a_counts_title_is_whole_with_all_its_brackets_however_long_it_is(self) -> None:
        name = f"21:841(a)(1), (b)(1)(A) and 846 CONSPIRACY ({'TO DISTRIBUTE (50 GRAMS OR MORE), ' * 12}AS CHARGED)"
        counts = [("Pending", f"{name}<br>(1s, 3ss-5ss)", ""), ("Terminated", "18:1344 BANK FRAUD<br>(5-20)", "")]
        imported(pages.criminal(blocks=[Block("Defendant (1)", "Barnaby Crook", counts=counts), pages.BLOCKS[0]]))
        assert [title for title, _ in self.statuses()] == [f"{name}(1s, 3ss-5ss)", "18:1344 BANK FRAUD(5-20)"]

    def test_unclear_words_make_the_record_incomplete_and_no_status(self) -> None:
        counts = [("Terminated", "FRAUD", "See order"), ("Terminated", "THEFT", "")]
        imported(pages.criminal(blocks=[Block("Defendant (1)", "Barnaby Crook", counts=counts), pages.BLOCKS[0]]))
        assert self.statuses() == [("FRAUD", "record incomplete"), ("THEFT", "record incomplete")]

    def test_a_count_that_staff_entered_before_is_the_page_s_own_and_not_made_again(self) -> None:
        imported(pages.criminal(blocks=[Block("Defendant (1)", "Barnaby Crook"), Block("Plaintiff", "USA")]))
        crook = CaseParty.objects.get(party__name="Barnaby Crook")
        claim = Claim.objects.create(case=crook.case, kind="criminal_count", title="18:1343 WIRE FRAUD(1)")
        ClaimAgainst.objects.create(case=crook.case, claim=claim, case_party=crook)
        imported(pages.criminal())
        assert Claim.objects.filter(title=claim.title).count() == 1
        assert Claim.objects.count() == 2

    def test_a_count_that_staff_removed_does_not_come_back(self) -> None:
        imported(pages.criminal())
        claim = Claim.objects.get(title__startswith="18:1341")
        against = claim.against.get()
        against.events.all().delete()
        claim.asserted_by.all().delete()
        against.delete()
        claim.delete()
        imported(pages.criminal())
        assert Claim.objects.count() == 1

    def test_the_docket_of_another_defendant_adds_to_the_case_and_leaves_its_head(self) -> None:
        imported(pages.criminal())
        vole = Block("Defendant (2)", "Cornelia Vole", counts=[("Pending", "THEFT", "")])
        second = pages.criminal(blocks=[vole, Block("Plaintiff", "USA")], number="4:20-cr-00321-QRS-2")
        second = second.replace("360999", "361000")
        second = second.replace("02/03/2020", "02/03/2020<br>Date Terminated: 01/01/2021", 1)
        report = imported(second)
        case = the_case()
        assert (case.status, case.date_terminated, case.court_case_id) == ("pending_active", None, "360999")
        assert {row.party.name for row in case.case_parties.all()} == {"Barnaby Crook", "Cornelia Vole", "USA"}
        assert any("another defendant" in warning for warning in report.warnings)
        before = record()
        imported(pages.criminal())
        imported(second)
        assert record() == before


class TestRefusals:
    @pytest.mark.parametrize(
        ("data", "why"),
        [
            (b"", "empty"),
            (b"%PDF-1.7", "PDF"),
            (pages.district().encode("utf-16"), "UTF-16"),
            (pages.district(rows=pages.ROWS * 40).encode()[:9000], "breaks off"),
            (b"<html><body>Hello</body></html>", "No docket"),
            (b"<rss version='2.0'></rss>", "does not say which court"),
        ],
    )
    def test_a_file_that_is_no_docket_changes_nothing(self, data: bytes, why: str) -> None:
        assert why in refused(data)

    def test_a_cut_page_does_not_touch_the_case_it_is_of(self) -> None:
        whole = pages.district(rows=pages.ROWS * 40)
        imported(whole)
        assert "breaks off" in refused(whole[: len(whole) // 2])

    def test_a_court_that_is_not_among_the_forums(self) -> None:
        page = pages.district(court="District of Utah (Central)", host="ecf.utd.uscourts.gov")
        assert "'utd' is not among the forums" in refused(page)

    def test_the_forum_given_must_be_the_page_s(self) -> None:
        assert "'cand', not 'alsb'" in refused(pages.district(), forum=make_forum("alsb"))

    def test_what_was_counted_before_a_fault_is_not_reported(self) -> None:
        imported(pages.district())
        verbs.act("seal", the_case(), actor=None, reason="order of 3 May")
        report = import_bytes("page.html", pages.district().encode())
        assert (report.filings.new, report.case) == (0, None)
        assert not ImportedFile.objects.filter(file_name="other.html").exists()
