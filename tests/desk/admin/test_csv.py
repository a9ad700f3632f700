"""Rows of the desk's lists taken away as CSV: the staff's own, drafts too, and no more than a user may see."""

import csv
import io

import pytest
from django.contrib.auth import get_user_model

from docket.claims.wording import UNSAID
from docket.models import Case, ClaimAgainst, Filing
from docket.publishing import verbs
from parties.models import Party
from tests.records.desk_cast import a_case, a_filing, a_party, list_of, member, publish
from tests.records.desk_docket import Docket

pytestmark = pytest.mark.usefixtures("committed")


def exported(client, model, rows, **more):
    """The rows of the file that the list's action gives."""
    chosen = {"action": "export_csv", "_selected_action": [row.pk for row in rows], **more}
    answer = client.post(list_of(model), chosen)
    assert answer.headers["Content-Type"].startswith("text/csv")
    assert "attachment" in answer.headers["Content-Disposition"]
    return list(csv.DictReader(io.StringIO(b"".join(answer).decode(), newline="")))


def test_the_selected_drafts_are_exported_and_no_other_row():
    case = a_case()
    first, second, _ = (a_filing(case, f"Motion {n}") for n in range(3))
    found = exported(member("clerk"), Filing, [first, second])
    assert {row["filing_id"] for row in found} == {first.public_id, second.public_id}
    assert {row["title"] for row in found} == {"Motion 0", "Motion 1"}


def test_no_cell_runs_as_a_formula():
    filing = a_filing(a_case("=cmd|'/c calc'!A1"), "+1")
    (row,) = exported(member("clerk"), Filing, [filing])
    assert row["title"] == "'+1"
    assert row["caption"].startswith("'=")


def test_every_row_of_a_list_of_several_pages_is_exported_at_once():
    case = a_case()
    rows = [a_filing(case, f"Motion {n}") for n in range(105)]
    chosen = {"select_across": "1", "index": "0"}
    assert len(exported(member("clerk"), Filing, rows[:1], **chosen)) == 105


def test_claims_say_where_they_stand():
    docket = Docket(defendants=2)
    first, second = docket.claim()
    docket.event(first, "answered", response="deny")
    found = exported(member("clerk"), ClaimAgainst, [first, second])
    assert {row["claim_against_id"]: row["status"] for row in found} == {
        first.public_id: "answered, denied",
        second.public_id: UNSAID,
    }


@pytest.mark.parametrize("make", [lambda case: case, lambda case: a_party(case).party], ids=["case", "party"])
def test_cases_and_parties_have_their_files(make):
    row = make(a_case())
    assert len(exported(member("clerk"), type(row), [row])) == 1


def test_what_is_under_seal_is_in_no_file_of_a_clerk():
    sealed, there = publish(a_case("Secret v. Secret")), a_case("Roe v. Poe")
    hidden = a_filing(sealed)
    verbs.act("seal", Case.objects.get(pk=sealed.pk), actor=None, reason="by order")
    clerk = member("clerk")
    assert [row["caption"] for row in exported(clerk, Case, [sealed, there])] == ["Roe v. Poe"]
    assert exported(clerk, Filing, [hidden, a_filing(there)])[0]["caption"] == "Roe v. Poe"


def test_who_may_not_look_at_a_list_exports_nothing(client):
    client.force_login(get_user_model().objects.create_user("guest", is_staff=True))
    party = Party.objects.create(name="Jane Roe")
    answer = client.post(list_of(Party), {"action": "export_csv", "_selected_action": [party.pk]})
    assert answer.status_code == 403


def test_what_staff_chose_is_not_what_the_next_one_gets():
    case = a_case()
    first, second = a_filing(case, "Motion 1"), a_filing(case, "Motion 2")
    clerk = member("clerk")
    for chosen in ([first], [second], [first, second]):
        assert {row["filing_id"] for row in exported(clerk, Filing, chosen)} == {row.public_id for row in chosen}
