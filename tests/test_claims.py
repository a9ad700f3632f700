"""The status of a claim against a party, derived from its events."""

from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any

import pytest

from docket.claims import standing

ids = count(1)


@dataclass
class Event:
    kind: str
    date: Any = None
    response: str = ""
    with_prejudice: str = ""
    position: int = 0
    date_precision: str = "day"
    pk: int = field(default_factory=lambda: next(ids))


def on(day: int) -> date:
    return date(2024, 3, day)


@pytest.mark.parametrize(
    ("events", "text"),
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
            "pending, decision reversed on appeal",
        ),
        (
            [Event("charged", on(1)), Event("pleaded_not_guilty", on(2)), Event("acquitted", on(9))],
            "acquitted",
        ),
        ([Event("charged", on(1)), Event("bound_over", on(2))], "charged, not decided"),
    ],
)
def test_a_claim_stands_where_its_events_put_it(events, text):
    assert standing(events).text == text
    assert standing(reversed(events)).text == text


def test_events_of_one_day_follow_their_position():
    events = [Event("settled", on(5), position=2), Event("stayed", on(5), position=1)]
    assert standing(events).text == "settled"


def test_the_status_names_the_event_that_made_it_so():
    answer = Event("answered", on(2), response="deny")
    assert standing([Event("served", on(1)), answer, Event("moved_against", on(3))]).event is answer
