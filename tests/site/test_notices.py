"""What stands above the claims of a case: of a person only what all that is claimed against that person bears."""

from __future__ import annotations

from datetime import date

import pytest

from docket.claims import ClaimStatus, Family, status_from
from docket.site.wording import A_CHARGE, notices
from tests.records.claim_histories import Event

PLEADED = Event("asserted", date(2025, 1, 2))
COMPARED = date(2026, 1, 1)


def suit(*told: Event) -> ClaimStatus:
    return status_from([PLEADED, *told], compared=COMPARED)


def answered(response: str) -> Event:
    return Event("answered", date(2025, 2, 1), response=response)


DENIED, ADMITTED, SILENT = suit(answered("deny")), suit(answered("admit")), suit()
LOST = suit(answered("deny"), Event("verdict", date(2025, 5, 1), prevailing="asserting"))


def said(*statuses: ClaimStatus, is_whole: bool = True) -> str:
    (words,) = notices("civil", [("Poe", status) for status in statuses], is_whole)
    return words


@pytest.mark.parametrize(
    ("statuses", "denies", "is_silent"),
    [
        ([DENIED], True, False),
        ([DENIED, DENIED], True, False),
        ([DENIED, ADMITTED], False, False),
        ([DENIED, SILENT], False, False),
        ([SILENT], False, True),
        ([SILENT, SILENT], False, True),
        ([SILENT, LOST], False, False),
    ],
)
def test_who_denied_a_part_did_not_deny_all_and_who_answered_a_part_did_answer(
    statuses: list[ClaimStatus], denies: bool, is_silent: bool
) -> None:
    words = said(*statuses)
    assert ("Poe has denied" in words, "No answer by Poe" in words) == (denies, is_silent)


@pytest.mark.parametrize("statuses", [[DENIED], [SILENT]])
def test_of_a_part_of_the_claims_nothing_is_said_of_a_person(statuses: list[ClaimStatus]) -> None:
    assert "Poe" not in said(*statuses, is_whole=False)


@pytest.mark.parametrize(
    ("statuses", "unproven"), [([SILENT], True), ([DENIED, ADMITTED], True), ([SILENT, LOST], False), ([], False)]
)
def test_allegations_are_said_to_be_unproven_only_where_claims_are_known_and_none_is_decided(
    statuses: list[ClaimStatus], unproven: bool
) -> None:
    assert ("they have not been proven" in said(*statuses)) == unproven


def test_on_the_page_of_one_count_the_presumption_is_of_what_is_not_decided_only() -> None:
    """Of the others, of which one may have ended with a conviction, that page does not know."""
    charged = status_from([Event("charged", date(2025, 1, 2))], Family.CHARGE)
    (words,) = notices("criminal", [("Poe", charged)], is_whole=False)
    assert words.endswith("Poe is presumed innocent of them unless and until proven guilty.")


def test_who_answers_a_petition_in_a_criminal_case_is_not_said_to_be_charged() -> None:
    petition = status_from([PLEADED], Family.PETITION)
    assert notices("criminal", [("Poe", petition)]) == [A_CHARGE]
