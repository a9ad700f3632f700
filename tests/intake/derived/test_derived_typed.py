"""Text typed at the desk is read when its filing is saved: marked, never against what staff decide, in few queries."""

from datetime import date
from io import StringIO

import pytest
from django.contrib.messages import get_messages
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from docket.models import Case, DeadlineProposal, DerivedDate, Filing, FilingLink, FilingParty
from docket.publishing import verbs
from tests.court_pages.importing import record
from tests.records.desk_cast import a_case, a_filing, a_party, address, member, new, publish, typed
from tests.records.suit import forum, suit

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Case:
    case: Case = a_case()
    a_party(case, "Ann Roe")
    a_party(case, "Acme, Inc.", "defendant")
    return case


@pytest.fixture
def clerk() -> Client:
    return member("clerk")


def enter(client, case, number, text, **boxes):
    """Type a line of the docket and save it."""
    where = new(Filing, f"?case={case.pk}")
    sent = typed(client.get(where)) | {"entry_number": number, "docket_text": text} | boxes
    answer = client.post(where, sent)
    assert answer.status_code == 302, answer.context["errors"]
    return answer


def change(client, filing, **boxes):
    where = address(filing)
    answer = client.post(where, typed(client.get(where)) | boxes)
    assert answer.status_code == 302, answer.context["errors"]
    return answer


def entry(number: str) -> Filing:
    return Filing.objects.get(entry_number=number)


def links() -> set[tuple[str, str, str, str, bool]]:
    ends = ("from_filing__entry_number", "kind", "to_filing__entry_number", "outcome", "is_derived")
    return set(FilingLink.objects.values_list(*ends))


def filers(number: str) -> set[tuple[str, bool]]:
    return set(entry(number).filing_parties.values_list("case_party__party__name", "is_derived"))


def test_what_the_line_says_is_written_down_and_marked_and_told(clerk, case):
    a_filing(case, "", entry_number="1", docket_text="COMPLAINT", filing_type="init.complaint")
    answer = enter(
        clerk, case, "2", "ANSWER to 1 Complaint by Acme, Inc.. Status Conference set for 6/1/2021 10:00 AM."
    )
    assert (entry("2").filing_type, entry("2").type_derived) == ("resp.answer", "derived")
    assert links() == {("2", "answers", "1", "", True)}
    assert filers("2") == {("Acme, Inc.", True)}
    assert DerivedDate.objects.get().date == date(2021, 6, 1)
    told = " ".join(str(message) for message in get_messages(answer.wsgi_request))
    assert "Read from the docket text: Answer; answers 1; filed by Acme, Inc.; 1 day it sets." in told


def test_a_line_that_was_typed_later_is_linked_from_those_that_name_it(clerk, case):
    enter(clerk, case, "4", "ORDER granting 2 Motion to Dismiss. See also Rule 2.")
    assert links() == set()
    enter(clerk, case, "2", "MOTION to Dismiss by Acme, Inc.")
    assert links() == {("4", "rules_on", "2", "granted", True)}
    change(clerk, entry("2"), entry_number="3")
    assert links() == set()


def test_a_number_that_repeats_is_not_guessed(clerk, case):
    enter(clerk, case, "2", "MOTION to Dismiss by Acme, Inc.")
    enter(clerk, case, "4", "ORDER granting 2 Motion to Dismiss")
    enter(clerk, case, "2", "MOTION to Strike by Acme, Inc.")
    assert links() == set()
    change(clerk, Filing.objects.get(docket_text__startswith="MOTION to Strike"), entry_number="3")
    assert links() == {("4", "rules_on", "2", "granted", True)}


def test_a_text_that_is_reworded_is_read_again(clerk, case):
    enter(clerk, case, "2", "MOTION to Dismiss by Acme, Inc.")
    enter(clerk, case, "4", "ORDER granting 2 Motion to Dismiss. Trial set for 6/1/2021.")
    change(clerk, entry("4"), docket_text="ORDER denying 2 Motion to Dismiss")
    assert links() == {("4", "rules_on", "2", "denied", True)}
    assert not DerivedDate.objects.exists()


