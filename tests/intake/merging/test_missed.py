"""Numbers that went by between two looks at a page that shows only the newest."""

from __future__ import annotations

import pytest

from docket.intake.merging.missed import between, sentence, still_missed
from docket.models import Filing
from tests.court_pages.court_pages import feed
from tests.court_pages.importing import imported, make_forum, the_case
from tests.court_pages.pacer_pages import Row, district

FOUR, SEVEN = [(Row(str(n), "", "04/06/2021", f"0350111113{n}", 30 + n), "Notice") for n in (4, 7)]


@pytest.mark.parametrize(
    ("known", "shown", "missed"),
    [
        ({1, 2}, [3], []),
        ({1, 2}, [4], [(3, 3)]),
        ({1, 2}, [5, 7], [(3, 4), (6, 6)]),
        ({1, 2}, [7, 5, 5], [(3, 4), (6, 6)]),
        ({1, 9}, [4, 10], []),
        ({1, 2}, [], []),
        (set(), [34], []),
        ({1, 2}, [221599], []),
        ({1, 2}, [3, 221599], []),
    ],
)
def test_what_lies_between_the_last_known_number_and_those_that_are_shown_is_missed(
    known: set[int], shown: list[int], missed: list[tuple[int, int]]
) -> None:
    assert between(known, shown) == missed


def test_what_came_since_is_missed_no_longer() -> None:
    assert still_missed([(3, 6), [6, 7]], {4, 9}) == [(3, 3), (5, 7)]
    assert still_missed([(3, 4)], {3, 4}) == []


@pytest.mark.parametrize(
    ("spans", "words"),
    [
        ([(31, 34)], "Entries 31–34 are not in this feed."),
        ([(31, 31)], "Entry 31 is not in this feed."),
        ([(31, 31), (33, 36)], "Entries 31, 33–36 are not in this feed."),
    ],
)
def test_it_is_said_in_a_sentence(spans: list[tuple[int, int]], words: str) -> None:
    assert sentence(spans) == words


@pytest.mark.django_db
def test_a_feed_that_begins_after_the_next_number_is_told_of_in_the_report() -> None:
    make_forum("cand")
    imported(district())
    report = imported(feed([SEVEN, FOUR]))
    assert report.missed == [(3, 3), (5, 6)]
    assert any("Entries 3, 5–6 of" in said and "save the court's docket page" in said for said in report.warnings)
    assert "missed" not in report.as_json()
    assert imported(feed([SEVEN, FOUR])).missed == []


@pytest.mark.django_db
def test_a_docket_page_and_a_case_that_is_new_miss_nothing() -> None:
    make_forum("cand")
    assert imported(feed([SEVEN])).missed == []
    assert imported(district()).missed == []


@pytest.mark.django_db
def test_a_line_that_staff_deleted_is_not_missed() -> None:
    make_forum("cand")
    imported(district())
    imported(feed([(Row("3", "", "04/06/2021", "03501111133", 33), "Notice")]))
    Filing.objects.filter(case=the_case(), entry_number="3").delete()
    assert imported(feed([FOUR])).missed == []
