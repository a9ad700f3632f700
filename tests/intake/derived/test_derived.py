"""What is read from the docket text, in the record: marked, repeatable, and never against what staff decided."""

from datetime import date, time
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from docket.intake.derived import confirmation
from docket.models import Case, Deadline, DerivedDate, Filing, FilingLink, FilingParty, Hearing, ImportTrace
from docket.publishing import verbs
from tests.court_pages import pacer_pages as pages
from tests.court_pages.importing import imported, make_forum, record, the_case
from tests.court_pages.pacer_pages import Block, Row

pytestmark = pytest.mark.django_db
PARTIES = (Block("Plaintiff", "Ann Roe"), Block("Defendant", "Acme, Inc."))
ROWS = (
    Row("1", "COMPLAINT against Acme, Inc. filed by Ann Roe. (Poe, Ann) (Entered: 03/04/2021)"),
    Row(
        "2",
        "MOTION to Dismiss 1 Complaint by Acme, Inc.. Motion Hearing set for 6/1/2021 10:00 AM. "
        "Responses due by 5/3/2021.",
    ),
    Row("3", "RESPONSE in Opposition re 2 MOTION to Dismiss filed by Ann Roe."),
    Row("4", "ORDER granting 2 Motion to Dismiss. Signed by Judge Sable on 6/2/2021."),
    Row("", "Set/Reset Deadlines"),
)


@pytest.fixture(autouse=True)
def forum() -> None:
    make_forum("cand")


def page(*rows: Row, served: str = "06/10/2021 09:00:00") -> str:
    return pages.district(rows=list(rows or ROWS), blocks=list(PARTIES), served=served)


def entry(number: str) -> Filing:
    return the_case().filings.get(entry_number=number)


def links() -> set[tuple[str, str, str, str, bool]]:
    ends = ("from_filing__entry_number", "kind", "to_filing__entry_number", "outcome", "is_derived")
    return set(FilingLink.objects.values_list(*ends))


DERIVED = {
    ("2", "refers_to", "1", "", True),
    ("3", "opposes", "2", "", True),
    ("4", "rules_on", "2", "granted", True),
}


class TestAnImport:
    def test_it_writes_down_what_the_lines_say_and_marks_it(self):
        imported(page())
        types = dict(Filing.objects.values_list("entry_number", "filing_type"))
        assert types == {
            "1": "init.complaint",
            "2": "mot.dismiss",
            "3": "brief.opposition",
            "4": "order.order",
            "": "admin.deadlines",
        }
        assert set(Filing.objects.exclude(filing_type="").values_list("type_derived", flat=True)) == {"derived"}
        assert links() == DERIVED
        filers = FilingParty.objects.values_list("filing__entry_number", "case_party__party__name", "is_derived")
        assert set(filers) == {
            ("1", "Ann Roe", True),
            ("2", "Acme, Inc.", True),
            ("3", "Ann Roe", True),
        }

    def test_days_are_proposed_and_are_no_hearings_yet(self):
        imported(page())
        days = DerivedDate.objects.values_list("filing__entry_number", "kind", "date", "time", "title")
        assert set(days) == {
            ("2", "hearing", date(2021, 6, 1), time(10), "Motion Hearing"),
            ("2", "deadline", date(2021, 5, 3), None, "Responses due"),
        }
        assert not Hearing.objects.exists()

    def test_again_it_changes_nothing(self):
        imported(page())
        call_command("read_dockets", "--all", stdout=StringIO())
        before = record()
        imported(page())
        call_command("read_dockets", "--all", stdout=StringIO())
        assert record() == before

    def test_a_filer_in_two_roles_is_named_once(self):
        blocks = (*PARTIES, Block("Counter Claimant", "Acme, Inc."))
        imported(pages.district(rows=list(ROWS), blocks=list(blocks)))
        filers = entry("2").filing_parties.values_list("case_party__party__name", "case_party__role")
        assert list(filers) == [("Acme, Inc.", "defendant")]

    def test_a_line_that_comes_later_is_linked_to(self):
        imported(page(ROWS[2]))
        assert links() == set()
        imported(page(*ROWS[:3], served="06/11/2021 09:00:00"))
        assert links() == {link for link in DERIVED if link[0] != "4"}

    def test_what_the_court_rewords_is_read_again(self):
        imported(page())
        reworded = Row("4", "ORDER denying as moot 2 Motion to Dismiss. Signed by Judge Sable on 6/2/2021.")
        imported(page(*ROWS[:3], reworded, ROWS[4], served="06/12/2021 09:00:00"))
        assert links() - DERIVED == {("4", "rules_on", "2", "denied_as_moot", True)}
        assert len(links()) == 3

    def test_a_number_that_repeats_is_not_guessed(self):
        imported(page(*ROWS[:2], Row("2", "MOTION to Strike by Acme, Inc..", filed="03/05/2021"), ROWS[3]))
        assert not [link for link in links() if link[2] == "2"]


