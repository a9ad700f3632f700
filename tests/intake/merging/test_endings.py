"""A case's status from its docket's own last entries, and taken back when a later page leaves it open to doubt."""

from datetime import date

import pytest

from docket.choices import CaseStatus
from docket.models import Case
from tests.court_pages.importing import imported, make_forum, the_case
from tests.court_pages.texas_pages import EVENTS, court_of_appeals

pytestmark = pytest.mark.django_db
ASKED_AGAIN = [*EVENTS, ("05/20/2021", "Motion for rehearing filed", "")]
REFUSED = [*ASKED_AGAIN, ("06/01/2021", "Motion for rehearing disposed", "Motion or Writ Denied")]
OPEN = [("03/04/2021", "Notice of appeal received", "")]
CLOSED = ("disposed", "affirmed", date(2021, 5, 6))
NOTHING = ("unknown", "", None)


@pytest.fixture(autouse=True)
def forum() -> None:
    make_forum("texapp-8")


def stands() -> tuple[str, str, date | None]:
    case = the_case()
    return case.status, case.disposition, case.date_terminated


def test_a_docket_whose_last_entry_ends_the_case_closes_it() -> None:
    imported(court_of_appeals())
    assert stands() == CLOSED


def test_one_that_tells_no_end_says_nothing_not_that_it_is_open() -> None:
    imported(court_of_appeals(OPEN))
    assert stands() == NOTHING
    imported(court_of_appeals(OPEN))
    assert stands() == NOTHING


def test_a_later_page_that_leaves_it_open_takes_the_end_back_and_another_restores_it() -> None:
    imported(court_of_appeals(OPEN))
    imported(court_of_appeals())
    assert stands() == CLOSED
    imported(court_of_appeals(ASKED_AGAIN))
    assert stands() == NOTHING
    imported(court_of_appeals(REFUSED))
    assert stands() == CLOSED


def test_an_older_page_does_not_take_it_back() -> None:
    imported(court_of_appeals(REFUSED))
    imported(court_of_appeals(ASKED_AGAIN))
    assert stands() == CLOSED


def test_what_an_import_read_is_kept_beside_what_the_case_says_and_goes_with_the_doubt() -> None:
    imported(court_of_appeals(OPEN))
    assert the_case().ending_as_read == ""
    imported(court_of_appeals())
    assert the_case().ending_as_read == "disposed affirmed 2021-05-06"
    imported(court_of_appeals(ASKED_AGAIN))
    assert the_case().ending_as_read == ""


def test_what_staff_entered_stays() -> None:
    imported(court_of_appeals(OPEN))
    Case.objects.update(status=CaseStatus.REOPENED)
    report = imported(court_of_appeals())
    assert the_case().status == CaseStatus.REOPENED
    assert any("status" in warning for warning in report.warnings)
