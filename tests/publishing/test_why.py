import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from docket.models import Case, CaseParty, Filing, FilingParty
from docket.publishing import verbs
from docket.publishing.why import in_the_way, is_public, why_not, why_not_each
from parties.models import Party, PartyAlias

pytestmark = pytest.mark.usefixtures("committed")


def words(row):
    return [reason.words for reason in why_not(row)]


def publish(row):
    return verbs.act("publish", row, actor=None, reason="checked")


@pytest.fixture
def case(committed):
    return Case.objects.create(caption="Roe v. Poe", category="civil")


def test_a_filing_of_a_draft_case_names_itself_and_its_case_once(case):
    filing = Filing.objects.create(case=case, title="Complaint")
    party = CaseParty.objects.create(case=case, party=Party.objects.create(name="Jane Roe"), role="plaintiff")
    filer = FilingParty.objects.create(filing=filing, case_party=party)
    assert words(filing) == ["it is draft", "case “Roe v. Poe”: it is draft"]
    # the case is above the filer twice over, through the filing and through the party
    assert sorted(words(filer)) == ["case “Roe v. Poe”: it is draft", "filing “Complaint”: it is draft"]
    publish(case)
    assert words(filer) == []
    assert is_public(filer)


def test_a_hidden_person_is_named_as_what_stands_in_the_way(case):
    person = Party.objects.create(name="Jane Roe")
    row = CaseParty.objects.create(case=case, party=person, role="plaintiff")
    alias = PartyAlias.objects.create(party=person, name="Janie")
    assert words(person) == ["nothing public refers to it"]
    assert words(alias) == ["party “Jane Roe”: nothing public refers to it"]
    publish(case)
    assert words(person) == words(alias) == words(row) == []
    verbs.act("hide", person, actor=None, reason="asked")
    assert words(row) == ["party “Jane Roe” is hidden"]


def test_many_rows_take_as_many_queries_as_one(case, django_assert_num_queries):
    filings = [Filing.objects.create(case=case, title=f"No. {n}") for n in range(30)]
    with CaptureQueriesContext(connection) as one:
        why_not(filings[0])
    with django_assert_num_queries(len(one)):
        reasons = why_not_each(filings)
    assert {len(found) for found in reasons.values()} == {2}
    assert len(reasons) == 30


def test_a_row_not_yet_saved_is_judged_by_what_it_will_point_at(case):
    person = Party.objects.create(name="Jane Roe")
    new = CaseParty(case=case, party=person, role="plaintiff")
    assert [reason.words for reason in in_the_way(new)] == ["case “Roe v. Poe”: it is draft"]
    publish(case)
    assert in_the_way(new) == []
    assert in_the_way(Filing(case=case)) != []
