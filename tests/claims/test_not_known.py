"""What the record does not say is not said: in what order things happened, and that nothing did."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docket.choices import ClaimEffect
from docket.claims import Family, status_from
from docket.claims.wording import UNORDERED
from docket.site.grid.marks import Mark, mark_of
from docket.site.outcomes import head_of, own_outcome
from docket.site.why import why
from docket.site.wording import note_of, notices, status_line
from tests.records.claim_histories import Event, events

CHARGED = Event("charged", date(2025, 1, 2))
CONVICTED = Event("convicted", date(2025, 3, 1))
REVERSED = Event("reversed", date(2025, 1, 1), date_precision="year")
COMPARED = date(2026, 1, 1)
LINE = (
    "Convicted, 1 March 2025; decision reversed on appeal, 2025; "
    "the record does not say in what order these things happened"
)


def test_where_the_order_of_a_conviction_and_its_reversal_is_not_known_both_are_told_and_that_it_is_not_known() -> None:
    status = status_from([CHARGED, REVERSED, CONVICTED], Family.CHARGE)
    assert status_line(status) == LINE
    assert own_outcome([status], "count", "counts") == LINE[0].lower() + LINE[1:]
    assert status.effect == ClaimEffect.NONE
    assert mark_of(status, Family.CHARGE) == Mark.UNKNOWN
    assert note_of(status, "Poe", Family.CHARGE) == ""


def test_the_reason_of_an_uncertain_status_says_what_is_not_known() -> None:
    unsure = replace(status_from([CHARGED, REVERSED, CONVICTED], Family.CHARGE), parts=())
    assert "does not say which" in why(unsure, None).rule


def test_nobody_is_counted_as_convicted_whose_conviction_may_have_been_reversed() -> None:
    unsure = status_from([CHARGED, REVERSED, CONVICTED], Family.CHARGE)
    assert head_of({1: [unsure], 2: [status_from([CHARGED, CONVICTED], Family.CHARGE)]}) == ""


def test_nobody_is_said_to_be_presumed_innocent_whose_conviction_may_have_come_last() -> None:
    retried = Event("new_trial_granted", date(2025, 3, 1))
    convicted = Event("convicted", date(2025, 1, 1), date_precision="year")
    status = status_from([CHARGED, retried, convicted], Family.CHARGE)
    assert "presumed" not in " ".join(notices("criminal", [("Poe", status)]))


def test_no_finding_is_told_that_may_have_been_vacated_since() -> None:
    verdict = Event("verdict", date(2025, 3, 1), prevailing="asserting", ground="merits")
    vacated = Event("vacated", date(2025, 3, 1), date_precision="month", position=-1)
    assert note_of(status_from([verdict, vacated]), "Poe") == ""
    assert note_of(status_from([verdict]), "Poe") == "The jury found Poe liable."


@settings(max_examples=150)
@given(st.lists(events(day_only=False), max_size=6), st.sampled_from(list(Family)))
def test_what_is_uncertain_says_so_in_its_own_words_and_counts_for_nothing(told: list[Event], family: Family) -> None:
    status = status_from(told, family, COMPARED)
    assert status.text.endswith(UNORDERED) != status.is_certain
    if not status.is_certain and status.effect != ClaimEffect.NONE:
        assert head_of({1: [status]}) in ("", "1 not decided in this record")


@pytest.mark.parametrize(
    ("family", "kinds", "compared", "line"),
    [
        (Family.CHARGE, ["charged"], COMPARED, "Charged 1 March 2025, not decided"),
        (Family.CHARGE, ["charged"], None, "Charged, 1 March 2025"),
        (Family.CHARGE, ["charged"], date(2025, 2, 1), "Charged, 1 March 2025"),
        (Family.CHARGE, [], None, "Charged"),
        (Family.CHARGE, ["pleaded_not_guilty"], None, "Not-guilty plea entered, 1 March 2025"),
        (Family.CHARGE, ["incompetent"], None, "Found incompetent to stand trial, 1 March 2025"),
        (Family.CITATION, ["cited"], None, "Cited, 1 March 2025"),
        (Family.CITATION, ["cited"], COMPARED, "Cited 1 March 2025, not decided"),
        (Family.CITATION, [], None, "Cited"),
        (Family.ISSUE, [], None, "Not decided in this record"),
    ],
)
def test_that_nothing_was_decided_is_told_only_where_the_docket_was_compared_since(
    family: Family, kinds: list[str], compared: date | None, line: str
) -> None:
    status = status_from([Event(kind, date(2025, 3, 1)) for kind in kinds], family, compared)
    assert status_line(status) == line
    assert status.is_silent == ("ot decided" in line)
