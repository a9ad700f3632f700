"""The status of a claim against a party, derived from its events.

As many random histories are read twice as HISTORIES says, 600 unless told: `HISTORIES=20000 pytest …`.
"""

import os
from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docket.choices import COURT_ACTS, ClaimEffect, ClaimEventKind, ClaimKind
from docket.claims import SILENCE, Family, status_from
from docket.claims.certainty import of_event
from docket.claims.status import oldest_first
from docket.claims.status_in_record import status_on
from docket.claims.wording import UNORDERED
from tests.records.claim_histories import Event, Filed, History, events

COMPARED = date(2026, 1, 1)
"""After everything in these tests: only then may silence be spoken of."""


def on(day: int) -> date:
    return date(2024, 3, day)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ([], "no answer in this record"),
        ([Event("served", on(1))], "served, no answer in this record"),
        ([Event("served", on(1)), Event("answered", on(2), response="deny")], "answered, denied"),
        (
            [
                Event("dismissed_motion", on(3), with_prejudice="with"),
                Event("answered", on(2), response="deny"),
            ],
            "dismissed on motion with prejudice",
        ),
        ([Event("answered", on(2)), Event("stayed", on(3)), Event("stay_lifted", on(4))], "answered"),
        ([Event("stayed", on(3)), Event("stay_lifted", on(4))], "no answer in this record"),
        ([Event("answered", on(2)), Event("served", on(3))], "answered"),
        ([Event("verdict", on(3)), Event("appealed", on(4))], "decided by jury verdict; on appeal"),
        (
            [Event("verdict", on(3)), Event("appealed", on(4)), Event("affirmed", on(5))],
            "decided by jury verdict; affirmed on appeal",
        ),
        (
            [Event("verdict", on(3)), Event("appealed", on(4)), Event("reversed", on(5))],
            "decision reversed on appeal",
        ),
        (
            [Event("charged", on(1)), Event("pleaded_not_guilty", on(2)), Event("acquitted", on(9))],
            "acquitted",
        ),
        ([Event("charged", on(1)), Event("bound_over", on(2))], "charged, not decided; bound over for trial"),
        # what is decided stays decided until something reopens it
        ([Event("settled", on(3)), Event("answered", on(4))], "settled"),
        ([Event("stayed", on(2)), Event("settled", on(3)), Event("stay_lifted", on(4))], "settled"),
        ([Event("verdict", on(3)), Event("stayed_bankruptcy", on(4))], "decided by jury verdict; stayed by bankruptcy"),
        ([Event("verdict", on(3)), Event("affirmed", on(5))], "decided by jury verdict; affirmed on appeal"),
        (
            [Event("verdict", on(3)), Event("appealed", on(4)), Event("judgment_amended", on(5))],
            "decided by jury verdict; judgment amended; on appeal",
        ),
        # a stay lies over what stood before
        (
            [Event("stayed", on(2)), Event("answered", on(3), response="deny"), Event("stay_lifted", on(4))],
            "answered, denied",
        ),
        (
            [Event("compelled_to_arbitration", on(2)), Event("appealed", on(3)), Event("affirmed", on(4))],
            "compelled to arbitration; affirmed on appeal",
        ),
        ([Event("compelled_to_arbitration", on(2)), Event("reversed", on(4))], "decision reversed on appeal"),
        ([Event("appeal_dismissed", on(2)), Event("answered", on(3))], "answered"),
        # default needs an entered default, which stands until it is set aside
        ([Event("defaulted", on(2)), Event("served", on(3))], "default entered"),
        ([Event("answered", on(1)), Event("defaulted", on(2))], "default entered"),
        (
            [Event("defaulted", on(2)), Event("answered", on(3), response="deny")],
            "answered, denied, after default was entered",
        ),
        ([Event("default_judgment", on(2)), Event("default_set_aside", on(3))], "pending, default set aside"),
        ([Event("answered", on(1)), Event("defaulted", on(2)), Event("default_set_aside", on(3))], "answered"),
        # filings that do not stand did nothing
        (
            [Event("served", on(1)), Event("answered", on(2), filing=Filed("stricken"))],
            "served, no answer in this record",
        ),
        ([Event("asserted", on(1), filing=Filed("withdrawn"))], "pleading withdrawn"),
        (
            [Event("asserted", on(1), filing=Filed("stricken")), Event("amended", on(2))],
            "no answer in this record; re-pleaded in an amended pleading",
        ),
        ([Event("answered", on(1)), Event("settled", on(2), filing=Filed("filed_in_error"))], "answered"),
        (
            [Event("served", on(1)), Event("moved_against", on(2))],
            "served, no answer in this record; challenged by motion",
        ),
        (
            [Event("served", on(1)), Event("moved_against", on(2)), Event("motion_denied", on(3))],
            "served, no answer in this record",
        ),
        (
            [Event("defaulted", on(1)), Event("default_set_aside", on(2)), Event("served", on(3))],
            "pending, default set aside",
        ),
        ([Event("served", on(1)), Event("asserted", on(2))], "served, no answer in this record"),
        # an appeal that decided something here shows that it had been decided
        ([Event("affirmed", on(1)), Event("answered", on(2))], "decided, affirmed on appeal"),
        ([Event("appeal_dismissed", on(1)), Event("stayed", on(2)), Event("stay_lifted", on(3))], SILENCE[Family.SUIT]),
        (
            [Event("verdict", on(1)), Event("affirmed", on(2)), Event("stayed", on(3))],
            "decided by jury verdict; affirmed on appeal; stayed",
        ),
    ],
)
def test_a_claim_stands_where_its_events_put_it(told, text):
    assert status_from(told, compared=COMPARED).text == text
    assert status_from(reversed(told), compared=COMPARED).text == text


