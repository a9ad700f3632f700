"""The question taken apart, without a database: numbers among words, what is marked, each part removable."""

from types import SimpleNamespace
from typing import Any

import pytest

from docket.law.docket_numbers import may_be_one
from docket.site.search.excerpts import marked
from docket.site.search.question import Question, read_question

CASE: Any = SimpleNamespace(docket_number="1:21-cv-00123", public_id="bcdfghjkmn")


def numbered(text: str) -> list[Any]:
    return [CASE] if may_be_one(CASE.docket_number, text, "us_district") else []


def read(text: str) -> Question:
    return read_question(text, numbered)


@pytest.mark.parametrize(
    "text", ["1:21-cv-123", "21cv123", "No. 1:21-cv-00123", "1:21-cv-00123-ABC-DEF", "21 Civ. 123 (ABC)"]
)
def test_a_number_alone_names_its_case_however_it_is_written(text: str) -> None:
    question = read(text)
    assert question.is_number
    assert question.names_a_case


@pytest.mark.parametrize("text", ["", "motion to dismiss", '"1:21-cv-123 motion"', "1:21-cv-124", "-1:21-cv-123"])
def test_other_words_name_none(text: str) -> None:
    assert not read(text).names_a_case


def test_a_year_alone_goes_nowhere() -> None:
    icc: Any = SimpleNamespace(docket_number="2021")
    assert not read_question("2021", lambda text: [icc] if text == "2021" else []).names_a_case


def test_words_beside_a_number_are_looked_for_in_its_case() -> None:
    question = read('motions in case no. 21cv123 "summary judgment" -stay')
    assert question.cases == (CASE,)
    assert question.finds == 'motions in "summary judgment" -stay'
    assert [(part.label, part.words) for part in question.parts] == [
        ("in the case", "1:21-cv-00123"),
        ("with the words", "motions in"),
        ("with the phrase", "“summary judgment”"),
        ("without", "“stay”"),
    ]


def test_a_number_of_several_words_is_found_among_others() -> None:
    question = read("Civil Action No. 21 CV 123 (ABC) summary judgment")
    assert (question.number, question.finds) == ("21 CV 123", "summary judgment")


def test_each_part_can_be_taken_off_and_leaves_the_others() -> None:
    question = read('21cv123 stage "park authority" "other" -stay')
    assert [part.rest for part in question.parts] == [
        'stage "park authority" "other" -stay',
        '21cv123 "park authority" "other" -stay',
        '21cv123 stage "other" -stay',
        '21cv123 stage "park authority" -stay',
        '21cv123 stage "park authority" "other"',
    ]


def test_what_is_marked_is_escaped_with_all_around_it() -> None:
    assert marked("<b>Roe</b> & <roe>", ["roe", "<b>"]) == (
        "<mark>&lt;b&gt;</mark><mark>Roe</mark>&lt;/b&gt; &amp; &lt;<mark>roe</mark>&gt;"
    )
    assert marked("<b>", []) == "&lt;b&gt;"
