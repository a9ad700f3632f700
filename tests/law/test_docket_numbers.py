"""Docket numbers: one normal form for every usual way of writing one, and two for two cases."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docket.choices import DOCKET_EXAMPLES, DocketPattern
from docket.law.docket_numbers import EXAMPLES, FORMS, may_be_one, normal, parsed, searched


@pytest.mark.parametrize(("pattern", "written", "expected"), EXAMPLES)
def test_it_brings_each_example_into_its_normal_form(pattern: str, written: str, expected: str) -> None:
    assert normal(written, pattern) == expected


@pytest.mark.parametrize("pattern", DocketPattern.values)
def test_each_pattern_has_a_form_that_reads_the_pattern_s_own_examples(pattern: str) -> None:
    for number in DOCKET_EXAMPLES[pattern]:
        assert FORMS[pattern][0].fullmatch(number.upper().replace(" ", "-")), number


@pytest.mark.parametrize(("pattern", "written", "expected"), EXAMPLES)
def test_a_normal_form_is_its_own_normal_form(pattern: str, written: str, expected: str) -> None:
    assert normal(expected, pattern) == expected


@pytest.mark.parametrize(
    ("pattern", "one", "other"),
    [
        ("us_district", "1:20-cv-00001", "2:20-cv-00001"),
        ("us_district", "1:20-cv-00001", "1:20-cr-00001"),
        ("us_district", "1:20-cv-00001", "1:21-cv-00001"),
        ("us_district", "1:20-cv-00001", "1:20-cv-00010"),
        ("us_district", "1:20-cr-00001-ABC-1", "1:20-cr-00001-ABC-2"),
        ("us_bankruptcy", "10-ap-01083", "10-bk-01083"),
        ("us_appellate", "22-209", "22-2090"),
        ("scotus", "21-1397", "21A1397"),
        ("nm", "D-101-CV-2022-00244", "D-117-CV-2022-00244"),
        ("nm", "D-101-CV-2022-00244", "D-101-PB-2022-00244"),
        ("nm", "D-101-CV-9801525", "D-101-CV-2098-01525"),
        ("lasc", "23STCV09871", "23SMCV09871"),
        ("lasc_internal", "SRR000001;NCG;CV", "SRR000001;LA;CV"),
        ("", "1-123", "11-23"),
        ("", "650001/2020", "650001/2021"),
        ("", "0123", "123"),
    ],
)
def test_what_distinguishes_two_cases_stays(pattern: str, one: str, other: str) -> None:
    assert normal(one, pattern) != normal(other, pattern)
    assert not may_be_one(one, other, pattern)


@pytest.mark.parametrize(
    ("pattern", "one", "other"),
    [
        ("us_district", "03cr76", "1:03-cr-00076"),
        ("us_district", "1:03-cr-00076-ABC-DEF-1", "1:03-cr-76"),
        ("us_bankruptcy", "10-01083-8-RDD", "1:10-ap-01083"),
        ("lasc", "23STCV09871;SS;CV", "23 STCV 09871"),
    ],
)
def test_a_part_that_is_not_told_contradicts_nothing(pattern: str, one: str, other: str) -> None:
    assert may_be_one(one, other, pattern)
    assert may_be_one(other, one, pattern)


def test_no_number_is_no_number_s_like() -> None:
    assert normal("") == normal(" – ") == normal("No.") == ""
    assert not may_be_one("", "", "us_district")


def test_in_one_forum_spellings_meet_only_within_one_normal_form() -> None:
    for (a, one, _), (b, other, _) in combinations(EXAMPLES, 2):
        if a == b and normal(one, a) == normal(other, b):
            assert may_be_one(one, other, a)


def test_a_search_means_every_forum_that_has_such_a_number() -> None:
    assert {str(number) for number in searched("22-2098")} == {"22-2098", "22-02098"}
    assert "MDL-2873" in {str(number) for number in searched("No. 2873")}
    assert searched("Marsh v. Brightwater") == frozenset()


@given(st.text(max_size=60), st.sampled_from(["", *DocketPattern.values]))
def test_any_text_is_its_own_number_and_case_and_space_around_it_do_not_count(text: str, pattern: str) -> None:
    found = normal(text, pattern)
    assert normal(f"  {text}\n", pattern) == found
    assert not parsed(text, pattern).core or may_be_one(text, f" {text} ", pattern)


@given(
    st.sampled_from("123A"), st.integers(0, 99), st.sampled_from(["cv", "cr", "mc"]), st.integers(1, 99_999),
    st.sampled_from(["", "-ABC", "-ABC-DEF", "-N/A"]), st.booleans(), st.sampled_from(["", "No. ", "Case No. "]),
)  # fmt: skip
def test_a_federal_number_is_the_same_however_it_is_dressed(
    office: str, year: int, kind: str, seq: int, initials: str, padded: bool, label: str
) -> None:
    written = f"{label}{office}:{year:02}-{kind}-{f'{seq:05}' if padded else seq}{initials}"
    assert normal(written, "us_district") == f"{office}:{year:02}-{kind}-{seq:05}"
    assert normal(written.upper(), "us_district") == normal(written, "us_district")