@pytest.mark.parametrize(
    ("step", "family"),
    [("served", Family.SUIT), ("service_waived", Family.SUIT), ("arraigned", Family.CHARGE)],
)
def test_a_pleading_after_service_or_arraignment_does_not_put_the_claim_back(step, family):
    pleaded = Event("charged" if family == Family.CHARGE else "asserted", on(2))
    first = Event(step, on(1))
    assert status_from([first, pleaded], family).event is first
    plea = Event("pleaded_not_guilty", on(2))
    assert status_from([first, plea, Event(step, on(3))]).event is plea


@pytest.mark.parametrize(
    ("kinds", "text"),
    [
        (["charged", "pleaded_not_guilty", "deferred", "deferral_ended"], "charged, deferral ended, not decided"),
        (["stay_lifted", "pleaded_not_guilty"], "not-guilty plea entered, not decided"),
    ],
)
def test_of_two_steps_as_far_the_later_is_told(kinds, text):
    told = [Event(kind, on(day)) for day, kind in enumerate(kinds, start=1)]
    assert status_from(told, Family.CHARGE, compared=COMPARED).text == text


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("class_certified", "class certified"),
        ("opted_out", "opt-out from the class noted"),
        ("party_died", "death of a party noted"),
    ],
)
def test_class_opting_out_and_death_are_still_told_of_what_is_decided(kind, words):
    told = [Event(kind, on(2)), Event("verdict", on(3))]
    assert status_from(told, compared=COMPARED).text == f"decided by jury verdict; {words}"


@pytest.mark.parametrize(
    ("basis", "filing_type", "words"),
    [
        ("record", "order", "by order"),
        ("record", "resp.answer", "in the record"),
        ("record", "", "in the record"),
        ("reported", "order", "reported"),
        ("found", "", "found"),
    ],
)
def test_only_what_a_court_itself_did_stands_by_order(basis, filing_type, words):
    court_act = min(COURT_ACTS) if filing_type == "order" else filing_type
    assert of_event(basis, court_act) == words


