"""Which claims are read at all before their events say where they stand: none that stands so may be missing."""

import pytest

from docket.choices import CLAIM_EVENT_RULES, ClaimEffect, ClaimEventKind
from docket.claims import for_status, status_of
from docket.claims.candidates import candidates
from docket.models import CaseParty, ClaimAgainst, ClaimEvent, Filing
from parties.models import Party
from tests.records.page_record import Record

pytestmark = pytest.mark.django_db
EFFECTS = [effect for effect in ClaimEffect if effect != ClaimEffect.NONE]


@pytest.fixture
def record():
    return Record()


def against_one_more(record: Record, claim, kind: str, filing: Filing | None = None, number: int = 0) -> ClaimAgainst:
    """The claim against another defendant, of whom one event is recorded."""
    party = Party.objects.create(name=f"Defendant {number}")
    role = CaseParty.objects.create(case=record.case, party=party, role="defendant", side="responding", position=number)
    row = ClaimAgainst.objects.create(case=record.case, claim=claim, case_party=role)
    prejudice = "not_stated" if CLAIM_EVENT_RULES[kind].needs_prejudice else ""
    ClaimEvent.objects.create(case=record.case, claim_against=row, kind=kind, filing=filing, with_prejudice=prejudice)
    return row


@pytest.fixture
def rows(record):
    """Of every kind of event one claim in which nothing else happened, of a suit and of an appeal's issue."""
    issue = record.claim(record.case, "Issue 1", "Whether the ruling stands", record.plaintiff, [])
    type(issue).objects.filter(pk=issue.pk).update(kind="issue_on_appeal")
    for number, kind in enumerate(ClaimEventKind.values, 10):
        against_one_more(record, record.death, kind, number=number)
        against_one_more(record, issue, kind, number=number + 500)
    against_one_more(record, record.death, "asserted", record.letter, number=1500)
    return for_status(ClaimAgainst.objects.all())


@pytest.mark.parametrize("effect", EFFECTS)
def test_every_claim_that_stands_so_is_among_them(rows, effect):
    in_effect = {row.pk for row in rows if status_of(row).effect == effect}
    assert in_effect
    assert in_effect <= {row.pk for row in candidates(rows, effect)}


def test_what_only_was_served_is_read_for_no_outcome(record):
    row = against_one_more(record, record.death, "served")
    for effect in EFFECTS:
        assert (row in candidates(ClaimAgainst.objects.all(), effect)) is (effect == ClaimEffect.OPEN)


def test_a_stricken_pleading_ends_a_claim_and_does_nothing_else(record):
    row = against_one_more(record, record.death, "asserted", record.letter)
    found = {effect for effect in EFFECTS if row in candidates(ClaimAgainst.objects.all(), effect)}
    assert found == {ClaimEffect.OPEN, ClaimEffect.DISPOSED}


def test_what_reopens_a_claim_below_may_end_the_issue_on_appeal_and_answers_nothing(record):
    row = against_one_more(record, record.death, "reversed")
    found = {effect for effect in EFFECTS if row in candidates(ClaimAgainst.objects.all(), effect)}
    assert found == {ClaimEffect.OPEN, ClaimEffect.DISPOSED, ClaimEffect.REOPENED}
