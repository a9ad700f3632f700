"""Each filter by itself: what is left of a small record, and periods of which only the month or the year is known."""

from datetime import date
from typing import Any

import pytest
from django.http import QueryDict

from docket.models import Case, CaseNumber, ClaimAgainst, Filing, Forum, Matter, MatterParty
from docket.site.filters import (
    CaseFilter,
    ClaimFilter,
    FilingFilter,
    ForumFilter,
    MatterFilter,
    PartyInCasesFilter,
    search,
)
from docket.site.filters.periods import read_period, since, until
from parties.models import Party
from tests.records.listing_records import Cast, make_claim, make_filing, make_party

pytestmark = pytest.mark.django_db
KINDS: dict[str, tuple[Any, Any, str]] = {
    "cases": (CaseFilter, Case, "caption"),
    "filings": (FilingFilter, Filing, "docket_text"),
    "matters": (MatterFilter, Matter, "title"),
    "parties": (PartyInCasesFilter, Party, "name"),
    "forums": (ForumFilter, Forum, "slug"),
    "claims": (ClaimFilter, ClaimAgainst, "claim__title"),
}
COMPLAINT, ANSWER, MOTION, DEMAND = (
    *("COMPLAINT for negligence", "ANSWER to the complaint"),
    *("MOTION to dismiss for negligence of service", "Demand"),
)
SUIT, ARBITRATION, CRIMINAL = "Roe v. Poe Productions, Inc.", "Poe and Moe", "State v. Moe"
ROE, POE, MOE = "Roe, Jane", "Poe Productions, Inc.", "Moe, Max"


@pytest.fixture
def cast() -> Cast:
    cast = Cast()
    Matter.objects.filter(pk=cast.stage.pk).update(tags=["rigging"], place="Port Ellery")
    Case.objects.filter(pk=cast.suit.pk).update(case_type="tort_automobile")
    moe = make_party(cast.arbitration, MOE, "respondent")
    MatterParty.objects.create(matter=cast.other, party=moe.party, role="witness")
    served, answered = {"kind": "served", "date": date(2022, 3, 20)}, {"kind": "answered", "date": date(2022, 3, 20)}
    make_claim(cast.suit, "Negligence", cast.roe, cast.poe, served, answered | {"response": "deny"})
    row = make_claim(cast.suit, "Defamation", cast.poe, cast.roe, served)
    row.claim.kind = "counterclaim"
    row.claim.asserted_in = cast.answer
    row.claim.save()
    return cast


def left(name: str, question: str) -> list[str]:
    kind, model, column = KINDS[name]
    found = kind(QueryDict(question), model.objects.all())
    assert found.is_valid(), found.form.errors
    rows = found.page(lambda rows: rows, 50).rows
    kept = model.objects.filter(pk__in=[row.pk for row in rows])
    return sorted(kept.values_list(column, flat=True))