def test_events_are_told_in_the_order_of_their_days_however_they_were_entered():
    told = [Event("stay_lifted", on(4)), Event("stayed", on(3)), Event("answered", on(2))]
    assert status_from(told, compared=COMPARED).text == "answered"


def test_events_of_one_day_follow_their_position():
    events = [Event("settled", on(5), position=2), Event("stayed", on(5), position=1)]
    assert status_from(events).text == "settled"


def test_the_status_names_the_event_that_made_it_so():
    answer = Event("answered", on(2), response="deny")
    status = status_from([Event("served", on(1)), answer, Event("moved_against", on(3))])
    assert (status.event, status.date, status.precision) == (answer, on(2), "day")
    nothing = status_from([])
    assert (nothing.event, nothing.date, nothing.precision) == (None, None, "")


def test_a_default_set_aside_after_a_reopening_is_what_is_told():
    told = [
        Event("verdict", on(1)),
        Event("hung_jury", on(2)),
        Event("defaulted", on(3)),
        Event("default_set_aside", on(4)),
    ]
    status = status_from(told, Family.SUIT)
    assert status.text == History(told, Family.SUIT).status()[0] == "pending, default set aside"


@pytest.mark.parametrize(
    ("family", "told", "text"),
    [
        (Family.ARBITRATION, [], "no answer in this record, which counts as a denial"),
        (Family.ARBITRATION, [Event("defaulted", on(2))], "no answer in this record, which counts as a denial"),
        (Family.CHARGE, [], "charged, not decided"),
        (Family.CHARGE, [Event("asserted", on(1)), Event("served", on(2))], "charged, not decided"),
        (Family.CHARGE, [Event("charged", on(1)), Event("answered", on(2), response="deny")], "charged, not decided"),
        (Family.CITATION, [Event("cited", on(1))], "cited, not decided"),
        (Family.ISSUE, [Event("asserted", on(1)), Event("reversed", on(2))], "decision reversed on appeal"),
        (Family.ISSUE, [Event("asserted", on(1)), Event("vacated", on(2))], "decision vacated"),
        (Family.ISSUE, [Event("remanded_on_appeal", on(2)), Event("answered", on(3))], "sent back on appeal"),
        (Family.PROOF, [Event("asserted", on(1))], "no objection in this record"),
        (Family.PETITION, [Event("asserted", on(1))], "no answer in this record"),
        (Family.PETITION, [Event("asserted", on(1)), Event("defaulted", on(2))], "default entered"),
    ],
)
def test_silence_means_what_the_forum_makes_of_it(family, told, text):
    assert status_from(told, family, COMPARED).text == text


def test_a_plea_is_not_an_answer():
    status = status_from([Event("charged", on(1)), Event("pleaded_not_guilty", on(2))], Family.CHARGE, COMPARED)
    assert (status.text, status.effect, status.answer) == (
        "not-guilty plea entered, not decided",
        ClaimEffect.OPEN,
        None,
    )


@pytest.mark.parametrize(
    ("kind", "settled"),
    [
        ("voluntarily_dismissed", True),
        ("dismissed_motion", True),
        ("dismissed_stipulated", True),
        ("consent_judgment", True),
        ("consent_award", True),
        ("verdict", False),
        ("summary_judgment", False),
    ],
)
def test_what_carries_out_a_settlement_still_knows_that_it_was_settled(kind, settled):
    told = [Event("settled", on(1)), Event(kind, on(2))]
    assert status_from(told).settled is settled
    assert not status_from(told[1:]).settled
    assert not status_from([*told, Event("reopened", on(3))]).settled


def test_a_decision_on_appeal_is_still_there_to_be_told():
    verdict = Event("verdict", on(1))
    assert status_from([verdict, Event("appealed", on(2))]).decision is verdict


ORDERED = (("settled", 2), ("reopened", 1))


