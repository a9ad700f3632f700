"""What became of one party, in its own words, and how the head of a case counts several."""

from __future__ import annotations

from datetime import date

import pytest

from docket.claims import ClaimStatus, Family, status_from
from docket.claims.status_in_record import NOT_SAID
from docket.site.outcomes import head_of, own_outcome
from tests.records.claim_histories import Event


def charge(*kinds: str, day: int = 3) -> ClaimStatus:
    told = [Event("charged", date(2026, 1, 2)), *(Event(kind, date(2026, 5, day)) for kind in kinds)]
    return status_from(told, Family.CHARGE)


@pytest.mark.parametrize(
    ("statuses", "words"),
    [
        ([charge("acquitted")], "acquitted, 3 May 2026"),
        ([charge("acquitted"), charge("acquitted")], "acquitted, 3 May 2026, on both counts"),
        ([charge("acquitted")] * 7, "acquitted, 3 May 2026, on all 7 counts"),
        (
            [charge("acquitted"), charge("convicted"), charge("convicted")],
            "acquitted, 3 May 2026, on 1 count; convicted, 3 May 2026, on 2 counts",
        ),
        ([charge(*["acquitted"], day=n) for n in range(1, 6)], ""),
    ],
)
def test_a_party_is_told_of_by_its_own_counts(statuses: list[ClaimStatus], words: str) -> None:
    assert own_outcome(statuses, "count", "counts") == words


@pytest.mark.parametrize(
    ("parties", "words"),
    [
        ([["convicted"], ["acquitted"], ["dismissed_criminal"]], "1 convicted, 1 acquitted, 1 dismissed"),
        ([["convicted"], ["convicted"]], "2 convicted"),
        ([["pleaded_guilty"], ["pleaded_alford"], []], "2 pleaded guilty or no contest, 1 not decided in this record"),
        ([["convicted", "mistrial"], ["acquitted"]], "1 not decided in this record, 1 acquitted"),
    ],
)
def test_the_head_of_a_case_counts_outcomes_by_person(parties: list[list[str]], words: str) -> None:
    assert head_of({n: [charge(*kinds)] for n, kinds in enumerate(parties)}) == words


def test_one_who_was_convicted_on_one_count_and_acquitted_on_another_is_counted_once() -> None:
    assert head_of({1: [charge("convicted"), charge("acquitted")], 2: [charge()]}) == (
        "1 convicted and acquitted on different counts, 1 not decided in this record"
    )


def test_a_head_that_would_leave_somebody_out_is_not_given() -> None:
    assert head_of({1: [charge("convicted")], 2: [NOT_SAID]}) == ""