@pytest.mark.parametrize(
    ("name", "question", "rows"),
    [
        ("cases", "", [SUIT, ARBITRATION, CRIMINAL]),
        ("cases", "q=productions", [SUIT]),
        ("cases", "q=CV-2022", [SUIT]),
        ("cases", "category=criminal", [CRIMINAL]),
        ("cases", "status=disposed", [CRIMINAL]),
        ("cases", "forum=xarb", [ARBITRATION]),
        ("cases", "matter=another", [SUIT]),
        ("cases", "type=tort_automobile", [SUIT]),
        ("cases", "party=moe", [ARBITRATION]),
        ("cases", "role=plaintiff", [SUIT]),
        ("cases", "case=State", [CRIMINAL]),
        ("cases", "filed_from=2022-02-16", [ARBITRATION]),
        ("cases", "filed_to=2022-02", [SUIT]),
        ("filings", "", [COMPLAINT, ANSWER, MOTION, DEMAND]),
        ("filings", "q=negligence", [COMPLAINT, MOTION]),
        ("filings", "group=mot", [MOTION]),
        ("filings", "type=resp.answer", [ANSWER]),
        ("filings", "documents=listed", [COMPLAINT]),
        ("filings", "documents=none", [ANSWER, MOTION, DEMAND]),
        ("filings", "documents=file", []),
        ("filings", "state=stricken", []),
        ("filings", "party=roe", [COMPLAINT]),
        ("filings", "role=defendant", [ANSWER, MOTION]),
        ("filings", "matter=another", [COMPLAINT, ANSWER, MOTION]),
        ("filings", "case=Moe", [DEMAND]),
        ("filings", "forum=xarb", [DEMAND]),
        ("filings", "category=arbitration", [DEMAND]),
        ("filings", "filed_from=2022-03-02", [ANSWER, MOTION]),
        ("filings", "filed_to=2022-03-01", [COMPLAINT, MOTION]),
        ("matters", "q=ellery", ["Collapse of the stage"]),
        ("matters", "tag=rigging", ["Collapse of the stage"]),
        ("matters", "party=roe", ["Another dispute", "Collapse of the stage"]),
        ("matters", "party=moe", ["Another dispute", "Collapse of the stage"]),
        ("matters", "happened_from=2021-10-31", ["Collapse of the stage"]),
        ("matters", "happened_from=2021-11", []),
        ("matters", "happened_to=2021-09", []),
        ("matters", "happened_to=2021-10-01", ["Collapse of the stage"]),
        ("parties", "role=plaintiff", [ROE]),
        ("parties", "case=Roe", [ROE, POE]),
        ("parties", "forum=xarb", [MOE]),
        ("parties", "matter=another", [ROE, POE, MOE]),
        ("parties", "role=plaintiff&forum=xarb", []),
        ("forums", "q=example+county", ["xtest"]),
        ("forums", "q=xarb", ["xarb"]),
        ("forums", "used=yes", ["xarb", "xtest"]),
        ("claims", "q=negligence", ["Negligence"]),
        ("claims", "kind=counterclaim", ["Defamation"]),
        ("claims", "effect=answered", ["Negligence"]),
        ("claims", "effect=open", ["Defamation"]),
        ("claims", "claimant=roe", ["Negligence"]),
        ("claims", "party=roe", ["Defamation"]),
        ("claims", "matter=another", ["Negligence", "Defamation"]),
        ("claims", "case=State", []),
        ("claims", "forum=xtest", ["Negligence", "Defamation"]),
        ("claims", "category=arbitration", []),
        ("claims", "filed_from=2022-03-20", ["Defamation"]),
        ("claims", "filed_to=2022-03-19", []),
    ],
)
def test_a_filter_leaves_what_it_says(cast: Cast, name: str, question: str, rows: list[str]) -> None:
    assert left(name, question) == sorted(rows)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2022-2", date(2022, 2, 1), date(2022, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (" 2021-10-21 ", date(2021, 10, 21), date(2021, 10, 21)),
    ],
)
def test_a_period_is_a_day_a_month_or_a_year(text: str, first: date, last: date) -> None:
    period = read_period(text)
    assert (period.first, period.last, str(period)) == (first, last, text.strip())


@pytest.mark.parametrize("text", ["", "2022-13", "2022-02-30", "22", "2022-", "٢٠٢٢", "0000"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  what is said differs
        read_period(text)


DATED: list[tuple[Any, str, date, date]] = [
    # a date, how much of it is known, and the first and last day on which it may have been
    (date(2022, 3, 15), "day", date(2022, 3, 15), date(2022, 3, 15)),
    (date(2022, 3, 1), "month", date(2022, 3, 1), date(2022, 3, 31)),
    (date(2022, 1, 1), "year", date(2022, 1, 1), date(2022, 12, 31)),
]


@pytest.mark.parametrize(("day", "precision", "first", "last"), DATED)
@pytest.mark.parametrize(
    "asked",
    [date(2021, 12, 31), date(2022, 1, 1), date(2022, 3, 1), date(2022, 3, 31), date(2022, 4, 1), date(2023, 1, 1)],
)
def test_a_date_is_since_or_until_a_day_where_it_may_have_been(day, precision, first, last, asked) -> None:
    filing = make_filing(Cast().undated, "NOTICE", date_filed=day, date_filed_precision=precision)
    same = Filing.objects.filter(pk=filing.pk)
    assert same.filter(since("date_filed", asked)).exists() is (last >= asked)
    assert same.filter(until("date_filed", asked)).exists() is (first <= asked)


@pytest.mark.parametrize(("asked", "is_found"), [("2:20-cv-00001", True), ("20-cv-1", True), ("20-cv-2", False)])
def test_a_number_that_a_case_had_elsewhere_is_found_however_it_is_spelled(cast: Cast, asked, is_found) -> None:
    CaseNumber.objects.create(case=cast.suit, number="2:20-cv-00001", kind="lower_court")
    assert CaseNumber.objects.filter(search.other_number_words(asked)).exists() is is_found


def test_what_says_a_word_often_comes_before_what_is_only_short(cast: Cast) -> None:
    brief = make_filing(cast.undated, "rigging motion brief")
    often = make_filing(cast.undated, "rigging rigging rigging motion brief")
    found = Filing.objects.filter(pk__in=[brief.pk, often.pk])
    assert list(search.best_first(found, "rigging")) == [often, brief]


def test_so_many_matches_as_may_be_looked_up_are_and_no_more(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    found = Filing.objects.filter(text_vector=search.filing_query("negligence"))
    monkeypatch.setattr(search, "MOST_CANDIDATES", 2)
    assert {row.pk for row in search.candidates(found) or ()} == {cast.complaint.pk, cast.motion.pk}
    monkeypatch.setattr(search, "MOST_CANDIDATES", 1)
    assert search.candidates(found) is None