class TestWhatStaffDecide:
    def test_a_chosen_type_and_ticked_filers_stay(self, clerk, case):
        roe = case.case_parties.get(party__name="Ann Roe")
        enter(clerk, case, "2", "MOTION to Dismiss by Acme, Inc.", filing_type="mot.strike", filers=[roe.pk])
        assert (entry("2").filing_type, entry("2").type_derived) == ("mot.strike", "")
        change(clerk, entry("2"), docket_text="MOTION to Stay by Acme, Inc.")
        assert entry("2").filing_type == "mot.strike"
        assert filers("2") == {("Ann Roe", False)}

    def test_a_type_that_was_taken_away_does_not_come_back(self, clerk, case):
        enter(clerk, case, "2", "MOTION to Dismiss by Acme, Inc.")
        change(clerk, entry("2"), filing_type="")
        change(clerk, entry("2"), docket_text="MOTION to Strike by Acme, Inc.")
        assert (entry("2").filing_type, entry("2").type_derived) == ("", "confirmed")

    def test_a_filer_that_was_unticked_does_not_come_back(self, clerk, case):
        enter(clerk, case, "2", "MOTION to Dismiss by Acme, Inc., Ann Roe.")
        roe = case.case_parties.get(party__name="Ann Roe")
        change(clerk, entry("2"), filers=[roe.pk])
        change(clerk, entry("2"), title="Motion")
        assert filers("2") == {("Ann Roe", True)}

    def test_a_link_that_was_deleted_or_changed_stays_so(self, clerk, case):
        enter(clerk, case, "1", "COMPLAINT by Ann Roe")
        enter(clerk, case, "2", "MOTION to Dismiss by Acme, Inc.")
        enter(clerk, case, "4", "ORDER granting 2 Motion to Dismiss as to 1 Complaint")
        row = FilingLink.objects.get(to_filing=entry("2"))
        FilingLink.objects.get(to_filing=entry("1")).delete()
        sent = typed(clerk.get(address(entry("4"))))
        place = next(box[:-3] for box, value in sent.items() if box.endswith("-id") and str(value) == str(row.pk))
        change(clerk, entry("4"), **{f"{place}-outcome": "denied"})
        change(clerk, entry("4"), title="Order")
        assert links() == {("4", "rules_on", "2", "denied", False)}


def test_an_import_and_the_command_find_nothing_left_to_do(clerk, case):
    enter(clerk, case, "1", "COMPLAINT against Acme, Inc. filed by Ann Roe")
    enter(clerk, case, "4", "ORDER denying motion (related document(s) 3, 2 )")
    enter(clerk, case, "2", "MOTION to Dismiss 1 Complaint by Acme, Inc.. Responses due by 5/3/2021")
    enter(clerk, case, "3", "DECLARATION of Ann Poe in Support re 2 MOTION filed by Acme, Inc..")
    before = record()
    call_command("read_dockets", "--all", stdout=StringIO())
    assert record() == before
    assert ("4", "refers_to", "3", "", True) in links()


def test_what_was_read_starts_a_deadline_as_if_it_were_chosen():
    roe = suit(forum("nmdist1", "nm1006"))
    enter(member("editor"), roe.case, "9", "MOTION to Dismiss", date_filed="2026-11-12")
    assert DeadlineProposal.objects.get().rule == "nm.motion_response"


def test_a_sealed_line_is_not_read(case):
    filing = publish(a_filing(publish(case), "", entry_number="2", docket_text="MOTION to Dismiss"))
    verbs.act("seal", filing, actor=None, reason="ordered", authority="order")
    chief = member("chief")
    enter(chief, case, "4", "ORDER granting 2 Motion")
    assert FilingParty.objects.count() == 0
    filing.refresh_from_db()
    assert filing.filing_type == ""


def test_who_may_not_publish_changes_no_public_link_by_a_new_draft(clerk, case):
    editor = member("editor")
    enter(editor, case, "2", "MOTION to Dismiss by Acme, Inc.")
    enter(editor, case, "4", "ORDER granting 2 Motion to Dismiss")
    publish(case)
    assert set(Filing.objects.values_list("visibility", flat=True)) == {"public"}
    enter(clerk, case, "2", "MOTION to Strike by Acme, Inc.")
    assert links() == {("4", "rules_on", "2", "granted", True)}


def test_saving_asks_the_database_as_often_in_a_long_docket(clerk):
    def queries(filings: int) -> int:
        case = a_case(f"Case of {filings}")
        a_party(case, "Acme, Inc.")
        for number in range(filings):
            a_filing(case, "", entry_number=str(number + 1), docket_text=f"ORDER granting 999 Motion {number}")
        with CaptureQueriesContext(connection) as asked:
            enter(clerk, case, "999", "MOTION to Dismiss 1 Order by Acme, Inc.. Responses due by 5/3/2021")
        return len(asked)

    queries(1)  # from the first on there is something to show of what one works on
    assert queries(3) == queries(40)
