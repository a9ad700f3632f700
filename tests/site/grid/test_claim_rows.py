"""Who claims what from whom, as rows: by person on a case, by proceeding on a matter; the marks and the amounts."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docket.choices import ClaimEventKind, PrevailingSide
from docket.claims import Family, status_from
from docket.models import ClaimAgainst, ClaimEvent
from docket.site.grid.marks import MEANINGS, Mark, mark_of
from docket.site.grid.overview import FIRST_LIVE, FIRST_OUTCOMES
from docket.templatetags.claim_rows import amount_decided
from tests.records.page_record import Record
from tests.site.grid.test_claims_grid import many_claims
from tests.site.words import words

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.urls_public")]


@pytest.fixture
def record():
    return Record()


@pytest.fixture
def read(client):
    return lambda row, asked="": client.get(row.get_absolute_url() + asked).content.decode()


def claims_section(page):
    page = re.sub(r'<details class="why.*?</details>', "", page, flags=re.DOTALL)
    return page[
        page.index('id="claims"') : page.index('id="parties"' if 'id="parties"' in page else 'id="proceedings"')
    ]


def outcomes(html):
    return re.findall(r'<li class="([owyhngxud])">(?:<a|<b>(?!\d))', html)


def test_a_case_names_each_claim_against_each_person_once_and_counts_the_whole(read, record):
    section = claims_section(read(record.case))
    assert len(outcomes(section)) == 3
    assert "2 claims against 2 parties" in words(section)
    assert words(section).count("Count I: Wrongful death against Sam Poe") == 1


def test_nothing_is_lost_in_a_fold_and_the_live_ones_stand_first(read, record):
    many_claims(record, claims=7, parties=9)
    section = claims_section(read(record.case))
    assert len(outcomes(section)) == 7 * 9 + 3
    at_once = outcomes(re.sub(r"<details.*?</details>", "", section, flags=re.DOTALL))
    assert at_once == ["o"] * FIRST_LIVE
    assert "9 claims against 11 parties" in words(section)


def test_what_is_live_is_never_folded_while_something_ended_is_shown(read, record):
    many_claims(record, claims=7, parties=2)
    ClaimEvent.objects.bulk_create(
        ClaimEvent(case=record.case, claim_against=row, kind="merged", date=date(2025, 1, 1))
        for row in ClaimAgainst.objects.filter(case=record.case).order_by("pk")[2:]
    )
    section = claims_section(read(record.case))
    at_once = outcomes(re.sub(r"<details.*?</details>", "", section, flags=re.DOTALL))
    assert len(at_once) == FIRST_OUTCOMES
    assert at_once.count("o") == outcomes(section).count("o") == 2


def test_a_matter_groups_its_claims_by_proceeding_with_what_is_live_first(read, record):
    section = claims_section(read(record.matter))
    assert len(outcomes(section)) == 5
    said = words(section)
    assert said.index("Roe v. Example Pictures, LLC") < said.index("Claimed by Jane Roe ; alleged")
    assert "Charged by State of Testing" in said
    assert "Acquitted, 20 May 2026" in said
    assert "1 acquitted" in said
    assert "1 rejected" not in said.split("What the marks mean")[0]


def test_the_marks_of_a_person_are_as_many_as_the_words_say(read, record):
    [glance] = re.findall(r'<ul class="glance".*?</ul>', read(record.matter), re.DOTALL)
    for person in re.findall(r"<li>.*?</li>", glance, re.DOTALL):
        said = sum(int(number) for number in re.findall(r"(?:>|, )(\d+) ", person[person.index("<small>") :]))
        assert said == person.count('<i class="') > 0


def test_the_full_table_is_one_link_away_and_keeps_out_of_search_engines(read, record):
    assert 'href="?matrix=1#claims"' in read(record.case)
    table = read(record.case, "?matrix=1")
    assert '<table class="stack grid">' in table
    assert 'name="robots" content="noindex"' in table


def event(kind, day=1, **columns):
    known = {"date_precision": "day", "position": day, "response": "", "with_prejudice": "", "prevailing": ""}
    return ClaimEvent(pk=day, kind=kind, date=date(2024, 1, day), **(known | {"currency": "USD"} | columns))


def marked(*events, family=Family.SUIT):
    return mark_of(status_from(events, family), family)


@pytest.mark.parametrize(
    ("events", "mark"),
    [
        ([event("asserted")], Mark.PENDING),
        ([event("asserted"), event("stayed_bankruptcy", 2)], Mark.STAYED),
        ([event("verdict", prevailing="asserting")], Mark.UPHELD),
        ([event("verdict", prevailing="responding")], Mark.REJECTED),
        ([event("verdict", prevailing="split")], Mark.IN_PART),
        ([event("verdict", prevailing="not_stated")], Mark.DECIDED),
        ([event("verdict", prevailing="asserting"), event("appealed", 2)], Mark.PENDING),
        ([event("default_judgment")], Mark.DECIDED),
        ([event("dismissed_motion", with_prejudice="with")], Mark.DECIDED),
        ([event("dismissed_motion", with_prejudice="without")], Mark.ENDED),
        ([event("settled"), event("dismissed_stipulated", 2, with_prejudice="with")], Mark.SETTLED),
        ([event("merged")], Mark.ENDED),
    ],
)
def test_a_mark_says_no_more_than_the_record(events, mark):
    assert marked(*events) == mark


def test_an_acquittal_is_no_dismissal_and_a_plea_no_conviction():
    charged = event("charged")
    assert marked(charged, event("acquitted", 2), family=Family.CHARGE) == Mark.REJECTED
    assert marked(charged, event("convicted", 2), family=Family.CHARGE) == Mark.UPHELD
    assert marked(charged, event("plea", 2), family=Family.CHARGE) == Mark.DECIDED
    assert marked(charged, event("nolle_prosequi", 2), family=Family.CHARGE) == Mark.ENDED


@pytest.mark.parametrize("kind", ["affirmed", "reversed", "vacated"])
def test_an_issue_on_appeal_is_marked_for_nobody(kind):
    assert marked(event("asserted"), event(kind, 2), family=Family.ISSUE) == Mark.DECIDED


@given(st.lists(st.sampled_from(list(ClaimEventKind)), max_size=6), st.sampled_from(list(Family)), st.data())
def test_only_a_finding_is_marked_as_upheld_or_rejected(kinds, family, data):
    sides = st.sampled_from(list(PrevailingSide))
    events = [event(kind, place + 1, prevailing=data.draw(sides)) for place, kind in enumerate(kinds)]
    status = status_from(events, family)
    mark = mark_of(status, family)
    assert mark in MEANINGS
    if mark in (Mark.UPHELD, Mark.IN_PART, Mark.REJECTED):
        assert status.decision is not None
        assert family != Family.ISSUE


def test_an_amount_that_a_later_decision_changed_is_not_told():
    verdict, appeal = (
        event("verdict", prevailing="asserting", amount=Decimal(8_400_000)),
        event("modified_on_appeal", 2),
    )
    assert amount_decided(status_from([verdict])) == "$8,400,000"
    assert amount_decided(status_from([verdict, appeal])) == ""
    appeal.amount = Decimal(3_150_000)
    assert amount_decided(status_from([verdict, appeal])) == "$3,150,000"
    assert amount_decided(status_from([event("asserted", amount=Decimal(5))])) == ""
