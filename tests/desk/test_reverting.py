"""One change taken back from a history: only what it changed, checked as any save, never past a later change."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client

from docket.models import Case, Filing
from parties.models import Party
from tests.records.desk_cast import a_case, a_filing, address, member, publish

pytestmark = pytest.mark.django_db


def change(row: Any, **values: Any) -> int:
    """Change a row; the number of the event that the history keeps of it."""
    type(row).objects.filter(pk=row.pk).update(**values)
    return int(row.history.order_by("-pgh_id").first().pgh_id)


def press(client: Client, row: Any, number: int) -> str:
    answer = client.post(address(row, "history"), {"revert": number})
    return (
        " ".join(map(str, get_messages(answer.wsgi_request))) if answer.status_code == 302 else str(answer.status_code)
    )


def test_one_change_is_taken_back_and_later_ones_of_other_columns_stay():
    filing = a_filing(a_case(), title="Complaint", date_filed=date(2026, 5, 2))
    wrong = change(filing, title="Answer")
    change(filing, date_filed=date(2026, 5, 3))
    client = member("editor")
    page = client.get(address(filing, "history")).content.decode()
    assert page.count("Take this change back") == 2
    assert "Taken back: title" in press(client, filing, wrong)
    filing.refresh_from_db()
    assert (filing.title, filing.date_filed) == ("Complaint", date(2026, 5, 3))
    assert filing.history.count() == 4


def test_a_column_that_was_changed_again_is_not_overwritten():
    filing = a_filing(a_case(), title="Complaint")
    wrong = change(filing, title="Answer")
    change(filing, title="Amended complaint")
    assert "changed again since" in press(member("editor"), filing, wrong)
    assert Filing.objects.get().title == "Amended complaint"


def test_what_would_not_be_right_any_more_is_refused_in_words():
    case = a_case(date_filed=date(2026, 5, 2))
    wrong = change(case, date_filed=None)
    Case.objects.filter(pk=case.pk).update(date_terminated=date(2026, 5, 1))
    assert "cannot" in press(member("editor"), case, wrong) or Case.objects.get().date_filed is None
    assert Case.objects.get().date_filed is None


def test_personal_data_is_not_brought_back():
    filing = a_filing(a_case(), docket_text="NOTICE of 219-09-9999")
    taken_out = change(filing, docket_text="NOTICE")
    assert "Personal data would stand there again" in press(member("editor"), filing, taken_out)
    assert Filing.objects.get().docket_text == "NOTICE"


def test_only_who_may_change_the_row_takes_a_change_back():
    party = Party.objects.create(name="Jane Roe")
    wrong = change(party, name="Jane Doe")
    case = publish(a_case())
    case.case_parties.create(party=party, role="plaintiff", side="initiating")
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
    clerk = member("clerk")
    assert "Take this change back" not in clerk.get(address(party, "history")).content.decode()
    assert press(clerk, party, wrong) == "403"
    assert "Taken back" in press(member("editor"), party, wrong)
    assert "no such change" in press(member("editor", "another"), party, 1)


def test_an_act_is_no_change_to_take_back():
    case = publish(a_case())
    event = case.history.order_by("-pgh_id").first()
    assert "no such change" in press(member("editor"), case, event.pgh_id)
    assert Case.objects.get().visibility == "public"
