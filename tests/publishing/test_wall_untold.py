"""A claim whose answer or decision is under seal never reads as if it had none, but as “record incomplete”."""

from typing import Any

import pytest

from docket import models as m
from docket.claims import status_of
from docket.claims.wording import UNSAID
from tests.processes.public_side import revision, sees
from tests.records.cast import (
    a_claim,
    a_filing,
    a_public_case,
    a_public_filing,
    act,
    against,
    an_event,
    in_case,
    publish,
)

pytestmark = pytest.mark.usefixtures("projected")
INCOMPLETE = "record incomplete"


def told(row: m.ClaimAgainst) -> str | None:
    """What the public reads of it; None where it sees nothing."""
    found = m.ClaimAgainst.objects.using("published").with_events().filter(pk=row.pk).first()
    return status_of(found).text if found else None


def answered_by(filing: m.Filing | None, case: m.Case | None = None, **values: Any) -> m.ClaimAgainst:
    case = case or filing.case  # type: ignore[union-attr]
    row = against(a_claim(case), in_case(case))
    an_event(row, **{"kind": "answered", "response": "deny", "filing": filing, "date": "2024-03-03", **values})
    return row


@pytest.mark.parametrize("verb", ["seal", "remove"])
@pytest.mark.parametrize(
    ("event", "truly"),
    [
        ({"kind": "answered", "response": "deny"}, "answered, denied"),
        ({"kind": "dismissed_motion", "with_prejudice": "with"}, "dismissed on motion with prejudice"),
    ],
)
def test_its_filing_under_seal(verb: str, event: dict[str, str], truly: str):
    filing = a_public_filing(a_public_case())
    row = against(a_claim(filing.case), in_case(filing.case))
    an_event(row, filing=filing, date="2024-03-03", **event)
    assert told(row) == truly
    before = revision(filing.case)
    act(verb, filing)
    assert told(row) == INCOMPLETE
    assert revision(filing.case) == before + 1  # type: ignore[operator]
    act("unseal", filing)
    assert told(row) == truly
    row.refresh_from_db()
    assert row.disclosure == "shown"


def test_a_paper_that_was_never_public_before_its_seal():
    paper = a_filing(a_public_case())
    row = answered_by(paper)
    assert told(row) == UNSAID  # nothing tells the draft from what never was
    act("seal", paper)
    assert told(row) == INCOMPLETE


def test_an_event_entered_moved_and_deleted_when_its_paper_is_sealed_already():
    paper = a_public_filing(a_public_case())
    act("seal", paper)
    row = answered_by(paper)
    other = against(a_claim(paper.case), in_case(paper.case))
    assert (told(row), told(other)) == (INCOMPLETE, UNSAID)
    m.ClaimEvent.objects.filter(claim_against=row).update(claim_against=other)
    assert (told(row), told(other)) == (UNSAID, INCOMPLETE)
    m.ClaimEvent.objects.all().delete()
    assert told(other) == UNSAID


def test_a_decision_of_another_case_that_is_sealed():
    case, elsewhere = a_public_case(), a_public_case()
    order = publish(a_filing(elsewhere))
    row = answered_by(a_public_filing(case))
    an_event(row, kind="stayed", filing=order, date="2024-04-01")
    assert told(row) == "stayed"
    act("seal", elsewhere)
    assert told(row) == INCOMPLETE


def test_the_service_alone_under_seal_leaves_the_status_true():
    case = a_public_case()
    proof = a_public_filing(case)
    row = answered_by(a_public_filing(case))
    an_event(row, kind="served", filing=proof, date="2024-02-01")
    act("seal", proof)
    assert told(row) == "answered, denied"


def test_what_staff_withhold_stays_withheld():
    filing = a_public_filing(a_public_case())
    row = answered_by(filing)
    m.ClaimAgainst.objects.filter(pk=row.pk).update(disclosure="withheld")
    act("seal", filing)
    assert told(row) is None


def test_a_hidden_person_takes_the_claim_against_them_away():
    row = answered_by(a_public_filing(a_public_case()))
    act("hide", row.case_party.party)
    assert sees(row, row.claim) == [False, True]
