"""What cannot have happened to a claim: said in a sentence by the model, and refused by the database itself."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from docket.choices import CLAIM_EVENT_RULES, PLEAS_OF_GUILT
from docket.models import Claim, ClaimAgainst, ClaimEvent, ClaimParty, FilingLink, FilingParty
from docket.models.parts.claim_rules import refusals
from docket.site.wording import DECIDED_FOR
from tests.records.desk_cast import a_case, a_filing, a_party

pytestmark = pytest.mark.django_db


class Suit:
    """A complaint of 16 January 2024 by Roe with a count against Poe; Coe is in the case too."""

    def __init__(self, category="civil"):
        self.case = a_case(category=category)
        self.roe, self.poe = a_party(self.case), a_party(self.case, "John Poe", "defendant")
        self.coe = a_party(self.case, "Ann Coe", "defendant")
        self.complaint = self.filing("Complaint", filing_type="init.complaint", date_filed=date(2024, 1, 16))
        self.claim = Claim.objects.create(case=self.case, title="Negligence", asserted_in=self.complaint)
        self.against = ClaimAgainst.objects.create(claim=self.claim, case_party=self.poe)

    def filing(self, title, *filers, **columns):
        filing = a_filing(self.case, title, **columns)
        for filer in filers:
            FilingParty.objects.create(filing=filing, case_party=filer)
        return filing

    def event(self, kind, day=date(2024, 3, 1), **columns):
        return ClaimEvent(claim_against=self.against, kind=kind, date=day, **columns)


@pytest.fixture
def suit(db):
    return Suit()


def told(row):
    """The sentences of the model, by field."""
    with pytest.raises(ValidationError) as refusal:
        row.full_clean(exclude=["case", "filing_case", "from_case", "to_case"])
    return {name: " ".join(words) for name, words in refusal.value.message_dict.items()}


def refused(row):
    """The constraint by which the database refuses a row, whatever the way in."""
    with pytest.raises(IntegrityError) as refusal:
        save(row)
    cause: Any = refusal.value.__cause__
    return cause.diag.constraint_name


@transaction.atomic
def save(row):
    row.save()
    settle()


def settle():
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        cursor.execute("set constraints all deferred")


def accepted(row):
    row.full_clean(exclude=["case", "filing_case", "from_case", "to_case"])
    row.save()
    settle()
    return True


def test_a_dismissal_is_with_or_without_prejudice_or_does_not_say(suit):
    bare = suit.event("dismissed_motion")
    assert "choose one, or “Not stated”" in told(bare)["with_prejudice"]
    assert refused(bare) == "claim_event_prejudice"
    assert accepted(suit.event("dismissed_motion", with_prejudice="not_stated"))
    assert accepted(suit.event("verdict"))


def test_only_an_answer_has_a_response(suit):
    assert "is no answer" in told(suit.event("stayed", response="deny"))["response"]
    assert refused(suit.event("stayed", response="deny")) == "claim_event_response"


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [("ground", "merits", "has no ground of decision"), ("offense", "trespass", "is no conviction or plea")],
)
def test_a_ground_is_had_by_decisions_and_another_offense_by_convictions_and_by_no_other_kind(
    suit, column, value, words
):
    for kind, rule in CLAIM_EVENT_RULES.items():
        takes = {"ground": rule.takes_ground, "offense": rule.takes_offense}[column]
        event = suit.event(kind, with_prejudice="with" if rule.needs_prejudice else "", **{column: value})
        if takes:
            assert dict(refusals(event)).keys() <= {"kind"}, kind
            save(event)
        else:
            assert words in told(event)[column], kind
            assert refused(event) == f"claim_event_{column}", kind


def test_only_what_decides_for_a_side_has_a_ground_and_only_guilt_another_offense():
    grounds = {kind for kind, rule in CLAIM_EVENT_RULES.items() if rule.takes_ground}
    assert grounds == {*DECIDED_FOR, "default_judgment", "liability_decided"}
    offenses = {kind for kind, rule in CLAIM_EVENT_RULES.items() if rule.takes_offense}
    assert offenses == {*PLEAS_OF_GUILT, "convicted_lesser", "sentenced"}


def test_an_event_is_not_before_its_claim(suit):
    early = suit.event("stayed", date(2023, 12, 31))
    assert told(early)["date"].startswith("31 December 2023 is before the claim, which was made on 16 January 2024.")
    assert refused(early) == "claim_event_after_claim"
    assert accepted(suit.event("stayed", date(2024, 1, 16)))


def test_a_month_that_reaches_to_the_claim_is_not_before_it(suit):
    assert accepted(suit.event("served", date(2024, 1, 1), date_precision="month"))
    assert accepted(suit.event("served", date(2024, 1, 1), date_precision="year"))
    december = suit.event("served", date(2023, 12, 1), date_precision="month")
    assert "date" in told(december)
    assert refused(december) == "claim_event_after_claim"


def test_a_claim_older_than_its_filing_says_so_first(suit):
    served = suit.event("served", date(2023, 6, 1))
    assert "enter “Claim asserted” with the earlier date first" in told(served)["date"]
    assert accepted(suit.event("asserted", date(2023, 5, 1)))
    assert accepted(suit.event("served", date(2023, 6, 1)))


def test_an_answer_is_given_by_who_filed_it(suit):
    theirs = suit.filing("Answer of Coe", suit.coe)
    assert "was filed by Ann Coe, not by John Poe" in told(suit.event("answered", filing=theirs))["filing"]
    assert refused(suit.event("answered", filing=theirs)) == "claim_event_answered_by_party"
    assert accepted(suit.event("answered", filing=suit.filing("Joint answer", suit.coe, suit.poe)))
    assert accepted(suit.event("answered", filing=suit.filing("Answer, filer not known")))


def test_the_same_party_in_another_role_answers_too(suit):
    again = suit.poe.__class__.objects.create(case=suit.case, party=suit.poe.party, role="counter_claimant")
    assert accepted(suit.event("answered", filing=suit.filing("Answer and counterclaim", again)))


@pytest.mark.parametrize(
    ("category", "kind", "words"),
    [
        ("civil", "award", "does not happen in a proceeding of this kind (civil)"),
        ("civil", "convicted", "does not happen in a proceeding of this kind (civil)"),
        ("arbitration", "defaulted", "does not happen in a proceeding of this kind (arbitration)"),
        ("criminal", "answered", "A criminal count is not answered: enter the plea."),
        ("regulatory", "verdict", "does not happen in a proceeding of this kind (regulatory)"),
    ],
)
def test_what_the_kind_of_proceeding_does_not_know_is_refused(category, kind, words):
    assert words in told(Suit(category).event(kind))["kind"]


def test_a_response_does_not_reach_into_another_proceeding(suit):
    elsewhere = Suit("arbitration").complaint
    assert "is done by a filing of the claim's own case" in told(suit.event("answered", filing=elsewhere))["filing"]
    assert refused(suit.event("answered", filing=elsewhere)) == "claim_event_crosses"


def test_a_pleading_has_one_next_version_unless_the_first_does_not_stand(suit):
    amended, other = (suit.filing(name, filing_type="init.amended_complaint") for name in ("First", "Second"))
    FilingLink.objects.create(from_filing=amended, to_filing=suit.complaint, kind="amends")
    second = FilingLink(from_filing=other, to_filing=suit.complaint, kind="supersedes")
    assert "has a next version already, “First”, and one version is operative" in told(second)["to_filing"]
    amended.state = "stricken"
    amended.save()
    assert accepted(second)
    filings = [suit.filing(name, filing_type="order.scheduling") for name in ("Order", "Amended", "Second amended")]
    for later in filings[1:]:
        assert accepted(FilingLink(from_filing=later, to_filing=filings[0], kind="amends"))


def test_a_claim_stands_in_one_later_version(suit):
    amended, other = (suit.filing(name, filing_type="init.amended_complaint") for name in ("First", "Second"))
    parts = [Claim(case=suit.case, title=f"Part {n}", asserted_in=amended, carried_from=suit.claim) for n in (1, 2)]
    assert all(accepted(part) for part in parts)
    second = Claim(case=suit.case, title="Again", asserted_in=other, carried_from=suit.claim)
    assert "one version is operative" in told(second)["__all__"]
    assert refused(second) == "claim_one_next_version"


def test_nobody_claims_against_itself_or_from_a_seat_that_brings_no_claims(suit):
    assert "stands on the other side" in told(ClaimParty(claim=suit.claim, case_party=suit.poe))["case_party"]
    assert accepted(ClaimParty(claim=suit.claim, case_party=suit.roe))
    assert "stands on the other side" in told(ClaimAgainst(claim=suit.claim, case_party=suit.roe))["case_party"]
    friend = a_party(suit.case, "A Friend", "amicus_curiae")
    assert "who brings no claims" in told(ClaimParty(claim=suit.claim, case_party=friend))["case_party"]