def test_it_says_when_the_order_of_two_events_is_not_known_and_matters():
    month = Event("reopened", date(2024, 3, 1), date_precision="month")
    settled = Event("settled", on(9))
    assert status_from([month, settled]).text == f"settled; reopened; {UNORDERED}"
    assert not status_from([month, settled]).is_certain
    assert status_from([month, Event("settled", date(2024, 4, 9))]).is_certain
    assert status_from([Event("served"), settled]).is_certain
    later, earlier = (Event(kind, month.date, position=n, date_precision="month") for kind, n in ORDERED)
    assert status_from([later, earlier]).text == "settled"
    assert status_from([later, earlier]).is_certain  # the docket's own order tells
    assert not status_from([Event("reopened"), settled]).is_certain


SILENT = {
    "arbitral_claim": "no answer in this record, which counts as a denial",
    "arbitral_counterclaim": "no answer in this record, which counts as a denial",
    "criminal_count": "charged, not decided",
    "violation": "cited, not decided",
    "issue_on_appeal": "not decided in this record",
    "proof_of_claim": "no objection in this record",
}


@pytest.mark.parametrize("kind", ClaimKind.values)
def test_silence_means_for_each_kind_of_claim_what_its_family_takes_it_for(kind):
    assert status_on([], kind, compared=COMPARED).text == SILENT.get(kind, "no answer in this record")


def test_on_an_earlier_day_only_what_certainly_had_happened_counts():
    kind = min(set(ClaimKind.values) - set(SILENT))
    served, month = Event("served", on(2)), Event("settled", date(2024, 2, 1), date_precision="month")
    assert status_on([served, month], kind, date(2024, 2, 28), compared=COMPARED).text == "no answer in this record"
    assert status_on([served, month], kind, date(2024, 2, 29)).text == "settled"
    assert status_on([served, month], kind).text == "settled"


FAMILIES = st.sampled_from(list(Family))
HISTORIES = int(os.environ.get("HISTORIES", "600"))


def test_any_history_stands_where_a_clerk_reading_back_would_put_it():
    met: Counter[str] = Counter()

    @settings(max_examples=HISTORIES)
    @given(st.lists(events(), max_size=7), FAMILIES, st.sampled_from([None, on(2).replace(year=2022), COMPARED]))
    def stands(told, family, compared):
        met.update(event.kind for event in told)
        status = status_from(told, family, compared)
        assert (status.text, status.effect) == History(sorted(told, key=oldest_first), family, compared).status()

    stands()
    print(
        f"\n{HISTORIES:,} histories, {met.total():,} events of {len(met)} kinds, each {min(met.values())} times or more"
    )
    assert HISTORIES < 5_000 or set(met) == set(ClaimEventKind.values)


@settings(max_examples=150)
@given(st.lists(st.sampled_from(ClaimEventKind.values), min_size=1, max_size=4), FAMILIES)
def test_any_kinds_of_event_each_as_often_as_another_stand_where_a_clerk_would_put_them(kinds, family):
    told = [Event(kind, on(n + 1)) for n, kind in enumerate(kinds)]
    status = status_from(told, family, COMPARED)
    assert (status.text, status.effect) == History(told, family, COMPARED).status()


@settings(max_examples=150)
@given(st.lists(events(day_only=False), max_size=7), FAMILIES)
def test_the_order_in_which_events_are_entered_does_not_matter(told, family):
    assert status_from(told, family) == status_from(reversed(told), family)


@settings(max_examples=150)
@given(st.lists(events(day_only=False), max_size=7), FAMILIES)
def test_nothing_but_an_order_reopens_what_is_decided(told, family):
    before = status_from(told, family)
    late = [
        Event(kind, date(2030, 1, 1))
        for kind in ("asserted", "served", "answered", "defaulted", "stayed", "stay_lifted")
    ]
    if before.decision:
        assert status_from([*told, *late], family).decision is before.decision
