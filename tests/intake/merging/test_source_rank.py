"""Which of two pages is believed: the better kind, then the later; the later about what changes in a case's life."""

from itertools import pairwise

import pytest

from docket.intake.precedence.source_rank import SourceRank, rank_in, with_ranks

FROM_WORST = [SourceRank(rank, "2021-03-04") for rank in range(6)]


@pytest.mark.parametrize("column", ["docket_text", "caption"])
def test_the_better_kind_is_believed_before_the_later_page(column: str) -> None:
    assert SourceRank(5, "2020-01-01").of(column, of_case=True) > SourceRank(4, "2024-01-01").of(column, of_case=True)
    assert SourceRank(5, "2021-01-01").of(column) > SourceRank(5, "2020-12-31").of(column)
    for worse, better in pairwise(FROM_WORST):
        assert worse.of(column) < better.of(column)


@pytest.mark.parametrize(
    "column", ["status", "status_as_filed", "disposition", "date_terminated", "flags", "name", "ending_as_read"]
)
def test_the_later_page_is_believed_of_what_changes_in_the_life_of_a_case(column: str) -> None:
    assert SourceRank(1, "2024-01-01").of(column, of_case=True) > SourceRank(5, "2020-01-01").of(column, of_case=True)
    assert SourceRank(5, "2024-01-01").of(column, of_case=True) > SourceRank(1, "2024-01-01").of(column, of_case=True)
    assert SourceRank(1, "2024-01-01").of(column) < SourceRank(5, "2020-01-01").of(column), (
        "of an entry, not of the case"
    )


@pytest.mark.parametrize("column", ["docket_number_as_filed", "court_case_id", "date_terminated", "status", "flags"])
def test_the_first_defendant_s_docket_is_believed_of_where_a_criminal_case_stands(column: str) -> None:
    first, second = SourceRank(1, "2020-01-01", defendant=1), SourceRank(5, "2024-01-01", defendant=2)
    assert first.of(column, of_case=True) > second.of(column, of_case=True)
    assert SourceRank(5, "2020", defendant=2).of(column, True) > SourceRank(5, "2020", defendant=10).of(column, True)
    assert first.of("caption", of_case=True) < second.of("caption", of_case=True)


def test_a_trace_knows_the_rank_of_each_value() -> None:
    assert rank_in({"a": 1, "by": "5 2021"}, "a") == "5 2021"
    assert rank_in({"a": 1, "by": {"a": "5 2021"}}, "b") == ""
    assert rank_in({"a": 1}, "a") == ""
    assert with_ranks({"a": 1, "b": 2}, {"a": "5", "b": "5"}) == {"a": 1, "b": 2, "by": "5"}
    assert with_ranks({"a": 1, "b": 2}, {"a": "5", "b": "4"})["by"] == {"a": "5", "b": "4"}
