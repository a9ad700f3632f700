"""The published set of motions and rulings: it holds ids alone, is what the command writes, and is read as labelled."""

import re

from tests import reading_links
from tests.shared import needs_dockets

SHAPES = {
    "collection": r"juriscraper|flp|de_classifier",
    "court": r"[a-z]{0,6}\d{0,2}[a-z]?",
    "docket_sha256": r"(?:[0-9a-f]{64})?",
    "entry": r"[\d-]*",
    "target": r"\d{1,5}|@\d{6,10}",
    "ruling": "|".join(reading_links.RULINGS),
    "text_sha256": r"[0-9a-f]{64}",
}


def test_it_holds_ids_hashes_and_labels_and_no_word_of_a_record():
    rows = reading_links.labels()
    assert len(rows) >= 500
    wrong = [(name, row[name]) for row in rows for name, shape in SHAPES.items() if not re.fullmatch(shape, row[name])]
    assert wrong == []
    assert {name for row in rows for name in row} == set(SHAPES)


def test_it_labels_no_pair_twice():
    pairs = [(row["text_sha256"], row["target"]) for row in reading_links.labels()]
    assert len(pairs) == len(set(pairs))


@needs_dockets
def test_it_is_what_the_command_writes():
    assert reading_links.published() == reading_links.PUBLISHED.read_text()


@needs_dockets
def test_no_labelled_ruling_is_read_as_another_one():
    every = reading_links.compared()
    said = [one for one in every if one.said in reading_links.OUTCOMES]
    assert [one for one in said if one.said != one.label] == []
    assert [one for one in every if one.is_opposite] == []


@needs_dockets
def test_most_labelled_rulings_are_found():
    ruled = [one for one in reading_links.compared() if one.label in reading_links.OUTCOMES]
    assert sum(one.said == one.label for one in ruled) >= 0.9 * len(ruled)