class TestWhatStaffDecided:
    def later(self) -> None:
        more = Row("5", "NOTICE of Appearance by Ann Poe on behalf of Acme, Inc.")
        imported(page(*ROWS, more, served="06/20/2021 09:00:00"))
        call_command("read_dockets", "--all", stdout=StringIO())

    def test_a_type_that_was_set_stays(self):
        imported(page())
        confirmation.set_type(Filing.objects.filter(entry_number="2"), "mot.strike")
        confirmation.set_type(Filing.objects.filter(entry_number="4"), "")
        self.later()
        assert (entry("2").filing_type, entry("2").type_derived) == ("mot.strike", "confirmed")
        assert entry("4").filing_type == ""
        assert entry("5").type_derived == "derived"

    def test_a_type_that_was_confirmed_stays_when_the_text_changes(self):
        imported(page())
        assert confirmation.confirm(Filing.objects.filter(entry_number__in=["2", ""])) == 2
        reworded = Row("2", ROWS[1].text.replace("MOTION to Dismiss", "MOTION to Strike"))
        imported(page(ROWS[0], reworded, *ROWS[2:], served="06/20/2021 09:00:00"))
        assert entry("2").docket_text.startswith("MOTION to Strike")
        assert entry("2").filing_type == "mot.dismiss"

    def test_a_rejected_link_does_not_come_back(self):
        imported(page())
        assert confirmation.reject(FilingLink.objects.filter(kind="opposes")) == 1
        self.later()
        assert links() == {link for link in DERIVED if link[1] != "opposes"}

    def test_a_link_that_was_deleted_in_the_filing_form_does_not_come_back(self):
        imported(page())
        FilingLink.objects.get(kind="refers_to").delete()
        self.later()
        assert not FilingLink.objects.filter(kind="refers_to").exists()

    def test_a_corrected_link_stays_as_corrected(self):
        imported(page())
        FilingLink.objects.filter(kind="refers_to").update(kind="supports", is_derived=False)
        self.later()
        assert ("2", "supports", "1", "", False) in links()
        assert len(links()) == 3

    def test_an_entered_link_is_not_doubled(self):
        imported(page(*ROWS[:3]))
        FilingLink.objects.all().delete()
        FilingLink.objects.create(from_filing=entry("3"), to_filing=entry("1"), kind="responds_to")
        self.later()
        assert {link for link in links() if link[2] == "1"} == {("3", "responds_to", "1", "", False)}

    def test_filers_that_staff_entered_are_all(self):
        imported(page())
        roe = the_case().case_parties.get(party__name="Ann Roe")
        FilingParty.objects.filter(filing=entry("2")).delete()
        FilingParty.objects.create(filing=entry("2"), case_party=roe)
        self.later()
        assert [str(filer.case_party.party) for filer in entry("2").filing_parties.all()] == ["Ann Roe"]

    def test_a_link_that_would_close_a_circle_is_left_out_and_the_rest_imported(self):
        imported(page(*ROWS[:3]))
        FilingLink.objects.all().delete()
        FilingLink.objects.create(from_filing=entry("2"), to_filing=entry("1"), kind="supports")
        FilingLink.objects.create(from_filing=entry("1"), to_filing=entry("3"), kind="supplements")
        ImportTrace.objects.filter(label="docket.filinglink").delete()
        imported(page(*ROWS, served="06/20/2021 09:00:00"))
        assert {link[1] for link in links()} == {"supports", "supplements", "rules_on"}


class TestDays:
    def test_accepted_they_become_a_draft_hearing_and_deadline_once(self):
        imported(page())
        user = get_user_model().objects.create_user("clerk")
        assert len(confirmation.accept(DerivedDate.objects.all(), actor=user)) == 2
        assert confirmation.accept(DerivedDate.objects.all(), actor=user) == []
        hearing, deadline = Hearing.objects.get(), Deadline.objects.get()
        assert (hearing.date, hearing.time, hearing.set_by, hearing.visibility) == (
            date(2021, 6, 1),
            time(10),
            entry("2"),
            "draft",
        )
        assert (deadline.earliest, deadline.latest, deadline.trigger, deadline.certainty) == (
            date(2021, 5, 3),
            date(2021, 5, 3),
            entry("2"),
            "ordered",
        )

    def test_dismissed_they_are_not_proposed_again(self):
        imported(page())
        user = get_user_model().objects.create_user("clerk")
        assert confirmation.dismiss(DerivedDate.objects.all(), actor=user) == 2
        TestWhatStaffDecided().later()
        assert not DerivedDate.objects.filter(state="open").exists()
        assert confirmation.accept(DerivedDate.objects.all(), actor=user) == []


class TestUnderSeal:
    def test_a_sealed_line_is_not_read_and_its_days_go_with_an_expunged_one(self):
        imported(page())
        user = get_user_model().objects.create_superuser("officer")
        verbs.act("publish", the_case(), actor=user, reason="ready")
        verbs.act("expunge", entry("2"), actor=user, reason="ordered", authority="order")
        assert not DerivedDate.objects.exists()
        call_command("read_dockets", "--all", stdout=StringIO())
        imported(page(served="06/20/2021 09:00:00"))
        assert links() == set()


def test_the_command_wants_to_know_which_cases():
    with pytest.raises(CommandError, match="--all"):
        call_command("read_dockets")
    with pytest.raises(CommandError, match="nosuchcase"):
        call_command("read_dockets", "nosuchcase")
    assert not Case.objects.exists()
