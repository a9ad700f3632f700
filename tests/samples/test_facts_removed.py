"""A fact taken away takes its sentence along: no status of the samples stands without the events that it names.

The removals are drawn at random from a fixed seed. As many as REMOVALS says, 300 unless told: `REMOVALS=1000 pytest …`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest

from docket.claims import ClaimStatus, family_of, status_from
from docket.samples.files import read
from docket.samples.people import dated
from docket.site.why import why
from docket.site.wording import note_of, status_line

REMOVALS = int(os.environ.get("REMOVALS", "300"))


def events_of(case: Any, against: Any, states: dict[tuple[str, str], str]) -> list[Any]:
    """What happened to a claim, as the sample's file has it."""
    found = []
    for position, event in enumerate(against.events):
        of_case, _, paper = event.filing.rpartition("/")
        state = states.get((of_case or case.id, paper), "ok")
        found.append(
            SimpleNamespace(
                pk=position,
                position=position,
                kind=event.kind,
                with_prejudice=event.prejudice,
                **{"date": None, "date_precision": "day"} | dated("date", event.on),
                response=event.response,
                offense=event.offense,
                ground=event.ground,
                prevailing=event.prevailing,
                origin="staff",
                source_names=[("Clerk’s certified copy", "")],
                filing=SimpleNamespace(state=state, name=paper, address=f"/{paper}/") if paper else None,
            )
        )
    return found


def histories() -> Iterator[tuple[str, list[Any], str, Any]]:
    """Each claim against each party of the samples: where it is, its events, its kind and when it was checked."""
    for sample in ("fictional", "rust"):
        cases = read(sample).cases
        states = {(case.id, filing.id): filing.state for case in cases for filing in case.filings}
        for case in cases:
            for claim in case.claims:
                for against in claim.against:
                    name = f"{sample}, {case.id}, {claim.id}, {against.party}"
                    yield name, events_of(case, against, states), claim.kind, case.last_checked


HISTORIES = list(histories())


def told(status: ClaimStatus, kind: str) -> tuple[str, str]:
    return status_line(status), note_of(status, "Bell Corp.", family_of(kind))


def test_a_sentence_without_its_fact_changes_or_vanishes() -> None:
    """The sentence is the part of the status that names the event, its day included."""
    random = Random(11)
    spoken = [(row, n) for row in HISTORIES for n, part in enumerate(status_of(row).parts) if part.event]
    assert len(spoken) >= 80
    for (name, events, kind, compared), n in random.choices(spoken, k=REMOVALS):
        status = status_from(events, family_of(kind), compared)
        fact = status.parts[n].event
        without = status_from([event for event in events if event is not fact], family_of(kind), compared)
        assert told(without, kind) != told(status, kind), f"{name}: {status.parts[n].words} without its event"
        assert all(part.event is not fact for part in without.parts)


def status_of(row: tuple[str, list[Any], str, Any]) -> ClaimStatus:
    _, events, kind, compared = row
    return status_from(events, family_of(kind), compared)


@pytest.mark.parametrize("row", HISTORIES, ids=[name for name, *_ in HISTORIES])
def test_the_reasons_of_a_status_are_the_events_that_it_names_and_no_others(row: Any) -> None:
    status, compared = status_of(row), row[3]
    reasons = why(status, compared)
    assert len(reasons.facts) == len([part for part in status.parts if part.event])
    line = status_line(status)
    for fact in reasons.facts:
        assert fact.day in line or fact.day == "date not in the record"
    assert reasons.rule
    assert ("not compared" in reasons.checked) == (compared is None)
